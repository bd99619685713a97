"""Which rows of a warehouse speak of which happenings of the gold.

What belongs here: documents by key, mentions by anchor, and the one incident that stands for each happening.
What does not: judging the fields of that incident (measures).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sitrep.evaluate.facts import Document, Facts, Incident, Mention
from sitrep.evaluate.folding import any_named, fold, touches
from sitrep.evaluate.gold import ROLES, Gold, GoldIncident


@dataclass(frozen=True, slots=True)
class Matched:
    """A gold file laid over a warehouse."""

    gold: Gold
    facts: Facts
    documents: Mapping[str, Document]  # gold key -> document, its sections put together
    key_of: Mapping[str, str]  # document_id -> gold key
    mentions: tuple[Mention, ...]  # of the gold's documents
    hits: Mapping[str, tuple[Mention, ...]]  # gold incident -> mentions of an accepted type, in some incident
    touched: Mapping[str, frozenset[str]]  # mention -> gold incidents that it may speak of
    chosen: Mapping[str, str]  # gold incident -> the incident that stands for it

    def shares(self, incident_id: str) -> Counter[str]:
        """Into which incidents the hits of a happening fall, those first that speak of it alone."""
        found = self.hits[incident_id]
        sure = [mention for mention in found if len(self.touched[mention.mention_id]) == 1] or found
        return Counter(str(mention.incident_id) for mention in sure)


def match(gold: Gold, facts: Facts) -> Matched:
    """Lay a gold file over a warehouse."""
    documents, key_of = _documents(gold, facts)
    mentions = tuple(mention for mention in facts.mentions if mention.document_id in key_of)
    hits, touched = _hits(gold, facts, mentions, key_of)
    bare = Matched(gold, facts, documents, key_of, mentions, hits, touched, {})
    return replace(bare, chosen=_choose(bare))


def overlaps(incident: Incident, wanted: GoldIncident) -> bool:
    """Whether both have dates, and share a day."""
    if wanted.date is None or incident.occurred_from is None or incident.occurred_to is None:
        return False
    return incident.occurred_from <= wanted.date[1] and incident.occurred_to >= wanted.date[0]


def _documents(gold: Gold, facts: Facts) -> tuple[dict[str, Document], dict[str, str]]:
    by_file = {document.file: document.key for document in gold.documents}
    documents: dict[str, Document] = {}
    key_of: dict[str, str] = {}
    for document in facts.documents:
        key = by_file.get(document.file_name)
        if key is None:
            continue
        key_of[document.document_id] = key
        known = documents.get(key)
        text = document.clean_text if known is None else f"{known.clean_text} {document.clean_text}"
        documents[key] = replace(known or document, clean_text=text)
    return documents, key_of


def _hits(
    gold: Gold, facts: Facts, mentions: tuple[Mention, ...], key_of: Mapping[str, str]
) -> tuple[dict[str, tuple[Mention, ...]], dict[str, frozenset[str]]]:
    hits: dict[str, list[Mention]] = {wanted.incident_id: [] for wanted in gold.incidents}
    touched: dict[str, set[str]] = defaultdict(set)
    anchors = _anchors(gold)
    for mention in mentions:
        sentence = fold(mention.sentence)
        event_class = facts.class_of.get(mention.event_type)
        for anchor, wanted in anchors[key_of[mention.document_id]]:
            if not touches(anchor, sentence):
                continue
            if mention.event_type in wanted.types or wanted.event_class == event_class == "violent":
                touched[mention.mention_id].add(wanted.incident_id)
            accepted = mention.event_type in wanted.types and mention.incident_id is not None
            if accepted and mention not in hits[wanted.incident_id]:
                hits[wanted.incident_id].append(mention)
    return {k: tuple(v) for k, v in hits.items()}, {k: frozenset(v) for k, v in touched.items()}


def _anchors(gold: Gold) -> Mapping[str, list[tuple[str, GoldIncident]]]:
    """Folded anchors by document."""
    anchors: dict[str, list[tuple[str, GoldIncident]]] = defaultdict(list)
    for wanted in gold.incidents:
        for key, texts in wanted.anchors.items():
            anchors[key] += [(fold(text), wanted) for text in texts]
    return anchors


def _choose(matched: Matched) -> dict[str, str]:
    """For each happening that was found the incident of most of its hits, rather one that stands for no other yet."""
    chosen: dict[str, str] = {}
    for wanted in matched.gold.incidents:
        if not wanted.required or not matched.hits[wanted.incident_id]:
            continue
        chosen[wanted.incident_id] = _likeliest(matched, wanted, frozenset(chosen.values()))
    return chosen


def _likeliest(matched: Matched, wanted: GoldIncident, taken: frozenset[str]) -> str:
    shares = matched.shares(wanted.incident_id)
    return max(shares, key=lambda i: (shares[i], i not in taken, _agreement(matched.facts, wanted, i), i))


def _agreement(facts: Facts, wanted: GoldIncident, incident_id: str) -> int:
    """How many of its fields an incident shares with a happening: breaks ties alone."""
    incident = facts.incidents[incident_id]
    roles = [(wanted.actors.get(role, ()), facts.actors.get((incident_id, role), ())) for role in ROLES]
    named = [(wanted.places, (incident.place_name,)), *roles]
    return int(overlaps(incident, wanted)) + sum(any_named(names, found) for names, found in named)
