"""How a sentence opens when it leaves the scene that was told before: "Elsewhere", "Hours later", "In a separate raid".

What belongs here: the first words of a sentence, and those that set a deed beside others. What does not: days and
places that differ (joining.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from sitrep.extract.atoms import Atoms
from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft
from sitrep.extract.phrases import LENGTHS
from sitrep.extract.spans import Spans
from sitrep.extract.telling import is_related
from sitrep.extract.text import Text
from sitrep.ontology.event_type import EventTypes
from sitrep.records import Occurrence

_PLACES = frozenset({"elsewhere", "separately"})
_TIMES = frozenset({"meanwhile"})
_ON = frozenset({"further", "farther"})
_BEARINGS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west
    inland upstream downstream upriver afield away""".split()
)
_ORDER = frozenset({"earlier", "later"})
_OTHERS = frozenset({"separate", "another", "different", "similar", "unrelated", "other", "second"})
_HAPPENINGS = frozenset(
    """action actions event events bombing bombings kidnapping kidnappings murder murders killing killings explosion
    incident incidents attack attacks development developments case cases clash clashes raid raids blast blasts
    ambush operation operations shooting shootings strike strikes encounter encounters area areas part parts
    village town district province violence unrest bloodshed fighting news""".split()
)
_SPOTS = frozenset(
    """area areas part parts section quarter neighborhood neighbourhood district suburb town village city state
    province municipality bar county""".split()
)
_APART = frozenset({"another", "different", "separate"})
_BESIDE = frozenset({"also", "meanwhile", "separately"})
_NEXT = frozenset({"then", "subsequently", "thereafter"})
_MORE = frozenset({"additionally", "finally", "likewise", "moreover", "furthermore", "besides"})
_COMES = frozenset({"come", "happen", "occur", "take_place", "take"})
_ORDERS = frozenset({"after", "before"})
_BEFORE = frozenset({"earlier", "previously", "before", "already"})
_WHO_SAY = frozenset(
    "police officials authorities army military witnesses residents media locals we they he she".split()
)
_SECONDS = frozenset({"second", "another", "third"})
_TOLD_OF = frozenset({"he", "she", "him", "her"})  # "he was also beheaded": who was told to have been struck
_SPELLS = frozenset("hour hours day days night nights week weeks month months year years".split())
_POINTING = frozenset({"the", "that", "this"})
_RECALL = 9  # atoms of 'As Northwire has previously reported,'
_OVER = frozenset({"of", "for", "over", "with", "in"})  # "was convicted of", "tried over", "jailed in"
_REACH = 6  # atoms of an opening
_SAME_WITHIN = 3  # ... "On the same Friday"
_NEAR = 40  # characters from "before" to the word for what came after


def leaves_scene(atoms: Atoms, spans: Spans) -> str:
    """How a sentence opens by leaving what was told before it: "place", "time", "more", or "" where it does not.

    Another time may be that of a saying ("Later, the army said that ..."), another place or raid never is; more of
    what was told may be more people who came to harm.
    """
    words = atoms.words
    if not words:
        return ""
    if words[0] in _PLACES or _names_another(words) or _goes_on(words) or (words[0] == "as" and _recalls(atoms)):
        return "place"
    if words[0] in _TIMES or (words[0] in _ORDER and _is_open(atoms, 1)) or _is_counted(atoms, spans):
        return "time"
    if (words[0] in _MORE and words[1:2] == [","]) or (
        words[:2] in (["in", "addition"], ["in addition", ","]) and "," in words[1:3]
    ):
        return "more"
    also = words[0] == "also" and bool(atoms.tags[1:2]) and (atoms.tags[1] in "TA" or words[1] in ("on", "in", "at"))
    return "time" if also else ""


def _recalls(atoms: Atoms) -> bool:
    """'As reported earlier, ...', 'As Northwire reported, ...': so wires recall other news of theirs.

    Not so where it says who says it: 'as reported by police'.
    """
    words = atoms.words[:_RECALL]
    if "reported" not in words or "," not in words:
        return False
    said = words[1 : words.index(",")]
    by = [word for word in said if word not in ("reported", "by", "was", "it", "has", "have") and word not in _BEFORE]
    wire = len(by) == 1 and atoms.tags[words.index(by[0])] in "nyY" and by[0] not in _WHO_SAY
    return wire or (not by and not _BEFORE.isdisjoint(said))


