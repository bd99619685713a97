"""Who shared a fate, and fates that no verb of harm tells: "killed with two others", "the bodies of four were found".

What belongs here: those beside a victim, remains and burials, what people put a toll at. What does not: verbs of harm
(events.py), words for a toll (stated.py), lists of people (listed.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.clause import Clause
from sitrep.extract.listed import COUNTED, PEOPLE, Lists
from sitrep.extract.nouns import Nouns
from sitrep.extract.outcomes import Outcomes
from sitrep.extract.phrases import Noun

#: What they were about to do, nobody says that they did.
_TRIED = frozenset({"try", "attempt"})
_BESIDE = frozenset({"along with", "together with", "alongside", "as well as", "in addition to", "besides", "plus"})
_WITH = frozenset({"with", *_BESIDE})
#: What stands before people of whom only remains are left.
REMAINS = frozenset(
    {"bodies of", "the bodies of", "the body of", "body of", "the corpses of", "corpses of", "the remains of"}
)
BODIES = frozenset({"body", "bodies", "corpse", "corpses", "remains"})
_HURTS = frozenset({"injuries", "wounds", "injury", "wound"})
_WHERE = frozenset({("on", "spot"), ("at", "scene"), ("at", "site"), ("in", "hospital"), ("at", "hospital")})
_AT_ONCE = frozenset({"instantly", "immediately", "outright", "where"})
_TO, _TO_WOUNDS = frozenset({"to", "of", "from"}), frozenset({"to"})
_UNDER = frozenset({"under", "beneath", "in", "alive", "by", "underneath", "inside"})
_PUT = frozenset({"put", "place", "estimate"})
_REPORTS = frozenset({"report", "reports", "count", "counts", "figures", "toll", "tolls", "tally"})
_ANSWERS = frozenset(
    """reply response retaliation revenge reprisal reprisals vengeance retribution avenge avenging avenged mourn
    mourning commemorate commemoration commemorating anniversary memory remembrance""".split()
)
_COUNTS = frozenset({"up", "down", "revised", "toll", "figure", "number", "tally", "count"})
_FIGURES = frozenset({"figure", "number", "count", "tally"})
_TRUE = frozenset({"real", "true", "actual"})
_IS, _GIVES = frozenset({"be", "stand"}), frozenset({"give", "cite", "offer"})
_SPEAKS, _AT = frozenset({"speak", "boast", "talk", "know"}), frozenset({"at", "of"})
_ENDS = frozenset(".,;!?")
#: Verbs that give a figure and are none of harm.
GIVING = frozenset({"say", "claim"}) | _GIVES | _SPEAKS


class Fates:
    """Reads in one sentence whom a fate befell where the grammar of a single verb does not say it."""

    def __init__(self, nouns: Nouns, lists: Lists) -> None:
        self.nouns, self.lists, self.outcomes = nouns, lists, Outcomes(nouns)
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags

    def is_echo(self, noun: Noun, clause: Clause | None) -> bool:
        """'the eight had not died for nothing', 'had initially put the dead at 12', 'initial reports said 17 died'."""
        known = self.nouns.of(noun).count is not None or noun.word == "other"
        if self.words[noun.first] in ("the", "these", "those", "all", "both") and known:
            return True
        if self._is_raised(noun):
            return True
        if clause is None:
            return False
        verbs = [each.verb for each in (clause, clause.parent) if each is not None and each.verb is not None]
        around = {word for verb in verbs for word in (*verb.words, *self.words[max(0, verb.first - 2) : verb.last + 1])}
        for teller in (clause.subject, clause.parent.subject if clause.parent is not None else None):
            if teller is not None and teller.word in _REPORTS:
                around.update(self.words[teller.first : teller.head])
        if any("first" in self.words[verb.first : verb.last] for verb in verbs):
            return True  # "had first reported 17 dead"
        return not around.isdisjoint(self.nouns.patterns.cues["early_words"])

    def _is_raised(self, noun: Noun) -> bool:
        """'up from 12', 'raising an earlier toll from 20': what the toll was before."""
        before = self.words[max(0, noun.first - 4) : noun.first]
        return before[-1:] == ["from"] and not _COUNTS.isdisjoint(before)

    def is_aside(self, noun: Noun) -> bool:
        """'the worst attack since the death of X', 'a reply to the deaths of two': deaths of another day."""
        before = [part for word in self.words[max(0, noun.first - 3) : noun.first] for part in word.split()]
        return before[-1:] == ["since"] or not _ANSWERS.isdisjoint(before)

    def company(self, noun: Noun, clause: Clause | None) -> list[Noun]:
        """'was killed with two others', 'killed the mayor along with his driver': who came to the same harm."""
        if clause is None or clause.verb is None:
            return []
        found: list[Noun] = []
        own = [(word, other) for word, other in noun.tail if word in _BESIDE]
        for word, other in [*own, *(bound for bound in clause.prepositions if bound not in own)]:
            beside = (word, other) in own or (word in _WITH and self._is_beside(word, other, noun, clause))
            if not beside:
                continue
            listed = [
                each for each in (other, *other.coordinated, *self.lists.besides(other)) if self._are_people(each)
            ]
            found += listed if listed[:1] == [other] else []
        return found

    def _is_beside(self, word: str, other: Noun, noun: Noun, clause: Clause) -> bool:
        """Whether 'with' stands behind the verb or the victim, so that it does not hang on something else."""
        before = other.first - 2
        ends = (clause.verb.last - 1 if clause.verb is not None else -1, noun.last - 1)
        if before in ends:
            return True
        between = range(max(ends) + 1, before + 1)
        # "eight people - four of them X - plus the bomber"
        aside = "-l" if before > 0 and self.tags[before] == "-" else ""
        if word not in _BESIDE or any(self.tags[i] not in f"TAa,idjnYyc{aside}" for i in between):
            return False
        within = (n for _, n in clause.prepositions if n.first in between)
        return not any(self.nouns.of(n).classes & COUNTED for n in within)  # "by gunmen along with a guard"

    def _are_people(self, noun: Noun) -> bool:
        meaning = self.nouns.of(noun)
        one = self.words[noun.first] == "the" and not meaning.is_plural  # "plus the bomber"
        return bool(meaning.classes & COUNTED) and (one or self.lists.count(noun) is not None)

    def remains(self, phrases: list[Noun]) -> Iterator[Noun]:
        """'The bodies of 17 soldiers were found': people of whom only remains are left."""
        if REMAINS.isdisjoint(self.nouns.atoms.said):
            return  # as most sentences
        for noun in phrases:
            if (
                self._are_remains(noun)
                and self.nouns.of(noun).classes & PEOPLE
                and self.nouns.of(noun).count is not None
            ):
                yield noun

    def _are_remains(self, noun: Noun) -> bool:
        """'the bodies of 17 soldiers', 'the bullet-riddled bodies of five men'."""
        return not REMAINS.isdisjoint(self.words[noun.first : noun.head])

    def is_piece(self, noun: Noun, clause: Clause | None) -> bool:
        """'36 bodies were handed over', 'three died on the spot', 'two of the six died': not all the dead."""
        if noun.word in BODIES or self._are_remains(noun):
            return True
        if self.was_hurt(noun):
            return True
        if any(word == "of" and self._is_known(other) for word, other in noun.prepositions[:1]):
            return True
        bound = clause.prepositions if clause is not None else []
        hurt = (other for word, other in bound if word == "of" and other.first < noun.first)
        if any(self.outcomes.of(other) == "injured" for other in hurt):
            return True  # "of the injured, six died"
        verb = clause.verb if clause is not None else None
        if verb is not None and not _AT_ONCE.isdisjoint(self.words[verb.last : verb.last + 2]):
            return True  # "six died instantly", "died where they stood"
        more = not self.nouns.patterns.cues["more_words"].isdisjoint(self.words[noun.first : noun.last + 1])
        to = _TO if more else _TO_WOUNDS  # "five more died of their wounds"
        return any((word, other.word) in _WHERE or (word in to and other.word in _HURTS) for word, other in bound)

    def was_hurt(self, noun: Noun) -> bool:
        """'five of the wounded': who died later than others."""
        return any(word == "of" and self.outcomes.of(other) == "injured" for word, other in noun.prepositions[:1])

    def _is_known(self, noun: Noun) -> bool:
        """'two of the six': of so many as were told before."""
        return self.words[noun.first] == "the" and self.tags[noun.head] == "c"

    def buried(self, clause: Clause) -> Noun | None:
        """'We buried ten people', 'Ten people were laid to rest on Tuesday', but not 'were buried under rubble'."""
        verb = clause.verb
        rests = verb is not None and verb.lemma == "lay" and self.words[verb.last : verb.last + 2] == ["to", "rest"]
        told = verb is not None and verb.form != "infinitive" and not (verb.is_negated or verb.modal)
        if verb is None or not told or not (verb.lemma == "bury" or rests):
            return None
        behind = self.words[verb.last : verb.last + 1]
        if any(word in _UNDER for word, _ in clause.prepositions) or (behind and behind[0] in _UNDER):
            return None
        noun = clause.subject if verb.is_passive else clause.object
        return noun if noun is not None and self._are_people(noun) else None

    def put_at(self, clause: Clause, *, is_told: bool, before: bool = False) -> Noun | None:
        """'residents put the figure at 30', 'while residents spoke of 30 dead': a number that stands for the toll.

        `is_told`: the sentence has told a toll before: 'though the police confirmed only seven', 'put it at nine';
        `before`: a sentence right before it has.
        """
        verb = clause.verb
        if verb is None or verb.is_negated or verb.modal:
            return None
        figure = clause.object
        known = is_told or before
        if known and verb.lemma in _IS and clause.subject is not None and self._is_true(clause.subject):
            at = [figure, *(n for word, n in clause.prepositions if word in _AT)]
            return next((n for n in at if n is not None and self._is_number(n)), None)
        if verb.lemma in _GIVES and figure is not None and figure.word in _FIGURES and known:
            within = (n for word, n in (*figure.prepositions, *clause.prepositions) if word in ("of", "as", "at"))
            return next((n for n in within if self._is_number(n)), None)
        if verb.lemma in _PUT and figure is not None and (figure.word in _FIGURES or (known and figure.word == "it")):
            if not known and "c" in self.tags[: figure.first]:
                return None  # "900 people marched, and police put the figure at 700"
            at = [n for word, n in clause.prepositions if word == "at" and self._is_bare(n)]
            return at[0] if at and not _counts_what(figure) else None
        if verb.lemma in _SPEAKS and clause.kind != "relative":
            return next((n for word, n in clause.prepositions if word == "of" and self._is_bare(n)), None)
        tells = verb.lemma in self.nouns.patterns.cues["count_verbs"] or verb.lemma == "claim"
        tells = tells and verb.lemma != "number"  # "The raiders, numbering 250, fled": as many as did it
        tells, number = tells or verb.lemma == "say", clause.subject
        if before and verb.lemma == "say" and number is not None and figure is not None and not number.first:
            return number if self._is_number(number) else None  # "Fifteen, say the villagers"
        if known and tells and not verb.is_passive and figure is not None and self._is_number(figure):
            return figure if is_told or self.words[figure.last] in _ENDS else None
        return None

    def _is_true(self, noun: Noun) -> bool:
        """'the true number', 'the real figure': of the dead told before."""
        inside = self.words[noun.first : noun.head]
        return noun.word in _FIGURES and not _TRUE.isdisjoint(inside) and not _counts_what(noun)

    def _is_number(self, noun: Noun) -> bool:
        """'seven', 'only seven', 'at least 30': a number alone, of nobody in particular."""
        return self.tags[noun.head] == "c" and not noun.prepositions and self.nouns.of(noun).count is not None

    def _is_bare(self, noun: Noun) -> bool:
        """A number alone, or a number of dead."""
        counted = self.nouns.of(noun).count is not None
        return counted and (self.tags[noun.head] == "c" or self.outcomes.of(noun) == "killed")


def _counts_what(figure: Noun) -> bool:
    """'the number of arrests': of what it is the number is said."""
    return any(word == "of" for word, _ in figure.prepositions)


def is_asked(clause: Clause) -> bool:
    """'It was not clear whether the attacker died in the blast', 'tried to kill the mayor': nobody says that he did."""
    outer = clause.parent.verb if clause.kind == "infinitive" and clause.parent is not None else None
    if outer is not None and outer.lemma in _TRIED:
        return True
    within: Clause | None = clause
    while within is not None and within.kind != "relative":
        if within.marker == "whether":
            return True
        within = within.parent
    return False
