"""One visit to a source: read what it lists, fetch what is new, drop it in landing/, and say what did not go well.

What belongs here: the order of these steps. What does not: each of them. A visit may be cut short at any point: what
is listed stands in the state before anything is fetched, and counts as fetched only once it lies in landing/.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from filelock import FileLock, Timeout

from sitrep import files
from sitrep.sources.fetching import drops, listings, retries, state
from sitrep.sources.fetching.addresses import Resolver, resolve
from sitrep.sources.fetching.clock import Clock
from sitrep.sources.fetching.failures import NotFetched
from sitrep.sources.fetching.fetcher import Fetcher, Known, Learn, Wanted
from sitrep.sources.fetching.listings import Entry, Listing, Page
from sitrep.sources.fetching.robots import Robots
from sitrep.sources.fetching.state import Had, State, Todo, Visited
from sitrep.sources.fetching.turns import Turns
from sitrep.sources.fetching.wire import Answer, Wire
from sitrep.sources.settings import Fetching, Source

MEGABYTE = 1_000_000
#: Failures in a row, of those that concern a whole host, after which it is left alone for the rest of the visit.
PATIENCE = 3
#: How long a host that failed so is left alone, where it did not say itself.
REST = dt.timedelta(minutes=15)
LISTING_TYPES = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
PAGE_TYPES = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"


class AlreadyVisited(Exception):
    """Another process is visiting this source at this moment."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a home keeps what sources need, and what is the same for all of them."""

    landing: Path
    intake: Path
    fetching: Fetching = field(default_factory=Fetching)
    clock: Clock = field(default_factory=Clock)
    resolver: Resolver = resolve

    def user_agent(self) -> str:
        """Who asks: the program, and whom to write to."""
        return f"sitrep/0.1 (+{self.fetching.contact or 'no contact configured'})"


@dataclass
class _Course:
    """How a visit goes: what came of each page, and which hosts had enough."""

    outcomes: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    in_a_row: Counter[str] = field(default_factory=Counter)  # failures that concern a host
    resting: dict[str, dt.datetime] = field(default_factory=dict)  # until when a host is left alone
    tried: set[str] = field(default_factory=set)


@contextmanager
def one_visit(place: Place, source: Source) -> Iterator[None]:
    """Hold a source for one visit; raises AlreadyVisited."""
    folder = place.intake / "sources"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / f"{source.name}.lock", timeout=0):
            yield
    except Timeout as busy:
        raise AlreadyVisited(source.name) from busy


def visit(place: Place, source: Source, again: bool = False) -> Visited:
    """Visit a source; `again`: try at once also what failed before and what was given up."""
    with one_visit(place, source), state.opened(place.intake) as known:
        began = place.clock.now()
        files.sweep(place.landing / source.name)  # what a visit that was killed left half-written
        fetcher = _fetcher(place, source, known)
        if again:
            known.try_all_again(source.name, began)
        course = _Course()
        problem = _read_listings(source, fetcher, known, course)
        _fetch_due(place, source, fetcher, known, course)
        found = Visited(
            at=began,
            fetched=course.outcomes["fetched"],
            unchanged=course.outcomes["unchanged"],
            failed=course.outcomes["failed"],
            left_over=known.waiting(source.name) - len(known.troubles(source.name)),
            notes=tuple(course.notes),
            problem=problem,
        )
        known.note_visit(source.name, found)
        return found


def try_out(place: Place, source: Source) -> Listing:
    """What a source lists at this moment; nothing is fetched or noted. Raises NotFetched."""
    if not source.url:
        return listings.of_addresses(source.urls)
    limit = int(source.limits.listing_megabytes * MEGABYTE)
    found: dict[str, Robots] = {}
    fetcher = fetcher_for(place, source, found.get, found.__setitem__)
    return read_listing(source, fetcher.get(source.url, Wanted(limit, accept=LISTING_TYPES)), limit)


def fetcher_for(place: Place, source: Source, known: Known, learn: Learn) -> Fetcher:
    """The way to a source's hosts."""
    return Fetcher(
        wire=Wire(source.limits, source.hosts_allowed_private(), place.resolver, httpx.create_ssl_context()),
        manners=source.politeness,
        turns=Turns(place.intake / "hosts", place.clock),
        clock=place.clock,
        user_agent=place.user_agent(),
        known=known,
        learn=learn,
    )


def _fetcher(place: Place, source: Source, known: State) -> Fetcher:
    """The way to a source's hosts; what they ask of robots is remembered for all sources."""
    closed: dict[str, Robots] = {}

    def learn(origin: str, found: Robots) -> None:
        closed.update({origin: found} if found.closed else {})
        known.learn_robots(origin, found, place.clock.now())

    return fetcher_for(
        place, source, lambda origin: closed.get(origin) or known.robots(origin, place.clock.now()), learn
    )


def _read_listings(source: Source, fetcher: Fetcher, known: State, course: _Course) -> str | None:
    """Note all that the source lists; why its own listing could not be had, if so."""
    now = fetcher.clock.now()
    if source.urls:
        known.list_entries(source.name, "", Had(), listings.of_addresses(source.urls).entries, now, again=True)
    if not source.url:
        return None
    try:
        found = _listing(source, source.url, fetcher, known, course)
    except NotFetched as failed:
        return f"{source.url}: {failed.reason}"
    _read_further(source, found, fetcher, known, course)
    return None


