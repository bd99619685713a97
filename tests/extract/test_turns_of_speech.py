"""One fact in the turns of speech of many papers: who died, who did it, who claims it, who nobody says did it.

What belongs here: sentences that say the same in other words. What does not: forms of one word (test_toll_forms.py),
and denials (test_denials_and_claims.py).
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import Shown, mentions_of, shown

DEAD = """
Nine farmers met their deaths at the hands of gunmen in Beni on Monday.
Nine farmers perished in Beni on Monday at the hands of gunmen.
Nine farmers died at the hands of gunmen in Beni on Monday.
Nine farmers were killed at the hands of gunmen in Beni on Monday.
Nine farmers fell to the bullets of gunmen in Beni on Monday.
Nine farmers fell victim to gunmen in Beni on Monday.
Nine farmers paid with their lives when gunmen raided Beni on Monday.
Nine farmers breathed their last when gunmen raided Beni on Monday.
Nine farmers did not survive Monday's raid by gunmen on Beni.
The lives of nine farmers were lost on Monday when gunmen raided Beni.
The death of nine farmers at the hands of gunmen in Beni on Monday has shaken the town.
Fire from gunmen killed nine farmers in Beni on Monday.
Gunmen raided Beni on Monday. Nine farmers lay dead in the streets.
Gunmen raided Beni on Monday. Nine farmers are no longer alive.
Gunmen raided Beni on Monday. The dead: nine. The wounded: seven.
Gunmen raided Beni on Monday. The dead number nine.
Gunmen raided Beni on Monday. The dead numbered nine and the wounded seven.
Gunmen raided Beni on Monday. The dead were put at nine.
Gunmen raided Beni on Monday. The governor put the dead at nine and the wounded at seven.
Gunmen raided Beni on Monday. The governor gave the number of dead as nine.
Gunmen raided Beni on Monday. Nine is the number of the dead.
Gunmen raided Beni on Monday. Deaths came to nine.
Gunmen made nine farmers get off a bus in Beni on Monday and shot them dead.
Gunmen took nine farmers off a bus in Beni on Monday and killed them.
Gunmen led nine farmers out of a church in Beni on Monday before killing them.
"""

HURT = """
Gunmen raided Beni on Monday. Seven people escaped with wounds.
Gunmen raided Beni on Monday. Seven people were left with wounds.
Gunmen raided Beni on Monday. Seven people are in hospital with wounds.
Gunmen raided Beni on Monday. Seven people came away with injuries.
Gunmen raided Beni on Monday. Doctors are treating seven people.
Gunmen raided Beni on Monday. Ambulances took seven people to hospital.
Gunmen raided Beni on Monday. The wounded numbered seven.
Gunmen raided Beni on Monday. Seven people received injuries.
Gunmen raided Beni on Monday. Seven people remain in hospital.
"""

TAKEN = """
Gunmen bundled six teachers into a car near Beni on Monday.
Gunmen drove off with six teachers near Beni on Monday.
Six teachers fell into the hands of gunmen near Beni on Monday.
Six teachers were whisked away at gunpoint by gunmen near Beni on Monday.
"""

FOUGHT = """
The army locked horns with the ADF near Beni on Monday; six people died.
The ADF took on the army near Beni on Monday; six people died.
In fighting on Monday near Beni that set the army against the ADF, six people died.
"""

BLAMED = """
It was the work of the ADF, the army says.
It bore the marks of the ADF, the army said.
The hand of the ADF is seen in it.
The army sees the ADF behind it.
The ADF did it, the army says.
The army pinned it on the ADF.
The army lays it at the door of the ADF.
The army attributes the deed to the ADF.
Nobody claimed it, but officials suspect the ADF.
Suspicion rests on the ADF.
Suspicion falls on the ADF.
The finger of blame points to the ADF.
Blame was laid on the ADF.
Those responsible were the ADF, the army said.
"""

CLAIMED = """
It was one of its men, the ADF says.
The bomber was one of theirs, the ADF said.
The attackers were its men, the ADF said.
"We did it," a spokesman for the ADF said.
The ADF owned up to it.
The ADF has owned responsibility.
The ADF shouldered responsibility for the attack.
The ADF has put its name to the bombing.
The ADF lays claim to the bombing.
The ADF declared itself responsible for the bombing.
The ADF called the bombing its own.
The ADF has made the bombing its own.
The ADF hailed the bombing as the work of its men.
The ADF acknowledged being behind the bombing.
The ADF said the bombing was in revenge for the death of its commander.
The ADF described the bombing as revenge for the death of its commander.
The attack was ours, the ADF said.
"The bombing was our work," the ADF said.
A channel linked to the ADF claimed the bombing.
A Telegram channel close to the ADF claimed responsibility for the bombing.
A video released by the ADF's news agency claimed responsibility for the bombing.
The ADF claimed the bombing, and later the governor said that he did not doubt it.
A claim came from the ADF.
A claim of responsibility came from the ADF.
"""

UNCLAIMED = """
There has been no claim from the ADF.
No claim has come from the ADF.
The ADF denied being behind it.
Nobody has put their name to the bombing.
Whether the ADF was behind it is not known.
The generals say that his men did it.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def told(text: str, ontology: Ontology) -> list[Shown]:
    return [mention for mention in shown(text, ontology) if not mention.is_background]


