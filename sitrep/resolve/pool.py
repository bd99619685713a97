"""Accounts by the keys under which they look for incidents and are found: the index that keeps linking near-linear.

What belongs here: adding, removing and finding accounts. What does not: comparing them, deciding where they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitrep.resolve.blocks import answer_keys, ask_keys, tier_of
from sitrep.resolve.model import Account


class Pool:
    """The accounts of one resolution."""

    is_whole = True  # no account stands elsewhere

    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.tier: dict[str, int] = {}
        self.asks: dict[str, tuple[int, ...]] = {}
        self.answers: dict[str, tuple[int, ...]] = {}
        self._asking: dict[int, set[str]] = defaultdict(set)
        self._answering: dict[int, set[str]] = defaultdict(set)

    def add(self, account: Account) -> None:
        """Takes an account in."""
        self.accounts[account.key] = account
        self.tier[account.key] = tier_of(account)
        self.asks[account.key], self.answers[account.key] = ask_keys(account), answer_keys(account)
        for key in self.asks[account.key]:
            self._asking[key].add(account.key)
        for key in self.answers[account.key]:
            self._answering[key].add(account.key)

    def remove(self, account_key: str) -> Account:
        """Takes an account out."""
        del self.tier[account_key]
        for key in self.asks.pop(account_key):
            self._asking[key].discard(account_key)
        for key in self.answers.pop(account_key):
            self._answering[key].discard(account_key)
        return self.accounts.pop(account_key)

    def asked_by(self, account: Account) -> tuple[int, ...]:
        """The keys under which an account looks, also of one that is no longer in the pool."""
        known = self.accounts.get(account.key) is account
        return self.asks[account.key] if known else ask_keys(account)

    def answered_by(self, account: Account) -> tuple[int, ...]:
        """The keys under which an account is found, also of one that is no longer in the pool."""
        known = self.accounts.get(account.key) is account
        return self.answers[account.key] if known else answer_keys(account)

    def fetch(self, asking: Iterable[Account], answering: Iterable[Account]) -> None:
        """Says whom the next questions will be about: those who answer to the first, those who ask for the second."""

    def answering(self, account: Account) -> set[str]:
        """The accounts that this one finds when it looks for its incident."""
        return self._found(self._answering, self.asked_by(account))

    def asking(self, accounts: Iterable[Account]) -> set[str]:
        """The accounts that find any of these when they look for their incident."""
        return self._found(self._asking, {key for account in accounts for key in self.answered_by(account)})

    def meeting(self, account: Account) -> set[str]:
        """The accounts that find this one or are found by it, itself left out."""
        return (self.answering(account) | self._found(self._asking, self.answered_by(account))) - {account.key}

    @staticmethod
    def _found(index: dict[int, set[str]], keys: Iterable[int]) -> set[str]:
        found: set[str] = set()
        for key in keys:
            found |= index.get(key, _NOBODY)
        return found


_NOBODY: set[str] = set()
