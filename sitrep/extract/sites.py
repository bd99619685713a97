"""The whole phrase in which a sentence says where something happened: 'a bus station on the edge of X', not 'X' alone.

What belongs here: where that phrase begins and ends. What does not: which place is meant (settings.py, scenes.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.event import Event
from sitrep.extract.named_places import PEOPLE, PLACED, SPOTS
from sitrep.extract.phrases import Noun
from sitrep.extract.settings import Settings, Where
from sitrep.extract.unlisted import KINDS

_TIES = PLACED | {"on", "along", "beside", "across", "within", "throughout", "in front of", "where"}
_CHAINED = PLACED | {"of", "on", "along", "between"}
#: Grounds that lie in a place and are seldom called by its name.
_GROUNDS = frozenset(
    """street streets road roads highway avenue boulevard lane square corner intersection junction roundabout bridge
    motorway route railway building buildings complex compound courtyard floor room entrance gate river coast border
    frontline front waters territory""".split()
)
_AT = PLACED - {"in"}
_HOUSES = frozenset({"place", "facility"})
_LONG = 14  # words


def site_of(
    events: list[Event], settings: Settings, says: frozenset[str], where: Where | None
) -> tuple[int, int] | None:
    """The tokens of the nearest phrase that tells where: it names the place that was chosen, or none if none was."""
    for event in events:
        for circle in settings.circles(event, says):
            for word, noun in circle:
                ground = word != "on" or noun.word in _GROUNDS or noun.word in KINDS  # not "on a motorcycle"
                tied = word in _TIES and id(noun) not in settings.elsewhere and ground
                reach = _reach(word, noun, settings) if tied else None
                if reach is None:
                    continue
                named = list(settings.named.among(*reach))
                if where.span in named if where is not None else not named:
                    return settings.atoms.first[reach[0]], settings.atoms.last[reach[1] - 1]
    return None


def _reach(word: str, noun: Noun, settings: Settings) -> tuple[int, int] | None:
    """From the first house, spot or name of a phrase to the last that hangs on it, in atoms."""
    sites = [each for each in _chain(noun, settings) if _is_site(each, settings)]
    if not sites:
        return None
    at_it = word in _AT and not _is_other(noun, settings)  # "at a bus stop in X"
    return (noun if at_it else sites[0]).first, sites[-1].last


def _chain(noun: Noun, settings: Settings) -> Iterator[Noun]:
    """A noun phrase and those that hang on it, as far as they may still say where."""
    yield noun
    for word, other in noun.tail:
        if word not in _CHAINED or settings.nouns.of(other).triggers or other.last - noun.first > _LONG:
            return
        yield other


def _is_site(noun: Noun, settings: Settings) -> bool:
    """Whether a noun phrase speaks of a house, a spot or a land, or names one."""
    if _is_other(noun, settings):
        return False
    told = not settings.nouns.of(noun).classes.isdisjoint(_HOUSES)
    told = told or noun.word in KINDS or noun.word in SPOTS or noun.word in _GROUNDS
    return told or next(settings.named.within(noun), None) is not None


def _is_other(noun: Noun, settings: Settings) -> bool:
    """Whether a noun phrase speaks of what happens, or of people."""
    meaning = settings.nouns.of(noun)
    people = not meaning.classes.isdisjoint(PEOPLE) and meaning.classes.isdisjoint(_HOUSES)
    return bool(meaning.triggers) or people
