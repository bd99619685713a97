"""Boilerplate rules: read from YAML, checked, and compiled into one pattern a scope.

What belongs here: what a rule is, and the compiled set. What does not: where rules are applied (furniture.py).
Patterns are written in lower case and see folded text: lower case, straight quotes, hyphens for dashes, plain spaces.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from pathlib import Path

import yaml

#: How a rule's pattern is held against a text. "line": all of a line; "start": how a line begins; "heading": all of a
#: line that leads a list of links; "tail": how a line ends that is cut whole; "lead": how a document begins; "part": a
#: stretch in a line; "end": how a line ends that stays. Marks before the first word are passed over.
SCOPES = ("heading", "line", "start", "tail", "lead", "part", "end")
WHOLE_LINE = ("heading", "line", "start")
FIELDS = frozenset(
    {"id", "pattern", "patterns", "scope", "max_words", "examples", "counter_examples", "false_positives", "any_of"}
)
DEFAULT_MAX_WORDS = 40

FOLDED = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "`": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "―": "-", "‐": "-",
        "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200a": " ", "\t": " ",
    }
)  # fmt: skip


class BadRule(ValueError):
    """A rule file does not say what it should; the message names the file and the rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to cut text, with what it must and must not match."""

    rule_id: str
    pattern: str
    scope: str = "line"
    max_words: int = DEFAULT_MAX_WORDS
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()  # the rule is tried only where one of these stands: saves time, changes nothing


@dataclass(frozen=True, slots=True)
class Pattern:
    """Several rules in one pattern, with the rule of each of its groups; tried only where a hint stands."""

    compiled: re.Pattern[str]
    rules: tuple[Rule, ...]
    hints: tuple[str, ...] = ()

    def rule(self, found: re.Match[str]) -> Rule:
        """The rule that made a match: its group closes last."""
        return self.rules[int((found.lastgroup or "r0")[1:])]


@dataclass(frozen=True, slots=True)
class Matcher:
    """All rules of one scope: those that any line is held against in one pattern, those with hints one by one."""

    patterns: tuple[Pattern, ...]

    def find(
        self, text: str, start: int = 0, words: int = 0, within: str | None = None
    ) -> tuple[Rule, re.Match[str]] | None:
        """The first rule that a text meets at an offset, and its match. Hints are looked for in `within`."""
        for pattern in self.patterns:
            if not pattern.hints or any(hint in (within or text) for hint in pattern.hints):
                found = pattern.compiled.match(text, start)
                if found and words <= (rule := pattern.rule(found)).max_words:
                    return rule, found
        return None

    def search(self, text: str, start: int = 0, words: int = 0) -> tuple[Rule, re.Match[str]] | None:
        """The first rule that a text meets anywhere behind an offset, and its match."""
        rest = text[start:]
        for pattern in self.patterns:
            if not pattern.hints or any(hint in rest for hint in pattern.hints):
                found = pattern.compiled.search(text, start)
                if found and words <= (rule := pattern.rule(found)).max_words:
                    return rule, found
        return None

    def all(self, text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
        """Every stretch of a text that a rule meets."""
        for pattern in self.patterns:
            if not pattern.hints or any(hint in text for hint in pattern.hints):
                for found in pattern.compiled.finditer(text):
                    yield pattern.rule(found), found


@dataclass(frozen=True, slots=True)
class CleaningRules:
    """The rules in force; results depend on the documents and on `version` alone."""

    version: str
    rules: tuple[Rule, ...]
    matchers: Mapping[str, Matcher] = field(repr=False)
    learned: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)  # source -> folded lines
    hints: tuple[str, ...] = field(default=(), repr=False)  # of all rules that have them, each once


def narrowed(rules: CleaningRules, text: str) -> CleaningRules:
    """The rules that a folded text can meet at all: those with hints only where it holds one."""
    met = {hint for hint in rules.hints if hint in text}
    matchers = {
        scope: Matcher(tuple([p for p in matcher.patterns if not p.hints or not met.isdisjoint(p.hints)]))
        for scope, matcher in rules.matchers.items()
    }
    return replace(rules, matchers=matchers)


def fold(text: str) -> str:
    """Text as the rules see it, every character at its old place."""
    folded = text.translate(FOLDED)
    lowered = folded.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def load_rules(extra: Sequence[Path] = ()) -> CleaningRules:
    """The rules that come with sitrep, and those of further files (learned furniture, a deployment's own)."""
    own = [(entry.name, entry.read_text("utf-8")) for entry in resources.files(__package__).joinpath("rules").iterdir()]
    further = [(path.name, path.read_text("utf-8")) for path in sorted(extra)]
    return _compiled(tuple(sorted((name, text) for name, text in own if name.endswith(".yaml")) + further))


@lru_cache(maxsize=8)
def _compiled(files: tuple[tuple[str, str], ...]) -> CleaningRules:
    version = hashlib.sha256("\0".join(text for _, text in files).encode()).hexdigest()[:12]
    parsed = [(name, yaml.load(text, yaml.CSafeLoader)) for name, text in files]
    words = {word: f"(?:{pattern})" for name, entries in parsed if isinstance(entries, dict) and name == "words.yaml"
             for word, pattern in entries.items()}  # fmt: skip
    rules = [rule for name, entries in parsed if isinstance(entries, list) for rule in _rules(name, entries, words)]
    learned: dict[str, frozenset[str]] = {}
    for name, entries in parsed:
        if isinstance(entries, dict) and name != "words.yaml":
            for site, lines in _learned(name, entries).items():
                learned[site] = learned.get(site, frozenset()) | lines
    if len({rule.rule_id for rule in rules}) < len(rules):
        raise BadRule("two rules have one id")
    matchers = {scope: matcher(scope, [r for r in rules if r.scope == scope]) for scope in SCOPES}
    hints = dict.fromkeys(hint for rule in rules for hint in rule.any_of)
    return CleaningRules(version, tuple(rules), matchers, learned, tuple(hints))


def _rules(name: str, entries: Iterable[Mapping[str, object]], words: Mapping[str, str]) -> Iterable[Rule]:
    for entry in entries:
        rule_id = str(entry.get("id"))
        if unknown := set(entry) - FIELDS:
            raise BadRule(f"{name}: {rule_id}: unknown field {sorted(unknown)[0]}")
        scope = str(entry.get("scope", "line"))
        if scope not in SCOPES or not entry.get("examples") or not entry.get("counter_examples"):
            raise BadRule(f"{name}: {rule_id}: needs a known scope, examples and counter_examples")
        pattern = "|".join(_texts(entry.get("patterns"))) or str(entry.get("pattern"))
        for word, replacement in words.items():
            pattern = pattern.replace("{" + word + "}", replacement)
        try:
            re.compile(pattern)
        except re.error as error:
            raise BadRule(f"{name}: {rule_id}: {error}") from error
        yield Rule(
            rule_id,
            pattern,
            scope,
            int(str(entry.get("max_words", DEFAULT_MAX_WORDS))),
            _texts(entry["examples"]),
            _texts(entry["counter_examples"]),
            _texts(entry.get("any_of")),
        )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _learned(name: str, entries: Mapping[str, object]) -> Mapping[str, frozenset[str]]:
    """Learned furniture: the lines of each site."""
    sites = entries.get("sites")
    if not isinstance(sites, dict):
        raise BadRule(f"{name}: neither a list of rules nor learned furniture under 'sites'")
    found = {}
    for site, learned in sites.items():
        lines = learned.get("lines") if isinstance(learned, dict) else None
        if not isinstance(lines, list) or not all(isinstance(line, dict) and "line" in line for line in lines):
            raise BadRule(f"{name}: {site}: needs lines, each with its line")
        found[str(site)] = frozenset(" ".join(fold(str(line["line"])).split()) for line in lines)
    return found


def matcher(scope: str, rules: Sequence[Rule]) -> Matcher:
    """All rules of one scope."""
    plain = [rule for rule in rules if not rule.any_of]
    patterns = [_pattern(scope, plain)] if plain else []
    return Matcher(tuple(patterns + [_pattern(scope, [rule], rule.any_of) for rule in rules if rule.any_of]))


def _pattern(scope: str, rules: Sequence[Rule], hints: tuple[str, ...] = ()) -> Pattern:
    ends = {"line": r"\Z", "heading": r"\Z", "end": r"\s*\Z", "tail": r"\Z"}.get(scope, "")
    branches = [f"(?P<r{number}>(?:{rule.pattern}){ends})" for number, rule in enumerate(rules)]
    return Pattern(re.compile("|".join(branches)), tuple(rules), hints)
