"""Putting accounts of one tier together: the best pairs first, never chaining strangers.

What belongs here: clusters that grow by joining, each join agreed to by all pairs across. What does not: which
accounts are candidates (pool), weights (scoring), incidents of other tiers (linker).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitrep.resolve.model import Account, Decision, Evidence
from sitrep.resolve.scoring import Scorer
from sitrep.resolve.weights import JOIN, LINK

#: A refused pair is kept as evidence from this score on: below it nobody would ask.
NOTABLE = 2.5

Pair = tuple[str, str]


def pair_of(one: Account, other: Account) -> Pair:
    """Two accounts in the order of their keys."""
    return (one.key, other.key) if one.key < other.key else (other.key, one.key)


def is_edge(evidence: Evidence) -> bool:
    """Whether two accounts alone would be taken for one happening."""
    return evidence.conflict is None and evidence.score >= JOIN


class Growth:
    """Clusters of accounts while they grow."""

    def __init__(self, accounts: Iterable[Account], scorer: Scorer, known: dict[Pair, Evidence]) -> None:
        self._scorer = scorer
        self._known = known
        self._home: dict[str, str] = {}
        self.members: dict[str, list[Account]] = {}
        for account in accounts:
            self._home[account.key] = account.key
            self.members[account.key] = [account]

    def _evidence(self, one: Account, other: Account) -> Evidence:
        pair = pair_of(one, other)
        if pair not in self._known:
            self._known[pair] = self._scorer.compare(one, other)
        return self._known[pair]

    def try_join(self, one: str, other: str) -> str | None:
        """Joins the clusters of two accounts, or says why not."""
        home, away = sorted((self._home[one], self._home[other]))
        if home == away:
            return None
        across = [self._evidence(mine, yours) for mine in self.members[home] for yours in self.members[away]]
        if conflicts := sorted(found.conflict for found in across if found.conflict is not None):
            return f"conflict within the cluster: {conflicts[0]}"
        mean = sum(found.score for found in across) / len(across)
        if mean < LINK:
            return f"mean score of the clusters {mean:.2f}"
        moved = self.members.pop(away)
        self.members[home] += moved
        self._home.update({account.key: home for account in moved})
        return None


def group(
    accounts: Sequence[Account], evidence: dict[Pair, Evidence], scorer: Scorer
) -> tuple[list[list[Account]], list[Decision]]:
    """Clusters of accounts by the evidence of their candidate pairs, and the decisions that made them."""
    growing = Growth(accounts, scorer, dict(evidence))
    decisions: list[Decision] = []
    for (one, other), found in sorted(evidence.items(), key=lambda item: (-item[1].score, item[0])):
        if not is_edge(found):
            continue
        obstacle = growing.try_join(one, other)
        if obstacle is None:
            decisions.append(Decision(one, other, "joined", found.score, found.reasons))
        else:
            decisions.append(Decision(one, other, "refused", found.score, (*found.reasons, obstacle)))
    return [sorted(members, key=lambda a: a.key) for _, members in sorted(growing.members.items())], decisions
