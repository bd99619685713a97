"""Reports of a day's shelling in many places: who answers for which place, and what happened elsewhere meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.ontology import Ontology
from sitrep.records import Mention
from tests.extract.reading import mentions_of, tolls_of


def places(mentions: list[Mention] | tuple[Mention, ...]) -> list[str | None]:
    """The place of each mention by name."""
    return [mention.place.text if mention.place is not None else None for mention in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling wounded nine people in the city of Kherson as drones also targeted the capital Kyiv.",
        "Nine people were wounded by shelling in Kherson on Monday as drones targeted Kyiv.",
    ],
)
def test_what_struck_another_city_at_the_time_did_not_hurt_those(text: str, ontology: Ontology) -> None:
    told = mentions_of(text, ontology)
    assert places(told) == ["Kherson", "Kyiv"]
    assert [set(tolls_of(m)) - {"injured 9 civilian"} for m in told] == [{"injured 9 total"}, set()]


@pytest.mark.parametrize(
    "teller",
    [
        "Voronezh Governor Alexander Gusev",
        "The governor of the Voronezh region",
        "Alexander Gusev, the governor of Voronezh region,",
    ],
)
def test_a_governor_tells_of_his_own_region(teller: str, ontology: Ontology) -> None:
    text = f"Shelling killed a man in Kherson on Monday. {teller} said drones struck a house and injured two people."
    (shelling, drones) = mentions_of(text, ontology)
    assert places([shelling, drones]) == ["Kherson", "Voronezh"]
    assert shelling.happening != drones.happening


def test_the_city_is_that_named_in_the_same_sentence(ontology: Ontology) -> None:
    text = (
        "Shelling hit houses in the city of Kherson on Monday. Kharkiv Mayor Ihor Terekhov said 13 people were injured"
        " in attacks that hit three districts of the city."
    )
    last = mentions_of(text, ontology)[-1]
    assert last.place is not None
    assert last.place.place_id == "gn.706483"


@pytest.mark.parametrize(
    ("text", "taken", "freed"),
    [
        ("Three nurses kidnapped in Goma were released on Thursday.", None, "2024-05-09"),
        ("Troops rescued three nurses who were abducted in Goma in April.", "2024-04-30", "2024-05-10"),
        ("Three nurses abducted in Goma in April were freed on Thursday.", "2024-04-30", "2024-05-09"),
    ],
)
def test_who_was_freed_had_been_taken_before(text: str, taken: str | None, freed: str, ontology: Ontology) -> None:
    told = mentions_of(text, ontology)
    days = {m.event_type: m.occurrence.date_to for m in told}
    assert days.pop("abduction") == (None if taken is None else dt.date.fromisoformat(taken))
    assert list(days.values()) == [dt.date.fromisoformat(freed)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Six people were killed in Gao overnight, police said on Wednesday.", ("2024-05-07", "2024-05-08")),
        ("Police said on Wednesday that six people had been killed the previous night.", ("2024-05-07", "2024-05-07")),
        ("Police said on Wednesday that six people were killed in Gao the day before.", ("2024-05-07", "2024-05-07")),
        ("Six people were killed in Gao overnight, police said.", ("2024-05-09", "2024-05-10")),
        ("Six people were killed in Gao on New Year's Eve.", ("2023-12-31", "2023-12-31")),
    ],
)
def test_what_was_told_on_a_day_is_counted_from_that_day(text: str, days: tuple[str, str], ontology: Ontology) -> None:
    when = mentions_of(text, ontology)[0].occurrence
    assert (str(when.date_from), str(when.date_to)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Six people were killed in Sake on Friday, the UN said on Monday.", ("2024-05-03", "2024-05-03")),
        (
            "Six people were killed in fighting in Sake since Friday, the UN said on Monday.",
            ("2024-05-03", "2024-05-06"),
        ),
        ("Six people were killed in Sake on Monday, the UN said on Friday.", ("2024-05-06", "2024-05-06")),
    ],
)
def test_nothing_is_told_before_it_happened(text: str, days: tuple[str, str], ontology: Ontology) -> None:
    when = mentions_of(text, ontology)[0].occurrence
    assert (str(when.date_from), str(when.date_to)) == days


@pytest.mark.parametrize(
    "verb", ["took to the streets of Sfax on Monday to protest at", "marched on Monday to protest"]
)
def test_who_gathers_to_protest_does_so_once_and_what_he_protests_at_has_happened(
    verb: str, ontology: Ontology
) -> None:
    text = f"Hundreds of people {verb} the killing of a young man by police on Sunday."
    protest, killing = mentions_of(text, ontology)
    assert (protest.event_type, str(protest.occurrence.date_to)) == ("protest", "2024-05-06")
    assert (killing.modality, str(killing.occurrence.date_to)) == ("asserted", "2024-05-05")
