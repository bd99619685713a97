"""Headlines: what papers leave out of them and set before them, crossed with places and doers.

Each frame is a manner of telling a deed in few words; it must be read whoever did it and wherever it was, whatever
label stands before it.
"""

from __future__ import annotations

import pytest

from sitrep.ontology import Ontology
from sitrep.records import Mention
from tests.extract.reading import mentions_of, roles_of, tolls_of

_BODY = "The governor is due to speak to reporters later in the day."
_SCENES = (
    {"place": "Goma", "who": "gunmen", "whom": "villagers"},
    {"place": "Quetta", "who": "militants", "whom": "policemen"},
    {"place": "Somalia", "who": "al-Shabaab", "whom": "soldiers"},
    {"place": "Manbij", "who": "IS fighters", "whom": "students"},
)
_MANNERS = {
    "plain": "{}",
    "breaking": "BREAKING: {}",
    "just in": "JUST IN | {}",
    "agency": "UPDATE 2-{}",
    "urgent": "URGENT-{}",
    "bracketed": "[BREAKING] {}",
}
#: The frame, the type, the killed, whether it says who did it.
_TOLD = {
    "{Who} gun down 12 {whom} in {place}": ("armed_attack", 12, True),
    "{Who} storm village near {place}, kill 12": ("armed_attack", 12, True),
    "{Who} ambush convoy near {place}, kill 12": ("armed_attack", 12, True),
    "12 {whom} killed by {who} in {place}": ("armed_attack", 12, True),
    "12 {whom} among dead in {place} attack": ("armed_attack", 12, False),
    "Police: 12 shot dead in {place}": ("armed_attack", 12, False),
    "{place} hotel siege ends with 12 dead": ("armed_attack", 12, False),
    "Siege at {place} hotel over, 12 killed": ("armed_attack", 12, False),
    "{place} attack that killed 12 blamed on rebels": ("armed_attack", 12, True),
    "{place} attack that killed 12 claimed by rebels": ("armed_attack", 12, True),
    "{place} market blast: Death toll rises to 12": ("bombing", 12, False),
    "Army, rebels clash in {place}; 12 dead": ("armed_clash", 12, False),
    "Mayor, 11 guards killed in {place} ambush": ("armed_attack", 12, False),
}


def _read(title: str, ontology: Ontology) -> list[Mention]:
    return [m for m in mentions_of(_BODY, ontology, title) if m.modality in ("asserted", "claimed")]


def _killed(mention: Mention) -> int:
    """How many died by a mention, the groups of a toll together."""
    dead = [toll for toll in mention.casualties if toll.outcome == "killed"]
    total = [toll.low for toll in dead if toll.victim_group == "total"]
    return max(total, default=sum(toll.low for toll in dead))


def _lost(title: str, scene: dict[str, str], told: tuple[str, int, bool], ontology: Ontology) -> list[str]:
    """What of a headline is not read."""
    kind, killed, has_doer = told
    found = [m for m in _read(title, ontology) if m.event_type == kind]
    if not found:
        return [f"{title}: {kind}"]
    places = {m.place.text for m in found if m.place is not None}
    doers = {a.name for m in found for a in m.actors if a.role == "perpetrator"}
    lost = [f"{title}: {killed}"] if killed not in map(_killed, found) else []
    lost += [f"{title}: place"] if scene["place"] not in places else []
    return lost + ([f"{title}: doers {doers}"] if has_doer != bool(doers) else [])


@pytest.mark.parametrize("manner", _MANNERS, ids=str)
@pytest.mark.parametrize("frame", _TOLD, ids=str)
def test_a_headline_is_read_in_each_manner(frame: str, manner: str, ontology: Ontology) -> None:
    lost = []
    for scene in _SCENES:
        headline = frame.format(**scene, Who=scene["who"][0].upper() + scene["who"][1:])
        lost += _lost(_MANNERS[manner].format(headline), scene, _TOLD[frame], ontology)
    assert not lost


