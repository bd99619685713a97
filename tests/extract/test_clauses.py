"""Who does what to whom: the clauses of whole sentences in every voice that news is written in."""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import Read, clauses_of


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        pytest.param(
            "Gunmen killed six soldiers in Quetta.",
            [Read("main", "kill", "gunmen", ("six soldiers",), {"in": "quetta"})],
            id="active",
        ),
        pytest.param(
            "Six soldiers were killed by gunmen in Quetta on Monday.",
            [Read("main", "kill (passive)", "six soldiers", by={"by": "gunmen", "in": "quetta"})],
            id="passive",
        ),
        pytest.param(
            'The minister told reporters: "Six soldiers were killed."',
            [
                Read("main", "tell", "the minister", ("reporters",)),
                Read("complement", "kill (passive)", "six soldiers", marker="that"),
            ],
            id="said behind a colon",
        ),
        pytest.param(
            "An attack on a market by gunmen killed nine people.",
            [Read("main", "kill", "an attack", ("nine people",), {"on": "a market", "by": "gunmen"})],
            id="a deed as subject",
        ),
        pytest.param(
            "The party, whose leader, Omar Diaz, was shot last year, condemned the raid.",
            [
                Read("main", "condemn", "the party", ("the raid",)),
                Read("relative", "shoot (passive)", "leader"),
            ],
            id="whose leader, by name",
        ),
        pytest.param(
            "Six soldiers were killed when a bomb exploded near the town.",
            [
                Read("main", "kill (passive)", "six soldiers"),
                Read("subordinate", "explode", "a bomb", by={"near": "the town"}, marker="when"),
            ],
            id="when",
        ),
        pytest.param(
            "Villagers fled after the army shelled the town.",
            [
                Read("main", "flee", "villagers"),
                Read("subordinate", "shell", "the army", ("the town",), marker="after"),
            ],
            id="after with a clause",
        ),
        pytest.param(
            "The army denied having struck the hospital.",
            [Read("main", "deny", "the army"), Read("participle", "strike", "the army", ("the hospital",))],
            id="having done",
        ),
        pytest.param(
            "Rebels raided a post, the army said, killing two men, and burned it.",
            [
                Read("main", "raid", "rebels", ("a post",)),
                Read("main", "say", "the army"),
                Read("participle", "kill", "rebels", ("two men",)),
                Read("main", "burn", "rebels", ("it",)),
            ],
            id="what a remark breaks off goes on",
        ),
        pytest.param(
            "Rebels raided a post, said the army, calling it cowardly, and vowed revenge.",
            [
                Read("main", "raid", "rebels", ("a post",)),
                Read("main", "say", "the army"),
                Read("participle", "call", "the army", ("it",)),
                Read("main", "vow", "the army", ("revenge",)),
            ],
            id="what a speaker goes on to say",
        ),
        pytest.param(
            "Villagers fled after the attack on the town.",
            [Read("main", "flee", "villagers", by={"after": "the attack", "on": "the town"})],
            id="after with a noun",
        ),
        pytest.param(
            "The rebels, who had attacked the village, burned twelve houses.",
            [
                Read("main", "burn", "the rebels", ("twelve houses",)),
                Read("relative", "attack", "the rebels", ("the village",)),
            ],
            id="a relative clause inside",
        ),
        pytest.param(
            "The bus that was carrying pilgrims was hit by a rocket.",
            [
                Read("main", "hit (passive)", "the bus", by={"by": "a rocket"}),
                Read("relative", "carry", "the bus", ("pilgrims",)),
            ],
            id="a relative clause without commas",
        ),
        pytest.param(
            "A bomb planted by the rebels killed a farmer.",
            [
                Read("main", "kill", "a bomb", ("a farmer",)),
                Read("participle", "plant (passive)", "a bomb", by={"by": "the rebels"}),
            ],
            id="a participle on the subject",
        ),
        pytest.param(
            "A drone launched from Idlib hit a base in Hama.",
            [
                Read("main", "hit", "a drone", ("a base",), by={"in": "hama"}),
                Read("participle", "launch (passive)", "a drone", by={"from": "idlib"}),
            ],
            id="what is launched launches nothing",
        ),
        pytest.param(
            "Guerrillas fired from the hills as the convoy passed.",
            [
                Read("main", "fire", "guerrillas", by={"from": "the hills"}),
                Read("subordinate", "pass", "the convoy", marker="as"),
            ],
            id="who fires is no projectile",
        ),
        pytest.param(
            "The army, backed by militias, recaptured the town.",
            [
                Read("main", "recapture", "the army", ("the town",)),
                Read("participle", "back (passive)", "the army", by={"by": "militias"}),
            ],
            id="a participle between commas",
        ),
        pytest.param(
            "The man accused of the murder was arrested on Friday.",
            [
                Read("main", "arrest (passive)", "the man"),
                Read("participle", "accuse (passive)", "the man", by={"of": "the murder"}),
            ],
            id="a participle that ends in -ed like the past",
        ),
        pytest.param(
            "Militants attacked a checkpoint, killing four policemen and wounding two others.",
            [
                Read("main", "attack", "militants", ("a checkpoint",)),
                Read("participle", "kill", "militants", ("four policemen",)),
                Read("participle", "wound", "militants", ("two others",)),
            ],
            id="what the deed did, behind a comma",
        ),
        pytest.param(
            "The army shelled the town and burned the market.",
            [Read("main", "shell", "the army", ("the town",)), Read("main", "burn", "the army", ("the market",))],
            id="two verbs of one subject",
        ),
        pytest.param(
            "The army shelled the town and rebels burned the market.",
            [Read("main", "shell", "the army", ("the town",)), Read("main", "burn", "rebels", ("the market",))],
            id="two sentences joined",
        ),
        pytest.param(
            "Gunmen killed four soldiers, two policemen and a driver.",
            [Read("main", "kill", "gunmen", ("four soldiers + two policemen + a driver",))],
            id="a list",
        ),
        pytest.param(
            "Police said that gunmen had abducted a teacher.",
            [Read("main", "say", "police"), Read("complement", "abduct", "gunmen", ("a teacher",), marker="that")],
            id="said that",
        ),
        pytest.param(
            "Police said gunmen abducted a teacher.",
            [Read("main", "say", "police"), Read("complement", "abduct", "gunmen", ("a teacher",))],
            id="said without that",
        ),
        pytest.param(
            "The town was attacked, the mayor said.",
            [Read("main", "attack (passive)", "the town"), Read("main", "say", "the mayor")],
            id="said behind",
        ),
        pytest.param(
            "The group denied that it had attacked the convoy.",
            [Read("main", "deny", "the group"), Read("complement", "attack", "it", ("the convoy",), marker="that")],
            id="denied that",
        ),
        pytest.param(
            "The group has threatened to attack the capital.",
            [Read("main", "threaten", "the group"), Read("infinitive", "attack", "the group", ("the capital",))],
            id="threatened to",
        ),
        pytest.param(
            "The rebels entered the camp while the guards were asleep, killed six men and fled.",
            [
                Read("main", "enter", "the rebels", ("the camp",)),
                Read("subordinate", "be", "the guards", ("asleep",), marker="while"),
                Read("main", "kill", "the rebels", ("six men",)),
                Read("main", "flee", "the rebels"),
            ],
            id="goes on behind a scene",
        ),
        pytest.param(
            "They died when the rebels entered the camp, killed six men and fled.",
            [
                Read("main", "die", "they"),
                Read("subordinate", "enter", "the rebels", ("the camp",), marker="when"),
                Read("subordinate", "kill", "the rebels", ("six men",), marker="when"),
                Read("subordinate", "flee", "the rebels", marker="when"),
            ],
            id="goes on in a deed",
        ),
        pytest.param(
            "Two men were dragged off a bus and beaten.",
            [Read("main", "drag (passive)", "two men", ("a bus",)), Read("main", "beat (passive)", "two men")],
            id="done to them one after the other",
        ),
        pytest.param(
            "Police began beating miners.",
            [Read("main", "begin", "police"), Read("participle", "beat", "police", ("miners",))],
            id="began to do it",
        ),
        pytest.param(
            "The raiders burned all the huts.",
            [Read("main", "burn", "the raiders", ("all the huts",))],
            id="all of them",
        ),
        pytest.param(
            "Rebels claimed to have captured the base.",
            [Read("main", "claim", "rebels"), Read("infinitive", "capture", "rebels", ("the base",))],
            id="claimed to have",
        ),
    ],
)
def test_clauses(sentence: str, clauses: list[Read], ontology: Ontology) -> None:
    assert clauses_of(sentence, ontology) == clauses