def _read_further(source: Source, found: Listing | None, fetcher: Fetcher, known: State, course: _Course) -> None:
    """The sitemaps that an index leads to, newest first, as many as the limit allows."""
    limits = source.limits
    left = list(found.further) if found else []
    if len(left) > limits.sitemaps:
        course.notes.append(f"{len(left) - limits.sitemaps} sitemaps beyond the limit of {limits.sitemaps}, the oldest")
    for one in left[: limits.sitemaps]:
        try:
            inner = _listing(source, one.url, fetcher, known, course)
        except NotFetched as failed:
            course.notes.append(f"{one.url}: {failed.reason}")
            continue
        if inner and inner.further:
            course.notes.append(f"{one.url}: an index within an index, which is not followed")


def _listing(source: Source, address: str, fetcher: Fetcher, known: State, course: _Course) -> Listing | None:
    """One listing, noted; None where it is as it was. An index is always read: what it leads to is asked as well."""
    before, limit = known.listing(source.name, address), int(source.limits.listing_megabytes * MEGABYTE)
    answer = fetcher.get(address, Wanted(limit, before.etag, before.last_modified, LISTING_TYPES))
    if answer.status == httpx.codes.NOT_MODIFIED:
        return None
    found = read_listing(source, answer, limit)
    course.notes += [f"{address}: {note}" for note in found.notes]
    had = Had() if found.further else had_of(answer)
    known.list_entries(source.name, address, had, found.entries, fetcher.clock.now(), again=source.kind == "pages")
    return found


def read_listing(source: Source, answer: Answer, limit: int) -> Listing:
    """What an answer lists; raises NotAListing."""
    page = Page(str(answer.url), answer.body, answer.headers.get("content-type", ""), source)
    return listings.read(source.kind, page, limit)


def had_of(answer: Answer) -> Had:
    """What to ask with next time."""
    sha256 = hashlib.sha256(answer.body).hexdigest()
    return Had(answer.headers.get("etag"), answer.headers.get("last-modified"), sha256)


def _fetch_due(place: Place, source: Source, fetcher: Fetcher, known: State, course: _Course) -> None:
    """Fetch what is due, several at a time."""
    now = place.clock.now()
    due = known.due(source.name, now, source.limits.pages)
    at_a_time = 1 if source.kind == "folder" else source.politeness.concurrency
    with ThreadPoolExecutor(at_a_time, thread_name_prefix=source.name) as workers:
        list(workers.map(lambda one: _fetch(place, source, fetcher, known, course, one), due))
    _leave(source, known, course, due)


def _leave(source: Source, known: State, course: _Course, due: Sequence[Todo]) -> None:
    """Put off, without blame, what was to be fetched of a host that is left alone."""
    for host, until in course.resting.items():
        untried = [one.entry.url for one in due if _host(one.entry) == host and one.entry.url not in course.tried]
        course.notes.append(f"{host} is left alone until {until:%Y-%m-%d %H:%M:%S} UTC: {len(untried)} pages wait")
        known.put_off(source.name, untried, until)


def _host(entry: Entry) -> str:
    return urlsplit(entry.url).netloc


def _fetch(place: Place, source: Source, fetcher: Fetcher, known: State, course: _Course, todo: Todo) -> None:
    """One page: into landing/, or on record with the reason why not."""
    host = _host(todo.entry)
    if host in course.resting:
        return
    course.tried.add(todo.entry.url)
    try:
        outcome = _get(place, source, fetcher, known, todo.entry)
    except NotFetched as failed:
        now = place.clock.now()
        pause = retries.pause_after(todo.failures + 1, source.politeness)
        known.failed(source.name, todo.entry.url, failed.reason, now + pause if pause else None)
        outcome = "failed"
        if failed.concerns_host:
            course.in_a_row[host] += 1
            if failed.wait is not None or course.in_a_row[host] >= PATIENCE:
                course.resting[host] = now + (dt.timedelta(seconds=failed.wait) if failed.wait else REST)
    else:
        course.in_a_row[host] = 0
    course.outcomes[outcome] += 1


def _get(place: Place, source: Source, fetcher: Fetcher, known: State, entry: Entry) -> str:
    before, is_file = known.page(source.name, entry.url), source.kind == "folder"
    megabytes = source.limits.file_megabytes if is_file else source.limits.page_megabytes
    wanted = Wanted(int(megabytes * MEGABYTE), before.etag, before.last_modified, PAGE_TYPES, is_file)
    answer = fetcher.get(entry.url, wanted)
    now = place.clock.now()
    if answer.status == httpx.codes.NOT_MODIFIED:
        known.had(source.name, entry, before, now)
        return "unchanged"
    if not is_file and answer.media_type not in source.limits.types:
        raise NotFetched(f"of type {answer.media_type or 'unknown'}, wanted: {', '.join(source.limits.types)}")
    got = had_of(answer)
    if got.sha256 != before.sha256:
        drops.drop(place.landing / source.name, source, entry, answer, now)
    known.had(source.name, entry, got, now)
    return "fetched" if got.sha256 != before.sha256 else "unchanged"
