"""Who did what to whom where grammar hides it: names with initials, verbs joined below "to", whom an inquiry is into.

What belongs here: a sentence of each form beside its counter-example, with the roles of one mention. What does not:
the forms of claims, hearsay and headlines (test_who_forms.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of, roles_of

Roles = dict[str, list[str]]


def of_trigger(text: str, trigger: str, ontology: Ontology) -> Roles | None:
    """The roles of the mention with a trigger; None where there is none."""
    return next((roles_of(m) for m in mentions_of(text, ontology) if m.trigger == trigger), None)


@pytest.mark.parametrize(
    ("sentence", "trigger", "who"),
    [
        pytest.param("Oleg R. Bortnik, the prosecutor general, urged police to act on Monday.", "urged",
                     {"perpetrator": ["Oleg R. Bortnik"], "target": ["police"]}, id="a name with an initial"),
        pytest.param("A guard shot Omar Diaz 16 times in Cork on Monday.", "shot",
                     {"perpetrator": ["guard"], "target": ["Omar Diaz"]}, id="how often is no part of the name"),
        pytest.param("The town mourned the murder of a priest who was shot dead by two gunmen in Gao on Monday.",
                     "shot dead", {"perpetrator": ["gunmen"], "target": ["priest"]}, id="who was shot is no murder"),
        pytest.param("Six died in a raid that was repelled by soldiers in Gao on Monday.", "raid", {},
                     id="a raid that is repelled is done by nobody who repels it"),
        pytest.param("An officer was charged in the shooting of Omar Diaz in Cork on Monday.", "shooting",
                     {"perpetrator": ["officer"], "target": ["Omar Diaz"]}, id="the shooting of somebody by name"),
        pytest.param("Prosecutors opened an investigation into the retired general Luis Vargas on Monday.", "opened",
                     {"perpetrator": ["Prosecutors"], "target": ["retired general Luis Vargas"]},
                     id="whom an inquiry is into"),
        pytest.param("Prosecutors opened an investigation into the blast on Monday.", "opened",
                     {"perpetrator": ["Prosecutors"]}, id="an inquiry into what happened"),
        pytest.param("The army kept bombarding and starving villagers near Zouar on Monday.", "bombarding",
                     {"perpetrator": ["army"], "target": ["villagers"]}, id="two gerunds with one object"),
    ],
)  # fmt: skip
def test_it_finds_who_and_whom(sentence: str, trigger: str, who: Roles, ontology: Ontology) -> None:
    found = of_trigger(sentence, trigger, ontology)
    assert found is not None
    assert {role: names for role, names in found.items() if names} == who


@pytest.mark.parametrize(
    ("sentence", "trigger", "modality"),
    [
        pytest.param("Hezbollah vowed on Monday to avenge its commander and strike Haifa.", "strike", "threatened",
                     id="a plain verb behind 'and' stands below the same 'to'"),
        pytest.param("Troops were ordered on Monday to seize the town of Sake and kill the rebels.", "kill", "planned",
                     id="what was ordered is not done"),
        pytest.param("Fighters used rockets to hit a base in Gao on Monday and killed six soldiers.", "hit",
                     "asserted", id="a past tense behind it was done"),
    ],
)  # fmt: skip
def test_verbs_joined_below_to_share_its_modality(
    sentence: str, trigger: str, modality: str, ontology: Ontology
) -> None:
    assert [m.modality for m in mentions_of(sentence, ontology) if m.trigger == trigger] == [modality]