@pytest.mark.parametrize(
    ("headline", "clauses"),
    [
        pytest.param(
            "Bomb kills 10 in Kabul", [Read("main", "kill", "bomb", ("10",), {"in": "kabul"})], id="a verb in -s"
        ),
        pytest.param(
            "Gunmen kill six soldiers in Mali ambush",
            [Read("main", "kill", "gunmen", ("six soldiers",), {"in": "mali ambush"})],
            id="a verb without an ending",
        ),
        pytest.param("Six killed in Mogadishu blast", [], id="no verb at all"),
        pytest.param(
            "Gunmen raid villages, abduct scores",
            [Read("main", "raid", "gunmen", ("villages",)), Read("main", "abduct", "gunmen", ("scores",))],
            id="verbs in a list",
        ),
        pytest.param(
            "Toll in Izyum missile strike rises to five",
            [Read("main", "rise", "toll", by={"in": "izyum missile strike", "to": "five"})],
            id="a toll that rises",
        ),
        pytest.param(
            "Gunmen storm Bolivian school",
            [Read("main", "storm", "gunmen", ("bolivian school",))],
            id="one thing that several attack",
        ),
        pytest.param(
            "Suspected rebels ambush army convoy in Tarma",
            [Read("main", "ambush", "suspected rebels", ("army convoy",), {"in": "tarma"})],
            id="who acts may look like a verb",
        ),
        pytest.param(
            "Rocket targets Tarma airport, reports say",
            [Read("main", "target", "rocket", ("tarma airport",)), Read("main", "say", "reports")],
            id="who says so stands behind",
        ),
        pytest.param(
            "Rebels storm military base",
            [Read("main", "storm", "rebels", ("military base",))],
            id="a base that several attack",
        ),
        pytest.param(
            "Police strike leader arrested",
            [Read("main", "arrest", "police strike leader")],
            id="an event before a noun",
        ),
    ],
)
def test_headlines(headline: str, clauses: list[Read], ontology: Ontology) -> None:
    assert clauses_of(headline, ontology, headline=True) == clauses
