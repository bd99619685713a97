"""Accounts by the keys under which they look for incidents and are found: the index that keeps linking near-linear.

What belongs here: adding, removing and finding accounts. What does not: comparing them, deciding where they stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sitrep.resolve.blocks import Key, answer_keys, ask_keys, tier_of
from sitrep.resolve.model import Account


class Pool:
    """The accounts of one resolution."""

    is_whole = True  # no account stands elsewhere

    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.tier: dict[str, int] = {}
        self._asking: dict[Key, set[str]] = defaultdict(set)
        self._answering: dict[Key, set[str]] = defaultdict(set)

    def add(self, account: Account) -> None:
        """Takes an account in."""
        self.accounts[account.key] = account
        self.tier[account.key] = tier_of(account)
        for key in ask_keys(account):
            self._asking[key].add(account.key)
        for key in answer_keys(account):
            self._answering[key].add(account.key)

    def remove(self, account_key: str) -> Account:
        """Takes an account out."""
        account = self.accounts.pop(account_key)
        del self.tier[account_key]
        for key in ask_keys(account):
            self._asking[key].discard(account_key)
        for key in answer_keys(account):
            self._answering[key].discard(account_key)
        return account

    def fetch(self, asking: Iterable[Account], answering: Iterable[Account]) -> None:
        """Says whom the next questions will be about: those who answer to the first, those who ask for the second."""

    def answering(self, account: Account) -> set[str]:
        """The accounts that this one finds when it looks for its incident."""
        return self._found(self._answering, ask_keys(account))

    def asking(self, accounts: Iterable[Account]) -> set[str]:
        """The accounts that find any of these when they look for their incident."""
        return self._found(self._asking, {key for account in accounts for key in answer_keys(account)})

    def meeting(self, account: Account) -> set[str]:
        """The accounts that find this one or are found by it, itself left out."""
        return (self.answering(account) | self._found(self._asking, answer_keys(account))) - {account.key}

    @staticmethod
    def _found(index: dict[Key, set[str]], keys: Iterable[Key]) -> set[str]:
        found: set[str] = set()
        for key in keys:
            found |= index.get(key, _NOBODY)
        return found


_NOBODY: set[str] = set()
