"""Whom a sentence brings in: 'a man was shot dead', 'gunmen killed two guards', not 'the man', 'they', 'the gunmen'.

What belongs here: whether those who act in what is told, and those to whom it is done, were not spoken of before.
What does not: what that says for or against one happening (joining.py), names of people (aims.py).
"""

from __future__ import annotations

from sitrep.extract.aims import is_in_quarter
from sitrep.extract.draft import Draft
from sitrep.extract.event import Event
from sitrep.extract.named_places import MANY_PLACES
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.extract.settings import Where
from sitrep.extract.unlisted import BEARINGS

_SPOKEN_OF = frozenset("the this that these those same his her its their our my both such said".split())
_THOSE = frozenset({"the", "these", "those", "all", "both"})
_AMONG = frozenset("other others another more further additional remaining rest".split())
_OTHER = frozenset({"another", "second", "different", "separate"})
_SOMEBODY = frozenset({"a", "an", "some", "several", "unknown", "unidentified"})
_BEFORE = frozenset({"also", "meanwhile", "and", "but", ",", "separately", "elsewhere"})
_AT = frozenset({"in", "at", "near", "outside"})
#: Parts of a town; behind these words in them they are where the text is anyhow.
_QUARTERS = frozenset("neighbourhood neighborhood district quarter suburb part section sector zone side town".split())
_SAME, _BEARINGS = frozenset({"same", "this", "that"}), BEARINGS | {"old", "new", "upper", "lower"}
_SIDES = ("north", "south", "east", "west", "central")
_PARTS_OF = frozenset("of the part parts section sector zone area side end edge outskirts".split())
_OPENING = 6  # words in which a sentence names such a part: "In the northern part of the city"
_REACH = 9  # tokens from the head of a sentence to the place that it opens with
_HEAD = 4  # strength of a place at the head of a sentence
_ANOTHER = -4.0
_ADRIFT = -1.5  # two hamlets by name, of which nobody knows where they lie
_SAME_PLACE, _OTHER_SIDE = 1.5, -3.0  # "in southern Yala", told behind "in northern Yala"
_ROLES = frozenset({"perpetrator", "target", "party"})
_COUNTED = 2.5  # "the four rebels": as many as were told to have died there


def brings_in(members: list[Event], nouns: Nouns) -> bool:
    """Whether the people of what is told are new to the text: somebody of them is, and nobody was spoken of before."""
    found = False
    for event in members:
        people = [noun for role, noun in event.roles if role in _ROLES]
        for noun in (*people, *(noun for _, noun in event.victims)):
            told = _told(noun, nouns)
            if told < 0:
                return False
            found = found or told > 0
    return found


def brings_back(members: list[Event], nouns: Nouns) -> bool:
    """Whether those who come to harm were spoken of before: 'the gunmen were killed', 'killing all four attackers'."""
    struck = [noun for event in members for role, noun in event.roles if role == "target"]
    struck += [noun for event in members for _, noun in event.victims]
    return any(_is_known(noun, nouns) for noun in struck)


def _is_known(noun: Noun, nouns: Nouns) -> bool:
    """'the gunmen', 'all four', 'they', 'two of them': people of whom was spoken, not what is theirs."""
    if "pronoun" in nouns.of(noun).classes or nouns.atoms.words[noun.first] in _THOSE:
        return True
    return any(word == "of" and _is_known(whole, nouns) for word, whole in noun.prepositions[:1])


def are_others(members: list[Event], events: list[Event], nouns: Nouns) -> bool:
    """'a second post was attacked', 'another group of gunmen stormed the town': who or what was not told of before.

    Not so behind the first of two in one sentence: 'one group opened fire while another stormed the gate'.
    """
    if any(_is_in_towns(event, nouns.atoms.words) for event in members):
        return True
    if any(event.clause is not None and event.first < members[0].first and event.verb for event in events):
        return False
    for event in members:
        if event.verb is None or not event.trigger.frame.blow or event.trigger.frame.harm:
            continue  # "another man was wounded": more of what was told
        struck = [event.struck] if event.struck is not None else []
        for noun in (*struck, *(noun for role, noun in event.roles if role in _ROLES)):
            words = nouns.atoms.words[noun.first : noun.head]
            if words and (words[0] in _OTHER or (words[0] == "a" and not _OTHER.isdisjoint(words[1:2]))):
                return True
    return False


def _is_in_towns(event: Event, words: list[str]) -> bool:
    """'was killed in X, one of the three towns where attacks left 200 dead': he was killed in none of those."""
    is_there = event.clause is not None and event.clause.marker == "where"
    before = words[: event.first] if is_there else []
    return "where" in before and before[before.index("where") - 1] in MANY_PLACES


