"""How an attack ends: those who made it are killed in turn, and stay who began it."""

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import shown

_MARKET = "Gunmen stormed a market in Yala on Monday and killed nine people. "


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param(
            "Taliban fighters killed nine people in an attack on a hotel in Kabul on Monday, before being shot dead "
            "by security forces.",
            {"party": ["security forces", "Taliban fighters"]},
            id="those who killed, by the same words",
        ),
        pytest.param(
            f"{_MARKET}All four gunmen were shot dead.", {"perpetrator": ["gunmen"]}, id="of people without a trade"
        ),
        pytest.param(
            f"{_MARKET}Police later killed both gunmen.", {"party": ["Police", "gunmen"]}, id="by forces, both of them"
        ),
        pytest.param(
            "Robbers raided a mill in Yala on Monday and killed a guard. One of the robbers was killed by vigilantes.",
            {"party": ["vigilantes", "robbers"]},
            id="by vigilantes, who attacked nobody",
        ),
    ],
)
def test_who_is_killed_at_the_end_of_an_attack_is_who_made_it(
    text: str, roles: dict[str, list[str]], ontology: Ontology
) -> None:
    told = shown(text, ontology)
    assert {mention.happening for mention in told} == {0}
    assert told[-1].who == roles


@pytest.mark.parametrize(
    "told",
    [
        "On Friday the army killed six gunmen near Mbala.",  # no article: others
        "The army then bombed their camps and killed six men.",
    ],
)
def test_a_blow_at_others_or_at_what_is_theirs_is_no_end(told: str, ontology: Ontology) -> None:
    mentions = shown(_MARKET + told, ontology)
    assert mentions[-1].happening != mentions[0].happening


def test_a_struck_group_with_a_name_is_not_who_struck_it(ontology: Ontology) -> None:
    text = "A bomber killed six people at a ministry in Kabul on Monday. The attack killed two Taliban commanders."
    assert "Taliban commanders" not in [name for m in shown(text, ontology) for name in m.who.get("perpetrator", [])]
