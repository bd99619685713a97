"""What another speaker says that a toll is, where its verb is left out: 'police say seven died, the hospital nine'.

What belongs here: numbers behind somebody who speaks, or before "according to" him, that stand for a toll told before
them in the sentence. What does not: figures that have a verb of their own (stated.py, fates.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun

if TYPE_CHECKING:
    from sitrep.extract.tolls import Toll

_SPEAKING = frozenset("people person body official state actor media military police militants named facility".split())
_VOICES = frozenset(
    """sources source media television tv radio station hospital hospitals outlets newspapers reports residents
    witnesses monitors activists medics doctors villagers survivors locals morgue ministry observatory
    opposition""".split()
)
_NEITHER = frozenset({"event", "toll", "number", "pronoun", "means", "measure"})
_BREAKS = frozenset({",", ";", "-", ":"})
_JOINTS = frozenset({"and", "but", "while", "though", "although", "whereas", "or", "yet"})
_LINKS = frozenset({"of", "at", "as", "to", "only", ":", "just", "one", "one of", "claim", "report", "count", "say"})
_ENDS = frozenset({".", ",", ";", ")", "!", "?", "and", "but", "while", "though"})
_FATES = frozenset({"dead", "killed", "deaths", "bodies", "fatalities", "corpses", "slain"})
_ACCOUNTS = frozenset(
    {"another", "others", "account", "accounts", "count", "counts", "tally", "reckoning", "estimate", "estimates"}
)
_BY, _ONE_OF = frozenset({"by"}), frozenset({"one of", "of"})
_GIVING = frozenset({"know", "speak", "give", "put", "cite", "list"})
_FIGURES = frozenset({"toll", "count", "figure", "tally", "number", "estimate"})
_HURT = frozenset({"killed", "injured"})
_SAYING = frozenset({"say", "says", "said"})  # "nine, say the villagers"
_REACH = 9  # atoms between a toll, or the last joint, and the number


@dataclass(frozen=True, slots=True)
class Rival:
    """A number that somebody else gives for a toll of the sentence."""

    noun: Noun
    speaker: Noun
    behind: int  # the atom before which the other toll must stand
    is_dead: bool  # the number is of "dead"


class Rivals:
    """Finds in one sentence the figures of second speakers."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.words, self.tags = nouns, nouns.atoms.words, nouns.atoms.tags
        self.cues = nouns.patterns.cues

    def find(self, clauses: list[Clause], phrases: list[Noun]) -> list[Rival]:
        """The figures of a sentence that are a second speaker's, taken out of the lists that they were read into."""
        if sum(tag == "c" for tag in self.tags) < 2:
            return []
        found = list(self._rivals(clauses, phrases))
        for rival in found:
            _take_out(rival.noun, clauses, phrases)
        return found

    def _rivals(self, clauses: list[Clause], phrases: list[Noun]) -> Iterator[Rival]:
        for index in range(2, len(self.words)):
            if self.tags[index] != "c" or "c" not in self.tags[: index - 1]:
                continue
            first = index
            while self.tags[first - 1] == "v":
                first -= 1
            joined = self.words[first - 1] in _JOINTS or self.words[first - 1] in _BREAKS
            joined = joined or self.words[first - 1] in _ONE_OF
            speaker = self._behind(index + 1, phrases) if joined else None
            at = first - 1
            if speaker is None and self._ends(index + 1) and self._is_given(first, clauses):
                speaker, at = self._before(first)
            if speaker is None:
                continue
            dead = not _FATES.isdisjoint(self.words[index + 1 : index + 2])
            yield Rival(self._phrase(first, index, index + 1 + dead, phrases), speaker, at, dead)

    def _phrase(self, first: int, head: int, last: int, phrases: list[Noun]) -> Noun:
        """The phrase of a number alone, or the one that the sentence has there."""
        own = next((noun for noun in phrases if noun.first == first and noun.last <= last), None)
        return own or Noun(first, head + 1, head, self.words[head])

    def _ends(self, at: int) -> bool:
        """Whether nothing is counted behind a number, or the dead."""
        behind = self.words[at : at + 1]
        if behind and behind[0] in _FATES:
            behind = self.words[at + 1 : at + 2]
        return not behind or behind[0] in _ENDS

    def _is_given(self, first: int, clauses: list[Clause]) -> bool:
        """Whether somebody has given a figure before a place."""
        verbs = [c.verb for c in clauses if c.verb is not None and c.verb.first < first and not c.verb.is_negated]
        known = (self.cues["speech"], self.cues["claimed_speech"], self.cues["count_verbs"], _GIVING)
        told = any(verb.lemma in words for verb in verbs for words in known) or "according to" in self.words[:first]
        return told or not _FIGURES.isdisjoint(self.words[:first])

    def _before(self, first: int) -> tuple[Noun | None, int]:
        """Who stands before a number, behind a comma or a joint: ', the army of nine', 'and the Red Cross at 15'."""
        last = first
        while last > 1 and self.words[last - 1] in _LINKS:
            last -= 1
        begin = last
        while begin > 1 and last - begin < _REACH and self.tags[begin - 1] in "djnyYG'":
            begin -= 1
        name = begin
        if self.words[max(0, begin - 2) : begin] == ["that", "of"]:
            begin -= 2  # "the police toll was 12, that of the hospital 15"
        before = self.words[begin - 1]
        if name == last or (before not in _BREAKS and before not in _JOINTS):
            return None, 0
        speaker = Noun(name, last, last - 1, self.words[last - 1])
        return (speaker, begin - 1) if self._speaks(speaker) else (None, 0)

    def _behind(self, at: int, phrases: list[Noun]) -> Noun | None:
        """Who is named behind a number: '15 according to residents', '15 by another account', '20 by that of X'."""
        words = self.words[at : at + 2]
        if words[:1] == [","]:
            at, words = at + 1, self.words[at + 1 : at + 3]
        if words[:1] == ["according to"] or (words and words[0] in _SAYING):
            return next((noun for noun in phrases if noun.first == at + 1 and self._speaks(noun)), None)
        if not words or words[0] not in _BY:
            return None
        noun = next((noun for noun in phrases if noun.first == at + 1), None)
        if noun is None:
            return None
        if words[1:] == ["that"] and noun.prepositions[:1] and noun.prepositions[0][0] == "of":
            return noun.prepositions[0][1]
        other = self.words[at - 2] in _ONE_OF and self._speaks(noun)  # "a toll of 12 by X, one of 15 by Y"
        return (noun.owner or noun) if noun.word in _ACCOUNTS or other else None

    def _speaks(self, noun: Noun) -> bool:
        classes = self.nouns.of(noun).classes
        return noun.word in _VOICES or bool(classes & _SPEAKING and not classes & _NEITHER)


