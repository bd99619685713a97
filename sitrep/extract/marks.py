"""Marks that are no end of a sentence and no part of it: quotation marks, full stops of abbreviations.

What belongs here: telling them apart by what stands around them. What does not: the tags of words (atoms.py).
"""

from __future__ import annotations

from sitrep.extract.text import ABBREVIATIONS, Sentence, Text


def is_quote(text: Text, index: int, quoted: bool) -> bool:
    """Whether a mark is a quotation mark; a lone apostrophe may be a plural owner's."""
    return text.words[index] == '"' or (text.words[index] == "'" and (quoted or not _is_possessive(text, index)))


def opens_quote(text: Text, index: int, end: int, quoted: bool) -> bool:
    """Whether a quotation begins at a mark: a lone apostrophe may end one."""
    alone = text.words[index] == "'" and not quoted
    return alone and index + 1 < end and text.starts[index + 1] == text.ends[index]


def is_abbreviation(tokens: list[str], index: int, sentence: Sentence) -> bool:
    """Whether a full stop belongs to the word or the initial before it."""
    inside = sentence.first < index < sentence.last - 1
    before = tokens[index - 1] if inside and tokens[index] == "." else ""
    return before in ABBREVIATIONS or (len(before) == 1 and before.isalpha())  # "Oleg R. Bortnik"


def _is_possessive(text: Text, index: int) -> bool:
    """Whether a lone apostrophe marks a plural owner: 'the rebels' camp'."""
    return index > 0 and text.ends[index - 1] == text.starts[index] and text.words[index - 1].endswith("s")
