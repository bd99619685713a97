"""The accounts: whoever is missing, doubled, made up or out without a reason is found."""

from __future__ import annotations

import pandas as pd
import pytest

from expectations.accounting import delivery_account, mention_account


def deliveries(**outcomes: str) -> pd.DataFrame:
    return pd.DataFrame({"delivery_id": list(outcomes), "outcome": list(outcomes.values())})


ARRIVED = pd.DataFrame({"delivery_id": ["a", "b", "c"]})
ALL = {"a": "published", "b": "duplicate", "c": "quarantined"}


def test_all_deliveries_accounted_for() -> None:
    said = delivery_account(deliveries(**ALL), ARRIVED, {"c"})
    assert said.success
    assert said.observed == "3 deliveries = 1 published + 1 quarantined + 1 duplicate"


@pytest.mark.parametrize(
    ("table", "refused", "problem"),
    [
        pytest.param(
            deliveries(a="published", c="quarantined"),
            {"c"},
            {"delivery_id": "b", "problem": "arrived, but is neither published, quarantined nor duplicate"},
            id="one silently gone",
        ),
        pytest.param(
            deliveries(**ALL, d="published"),
            {"c"},
            {"delivery_id": "d", "problem": "is listed, but never arrived"},
            id="one made up",
        ),
        pytest.param(
            pd.concat([deliveries(**ALL), deliveries(a="duplicate")]),
            {"c"},
            {"delivery_id": "a", "problem": "is listed 2 times"},
            id="one listed twice",
        ),
        pytest.param(
            deliveries(**ALL),
            set(),
            {"delivery_id": "c", "problem": "is quarantined without a reason"},
            id="one out without a reason",
        ),
    ],
)
def test_what_is_wrong_with_a_delivery_is_told(table: pd.DataFrame, refused: set[str], problem: dict[str, str]) -> None:
    said = delivery_account(table, ARRIVED, refused)
    assert not said.success
    assert said.level == "batch"
    assert list(said.sample) == [problem]


def mentions(*keys: str) -> pd.DataFrame:
    rows = [dict(zip(("document_id", "delivery_id", "mention_id"), key.split("."), strict=True)) for key in keys]
    return pd.DataFrame(rows, columns=["document_id", "delivery_id", "mention_id"])


DOCUMENTS = pd.DataFrame({"document_id": ["d1", "d2"]})
EXTRACTED = mentions("d1.v1.m1", "d1.v1.m2", "d1.v2.m1", "d3.v3.m9")


@pytest.mark.parametrize("kept", [mentions("d1.v1.m1", "d1.v1.m2"), mentions("d1.v2.m1")], ids=["of v1", "of v2"])
def test_the_mentions_of_one_delivery_stand_for_the_document(kept: pd.DataFrame) -> None:
    assert mention_account(kept, DOCUMENTS, EXTRACTED).success


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        pytest.param(mentions("d1.v1.m2"), "was extracted, but is neither published nor quarantined", id="one gone"),
        pytest.param(mentions("d1.v2.m1", "d1.v2.m7"), "is published, but was not extracted", id="one made up"),
        pytest.param(mentions("d1.v2.m1", "d1.v2.m1"), "is listed 2 times", id="one twice"),
        pytest.param(mentions(), "was extracted, but is neither published nor quarantined", id="all gone"),
    ],
)
def test_what_is_wrong_with_a_mention_is_told(table: pd.DataFrame, problem: str) -> None:
    said = mention_account(table, DOCUMENTS, EXTRACTED)
    assert not said.success
    assert problem in [row["problem"] for row in said.sample]
