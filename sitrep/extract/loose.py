"""Tolls without an event: when and where they were, 'Another six died in March', 'Sixty are feared dead in X'.

What belongs here: tolls that no event of their sentence has, their times and places. What does not: finding tolls
(tolls.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.named_places import PLACED
from sitrep.extract.phrases import Noun
from sitrep.extract.settings import Settings, Where
from sitrep.extract.tolls import Toll

_LONG_AGO = frozenset({"month", "year"})
_STRENGTH = 5  # of a place told of the dead alone: an event's own comes first
#: What becomes of the dead and the hurt where they are taken, and who tells of them there.
_LATER = frozenset(
    """treat admit bury mourn bring take transfer evacuate hospitalise hospitalize fly airlift remain recover arrive
    reach commemorate honour honor lay_to_rest cremate receive""".split()
)
_BESIDE_WARDS = frozenset({"clinics", "morgue", "mortuary", "intensive_care"})


def time_loose(draft: Draft, clause: Clause, settings: Settings) -> None:
    """Gives a draft the month or year of the clause that counts the dead; also the day, beside dead of another deed."""
    span = next(settings.times_in(clause, frozenset()), None)
    if span is not None and span.time is not None and (draft.not_of or span.time.kind in _LONG_AGO):
        draft.time, draft.when_distance, draft.when = span, 1, settings.resolve(span)


def set_arrival(draft: Draft, clause: Clause, settings: Settings) -> None:
    """'The gunmen arrived late on Monday in Pallam': when and where they did what another sentence tells."""
    span = next(settings.times_in(clause, frozenset()), None)
    if span is not None and span.time is not None:
        draft.time, draft.when_distance, draft.when = span, 1, settings.resolve(span)
    draft.where = _best(settings, [(word, each) for word, each in clause.prepositions if word in PLACED])


def place_loose(clause: Clause, noun: Noun, settings: Settings) -> Where | None:
    """Where a clause counts its dead and hurt; not where they were taken to."""
    if clause.verb is not None and clause.verb.lemma in _LATER:
        return None
    told = [(word, each) for word, each in (*noun.tail, *clause.prepositions) if word in PLACED]
    wards = settings.nouns.patterns.cues["care_places"]
    if any(each.word in wards or each.word in _BESIDE_WARDS for _, each in told):
        return None
    return _best(settings, told)


def _best(settings: Settings, told: list[tuple[str, Noun]]) -> Where | None:
    """The finest of the places that are told of."""
    free = [(word, each) for word, each in told if id(each) not in settings.elsewhere]
    found = [where for word, each in free for where in settings.wheres(word, each, _STRENGTH)]
    best = min(found, key=settings.rank, default=None)
    return Where(settings.named.head_of(best.span), best.relation, best.strength) if best is not None else None


def has_own_dead(draft: Draft, toll: Toll) -> bool:
    """'The army, which killed 40 in May, said six soldiers died on Monday': the six are none of those of May."""
    event = draft.event
    if event is None or toll.clause is None or event.trigger.frame.harm != toll.outcome:
        return False
    clause: Clause | None = event.clause
    while clause is not None and clause.kind != "relative":
        clause = clause.parent
    return clause is not None and not toll.clause.is_within(clause)
