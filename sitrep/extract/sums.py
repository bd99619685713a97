"""Whether words tell of several happenings at once: a count over time, a wave of attacks, attacks without end.

What belongs here: the signs of a sum. What does not: habits ("often attack"), which are a modality (status.py).
"""

from __future__ import annotations

from collections.abc import Mapping

from sitrep.extract.clauses import Clause
from sitrep.extract.events import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.timex import TimeExpression

_MANY = 4  # so many attacks at once are a sum, not one happening


class Sums:
    """Tells sums from single happenings in one sentence."""

    def __init__(self, nouns: Nouns, cues: Mapping[str, frozenset[str]]) -> None:
        self.nouns, self.cues = nouns, cues
        self.words = nouns.atoms.words

    def is_sum(self, event: Event, *, definite: bool) -> bool:
        """Whether an event's words speak of several happenings."""
        if event.trigger.aggregate:
            return True
        noun, clause = event.noun, event.clause
        if noun is not None and not definite and self._many(noun):
            return True
        if noun is not None and not definite and self._in_change(event, noun):
            return True
        if clause is None or clause.verb is None or (noun is not None and not self._holds(noun, clause)):
            return False
        if clause.verb.tense == "perfect":
            return self._over_time(clause) or (
                noun is not None and not definite and self.is_plural(noun) and not self._counted(noun)
            )
        return noun is not None and self.is_plural(noun) and not self._counted(noun) and self._vaguely(clause)

    def is_plural(self, noun: Noun) -> bool:
        """Whether a noun phrase speaks of several."""
        return self.nouns.of(noun).is_plural or (noun.word.endswith("s") and not noun.word.endswith("ss"))

    def _counted(self, noun: Noun) -> bool:
        count = self.nouns.of(noun).count
        return count is not None and count[0] == count[1]

    def _many(self, noun: Noun) -> bool:
        """'several attacks', '33 attacks', 'a wave of bombings'."""
        count = self.nouns.of(noun).count
        if count is not None and count[0] >= _MANY:
            return True
        begin = noun.owner.last + 1 if noun.owner is not None else noun.first
        words = {part for word in self.words[begin : noun.head] for part in word.split()}
        if words & self.cues["wave_words"]:
            return True
        return self.is_plural(noun) and bool(words & self.cues["many_modifiers"]) and not self._counted(noun)

    def _in_change(self, event: Event, noun: Noun) -> bool:
        """'an uptick in attacks', 'violence has surged', 'attacks increased'."""
        clause = event.clause
        if clause is None or not self.is_plural(noun):
            return False
        holders = [
            *clause.objects,
            *([clause.subject] if clause.subject is not None else []),
            *(n for _, n in clause.prepositions),
        ]
        if any(h.word in self.cues["change_nouns"] and any(n is noun for _, n in h.prepositions) for h in holders):
            return True
        return clause.subject is noun and clause.verb is not None and clause.verb.lemma in self.cues["change_verbs"]

    def _holds(self, noun: Noun, clause: Clause) -> bool:
        """Whether a noun is subject or object of a clause."""
        firsts = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
        return any(noun is first or noun in first.coordinated for first in firsts)

    def _times(self, clause: Clause) -> list[TimeExpression]:
        spans = (self.nouns.spans.covering.get(self.nouns.atoms.first[phrase.first]) for phrase in clause.times)
        return [span.time for span in spans if span is not None and span.time is not None]

    def _over_time(self, clause: Clause) -> bool:
        """'have been killed since January', 'so far this year', 'in recent months'."""
        assert clause.verb is not None
        behind = set(self.words[clause.verb.last : clause.verb.last + 6]) | clause.verb.words
        if behind & self.cues["sum_words"]:
            return True
        return any(
            time.relation == "since"
            or time.kind in ("vague", "year")
            or (time.kind == "period" and time.unit not in ("day", "night"))
            for time in self._times(clause)
        )

    def _vaguely(self, clause: Clause) -> bool:
        return any(time.kind in ("vague", "year") for time in self._times(clause))
