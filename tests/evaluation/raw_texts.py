"""The raw texts of corpus/, read in the plainest way, so that the gold can be held against them.

What belongs here: bytes to text without the pipeline. What does not: cleaning of any kind.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import ftfy

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
GOLD = Path(__file__).with_name("corpus.json")
INVISIBLE = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
INLINE = re.compile(r"</?(a|b|em|i|span|strong|time)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")


def report_files() -> list[Path]:
    """The files of corpus/ that are reports, good or bad: all but their sidecars."""
    return sorted(path for path in CORPUS.rglob("*") if path.is_file() and not path.name.endswith(".meta.json"))


def raw_text(path: Path) -> str:
    """All that a person sees of a file, its title first where that stands apart."""
    decoded = decode(path.read_bytes())
    if path.suffix == ".html":
        return as_seen(decoded)
    if path.suffix == ".json":
        return " \n ".join(strings(json.loads(decoded)))
    if path.suffix == ".jsonl":
        return " \n ".join(text for line in decoded.splitlines() for text in strings(parsed(line)))
    return ftfy.fix_text(decoded)


def decode(payload: bytes) -> str:
    """UTF-8 where it is, Latin-1 where it is not."""
    try:
        return payload.decode("utf-8")
    except UnicodeDecodeError:
        return payload.decode("latin-1")


def as_seen(page: str) -> str:
    """The text of a page, without markup and scripts."""
    title = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    body = TAG.sub(" ", INLINE.sub("", INVISIBLE.sub(" ", page)))
    return unescape(f"{title.group(1) if title else ''}\n{body}")


def parsed(line: str) -> object:
    """The record of one line, or nothing where it is broken."""
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        return {}


def strings(value: object) -> list[str]:
    """All texts in a JSON value, in order."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    return [value] if isinstance(value, str) else []
