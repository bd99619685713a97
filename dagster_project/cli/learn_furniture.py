"""`sitrep learn-furniture`: find the lines that recur across each site's pages, and write them down for review.

What belongs here: the command. What does not: what counts as recurring, and the form of the files
(sitrep.clean.learning).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
import yaml

from dagster_project.cli import show
from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, existing_home
from sitrep import files
from sitrep.store import batches, stages
from sitrep.store.home import Home

if TYPE_CHECKING:
    from sitrep.clean.learning import LearnedSite, Page

DryOption = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")]
STAGE = "cleaned_text"


def command(dry_run: DryOption = False, home: HomeOption = None) -> None:
    """Find lines that recur across a site's pages, and write them to `HOME/rules/<site>.yaml`.

    The next run reads those files and cuts the lines; what a batch becomes depends on them, never on other batches.
    Read them first: a line under `lines` that is news belongs under `news`.
    """
    from sitrep.clean.learning import learn

    place = existing_home(home)
    with place.lock(on_wait=lambda: show.waiting(place)):
        found = learn(_pages(place))
        changed = [(site, file, new) for site, learned in found.items() for file, new in _news(place, site, learned)]
        for site, file, new in changed:
            _tell(site, file, new)
            if not dry_run:
                _write(site, file, new)
    if not changed:
        show.note("No line recurs across the pages of any site but those that are in HOME/rules already.")
    elif not dry_run:
        show.note("Read these files before the next run: it cuts what stands under `lines`.")


def _pages(home: Home) -> Iterator[Page]:
    """Every readable page of the home as it was cleaned; a live blog's page once."""
    from sitrep.clean.learning import page_of

    for batch in batches.list_batches(home):
        if stages.version(home, STAGE, batch.batch_id) is None:
            continue
        document = stages.read(home, STAGE, batch.batch_id)["document"]
        kept = document[document["problem"].isna() & document["section"].fillna(0).eq(0)]
        for row in kept[["url", "source_name", "clean_text", "signature"]].to_dict("records"):
            yield page_of({str(name): value for name, value in row.items()})


def _news(home: Home, site: str, learned: LearnedSite) -> Iterator[tuple[Path, LearnedSite]]:
    """The file of a site with what it should say, if that is not what it says."""
    from sitrep.clean.learning import file_name, merged, parse

    file = home.rules / file_name(site)
    try:
        before = parse(file.read_text("utf-8"), site) if file.exists() else None
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise Mistake(
            f"{file} is no file of learned furniture: {str(error).splitlines()[0]}; mend or move it"
        ) from None
    if new := merged(before, learned):
        yield file, new


def _tell(site: str, file: Path, new: LearnedSite) -> None:
    show.note(f"{site}: {len(new.lines)} lines of {new.pages} pages, version {new.version}: {file}")
    for line in new.lines:
        show.note(f"  {line.pages} × {line.line}")


def _write(site: str, file: Path, new: LearnedSite) -> None:
    from sitrep.clean.learning import render

    file.parent.mkdir(parents=True, exist_ok=True)
    files.write_bytes(file, render(site, new, dt.datetime.now(dt.UTC).date()).encode())
