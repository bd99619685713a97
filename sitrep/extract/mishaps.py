"""Deaths that no one caused: in a crash, an earthquake, a flood.

What belongs here: whether a sentence tells of a mishap, so that those killed or hurt in it, or in the sentences that go
on with it, belong to no event of conflict. What does not: mishaps inside the grammar of one trigger
(ontology/patterns), other tolls (tolls.py).
"""

from __future__ import annotations

from collections.abc import Collection

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.phrases import Noun
from sitrep.extract.text import Text
from sitrep.ontology.types import EventTypes

_VEHICLES = frozenset(
    """bus buses minibus coach truck lorry trailer car van jeep taxi vehicle pickup motorcycle train plane aircraft jet
    airplane helicopter airliner boat ferry ship canoe vessel""".split()
)
_AIRCRAFT = frozenset("plane aircraft jet airplane helicopter airliner warplane chopper gunship".split())
_DOWNED = frozenset({"shot", "hit", "struck", "downed", "missile", "fire"})
_FALLS = frozenset({"fall", "roll", "veer", "slide", "slip", "drop", "tumble", "go"})
_INTO = frozenset({"into", "off", "onto", "down", "over"})
_LANDS = frozenset({"land", "take_off", "come_down"})
_BLASTS = frozenset(
    """gas boiler methane cylinder furnace firework fireworks transformer generator grain dust coal refinery
    petrol gasoline propane""".split()
)
#: Words that open a report of a mishap; those of lasting evils, such as hunger, do not.
_OPENS = frozenset(
    """crashed crash collided collision derailed derailment overturned capsized sank plunged plummeted skidded
    earthquake quake floods flooding landslide mudslide avalanche stampede hurricane cyclone tornado
    shipwreck pile-up""".split()
)
_BEHIND = 2  # sentences


def is_mishap(
    draft: Draft,
    drafts: list[Draft],
    clauses: list[Clause],
    cues: dict[str, frozenset[str]],
    words: list[str],
) -> bool:
    """Whether a draft only tells who came to harm, in a sentence of a mishap in which nobody does anything."""
    if any(_fell_down(clause, draft, cues, words) for clause in clauses):
        return True
    if not _only_harms(draft) or not all(_only_harms(other) for other in drafts):
        return False
    return any(_tells_of_mishap(clause, cues, words) for clause in clauses)


def _fell_down(clause: Clause, draft: Draft, cues: dict[str, frozenset[str]], words: list[str]) -> bool:
    """'an army plane crashed, killing its pilot': it was done to nobody, whosever plane it was."""
    verb, event = clause.verb, draft.event
    if verb is None or event is None or clause.subject is None or clause.subject.word not in _AIRCRAFT:
        return False
    alone = verb.lemma in cues["mishap_verbs"] and not any(word == "into" for word, _ in clause.prepositions)
    led = event.clause is not None and event.clause.is_outcome and event.clause.subject is clause.subject
    return alone and led and draft.tells_harm and _DOWNED.isdisjoint(words)


def without_mishaps(drafts: list[Draft], text: Text, types: EventTypes) -> list[Draft]:
    """Leaves out 'Twelve passengers were killed.' behind 'A bus crashed near Cali.', where no violence was told yet."""
    if not any(draft.only_harms for draft in drafts):
        return list(drafts)
    kept: list[Draft] = []
    for draft in drafts:
        violent = any(types[d.event_type].event_class == "violent" for d in kept if d.event_type)
        if violent or not draft.only_harms or not _goes_on(draft, text):
            kept.append(draft)
    return kept


def _goes_on(draft: Draft, text: Text) -> bool:
    """Whether one of the sentences right before a draft opens a report of a mishap."""
    last = draft.sentence.number
    before = text.sentences[max(0, last - _BEHIND) : last]
    return any(not _OPENS.isdisjoint(text.words[s.first : s.last]) for s in before)


def _only_harms(draft: Draft) -> bool:
    doers = [party for party in draft.parties("perpetrator", "party", "claimant") if not party.is_thing]
    return draft.event is not None and draft.tells_harm and not draft.means and not doers


def _tells_of_mishap(clause: Clause, cues: dict[str, frozenset[str]], words: list[str]) -> bool:
    """'the plane crashed', 'an earthquake destroyed', 'was destroyed by an earthquake', 'the bus fell into a river'."""
    verb, subject = clause.verb, clause.subject
    if subject is not None and (subject.word in cues["accident_words"] or _is_blast(subject, cues, words)):
        return True
    if verb is None:
        return False
    if verb.lemma in cues["mishap_verbs"] and not clause.objects:
        return True
    if verb.lemma == "lose" and clause.object is not None and clause.object.word == "control":
        return any(noun.word in _VEHICLES for _, noun in clause.object.tail) or _drives(subject)
    if subject is not None and subject.word in _VEHICLES and not verb.is_passive and not clause.objects:
        behind: Collection[str] = {*words[verb.last : verb.last + 1], *(word for word, _ in clause.prepositions)}
        if verb.lemma in _FALLS and not _INTO.isdisjoint(behind):
            return True
        return verb.name() in _LANDS or (verb.lemma == "come" and "down" in behind)
    return verb.is_passive and any(w == "by" and n.word in cues["accident_words"] for w, n in clause.prepositions)


def _drives(noun: Noun | None) -> bool:
    return noun is not None and noun.word in ("driver", "drivers", "pilot", "rider", "motorist")


def _is_blast(noun: Noun, cues: dict[str, frozenset[str]], words: list[str]) -> bool:
    """'a gas explosion', 'a blast of fireworks'."""
    if noun.word not in cues["blast_words"]:
        return False
    of = (other.word for word, other in noun.prepositions if word == "of")
    return not _BLASTS.isdisjoint({*words[noun.first : noun.head], *of})
