"""A second look at the happenings of a document: two that say nothing against each other may be one.

What belongs here: what speaks for and against making one happening of two. What does not: comparing mentions
(joining.py), the order of reading (story.py).

Reading in order decides early: "the explosion at the school" starts a happening of its own before "the blast" shows
that it was the bomb of the lead. Here whole happenings are held against each other, in the order of the text.
"""

from __future__ import annotations

from sitrep.extract.aims import sets_apart
from sitrep.extract.draft import Draft
from sitrep.extract.joining import Judge

#: What two happenings need to be one.
NEEDED = 1.25
_SAME_TYPE, _OTHER_TYPE = 0.75, -0.75
_LEAD = 0.75  # reports tell in their first sentences what they are about
_KNOWN, _NEW = 1.0, -1.0  # "the attack" was told before; "an attack", "another" was not
_BARE = 1.0  # nothing of its own that could be another's
_PAST = -1.5  # background beside news
_FAR = 8  # strength of a place that grammar does not tie to the event
_UNLIKE = 1000.0  # more than anything can say against it

Drafts = list[Draft]


class Merger:
    """Makes one happening of several of a document."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def merge(self, happenings: list[Drafts]) -> list[Drafts]:
        """The happenings, those made one put together, in the order of the text."""
        left: list[Drafts] = []
        for later in sorted(happenings, key=_place_in_text):
            best = self._best(left, later)
            if best is None:
                left.append(list(later))
            else:
                best += later
                best.sort(key=lambda draft: draft.start)
        return left

    def _best(self, left: list[Drafts], later: Drafts) -> Drafts | None:
        """The happening that a later one fits best, of several the first; None where it fits none."""
        best, best_score = None, 0.0
        for earlier in left:
            score = self.score(earlier, later)
            if score is not None and score >= NEEDED and (best is None or score > best_score):
                best, best_score = earlier, score
        return best

    def score(self, earlier: list[Draft], later: list[Draft]) -> float | None:
        """How much speaks for two happenings being one; None where something forbids it."""
        for one in later:
            says_something = not one.refers or one.parts or one.tolls
            if says_something and not any(self.judge.may_be_one(one, other) for other in earlier):
                return None
        if self.judge.parted:
            for one in earlier:
                if id(one) in self.judge.parted and any((id(one), id(b)) in self.judge.apart for b in later):
                    return None
        if not _share_type(earlier, later) and not self.judge.types[later[0].event_type].has("is_located"):
            return None  # to condemn and to demand are two acts
        best, worst = -_UNLIKE, 0.0
        for draft in later:
            agreement = self.judge.agreement(draft, earlier)
            if agreement is None:
                return None
            best, worst = max(best, agreement), min(worst, agreement)
        opening = next((draft for draft in later if not draft.is_title), later[0])
        turning = self.judge.turning(opening, earlier)
        return best + worst + self._standing(earlier, later) + turning

    def _standing(self, earlier: list[Draft], later: list[Draft]) -> float:
        """What the ways in which both are told say."""
        first = later[0]
        score = _SAME_TYPE if _share_type(earlier, later) else _OTHER_TYPE
        score += _LEAD if earlier[0].is_title or earlier[0].sentence.number <= 1 else 0.0
        known = [draft for draft in later if draft.status.definite or draft.status.told_which]
        points_back = any(draft.status.pointing for draft in known)  # "that attack": the one told just before
        if sets_apart(first):
            pass  # "the attack" told after "they also attacked a bank" is that on the bank
        elif first.status.told_which or (2 * len(known) > len(later) and not (first.is_fresh and points_back)):
            score += _KNOWN
        elif first.status.other or first.is_fresh:
            score += _NEW
        if all(_is_bare(draft) for draft in later):
            score += _BARE
        if all(d.status.background for d in later) != all(d.status.background for d in earlier):
            score += _PAST
        return score


def _share_type(one: list[Draft], other: list[Draft]) -> bool:
    return any(mine.event_type == theirs.event_type for mine in one for theirs in other)


def _place_in_text(drafts: list[Draft]) -> int:
    return min(draft.start for draft in drafts)


def _is_bare(draft: Draft) -> bool:
    """Whether a draft has no day, place, people or toll of its own."""
    has_place = draft.where is not None and draft.where.strength < _FAR
    return draft.own_time is None and not has_place and not draft.parts and not draft.tolls
