"""Words of one sentence that tell one event: 'held talks', 'a bomb planted by rebels went off'.

What belongs here: joining the events of a verb and of the nouns around it. What does not: finding events (events.py),
and joining what other sentences tell (joining.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event

if TYPE_CHECKING:
    from sitrep.extract.events import Matcher


_RAIDS, _WITHIN = frozenset({"raid", "raids", "sweep", "sweeps"}), frozenset({"in", "during"})
_PROTEST = "protest"


def named_again(matcher: Matcher, clause: Clause) -> None:
    """'called the blast a wretched attack', 'described the raid as aggression': one event under two names."""
    if clause.verb is None or clause.verb.lemma not in matcher.patterns.cues["naming_verbs"] or not clause.objects:
        return
    first = matcher.by_noun.get(id(clause.objects[0]))
    for noun in [*clause.objects[1:], *(n for w, n in clause.prepositions if w == "as")]:
        second = matcher.by_noun.get(id(noun))
        if second is not None and first is not None:
            second.join(first)
        elif second is not None:
            second.is_name = True


def planted(matcher: Matcher, event: Event, clause: Clause) -> None:
    """'a bomb planted by rebels went off': what was done with the weapon and what it did are one event."""
    noun = clause.antecedent
    if (
        not event.trigger.frame.blow
        or noun is None
        or clause.kind not in ("participle", "relative")
        or "means" not in matcher.nouns.of(noun).classes
    ):
        return
    outer = clause.parent
    while outer is not None:
        told = matcher.by_clause.get(outer.number)
        hit = outer.is_passive and any(word == "by" and n is noun for word, n in outer.prepositions)
        if outer.subject is noun or noun in outer.objects or hit:  # "was hit by a bomb planted by rebels"
            event.waiting = outer
            if told is not None:
                event.join(told)
            return
        outer = outer.parent


def meant_by(matcher: Matcher, event: Event, clause: Clause) -> None:
    """'used missile strikes to destroy two bases': what was done and what it was done for are one event."""
    outer = clause.parent
    if clause.kind != "infinitive" or outer is None or outer.verb is None:
        return
    gathered = matcher.by_clause.get(outer.number)
    if gathered is not None and gathered.event_type == event.event_type == _PROTEST:
        event.join(gathered)  # "took to the streets to protest at the killing of X"
    if not event.trigger.frame.blow:
        return
    if outer.verb.names() & matcher.patterns.cues["light_act"]:
        found = (matcher.by_noun.get(id(noun)) for noun in outer.objects)
        event.join(next((told for told in found if told is not None and told.trigger.frame.blow), None))


def struck_with(matcher: Matcher, event: Event, clause: Clause) -> None:
    """'hit the camp with two drone strikes': what was done and what it was done with are one event."""
    if not event.trigger.frame.blow or clause.verb is None or clause.verb.is_negated:
        return
    told = (matcher.by_noun.get(id(n)) for word, n in clause.prepositions if word == "with" and n.first > event.last)
    found = next((each for each in told if each is not None and each.trigger.frame.blow), None)
    if found is not None and not found.roles:
        found.join(event)
        event.means |= found.means


def arrested_in(matcher: Matcher, event: Event, clause: Clause) -> None:
    """'arrested six men in raids across the town': the raids of those who arrest, no attacks."""
    if event.trigger.frame.harm != "arrested":
        return
    for word, noun in clause.prepositions:
        told = matcher.by_noun.get(id(noun)) if word in _WITHIN and noun.word in _RAIDS else None
        crime = word == "in" and matcher.words[noun.first] in ("the", "that")  # "in the raid on a bank"
        if told is not None and not crime and not told.roles_of("perpetrator"):
            told.roles = []
            told.join(event)


def same_as_object(matcher: Matcher, event: Event, clause: Clause) -> None:
    """'held talks', 'opened an investigation': verb and noun tell one event."""
    passive = clause.verb is not None and clause.verb.is_passive
    for noun in [*clause.objects, *([clause.subject] if clause.subject is not None and passive else [])]:
        told = matcher.by_noun.get(id(noun))
        violent = event.trigger.frame.blow or event.trigger.frame.cause
        if told is not None and told.event_type == event.event_type and not violent:
            told.join(event)
            if noun is clause.subject:  # "a rally by students was held": nothing is done to a rally
                known = [each for each in event.roles if not noun.first <= each[1].first < event.first]
                event.roles = [*told.roles, *known]
        elif told is not None and event.acted is noun:
            told.join(event)  # "lodged a protest", "lifted sanctions": the noun alone would tell something else
    subject = matcher.by_noun.get(id(clause.subject)) if clause.subject is not None else None
    named_again(matcher, clause)
    active = clause.verb is not None and not clause.verb.is_passive
    if subject is not None and active:
        same = event.trigger.frame == subject.trigger.frame
        event.join(subject if same or event.trigger.frame.blow else None)
