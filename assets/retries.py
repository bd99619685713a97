"""A second try for what can pass on it, and for nothing else.

What belongs here: which errors are worth another try, by their type. What does not: a refusal of a gate (it would
refuse again), a row that cannot be read (quarantine), a mistake in the settings.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import dagster as dg

#: Of the system: another process holds it, it was interrupted, or a disk of the network did not answer in time.
_PASSING_ERRNO = frozenset(
    {errno.EAGAIN, errno.EBUSY, errno.EINTR, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOLCK, errno.ESTALE,
     errno.ETIMEDOUT, errno.ETXTBSY}
)  # fmt: skip
_PASSING = (ConnectionError, TimeoutError, BlockingIOError, InterruptedError)
#: Words of databases that have one error for many troubles.
_BUSY = ("database is locked", "could not set lock", "conflicting lock", "connection", "timed out")


def can_pass(error: BaseException) -> bool:
    """Whether the same work may go well a moment later: by the error itself, or the one that it came from."""
    if isinstance(error, _PASSING) or (isinstance(error, OSError) and error.errno in _PASSING_ERRNO):
        return True
    if _is_of_a_database(error) and any(word in str(error).lower() for word in _BUSY):
        return True
    return error.__cause__ is not None and can_pass(error.__cause__)


def _is_of_a_database(error: BaseException) -> bool:
    kinds = {(kind.__module__.partition(".")[0], kind.__name__) for kind in type(error).__mro__}
    return bool(kinds & {("_duckdb", "IOException"), ("duckdb", "IOException"), ("sqlite3", "OperationalError"),
                         ("sqlalchemy", "OperationalError")})  # fmt: skip


def second_try(make: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    """Let an asset be tried again, with growing pauses, when it breaks off for a reason that may have gone by then."""

    @wraps(make)
    def tried(context: dg.AssetExecutionContext, desk: Any, *inputs: Any, **named: Any) -> Iterator[Any]:
        try:
            yield from make(context, desk, *inputs, **named)
        except dg.Failure:
            raise
        except Exception as error:
            if not can_pass(error):
                raise
            chosen = desk.settings.retries
            context.log.warning(f"{type(error).__name__}: {error}. That may pass: to be tried again.")
            wait = chosen.wait_seconds * 2**context.retry_number
            raise dg.RetryRequested(max_retries=chosen.times, seconds_to_wait=wait) from error

    return tried