def after_a_bombing(sentence: str, ontology: Ontology) -> list[Shown]:
    text = f"A bombing at a market in Beni killed nine people on Monday. {sentence} The wounded were taken to hospital."
    return told(text, ontology)


def who(mentions: list[Shown], role: str) -> set[str]:
    return {name for mention in mentions for name in mention.who.get(role, ())}


@pytest.mark.parametrize("text", lines(DEAD))
def test_how_many_died_and_who_killed_them(text: str, ontology: Ontology) -> None:
    mentions = told(text, ontology)
    killed = {toll for mention in mentions for toll in mention.tolls if toll.startswith("killed")}
    assert killed in ({"killed 9 civilian"}, {"killed 9 total"})
    assert {name.lower() for name in who(mentions, "perpetrator")} == {"gunmen"}
    assert len({mention.happening for mention in mentions}) == 1


@pytest.mark.parametrize("text", lines(HURT))
def test_how_many_were_hurt(text: str, ontology: Ontology) -> None:
    mentions = told(text, ontology)
    assert {toll for mention in mentions for toll in mention.tolls} <= {"injured 7 civilian", "injured 7 total"}
    assert any(mention.tolls for mention in mentions)
    assert {mention.happening for mention in mentions} == {0}


@pytest.mark.parametrize("text", lines(TAKEN))
def test_whom_gunmen_took(text: str, ontology: Ontology) -> None:
    (mention,) = told(text, ontology)
    assert (mention.event_type, mention.tolls) == ("abduction", ["abducted 6 civilian"])
    assert [name.lower() for name in mention.who["perpetrator"]] == ["gunmen"]


@pytest.mark.parametrize("text", lines(FOUGHT))
def test_who_fought(text: str, ontology: Ontology) -> None:
    mentions = told(text, ontology)
    assert {mention.event_type for mention in mentions} == {"armed_clash"}
    assert who(mentions, "party") == {"army", "ADF"}


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Gunmen had come on motorbikes.", "Gunmen"),
        ("The gunmen came on motorbikes.", "gunmen"),
        ("The attackers were ADF fighters.", "ADF fighters"),
        ("It was ADF fighters who did it.", "ADF fighters"),
        ("It is to the ADF that the massacre is imputed.", "ADF"),
        ("By its own account the ADF did it.", "ADF"),
        ("For the army, this is the ADF's doing.", "ADF"),
        ("ADF rebels, the army says, were responsible.", "ADF rebels"),
        ("The army named the ADF as the culprit.", "ADF"),
        ("The army identified the attackers as ADF rebels.", "ADF rebels"),
    ],
)
def test_who_came_a_sentence_later(sentence: str, doer: str, ontology: Ontology) -> None:
    mentions = told(f"A church in Beni was attacked on Monday. {sentence} The mayor called it a dark day.", ontology)
    assert doer.lower() in {n.lower() for n in who([m for m in mentions if m.event_type != "accuse"], "perpetrator")}


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Gunmen killed nine farmers in Beni on Monday. They were ADF rebels, the army said.",
            {"Gunmen", "ADF rebels"},
        ),
        ("A gunman shot dead a judge in Beni on Monday. He was a member of the ADF.", {"gunman", "ADF"}),
        ("Gunmen killed nine men in Beni on Monday. They were ADF rebels, the army said.", {"Gunmen"}),
        ("Gunmen shot dead a man in Beni on Monday. He was a member of the ADF.", {"Gunmen"}),
        ("Police killed six militants in Beni on Monday. They were ADF rebels, police said.", {"Police"}),
    ],
)
def test_who_they_were_that_did_it(text: str, doers: set[str], ontology: Ontology) -> None:
    assert {name.removeprefix("member of the ") for name in who(told(text, ontology), "perpetrator")} == doers


def test_whoever_avenges_its_own_by_a_deed_claims_it(ontology: Ontology) -> None:
    text = "A bomb killed six guards in Beni on Monday. The ADF said it had avenged its chief with the bombing."
    assert who(told(text, ontology), "claimant") == {"ADF"}


@pytest.mark.parametrize("sentence", ["Nine people were fatally shot.", "Nine people received fatal wounds."])
def test_who_was_fatally_hurt(sentence: str, ontology: Ontology) -> None:
    mentions = told(f"A church in Beni was attacked on Monday. {sentence}", ontology)
    assert {toll.rsplit(" ", 1)[0] for mention in mentions for toll in mention.tolls} == {"killed 9"}


