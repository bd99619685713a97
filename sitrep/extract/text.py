"""Text to tokens, sentences and paragraphs, with offsets.

What belongs here: where words and sentences begin and end, in any case and with any quotes. What does not:
what words mean. Folding keeps every offset: one character of the text is one character of the folded text.
"""

from __future__ import annotations

import itertools
import re
import sys
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from sitrep.ontology.matching import Folded, Piece, fold_piece, folded_of, places_of
from sitrep.timex import may_begin

_SAME = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'"}
_SAME |= {"–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
#: Letters of a word that a headline in title case does not write small.
_TITLED = 5
#: A long dash parts words, with or without blanks around it; a short one may join them.
_LONG_DASH, _PARTS = re.compile("[—―]"), "\x02"
_SAME |= {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "s", "æ": "a", "œ": "o"}


class _Fold(dict[int, str]):
    """What a character is folded to: one lower-case character without accents."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _SAME.get(character)
        if folded is None:
            base = unicodedata.normalize("NFKD", character.lower())[:1] or character
            folded = _SAME.get(base, base)
        self[code] = folded
        return folded


_ASCII = {code: chr(code).lower() for code in range(128)} | {ord("`"): "'"}


def fold(text: str) -> str:
    """The text in lower case without accents and typographic quotes, character by character."""
    return text.lower() if text.isascii() else text.translate(_Fold(_ASCII))


#: A word with inner hyphens and apostrophes; an abbreviation with dots; a number; "'s"; "n't"; else one mark.
_TOKEN = re.compile(
    r"[a-z]{2,}+(?![-'\w])"  # most words: the quick way past the cases below
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+"  # 1,299 and 2.15
    r"|(?:[a-z]\.){2,}(?:-[^\W_]+)*"  # u.s., u.s.-backed
    r"|'(?:s|re|ve|ll|d|m)(?![^\W_])"
    r"|n't(?![^\W_])"
    r"|(?:(?!n't(?![^\W_]))[^\W_])+(?:(?:-|'(?!(?:s|t|re|ve|ll|d|m)(?![^\W_])))[^\W_]+)*"
    r"|--+|\.\.+|[^\w\s]"
)

ABBREVIATIONS = frozenset(
    """gen lt col maj capt sgt cpl brig adm cmdr mr mrs ms dr prof sen rep gov hon rev msgr st mt ft no nos vs etc
    inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    jr sr fr bros dept est approx dist ave blvd rd pvt spc pfc supt insp const asst cmdt hq al ie eg cf ph
    atty ven rt sts gens frs messrs""".split()
)  # fmt: skip
_MARKS = frozenset(".?!")
_HALVES = frozenset({"a.m.", "p.m."})
#: What goes on behind a clock, with a capital: "at 8 a.m. Monday", "at 8 p.m. Eastern".
_BESIDE_CLOCK = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec eastern central pacific mountain greenwich""".split()
)  # fmt: skip
_CLOSING = frozenset("\"')]}”’")
_WRAPPED_WIDTH = (50, 90)  # lines of wires and printed messages are this wide
#: How an entry of a list of dates begins: "Oct. 23, 2009 - ", "23 October: ", "May 2014: ".
_DATED_LINE = re.compile(
    r"\W{0,3}(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?:\d{1,2}(?:, \d{4})?|\d{4})"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:,? \d{4})?) ?[-–—:] ?\w",
    re.IGNORECASE,
)
_FEWEST_WRAPPED = 3  # lines that go on below them
_CUT_LINES = 0.1  # of these, that a cut may have joined
_BROKEN = 0.3  # of these, that surely stop in mid-sentence


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens [first, last) that stands at [start, end) of the text."""

    number: int
    paragraph: int
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text cut into tokens and sentences."""

    raw: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence]
    figures: list[tuple[int, int]]  # where what may tell a time or a number stands, blank to blank
    marked: list[int]  # tokens written with a capital letter or a hyphen, as names are
    plain: Folded  # its words as tables of names know them

    def begins_paragraph(self, sentence: Sentence) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return sentence.number == 0 or self.sentences[sentence.number - 1].paragraph != sentence.paragraph

    def ends_paragraph(self, sentence: Sentence) -> bool:
        """Whether a sentence is the last of its paragraph."""
        following = self.sentences[sentence.number + 1 : sentence.number + 2]
        return not following or following[0].paragraph != sentence.paragraph

    def is_titled(self, sentence: Sentence) -> bool:
        """Whether all longer words begin with a capital letter, so that it says nothing of names."""
        starts = (
            self.starts[index]
            for index in range(sentence.first + 1, sentence.last)
            if len(self.words[index]) >= _TITLED and self.words[index].isalpha()
        )
        first_letters = [self.raw[start] for start in starts]
        return len(first_letters) > 1 and all(letter.isupper() for letter in first_letters)

    def token_at(self, offset: int) -> int:
        """The first token that ends behind an offset."""
        return first_not_below(self.ends, offset + 1)