def opens_with(draft: Draft, words: list[str]) -> bool:
    """'In Yaldo, two men were shot dead', 'Also in Yaldo': a sentence that opens with where something happened."""
    at = next((at for at, word in enumerate(words[:3]) if word not in _BEFORE), 0)
    if not words or words[at] not in _AT:
        return False
    if _names_part(words[at + 1 : at + _OPENING]):
        return True
    return (
        draft.where is not None
        and draft.where.strength <= _HEAD
        and draft.where.span.first <= draft.sentence.first + _REACH
    )


def side_of(where: Where | None, words: list[str]) -> frozenset[str]:
    """On which side of its place something was: 'in northern Yala', 'in the southern part of the city'."""
    if where is None or where.strength > 1:
        return frozenset()
    at = where.span.first - 1
    while at > 0 and words[at] in _PARTS_OF:
        at -= 1
    bearing = words[at] if at >= 0 and words[at] in BEARINGS else ""
    return frozenset(side for side in _SIDES if side in bearing)


def same_side(side: frozenset[str], other: frozenset[str]) -> float:
    """What sides of one place say: the north and the south are two, not so the north and the northeast."""
    return _OTHER_SIDE if side and other and side.isdisjoint(other) else _SAME_PLACE


def of_hamlets(draft: Draft, other: Draft) -> float | None:
    """What two hamlets by name say, of which nobody knows where they lie."""
    if is_new(draft, [other]):
        return None
    return 0.0 if is_in_quarter(draft) else _ADRIFT


def _names_part(words: list[str]) -> bool:
    """'the old town', 'the northern part of the city': a part of a town that has a name of its own in no list."""
    end = next((at for at, word in enumerate(words) if word in _QUARTERS or word == "part_of"), 0)
    return bool(end) and _SAME.isdisjoint(words[:end]) and not _BEARINGS.isdisjoint(words[:end])


def is_lead(draft: Draft, others: list[Draft]) -> bool:
    """Whether a mention stands right behind the headline: a lead tells what that tells, however it opens."""
    return others[-1].is_title and draft.sentence.number == others[-1].sentence.number + 1


def is_new(draft: Draft, others: list[Draft]) -> bool:
    """Whether a mention brings in people by its own words: no headline or lead, nor "the attack in which two died"."""
    own = draft.brings_in and (not draft.is_nominal or draft.is_fresh)
    return own and not draft.is_title and not is_lead(draft, others)


def is_third(draft: Draft, others: list[Draft]) -> bool:
    """'A third bomb went off', told behind 'another bomb exploded'."""
    if not draft.status.third or draft.status.definite or draft.is_title:
        return False
    told = (other for other in others if other.status.other and not (other.status.definite or other.is_title))
    return any(other.sentence is not draft.sentence for other in told)


def opens_another(draft: Draft, others: list[Draft]) -> float:
    """What speaks against one happening where a later sentence opens with its place and brings in its people."""
    if not draft.opens or not is_new(draft, others) or any(other.sentence is draft.sentence for other in others):
        return 0.0
    return _ANOTHER


def _told(noun: Noun, nouns: Nouns) -> int:
    """How a phrase tells of somebody: 1 as new, -1 as spoken of before, 0 as neither: a name, more of the same."""
    atoms, meaning = nouns.atoms, nouns.of(noun)
    words = atoms.words[noun.first : noun.last]
    if "pronoun" in meaning.classes or not _SPOKEN_OF.isdisjoint(words[:2]):
        return -1
    if not _AMONG.isdisjoint(words):
        return 0
    of = noun.prepositions[:1]
    if of and of[0][0] == "of" and _told(of[0][1], nouns) < 0:
        return -1  # "two of the men", "one of them"
    if not meaning.classes & {"people", "person", "unidentified", "military", "police", "militants"}:
        return 0
    is_new = words[0] in _SOMEBODY or "c" in atoms.tags[noun.first : noun.last] or meaning.is_plural
    return int(is_new and "proper" not in meaning.classes)


def same_dead(draft: Draft, others: list[Draft]) -> float:
    """'The four rebels killed were brothers': of the fight in which four rebels died, not of the last."""
    mine = [t for t in (*draft.tolls, *draft.echoes) if t.low > 1 and t.quote.split()[0].lower() in _THOSE]
    if not mine:
        return 0.0  # as nearly everywhere
    theirs = {(t.outcome, t.victim_group, t.low) for other in others for t in other.tolls}
    return _COUNTED if any((t.outcome, t.victim_group, t.low) in theirs for t in mine) else 0.0
