"""What the people who run a home may choose about what comes in: the landing folder, feeds, and manners towards hosts.

What belongs here: names, types, defaults and the reason of each default, as sitrep.toml spells them. What does not:
anything that reads a folder or asks a host.
"""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from sitrep.sources.cron import is_cron

Kind = Literal["rss", "atom", "sitemap", "jsonfeed", "pages", "folder"]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Landing(_Table):
    """When files in landing/ are taken in."""

    settle_seconds: float = Field(default=30, ge=0)  # a file that changed less long ago may still be written
    batch_minutes: float = Field(default=10, ge=0)  # one batch a ten minutes is 52,560 a year: still countable
    check_seconds: int = Field(
        default=30, ge=1
    )  # how often the sensors look: what lies here, and what is ready to be published


class Fetching(_Table):
    """Who we say that we are."""

    contact: str = ""  # an address of a person or a page: hosts that are bothered can write instead of blocking


class Limits(_Table):
    """How much of a source is taken, so that no host can fill the disk or hold a run."""

    pages: int = Field(default=200, ge=1)  # new pages a fetch; what is over is left for the next one
    listing_megabytes: float = Field(default=20, gt=0)  # unpacked; a sitemap may have 50 MB by its own rules
    page_megabytes: float = Field(default=10, gt=0)  # unpacked; long live blogs have some megabytes
    file_megabytes: float = Field(default=250, gt=0)  # a file of an HTTP folder, as it lies there
    redirects: int = Field(default=5, ge=0)
    sitemaps: int = Field(default=50, ge=1)  # files that a sitemap index may lead to in one fetch
    connect_seconds: float = Field(default=10, gt=0)
    read_seconds: float = Field(default=20, gt=0)  # without a byte
    total_seconds: float = Field(default=60, gt=0)  # a whole answer, however steadily it drips
    types: tuple[str, ...] = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")  # of pages


class Politeness(_Table):
    """How a host is asked."""

    seconds_between: float = Field(default=1, ge=0)  # requests to one host, whichever source asks
    concurrency: int = Field(default=2, ge=1, le=16)  # requests to one host at a time
    robots: bool = True  # keep to robots.txt, its Crawl-delay included
    retries: int = Field(default=3, ge=0, le=10)  # within one fetch, for what may pass on a second try
    retry_seconds: float = Field(default=2, ge=0)  # before the first retry; doubled each time
    longest_wait: float = Field(default=120, ge=0)  # a host that asks for more (Retry-After) is left for the next fetch
    give_up_after: int = Field(default=8, ge=1)  # fetches that failed on one page, at growing intervals


class Source(_Table):
    """One source that is fetched by its own clock."""

    name: Name
    kind: Kind
    url: str = ""
    urls: tuple[str, ...] = ()  # of kind "pages": the pages themselves
    cron: str = "0 * * * *"
    timezone: str = "UTC"
    publisher: str = ""  # the outlet's name, where its pages do not say it
    language: str = ""
    suffixes: tuple[str, ...] = (".zip", ".gz", ".jsonl", ".warc", ".mbox", ".txt", ".html", ".pdf")  # of a folder
    allow_private: bool | tuple[str, ...] = False  # true: the hosts named here may have private addresses
    enabled: bool = True
    limits: Limits = Limits()
    politeness: Politeness = Politeness()

    @field_validator("cron")
    @classmethod
    def _is_cron(cls, value: str) -> str:
        if not is_cron(value):
            raise ValueError(f"{value!r} is no cron expression of five fields, such as '*/15 * * * *'")
        return value.strip()

    @field_validator("timezone")
    @classmethod
    def _is_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value!r} is no time zone, such as 'Asia/Karachi'") from error
        return value

    @model_validator(mode="after")
    def _has_addresses(self) -> Source:
        if not self.url and not (self.kind == "pages" and self.urls):
            raise ValueError("needs url" + (" or urls" if self.kind == "pages" else ""))
        for one in (*([self.url] if self.url else []), *self.urls):
            parts = urlsplit(one)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ValueError(f"{one!r} is no http or https address")
        return self

    @property
    def identifier(self) -> str:
        """The name as Dagster and Python take it."""
        return self.name.replace("-", "_")

    def hosts_allowed_private(self) -> frozenset[str]:
        """The hosts that may have private, loopback or link-local addresses: those named, no others."""
        if isinstance(self.allow_private, tuple):
            return frozenset(one.lower() for one in self.allow_private)
        if not self.allow_private:
            return frozenset()
        return frozenset((urlsplit(one).hostname or "").lower() for one in (self.url, *self.urls) if one)


def without_twins(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources, none of which bears another's name."""
    seen: set[str] = set()
    for one in sources:
        if one.identifier in seen:
            raise ValueError(f"two sources are called {one.name!r}")
        seen.add(one.identifier)
    return sources
