"""People of whom a report only says that they were people, or of what country: what their happening shows them to be.

What belongs here: giving a group to the dead and hurt that are counted as "people", once it is known what else is told
of their happening, and counting those as foreigners who come from elsewhere than where it was. What does not: groups
that a phrase itself tells (casualties.py).

"Gunmen killed 13 people in a village" tells of civilians; who falls in a fight between two sides, in a raid by the
police, or beside soldiers of whom the report tells, may be anyone.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sitrep.extract.draft import Draft
from sitrep.extract.numbers import read_number
from sitrep.ontology import Ontology
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns.lexicon import Lexicon
from sitrep.records import CasualtyMention

_HARMS = ("killed", "injured")
#: The last words of a count of people of whom no more is said.
_ANYBODY = frozenset("people persons person individuals man men souls lives".split())
_ONE_PERSON = frozenset({"he", "him", "she", "her"})
_OF_AGE = re.compile(r"(?:a|one|another) man of \d+$", re.IGNORECASE)
_QUOTES = "\"'\u2019\u201d"
_ARMED = frozenset({"security_force", "militant"})
_MEMBERS = re.compile(r",? and |, ")  # between those of a list
_ONE_LAND = frozenset({"IL", "PS"})
_ARMED_KINDS = frozenset({"military", "police", "insurgent", "militia"})


def name_civilians(drafts: list[Draft], types: EventTypes, numbers: Lexicon) -> None:
    """Counts people as civilians too where their happening knows of no others; of sums nothing is known."""
    happenings: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        happenings[draft.happening].append(draft)
    for members in happenings.values():
        if _are_unarmed(members, types):
            for draft in members:
                if not draft.status.aggregate:
                    draft.tolls += _civilians(draft, members, numbers)


def name_him(drafts: list[Draft]) -> None:
    """Gives 'him' of 'attacked a colonel and shot him and two guards' the group of the one attacked before."""
    for draft in drafts:
        for toll in [toll for toll in draft.tolls if toll.outcome in _HARMS and toll.victim_group == "total"]:
            if toll.quote.split()[0].lower() in _ONE_PERSON and toll.low == toll.high:
                _name_one(draft, toll)


def _name_one(draft: Draft, toll: CasualtyMention) -> None:
    """Counts one person under the group of the single target told before, with those beside him if they are of it."""
    told = [party for party in draft.parties("target") if party.start <= toll.char_start and party.is_person]
    groups = {party.group for party in told if not party.is_plural and party.pronoun not in _ONE_PERSON}
    beside = [
        other
        for other in draft.tolls
        if other.outcome == toll.outcome and toll.char_start < other.char_start < toll.char_end
    ]
    group = groups.pop() if len(groups) == 1 else None
    if group is None or group == "unknown" or toll.low != 1 + sum(other.low for other in beside):
        return
    alike = [other for other in beside if other.victim_group == group]
    if len(alike) == len(beside):
        draft.tolls = [other for other in draft.tolls if other not in alike]
        draft.tolls.append(replace(toll, victim_group=group))


def name_foreigners(drafts: list[Draft], ontology: Ontology) -> None:
    """Counts 'four Chinese engineers' who are killed in Karachi as foreign nationals too.

    Not those whose word of nationality names a people that lives on both sides of a border: 'two Serbs' in Kosovo.
    """
    for draft in drafts:
        place = ontology.places.get(draft.where.span.place_id or "") if draft.where is not None else None
        if place is not None and place.country is not None and any(toll.outcome in _HARMS for toll in draft.tolls):
            draft.tolls += _foreigners(draft, place.country, ontology)


def _foreigners(draft: Draft, home: str, ontology: Ontology) -> Iterator[CasualtyMention]:
    """The civilians that a mention counts of whom each comes from another country than `home`."""
    taken = {(toll.outcome, toll.char_start) for toll in draft.tolls if toll.victim_group == "foreign_national"}
    for toll in [toll for toll in draft.tolls if toll.outcome in _HARMS and toll.victim_group == "civilian"]:
        listed = [words for words in _MEMBERS.split(toll.quote) if words]
        abroad = [words for words in listed if _is_from_abroad(words.lower(), home, ontology)]
        if (toll.outcome, toll.char_start) in taken or not abroad:
            continue
        if len(abroad) == len(listed):
            yield replace(toll, victim_group="foreign_national")
            continue
        unsaid = [words for words in listed if not _nations(words.lower(), ontology)]
        unknown = any(word[0].isupper() for words in unsaid for word in words.split()[1:])  # "a Frenchman"
        counts = {words: _number(words.lower(), ontology.patterns.lexicon) for words in listed}
        if not unknown and toll.low == toll.high == sum(counts[words] for words in listed):
            some = sum(counts[words] for words in abroad)  # "three Chinese and two Afghans" in Kabul
            yield replace(toll, victim_group="foreign_national", low=some, high=some)


def _is_from_abroad(told: str, home: str, ontology: Ontology) -> bool:
    """Whether words name people of other countries, and no people that lives on both sides of a border."""
    nations = _nations(told, ontology)
    abroad = bool(nations) and not any(_is_home(nation, home) for nation in nations)
    return abroad and ontology.patterns.lexicon.peoples.isdisjoint(told.split())


def _number(told: str, lexicon: Lexicon) -> int:
    """How many a member of a list is, as its first word says: 'an American', 'two Canadians', 'their driver'."""
    count = read_number(told.split()[:1], lexicon)
    return count[0] if count is not None and count[0] == count[1] else 1


def _nations(told: str, ontology: Ontology) -> set[str]:
    """The countries that words of nationality name: 'Chinese', 'Sri Lankan'."""
    words = told.split()
    names = [*words, *map(" ".join, itertools.pairwise(words))]
    return {nation for nation in map(ontology.actors.nationality, names) if nation is not None}


def _is_home(nation: str, home: str) -> bool:
    """Whether people of a nation live there as in their own country: Israelis in what is listed as Palestine too."""
    return nation == home or {nation, home} == _ONE_LAND


def _civilians(draft: Draft, members: list[Draft], numbers: Lexicon) -> list[CasualtyMention]:
    """The people that a mention counts, as civilians, beside those of them of whom it says so."""
    known = any(party.group == "civilian" for each in members for party in each.parties("target"))
    counted = [toll for toll in draft.tolls if _is_of_anybody(toll) or (known and _is_bare(toll, numbers))]
    if not counted:
        return []
    told = [toll for toll in draft.tolls if toll.victim_group == "civilian"]
    told += [t for member in members for t in member.tolls if "civilian" in t.quote.lower() and t.high == t.low]
    taken = {(toll.outcome, toll.char_start) for toll in draft.tolls if toll.victim_group == "civilian"}
    found = []
    for toll in counted:
        if (toll.outcome, toll.char_start) in taken:
            continue
        same = [other for other in told if other.outcome == toll.outcome]
        some = any(other.low < toll.low and "civilian" in other.quote.lower() for other in same)
        if not some and all(other.low < toll.low for other in same if other in draft.tolls):
            taken.add((toll.outcome, toll.char_start))
            found.append(replace(toll, victim_group="civilian"))
    return found


def _are_unarmed(members: list[Draft], types: EventTypes) -> bool:
    """Whether a happening was done to people of whom none bears arms."""
    kinds = [types[draft.event_type] for draft in members if draft.event_type]
    if not kinds or any(kind.has("is_two_sided") or kind.has("by_authority") for kind in kinds):
        return False
    if any(toll.victim_group in _ARMED and toll.high != 0 for draft in members for toll in draft.tolls):
        return False
    struck = [party for draft in members for party in draft.parties("target", "party")]
    return not any(party.group in _ARMED or party.actor.kind in _ARMED_KINDS for party in struck)


def _is_bare(toll: CasualtyMention, numbers: Lexicon) -> bool:
    """'12', 'at least two of them': a number alone, which counts those whom their happening struck."""
    if toll.outcome not in _HARMS or toll.victim_group != "total" or toll.high == 0:
        return False
    return read_number([toll.quote.removesuffix(" of them").split()[-1].lower()], numbers) is not None


def _is_of_anybody(toll: CasualtyMention) -> bool:
    """'13 people', 'at least two persons', 'a man of 43'."""
    if toll.outcome not in _HARMS or toll.victim_group != "total" or toll.high == 0:
        return False
    last = toll.quote.split()[-1].strip(_QUOTES).lower()
    return last in _ANYBODY or _OF_AGE.match(toll.quote) is not None