@pytest.mark.parametrize(
    ("title", "kind", "roles"),
    [
        ("Army, rebels clash in Goma", "armed_clash", {"party": ["Army", "rebels"]}),
        ("Al-Shabaab, Somali army clash in Hiran", "armed_clash", {"party": ["Al-Shabaab", "Somali army"]}),
        ("Israel, Hamas trade fire in Gaza", "armed_clash", {"party": ["Israel", "Hamas"]}),
        ("India, China hold border talks in Delhi", "meet", {"perpetrator": ["India", "China"]}),
        ("Russia, Ukraine swap prisoners", "release", {"perpetrator": ["Russia", "Ukraine"], "target": ["prisoners"]}),
        ("Rebels, army blame each other for Goma attack", "accuse", {"perpetrator": ["Rebels", "army"]}),
        ("Opposition leader, aide arrested in Kampala", "arrest", {"target": ["Opposition leader", "aide"]}),
        ("Police arrest suspected rebel leader in Goma", "arrest",
         {"perpetrator": ["Police"], "target": ["suspected rebel leader"]}),
        ("Kenyan police arrest wanted man", "arrest", {"perpetrator": ["Kenyan police"], "target": ["wanted man"]}),
        ("Rebels capture army member in Goma", "abduction", {"perpetrator": ["Rebels"], "target": ["army member"]}),
        ("Priest, two nuns kidnapped in Kaduna", "abduction", {"target": ["Priest", "nuns"]}),
        ("Boko Haram suspects arrested in Kano", "arrest", {"target": ["Boko Haram suspects"]}),
        ("Kenya protests: 12 killed", "protest", {}),
        ("Nigeria clashes leave 12 dead", "armed_clash", {}),
        ("Battle between police and gunmen leaves 12 dead", "armed_clash", {"party": ["police", "gunmen"]}),
        ("Raid on rebels claims at least 12 lives", "armed_attack", {"target": ["rebels"]}),
        ("Deadly blasts rock Kano", "bombing", {"target": ["Kano"]}),
        ("Raiders stab to death two nuns in Kano", "armed_attack", {"perpetrator": ["Raiders"], "target": ["nuns"]}),
        ("Bomb defused near Kano court", "disrupted_weapons_use", {}),
        pytest.param("Bathers mowed down in Mogadishu", "armed_attack", {"target": ["Bathers"]}, id="mowed down"),
        pytest.param("Masses of miners pour into square in Tunis", "protest", {"perpetrator": ["miners"]},
                     id="masses of"),
    ],
)  # fmt: skip
def test_who_a_headline_names(title: str, kind: str, roles: dict[str, list[str]], ontology: Ontology) -> None:
    assert [roles_of(m) for m in _read(title, ontology) if m.event_type == kind] == [roles]


def test_a_headline_says_who_of_the_dead(ontology: Ontology) -> None:
    (told,) = _read("Three children among 12 killed in Goma attack", ontology)
    assert tolls_of(told) == ["killed 12 total", "killed 3 child"]


@pytest.mark.parametrize(
    "title",
    [
        "Al-Shabaab attack victims buried in Goma",
        "US, China trade war talks stall",
        "Two years on, Goma mourns its dead",
    ],
)
def test_what_no_headline_tells(title: str, ontology: Ontology) -> None:
    assert not [m for m in _read(title, ontology) if m.event_type in ("armed_attack", "armed_clash")]


@pytest.mark.parametrize(
    ("title", "modality"),
    [
        ("Rebels vow to bomb Goma airport", "threatened"),
        ("Rebels ready to attack Goma", "planned"),
        ("Goma braces for rebel attack", "planned"),
        ("Army rejects claims it shelled Goma hospital", "denied"),
        ("Rebels call off attack on Goma", "denied"),
        ("Soldiers stage mock attack in Goma", "hypothetical"),
    ],
)
def test_what_a_headline_says_did_not_happen(title: str, modality: str, ontology: Ontology) -> None:
    told = [m for m in mentions_of(_BODY, ontology, title) if ontology.types[m.event_type].event_class == "violent"]
    assert [m.modality for m in told] == [modality]


@pytest.mark.parametrize(
    "title",
    ["Heart attack kills Goma mayor", "Nurses' strike hits Goma hospitals", "Study: Attacks on schools rise in Goma"],
)
def test_what_a_headline_tells_of_no_violence(title: str, ontology: Ontology) -> None:
    told = [m for m in _read(title, ontology) if ontology.types[m.event_type].event_class == "violent"]
    assert [m for m in told if not m.is_aggregate] == []
