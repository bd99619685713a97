"""When to try again: at once within a fetch, and later in another one.

What belongs here: the numbers. What does not: waiting.
"""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

from sitrep.sources.settings import Politeness

#: Answers that another try may better: the host is busy, restarting, or behind something that is.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
#: Of a page that failed in one fetch: first after a quarter of an hour, then four times as long each time.
FIRST_PAUSE = dt.timedelta(minutes=15)
PAUSE_GROWS = 4.0
LONGEST_PAUSE = dt.timedelta(days=2)


def seconds_asked_for(value: str | None, now: dt.datetime) -> float | None:
    """How long a host wants to be left alone, by its Retry-After: seconds, or a date."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value.strip())
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())


def wait_before(attempt: int, asked: float | None, manners: Politeness) -> float | None:
    """Seconds before the next try (the first one is attempt 0); None where this fetch should not try again."""
    if attempt >= manners.retries:
        return None
    own = manners.retry_seconds * 2.0**attempt
    wait = max(own, asked) if asked is not None else own
    return wait if wait <= manners.longest_wait else None


def pause_after(failures: int, manners: Politeness) -> dt.timedelta | None:
    """How long after so many failed fetches a page is tried in another one; None where it is given up."""
    if failures >= manners.give_up_after:
        return None
    return min(FIRST_PAUSE * PAUSE_GROWS ** (failures - 1), LONGEST_PAUSE)