def first_not_below(rising: list[int], least: int) -> int:
    """The first position of rising numbers at which one is no less than another; asked so often that it is compiled."""
    low, high = 0, len(rising)
    while low < high:
        middle = (low + high) >> 1
        if rising[middle] < least:
            low = middle + 1
        else:
            high = middle
    return low


#: A small word that begins names: "al-Hijri", "el-Sisi", "as-Suwayda", "d'Ivoire".
_SMALL_BEGINNING = re.compile(r"(?:[ae][a-z]{1,2}|[dl])[-'’‘][^\W\d_]")


def begins_name(raw: str, start: int) -> bool:
    """Whether a word is written as a name is, with a capital letter where names have one."""
    if raw[start].isupper():
        return True
    match = _SMALL_BEGINNING.match(raw, start) if raw[start] in "aedl" else None
    return match is not None and raw[match.end() - 1].isupper()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two blanks, folded, with its words and where they begin and end in it."""

    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    has_figures: bool  # a time or a number may be told in it
    marked: list[int]  # words written with a capital letter or a hyphen
    stops: list[int]  # marks that may end a sentence
    plain: Piece
    is_word: bool  # one word and nothing else


#: Pieces that were cut before: texts have the same ones again and again.
_PIECES: dict[str, _Piece] = {}
_PIECES_KEPT, _LONGEST_KEPT = 16384, 24
_DIGIT = re.compile(r"\d")


def read(raw: str) -> Text:
    """A text with its tokens and sentences; no token goes on behind a blank, so that each piece is cut by itself."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    figures: list[tuple[int, int]] = []
    marked: list[int] = []
    stops: list[int] = []
    lines: list[str] = []
    plain_words: list[str] = []
    plain_starts: list[int] = []
    plain_ends: list[int] = []
    at, run = 0, 0  # words from `run` on stand at the same places in both
    for line in (raw if raw.isascii() else raw.replace("`", "'")).split("\n"):
        folded: list[str] = []
        for part in line.split(" "):
            piece = _PIECES.get(part) or _cut(part)
            plain, behind = piece.plain, at + len(part)
            folded.append(piece.folded)
            for index in piece.marked:
                marked.append(len(words) + index)
            if piece.is_word:  # as most are
                words.append(piece.words[0])
                starts.append(at)
                ends.append(behind)
                plain_words.append(plain.words[0])
            else:
                stops += [len(words) + index for index in piece.stops]
                plain_starts += starts[run:]
                plain_ends += ends[run:]
                words += piece.words
                plain_words += plain.words
                for start in piece.starts:
                    starts.append(at + start)
                for end in piece.ends:
                    ends.append(at + end)
                for start in plain.starts:
                    plain_starts.append(at + start)
                for end in plain.ends:
                    plain_ends.append(at + end)
                run = len(starts)
            if piece.has_figures:
                figures.append((at, behind))
            at = behind + 1
        lines.append(" ".join(folded))
    sentences = _sentences(raw, words, starts, ends, stops, _paragraph_breaks(raw))
    plain_starts += starts[run:]
    plain_ends += ends[run:]
    plainly = folded_of(raw, plain_words, plain_starts, plain_ends)
    return Text(raw, "\n".join(lines), words, starts, ends, sentences, figures, marked, plainly)


