"""People with a name of their own: an actor each, in every form of the name; and which words in capitals are no names.

What belongs here: the actors of those done to. What does not: roles (test_who_forms.py), whom a list holds (ontology).
"""

from __future__ import annotations

import pytest

from sitrep.extract import extract
from sitrep.ontology import Ontology
from tests.extract.conftest import DAY, document


def targets_of(text: str, ontology: Ontology) -> set[tuple[str, str]]:
    """Name and kind of the actors that somebody did something to."""
    found = extract(document(text), ontology, DAY)
    struck = {actor.actor_id for m in found.mentions for actor in m.actors if actor.role == "target"}
    return {(actor.name, actor.kind) for actor in found.actors if actor.actor_id in struck}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param("Gunmen killed the liberal senator Luis Ossorio in Cali on Monday.", {("Luis Ossorio", "person")},
                     id="a name behind an office"),
        pytest.param("A journalist, Maria Ossa, was shot dead in Cali on Monday.", {("Maria Ossa", "person")},
                     id="a name beside a trade"),
        pytest.param("Gunmen killed Luis Carlos Ossa in Cali on Monday. Ossa was shot near his home.",
                     {("Luis Carlos Ossa", "person")}, id="a surname alone"),
        pytest.param("Gunmen shot dead Colonel Pedro Quintana in Cali on Monday.", {("Pedro Quintana", "military")},
                     id="an officer stays of the army"),
        pytest.param("Gunmen killed two peasants and a senator in Cali on Monday.",
                     {("peasants", "civilians"), ("senators", "government")}, id="nobody with a name"),
        pytest.param("GUNMEN TODAY MURDERED SENATOR LUIS CARLOS OSSA IN CALI. POLICE SAID OSSA WAS SHOT TWICE.",
                     {("LUIS CARLOS OSSA", "person")}, id="capitals alone"),
        pytest.param("A BOMB EXPLODED IN CALI TODAY. GLASS SHARDS WOUNDED THREE PEASANTS.",
                     {("peasants", "civilians")}, id="shards are nobody"),
    ],
)  # fmt: skip
def test_who_has_a_name_is_an_actor_of_their_own(text: str, whom: set[tuple[str, str]], ontology: Ontology) -> None:
    assert targets_of(text, ontology) == whom


def test_a_named_person_keeps_what_else_they_are_called(ontology: Ontology) -> None:
    found = extract(document("Gunmen killed Senator Luis Ossorio in Cali on Monday."), ontology, DAY)
    named = next(actor for actor in found.actors if actor.actor_id == "person.luis-ossorio")
    assert (named.name, named.kind) == ("Luis Ossorio", "person")
    assert "senators" in named.aliases


def test_what_somebody_in_office_does_the_office_does(ontology: Ontology) -> None:
    found = extract(document("Foreign Minister Ali Yusuf condemned the attack in Kabul on Monday."), ontology, DAY)
    assert "government.ministers" in {actor.actor_id for actor in found.actors}


@pytest.mark.parametrize("thing", ["LEAFLETS", "SHRAPNEL", "BROAD ACCESS", "COWARDLY ATTITUDE"])
def test_a_word_in_capitals_is_no_name_by_its_looks(thing: str, ontology: Ontology) -> None:
    found = extract(
        document(f"{thing} WOUNDED A JUDGE IN CALI TODAY. GUNMEN KILLED A PRIEST IN BOGOTA."), ontology, DAY
    )
    assert not [actor for actor in found.actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param("Rebels burned four houses in Cali on Monday.", ("civilians.houses", "civilian houses", None),
                     id="things are their owners'"),
        pytest.param("Gunmen attacked an outpost in Cali on Monday.",
                     ("unidentified.outposts", "military outposts", None), id="whose an outpost is"),
        pytest.param("Gunmen kidnapped two Colombian singers in Caracas on Monday.",
                     ("civilians.singers-co", "Colombian singers", "CO"), id="people with their nationality"),
    ],
)  # fmt: skip
def test_the_unnamed_have_a_name_that_says_who_they_are(
    text: str, whom: tuple[str, str, str | None], ontology: Ontology
) -> None:
    found = extract(document(text), ontology, DAY)
    struck = {actor.actor_id for m in found.mentions for actor in m.actors if actor.role == "target"}
    assert [(a.actor_id, a.name, a.country) for a in found.actors if a.actor_id in struck] == [whom]
