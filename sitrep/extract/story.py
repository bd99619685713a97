"""From drafts of single sentences to the happenings of a document.

What belongs here: what pronouns and "the attack" refer to, which mentions speak of one happening, and filling what one
sentence leaves open from the others of the same happening. What does not: reading sentences.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sitrep.extract.parties import Party
from sitrep.extract.drafting import Draft, Part
from sitrep.ontology import Ontology
from sitrep.ontology.types import may_be_one, most_specific
from sitrep.records import Actor, Occurrence

_PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself"})
_COLLECTIVE = frozenset({"it", "itself", "this", "that", "which", "they", "them", "themselves", "we", "us", "i"})


@dataclass(slots=True, eq=False)
class Happening:
    """Mentions of one document that speak of one thing that happened."""

    number: int
    drafts: list[Draft] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The sentence in which it was last spoken of."""
        return self.drafts[-1].sentence.number


class Story:
    """Joins the drafts of one document."""

    def __init__(self, ontology: Ontology, published: dt.date | None) -> None:
        self.ontology, self.types, self.published = ontology, ontology.types, published
        self.happenings: list[Happening] = []
        self.latest: Happening | None = None  # spoken of last, of those with a toll
        self.subjects: list[Party] = []  # named actors in the order of their mention

    def tell(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts with their happenings; drafts that refer to nothing are left out."""
        kept = []
        for draft in drafts:
            self._name_pronouns(draft)
            if self._join(draft):
                kept.append(draft)
        for happening in self.happenings:
            self._share(happening)
        self._borrow_scenes(kept)
        return kept

    def _borrow_scenes(self, drafts: list[Draft]) -> None:
        """What names no place happened where the text has just been: the scene before it, else the one that follows."""
        placed = [d for d in drafts if d.where is not None and self.types[d.event_type].has("is_located")]
        for draft in drafts:
            if draft.where is not None or not placed or not self.types[draft.event_type].has("is_located"):
                continue
            before = [d for d in placed if d.sentence.number <= draft.sentence.number]
            near = before[-1] if before else placed[0]
            if near.where is not None:
                draft.where = replace(near.where, strength=8)

    # ---- pronouns
    def _name_pronouns(self, draft: Draft) -> None:
        if draft.speaker is not None:
            draft.speaker = self._named(draft.speaker) or draft.speaker
            self.subjects.append(draft.speaker)
        parts = []
        for part in draft.parts:
            party = self._named(part.party)
            if party is None:
                continue
            speaker = self._named(part.speaker) if part.speaker is not None else None
            parts.append(Part(part.role, party, part.certainty, speaker))
            self.subjects.append(party)
        draft.parts = parts

    def _named(self, party: Party) -> Party | None:
        """The party with a pronoun replaced by who is meant; None where nobody is."""
        if not party.pronoun:
            return party
        if party.pronoun == "its":
            return self._of_owner(party)
        found = self._antecedent(party.pronoun)
        if found is None:
            return None
        return replace(party, actor=found.actor, group=party.group or found.group, pronoun="")

    def _of_owner(self, party: Party) -> Party:
        """'its fighters' are the group's, 'its soldiers' the country's."""
        owner = self._antecedent("it")
        actor = party.actor
        if owner is not None and actor.actor_id.startswith(("unidentified", "military", "police", "government")):
            if owner.actor.kind in ("insurgent", "militia"):
                actor = owner.actor
            elif owner.actor.country is not None and actor.kind in ("military", "police", "government"):
                stem = f"{actor.kind}.{owner.actor.country.lower()}"
                actor = self.ontology.actors.get(stem) or Actor(
                    stem, f"{actor.kind} of {owner.actor.name}", actor.kind, owner.actor.country
                )
        return replace(party, actor=actor, pronoun="")

    def _antecedent(self, pronoun: str) -> Party | None:
        for party in reversed(self.subjects):
            kind = party.actor.kind
            if party.pronoun or not party.actor.actor_id:
                continue
            if pronoun in _PERSONAL:
                if kind in ("person", "government"):
                    return party
            elif pronoun == "the group":
                if kind in ("insurgent", "militia") or party.actor.actor_id.startswith("group."):
                    return party
            elif pronoun in _COLLECTIVE and kind != "person" and not party.is_thing:
                if pronoun not in ("it", "itself") or not party.is_plural:
                    return party
        return None

    # ---- joining
    def _join(self, draft: Draft) -> bool:
        best, best_score = None, 0.0
        for happening in self.happenings:
            score = self._agreement(draft, happening)
            if score is not None and (best is None or score >= best_score):
                best, best_score = happening, score
        needed = 0.5 if draft.status.definite or draft.refers else 2.0
        if best is not None and _is_bare(best) and draft.sentence.number - best.last <= 1:
            needed = min(needed, 1.0)
        if best is not None and best_score >= needed:
            self._add(draft, best)
            return True
        if draft.refers:
            return False
        fresh = Happening(len(self.happenings))
        self.happenings.append(fresh)
        self._add(draft, fresh)
        return True

    def _add(self, draft: Draft, happening: Happening) -> None:
        draft.happening = happening.number
        if not draft.event_type:
            draft.event_type = most_specific(self.types, [d.event_type for d in happening.drafts])
            draft.where = draft.where or happening.drafts[0].where
        happening.drafts.append(draft)
        if self.types[draft.event_type].has("takes_toll") and draft.status.modality in ("asserted", "claimed"):
            self.latest = happening

    def _agreement(self, draft: Draft, happening: Happening) -> float | None:
        """How well a draft agrees with a happening; None where they cannot be one."""
        others = happening.drafts
        if not self._types_agree(draft, others):
            return None
        if draft.status.aggregate or draft.status.modality not in ("asserted", "claimed"):
            return None if others[0].status.modality != draft.status.modality else 0.0
        if others[0].status.modality not in ("asserted", "claimed") or others[0].status.aggregate:
            return None
        score = 0.0
        for judge in (self._dates, self._places, self._sides, self._numbers):
            points = judge(draft, others)
            if points is None:
                return None
            score += points
        if draft.event_type == others[-1].event_type and not draft.is_fresh:
            score += 0.75
        gap = draft.sentence.number - happening.last
        score += 1.0 if gap <= 1 else 0.5 if gap <= 3 else 0.0
        if draft.status.definite:
            score += 1.5 if happening is self.latest else 0.5
        score += 0.75 if any(o.is_title for o in others) and others[0].sentence.number <= 1 else 0.0
        score -= 3.0 if draft.status.other else 0.0
        return score

    def _types_agree(self, draft: Draft, others: list[Draft]) -> bool:
        if not draft.event_type:
            return self.types[others[0].event_type].has("can_be_claimed" if draft.claims else "takes_toll")
        return any(may_be_one(self.types, draft.event_type, o.event_type) for o in others)

    def _dates(self, draft: Draft, others: Iterable[Draft]) -> float | None:
        mine = draft.when
        if mine is None or mine.date_from is None or mine.date_to is None:
            return 0.0
        for other in others:
            theirs = other.when
            if theirs is None or theirs.date_from is None or theirs.date_to is None:
                continue
            if theirs.date_to < mine.date_from or mine.date_to < theirs.date_from:
                if draft.when_distance <= 1 and other.when_distance <= 1:
                    return None
                return -1.0
            return 1.0
        return 0.0

    def _places(self, draft: Draft, others: Iterable[Draft]) -> float | None:
        mine = draft.where.span.place_id if draft.where is not None else None
        if mine is None:
            return 0.0
        points = 0.0
        for other in others:
            theirs = other.where.span.place_id if other.where is not None else None
            if theirs is None:
                continue
            places = self.ontology.places
            if places.contains(mine, theirs) or places.contains(theirs, mine):
                points = max(points, 1.5 if mine == theirs else 1.0)
            elif self._country(mine) != self._country(theirs):
                return None
            else:
                points = min(points, -1.5)
        return points

    def _country(self, place_id: str) -> str | None:
        place = self.ontology.places.get(place_id)
        return place.country if place is not None else None

    def _sides(self, draft: Draft, others: list[Draft]) -> float | None:
        score = 0.0
        for role, weight in (("perpetrator", 1.5), ("target", 1.0)):
            mine = [p.actor.actor_id for p in draft.parties(role) if p.actor.actor_id]
            theirs = [p.actor.actor_id for o in others for p in o.parties(role, "party") if p.actor.actor_id]
            if not mine or not theirs:
                continue
            if any(a == b or self.ontology.actors.kin(a, b) for a in mine for b in theirs):
                score += weight
            elif all(self._is_named(a) for a in mine) and all(self._is_named(b) for b in theirs):
                if role == "perpetrator":
                    return None
                score -= 1.0
        mine = [p.actor.actor_id for p in draft.parties("perpetrator")]
        theirs = [p.actor.actor_id for o in others for p in o.parties("target")]
        if mine and theirs and any(self._is_named(a) and self.ontology.actors.kin(a, b) for a in mine for b in theirs):
            score -= 2.0
        return score

    def _is_named(self, actor_id: str) -> bool:
        return not actor_id.startswith(("unidentified", "civilians"))

    def _numbers(self, draft: Draft, others: list[Draft]) -> float | None:
        score = 0.0
        for toll in draft.tolls:
            for other in others:
                for known in other.tolls:
                    if known.outcome == toll.outcome and known.victim_group == toll.victim_group:
                        same = known.low == toll.low
                        score += 1.0 if same else -0.5
        return max(-1.0, min(2.0, score))

    # ---- sharing
    def _share(self, happening: Happening) -> None:
        """Gives each mention the day and the place that its happening is known by."""
        drafts = happening.drafts
        dated = [d for d in drafts if d.when is not None and d.when.date_from is not None]
        best_when = min(dated, key=lambda d: (d.when_distance, _width(d.when), d.start)).when if dated else None
        placed = [d for d in drafts if d.where is not None]
        best_where = min(placed, key=lambda d: (d.where.strength if d.where else 9, d.start)).where if placed else None
        for draft in drafts:
            if draft.when is None or draft.when.date_from is None:
                draft.when = best_when
            if draft.where is None:
                draft.where = best_where


def _is_bare(happening: Happening) -> bool:
    """Whether nothing is known of a happening but its kind: 'It began with a murder.'"""
    return not any(d.parts or d.tolls or d.where or d.when for d in happening.drafts)


def _width(when: Occurrence | None) -> int:
    if when is None or when.date_from is None or when.date_to is None:
        return 9999
    return (when.date_to - when.date_from).days
