"""`sitrep extract`: what is printed of one article, word for word, and what of a file that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dagster_project.cli import main
from dagster_project.cli.extract import marked
from sitrep.records import Mention

ARTICLE = """Six soldiers killed in Quetta ambush

QUETTA, May 10 - Gunmen ambushed a convoy in Quetta on Thursday, killing six soldiers and wounding two civilians.

The Balochistan Liberation Army claimed responsibility for the attack.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "quetta.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    file.with_name("quetta.txt.meta.json").write_text(json.dumps({"published": "2024-05-10"}), encoding="utf-8")
    return file


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = 0
    try:
        main([str(one) for one in arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


TEXT = """Published: 2024-05-10

Six soldiers killed in Quetta [ambush](1 armed_attack)

QUETTA, May 10 - Gunmen [ambushed](2 armed_attack) a convoy in Quetta on Thursday, killing six soldiers and wounding \
two civilians.

The Balochistan Liberation Army claimed responsibility for the [attack](3 armed_attack).

[1] armed_attack: asserted (happening 0)
    when        2024-05-09 "Thursday"
    where       in Quetta (gn.1167528, exact)
    target      soldiers (military.soldiers)
    killed      6 security_force "Six soldiers"
[2] armed_attack: asserted (happening 0)
    when        2024-05-09 "Thursday"
    where       in Quetta (gn.1167528, exact)
    perpetrator Gunmen (unidentified.gunmen)
    target      convoy (civilians.convoys)
    target      soldiers (military.soldiers)
    target      civilians (civilians.civilians)
    killed      6 security_force "six soldiers"
    injured     2 civilian "two civilians"
[3] armed_attack: asserted (happening 0)
    when        2024-05-09 "Thursday"
    where       in Quetta (gn.1167528, exact)
    claimant    Balochistan Liberation Army (group.bla, claimed)
    perpetrator Balochistan Liberation Army (group.bla, claimed)
    target      soldiers (military.soldiers)
"""

CLAIM_TRACED = """[3] armed_attack: asserted (happening 0)
    event_type   armed_attack "attack"  by violent.attack
    modality     asserted  by told.as_fact
    claimant     group.bla (claimed) "Balochistan Liberation Army"  by claim.responsibility
    perpetrator  group.bla (claimed) "Balochistan Liberation Army"  by claim.responsibility
    target       military.soldiers (stated) "soldiers"  by actor.happening
    place        gn.1167528 (in, exact) "Quetta"  by place.happening
    date         2024-05-09 to 2024-05-09 (weekday) "Thursday"  by date.happening
    happening    0  by story.joined
"""


def test_the_article_is_printed_with_its_mentions_marked(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "extract", article) == (0, TEXT, "")


def test_trace_says_which_rule_made_each_field(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "extract", article, "--trace")
    assert out.endswith(CLAIM_TRACED)


def test_as_json_each_mention_carries_its_trace(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, "extract", article, "--trace", "--format", "json")
    told = json.loads(out)
    assert told["text"][slice(*(told["mentions"][2][end] for end in ("trigger_start", "trigger_end")))] == "attack"
    assert told["mentions"][2]["trace"][2] == {
        "field": "claimant",
        "value": "group.bla (claimed)",
        "quote": "Balochistan Liberation Army",
        "rule": "claim.responsibility",
    }
    every = [reason for mention in told["mentions"] for reason in mention["trace"]]
    assert all(reason["rule"] for reason in every)


def test_an_article_of_no_event_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calm = tmp_path / "calm.txt"
    calm.write_text(
        "The library of the town opened a new reading room for children on Monday morning.\n", encoding="utf-8"
    )
    code, out, _ = call(capsys, "extract", calm)
    assert code == 0
    assert out.endswith("\nNo mention of an event.\n")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param(None, "sitrep: no such file: ", id="no file"),
        pytest.param(b"", "sitrep: broken.txt has nothing to read: empty", id="an empty file"),
        pytest.param(bytes(range(256)), "sitrep: broken.txt has nothing to read: binary", id="a file that is no text"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, complaint: str
) -> None:
    file = tmp_path / "broken.txt"
    if content is not None:
        file.write_bytes(content)
    code, out, err = call(capsys, "extract", file)
    assert (code, out) == (2, "")
    assert err.startswith(complaint)
    assert len(err.splitlines()) == 1


def mention(start: int, end: int, event_type: str) -> Mention:
    return Mention(event_type, "x" * (end - start), start, end, "", 0, 0, "rule")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], "a raid, a blast", id="none"),
        pytest.param([(2, 6, "raid")], "a [raid](1 raid), a blast", id="one"),
        pytest.param([(2, 6, "raid"), (2, 6, "arrest")], "a [raid](1 raid, 2 arrest), a blast", id="the same words"),
        pytest.param([(0, 6, "raid"), (2, 8, "b")], "[a raid](1 raid)[, ](2 b)a blast", id="words that overlap"),
    ],
)
def test_marks(spans: list[tuple[int, int, str]], expected: str) -> None:
    assert marked("a raid, a blast", tuple(mention(*span) for span in spans)) == expected
