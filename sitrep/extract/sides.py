"""On whose side somebody speaks: groups by their names alone, rebels without a name, the lands of a phrase.

What belongs here: what noun phrases say of sides, asked by those who read claims. What does not: claims (claiming.py).
"""

from __future__ import annotations

from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.extract.spans import Hit
from sitrep.records import ARMED_GROUPS

_FIGHT_FOR = ("rebels", "separatists", "insurgents", "guerrillas", "guerillas")
_REBELS = frozenset(f"unidentified.{word}" for word in _FIGHT_FOR)


def is_armed(hit: Hit | None) -> bool:
    """Whether a known actor is an armed group, or rebels of whatever name: 'rebel spokesman Ali Khan'."""
    return hit is not None and (hit.kind in ARMED_GROUPS or hit.actor_id in _REBELS)


def is_body(noun: Noun, nouns: Nouns) -> bool:
    """'the Free Delta Brigade': the name of a group, though in no list; not 'the Army'."""
    named = noun.last - noun.first > 2 and nouns.is_written_as_name(noun)
    return named and nouns.atoms.words[noun.head] in nouns.patterns.cues["group_names"]


def side_of(noun: Noun, nouns: Nouns) -> Noun | None:
    """'a spokesman for the separatists', 'Ali Khan, a spokesman of the rebels': the side whose word it is."""
    for each in (noun, *noun.appositions):
        if each.word not in nouns.patterns.cues["mouthpieces"]:
            continue
        whose = each.owner or next((n for word, n in each.prepositions if word in ("of", "for")), None)
        known = nouns.of(whose).known if whose is not None else None
        if known is not None and known.id in ("militants", "militia"):
            return whose
    return None


def hits_of(noun: Noun, nouns: Nouns) -> list[Hit]:
    """The known actors that a phrase names, as its head, before it and as its owner."""
    inner = [nouns.of(noun), *([nouns.of(noun.owner)] if noun.owner is not None else [])]
    return [hit for meaning in inner for hit in (meaning.hit, *meaning.modifiers) if hit is not None]


def lands_of(noun: Noun, nouns: Nouns) -> set[str | None]:
    """The countries that a phrase names, themselves or by one of their regions."""
    spans = (nouns.spans.covering.get(first) for first in nouns.atoms.first[noun.first : noun.last])
    ids = [span.place_id.split(".") for span in spans if span is not None and span.place_id is not None]
    named = {parts[1] for parts in ids if parts[0] in ("adm1", "adm2", "country")}
    return named | {hit.country for hit in hits_of(noun, nouns)}
