"""How well cleaning does on labelled pages and texts: what must go is gone, what must stay is there, title and date.

    python -m benchmarks.cleaning.quality [--misses]

Each shape (the manner of one outlet, in shapes/) is filled with invented stories (stories.yaml). In a shape, a line
that begins with ✂ must go, and so must a stretch between two ✂; every paragraph and the title must stay.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from sitrep.clean import CleaningRules, clean, load_rules
from sitrep.records import CleanDocument, Delivery

HERE = Path(__file__).parent
AS_OF = dt.date(2026, 11, 20)
MARK = "✂"
DATE = re.compile("⟦([^⟧]+)⟧")
TAGS = re.compile(r"<[^>]+>")
SPACE = re.compile(r"\s+")
#: Every shape is filled with this many of the stories, in turn.
STORIES_A_SHAPE = 2
#: Shorter stretches that must go ("-", "2") are looked for as whole lines.
SHORT = 12


@dataclass(frozen=True)
class Case:
    """A labelled page: its bytes, and what is right."""

    name: str
    payload: bytes
    media_type: str
    title: str
    published: dt.date | None
    keep: Sequence[str]
    cut: Sequence[str]


@dataclass
class Score:
    """Right answers out of those asked for, by measure, and what was missed."""

    right: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, measure: str, ok: bool, what: str) -> None:
        self.asked[measure] = self.asked.get(measure, 0) + 1
        self.right[measure] = self.right.get(measure, 0) + ok
        if not ok:
            self.misses.append(f"{measure}: {what}")

    @property
    def shares(self) -> dict[str, float]:
        return {measure: self.right[measure] / asked for measure, asked in self.asked.items()}


def cases() -> Iterator[Case]:
    """All labelled pages, always the same."""
    stories = yaml.safe_load((HERE / "stories.yaml").read_text("utf-8"))
    for number, path in enumerate(sorted((HERE / "shapes").iterdir())):
        for turn in range(STORIES_A_SHAPE):
            yield _case(path, stories[(number + 2 * turn) % len(stories)], turn)


def _case(path: Path, story: dict[str, object], turn: int) -> Case:
    head, _, frame = path.read_text("utf-8").partition("\n")
    options = {head.partition(": ")[0]: head.partition(": ")[2]}
    while (line := frame.partition("\n")[0]) in ("upper", "wrap") or line.startswith("encoding: "):
        options[line.partition(": ")[0]] = line.partition(": ")[2] or "yes"
        frame = frame.partition("\n")[2]
    date = story["date"]
    assert isinstance(date, dt.date)
    filled = _filled(frame, story, date, options)
    text, cut = _marked(filled, path.suffix)
    keep = [_folded(paragraph, options) for paragraph in _paragraphs(story, date)]
    return Case(
        f"{path.name} {turn + 1}",
        text.encode(options.get("encoding", "utf-8")),
        "text/html" if path.suffix == ".html" else "text/plain",
        _folded(str(story["title"]), options) if "{title}" in frame else "",
        None if options["date"] == "none" else date,
        keep,
        cut,
    )


def _paragraphs(story: dict[str, object], date: dt.date) -> list[str]:
    paragraphs = story["paragraphs"]
    assert isinstance(paragraphs, list)
    return [str(paragraph).replace("{day}", f"{date:%A}") for paragraph in paragraphs]


def _folded(text: str, options: dict[str, str]) -> str:
    return text.upper() if "upper" in options else text


def _filled(frame: str, story: dict[str, object], date: dt.date, options: dict[str, str]) -> str:
    """A shape with its story in it."""
    filled = DATE.sub(lambda found: date.strftime(found[1]), frame)
    values = {"title": story["title"], "place": story["place"], "PLACE": str(story["place"]).upper()}
    values |= {"country": story["country"], "slug": str(story["title"]).lower().replace(" ", "-")[:30]}
    values |= {f"p{number}": text for number, text in enumerate(_paragraphs(story, date), start=1)}
    for name, value in values.items():
        filled = filled.replace("{" + name + "}", str(value))
    if "wrap" in options:
        parts = [textwrap.fill(part.strip(), 72, initial_indent="   ") for part in filled.split("\n\n")]
        filled = "\n\n".join(parts)
    return filled.upper() if "upper" in options else filled


def _marked(filled: str, suffix: str) -> tuple[str, list[str]]:
    """The text without its marks, and what they marked."""
    lines, cut = [], []
    for line in filled.split("\n"):
        if line.count(MARK) >= 2:
            cut.append(line.split(MARK)[1])
        elif line.startswith(MARK):
            cut.append(line[1:])
        lines.append(line.replace(MARK, ""))
    plain = [SPACE.sub(" ", TAGS.sub(" ", text)).strip() if suffix == ".html" else text.strip() for text in cut]
    return "\n".join(lines), [text for text in plain if text]


def score(rules: CleaningRules) -> Score:
    """The score over all cases."""
    total = Score()
    for case in cases():
        (document,) = clean(Delivery("bench", case.name, case.payload, case.media_type), "d", AS_OF, rules)
        _score_case(case, document, total)
    return total


def _score_case(case: Case, document: CleanDocument, total: Score) -> None:
    text = SPACE.sub(" ", document.clean_text)
    lines = {SPACE.sub(" ", line).strip() for line in document.clean_text.split("\n")}
    for kept in case.keep:
        total.add("kept", kept in text, f"{case.name}: lost {kept!r}")
    for gone in case.cut:
        there = gone in lines if len(gone) <= SHORT else gone in text
        total.add("cut", not there, f"{case.name}: still holds {gone!r}")
    if case.title:
        right = SPACE.sub(" ", document.title or "") == case.title
        total.add("title", right, f"{case.name}: {document.title!r}, not {case.title!r}")
    published = document.published
    total.add("date", published.on == case.published, f"{case.name}: {published.on}, not {case.published}")
    years_off = published.on is not None and (case.published is None or abs((published.on - case.published).days) > 300)
    total.add("no wrong year", not years_off, f"{case.name}: {published.on}, not {case.published}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    options = parser.parse_args()
    total = score(load_rules())
    shapes = len(list((HERE / "shapes").iterdir()))
    print(f"{shapes} shapes, {shapes * STORIES_A_SHAPE} pages and texts")
    for measure, share in total.shares.items():
        print(f"{share:6.3f}  {measure}  ({total.right[measure]} of {total.asked[measure]})")
    for miss in total.misses if options.misses else ():
        print(f"        {miss}")


if __name__ == "__main__":
    main()
