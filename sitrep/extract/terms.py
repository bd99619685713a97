"""What a pact says is to be done: 'the agreement includes the release of 300 prisoners', 'the deal provides for it'.

What belongs here: the words for pacts and for what stands in them. What does not: other plans and orders (status.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.phrases import Noun

_PACTS = frozenset(
    """agreement agreements deal accord accords pact treaty memorandum truce ceasefire cease-fire roadmap protocol plan
    proposal blueprint draft text terms""".split()
)
_HOLDS = frozenset("include provide envisage envision stipulate foresee cover contain entail require involve".split())
_LEADS = frozenset({"for", "on"})  # "provides for", "contains a clause on"


def is_term(noun: Noun, clause: Clause) -> bool:
    """Whether a noun tells what a pact holds, and nothing that happened."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or verb.is_passive or verb.lemma not in _HOLDS or subject.word not in _PACTS:
        return False
    held = [each for n in clause.objects for each in (n, *n.coordinated)]
    held += [n for each in held for word, n in each.tail if word in ("on", "of")]
    held += [each for word, n in clause.prepositions if word in _LEADS for each in (n, *n.coordinated)]
    return any(each is noun for each in held)