def _is_open(atoms: Atoms, index: int) -> bool:
    """'Earlier, ...', 'Later that day, ...', 'Earlier in the day ...': not 'Earlier attacks'."""
    return index < len(atoms.tags) and atoms.tags[index] in ",TAif"


def _names_another(words: list[str]) -> bool:
    """'In a separate incident', 'In another raid', 'At another village'."""
    if words[0] not in ("in", "at", "during"):
        return False
    opening = words[1:_REACH]
    other = next((i for i, word in enumerate(opening) if word in _OTHERS), None)
    return other is not None and any(word in _HAPPENINGS for word in opening[other + 1 :])


def _goes_on(words: list[str]) -> bool:
    """'Farther south, ...', 'Further west in Gao ...': not 'Further attacks'."""
    return words[0] in _ON and bool(words[1:]) and words[1] in _BEARINGS


def _is_counted(atoms: Atoms, spans: Spans) -> bool:
    """'Hours later', 'The same day', 'Two days earlier', 'On the same Friday': counted from what was told."""
    opening = atoms.words[:_SAME_WITHIN]
    if "same" in opening and atoms.tags[opening.index("same") + 1 :][:1] in (["T"], ["A"]):
        return True
    for index, tag in enumerate(atoms.tags[:3]):
        span = spans.covering.get(atoms.first[index]) if tag in "TA" else None
        if span is not None and span.time is not None and span.time.kind == "anaphoric":
            return span.time.unit != "minute"
    return False


def tells_beside(draft: Draft, words: list[str]) -> bool:
    """'they also blew up a bridge', 'a man meanwhile was shot in X': with a place or people of its own."""
    event = draft.event
    if event is None or event.verb is None:
        return False
    verb = event.verb
    if _BESIDE.isdisjoint(verb.words) and _BESIDE.isdisjoint(words[max(0, verb.first - 1) : verb.last + 1]):
        return False
    own = draft.where is not None and draft.where.strength <= 1
    return own or any(noun.word not in _TOLD_OF for noun in event.roles_of("target"))


def is_at_another(draft: Draft, atoms: Atoms) -> bool:
    """'gunmen killed three in another part of the city', 'in a different bar': nowhere that was told of before."""
    event, words = draft.event, atoms.words
    if event is None or event.clause is None or draft.is_title or _APART.isdisjoint(atoms.said):
        return False
    if tells_what_follows(draft, words):
        return False
    bound = list(event.noun.tail) if event.noun is not None else []
    within = [event.clause, *(child for child in event.clause.children if child.kind == "relative")]
    bound += [pair for clause in within for pair in clause.prepositions]
    bound += [pair for clause in within for noun in clause.objects for pair in noun.tail]
    return any(word in ("in", "at", "on") and _is_another_spot(words[noun.first : noun.last]) for word, noun in bound)


def _is_another_spot(words: list[str]) -> bool:
    """'another part of the city', 'a different town'."""
    return not _APART.isdisjoint(words) and any(word.split()[0] in _SPOTS for word in words)


def is_also_said(draft: Draft, words: list[str]) -> bool:
    """'the police also said that gunmen had killed a man in X': more news, at a place of its own."""
    clause = draft.event.clause if draft.event is not None else None
    while clause is not None and clause.kind in ("subordinate", "participle"):
        clause = clause.parent  # "that two were killed when their car hit a mine"
    outer = clause.parent if clause is not None and clause.kind == "complement" else None
    own = draft.where is not None and draft.where.strength <= 1
    return (
        own and outer is not None and outer.verb is not None and "also" in words[outer.verb.first - 1 : outer.verb.last]
    )


def tells_what_follows(draft: Draft, words: list[str]) -> bool:
    """'He then set off his explosives', 'they subsequently opened fire': what the doer of before did next."""
    verb = draft.event.verb if draft.event is not None else None
    if verb is None:
        return False
    return not (_NEXT.isdisjoint(verb.words) and _NEXT.isdisjoint(words[max(0, verb.first - 1) : verb.main]))


