"""What each word is in its sentence, and where phrases begin and end: whole sentences, every unit of them."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import phrases_of, tagged


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        pytest.param(
            "Gunmen killed six soldiers in Quetta.",
            "gunmen/n killed/e six/c soldiers/n in/i quetta/Y ./.",
            id="a plain sentence",
        ),
        pytest.param(
            "No one was hurt, police said.",
            "no_one/f was/x hurt/e ,/, police/n said/p ./.",
            id="two words that are one pronoun",
        ),
        pytest.param(
            "Police said that gunmen had abducted a teacher.",
            "police/n said/p that/C gunmen/n had/h abducted/e a/d teacher/n ./.",
            id="that before a clause",
        ),
        pytest.param(
            "The bus that was carrying pilgrims was hit by a rocket.",
            "the/d bus/n that/r was/x carrying/g pilgrims/n was/x hit/e by/i a/d rocket/n ./.",
            id="that on a noun",
        ),
        pytest.param(
            "The group has threatened to attack the capital.",
            "the/d group/n has/h threatened/e to/t attack/b the/d capital/n ./.",
            id="to before a verb",
        ),
        pytest.param(
            "The council urged the army to free a lawyer.",
            "the/d council/n urged/e the/d army/n to/t free/b a/d lawyer/n ./.",
            id="to before an adjective that is a verb",
        ),
        pytest.param(
            "Banned TTP claimed the raid.", "banned/j ttp/y claimed/e the/d raid/n ./.", id="opens with what a group is"
        ),
        pytest.param(
            "The council is committed to free elections.",
            "the/d council/n is/x committed/e to/i free/j elections/n ./.",
            id="to before an adjective",
        ),
        pytest.param(
            "The army responded to attacks by rebels.",
            "the/d army/n responded/e to/i attacks/n by/i rebels/n ./.",
            id="to before a noun",
        ),
        pytest.param(
            "Soldiers went from house to house.",
            "soldiers/n went/p from/i house/n to/i house/n ./.",
            id="to before the word that stands before it",
        ),
        pytest.param(
            "The raiders began killing people.",
            "the/d raiders/n began/p killing/g people/n ./.",
            id="what somebody begins to do to people",
        ),
        pytest.param(
            "The killing of people began.",
            "the/d killing/n of/i people/n began/p ./.",
            id="a killing that begins",
        ),
        pytest.param(
            "Troops (about 300 men) raided the camp.",
            "troops/n raided/e the/d camp/n ./.",
            id="a remark in brackets is left out",
        ),
        pytest.param(
            'The "operation" killed a Lt. Colonel.',
            "the/d operation/n killed/e a/d lt/n colonel/n ./.",
            id="quotation marks and the dot of an abbreviation are left out",
        ),
        pytest.param(
            "The blast at 8.50am on Monday came after one at 20:15.",
            "the/d blast/n at/i 8.50_am/T on/i monday/T came/p after/s one/c at/i 20_:_15/T ./.",
            id="hours of the clock count nothing",
        ),
        pytest.param(
            "Russia calls on all parties to stop.",
            "russia/y calls/z on/i all/d parties/n to/t stop/b ./.",
            id="calls on is no noun",
        ),
        pytest.param(
            "Mali and Niger both denounced it.",
            "mali/y and/l niger/y both/a denounced/e it/f ./.",
            id="both, behind those who are",
        ),
        pytest.param(
            "Two kings, who met, both denounced the raid.",
            "two/c kings/n ,/, who/r met/e ,/, both/a denounced/e the/d raid/n ./.",
            id="both, behind what is said of them",
        ),
        pytest.param(
            "Police blame rebels for the raid.",
            "police/n blame/b rebels/n for/i the/d raid/n ./.",
            id="people blame",
        ),
        pytest.param(
            "Men of the Kosi People's Rights Forum burned people's homes.",
            "men/n of/i the/d kosi/Y people_'s/j rights/n forum/n burned/e people/n 's/' homes/n ./.",
            id="whose name it is owns nothing",
        ),
    ],
)
def test_units_and_tags(sentence: str, units: str, ontology: Ontology) -> None:
    assert tagged(sentence, ontology) == units


@pytest.mark.parametrize(
    ("headline", "units"),
    [
        pytest.param("Bomb kills 10 in Kabul", "bomb/n kills/z 10/c in/i kabul/y", id="a verb in -s"),
        pytest.param(
            "Gunmen kill six soldiers in Mali ambush",
            "gunmen/n kill/b six/c soldiers/n in/i mali/y ambush/n",
            id="a verb without an ending",
        ),
        pytest.param("Missiles strike power station", "missiles/n strike/b power/n station/n", id="weapons strike"),
        pytest.param("Police fire warning shots", "police/n fire/b warning/n shots/n", id="what is fired"),
        pytest.param(
            "Six killed in Mogadishu blast", "six/c killed/n in/i mogadishu/y blast/n", id="a toll without a verb"
        ),
    ],
)
def test_headlines_have_verbs_where_sentences_have_nouns(headline: str, units: str, ontology: Ontology) -> None:
    assert tagged(headline, ontology, headline=True) == units


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        pytest.param(
            "Six soldiers were killed by gunmen in Quetta on Monday.",
            ["N six soldiers", "V were killed (kill, past, passive)", "N gunmen", "N quetta"],
            id="passive",
        ),
        pytest.param(
            "Soldiers did not fire on the protesters.",
            ["N soldiers", "V did not fire on (fire_on, past, not)", "N the protesters"],
            id="negated, with a particle",
        ),
        pytest.param(
            "The group may have been planning to bomb the embassy.",
            ["N the group", "V may have been planning (plan, past, may)", "V to bomb (bomb, infinitive, future)",
             "N the embassy"],
            id="a modal and an infinitive",
        ),
        pytest.param(
            "The army has been shelling the town.",
            ["N the army", "V has been shelling (shell, perfect)", "N the town"],
            id="perfect",
        ),
        pytest.param(
            "The rebels had withdrawn from the city.",
            ["N the rebels", "V had withdrawn (withdraw, pastperfect)", "N the city"],
            id="before the past",
        ),
        pytest.param(
            "Militants attacked a checkpoint, killing four policemen.",
            ["N militants", "V attacked (attack, participle, past)", "N a checkpoint", "V killing (kill, gerund, past)",
             "N four policemen"],
            id="a gerund",
        ),
        pytest.param(
            "A commander was shot dead by soldiers.",
            ["N a commander", "V was shot dead (shoot_dead, past, passive)", "N soldiers"],
            id="two words that are one verb",
        ),
        pytest.param(
            "At least twenty-five heavily armed men fled.",
            ["N at least twenty-five heavily armed men", "V fled (flee, participle, past)"],
            id="all that stands before a noun",
        ),
    ],
)  # fmt: skip
def test_phrases(sentence: str, phrases: list[str], ontology: Ontology) -> None:
    assert phrases_of(sentence, ontology) == phrases
