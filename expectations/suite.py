"""Suites as data: one YAML file a frame or table, read and checked.

What belongs here: the form of a suite. What does not: running it (audit, great).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

SUITES = Path(__file__).parent / "suites"


class UnknownSuite(KeyError):
    """No file of suites/ has this name."""


class MalformedSuite(ValueError):
    """A suite's file does not say what a suite must say; the message names file, rule and key."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(_Form):
    """One expectation, what follows when it fails, why it is there, and a row that it refuses."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    level: Literal["row", "batch", "warn"]
    expectation: str = Field(pattern=r"^Expect[A-Za-z]+$")
    args: Mapping[str, Any] = {}
    reason: str = Field(min_length=15)
    fault: str | None = None  # what is wrong with a row that breaks it, in words for a summary
    refuses: Mapping[str, Any]  # values that make a good row a bad one; the tests run every one of them

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the rule reads."""
        single = [self.args[key] for key in ("column", "column_A", "column_B") if key in self.args]
        return (*single, *self.args.get("column_list", ()))


class Volume(_Form):
    """When so many rows of a batch are bad that the batch itself is not to be trusted."""

    minimum: int = Field(ge=1)
    share: float = Field(gt=0, le=1)
    reason: str = Field(min_length=15)


class Suite(_Form):
    """The rules of one frame or table."""

    suite: str
    about: str
    key: tuple[str, ...] = Field(min_length=1)
    volume: Volume | None = None
    rules: tuple[Rule, ...]


@cache
def load_suite(name: str) -> Suite:
    """The suite of a frame or table: `cleaned_text.document`, `core.incident`."""
    path = SUITES.joinpath(*name.split(".")).with_suffix(".yaml")
    if not path.exists():
        raise UnknownSuite(name)
    try:
        said = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        suite = Suite.model_validate(said)
    except (ValidationError, yaml.YAMLError) as error:
        raise MalformedSuite(f"{path.name}: {error}") from error
    if suite.suite != name:
        raise MalformedSuite(f"{path.name} calls itself {suite.suite}")
    return suite


@cache
def suite_names() -> tuple[str, ...]:
    """All suites, in the order of the files."""
    return tuple(".".join(path.relative_to(SUITES).with_suffix("").parts) for path in sorted(SUITES.rglob("*.yaml")))


@cache
def stage_version(stage: str) -> str:
    """A name for the rules of a stage's gate as they are now: what passes depends on them."""
    digest = hashlib.sha256()
    for path in sorted((SUITES / stage).glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]
