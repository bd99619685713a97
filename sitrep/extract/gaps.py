"""Clauses with 'that' in which the deed before them is missing: 'the attack that police blamed on X'.

What belongs here: telling such clauses from what somebody says, and giving them the noun phrase. What does not: reading
clauses from left to right (clauses.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun
from sitrep.ontology.patterns.lexicon import Lexicon

_WEAPONS = frozenset({"weapon"})


def fill_gaps(clauses: list[Clause], cues: dict[str, frozenset[str]], lexicon: Lexicon, words: list[str]) -> None:
    """Makes relative clauses of those with 'that' whose object, or whose remark's subject, is the deed before them."""
    event_heads = lexicon.event_heads
    for clause in clauses:
        verb, outer = clause.verb, clause.parent
        if verb is None or outer is None or clause.kind != "complement":
            continue
        _fill_cleft(clause, outer)
        deed = _deed_before(clause, event_heads)
        if deed is not None and not clause.objects and not verb.is_passive and verb.lemma in cues["deed_verbs"]:
            _hang(clause, deed, clause.antecedents)
            clause.objects.append(deed)
        elif not clause.objects and not verb.is_passive and clause.marker == "that" and clause.subject is not None:
            weapon = next((n for n in clause.antecedents if lexicon.is_of(n.word, _WEAPONS)), None)
            if weapon is not None and verb.lemma in cues["laying_verbs"]:
                _hang(clause, weapon, clause.antecedents)  # "killed by a mine that rebels had planted"
                clause.objects.append(weapon)
        remark = _deed_before(outer, event_heads) if clause.subject is None and not clause.marker else None
        if remark is not None and outer.verb is not None and outer.verb.lemma in cues["speech"] and not outer.objects:
            _hang(clause, remark, outer.antecedents)  # "an attack that it says killed six"
            clause.subject = remark
        elif clause.subject is None and outer.kind == "relative" and outer.verb is not None and not verb.is_passive:
            deed = next((noun for noun in outer.antecedents if noun.word in event_heads), None)
            which = outer.subject is not None and words[outer.subject.first - 1] == "which"
            if deed is not None and which and outer.verb.lemma in cues["speech"]:
                _hang(clause, deed, outer.antecedents)  # "a strike on a school, which officials said killed six"
                clause.subject = deed


def _fill_cleft(clause: Clause, outer: Clause) -> None:
    """'it is to X that the killing is attributed', 'it was in Y that he was shot': what stands before belongs to it."""
    it = outer.subject is not None and outer.subject.word == "it" and not outer.objects and not outer.adjectives
    if it and outer.verb is not None and outer.verb.lemma == "be" and clause.marker == "that":
        behind = [(word, noun) for word, noun in outer.prepositions if outer.verb.last < noun.first < clause.first]
        clause.prepositions += behind
        outer.prepositions = [bound for bound in outer.prepositions if bound not in behind]


def _deed_before(clause: Clause, event_heads: frozenset[str]) -> Noun | None:
    """The noun of a deed right before a clause with 'that'."""
    if clause.kind != "complement" or clause.marker != "that":
        return None
    return next((noun for noun in clause.antecedents if noun.word in event_heads), None)


def _hang(clause: Clause, noun: Noun, row: list[Noun]) -> None:
    clause.kind, clause.antecedent, clause.antecedents = "relative", noun, list(row)
