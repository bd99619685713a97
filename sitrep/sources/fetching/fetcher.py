"""Asking for one address as a polite program does: robots.txt, turns, redirects, retries.

What belongs here: the order of these. What does not: each of them (robots, turns, retries, wire), and what is asked
for (visit).
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from sitrep.sources.fetching import retries, robots
from sitrep.sources.fetching.addresses import checked
from sitrep.sources.fetching.clock import Clock
from sitrep.sources.fetching.failures import NotFetched
from sitrep.sources.fetching.robots import Robots
from sitrep.sources.fetching.turns import Turns
from sitrep.sources.fetching.wire import Answer, Question, Wire
from sitrep.sources.settings import Politeness

#: What we are called in robots.txt.
PRODUCT = "sitrep"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: What a host is sent with each question; only packings are accepted that are unpacked within a limit.
PACKINGS = "gzip, deflate"
Known = Callable[[str], Robots | None]
Learn = Callable[[str, Robots], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of an address: how much may come, and what was had before."""

    limit: int
    etag: str | None = None
    last_modified: str | None = None
    accept: str = "*/*"
    as_it_lies: bool = False

    def headers(self) -> dict[str, str]:
        """The conditions, as a host reads them."""
        made = {"Accept": self.accept, "Accept-Encoding": "identity" if self.as_it_lies else PACKINGS}
        made |= {"If-None-Match": self.etag} if self.etag else {}
        return made | ({"If-Modified-Since": self.last_modified} if self.last_modified else {})


@dataclass
class Fetcher:
    """Asks addresses for one source. What hosts ask of robots may be given from before, and is told to `learn`."""

    wire: Wire
    manners: Politeness
    turns: Turns
    clock: Clock
    user_agent: str
    known: Known
    learn: Learn
    _reading: threading.Lock = field(default_factory=threading.Lock)

    def get(self, address: str, wanted: Wanted) -> Answer:
        """What an address gives: whole (200), or nothing new (304); raises NotFetched with the reason."""
        attempt = 0
        while True:
            try:
                return self._follow(address, wanted, self.manners.robots)
            except NotFetched as failed:
                wait = retries.wait_before(attempt, failed.wait, self.manners) if failed.may_pass else None
                if wait is None:
                    raise
                self.clock.sleep(wait)
                attempt += 1

    def _follow(self, address: str, wanted: Wanted, heed_robots: bool) -> Answer:
        """Ask, and go where the answer leads; every stop is checked as the first one."""
        url, been = checked(address), set[httpx.URL]()
        while True:
            been.add(url)
            answer = self._ask(url, wanted, heed_robots)
            if answer.status not in REDIRECTS:
                return _usable(answer, self.clock)
            url = _next_stop(answer)
            if url in been:
                raise NotFetched(f"redirects in a circle, back to {url}")
            if len(been) > self.wire.limits.redirects:
                raise NotFetched(f"more than {self.wire.limits.redirects} redirects")

    def _ask(self, url: httpx.URL, wanted: Wanted, heed_robots: bool) -> Answer:
        said = self._robots(url) if heed_robots else robots.NONE
        if refusal := said.refusal(str(url), PRODUCT):
            raise NotFetched(refusal, concerns_host=said.closed is not None)
        gap = max(self.manners.seconds_between, said.delay(PRODUCT))
        headers = {"User-Agent": self.user_agent, "Connection": "close", **wanted.headers()}
        with self.turns.at(url.netloc.decode(), gap, self.manners.concurrency):
            return self.wire.ask(Question(url, wanted.limit, headers, wanted.as_it_lies))

    def _robots(self, url: httpx.URL) -> Robots:
        origin = str(url.copy_with(raw_path=b"/"))
        with self._reading:  # two pages of one host need its file once
            found = self.known(origin)
            if found is None:
                found = self._read_robots(origin)
                self.learn(origin, found)
        return found

    def _read_robots(self, origin: str) -> Robots:
        """No such file: nothing is asked. A host that is in trouble: it is left alone."""
        try:
            answer = self._follow(f"{origin}robots.txt", Wanted(robots.MOST_BYTES * 2), False)
        except Status as told:
            return robots.NONE if 400 <= told.status < 500 and not told.may_pass else Robots("", told.reason)
        return robots.read(answer.body) if answer.status == httpx.codes.OK else robots.NONE


class Status(NotFetched):
    """The host answered, but not with what was asked for."""

    def __init__(self, answer: Answer, wait: float | None) -> None:
        asked = f", and asks for {wait:.0f} s of patience" if wait is not None else ""
        passing = answer.status in retries.PASSING
        super().__init__(
            f"{answer.status} {answer.reason}".strip() + asked,
            may_pass=passing,
            wait=wait,
            concerns_host=answer.status in (429, 503),
        )
        self.status = answer.status


def _usable(answer: Answer, clock: Clock) -> Answer:
    if answer.status in (httpx.codes.OK, httpx.codes.NOT_MODIFIED):
        return answer
    raise Status(answer, retries.seconds_asked_for(answer.headers.get("retry-after"), clock.now()))


def _next_stop(answer: Answer) -> httpx.URL:
    location = answer.headers.get("location", "")
    if not location:
        raise NotFetched(f"{answer.status} {answer.reason}, which leads nowhere")
    try:
        where = answer.url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched(f"redirects to no address: {error}") from error
    try:
        return checked(str(where))
    except NotFetched as refused:
        raise NotFetched(f"redirects to {where}: {refused.reason}") from refused
