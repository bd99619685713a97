"""The measures: what share of the gold's questions a warehouse answers right.

What belongs here: one small function a measure, from a matched gold to answers, and their assembly.
What does not: reading files, and finding which row answers what (matching).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from sitrep.evaluate.agreement import judge_pairs
from sitrep.evaluate.facts import Facts, Incident, Mention
from sitrep.evaluate.fields import judge_fields, not_found
from sitrep.evaluate.folding import fold, touches
from sitrep.evaluate.gold import Gold, GoldDocument
from sitrep.evaluate.matching import Matched, match
from sitrep.evaluate.tally import Answer, Evaluation, tally

#: Gold lists the main non-violent events alone: this many incidents for each of them cost nothing.
FREE_OTHERS = 3


def evaluate(facts: Facts, gold: Gold) -> Evaluation:
    """All measures of one warehouse against one gold file."""
    matched = match(gold, facts)
    measures, misses = tally(
        chain(
            judge_documents(matched),
            judge_incidents(matched),
            judge_pairs(matched),
            judge_false_alarms(matched),
            judge_inflation(matched),
            judge_links(matched),
            judge_non_events(matched),
            judge_set_aside(matched),
        )
    )
    return Evaluation(measures, misses, len(matched.documents), len(matched.mentions), len(_members(matched)))


def judge_documents(matched: Matched) -> Iterator[Answer]:
    """Whether each report is there, cut and kept where it should be, under its title and date."""
    for wanted in matched.gold.documents:
        yield Answer("documents loaded", float(wanted.key in matched.documents), wanted.key)
        if wanted.key in matched.documents:
            yield from _judge_text(matched, wanted)
            yield from _judge_metadata(matched, wanted)


def _judge_text(matched: Matched, wanted: GoldDocument) -> Iterator[Answer]:
    text = fold(matched.documents[wanted.key].clean_text)
    for snippet in wanted.cut:
        yield Answer("boilerplate cut", float(fold(snippet) not in text), f"{wanted.key}: still holds {snippet!r}")
    for snippet in wanted.keep:
        yield Answer("body kept", float(fold(snippet) in text), f"{wanted.key}: lost {snippet!r}")


def _judge_metadata(matched: Matched, wanted: GoldDocument) -> Iterator[Answer]:
    document = matched.documents[wanted.key]
    if wanted.title:
        right = float(fold(document.title) == fold(wanted.title))
        yield Answer("title", right, f"{wanted.key}: {document.title!r}", document.title is not None)
    if wanted.published:
        right = float(document.published_on == wanted.published)
        what = f"{wanted.key}: {document.published_on} ({document.published_basis}), not {wanted.published}"
        yield Answer("published date", right, what, document.published_on is not None)
    if wanted.published_basis:
        right = float(document.published_basis in wanted.published_basis)
        what = f"{wanted.key}: {document.published_basis}, not {' or '.join(wanted.published_basis)}"
        yield Answer("published basis", right, what)


def judge_incidents(matched: Matched) -> Iterator[Answer]:
    """Whether each required happening was found, where it is told, and with the right fields."""
    for wanted in matched.gold.incidents:
        if not wanted.required:
            continue
        found = matched.hits[wanted.incident_id]
        kind = "violent" if wanted.is_violent else "other"
        yield Answer(f"{kind} incidents found", float(bool(found)), wanted.incident_id)
        told = {matched.key_of[mention.document_id] for mention in found}
        for key in wanted.anchors:
            yield Answer("found in each document", float(key in told), f"{wanted.incident_id} in {key}")
        yield from judge_fields(matched, wanted) if found else not_found(wanted)


def judge_false_alarms(matched: Matched) -> Iterator[Answer]:
    """Whether each violent incident speaks of a happening of the gold."""
    for incident_id, members in _members(matched).items():
        incident = matched.facts.incidents[incident_id]
        if incident.event_class == "violent":
            known = any(matched.touched.get(mention.mention_id) for mention in members)
            yield Answer("violent incidents not false alarms", float(known), _told(incident, members))


def judge_inflation(matched: Matched) -> Iterator[Answer]:
    """Whether the other incidents are so many that the main ones drown among them."""
    listed = sum(not wanted.is_violent for wanted in matched.gold.incidents)
    others = sum(matched.facts.incidents[i].event_class != "violent" for i in _members(matched))
    if listed:
        share = min(1.0, FREE_OTHERS * listed / max(1, others))
        yield Answer("other incidents not inflated", share, f"{others} against {listed} in gold")


def judge_links(matched: Matched) -> Iterator[Answer]:
    """Whether what answers, or condemns, what stands as such between the incidents."""
    for link in matched.gold.links:
        ends = matched.chosen.get(link.source), matched.chosen.get(link.target)
        stated = {(ends[0], relation, ends[1]) for relation in (link.relation, "response_to")}
        right = None not in ends and bool(stated & matched.facts.links)
        yield Answer("links", float(right), f"{link.source} {link.relation} {link.target}")


def judge_non_events(matched: Matched) -> Iterator[Answer]:
    """Whether a violent incident rests on nothing but a habit, a sum, a denial or a figure of speech."""
    sentences: dict[str, list[str]] = {}
    for incident_id, members in _members(matched).items():
        if matched.facts.incidents[incident_id].event_class == "violent":
            unknown = [m for m in members if not matched.touched.get(m.mention_id)]
            if len(unknown) == len(members):
                for mention in unknown:
                    sentences.setdefault(matched.key_of[mention.document_id], []).append(fold(mention.sentence))
    for key, snippets in matched.gold.not_incidents.items():
        for snippet in snippets:
            built = any(touches(fold(snippet), sentence) for sentence in sentences.get(key, ()))
            yield Answer("not built on a non-event", float(not built), f"{key}: {snippet!r}")


def judge_set_aside(matched: Matched) -> Iterator[Answer]:
    """Whether what cannot be read stands in quarantine, with a reason that says so."""
    for file, words in matched.gold.set_aside.items():
        reasons = [r for row in matched.facts.set_aside if row.raw_path.endswith(file) for r in row.reasons]
        right = any(fold(word) in fold(reason) for word in words for reason in reasons)
        yield Answer("set aside with reason", float(right), f"{file}: {reasons}")


def _members(matched: Matched) -> dict[str, list[Mention]]:
    """The gold's documents' mentions by their incident, in the order of the incidents' ids."""
    members: dict[str, list[Mention]] = {}
    for mention in matched.mentions:
        if mention.incident_id is not None:
            members.setdefault(mention.incident_id, []).append(mention)
    return dict(sorted(members.items()))


def _told(incident: Incident, members: Sequence[Mention]) -> str:
    return f"{incident.incident_id} {incident.event_type}: {members[0].sentence[:110]!r}"
