"""What holds of every text, however broken: spans inside it, quotes equal to it, known codes, and never an exception.

What belongs here: rules without exception, tried on text that nobody would write and on real sentences cut and joined.
What does not: what a sentence means.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitrep.extract import extract
from sitrep.ontology import Ontology
from sitrep.records import (
    ACTOR_KINDS,
    CERTAINTIES,
    DATE_BASES,
    DATE_PRECISIONS,
    GEO_PRECISIONS,
    MODALITIES,
    OUTCOMES,
    PLACE_BASES,
    PLACE_RELATIONS,
    ROLES,
    VICTIM_GROUPS,
    Extraction,
    Mention,
)
from tests.evaluation.labelled_set import read_all
from tests.extract.conftest import DAY, document

ROOT = Path(__file__).resolve().parents[2]
slow = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

#: Words that rules turn on, and what stands between them in broken text.
PIECES = (
    "gunmen killed six soldiers and police in Quetta on Monday , who had been said that the attack was claimed by "
    "Boko Haram \"we\" 's of at least dozens 1,299 5-7 U.S. -- ( ) [ ] ... ' ’ “ ” : ; - – \n \n\n \t the a no not "
    "if when after before since raid shelling bomb blast wounded injured dead people them their its which whose to "
    "from kidnapped clashes between Israel Hamas Islamabad Pakistani Gen. Dr. he it they will may could denied "
    "threatened planned twenty hundred Mali town Nigeria's village near north km border 2023 last year Friday's "
    "yesterday ? ! . é İ ß ﬁ \u200b \u0301 🙂"
).split(" ")


@cache
def sentences() -> tuple[str, ...]:
    """The labelled set's texts."""
    return tuple(text.whole for text in read_all())


def cut_and_joined() -> st.SearchStrategy[str]:
    """Stretches of labelled texts, cut anywhere, joined by a blank, a line end, or nothing."""
    whole = st.sampled_from(sentences())
    stretch = st.tuples(whole, st.integers(0, 400), st.integers(0, 400)).map(lambda t: t[0][t[1] : t[1] + t[2]])
    return st.lists(st.tuples(stretch, st.sampled_from(["", " ", "\n", "\n\n"])), min_size=1, max_size=6).map(
        lambda parts: "".join(stretch + joint for stretch, joint in parts)
    )


def soup() -> st.SearchStrategy[str]:
    """Words that rules turn on, in any order."""
    return st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


def any_text() -> st.SearchStrategy[str]:
    return st.one_of(st.text(max_size=300), soup(), soup().map(str.upper), cut_and_joined())


def faults(text: str, extraction: Extraction) -> list[str]:
    """What is wrong with an extraction whatever the text says."""
    found = [fault for mention in extraction.mentions for fault in _faults_of(text, mention)]
    actors, places = {a.actor_id for a in extraction.actors}, {p.place_id for p in extraction.places}
    for mention in extraction.mentions:
        found += [f"{a.actor_id} is not listed" for a in mention.actors if a.actor_id not in actors]
        if mention.place is not None and mention.place.place_id not in places:
            found.append(f"{mention.place.place_id} is not listed")
    found += [f"kind {a.kind}" for a in extraction.actors if a.kind not in ACTOR_KINDS]
    count = len(extraction.mentions)
    for link in extraction.links:
        if link.ordinal == link.related_ordinal or not (
            0 <= link.ordinal < count and 0 <= link.related_ordinal < count
        ):
            found.append(f"link {link.ordinal} to {link.related_ordinal} of {count}")
    return found


def _faults_of(text: str, mention: Mention) -> list[str]:
    spans = [
        ("sentence", mention.char_start, mention.char_end, mention.sentence),
        ("trigger", mention.trigger_start, mention.trigger_end, mention.trigger),
        *((actor.role, actor.char_start, actor.char_end, actor.name) for actor in mention.actors),
        *((toll.outcome, toll.char_start, toll.char_end, toll.quote) for toll in mention.casualties),
    ]
    found = [
        f"{what} {quote!r} is not at {start}:{end}"
        for what, start, end, quote in spans
        if not 0 <= start < end <= len(text) or text[start:end] != quote
    ]
    if not mention.char_start <= mention.trigger_start < mention.trigger_end <= mention.char_end:
        found.append("trigger outside its sentence")
    if mention.place is not None and mention.place.text not in text:
        found.append(f"place {mention.place.text!r}")
    return found + _odd_codes(mention) + _odd_figures(mention)


def _odd_codes(mention: Mention) -> list[str]:
    when, place = mention.occurrence, mention.place
    codes: list[tuple[str, Sequence[str]]] = [(mention.modality, MODALITIES), (when.basis, DATE_BASES)]
    codes += [(when.precision, DATE_PRECISIONS)]
    codes += [(a.role, ROLES) for a in mention.actors] + [(a.certainty, CERTAINTIES) for a in mention.actors]
    codes += [(t.outcome, OUTCOMES) for t in mention.casualties]
    codes += [(t.victim_group, VICTIM_GROUPS) for t in mention.casualties]
    if place is not None:
        codes += [
            (place.relation, PLACE_RELATIONS),
            (place.geo_precision, GEO_PRECISIONS),
            (place.basis, PLACE_BASES[:2]),
        ]
    return [f"unknown code {code!r}" for code, known in codes if code not in known]


def _odd_figures(mention: Mention) -> list[str]:
    when = mention.occurrence
    found = [f"toll {t.low} to {t.high}" for t in mention.casualties if t.low < 0 or (t.high or t.low) < t.low]
    if when.date_from is not None and when.date_to is not None and when.date_from > when.date_to:
        found.append(f"from {when.date_from} to {when.date_to}")
    told = mention.modality in ("asserted", "claimed")
    if told and when.date_from is not None and when.date_from > DAY + dt.timedelta(days=1):  # a day for time zones
        found.append(f"told on {DAY}, happened on {when.date_from}")
    return found


@slow
@given(text=any_text())
def test_any_text_gives_spans_inside_it_and_quotes_equal_to_it(text: str, ontology: Ontology) -> None:
    assert faults(text, extract(document(text), ontology, DAY)) == []


@slow
@given(title=cut_and_joined(), text=cut_and_joined())
def test_the_same_holds_with_a_title_before_the_text(title: str, text: str, ontology: Ontology) -> None:
    made = document(text, title.replace("\n", " ").strip() or "Title")
    assert faults(made.clean_text, extract(made, ontology, DAY)) == []


@settings(slow, max_examples=60)
@given(first=cut_and_joined(), second=cut_and_joined())
def test_a_text_reads_the_same_whatever_was_read_before(first: str, second: str, ontology: Ontology) -> None:
    alone = extract(document(second), ontology, DAY)
    extract(document(first), ontology, DAY)
    assert extract(document(second), ontology, DAY) == alone


#: Reads some labelled texts in a fresh process and prints one hash of all that was found.
READ_ALL = """
import hashlib, json, datetime as dt
from dataclasses import asdict
from sitrep.extract import extract
from sitrep.ontology import load
from tests.evaluation.labelled_set import document, read_all
ontology = load()
found = [asdict(extract(document(text), ontology, dt.date(2024, 5, 10))) for text in read_all()[::4]]
print(len(found), hashlib.sha256(json.dumps(found, default=str).encode()).hexdigest())
"""


def _read_in_a_process(hash_seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", READ_ALL], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_processes_with_other_hash_seeds_find_the_same() -> None:
    one, other = _read_in_a_process("1"), _read_in_a_process("2")
    assert one == other
    assert int(one.split()[0]) > 100