def set_beside(drafts: list[Draft], text: Text) -> frozenset[tuple[int, int]]:
    """Pairs of drafts, by identity, of which one says when the other was: 'the blast came hours after gunmen killed X'.

    Not so where nothing counts from one to the other: 'the incident happened after a car blew up'.
    """
    told = [draft for draft in drafts if draft.event is not None and draft.event.clause is not None]
    pairs = [pair for d in drafts for deed in d.not_of for pair in ((id(d), id(deed)), (id(deed), id(d)))]
    pairs += [pair for one, two in _tried_apart(told) for pair in ((id(one), id(two)), (id(two), id(one)))]
    for draft in told:
        clause = draft.event.clause if draft.event is not None else None
        deeds = [d for d in told if _is_beside(d, draft)] if draft.is_charge else []
        if _is_what_came_after(draft, text) or _is_the_first(draft, text):
            deeds += [d for d in told if d.sentence is draft.sentence and d is not draft]
        elif _stands_behind_before(draft):
            deeds += [d for d in told if d is not draft and d.event is not None and d.event.clause is clause]
        if clause is not None and clause.marker == "while" and draft.is_fresh and draft.tolls:
            deeds += [
                d for d in told if d.sentence is draft.sentence and d.event is not None and _is_counted_above(d, draft)
            ]
        if draft.is_other and clause is not None and clause.marker == "since":
            deeds += [d for d in told if d.sentence is draft.sentence and not d.is_other]
        pairs += [pair for deed in deeds for pair in ((id(draft), id(deed)), (id(deed), id(draft)))]
        if clause is None or draft.event is None or draft.event.noun is None or clause.subject is not draft.event.noun:
            continue
        related = [
            d for d in told if d.event is not None and d.sentence is draft.sentence and is_related(d.event, clause)
        ]
        pairs += [pair for deed in related for pair in ((id(draft), id(deed)), (id(deed), id(draft)))]
        when = [child for child in clause.children if _says_when(child, clause)]
        for other in told if when else ():
            within = other.event.clause if other.event is not None and other.sentence is draft.sentence else None
            while within is not None and within not in when:
                within = within.parent
            if within is not None:
                pairs += [(id(draft), id(other)), (id(other), id(draft))]
    return frozenset(pairs)


def _is_what_came_after(draft: Draft, text: Text) -> bool:
    """'In the days before the ambush, three died in clashes', 'Before the raid, three had died': they died elsewhere.

    Not so 'Before the blast, gunmen fired at the gate', 'Minutes before the blast'.
    """
    noun, first = draft.event.noun if draft.event is not None else None, draft.sentence.first
    if noun is None or noun.first > _RECALL or draft.is_title:
        return False
    opening = text.words[first : first + _RECALL]
    before = next((i for i, word in enumerate(opening) if word in ("before", "prior")), None)
    if before is None or (before and _SPELLS.isdisjoint(opening[:before])):
        return False
    behind = opening[before + 1 :] if opening[before] == "before" else opening[before + 2 :]
    near = text.starts[first + before] < draft.start and draft.start - text.starts[first + before] < _NEAR
    if not near or not behind or behind[0] not in _POINTING:
        return False
    clause = draft.event.clause if draft.event is not None else None
    inner = [clause, *clause.children] if clause is not None else []
    return before > 0 or any(c.verb is not None and c.verb.tense == "pastperfect" for c in inner)


def _stands_behind_before(draft: Draft) -> bool:
    """'Five had been killed in clashes before the ambush': what had been is another deed than that."""
    event = draft.event
    clause = event.clause if event is not None else None
    if event is None or clause is None or clause.verb is None or clause.verb.tense != "pastperfect":
        return False
    return draft.status.definite and any(noun is event.noun and w == "before" for w, noun in clause.prepositions)


def _is_counted_above(other: Draft, draft: Draft) -> bool:
    """'54 died when the market was shelled, while an air strike in Bahri killed two': each has its own dead."""
    clause = draft.event.clause if draft.event is not None else None
    within = other.event.clause if other.event is not None else None
    return bool(other.tolls) and clause is not None and within is not None and not within.is_within(clause)


