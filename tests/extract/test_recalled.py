"""What stands behind an older attack that is recalled in the midst of news: mostly the news goes on."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import Shown, shown

BOMB = "A bomb killed 11 people at a market in Konduga on Wednesday, police said."
HOTEL = "Gunmen stormed a hotel in Goma on Wednesday, killing six guests."
RAID = "Rebels attacked a village near Beni on Tuesday, killing nine people."
STRIKE = "An air strike hit a school in Taiz on Monday, killing seven children."
POST = "A suicide bomber struck a police post in Mosul on Tuesday, killing five officers."
GOES_BACK = {
    "its hour": f"{BOMB} In February, gunmen shot dead four people in the town. The blast took place at 10am.",
    "its claim": f"{BOMB} In February, gunmen shot dead four people in Goma.\n\nNo group has claimed the attack.",
    "a day of the year": f"{HOTEL} On 3 January a car bomb killed 20 people in the city. The shooting lasted an hour.",
    "its wounded": f"{HOTEL} Last year a bomb killed 20 people in the city.\n\nAt least nine people were wounded.",
    "opens with this year": f"{BOMB} Earlier this year nine people died in a raid. The blast shook houses.",
    "its bomber": f"{POST} Two months ago, 18 recruits died in a bombing there. The bomber died too.",
    "attackers shot": f"{HOTEL} On 3 January a bomb killed 20 people there. Guards shot two of the attackers dead.",
    "what was burned": f"{RAID} In December, the rebels killed 22 people in Oicha. Houses were burned in the raid.",
    "by its word": f"{RAID} In December, rebels killed 22 people in Oicha. Residents said the killings went on.",
    "a few more": f"{STRIKE} In March last year a strike on a bus killed 40. Medics said the raid wounded 12 more.",
    "of the week": f"{BOMB} On Sunday, gunmen killed nine people in Gwoza. The blast was heard across the town.",
    "days earlier": f"{POST} Three days earlier, a bomb killed nine people in Kirkuk.\n\nNo group claimed the attack.",
    "a second in a week": f"{RAID} It was the second in a week: on Saturday, four people were killed in Oicha.\n\n"
    "The rebels burned houses in the attack.",
    "had killed": f"{HOTEL} Gunmen had killed four people in Bukavu on Saturday.\n\nThe attack began at 7am.",
}
GOES_ON = {
    "more dead than the news": f"{HOTEL} In 2012, men attacked a university there. The siege went on; 70 died.",
    "that attack": f"{HOTEL} In 2012 militants attacked a university in the city. That attack left six dead.",
    "the dead of it": f"{HOTEL} In May 2012 militants killed 70 people in Bukavu. The 70 were killed in their sleep.",
    "that of the week": f"{HOTEL} On Sunday, gunmen killed four people in Bukavu. That attack lasted an hour.",
    "a time of its own": f"{BOMB} Last year a bomb killed 30 people in Maiduguri. In that year, a bomb wounded 12.",
}


def _attacks(text: str, ontology: Ontology) -> list[Shown]:
    told = shown(text, ontology)
    return [m for m in told if m.event_type.endswith(("bombing", "attack", "strike", "civilians", "clash"))]


@pytest.mark.parametrize("text", GOES_BACK.values(), ids=GOES_BACK)
def test_the_news_goes_on_behind_what_was_recalled(text: str, ontology: Ontology) -> None:
    told = _attacks(text, ontology)
    news, recalled = told[0].happening, told[1].happening
    assert news != recalled
    assert len(told) > 2
    assert {m.happening for m in told[2:]} == {news}


@pytest.mark.parametrize("text", GOES_ON.values(), ids=GOES_ON)
def test_what_is_recalled_has_more_than_a_sentence_where_words_say_so(text: str, ontology: Ontology) -> None:
    told = _attacks(text, ontology)
    assert len(told) > 2
    assert told[0].happening not in {m.happening for m in told[1:]}


def test_a_retrospective_recalls_nothing(ontology: Ontology) -> None:
    told = _attacks("In May 2012 militants killed 70 people in Bukavu. The attack began at dawn.", ontology)
    assert len({m.happening for m in told}) == 1


@pytest.mark.parametrize(
    ("text", "known_before"),
    [
        pytest.param("Gao has been tense since the murder of the mayor.", True, id="since the murder of"),
        pytest.param("Gao has been tense since a raid on the port left 40 people dead.", True, id="since it left"),
        pytest.param("Schools have been shut since rebels killed 12 pupils in Gao.", True, id="since they killed"),
        pytest.param("Police searched Gao after Monday's raid on the port.", False, id="after"),
        pytest.param("Police have searched Gao since Monday's raid on the port.", False, id="since that of a day"),
        pytest.param(f"{BOMB} Schools have been shut since the bombing.", False, id="since that of the text"),
    ],
)
def test_since_when_something_has_gone_on_is_no_news(text: str, known_before: bool, ontology: Ontology) -> None:
    assert any(m.is_background for m in shown(text, ontology)) == known_before
