"""What was believed at an earlier publish, rebuilt from the revisions: that publish's tables, exactly."""

import datetime as dt
import random
from pathlib import Path

from benchmarks.resolution.stream import make_stream, stage_frames
from sitrep.resolve import History, ResolveOptions, advance, resolve, tables
from tests.resolve.published import Published

MACROS = Path(__file__).resolve().parents[2] / "sql" / "macros"
TABLES = ("incident", "incident_casualty", "incident_actor", "incident_link")


def moment(seq):
    return dt.datetime(2024, 2, 1, seq, tzinfo=dt.UTC)


def rows(connection, source, name):
    names = tables.CORE[name].names
    listed = connection.sql(f"from {source}").to_arrow_table().to_pylist()
    return sorted(({column: row[column] for column in names} for row in listed), key=repr)


def test_each_of_ten_batches_can_be_seen_again(types):
    stream = make_stream(25, seed=11)  # with corrections, copies, late reports, and incidents that turn out to be one
    stories = list(stream.stories)
    random.Random(11).shuffle(stories)
    size = len(stories) // 10 + 1
    published, seen = Published(), {}
    for seq, start in enumerate(range(0, len(stories), size), start=1):
        batch, options = stage_frames(stream, stories[start : start + size]), ResolveOptions(seq, moment(seq))
        if seq == 1:
            published.build(resolve(batch, History(), options, types))
        else:
            published.amend(advance(batch, published.memory, options, types))
        seen[seq] = {name: published.table(name) for name in TABLES}
    assert len(seen) >= 10
    waiting = [
        path.read_text(encoding="utf-8")
        for path in sorted(MACROS.glob("*_as_of.sql"), key=lambda p: "state" not in p.name)
    ]
    for text in waiting:
        published.connection.execute(text)
    for seq, expected in seen.items():
        for name in TABLES:
            source = f"core.{name}_as_of(timestamptz '{moment(seq).isoformat()}')"
            assert rows(published.connection, source, name) == expected[name], (seq, name)
