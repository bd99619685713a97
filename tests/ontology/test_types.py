"""The event types: the file's content, its crosswalks, and errors that name file and entry."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from sitrep.ontology import types as event_types
from sitrep.ontology.event_types_page import ACLED_NOT_REACHED, render
from sitrep.ontology.types import (
    ACLED_SUB_EVENTS,
    EVENT_TYPES_FILE,
    PLOVER_EVENTS,
    EventTypesInvalid,
    UnknownEventType,
    load_types,
)

CONTRACT = {
    "violent": "air_strike shelling bombing suicide_bombing armed_attack armed_clash assassination "
    "violence_against_civilians sexual_violence abduction arson sabotage robbery",
    "coercive": "security_operation arrest seizure disrupted_weapons_use border_closure territorial_change mobilize",
    "protest": "protest riot",
    "diplomatic": "condemn accuse reject threaten appeal meet agree support cooperate aid concede sanction "
    "diplomatic_downgrade ceasefire withdraw release",
    "other": "investigate judicial",
}
PAGE = Path(__file__).parents[2] / "docs" / "event-types.md"


@pytest.fixture(scope="module")
def types() -> event_types.EventTypes:
    return load_types()


@pytest.fixture
def entry() -> dict:
    """A valid entry, to be spoilt by a test."""
    return yaml.safe_load(EVENT_TYPES_FILE.read_text(encoding="utf-8"))["event_types"][0]


def write(tmp_path: Path, *entries: object) -> Path:
    path = tmp_path / "kinds.yaml"
    path.write_text(yaml.safe_dump({"version": 1, "event_types": list(entries)}), encoding="utf-8")
    return path


def test_the_types_and_their_classes_are_those_of_the_contract(types: event_types.EventTypes) -> None:
    wanted = {name: event_class for event_class, names in CONTRACT.items() for name in names.split()}
    assert {name: entry.event_class for name, entry in types.items()} == wanted


def test_every_plover_event_is_reached(types: event_types.EventTypes) -> None:
    assert {entry.plover_event for entry in types.values()} == set(PLOVER_EVENTS)


def test_sub_events_of_acled_that_are_not_reached_are_listed_with_a_reason(types: event_types.EventTypes) -> None:
    every = {sub for subs in ACLED_SUB_EVENTS.values() for sub in subs}
    assert every - {entry.acled_sub_event_type for entry in types.values()} == set(ACLED_NOT_REACHED)


def test_a_suicide_bombing_says_all_that_the_warehouse_asks(types: event_types.EventTypes) -> None:
    found = types["suicide_bombing"]
    assert (found.event_type, found.label, found.event_class) == ("suicide_bombing", "Suicide bombing", "violent")
    assert (found.family, found.specificity) == ("attack", 4)
    assert (found.plover_event, found.plover_mode) == ("ASSAULT", "suicide-attack")
    assert (found.acled_event_type, found.acled_sub_event_type) == ("Explosions/Remote violence", "Suicide bomb")
    assert (found.cameo_root, found.own_outcome, found.link_relation) == ("18", None, None)


def test_what_acled_does_not_code_has_no_code(types: event_types.EventTypes) -> None:
    assert (types["condemn"].acled_event_type, types["condemn"].acled_sub_event_type) == (None, None)


def test_broader_types_reach_to_the_most_general(types: event_types.EventTypes) -> None:
    assert event_types.broader_types(types, "suicide_bombing") == {"bombing", "armed_attack"}
    assert event_types.broader_types(types, "armed_attack") == frozenset()


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        pytest.param("suicide_bombing", "armed_attack", True, id="a broader word, two steps up"),
        pytest.param("air_strike", "bombing", True, id="explosions that turn out to be missiles"),
        pytest.param("armed_clash", "security_operation", True, id="named as a relative on one side only"),
        pytest.param("suicide_bombing", "shelling", False, id="two exact means"),
        pytest.param("condemn", "armed_attack", False, id="an act and the words about it"),
    ],
)
def test_types_that_may_speak_of_one_happening(
    types: event_types.EventTypes, first: str, second: str, may: bool
) -> None:
    assert event_types.may_be_one(types, first, second) is may
    assert event_types.may_be_one(types, second, first) is may


def test_the_most_specific_type_wins_whatever_the_order(types: event_types.EventTypes) -> None:
    assert event_types.most_specific(types, ["armed_attack", "suicide_bombing", "bombing"]) == "suicide_bombing"
    assert event_types.most_specific(types, ["shelling", "air_strike"]) == "air_strike"


@pytest.mark.parametrize(
    ("event_type", "modality", "forms"),
    [
        ("air_strike", "asserted", True),
        ("air_strike", "claimed", True),
        ("air_strike", "threatened", False),
        ("air_strike", "planned", False),
        ("air_strike", "denied", False),
        ("air_strike", "habitual", False),
        ("threaten", "threatened", True),
        ("threaten", "hypothetical", False),
    ],
)
def test_which_mentions_are_happenings(
    types: event_types.EventTypes, event_type: str, modality: str, forms: bool
) -> None:
    assert types[event_type].forms_incident(modality) is forms


def test_types_are_found_by_property(types: event_types.EventTypes) -> None:
    assert event_types.with_property(types, "is_two_sided") == {"armed_clash"}
    assert event_types.with_property(types, "forms_incident_when_threatened") == {"threaten"}
    violent = {name for name, entry in types.items() if entry.event_class == "violent"}
    assert violent <= event_types.with_property(types, "takes_toll") & event_types.with_property(types, "is_located")


def test_an_unknown_property_is_an_error_not_a_no(types: event_types.EventTypes) -> None:
    with pytest.raises(KeyError, match="takes_tol"):
        types["bombing"].has("takes_tol")


def test_an_unknown_type_is_an_error(types: event_types.EventTypes) -> None:
    with pytest.raises(UnknownEventType, match="skirmish"):
        event_types.get(types, "skirmish")


def test_every_entry_has_its_own_wording(types: event_types.EventTypes) -> None:
    texts = [t for e in types.values() for t in (*e.examples, *(c.text for c in e.counter_examples), e.definition)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"event_class": "violnt"}, r"kinds\.yaml: abduction: event_class", id="class not known"),
        pytest.param({"properties": ["takes_tol"]}, r"abduction: properties: .*takes_tol", id="property not known"),
        pytest.param({"plover": {"event": "FIGHT", "mode": None}}, r"abduction: plover: .*FIGHT", id="plover event"),
        pytest.param({"plover": {"event": "AID", "mode": "beat"}}, r"abduction: plover: .*beat", id="plover mode"),
        pytest.param(
            {"acled": {"event_type": "Battles", "sub_event_type": "Attack"}}, r"abduction: acled: .*Attack", id="acled"
        ),
        pytest.param({"cameo_root": "21"}, r"abduction: cameo_root", id="cameo root"),
        pytest.param({"also_called": ["kidnap"]}, r"abduction: relative 'kidnap' is no event type", id="relative"),
        pytest.param({"also_called": ["abduction"]}, r"abduction: names itself", id="itself as relative"),
        pytest.param({"examples": ["Only one."]}, r"abduction: examples", id="one example"),
        pytest.param({"severity": 3}, r"abduction: severity", id="a key too many"),
    ],
)
def test_an_error_names_file_and_entry(tmp_path: Path, entry: dict, change: dict, message: str) -> None:
    spoilt = {**entry, "also_called": [], "broader": [], **change}
    with pytest.raises(EventTypesInvalid, match=message):
        load_types(write(tmp_path, spoilt))


def test_all_entries_at_fault_are_named_at_once(tmp_path: Path, entry: dict) -> None:
    nameless = {key: value for key, value in entry.items() if key != "event_type"}
    with pytest.raises(EventTypesInvalid, match=r"abduction: label.*#2: event_type.*#3: entry"):
        load_types(write(tmp_path, {**entry, "label": ""}, nameless, "bombing"))


def test_a_type_that_stands_twice_is_an_error(tmp_path: Path, entry: dict) -> None:
    with pytest.raises(EventTypesInvalid, match=r"abduction: stands twice"):
        load_types(write(tmp_path, entry, entry))


def test_a_broader_type_must_say_less(tmp_path: Path, entry: dict) -> None:
    alone = {**entry, "also_called": []}
    other = {**alone, "event_type": "kidnapping", "broader": ["abduction"]}
    with pytest.raises(EventTypesInvalid, match=r"kidnapping: broader type 'abduction' is not less specific"):
        load_types(write(tmp_path, alone, other))


@pytest.mark.parametrize("content", ["event_types: 3", "- a list", "{unclosed"], ids=["number", "list", "not YAML"])
def test_a_file_of_another_shape_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "kinds.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EventTypesInvalid, match=r"kinds\.yaml"):
        load_types(path)


def test_the_page_of_the_docs_is_made_from_the_file(types: event_types.EventTypes) -> None:
    assert PAGE.read_text(encoding="utf-8") == render(types), "run: python -m sitrep.ontology.event_types_page"