def _cut(part: str) -> _Piece:
    """A piece cut into words; kept for the texts to come unless it is long."""
    folded = fold(part)
    parted = _parted(part, folded)
    found: list[str] = _TOKEN.findall(parted)
    starts, ends = places_of(found, parted)
    words = [sys.intern(folded[start:end]) for start, end in zip(starts, ends, strict=True)]
    marked = [index for index, word in enumerate(words) if part[starts[index]].isupper() or "-" in word]
    stops = [index for index, word in enumerate(words) if word in _MARKS or word[0] == "." or word in _HALVES]
    has_figures = may_begin(part) or _DIGIT.search(folded) is not None
    plain = fold_piece(part)
    whole = ([0], [len(part)])
    is_word = not stops and (starts, ends) == whole and (plain.starts, plain.ends) == whole
    piece = _Piece(folded, words, starts, ends, has_figures, marked, stops, plain, is_word)
    if len(part) <= _LONGEST_KEPT:
        if len(_PIECES) >= _PIECES_KEPT:
            _PIECES.clear()
        _PIECES[part] = piece
    return piece


def _parted(raw: str, folded: str) -> str:
    """The folded text with a mark of its own for each dash that parts words."""
    dashes = [hit.start() for hit in _LONG_DASH.finditer(raw)] if not raw.isascii() else []
    if not dashes:
        return folded
    characters = [*folded]
    for at in dashes:
        characters[at] = _PARTS
    return "".join(characters)


def _paragraph_breaks(raw: str) -> list[int]:
    """Offsets at which a new paragraph begins; a line break inside a hard-wrapped paragraph is none."""
    if "\n" not in raw:
        return []
    breaks, offset, wrapped, before = [], 0, _is_wrapped(raw), ""
    lines = raw.split("\n")
    for line, following in itertools.pairwise(lines):
        offset += len(line) + 1
        inside, before = wrapped and bool(before.strip()), line
        if _runs_on(line, following, inside=inside):
            continue
        ends_here = not wrapped or not line.strip() or not following.strip() or following[:1].isspace()
        if ends_here or len(line) < _WRAPPED_WIDTH[0] or _DATED_LINE.match(following):
            breaks.append(offset)
    return breaks


def _runs_on(line: str, following: str, *, inside: bool) -> bool:
    """Whether a sentence was broken in the middle: a long line stops without a mark, the next goes on in lower case.

    So may any line inside a wrapped paragraph; a short one that opens it is a heading.
    """
    long = len(line) >= _WRAPPED_WIDTH[0] and not line[:1].islower()
    broken = (long or inside) and (line[-1:].isalpha() or line[-1:] == ",")
    return broken and following[:1].islower() and (inside or not following.startswith("by "))


def _is_wrapped(raw: str) -> bool:
    """Whether lines break at a width instead of at the end of a paragraph.

    The last line of a paragraph tells nothing; the few lines that a cut has made long or short are passed over.
    """
    lines = [line.rstrip() for line in raw.split("\n")]
    inner = [line for line, following in itertools.pairwise(lines) if line and following]
    inner = [line for line in inner if not _DATED_LINE.match(line)]  # a list of dates breaks where each ends
    if len(inner) < _FEWEST_WRAPPED:
        return False
    low, high = _WRAPPED_WIDTH
    if sum(len(line) > high + 20 for line in inner) > _CUT_LINES * len(inner):
        return False
    open_lines = sum(low <= len(line) <= high and line[-1] not in '.!?:"”' for line in inner)
    broken = sum(_runs_on(line, following, inside=True) for line, following in itertools.pairwise(lines))
    return open_lines > 0.5 * len(inner) or broken > _BROKEN * len(inner)


