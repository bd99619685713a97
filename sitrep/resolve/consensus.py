"""What several accounts of one happening say together: its days, its place, its sides.

What belongs here: picking the answer that the accounts bear out best, and one account that stands for many. What does
not: tolls (tolls), deciding which accounts belong together (clusters).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sitrep.ontology.types import EventTypes, broader_types
from sitrep.resolve.model import Account, Spot
from sitrep.resolve.places import depth, relate

_BASIS = {"explicit": 0, "relative": 0, "weekday": 0, "corroborated": 1, "document": 2, "unknown": 3}
_PRECISION = {"day": 0, "week": 1, "month": 2, "year": 3, "unknown": 4}
_SHARP = {"exact": 0, "near": 1, "admin2": 2, "admin1": 3, "fuzzy": 4, "country": 5, "international": 6, "unknown": 7}

_T = TypeVar("_T")
Origin = Callable[[Account], str]


def own_document(account: Account) -> str:
    """The origin of an account where nothing is known of copies."""
    return account.document_id


def _votes(accounts: Iterable[tuple[Any, str]]) -> Counter[Any]:
    """Votes by distinct origins: copies of one text are one voice."""
    return Counter(choice for choice, _origin in sorted(set(accounts), key=repr))


def pick_date(accounts: Iterable[Account], origin: Origin = own_document) -> Account | None:
    """The account whose date stands for all: finest, stated rather than assumed, by most origins, earliest.

    A day that other incidents of a report gave it counts where nobody else has one, and never behind a first report.
    """
    accounts = list(accounts)
    told_on = min((account.published for account in accounts if account.published is not None), default=dt.date.max)
    dated = [account for account in accounts if account.first is not None and account.last is not None]
    lent = [a for a in dated if a.basis == "corroborated" and a.first is not None and a.first <= told_on]
    dated = [account for account in dated if account.basis != "corroborated"] or lent
    if not dated:
        return None
    votes = _votes(((account.first, account.last), origin(account)) for account in dated)

    def preference(account: Account) -> tuple[Any, ...]:
        assumed = account.basis == "document"
        return (
            _PRECISION.get(account.precision, 4) + (2 if assumed else 0),
            -votes[account.first, account.last],
            _BASIS.get(account.basis, 3),
            account.first,
            account.last,
            account.key,
        )

    return min(dated, key=preference)


def pick_spot(accounts: Iterable[Account], origin: Origin = own_document) -> Spot | None:
    """The finest place that is borne out: votes of wider places count for those within them.

    Of places borne out alike it was in one rather than near one, and in that of which most is told.
    """
    listed = list(accounts)
    said = [(account.spots[0], origin(account)) for account in listed if account.spots]
    if not said:
        return None
    votes = _votes((spot.place_id, source) for spot, source in said)
    spots: dict[str, Spot] = {}
    for spot, _ in sorted(said, key=lambda pair: (_SHARP.get(pair[0].precision, 9), pair[0].place_id)):
        spots.setdefault(spot.place_id, spot)
    support = {
        place_id: sum(votes[other] for other in spots if _bears_out(spots[other], spot))
        for place_id, spot in spots.items()
    }
    told: Counter[str] = Counter()
    for account in listed:
        told.update({account.spots[0].place_id: len(account.mention_ids)} if account.spots else {})

    def rank(spot: Spot) -> tuple[int, int, bool, int, str]:
        place_id = spot.place_id
        return (-support[place_id], -depth(spot), spot.precision == "near", -told[place_id], place_id)

    return min(spots.values(), key=rank)


def _bears_out(said: Spot, candidate: Spot) -> bool:
    """Whether what was said is the candidate or an area around it."""
    if said.place_id == candidate.place_id:
        return True
    return depth(said) <= depth(candidate) and relate(said, candidate).startswith("within")


#: A more exact type than the one most borne out needs so many mentions, unless all others are wider names for it.
_SURE = 2


def pick_type(accounts: Sequence[Account], types: EventTypes) -> str:
    """The type that most mentions bear out, wider names counting for it; a more exact one where several say so."""
    counts = Counter(name for account in accounts for name in account.event_types)
    if len(counts) == 1:
        return next(iter(counts))
    wider = {name: broader_types(types, name) for name in counts}
    support = {name: counts[name] + sum(counts[w] for w in counts if w in wider[name]) for name in counts}
    total = sum(counts.values())
    sure = [n for n in counts if counts[n] >= _SURE or support[n] == total]

    def rank(name: str) -> tuple[int, int, int, str]:
        return (-support[name], -types[name].specificity, -counts[name], name)

    return min(sure or counts, key=rank)


def profile(accounts: Sequence[Account], types: EventTypes) -> Account:
    """One account that says what many say together."""
    if len(accounts) == 1:
        return accounts[0]
    when = pick_date(accounts)
    main = pick_type(accounts, types)
    spot = pick_spot(accounts)
    all_spots = {spot.place_id: spot for account in accounts for spot in reversed(account.spots)}
    others = sorted(all_spots.values(), key=lambda other: (-depth(other), other.place_id))
    published: list[dt.date] = [account.published for account in accounts if account.published]
    return Account(
        key=accounts[0].key,
        document_id="",
        mention_ids=tuple(sorted(m for account in accounts for m in account.mention_ids)),
        event_types=tuple(sorted({name for account in accounts for name in account.event_types})),
        event_type=main,
        is_located=types[main].has("is_located"),
        first=when.first if when else None,
        last=when.last if when else None,
        precision=when.precision if when else "unknown",
        basis=when.basis if when else "unknown",
        weekday=None if when else next((a.weekday for a in accounts if a.weekday is not None), None),
        month_day=None if when else next((a.month_day for a in accounts if a.month_day is not None), None),
        spot=spot,
        spots=tuple(others),
        perpetrators=_union(account.perpetrators for account in accounts),
        accuses=all(account.accuses for account in accounts if account.perpetrators),
        targets=_union(account.targets for account in accounts),
        parties=_union(account.parties for account in accounts),
        figures=tuple(figure for account in accounts for figure in account.figures),
        names=_union(account.names for account in accounts),
        texts=tuple(dict.fromkeys(text for account in accounts for text in account.texts)),
        published=min(published) if published else None,
        is_background=all(account.is_background for account in accounts),
        tells_rise=all(account.tells_rise for account in accounts),
        entries=_union(account.entries for account in accounts),
    )


def _union(sets: Iterable[frozenset[_T]]) -> frozenset[_T]:
    return frozenset().union(*sets)


def origins(syndication: Mapping[str, str]) -> Origin:
    """Reads an account's origin from the clusters of copies."""
    return lambda account: syndication.get(account.document_id, account.document_id)
