"""What is told of the past in passing: 'Ali Nur, who took over the hotel after his father was killed in 2015'.

What belongs here: whether the words of a sentence tell something beside what it is about, and whether a sentence behind
what was recalled goes back to the news. What does not: which times are past (joining.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.records import Occurrence
from sitrep.timex import TimeExpression

_RETURNS, _BESIDE = -2.5, -1.0  # in another paragraph, in the same one
WIDE = 5  # days; a wider time agrees with much
_DAYS = 2  # from which on one attack is before another, and not its night
_OF_NOUNS = frozenset({"where", "whose"})  # "the church, where 12 were killed in 2012"


def is_in_passing(draft: Draft) -> bool:
    """Whether a mention stands in a clause that says who or what somebody or something is."""
    clause: Clause | None = draft.event.clause if draft.event is not None else None
    while clause is not None:
        if clause.kind == "relative" or (clause.kind == "subordinate" and clause.marker in _OF_NOUNS):
            return True
        clause = clause.parent
    return False


def is_of_before(draft: Draft, news: list[Draft]) -> bool:
    """Whether a draft has its own day, and the news had one that came days after it."""
    if not draft.is_timed or draft.when is None or draft.when.date_to is None:
        return False
    days = [other.when.date_from for other in news if other.is_timed and other.when is not None]
    return any(day is not None and (day - draft.when.date_to).days >= _DAYS for day in days)


def returns(draft: Draft, recalled: list[Draft], news: list[Draft], beside: list[Draft]) -> float:
    """What speaks for the news where something was recalled last: 'In May, ten died in Yaldo. The attack began at 7am.'

    What is recalled has a sentence, and the news goes on behind it. It has more where another says so: by its own time,
    by "that attack", by a past before the past, by dead in the sentence that are not those of the news.
    """
    if draft.is_timed or draft.status.pointing or draft.status.background or draft.is_title:
        return 0.0
    told = {other.sentence.number for other in recalled}
    if len(told) > 1 or draft.sentence.number in told:
        return 0.0
    if _are_of(_dead(beside), _dead(recalled), _dead(news)):
        return 0.0
    return _BESIDE if draft.sentence.paragraph == recalled[-1].sentence.paragraph else _RETURNS


def _are_of(dead: set[int], recalled: set[int], news: set[int]) -> bool:
    """Whether the dead of a sentence are those of what was recalled, of which none were told yet, or more than news."""
    if not dead or not dead.isdisjoint(news):
        return False
    return not recalled or not dead.isdisjoint(recalled) or min(dead) > max(news, default=0)


def _dead(drafts: list[Draft]) -> set[int]:
    return {toll.low for draft in drafts for toll in draft.tolls if toll.outcome == "killed"}


def is_wide(when: Occurrence | None) -> bool:
    """Whether a time is so long that it agrees with much."""
    if when is None or when.date_from is None or when.date_to is None:
        return False
    return (when.date_to - when.date_from).days > WIDE


def is_month(time: TimeExpression) -> bool:
    """Whether words without a day name a month or a year: 'in January', 'last year', 'two months ago'."""
    past = time.kind in ("period", "ago") and time.direction == "past" and time.unit in ("month", "year")
    return past or time.kind in ("month", "year")
