"""Reads the cues by which a text says that one event answers another.

What belongs here: the schema of links.yaml. What does not: finding the events on both sides (sitrep.extract.links).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

FILE = Path(__file__).with_name("links.yaml")


class LinkCue(BaseModel):
    """A cue, and what stands on which side of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    relation: Literal["retaliation_for", "response_to"]
    form: Literal["before_cause", "by_answer", "modifier", "by_itself", "measure"]
    words: frozenset[str]
    cue: re.Pattern[str]
    example: str
    counter_example: str


def load_links(path: Path = FILE) -> tuple[LinkCue, ...]:
    """The cues in the order of the file; the first that fits a place in the text is taken."""
    return tuple(TypeAdapter(list[LinkCue]).validate_python(yaml.load(path.read_text(), yaml.CSafeLoader)["links"]))
