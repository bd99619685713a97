"""Deaths that no one caused: in a crash, an earthquake, a flood.

What belongs here: whether a sentence tells of a mishap, so that those killed or hurt in it belong to no event of
conflict. What does not: mishaps inside the grammar of one trigger (ontology/patterns), other tolls (tolls.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft


def is_mishap(
    draft: Draft, drafts: Iterable[Draft], clauses: Iterable[Clause], cues: dict[str, frozenset[str]]
) -> bool:
    """Whether a draft only tells who came to harm, in a sentence of a mishap in which nobody does anything."""
    if not _only_harms(draft) or not all(_only_harms(other) for other in drafts):
        return False
    return any(_tells_of_mishap(clause, cues) for clause in clauses)


def _only_harms(draft: Draft) -> bool:
    doers = [party for party in draft.parties("perpetrator", "party", "claimant") if not party.is_thing]
    return draft.event is not None and draft.tells_harm and not draft.means and not doers


def _tells_of_mishap(clause: Clause, cues: dict[str, frozenset[str]]) -> bool:
    """'the plane crashed', 'an earthquake destroyed', 'was destroyed by an earthquake'."""
    verb, subject = clause.verb, clause.subject
    if subject is not None and subject.word in cues["accident_words"]:
        return True
    if verb is None:
        return False
    if verb.lemma in cues["mishap_verbs"] and not clause.objects:
        return True
    return verb.is_passive and any(w == "by" and n.word in cues["accident_words"] for w, n in clause.prepositions)
