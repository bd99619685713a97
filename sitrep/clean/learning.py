"""Learning the furniture of sites: lines that stand in many of a site's otherwise different pages.

What belongs here: finding such lines in clean texts, and the file that keeps them. What does not: running it (the
command line) and applying it: the file is reviewed by a person, then given to `load_rules`, so that what a batch
becomes never depends on which other batches have run.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import yaml

from sitrep.clean.lines import Line, split_lines
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
# Lines that recur across the pages of a site, learned by `sitrep learn-furniture` on {day}. Each is cut from that
# site's texts where it stands as a line of its own. Please review: delete what is news, keep what is furniture.
"""


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
    """The furniture of one site."""

    pages: int
    lines: tuple[LearnedLine, ...]


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


def render(learned: Mapping[str, LearnedSite], day: dt.date) -> str:
    """The file that keeps what was learned, for review and for `load_rules`."""
    sites = {
        site: {"pages": found.pages, "lines": [{"line": line.line, "pages": line.pages} for line in found.lines]}
        for site, found in sorted(learned.items())
    }
    body = yaml.safe_dump({"sites": sites}, allow_unicode=True, sort_keys=False, width=118)
    return HEADER.format(day=day.isoformat()) + body
