"""Sources in sitrep.toml: what is wrong is told by its key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitrep.sources.settings import Landing, Limits, Politeness
from sitrep.store import settings
from sitrep.store.home import Home

GOOD = """
[fetching]
contact = "desk@example.org"

[[sources]]
name = "al-wire"
kind = "rss"
url = "https://example.org/feed"
cron = "*/15 6-23 * * mon-fri"
timezone = "Asia/Karachi"
limits = { pages = 50 }
politeness = { seconds_between = 5 }
"""


def load(tmp_path: Path, text: str) -> settings.Settings:
    (tmp_path / "sitrep.toml").write_text(text)
    return settings.load(Home(tmp_path))


def test_a_source_is_read(tmp_path: Path) -> None:
    (source,) = load(tmp_path, GOOD).sources
    assert (source.name, source.identifier, source.limits.pages, source.politeness.seconds_between) == (
        "al-wire", "al_wire", 50, 5,
    )  # fmt: skip
    assert source.hosts_allowed_private() == frozenset()


@pytest.mark.parametrize(
    ("said", "hosts"),
    [("true", {"example.org"}), ('["10.0.0.1", "Wiki.Local"]', {"10.0.0.1", "wiki.local"}), ("false", set())],
)
def test_which_hosts_may_be_private(tmp_path: Path, said: str, hosts: set[str]) -> None:
    (source,) = load(tmp_path, GOOD.replace('kind = "rss"', f'kind = "rss"\nallow_private = {said}')).sources
    assert source.hosts_allowed_private() == hosts


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"rss"', '"gopher"', "sources.0.kind: Input should be 'rss', 'atom'"),
        ('"al-wire"', '"Al Wire"', "sources.0.name: String should match"),
        ('"al-wire"', '"../x"', "sources.0.name: String should match"),
        ('"https://example.org/feed"', '"file:///etc/passwd"', "'file:///etc/passwd' is no http or https address"),
        ('url = "https://example.org/feed"', "", "needs url"),
        ('"*/15 6-23 * * mon-fri"', '"every hour"', "'every hour' is no cron expression of five fields"),
        ('"*/15 6-23 * * mon-fri"', '"61 * * * *"', "'61 * * * *' is no cron expression of five fields"),
        ('"Asia/Karachi"', '"Asia/Quetta"', "'Asia/Quetta' is no time zone"),
        ("pages = 50", "pagse = 50", "unknown key sources.0.limits.pagse"),
        ("seconds_between = 5", "seconds_between = -5", "sources.0.politeness.seconds_between: Input should be"),
    ],
)
def test_a_mistake_is_told_by_its_key(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(settings.SettingsError) as raised:
        load(tmp_path, GOOD.replace(old, new))
    assert complaint in str(raised.value)


def test_no_two_sources_share_a_name(tmp_path: Path) -> None:
    with pytest.raises(settings.SettingsError, match="two sources are called 'al_wire'"):
        load(tmp_path, GOOD + GOOD.partition("[[sources]]")[1] + GOOD.partition("[[sources]]")[2].replace("-w", "_w"))


DOCS = (Path(__file__).parents[2] / "docs" / "sources.md").read_text()


def test_the_examples_of_the_docs_are_good_settings(tmp_path: Path) -> None:
    examples = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    read = load(tmp_path, "\n".join(examples))
    assert [one.name for one in read.sources] == ["the-wire", "ministry", "archive"]
    assert read.landing == Landing()


@pytest.mark.parametrize("table", [Limits, Politeness])
def test_every_limit_is_in_the_docs_with_its_default(table: type[Limits | Politeness]) -> None:
    for name, field in table.model_fields.items():
        said = re.findall(rf"^\| `{name}` \| ([^|]+) \|", DOCS, re.MULTILINE)
        assert said, name
        assert isinstance(field.default, tuple) or str(field.default).lower() in said, name
