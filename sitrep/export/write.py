"""Rows into files: CSV and TSV that are safe to open in a spreadsheet, GeoJSON, Parquet.

What belongs here: forms of files. What does not: which rows.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

#: A cell of text that begins so is run as a formula by Excel, LibreOffice or Google Sheets (OWASP, CSV injection).
_FORMULA = r"^[\s\x00]*[=+\-@|%＝＋－＠]|^[\t\r\n]"
_BREAK = r"[\t\r\n]+"
_COORDINATES = ("longitude", "latitude")


def write(rows: pa.Table, form: str, out: IO[bytes]) -> None:
    """Writes rows in one of FORMS."""
    FORMS[form](rows, out)


def _csv(rows: pa.Table, out: IO[bytes]) -> None:
    _delimited(_of_text(rows, _safe), out, ",")


def _tsv(rows: pa.Table, out: IO[bytes]) -> None:
    """As POLECAT's files: a line is a row and a tab parts two cells, so that no cell may hold either."""
    _delimited(_of_text(rows, lambda column: _safe(pc.replace_substring_regex(column, _BREAK, " "))), out, "\t")


def _delimited(rows: pa.Table, out: IO[bytes], delimiter: str) -> None:
    options = pyarrow.csv.WriteOptions(include_header=False, delimiter=delimiter, quoting_style="needed")
    out.write((delimiter.join(rows.column_names) + "\n").encode())
    pyarrow.csv.write_csv(rows, out, options)


def _of_text(rows: pa.Table, change: Callable[[pa.ChunkedArray], pa.ChunkedArray]) -> pa.Table:
    """Every column as a cell shows it: text through `change`, instants and whole numbers in one form everywhere."""
    columns = []
    for column in rows.columns:
        kind = column.type
        if pa.types.is_string(kind) or pa.types.is_large_string(kind):
            column = change(column)
        elif pa.types.is_timestamp(kind):
            pattern = "%Y-%m-%dT%H:%M:%SZ" if kind.tz else "%Y-%m-%d %H:%M:%S.000"  # as UCDP writes days
            column = pc.strftime(column.cast(pa.timestamp("s", kind.tz), safe=False), pattern)
        columns.append(column)
    return pa.table(columns, names=rows.column_names)


def _safe(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """An apostrophe before what a spreadsheet would run; numbers are no text and stay as they are."""
    runs = pc.match_substring_regex(column, _FORMULA)
    return pc.if_else(runs, pc.binary_join_element_wise("'", column, ""), column)


def _parquet(rows: pa.Table, out: IO[bytes]) -> None:
    pyarrow.parquet.write_table(rows, out, compression="zstd")


def _geojson(rows: pa.Table, out: IO[bytes]) -> None:
    """One FeatureCollection (RFC 7946), a feature a line; without coordinates the geometry is null."""
    out.write(b'{"type": "FeatureCollection", "features": [\n')
    for number, feature in enumerate(_features(rows)):
        out.write(b",\n" if number else b"")
        out.write(json.dumps(feature, ensure_ascii=False, default=_plain, allow_nan=False).encode())
    out.write(b"\n]}\n")


def _features(rows: pa.Table) -> Iterator[Mapping[str, Any]]:
    for batch in rows.to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            longitude, latitude = (row.pop(name) for name in _COORDINATES)
            known = longitude is not None and latitude is not None
            point = {"type": "Point", "coordinates": [longitude, latitude]} if known else None
            yield {"type": "Feature", "id": row["incident_id"], "geometry": point, "properties": row}


def _plain(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value)} has no form in JSON")


FORMS: Mapping[str, Callable[[pa.Table, IO[bytes]], None]] = MappingProxyType(
    {"csv": _csv, "tsv": _tsv, "geojson": _geojson, "parquet": _parquet}
)
