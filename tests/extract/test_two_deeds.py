"""One sentence or one text that tells two deeds: to each its own place, day, people and toll.

What belongs here: short texts with two happenings, and what keeps them apart or gives a figure to the right one. What
does not: leads that sum up (test_overviews.py), joining reports (tests/resolve).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from sitrep.records import HAPPENED, Mention
from tests.extract.reading import mentions_of

_BOMB = "A car bomb exploded outside a police station in Goma on Thursday, killing eight policemen."

TEXTS = {
    "what an attack followed is neither it nor one thing": (
        "Gunmen shot dead nine guests of a hotel in Goma. The assault followed the bombing of a bar in Goma and"
        " the murder of a judge in Goma.",
        ["Goma: ", "Goma: killed 1", "Goma: killed 9"],
    ),
    "the blast is that of the bomb": (
        f"{_BOMB} Elsewhere, gunmen killed two aid workers in Bukavu. Thirteen people were wounded in the blast.",
        ["Bukavu: killed 2", "Goma: killed 8, injured 13"],
    ),
    "a separate attack the same day": (
        "Gunmen killed five farmers near Goma on Wednesday. In a separate attack the same day, four traders were shot"
        " dead on the road to Bukavu.",
        ["Bukavu: killed 4", "Goma: killed 5"],
    ),
    "earlier in the week": (
        "Gunmen shot dead six farmers in Bukavu on Thursday, in apparent revenge for the killing of four herders in"
        " Goma earlier in the week.",
        ["Bukavu: killed 6", "Goma: killed 4"],
    ),
    "while elsewhere": (
        "Two policemen were killed in Bukavu on Sunday, while in Goma three rebels died in a shoot-out with troops.",
        ["Bukavu: killed 2", "Goma: killed 3"],
    ),
    "while elsewhere, killed and wounded": (
        "Five soldiers were killed and seven wounded in Goma, while in Bukavu two civilians were killed and nine"
        " wounded.",
        ["Bukavu: killed 2, injured 9", "Goma: killed 5, injured 7"],
    ),
    "in an attack on one town, and in one on another": (
        "Eighteen people were killed in a raid on Goma on Wednesday, officials said, and another 12 in an attack on"
        " Bukavu.",
        ["Bukavu: killed 12", "Goma: killed 18"],
    ),
    "in an attack on one town and, without a comma, in one on another": (
        "Eighteen people were killed in a raid on Goma on Wednesday and 12 in an attack on Bukavu.",
        ["Bukavu: killed 12", "Goma: killed 18"],
    ),
    "arrested on suspicion of a killing": (
        "Police arrested three men on suspicion of killing a judge in Goma.",
        ["Goma: ", "Goma: killed 1"],
    ),
    "arrested for allegedly killing": (
        "Three men were arrested in Bukavu for allegedly killing a judge in Goma.",
        ["Bukavu: ", "Goma: killed 1"],
    ),
    "planned, and carried out": (
        "Police in Bukavu arrested a man accused of planning an attack on a bus in Goma that killed 14 people.",
        ["Bukavu: ", "Goma: killed 14"],
    ),
    "comrades": (
        "A soldier shot dead four comrades at a base in Goma on Thursday before being arrested in Bukavu.",
        ["Bukavu: ", "Goma: killed 4"],
    ),
    "by its day, past another": (
        "Gunmen killed eight people in an attack on a bar in Goma on Thursday. Five people were killed in Bukavu"
        " earlier this week when a car bomb went off. Thursday's attack also left 14 people wounded.",
        ["Bukavu: killed 5", "Goma: killed 8, injured 14"],
    ),
    "by its day, past what was hours earlier": (
        "Eight people were killed in clashes in Goma on Thursday. Hours earlier, five people were killed by gunmen in"
        " Bukavu. Thursday's fighting also left 14 people wounded.",
        ["Bukavu: killed 5", "Goma: killed 8, injured 14"],
    ),
    "hours after": (
        "A grenade attack on a bar in Goma wounded 10 people, hours after a soldier was shot dead in a nearby street.",
        ["Goma: injured 10", "Goma: killed 1"],
    ),
    "died hours after": (
        "Two people died in Goma, hours after gunmen shot four villagers in the city.",
        ["city: killed 2"],
    ),
    "killing so many here and so many there": (
        "Gunmen attacked villages on Wednesday, killing nine people in Goma and 12 in Bukavu.",
        ["Bukavu: killed 12", "Goma: killed 9"],
    ),
    "the one before": (
        "The governor of Kivu was shot dead on Wednesday. His predecessor was killed in Goma in 2021 by a bomb.",
        ["Goma: killed 1", "Kivu: killed 1"],
    ),
}


def _told(mentions: tuple[Mention, ...]) -> list[str]:
    """The happenings of a text by their place, with the greatest number that is told of each harm."""
    happenings: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.modality in HAPPENED and not mention.is_aggregate:
            happenings.setdefault(mention.happening, []).append(mention)
    shown = []
    for members in happenings.values():
        place = next((m.place.text for m in members if m.place is not None), None)
        tolls = {outcome: [c.low for m in members for c in m.casualties if c.outcome == outcome] for outcome in _HARMS}
        shown.append(f"{place}: " + ", ".join(f"{name} {max(lows)}" for name, lows in tolls.items() if lows))
    return sorted(shown)


_HARMS = ("killed", "injured", "abducted")


@pytest.mark.parametrize(("text", "told"), TEXTS.values(), ids=TEXTS)
def test_two_deeds_are_told_apart(text: str, told: list[str], ontology: Ontology) -> None:
    assert _told(mentions_of(text, ontology)) == told


def test_a_day_before_another_deed_is_the_day_after_it(ontology: Ontology) -> None:
    text = "Two soldiers died in an ambush in Bukavu on Saturday, a day before soldiers killed nine rebels in Goma."
    assert [str(m.occurrence.date_from) for m in mentions_of(text, ontology)] == ["2024-05-04", "2024-05-05"]


@pytest.mark.parametrize("when", ["later in the day", "earlier in the day", "later that day"])
def test_later_in_the_day_is_the_day_of_what_was_told(when: str, ontology: Ontology) -> None:
    text = f"A bomb killed two people in Goma on Sunday. A grenade killed three in Bukavu {when}."
    assert {str(m.occurrence.date_from) for m in mentions_of(text, ontology)} == {"2024-05-05"}


def test_who_was_killed_along_with_others_is_counted_past_a_bomb_and_a_day(ontology: Ontology) -> None:
    text = "A police chief was killed by a bomb near Goma on Thursday along with two guards."
    (mention,) = mentions_of(text, ontology)
    assert [(c.outcome, c.low) for c in mention.casualties] == [("killed", 3)]


def test_those_who_are_arrested_are_suspected_of_it(ontology: Ontology) -> None:
    mentions = mentions_of("Police arrested three men on suspicion of planting a bomb in Goma.", ontology)
    (bombing,) = (m for m in mentions if m.event_type == "bombing")
    assert [a.name for a in bombing.actors if a.role == "perpetrator"] == ["men"]
