"""Learning the furniture of sites: lines that stand in many of a site's otherwise different pages.

What belongs here: finding such lines in clean texts, and the file that keeps them. What does not: running it (the
command line) and applying it: the file is reviewed by a person, then given to `load_rules`, so that what a batch
becomes never depends on which other batches have run.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import yaml

from sitrep.clean.lines import Line, split_lines
from sitrep.clean.rules import fold
from sitrep.clean.site import site_of

#: Fewer pages of a site show nothing.
FEWEST_PAGES = 8
#: A line that is no sentence is furniture from this share of the pages on; a sentence may be background that an outlet
#: prints below every report of a war, and needs a larger one.
LABEL_SHARE = 0.1
SENTENCE_SHARE = 0.4
FEWEST_TIMES = 4
#: Longer lines are never learned: what an outlet repeats at length is background, not furniture.
MOST_WORDS = 45
#: Pages that share so much of their signature are one text, counted once.
SAME_TEXT = 0.5
#: So many pages of a site are looked at; more change nothing.
MOST_PAGES = 3000
HEADER = """\
# Lines that recur across the pages of {site}, found by `sitrep learn-furniture` on {day}. From the next run on each is
# cut from this site's texts where it stands as a line of its own. Please review: move what is news, not furniture,
# from `lines` to `news`, where it is neither cut nor learned again.
"""
FILE_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Page:
    """What learning sees of a document."""

    site: str
    clean_text: str
    signature: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LearnedLine:
    """A line with the number of the site's pages that it stood in."""

    line: str
    pages: int


@dataclass(frozen=True, slots=True)
class LearnedSite:
    """The furniture of one site, and what a person found to be news."""

    pages: int
    lines: tuple[LearnedLine, ...]
    news: tuple[str, ...] = ()
    version: int = 1


def page_of(row: Mapping[str, object]) -> Page:
    """The page in a row of frame `document`."""
    signature = row.get("signature")
    numbers = tuple(int(n) for n in signature) if isinstance(signature, (list, tuple, np.ndarray)) else ()
    url = row.get("url")
    return Page(
        site_of(url if isinstance(url, str) else None, str(row["source_name"])), str(row["clean_text"] or ""), numbers
    )


def learn(pages: Iterable[Page]) -> dict[str, LearnedSite]:
    """The recurring lines of each site; a site without any is left out."""
    by_site: dict[str, list[Page]] = {}
    for page in pages:
        kept = by_site.setdefault(page.site, [])
        if len(kept) < MOST_PAGES and page.signature:
            kept.append(page)
    learned = {}
    for site, found in sorted(by_site.items()):
        different = _different(found)
        if len(different) >= FEWEST_PAGES and (lines := _recurring(different)):
            learned[site] = LearnedSite(len(different), lines)
    return learned


def _different(pages: Sequence[Page]) -> list[Page]:
    """The pages without further copies of one text, whose lines all recur."""
    ordered = sorted(pages, key=lambda page: (page.signature, page.clean_text))
    kept: list[Page] = []
    seen: npt.NDArray[np.uint64] = np.zeros((0, 0), dtype=np.uint64)
    for page in ordered:
        signature = np.array(page.signature, dtype=np.uint64)
        if len(kept) and bool(((seen[: len(kept)] == signature).mean(axis=1) >= SAME_TEXT).any()):
            continue
        if len(kept) == 0:
            seen = np.zeros((len(ordered), len(signature)), dtype=np.uint64)
        seen[len(kept)] = signature
        kept.append(page)
    return kept


def _recurring(pages: Sequence[Page]) -> tuple[LearnedLine, ...]:
    """The lines that stand in enough of the pages, the commonest first."""
    counts: Counter[str] = Counter()
    shown: dict[str, Line] = {}
    for page in pages:
        lines = {line.key: line for line in split_lines(page.clean_text) if line.words <= MOST_WORDS}
        counts.update(lines.keys())
        for key, line in lines.items():
            shown.setdefault(key, line)
    found = []
    for key, times in counts.items():
        share = SENTENCE_SHARE if shown[key].prose else LABEL_SHARE
        if times >= max(FEWEST_TIMES, share * len(pages)):
            found.append(LearnedLine(" ".join(shown[key].text.split()), times))
    return tuple(sorted(found, key=lambda line: (-line.pages, line.line)))


def merged(before: LearnedSite | None, found: LearnedSite) -> LearnedSite | None:
    """What a site's file should say: its lines, those that are new, and what was reviewed as news; None for no change.

    Lines that are in force are cut already, so that they are found no more: they stay.
    """
    if before is None:
        return found
    known = {fold(line.line) for line in before.lines} | {fold(line) for line in before.news}
    new = tuple(line for line in found.lines if fold(line.line) not in known)
    if not new:
        return None
    return LearnedSite(found.pages, (*before.lines, *new), before.news, before.version + 1)


def file_name(site: str) -> str:
    """The name of a site's rule file."""
    return FILE_NAME.sub("_", site) + ".yaml"


def parse(text: str, site: str) -> LearnedSite | None:
    """A site's part of a rule file that was rendered, as people left it; None where it has none."""
    entries = yaml.safe_load(text)
    found = (entries or {}).get("sites", {}).get(site) if isinstance(entries, dict) else None
    if not isinstance(found, dict):
        return None
    lines = tuple(LearnedLine(str(one["line"]), int(one.get("pages", 0))) for one in found.get("lines") or ())
    news = tuple(str(one["line"] if isinstance(one, dict) else one) for one in found.get("news") or ())
    return LearnedSite(int(found.get("pages", 0)), lines, news, int(found.get("version", 1)))


def render(site: str, found: LearnedSite, day: dt.date) -> str:
    """The file that keeps what was learned of a site, for review and for `load_rules`."""
    kept = {
        "version": found.version,
        "pages": found.pages,
        "lines": [{"line": line.line, "pages": line.pages} for line in found.lines],
        "news": list(found.news),
    }
    body = yaml.safe_dump({"sites": {site: kept}}, allow_unicode=True, sort_keys=False, width=118)
    return HEADER.format(site=site, day=day.isoformat()) + body
