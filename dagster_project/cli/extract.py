"""`sitrep extract`: one article read, with its mentions marked where they stand, and on demand by which rule.

What belongs here: choosing the file, and printing. What does not: reading (sitrep.extract) and cleaning.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dagster_project.cli.errors import Mistake
from dagster_project.cli.options import HomeOption, home_of, settings_of

if TYPE_CHECKING:
    from sitrep.extract.tracing import Reason
    from sitrep.ontology import Ontology
    from sitrep.records import CleanDocument, Extraction, Mention


class Format(StrEnum):
    """How the article is printed."""

    text = "text"
    json = "json"


FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A file of any kind that `sitrep run` reads.")]
AsOf = Annotated[
    dt.datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day that the report is read on [default: today]."),
]
TraceOption = Annotated[bool, typer.Option("--trace", "-t", help="Say which rule made each field.")]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How the article is printed.")]

#: One article with what was found in it.
Reading = tuple["CleanDocument", "Extraction", list[tuple["Reason", ...]]]


def command(
    file: FileArgument,
    home: HomeOption = None,
    as_of: AsOf = None,
    trace: TraceOption = False,
    form: FormatOption = Format.text,
) -> None:
    """Read one article and show what it tells: its text with each mention marked, then the mentions.

    Nothing is stored. A home's own rules, actors and places hold here too.
    """
    day = as_of.date() if as_of else dt.datetime.now(dt.UTC).date()
    for document, extraction, reasons in _readings(file, home, day):
        if form is Format.json:
            typer.echo(_as_json(document, extraction, reasons if trace else []))
        else:
            typer.echo("\n".join(_as_text(document, extraction, reasons if trace else [])))


def _readings(file: Path, home: Path | None, day: dt.date) -> Iterator[Reading]:
    from sitrep import ontology
    from sitrep.clean import clean, load_rules
    from sitrep.extract import explain
    from sitrep.sources import document_id, read_paths
    from sitrep.store import settings

    if not file.is_file():
        raise Mistake(f"no such file: {file}")
    place = home_of(home)
    chosen = settings_of(place)
    rules = load_rules(settings.cleaning_files(place, chosen))
    known: Ontology = ontology.load(settings.ontology_files(place, chosen))
    for delivery in read_paths([file]):
        if delivery.problem is not None:
            raise Mistake(f"{delivery.raw_path} cannot be read: {delivery.problem}")
        for document in clean(delivery, document_id(delivery.payload), day, rules):
            if document.problem is not None:
                raise Mistake(f"{delivery.raw_path} has nothing to read: {document.problem}")
            yield document, *explain(document, known, day)


# ---- as JSON
def _as_json(document: CleanDocument, extraction: Extraction, reasons: list[tuple[Reason, ...]]) -> str:
    """One line: the text, and the extraction with the reasons beside each mention."""
    told = asdict(extraction)
    for mention, why in zip(told["mentions"], reasons, strict=False):
        mention["trace"] = [asdict(reason) for reason in why]
    return json.dumps({"title": document.title, "text": document.clean_text, **told}, ensure_ascii=False, default=str)


# ---- as text
def _as_text(document: CleanDocument, extraction: Extraction, reasons: list[tuple[Reason, ...]]) -> Iterator[str]:
    when = document.published.on.isoformat() if document.published.on is not None else "unknown"
    yield f"Published: {when}"
    yield ""
    yield marked(document.clean_text, extraction.mentions)
    yield ""
    if not extraction.mentions:
        yield "No mention of an event."
    for number, mention in enumerate(extraction.mentions, start=1):
        yield f"[{number}] {_headed(mention)}"
        lines = _traced(reasons[number - 1]) if reasons else _told(mention)
        yield from (f"    {line}" for line in lines)
    for link in extraction.links:
        yield f"[{link.ordinal + 1}] {link.relation.replace('_', ' ')} [{link.related_ordinal + 1}]"


def marked(text: str, mentions: tuple[Mention, ...]) -> str:
    """A text with the number and type of each mention behind its trigger words: "[killed](1 killing)"."""
    ends: dict[int, list[str]] = {}
    starts: dict[int, int] = {}
    for number, mention in enumerate(mentions, start=1):
        ends.setdefault(mention.trigger_end, []).append(f"{number} {mention.event_type}")
        starts[mention.trigger_end] = min(mention.trigger_start, starts.get(mention.trigger_end, mention.trigger_start))
    out, done = [], 0
    for end in sorted(ends):
        start = max(done, starts[end])
        out += [text[done:start], "[", text[start:end], "](", ", ".join(ends[end]), ")"]
        done = end
    return "".join([*out, text[done:]])


def _headed(mention: Mention) -> str:
    """What happened, and how the text has it."""
    standing = [mention.modality]
    standing += ["background"] if mention.is_background else []
    standing += ["sum of several"] if mention.is_aggregate else []
    standing += [f"says {mention.attributed_to}"] if mention.attributed_to else []
    return f"{mention.event_type}: {', '.join(standing)} (happening {mention.happening})"


def _told(mention: Mention) -> Iterator[str]:
    """When, where, who and how many, a line each."""
    when, place = mention.occurrence, mention.place
    if when.date_from is not None:
        days = str(when.date_from) if when.date_from == when.date_to else f"{when.date_from} to {when.date_to}"
        yield f"when        {days}" + (f' "{when.text}"' if when.text else "")
    if place is not None:
        yield f"where       {place.relation} {place.text} ({place.place_id}, {place.geo_precision})"
    for actor in mention.actors:
        sure = "" if actor.certainty == "stated" else f", {actor.certainty}"
        yield f"{actor.role:<11} {actor.name} ({actor.actor_id}{sure})"
    for toll in mention.casualties:
        high = "" if toll.high == toll.low else " or more" if toll.high is None else f" to {toll.high}"
        yield f'{toll.outcome:<11} {toll.low}{high} {toll.victim_group} "{toll.quote}"'


def _traced(reasons: tuple[Reason, ...]) -> Iterator[str]:
    """Each field with the words that say so and the rule that read them."""
    width = max((len(reason.field) for reason in reasons), default=0)
    for reason in reasons:
        quote = f' "{" ".join(reason.quote.split())}"' if reason.quote else ""
        yield f"{reason.field:<{width}}  {reason.value}{quote}  by {reason.rule}"
