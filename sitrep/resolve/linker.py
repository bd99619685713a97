"""From accounts to incidents, and from one state of them to the next: only what a change touches is decided anew.

What belongs here: the tiers, which account looks at which incidents, and what a change makes doubtful. What does not:
weights (scoring), keys (blocks), clustering within a tier (grouping), what an incident's row says (incidents).

Accounts come in tiers, those that say most exactly when and where first. In each tier an account is held against the
incidents of the finer tiers: it joins the one that fits it alone. Where several fit it stays unresolved, unless its
document tells it as news of its own, with a toll or with who was struck: that happened, whichever it is. Such accounts,
and those that no incident fits, are grouped among themselves within their tier, and each group founds an incident,
which bears the key of its first founder. All choices are made in an order given by scores and content keys, and an
account sees of an incident only what finer tiers put there; so neither the order of arrival nor the way in batches ever
shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitrep.ontology.types import EventTypes
from sitrep.resolve.blocks import TIERS
from sitrep.resolve.consensus import profile
from sitrep.resolve.grouping import NOTABLE, Pair, group, is_edge, pair_of
from sitrep.resolve.model import Account, Decision, Evidence
from sitrep.resolve.pool import Pool
from sitrep.resolve.scoring import Scorer, width_days
from sitrep.resolve.sides import named
from sitrep.resolve.weights import FIT, LEAD, WEIGHTS

#: Of the incidents between which an account stays open, so many are kept as evidence.
_LISTED_FITS = 5


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an account fits an incident."""

    score: float
    incident: str
    conflict: str | None
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Change:
    """What an update has touched so far."""

    fresh: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    departed: dict[int, list[tuple[Account, str]]] = field(default_factory=lambda: defaultdict(list))  # from where
    doubtful: set[str] = field(default_factory=set)  # incidents that are not what they were
    left: list[Account] = field(default_factory=list)  # accounts that stood in an incident before
    orphans: set[str] = field(default_factory=set)  # accounts whose incident is no more
    is_first: bool = False


class EvidenceBook:
    """Why accounts stand where they stand."""

    def __init__(self) -> None:
        self.pairs: dict[Pair, Decision] = {}
        self.fits: dict[str, list[Decision]] = {}
        self._pairs_of: dict[str, set[Pair]] = defaultdict(set)

    def adopt(self, decision: Decision, held_against: str) -> None:
        """Takes in a decision of an earlier state."""
        if held_against == "account":
            pair = (decision.account, decision.other)
            self.pairs[pair] = decision
            for key in pair:
                self._pairs_of[key].add(pair)
        elif decision not in self.fits.setdefault(decision.account, []):
            self.fits[decision.account].append(decision)

    def listed(self) -> list[Decision]:
        """All decisions, by account."""
        found = [*self.pairs.values(), *(decision for listed in self.fits.values() for decision in listed)]
        return sorted(found, key=lambda decision: (decision.account, decision.other))

    def forget(self, key: str) -> None:
        """An account is no more, or no longer stands among its like."""
        self.fits.pop(key, None)
        for pair in self._pairs_of.pop(key, set()):
            self.pairs.pop(pair, None)

    def set_fits(self, key: str, choice: Fit | None, fits: Sequence[Fit], misses: Sequence[Fit]) -> None:
        """What came of holding an account against incidents: the join, or the fits between which it stays open."""
        if fits:
            self.forget(key)
        listed = [Decision(key, _founder_of(choice.incident), "joined", choice.score, choice.reasons)] if choice else []
        if not choice:
            listed = [
                Decision(key, _founder_of(fit.incident), "unresolved", fit.score, fit.reasons)
                for fit in fits[:_LISTED_FITS]
            ]
        for miss in misses[:1]:
            if miss.score >= NOTABLE and not fits:
                why = miss.conflict or "score too low"
                listed.append(Decision(key, _founder_of(miss.incident), "refused", miss.score, (*miss.reasons, why)))
        self.fits[key] = listed

    def set_pairs(self, evidence: Mapping[Pair, Evidence], decisions: Iterable[Decision]) -> None:
        """What came of comparing accounts with their like."""
        decided = {(decision.account, decision.other): decision for decision in decisions}
        for pair, found in evidence.items():
            if pair not in decided and found.score >= NOTABLE:
                why = found.conflict or "score too low"
                decided[pair] = Decision(*pair, "refused", found.score, (*found.reasons, why))
            self.pairs.pop(pair, None)
        for pair, decision in decided.items():
            self.pairs[pair] = decision
            for key in pair:
                self._pairs_of[key].add(pair)


