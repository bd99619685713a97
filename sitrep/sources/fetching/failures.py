"""What can go wrong in asking a host, in words that are listed.

What belongs here: the one error of fetching. What does not: what is done about it (fetcher, visit).
"""

from __future__ import annotations


class NotFetched(Exception):
    """An address gave nothing that can be used; the message says why, for people.

    `may_pass`: it may go well on a second try (a timeout, an overloaded host). `wait`: seconds that the host asked
    for. `concerns_host`: another address of this host would fare no better now.
    """

    def __init__(
        self, reason: str, *, may_pass: bool = False, wait: float | None = None, concerns_host: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason, self.may_pass, self.wait, self.concerns_host = reason, may_pass, wait, concerns_host