def _sentences(
    raw: str, words: list[str], starts: list[int], ends: list[int], stops: list[int], breaks: list[int]
) -> list[Sentence]:
    found: list[Sentence] = []
    count, first, paragraph, position = len(words), 0, 0, 0
    next_break = breaks[0] if breaks else len(raw) + 1

    def close(last: int) -> None:
        nonlocal first
        if last > first:
            found.append(Sentence(len(found), paragraph, first, last, starts[first], ends[last - 1]))
        first = last

    begins = {bisect_left(starts, offset) for offset in breaks} - {count}
    for index in sorted(begins.union(stops)):
        if starts[index] >= next_break:
            close(index)
            while starts[index] >= next_break:
                position += 1
                next_break = breaks[position] if position < len(breaks) else len(raw) + 1
            paragraph += 1
        word = words[index]
        if (word in _MARKS or word[0] == ".") and index >= first and _ends_sentence(raw, words, starts, ends, index):
            close(_with_closing(words, starts, ends, index, next_break))
        elif word in _HALVES and index >= first and _begins_behind_clock(raw, words, starts, index):
            close(index + 1)
    close(count)
    return found


def _ends_sentence(raw: str, words: list[str], starts: list[int], ends: list[int], index: int) -> bool:
    """Whether the mark at this token ends a sentence."""
    if index + 1 >= len(words):
        return True
    gap = starts[index + 1] - ends[index]
    closing = words[index + 1] in _CLOSING and not gap
    if not gap and not closing:
        return False
    if words[index] != ".":
        return not _goes_on(raw, starts, index + 1) if closing else True
    previous = words[index - 1] if index and ends[index - 1] == starts[index] else ""
    if previous in ABBREVIATIONS or (len(previous) == 1 and previous.isalpha()):
        return False
    return not (closing and _goes_on(raw, starts, index + 1))


def _begins_behind_clock(raw: str, words: list[str], starts: list[int], index: int) -> bool:
    """'at 8 a.m. Three men fled': a sentence begins, not so in 'at 8 a.m. Monday', 'at 8 a.m. Kabul time'."""
    behind = words[index + 1 : index + 3]
    if not behind or behind[0] in _BESIDE_CLOCK or "time" in behind:
        return False
    opening = raw[starts[index + 1] : starts[index + 1] + 2]
    return opening[:1].isupper() and opening[1:].islower()


def _goes_on(raw: str, starts: list[int], closing: int) -> bool:
    """Whether a sentence goes on in lower case behind a closing quote: '... now?" he said'."""
    after = raw[starts[closing] + 1 : starts[closing] + 3].strip()
    return bool(after) and (after[0].islower() or after[0] == ",")


def _with_closing(words: list[str], starts: list[int], ends: list[int], index: int, limit: int) -> int:
    """The token behind a sentence's closing quotes and brackets."""
    last = index + 1
    while last < len(words) and words[last] in _CLOSING and starts[last] == ends[last - 1] and starts[last] < limit:
        last += 1
    return last


#: A heading has fewer words than this.
_HEADING_WORDS = 22


def headings(text: Text, title_end: int) -> list[int]:
    """The numbers of the sentences that are headings of parts of the text: one line between two paragraphs of prose.

    Lines above the first prose are the text's own headlines; lines in a row are a list.
    """
    paragraphs = [list(group) for _, group in itertools.groupby(text.sentences, key=lambda s: s.paragraph)]
    prose = [not _is_line(text, members) for members in paragraphs]
    found = []
    for number in range(1, len(paragraphs) - 1):
        between = prose[number - 1] and prose[number + 1] and not prose[number]
        if between and paragraphs[number - 1][0].start >= title_end:
            found.append(paragraphs[number][0].number)
    return found


def _is_line(text: Text, paragraph: list[Sentence]) -> bool:
    sentence = paragraph[0]
    is_short = len(paragraph) == 1 and sentence.last - sentence.first < _HEADING_WORDS
    return is_short and text.words[sentence.last - 1] not in ".!?\"',:;"
