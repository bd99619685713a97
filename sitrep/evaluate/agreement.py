"""How mentions are put together, against how the gold puts them.

What belongs here: measures on pairs of mentions. What does not: fields of incidents (fields).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from sitrep.evaluate.matching import Matched
from sitrep.evaluate.tally import Answer

Pair = tuple[str, str]


def judge_pairs(matched: Matched) -> Iterator[Answer]:
    """Of the pairs of mentions that speak of one violent happening, and of those in one incident: how far both agree.

    A mention that hits two of them says nothing on this and is left out.
    """
    happenings = _certain(matched)
    incident_of = {m.mention_id: str(m.incident_id) for found in matched.hits.values() for m in found}
    incidents: dict[str, set[str]] = defaultdict(set)
    for members in happenings.values():
        for mention_id in members:
            incidents[incident_of[mention_id]].add(mention_id)
    wanted, found = pairs(happenings.values()), pairs(incidents.values())
    if not wanted:
        return
    right = len(wanted & found)
    precision, recall = right / len(found) if found else 0.0, right / len(wanted)
    value = 2 * precision * recall / (precision + recall) if right else 0.0
    yield Answer("merging F1 (pairs)", value, f"precision {precision:.2f} recall {recall:.2f}")
    yield Answer("merging precision (pairs)", precision, f"{right} of {len(found)} pairs")
    yield Answer("merging recall (pairs)", recall, f"{right} of {len(wanted)} pairs")


def pairs(groups: Iterable[set[str]]) -> set[Pair]:
    """All pairs of members that stand in one group."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _certain(matched: Matched) -> Mapping[str, set[str]]:
    """By required violent happening the mentions that speak of it and of no other."""
    asked = [wanted.incident_id for wanted in matched.gold.incidents if wanted.is_violent and wanted.required]
    members = {name: {mention.mention_id for mention in matched.hits[name]} for name in asked}
    often = Counter(mention_id for found in members.values() for mention_id in found)
    unsure = {mention_id for mention_id, times in often.items() if times > 1}
    return {name: found - unsure for name, found in members.items()}
