"""Talk and diplomacy: passives of headlines, refusals, what is done about a deed, who does something beside."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of, shown


def _types(text: str, ontology: Ontology) -> set[tuple[str, str]]:
    return {(each.event_type, each.modality) for each in mentions_of(text, ontology)}


@pytest.mark.parametrize(
    ("headline", "event_type"),
    [
        pytest.param("Rebel truce offer rejected by Manila", "reject", id="an offer"),
        pytest.param("Ceasefire agreed in Libya", "ceasefire", id="a truce"),
        pytest.param("Sanctions on Burundi lifted", "release", id="what is lifted"),
        pytest.param("Ambassador recalled from Khartoum", "diplomatic_downgrade", id="an envoy"),
        pytest.param("Killings condemned by bishops", "condemn", id="a deed"),
    ],
)
def test_what_a_headline_says_was_done(headline: str, event_type: str, ontology: Ontology) -> None:
    assert (event_type, "asserted") in _types(f"{headline}\n\nThe town was calm on Monday.", ontology)


def test_hostages_handed_over_hand_nobody_over(ontology: Ontology) -> None:
    told = mentions_of("Hostages handed over in Gao\n\nThe town was calm on Monday.", ontology)
    assert [roles_of(each).get("target") for each in told] == [["Hostages"]]


@pytest.mark.parametrize("headline", ["Prices increased in market", "Peace accord day for Tolo"])
def test_what_no_headline_says(headline: str, ontology: Ontology) -> None:
    assert _types(f"{headline}\n\nThe town was calm on Monday.", ontology) == set()


@pytest.mark.parametrize(
    ("sentence", "event_type", "modality"),
    [
        pytest.param(
            "The rebels said on Monday they could not accept the offer.", "reject", "asserted", id="could not"
        ),
        pytest.param("The rebels could not meet the envoy on Monday.", "meet", "denied", id="could not meet"),
    ],
)
def test_what_is_refused(sentence: str, event_type: str, modality: str, ontology: Ontology) -> None:
    assert (event_type, modality) in {(each.event_type, each.modality) for each in shown(sentence, ontology)}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        pytest.param("The state will investigate the killings of nine miners in Oting.", "asserted", id="will probe"),
        pytest.param("We will mention the killings of nine miners in Oting.", "asserted", id="will mention"),
        pytest.param("The trial will examine the killing of two men in Oting.", "asserted", id="will examine"),
        pytest.param("Unions called a strike to protest the killings of miners in Oting.", "asserted", id="against"),
        pytest.param("The army would investigate any killings of miners in Oting.", "hypothetical", id="any"),
        pytest.param("The group will carry out killings of miners in Oting.", "planned", id="will carry out"),
    ],
)
def test_what_is_looked_into_has_happened(sentence: str, modality: str, ontology: Ontology) -> None:
    killings = [each for each in shown(sentence, ontology) if each.event_type == "armed_attack"]
    assert {each.modality for each in killings} == {modality}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("The bloc met on Monday, with Russia warning of a war.", True, id="with who warns"),
        pytest.param("The bloc met on Monday, with storm warning signs on the coast.", False, id="with a warning"),
    ],
)
def test_who_does_something_beside(sentence: str, found: bool, ontology: Ontology) -> None:
    assert any(each.event_type == "threaten" for each in shown(sentence, ontology)) is found


@pytest.mark.parametrize(
    ("sentence", "event_type", "modality"),
    [
        pytest.param("Peru said it would expel an envoy of Chile.", "diplomatic_downgrade", "asserted", id="says so"),
        pytest.param("Peru may expel two envoys of Chile.", "threaten", "hypothetical", id="may"),
        pytest.param("Peru will not extend the truce, its leader said.", "reject", "asserted", id="no longer truce"),
        pytest.param("Peru summoned the envoys of Chile and Brazil.", "condemn", "asserted", id="envoys of two states"),
    ],
)
def test_what_is_done_by_saying_so(sentence: str, event_type: str, modality: str, ontology: Ontology) -> None:
    assert (event_type, modality) in {(each.event_type, each.modality) for each in shown(sentence, ontology)}


def test_warring_sides_are_no_verb(ontology: Ontology) -> None:
    assert ("release", "asserted") in _types("Warring sides in Tolo swap prisoners\n\nThe town was calm.", ontology)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        pytest.param("The envoy made efforts to negotiate the release of the nuns.", "planned", id="efforts to"),
        pytest.param("Elders managed to negotiate the release of the nuns.", "asserted", id="managed to"),
        pytest.param("The president secured the release of the nuns.", "asserted", id="secured"),
        pytest.param("Judges will consider whether to release the nuns.", "planned", id="whether to"),
    ],
)
def test_what_is_still_to_be_won(sentence: str, modality: str, ontology: Ontology) -> None:
    assert [each.modality for each in shown(sentence, ontology) if each.event_type == "release"] == [modality]


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        pytest.param("Rebels in Tolo free hostages", True, id="where they are"),
        pytest.param("Rebels free abducted nun", True, id="whom they took"),
        pytest.param("Rebels free after trial", False, id="nobody"),
        pytest.param("Nine rebels in Tolo free", False, id="they are free"),
    ],
)
def test_who_frees_in_a_headline(headline: str, found: bool, ontology: Ontology) -> None:
    assert (("release", "asserted") in _types(f"{headline}\n\nThe town was calm.", ontology)) is found


@pytest.mark.parametrize(
    ("sentence", "event_type", "modality"),
    [
        pytest.param("Calls for air strikes on the camp grew on Monday.", "air_strike", "planned", id="calls for"),
        pytest.param("Hopes for a truce in Tolo rose on Monday.", "ceasefire", "planned", id="hopes for"),
        pytest.param(
            "The calls after the air strikes on the camp came on Monday.", "air_strike", "asserted", id="after"
        ),
    ],
)
def test_what_is_only_called_or_hoped_for(sentence: str, event_type: str, modality: str, ontology: Ontology) -> None:
    assert (event_type, modality) in {(each.event_type, each.modality) for each in shown(sentence, ontology)}


@pytest.mark.parametrize(
    ("headline", "event_type"),
    [
        pytest.param("Opposition calls for strike over killings", "protest", id="calls for a strike"),
        pytest.param("Envoy calls for release of nuns", "appeal", id="calls for a release"),
        pytest.param("Arab states welcome Yemen truce", "support", id="states welcome"),
    ],
)
def test_who_calls_in_a_headline(headline: str, event_type: str, ontology: Ontology) -> None:
    assert event_type in {kind for kind, _ in _types(f"{headline}\n\nThe town was calm.", ontology)}


def test_what_commandos_end_there_was(ontology: Ontology) -> None:
    told = _types("Commandos end bus hijacking in Gao\n\nThe town was calm.", ontology)
    assert told == {("abduction", "asserted")}


def test_calls_of_nobody_are_a_noun(ontology: Ontology) -> None:
    assert _types("Distress calls for help ignored\n\nThe town was calm.", ontology) == set()


@pytest.mark.parametrize(
    ("sentence", "event_type", "modality", "day"),
    [
        pytest.param("Kenya called on Wednesday for talks in Gao.", "appeal", "asserted", 8, id="time in the verb"),
        pytest.param(
            "Farmers had gathered in Gao on Wednesday to protest against it.",
            "protest",
            "asserted",
            8,
            id="came for it",
        ),
        pytest.param(
            "The mayor on Wednesday ordered a manhunt in Gao.", "security_operation", "asserted", 8, id="order"
        ),
        pytest.param("The mayor on Wednesday ordered a raid in Gao.", "armed_attack", "planned", 8, id="an attack"),
        pytest.param("The army plans to raid Gao on Wednesday.", "security_operation", "planned", 15, id="yet to come"),
    ],
)
def test_what_is_called_for_and_when(
    sentence: str, event_type: str, modality: str, day: int, ontology: Ontology
) -> None:
    told = {(each.event_type, each.modality): each.occurrence.date_from for each in mentions_of(sentence, ontology)}
    assert told[event_type, modality].day == day
