"""From accounts to incidents: compare within blocks, join the best pairs first, never chain strangers together.

What belongs here: the two rounds of clustering and the decisions they leave as evidence. What does not: weights
(scoring), keys (blocks), what an incident's row says (incidents).

Accounts come in tiers, those that say most exactly when and where first. In each tier an account is held against the
incidents of the finer tiers: it joins the one that fits it alone, and stays unresolved where several fit. Where none
fits, the accounts of the tier are clustered among themselves; a cluster takes in another only if no pair across the
two is in conflict and their mean score is high. All choices are made in an order given by scores and content keys, so
the order of arrival never shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from sitrep.ontology.types import EventTypes
from sitrep.resolve.blocks import Key, narrow_keys, tiers, wide_keys
from sitrep.resolve.consensus import profile
from sitrep.resolve.model import Account, Clustering, Decision, Evidence
from sitrep.resolve.scoring import JOIN, Scorer, width_days
from sitrep.resolve.sides import named

#: Mean score across two clusters from which they are joined: below a pair's own threshold, as accounts of one
#: incident that each lack something support each other through those that do not.
LINK = 2.75
#: Score from which an account without a day or place may belong to an incident, and the lead it then needs.
FIT = 2.5
LEAD = 1.0
#: An account that meets more incidents than this under its keys is too vague to be any one of them.
CROWD = 400
#: A refused pair is kept as evidence from this score on: below it nobody would ask.
NOTABLE = 2.0

Cluster = tuple[Account, ...]
Keys = Callable[[Account], Iterator[Key]]


def resolve_accounts(accounts: Sequence[Account], types: EventTypes) -> Clustering:
    """Which accounts stand together."""
    scorer = Scorer(types)
    decisions: list[Decision] = []
    unresolved: dict[str, str] = {}
    clusters: list[Cluster] = []
    for level, tier in enumerate(tiers(accounts)):
        joined, open_, alone = _attach(tier, clusters, scorer, types, decisions)
        unresolved.update(open_)
        clusters = [tuple(sorted((*members, *joined.get(n, ())), key=_key)) for n, members in enumerate(clusters)]
        clusters += _cluster(alone, scorer, _wide if level else _narrow, decisions)
    specific = []
    for members in clusters:
        if is_specific(profile(members, types)):
            specific.append(members)
        else:
            unresolved.update({account.key: "unspecific" for account in members})
    return Clustering(tuple(sorted(specific, key=lambda members: members[0].key)), unresolved, tuple(decisions))


def is_specific(account: Account) -> bool:
    """Whether something that happened is told: with a day, a place finer than a country, a toll or a named target."""
    if not account.is_located:
        return bool(account.perpetrators or account.parties or account.first)
    has_toll = any(figure.low > 0 for figure in account.figures)
    return width_days(account) <= 31 or account.is_placed or has_toll or bool(named(account.targets))


def _key(account: Account) -> str:
    return account.key


def _narrow(account: Account) -> Iterator[Key]:
    yield from narrow_keys(account)


def _wide(account: Account) -> Iterator[Key]:
    yield from wide_keys(account, is_incident=True)


def _pairs(accounts: Iterable[Account], keys: Keys) -> list[tuple[Account, Account]]:
    blocks: dict[Key, list[Account]] = defaultdict(list)
    for account in accounts:
        for key in sorted(set(keys(account))):
            blocks[key].append(account)
    seen: dict[tuple[str, str], tuple[Account, Account]] = {}
    for members in blocks.values():
        for one, other in combinations(sorted(members, key=_key), 2):
            seen.setdefault((one.key, other.key), (one, other))
    return [seen[pair] for pair in sorted(seen)]


class _Round:
    """The clusters of one round while they grow."""

    def __init__(self, accounts: Iterable[Account], scorer: Scorer) -> None:
        self._scorer = scorer
        self._evidence: dict[tuple[str, str], Evidence] = {}
        self._home: dict[str, str] = {}
        self.members: dict[str, list[Account]] = {}
        for account in accounts:
            self._home[account.key] = account.key
            self.members[account.key] = [account]

    def evidence(self, one: Account, other: Account) -> Evidence:
        """The evidence between two accounts, made once."""
        pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
        if pair not in self._evidence:
            self._evidence[pair] = self._scorer.compare(one, other)
        return self._evidence[pair]

    def try_join(self, one: Account, other: Account) -> str | None:
        """Joins the clusters of two accounts, or says why not."""
        home, away = sorted((self._home[one.key], self._home[other.key]))
        if home == away:
            return None
        total = 0.0
        for mine in self.members[home]:
            for yours in self.members[away]:
                found = self.evidence(mine, yours)
                if found.conflict is not None:
                    return f"conflict within the cluster: {found.conflict}"
                total += found.score
        mean = total / (len(self.members[home]) * len(self.members[away]))
        if mean < LINK:
            return f"mean score of the clusters {mean:.2f}"
        moved = self.members.pop(away)
        self.members[home] += moved
        self._home.update({account.key: home for account in moved})
        return None


def _cluster(accounts: Sequence[Account], scorer: Scorer, keys: Keys, decisions: list[Decision]) -> list[Cluster]:
    """Joins the best pairs first, as long as the clusters they stand in agree as wholes."""
    growing = _Round(accounts, scorer)
    ranked = []
    refused: dict[str, Decision] = {}
    for one, other in _pairs(accounts, keys):
        found = growing.evidence(one, other)
        if found.conflict is None and found.score >= JOIN:
            ranked.append((-found.score, one.key, other.key, one, other, found))
        elif found.score >= NOTABLE:
            reasons = (*found.reasons, *([found.conflict] if found.conflict else []))
            _keep_best(refused, Decision(one.key, other.key, "refused", found.score, reasons))
    for _, _, _, one, other, found in sorted(ranked, key=lambda entry: entry[:3]):
        obstacle = growing.try_join(one, other)
        if obstacle is None:
            decisions.append(Decision(one.key, other.key, "joined", found.score, found.reasons))
        else:
            _keep_best(refused, Decision(one.key, other.key, "refused", found.score, (*found.reasons, obstacle)))
    decisions.extend(refused[key] for key in sorted(refused))
    return [tuple(sorted(members, key=_key)) for _, members in sorted(growing.members.items())]


def _keep_best(refused: dict[str, Decision], decision: Decision) -> None:
    """Keeps the nearest miss of each account."""
    known = refused.get(decision.account)
    if known is None or (-decision.score, decision.other or "") < (-known.score, known.other or ""):
        refused[decision.account] = decision


def _attach(
    vague: Sequence[Account],
    clusters: Sequence[Cluster],
    scorer: Scorer,
    types: EventTypes,
    decisions: list[Decision],
) -> tuple[dict[int, list[Account]], dict[str, str], list[Account]]:
    """Holds each vague account against the incidents: joined to one, unresolved among several, or alone."""
    profiles = [profile(members, types) for members in clusters]
    index: dict[Key, list[int]] = defaultdict(list)
    for number, account in enumerate(profiles):
        for key in sorted(set(wide_keys(account, is_incident=True))):
            index[key].append(number)
    joined: dict[int, list[Account]] = defaultdict(list)
    unresolved: dict[str, str] = {}
    alone: list[Account] = []
    for account in vague:
        near = sorted({number for key in wide_keys(account, is_incident=False) for number in index.get(key, ())})
        fits = _fits(account, near[:CROWD], clusters, profiles, scorer)
        choice = _choose(fits)
        if choice is not None:
            score, number, reasons = choice
            joined[number].append(account)
            decisions.append(Decision(account.key, profiles[number].key, "joined", score, reasons))
        elif fits:
            unresolved[account.key] = "ambiguous"
            decisions.extend(
                Decision(account.key, profiles[number].key, "unresolved", score, reasons)
                for score, number, reasons in fits[:5]
            )
        else:
            alone.append(account)
    return joined, unresolved, alone


Fit = tuple[float, int, tuple[str, ...]]


def _fits(
    account: Account, near: Iterable[int], clusters: Sequence[Cluster], profiles: Sequence[Account], scorer: Scorer
) -> list[Fit]:
    """The incidents that an account may belong to, best first."""
    found = []
    for number in near:
        evidence = scorer.compare(account, profiles[number])
        score, reasons = evidence.score, evidence.reasons
        if any(member.document_id == account.document_id for member in clusters[number]) and len(clusters[number]) > 1:
            score, reasons = score - 1.5, (*reasons, "-1.50 one document tells them apart")
        if evidence.conflict is None and score >= FIT:
            found.append((score, number, reasons))
    return sorted(found, key=lambda fit: (-fit[0], profiles[fit[1]].key))


def _choose(fits: Sequence[Fit]) -> Fit | None:
    if len(fits) == 1 or (len(fits) > 1 and fits[0][0] - fits[1][0] >= LEAD):
        return fits[0]
    return None


def by_mention(clustering: Clustering, accounts: Iterable[Account]) -> Mapping[str, str]:
    """mention id -> why it is unresolved, for the accounts that stayed open."""
    return {
        mention_id: clustering.unresolved[account.key]
        for account in accounts
        if account.key in clustering.unresolved
        for mention_id in account.mention_ids
    }
