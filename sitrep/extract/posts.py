"""When somebody held or took a post: 'Ana Paz, mayor of Cali in 1984, was shot dead' tells of no deed of 1984.

What belongs here: times of asides that say who somebody is or was. What does not: when an event was (settings.py), and
what else relative clauses tell (telling.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Phrase, Verb

_SOMEBODY = frozenset({"people", "person", "official", "military", "police"})
_OFFICES = frozenset({"office", "power"})
_TAKES = frozenset("elect appoint nominate inaugurate promote retire resign marry graduate swear swear_in".split())
_BECOME = frozenset({"elected", "born", "married", "retired"})
_YEARS = frozenset({"year", "range"})


def years_of_posts(phrases: list[Phrase], nouns: Nouns) -> frozenset[int]:
    """The atoms at which such years stand."""
    found = (p.first for at, p in enumerate(phrases) if p.kind == "T" and _is_of_post(phrases, at, nouns))
    return frozenset(found)


def _is_of_post(phrases: list[Phrase], at: int, nouns: Nouns) -> bool:
    """Whether a year closes an aside behind somebody that begins with what they are: ', mayor of Cali in 1984,'."""
    span = nouns.spans.covering.get(nouns.atoms.first[phrases[at].first])
    time = span.time if span is not None else None
    if time is None or (time.kind not in _YEARS and time.unit != "decade") or time.month is not None:
        return False
    begin = at
    while begin > 0 and (isinstance(phrases[begin - 1], Noun) or phrases[begin - 1].kind in "il"):
        begin -= 1
    if begin < 2 or begin == at or phrases[begin - 1].kind != ",":
        return False
    who, held = phrases[begin - 2], phrases[begin]
    if not isinstance(who, Noun) or not nouns.of(who).classes & _SOMEBODY:
        return False
    closed = at + 2 < len(phrases) and phrases[at + 1].kind == "," and isinstance(phrases[at + 2], Verb)
    if not isinstance(held, Noun):  # ", in office from 2001 to 2005, was shot"
        told = phrases[begin + 1]
        return closed and isinstance(told, Noun) and told.word in _OFFICES
    meaning = nouns.of(held)
    return not meaning.triggers if closed else "official" in meaning.classes and nouns.atoms.tags[held.first] != "d"


def takes_post(clause: Clause, words: list[str]) -> bool:
    """'the mayor, who took office on Friday, was shot', 'who was elected in May': a step in somebody's life."""
    verb = clause.verb
    if verb is None:
        return False
    taken = verb.lemma in ("take", "assume", "leave") and any(noun.word in _OFFICES for noun in clause.objects)
    become = verb.lemma == "be" and any(words[phrase.last - 1] in _BECOME for phrase in clause.adjectives)
    return taken or become or verb.lemma in _TAKES
