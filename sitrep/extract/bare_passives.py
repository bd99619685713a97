"""Verbs of a past form alone behind a noun: '12 terrorists eliminated', 'Patrol ambushed', 'Truce offer rejected'.

What belongs here: telling passives without their "was" from deeds of the noun before them. What does not: finding
events (events.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep.extract.clause import Clause
from sitrep.extract.event import RANKED
from sitrep.extract.phrases import Noun, Verb

if TYPE_CHECKING:
    from sitrep.extract.events import Matcher

_BEINGS = frozenset(
    """people person actor body facility military police civilians militants official state unidentified number
    proper""".split()
)
_NTH_OF = RANKED | frozenset("sixth seventh eighth ninth tenth latest last only".split())
_THE = frozenset({"the", "these", "those"})
_NOTHING: frozenset[str] = frozenset()
#: What stands behind those who are blamed: "Rebels blamed for blast", "Army accused of killings".
_BLAMED = {
    "blame": frozenset({"for", "after", "as", "over", "when"}),
    "accuse": frozenset({"of"}),
    "suspect": frozenset({"in", "of", "over"}),
}


def read_as_passive(matcher: Matcher, clause: Clause, verb: Verb, parts: dict[str, list[Noun]]) -> None:
    """Makes a verb that needs an object and has none a passive, whose object stands before it."""
    if any(noun.word == "air" for _, noun in clause.prepositions):
        return  # "police shot into the air"
    if verb.lemma == "strike" and "by" not in parts and any(word == "over" for word, _ in clause.prepositions):
        return  # "Nurses struck over pay"
    if verb.lemma == "leave" and any(word == "for" for word, _ in clause.prepositions):
        return  # "Mr Dia left for Cairo"
    headline = matcher.nouns.atoms.headline
    the = clause.subject is not None and matcher.words[clause.subject.first] in _THE
    the = the and not _is_ranked_beside(matcher, clause.subject)
    if clause.subject is None or verb.particles == ("back",) or (the and clause.kind == "main" and not headline):
        return  # "The bandits attacked on Tuesday": a passive would have "were"
    classes = matcher.nouns.of(clause.subject).classes
    undergone = bool(classes & _BEINGS) and _is_done_to(matcher, clause, verb, headline=headline)
    if not undergone and headline and clause.kind == "main":
        told_by = "event" in classes and "by" in parts  # "Killings condemned by bishops"
        undergone = told_by or _is_its_object(matcher, verb, clause.subject)
    if undergone:
        verb.is_passive = True
        parts["object"] = parts.pop("subject", [])
        if "by" in parts:
            parts["subject"] = parts.pop("by")


def _is_ranked_beside(matcher: Matcher, noun: Noun | None) -> bool:
    """', the second judge murdered in a week': said of somebody told of before the comma."""
    words = matcher.words[noun.first - 1 : noun.first + 2] if noun is not None and noun.first else []
    return words[:2] == [",", "the"] and words[2] in _NTH_OF


def _is_done_to(matcher: Matcher, clause: Clause, verb: Verb, *, headline: bool) -> bool:
    """Whether somebody is whom the verb is done to."""
    known = matcher.patterns.verbs.get(verb.lemma, ())
    if not _BLAMED.get(verb.lemma, _NOTHING).isdisjoint(matcher.words[verb.last : verb.last + 1]):
        return bool(known)
    if headline and not verb.particles and _is_attacked(matcher, clause):
        return any(t.frame.verb.get("object") == "target" for _, t in known)
    told = [t for particles, t in known if particles in ((), verb.particles)]
    is_participle = matcher.patterns.lexicon.tags.get(matcher.words[verb.main]) == "q"  # "blown up", "taken"
    if not is_participle and any(t.stands_alone for t in told):
        return False  # "said gunmen attacked on Tuesday", "said settlers marched down the road"
    return any(t.frame.done_to for t in told)


def _is_attacked(matcher: Matcher, clause: Clause) -> bool:
    """'AID WORKERS ATTACKED', 'Patrol ambushed in Niger': those attacked, unless they do such things."""
    classes = matcher.nouns.of(clause.subject).classes if clause.subject is not None else _BEINGS
    return "militants" not in classes and not any(word in ("on", "at", "against") for word, _ in clause.prepositions)


def _is_its_object(matcher: Matcher, verb: Verb, noun: Noun) -> bool:
    """'Truce offer rejected', 'Hostages handed over': a noun that the patterns know as what the verb is done to."""
    forms = matcher.candidates.forms(noun)
    if any(head in forms for head, _ in matcher.candidates.acts_of(verb)):
        return True
    known = matcher.patterns.verbs.get(verb.lemma, ())
    classes = matcher.nouns.of(noun).classes
    if "means" in classes and any(
        t.frame.done_to and any(c.part == "object" and not c.classes.isdisjoint(classes) for c in t.when)
        for particles, t in known
        if particles in ((), verb.particles)
    ):
        return True  # "Bomb defused near court"
    asked = [c for particles, t in known if particles in ((), verb.particles) for c in t.when if c.part == "object"]
    one = matcher.patterns.lexicon.singulars.get(noun.word, noun.word)
    event = "event" in classes
    return any(noun.word in c.words or one in c.words or (event and "event" in c.classes) for c in asked)
