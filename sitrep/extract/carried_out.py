"""What tells of a deed that somebody planned or ordered, or that is only to be answered, that it was carried out.

What belongs here: signs in the sentence that such a deed happened, never did, or did more than once. What does not:
all other modality (status.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb

_BRINGING = frozenset("have get see want keep leave watch hear let make order".split())
_FREEING = frozenset("free release liberate rescue find locate return recover exchange swap bring".split())
_TAKING = frozenset("kidnap abduct seize capture take hold detain".split())
_IN_ANSWER = frozenset({"for", "to", "against", "over"})
_HARMING = frozenset({"kill", "injure", "wound", "leave", "claim"})
_TIMES = frozenset({"time", "first time"})
_WHO_MAY_HARM = frozenset({"people", "person", "actor", "militants", "military", "police", "pronoun"})


def has_harmed(event: Event, nouns: Nouns) -> bool:
    """'accused of planning the attack on a bus that killed six': there was one; not so of 'on men who killed six'."""
    behind = event.clause.children if event.clause is not None and event.noun is not None else []
    for clause in behind:
        verb, told_of = clause.verb, clause.antecedent
        if clause.kind != "relative" or verb is None or told_of is None or verb.first < event.last:
            continue
        past = verb.tense == "past" and not verb.modal and verb.lemma in _HARMING
        if past and not nouns.of(told_of).classes & _WHO_MAY_HARM:
            return True
    return False


def is_answered(noun: Noun, clause: Clause, nouns: Nouns) -> bool:
    """'an investigation into the murder of X', 'to punish those responsible for the raid', 'retaliate for the raid'."""
    words, cues = nouns.atoms.words, nouns.patterns.cues
    if words[noun.first] not in ("the", "this", "that", "those", "these") or clause.verb is None:
        return False
    before = words[max(0, noun.first - 2) : noun.first]
    if before == ["responsible", "for"] or before in (["those", "behind"], ["men", "behind"], ["people", "behind"]):
        return True
    answers = clause.verb.lemma in cues["answering_verbs"]
    if answers and any(n is noun and word in _IN_ANSWER for word, n in clause.prepositions):
        return True
    held = (*clause.objects, *(n for _, n in clause.prepositions))
    return any(h.word in cues["answer_nouns"] and any(n is noun for _, n in h.prepositions) for h in held)


def describes(inner: Clause, outer: Clause) -> bool:
    """'to rebuild the bridge blown up by rebels', not 'to have the mayor killed': the deed is what was done before.

    Those to be freed or found are known by being held: 'to free the men taken by rebels' tells of no new taking.
    """
    if inner.kind != "participle" or outer.kind != "infinitive" or inner.verb is None or outer.verb is None:
        return False
    held = (*outer.objects, *(n for _, n in outer.prepositions))
    told = inner.verb.is_passive and inner.subject is not None and any(inner.subject is n for n in held)
    apart = outer.verb.lemma in _BRINGING or (outer.verb.lemma in _FREEING and inner.verb.lemma in _TAKING)
    return told and not inner.marker and not apart


def says_what_it_was(event: Event) -> bool:
    """'It was a massacre': of what was told before."""
    clause = event.clause
    verb, subject = (clause.verb, clause.subject) if clause is not None else (None, None)
    is_it = subject is not None and subject.word in ("it", "this", "that") and subject.last - subject.first == 1
    return is_it and verb is not None and verb.lemma == "be" and event.noun in (clause.objects if clause else ())


def is_unheard_of(clause: Clause, words: list[str]) -> bool:
    """'Never since the truce had a boat been sunk', 'Not since May has the town been shelled': not before the news."""
    if not (words[0] == "never" or words[:2] == ["not", "since"]):
        return False
    above = clause.parent.verb if clause.parent is not None else None
    return clause.kind == "complement" and above is not None and above.lemma == "have"


def is_repeated(inner: Clause, outer: Verb, words: list[str]) -> bool:
    """'It is not the first time that the town has been attacked': it often was."""
    if outer.lemma != "be" or not outer.is_negated or inner.verb is None:
        return False
    between = words[outer.last : inner.verb.first]
    return "first" in between[:2] and not _TIMES.isdisjoint(between)