def is_specific(account: Account) -> bool:
    """Whether something that happened is told: with a day, a place finer than a country, a toll or a named target.

    The day on which a document appeared will do only where somebody named acts or is struck, or somebody in a country.
    Words and measures need only somebody who acts or is acted on, or a day. News of an undated text cannot have a day:
    that is not asked of it, nor a place where somebody named acts.
    """
    is_undated_news = account.published is None and not account.is_background
    sides = account.perpetrators | account.parties | account.targets
    if not account.is_located:
        return bool(sides or account.first) or is_undated_news
    if is_undated_news and named(sides):
        return True
    has_toll = any(figure.low > 0 for figure in account.figures)
    is_sure = account.basis != "document" or bool(named(sides)) or bool(sides and account.spots)
    return (width_days(account) <= 31 and is_sure) or account.is_placed or has_toll or bool(named(account.targets))


def is_own_news(account: Account) -> bool:
    """Whether a document tells a happening as news, with a toll or with somebody named who was struck."""
    has_toll = any(figure.low > 0 for figure in account.figures)
    return account.is_located and not account.is_background and (has_toll or bool(named(account.targets)))


class Linker:
    """Incidents as groups of accounts, kept up to date."""

    def __init__(self, pool: Pool, types: EventTypes) -> None:
        self.pool = pool
        self.home: dict[str, str] = {}  # account -> incident
        self.members: dict[str, set[str]] = defaultdict(set)
        self.evidence = EvidenceBook()
        self._types = types
        self._scorer = Scorer(types)
        self._profiles: dict[str, dict[int, Account]] = defaultdict(dict)

    def update(self, new: Iterable[Account], gone: Collection[str] = ()) -> set[str]:
        """Takes accounts in and out; the incidents that changed, those that are no more among them."""
        change = _Change()
        for key in sorted(gone):
            self._take_out(key, change)
            self.evidence.forget(key)
            self.pool.remove(key)
        for account in new:
            self.pool.add(account)
            change.fresh[self.pool.tier[account.key]].add(account.key)
        added = sum(map(len, change.fresh.values()))
        change.is_first = self.pool.is_whole and added == len(self.pool.accounts)
        for tier in range(TIERS):
            restless = self._hold_against_finer(tier, change)
            self._found_among_themselves(tier, restless, change)
        return change.doubtful

    def adopt(self, account: Account, incident: str | None) -> None:
        """Takes in an account of an earlier state where it stood: no change."""
        self.pool.add(account)
        if incident is not None:
            self.home[account.key] = incident
            self.members[incident].add(account.key)
            self._profiles.pop(incident, None)

    def view(self, incident: str, below: int = TIERS) -> list[Account]:
        """The accounts of an incident from tiers finer than this one."""
        tier = self.pool.tier
        return [self.pool.accounts[key] for key in sorted(self.members[incident]) if tier[key] < below]

    def profile(self, incident: str, below: int = TIERS) -> Account:
        """What the accounts of an incident from finer tiers say together."""
        known = self._profiles[incident]
        if below not in known:
            known[below] = profile(self.view(incident, below), self._types)
        return known[below]

    def open_reason(self, key: str) -> str | None:
        """Why an account stands in no incident that is told, or None where it does."""
        home = self.home.get(key)
        if home is None:
            return "ambiguous"
        return None if is_specific(self.profile(home)) else "unspecific"

    def is_founder(self, key: str) -> bool:
        """Whether an account founded its incident, alone or with others of its tier."""
        home = self.home.get(key)
        return home is not None and _tier_of(home) == self.pool.tier[key]

    def _put_in(self, key: str, incident: str, change: _Change) -> None:
        self.home[key] = incident
        self.members[incident].add(key)
        self._profiles.pop(incident, None)
        change.doubtful.add(incident)

    def _take_out(self, key: str, change: _Change) -> None:
        """Takes an account out of its incident, and makes doubtful whatever it had a part in."""
        home = self.home.get(key)
        if home is None:
            return
        account = self.pool.accounts[key]
        if self.is_founder(key):
            change.departed[self.pool.tier[key]].append((account, home))
        del self.home[key]
        self.members[home].discard(key)
        self._profiles.pop(home, None)
        change.doubtful.add(home)
        change.left.append(account)

    def _hold_against_finer(self, tier: int, change: _Change) -> set[str]:
        """Holds the accounts of a tier against finer incidents; gives those that none fits, where that is new."""
        restless: set[str] = set()
        todo = sorted(self._to_decide(tier, change))
        self.pool.fetch(asking=[self.pool.accounts[key] for key in todo], answering=())
        for key in todo:
            account = self.pool.accounts[key]
            fits, misses = self._fits(account, tier)
            choice = _choose(fits)
            if fits and choice is None and is_own_news(account):
                fits, misses = [], [replace(fit, conflict="fits others as well") for fit in fits]
            if not fits and self.is_founder(key):
                pass
            elif not fits:
                self._take_out(key, change)
                restless.add(key)
            elif choice is None:
                self._take_out(key, change)
            elif self.home.get(key) != choice.incident:
                self._take_out(key, change)
                self._put_in(key, choice.incident, change)
            self.evidence.set_fits(key, choice, fits, misses)
        return restless

    def _to_decide(self, tier: int, change: _Change) -> set[str]:
        if change.is_first:
            return change.fresh[tier]
        seen_anew = [account for name in change.doubtful for account in self.view(name, tier)]
        self.pool.fetch(asking=(), answering=[*change.left, *seen_anew])
        asking = self.pool.asking([*change.left, *seen_anew])
        orphans = {key for key in change.orphans if self.pool.tier[key] == tier}
        return {key for key in asking if self.pool.tier[key] == tier} | change.fresh[tier] | orphans

    def _fits(self, account: Account, tier: int) -> tuple[list[Fit], list[Fit]]:
        """The incidents of finer tiers that an account may belong to, and the near misses, best first."""
        finer = (key for key in self.pool.answering(account) if self.pool.tier[key] < tier)
        near = {self.home[key] for key in finer if key in self.home}
        found = [self._hold(account, incident, tier) for incident in near]
        found.sort(key=lambda fit: (-fit.score, fit.incident))
        fits = [fit for fit in found if fit.conflict is None and fit.score >= FIT]
        return fits, [fit for fit in found if fit.conflict is not None or fit.score < FIT]

    def _hold(self, account: Account, incident: str, tier: int) -> Fit:
        members = self.view(incident, tier)
        evidence = self._scorer.compare(account, self.profile(incident, tier))
        score, reasons = evidence.score, evidence.reasons
        if account.first is None and any(member.document_id == account.document_id for member in members):
            told = WEIGHTS["its document tells of it already"]
            score, reasons = score + told, (*reasons, f"{told:+.2f} its document tells of it already")
        return Fit(score, incident, evidence.conflict, reasons)

    def _found_among_themselves(self, tier: int, restless: set[str], change: _Change) -> None:
        """Groups the accounts of a tier that no finer incident fits, as far as a change made their groups doubtful."""
        doubtful = set(restless)
        departed = [account for account, _ in change.departed[tier]]
        self.pool.fetch(asking=departed, answering=departed)
        for account in departed:
            doubtful |= {key for key, found in self._alike(account, tier, restless, {}) if is_edge(found)}
        reached, evidence = self._reach(doubtful, tier, restless)
        inner = {pair: found for pair, found in evidence.items() if pair[0] in reached and pair[1] in reached}
        groups, decisions = group([self.pool.accounts[key] for key in sorted(reached)], inner, self._scorer)
        self.evidence.set_pairs(evidence, decisions)
        self._refound(groups, tier, change)
        for _, name in change.departed[tier]:
            if not any(self.is_founder(key) for key in self.members.get(name, ())):
                self._orphan(name, change)  # its founders have all gone elsewhere

    def _alike(
        self, account: Account, tier: int, restless: Collection[str], known: Mapping[Pair, Evidence]
    ) -> list[tuple[str, Evidence]]:
        """The accounts of a tier that stand among themselves and meet this one, with the evidence between the two."""
        met = (key for key in self.pool.meeting(account) if self.pool.tier[key] == tier)
        alone = (key for key in met if key in restless or self.is_founder(key))
        others = [self.pool.accounts[key] for key in alone]
        return [
            (other.key, known.get(pair_of(account, other)) or self._scorer.compare(account, other)) for other in others
        ]

    def _reach(
        self, start: Collection[str], tier: int, restless: Collection[str]
    ) -> tuple[set[str], dict[Pair, Evidence]]:
        """All accounts that edges lead to from some, and the evidence of all pairs on the way."""
        reached, wave = set(start), set(start)
        evidence: dict[Pair, Evidence] = {}
        while wave:
            accounts = [self.pool.accounts[key] for key in sorted(wave)]
            self.pool.fetch(asking=accounts, answering=accounts)
            wave = set()
            for account in accounts:
                for key, found in self._alike(account, tier, restless, evidence):
                    evidence[pair_of(account, self.pool.accounts[key])] = found
                    if is_edge(found) and key not in reached:
                        reached.add(key)
                        wave.add(key)
        return reached, evidence

    def _refound(self, groups: Sequence[Sequence[Account]], tier: int, change: _Change) -> None:
        """Puts new groups in the place of old ones; what hung on an incident that is no more has to look again."""
        wanted = {_name(members[0].key, tier): {account.key for account in members} for members in groups}
        before: dict[str, set[str]] = defaultdict(set)
        for founders in wanted.values():
            for key in founders & self.home.keys():
                before[self.home[key]].add(key)
        for name, founders in before.items():
            if wanted.get(name) == founders:
                continue
            for key in sorted(founders):
                change.left.append(self.pool.accounts[key])
                del self.home[key]
                self.members[name].discard(key)
            self._profiles.pop(name, None)
            change.doubtful.add(name)
            if name not in wanted:
                self._orphan(name, change)
        for name, founders in wanted.items():
            for key in sorted(founders - self.home.keys()):
                self._put_in(key, name, change)

    def _orphan(self, name: str, change: _Change) -> None:
        for key in sorted(self.members.pop(name, ())):
            del self.home[key]
            change.left.append(self.pool.accounts[key])
            change.orphans.add(key)


def _name(founder: str, tier: int) -> str:
    """What an incident is called while it is linked: its first founder and their tier."""
    return f"{founder}/{tier}"


def _founder_of(incident: str) -> str:
    return incident.rsplit("/", 1)[0]


def _tier_of(incident: str) -> int:
    return int(incident.rsplit("/", 1)[1])


def _choose(fits: Sequence[Fit]) -> Fit | None:
    """The one incident that an account fits, alone or by a clear lead."""
    if len(fits) == 1 or (len(fits) > 1 and fits[0].score - fits[1].score >= LEAD):
        return fits[0]
    return None


def cluster(accounts: Iterable[Account], types: EventTypes) -> Linker:
    """The incidents of accounts, from nothing."""
    linker = Linker(Pool(), types)
    linker.update(accounts)
    return linker