@pytest.mark.parametrize("says", ["Nobody disputes that", "The army does not deny that", "There is no doubt that"])
def test_what_nobody_denies_happened(says: str, ontology: Ontology) -> None:
    mentions = told(f"{says} gunmen killed nine farmers in Beni on Monday.", ontology)
    (mention,) = (m for m in mentions if m.event_type == "armed_attack")
    assert (mention.modality, mention.tolls) == ("asserted", ["killed 9 civilian"])


def test_a_town_that_is_struck_from_abroad_is_where_it_was(ontology: Ontology) -> None:
    (mention,) = told("Russian shells fell on Kherson on Monday, and six people died.", ontology)
    assert mention.where == "Kherson"


@pytest.mark.parametrize("sentence", lines(BLAMED))
def test_who_is_said_to_have_done_it(sentence: str, ontology: Ontology) -> None:
    mentions = told(f"Nine farmers were killed in Beni on Monday. {sentence}", ontology)
    assert "ADF" in who([m for m in mentions if m.event_type == "armed_attack"], "perpetrator")
    assert not who(mentions, "claimant")


def test_at_whose_door_a_deed_is_laid(ontology: Ontology) -> None:
    mentions = told("The army laid Monday's massacre in Beni at the door of the ADF.", ontology)
    assert who(mentions, "perpetrator") == {"ADF"}


@pytest.mark.parametrize("sentence", lines(CLAIMED))
def test_who_claims_it(sentence: str, ontology: Ontology) -> None:
    mentions = after_a_bombing(sentence, ontology)
    assert {name.split()[-1] for name in who(mentions, "claimant")} == {"ADF"}  # or "a spokesman for the ADF"


@pytest.mark.parametrize(
    "sentence",
    [
        "It was claimed by the ADF and, separately, by the Islamic State.",
        "The bombing was claimed both by the ADF and by the Islamic State.",
        "The ADF claimed responsibility, as did the Islamic State.",
        "The ADF claimed responsibility, but so did the Islamic State.",
        "The ADF claimed the bombing, and later the Islamic State said it was behind it.",
    ],
)
def test_who_of_several_claims_it(sentence: str, ontology: Ontology) -> None:
    told = [mention.who for mention in after_a_bombing(sentence, ontology)]
    for role in ("claimant", "perpetrator"):
        assert {name for who in told for name in who.get(role, ())} == {"ADF", "Islamic State"}


@pytest.mark.parametrize("sentence", lines(UNCLAIMED))
def test_who_does_not(sentence: str, ontology: Ontology) -> None:
    assert not who(after_a_bombing(sentence, ontology), "claimant")


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Gunmen stopped 12 farmers near Beni on Monday and killed three of them.", {"killed 3 civilian"}),
        ("Gunmen stopped three lorries near Beni on Monday and burned them.", set()),
        ("Gunmen killed nine people in Beni on Monday before one of them took his own life.", {"killed 9 total"}),
        ("The gunman then took his life.", set()),
        ("The government did not survive a vote on Monday.", set()),
        ("Gunmen raided Beni on Monday. Nine farmers survived.", set()),
    ],
)
def test_who_did_not_die(text: str, tolls: set[str], ontology: Ontology) -> None:
    assert {toll for mention in told(text, ontology) for toll in mention.tolls} == tolls


@pytest.mark.parametrize(
    ("who", "speaker"),
    [
        ("The police commissioner confirmed the attack.", "police commissioner"),
        ("Musa Bello, a resident, spoke to reporters.", "Musa Bello"),
    ],
)
def test_he_who_speaks_is_who_was_heard_not_who_was_killed(who: str, speaker: str, ontology: Ontology) -> None:
    told = (
        f"Gunmen killed nine people in Gusau, among them a lame man. {who} He said two others were shot dead in Maru."
    )
    assert [m.attributed_to for m in mentions_of(told, ontology) if m.trigger == "shot dead"] == [speaker]


@pytest.mark.parametrize(
    ("when", "is_background"), [("By noon, the", False), ("By nightfall the", False), ("The", True)]
)
def test_what_had_come_about_by_then_is_news(when: str, is_background: bool, ontology: Ontology) -> None:
    told = mentions_of(f"Rebels ambushed soldiers in Gao on Tuesday. {when} army had launched an airstrike.", ontology)
    assert [m.is_background for m in told if m.event_type == "air_strike"] == [is_background]


@pytest.mark.parametrize(
    "what", ["Six sticks of dynamite", "A stick of dynamite", "Two kilos of dynamite", "Three pounds of explosives"]
)
def test_explosives_by_measure_explode(what: str, ontology: Ontology) -> None:
    found = [(m.event_type, m.actors[0].name) for m in mentions_of(f"{what} exploded at a bank in Cali.", ontology)]
    assert found == [("bombing", "bank")]