def _tried_apart(told: list[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """'16 were sentenced over the bombing of 2015. Eight others were jailed for a murder in 2014.': two trials."""
    trials = [draft for draft in told if draft.event_type == "judicial" and not draft.status.definite]
    crimes = {id(d): [c for c in told if c.sentence is d.sentence and _is_dated_deed(c)] for d in trials}
    for one, two in itertools.combinations([draft for draft in trials if crimes[id(draft)]], 2):
        pairs = itertools.product(crimes[id(one)], crimes[id(two)])
        if one.sentence is not two.sentence and all(_never_meet(a.when, b.when) for a, b in pairs):
            yield one, two


def _is_dated_deed(draft: Draft) -> bool:
    frame = draft.event.trigger.frame if draft.event is not None else None
    return frame is not None and draft.is_timed and (frame.blow or frame.harm is not None)


def _never_meet(one: Occurrence | None, two: Occurrence | None) -> bool:
    if one is None or two is None or not (one.date_from and one.date_to and two.date_from and two.date_to):
        return False
    return one.date_to < two.date_from or two.date_to < one.date_from


def _is_the_first(draft: Draft, text: Text) -> bool:
    """'A second bomb hit a truck two miles from the first blast': the second is another, and elsewhere."""
    noun, first = draft.event.noun if draft.event is not None else None, draft.sentence.first
    if noun is None:
        return False
    if _SECONDS.isdisjoint(text.words[first : first + 3]):
        return False
    own = text.words[first : draft.sentence.last]
    at = next((i for i in range(len(own)) if text.starts[first + i] == draft.start), 0)
    return at > 0 and own[at - 1] == "first" and not LENGTHS.isdisjoint(own[max(0, at - _RECALL) : at])


def leave_charges_open(drafts: list[Draft], types: EventTypes) -> None:
    """What a text brings up as a charge was before its news, nobody knows when, and need not have been where it plays.

    "Police in Yaldo have arrested two men accused of shelling a church." "A court jailed a man who shot a guard."
    """
    happenings: dict[int, list[Draft]] = {}
    judged: dict[int, list[Draft]] = {}
    for draft in drafts:
        happenings.setdefault(draft.happening, []).append(draft)
        if draft.event_type and types[draft.event_type].has("takes_background_toll"):
            judged.setdefault(draft.sentence.number, []).append(draft)
    for members in happenings.values():
        if any(d.when is not None for d in members):
            continue
        first = min((d for d in members if not d.is_title), key=lambda d: d.start, default=members[0])
        acts = judged.get(first.sentence.number, [])
        if any(act.happening == first.happening for act in acts):
            continue
        if first.is_charge or any(_is_tried(first, act) for act in acts):
            for draft in members:
                draft.is_answered = True


def _is_tried(deed: Draft, act: Draft) -> bool:
    """Whether a deed is what a court deals with: 'tried for the murder of X', 'jailed a man who shot a guard'."""
    told, tried = deed.event, act.event
    if told is None or tried is None or told.clause is None or tried.clause is None:
        return False
    clause: Clause | None = told.clause
    if told.noun is not None and clause is tried.clause:
        held = [n for word, n in clause.prepositions if word in _OVER for n in (n, *(m for _, m in n.tail))]
        return any(n is told.noun for n in held)
    while clause is not None and clause is not tried.clause:
        clause = clause.parent if clause.kind in ("relative", "participle") else None
    return clause is not None and told.clause is not tried.clause


def _is_beside(draft: Draft, charge: Draft) -> bool:
    """Whether a draft tells beside a charge of something else: not the raid of 'the murder of six in the raid'."""
    if draft.sentence is not charge.sentence or draft.is_charge or draft.event is None or charge.event is None:
        return False
    if charge.event.noun is None and draft.event.noun is not None and draft.start > charge.start:
        return False  # "accused of shelling a school, an attack that killed six"
    noun, tail = draft.event.noun, charge.event.noun.tail if charge.event.noun is not None else []
    clause = draft.event.clause
    if clause is not None and clause.kind == "relative" and draft.start > charge.start:
        return False  # "a suspect in the raid in which six were killed"
    return noun is None or not any(other is noun for _, other in tail)


def _says_when(child: Clause, clause: Clause) -> bool:
    """Whether a clause tells what another one is counted from: 'hours after', 'on the same day that'."""
    if clause.verb is None or clause.verb.lemma not in _COMES:
        return False
    counted = bool(clause.times) or (clause.verb.lemma == "come" and child.marker in _ORDERS)
    behind = child.kind == "subordinate" and child.marker in _ORDERS
    same = child.kind == "complement" and child.marker in ("", "that")
    return counted and (behind or same)
