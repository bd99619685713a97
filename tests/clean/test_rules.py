"""Every boilerplate rule matches its examples and leaves its counter-examples alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitrep.clean.furniture import match_line
from sitrep.clean.lines import split_lines
from sitrep.clean.rules import BadRule, CleaningRules, Rule, fold, load_rules

RULES = load_rules()


def matched(rule: Rule, text: str) -> bool:
    """Whether a rule by itself matches a text, in its scope."""
    alone = load_rules_of(rule)
    if rule.scope in ("line", "start", "heading", "tail"):
        return match_line(split_lines(text)[0], alone) == rule.rule_id
    matcher = alone.matchers[rule.scope]
    return (matcher.find(fold(text)) if rule.scope == "lead" else matcher.search(fold(text))) is not None


def load_rules_of(rule: Rule) -> CleaningRules:
    from sitrep.clean.rules import SCOPES, matcher

    matchers = {scope: matcher(scope, [rule] if rule.scope == scope else []) for scope in SCOPES}
    return CleaningRules("test", (rule,), matchers)


EXAMPLES = [(rule, text) for rule in RULES.rules for text in rule.examples]
COUNTER_EXAMPLES = [(rule, text) for rule in RULES.rules for text in rule.counter_examples]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[f"{r.rule_id}: {t[:40]}" for r, t in EXAMPLES])
def test_example(rule: Rule, text: str) -> None:
    assert matched(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"), COUNTER_EXAMPLES, ids=[f"{r.rule_id}: {t[:40]}" for r, t in COUNTER_EXAMPLES]
)
def test_counter_example(rule: Rule, text: str) -> None:
    assert not matched(rule, text)


SENTENCES = sorted({text for _, text in COUNTER_EXAMPLES if text.endswith(".")})


@pytest.mark.parametrize("text", SENTENCES)
def test_no_rule_takes_a_sentence_that_must_stay(text: str) -> None:
    assert match_line(split_lines(text)[0], RULES) is None


def test_the_version_follows_the_rules(tmp_path: Path) -> None:
    extra = tmp_path / "extra.yaml"
    extra.write_text('- {id: x.y, pattern: "foo", examples: ["Foo"], counter_examples: ["Bar"]}')
    more = load_rules([extra])
    assert more.version != RULES.version
    assert load_rules().version == RULES.version
    assert match_line(split_lines("FOO")[0], more) == "x.y"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- {id: x.y, pattern: '(', examples: [a], counter_examples: [b]}", "extra.yaml: x.y: "),
        ("- {id: x.y, pattern: a, examples: [a]}", "needs a known scope, examples and counter_examples"),
        ("- {id: x.y, pattern: a, colour: red, examples: [a], counter_examples: [b]}", "x.y: unknown field colour"),
        ("colour: red", "neither a list of rules nor learned furniture"),
    ],
    ids=["pattern", "counter-examples", "field", "shape"],
)
def test_a_bad_rule_is_named(tmp_path: Path, content: str, message: str) -> None:
    extra = tmp_path / "extra.yaml"
    extra.write_text(content)
    with pytest.raises(BadRule, match=message):
        load_rules([extra])


HOSTILE = (
    "a",
    "a ",
    "1",
    "-",
    "a.",
    "#a",
    "a/",
    "x, ",
    "(",
    "photo ",
    "o'neil-",
    "1k ",
    "facebook",
    "by ",
    "news ",
    "staff ",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_rule_backtracks_without_end(piece: str) -> None:
    text = piece * (800 // len(piece)) + "!"
    for line in split_lines(text):
        match_line(line, RULES)
    for scope in ("part", "end", "lead", "tail"):
        RULES.matchers[scope].search(fold(text))
