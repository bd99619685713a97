"""What hosts ask of robots (RFC 9309), remembered for a day.

What belongs here: reading robots.txt and asking it. What does not: fetching it (fetcher).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from protego import Protego

#: RFC 9309, 2.4: not to be kept for more than a day.
KEPT = dt.timedelta(days=1)
#: RFC 9309, 2.5: a parser must read this much, and may leave the rest.
MOST_BYTES = 500 * 1024
#: A host that asks for more between two requests would never be done; it is asked this slowly then.
LONGEST_DELAY = 60.0


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host asks: its file, or that there is none (empty text), or why it could not be read."""

    text: str
    closed: str | None = None  # a host that cannot say what it asks is not asked anything (RFC 9309, 2.3.1.4)

    def refusal(self, address: str, product: str) -> str | None:
        """Why an address may not be asked for; None where it may."""
        if self.closed:
            return f"robots.txt cannot be read ({self.closed}), so nothing is asked of this host for now"
        if not self._rules().can_fetch(address, product):
            return "robots.txt does not allow it"
        return None

    def delay(self, product: str) -> float:
        """Seconds that must lie between two requests."""
        return min(float(self._rules().crawl_delay(product) or 0.0), LONGEST_DELAY)

    def _rules(self) -> Protego:
        return Protego.parse(self.text)


def read(body: bytes) -> Robots:
    """A file of rules; what is no UTF-8 in it is passed over."""
    return Robots(body[:MOST_BYTES].decode("utf-8-sig", "replace"))


NONE = Robots("")