def beside(tolls: list[Toll], rivals: list[Rival], nouns: Nouns) -> list[Toll]:
    """The tolls of a sentence with the figures that second speakers give for them."""
    made: list[Toll] = []
    for rival in rivals:
        told = [toll for toll in tolls if toll.last <= rival.behind and toll.outcome in _HURT and not toll.is_part]
        noun, count = rival.noun, nouns.of(rival.noun).count
        if told and rival.speaker.word in _ACCOUNTS and told[-1].count is not None and count is not None:
            ends = sorted({told[-1].count[0], count[0]})  # "12 died, or 15 by another account": nobody is named
            told[-1].count = (ends[0], ends[-1])
        elif told:
            tolls = [toll for toll in tolls if not _holds(toll.noun, noun)]
            like = next((t for t in reversed(told) if t.outcome == "killed"), told[-1]) if rival.is_dead else told[-1]
            for toll in tolls:
                toll.series = [each for each in toll.series if not _holds(each.noun, noun)]
            made.append(
                replace(
                    like, noun=noun, first=noun.first, last=noun.last, count=count, series=[], rule="toll.rival",
                    speaker=rival.speaker, like=like,
                )
            )  # fmt: skip
    return tolls + made


def _holds(phrase: Noun, number: Noun) -> bool:
    """Whether a phrase is that of a number: 'the hospital nine' of the nine."""
    return phrase.first <= number.head < phrase.last


def _take_out(number: Noun, clauses: list[Clause], phrases: list[Noun]) -> None:
    """Frees a number from the lists and the clauses that it was read into."""
    for noun in [noun for noun in phrases if _holds(noun, number)]:
        for clause in clauses:
            clause.give_up(noun)
    for other in phrases:
        other.coordinated = [each for each in other.coordinated if not _holds(each, number)]
        other.appositions = [each for each in other.appositions if not _holds(each, number)]
