"""What stands between the parts of a sentence changes nothing of what it tells: who, to whom, where, when, how many.

Each plain sentence is read with each insertion at the spot that it belongs to; the record must stay that of the plain
one. Papers put such things anywhere, so that a hole in the grammar shows here before it shows in a paper.
"""

from __future__ import annotations

from typing import Any

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of

_PLAIN = {
    "killed": "{head}gunmen{who} killed 12 villagers{whom} in Goma{where} on Sunday{tail}.",
    "attacked": "{head}suspected rebels{who} attacked a police station in Goma{where} on Sunday{tail}.",
    "abducted": "{head}armed men{who} abducted six teachers{whom} in Goma{where} on Sunday{tail}.",
    "were killed": "{head}12 villagers{whom} were killed in Goma{where} on Sunday by gunmen{tail}.",
    "in an attack": "{head}12 villagers{whom} have been killed in an attack by gunmen in Goma{where} on Sunday{tail}.",
    "opened fire": "{head}gunmen{who} opened fire on a bus in Goma on Sunday, killing 12 passengers{whom}{tail}.",
    "blew up": "{head}a suicide bomber blew himself up in Goma on Sunday, killing 12 soldiers{whom}{tail}.",
    "when": "{head}12 people{whom} were killed when gunmen attacked a church in Goma{where} on Sunday{tail}.",
    "jets": "{head}warplanes bombed a hospital in Goma on Sunday, killing 12 patients{whom}{tail}.",
    "clashes": "{head}clashes between soldiers and rebels in Goma{where} killed 12 people{whom} on Sunday{tail}.",
    "strike on": "{head}a drone strike on a market in Goma{where} on Sunday killed 12 civilians{whom}{tail}.",
    "left dead": "{head}a raid by gunmen on a village near Goma{where} on Sunday left 12 people dead{tail}.",
    "roadside": "{head}a roadside bomb hit an army convoy in Goma{where} on Sunday, wounding 12 soldiers{whom}{tail}.",
    "shot dead": "{head}rebels in the north{who} shot dead 12 soldiers{whom} near Goma{where} on Sunday{tail}.",
    "shelling": "{head}shelling of Goma{where} killed 12 civilians{whom} on Sunday{tail}.",
    "arrested": "{head}police{who} arrested 12 protesters in Goma{where} on Sunday{tail}.",
    "died": "{head}12 people{whom} died when a bomb exploded in Goma{where} on Sunday{tail}.",
}
_INSERTED = {
    "head": (
        "Opening fire at random, |Just after dawn, |Soon after midday prayers, |Armed with machetes, |As night fell, |"
        "Firing in the air, |With elections a week away, |Amid rising tension, |In the latest violence, |Police said |"
        "Officials in Kinshasa say |A spokesman for the army, Colonel John Banda, said |Residents who fled said |"
        "The army said in a statement on Monday that |It was not clear why |In a separate incident, |"
        "Hours after the president's visit, |Aid workers say "
    ),
    "who": (
        " riding on motorcycles| armed with machetes| who had come from neighbouring Rwanda|, many of them teenagers,|"
        " dressed in uniform|, witnesses said,| from a rival clan|, some of them in uniform,| on horseback|"
        " opposed to the truce| who are demanding a share of the oil"
    ),
    "whom": (
        ", most of them women,|, including three children,|, among them a priest,|, one of them pregnant,|"
        ", two of them seriously ill,|"
        " from the same family| returning from their farms| who were on their way to market| sleeping in their homes|"
        ", according to a local official,|, the youngest aged six,| (seven men and five women)"
    ),
    "where": (
        ", in the east of the country,|, the capital of North Kivu,|, which lies near the border,|, a stronghold,|"
        ", some 20 miles north of Bukavu,| district|, home to a large camp,"
    ),
    "tail": (
        ", police said|, raising fears of further violence|, the second such attack in a week|, local media reported|"
        " despite a heavy security presence|, days after a ceasefire was signed|, forcing hundreds to flee|"
        " in broad daylight|, as the country prepares for elections|, the governor, Jean Bosco, told reporters"
    ),
}
#: Those of whom somebody says what they are doing, and then what they did.
_DOERS = (
    "gunmen speaking a foreign tongue|gunmen in army uniform|gunmen dressed in uniform|gunmen who had come from Rwanda|"
    "gunmen on motorbikes and in trucks|gunmen carrying axes"
)
_OF_DOERS = frozenset(
    {"Opening fire at random, ", "Firing in the air, ", "Armed with machetes, "}
)  # of a subject that acts
_WITHOUT = frozenset(
    {"were killed", "in an attack", "when", "clashes", "died", "strike on", "left dead", "roadside", "shelling"}
)  # another subject
_CASES = [(spot, inserted) for spot, listed in _INSERTED.items() for inserted in listed.split("|")]


def _told(sentence: str, ontology: Ontology, **inserted: str) -> list[tuple[Any, ...]]:
    text = sentence.format(**(dict.fromkeys(_INSERTED, "") | inserted)).replace(",,", ",").replace(",.", ".")
    return [
        (
            (m.event_type, m.modality, m.place.text if m.place is not None else None),
            (m.occurrence.date_from, m.occurrence.date_to),
            frozenset((a.role, a.name.lower()) for a in m.actors if a.role in ("perpetrator", "target")),
            frozenset((c.outcome, c.victim_group, c.low, c.high) for c in m.casualties),
        )
        for m in mentions_of(text[0].upper() + text[1:], ontology)
    ]


def _keeps(told: tuple[Any, ...], plain: tuple[Any, ...]) -> bool:
    """Whether a record has all that the plain one has; an insertion may add to who, whom and how many."""
    return told[:2] == plain[:2] and told[2] >= plain[2] and told[3] >= plain[3]


@pytest.mark.parametrize(("spot", "inserted"), _CASES, ids=[inserted.strip(" ,") for _, inserted in _CASES])
def test_an_insertion_changes_nothing(spot: str, inserted: str, ontology: Ontology) -> None:
    lost = []
    for name, sentence in _PLAIN.items():
        (plain,) = _told(sentence, ontology)
        if f"{{{spot}}}" in sentence and not (inserted in _OF_DOERS and name in _WITHOUT):
            told = _told(sentence, ontology, **{spot: inserted})
            lost += [] if any(_keeps(each, plain) for each in told) else [(name, plain, told)]
    assert not lost


@pytest.mark.parametrize("who", _DOERS.split("|"))
def test_who_is_said_to_have_done_it(who: str, ontology: Ontology) -> None:
    (told,) = _told(f"Police said {who} killed 12 villagers in Goma on Sunday.", ontology)
    assert {name.split()[0] for role, name in told[2] if role == "perpetrator"} == {"gunmen"}
    assert ("killed", "civilian", 12, 12) in told[3]


def test_who_is_said_to_be_accused_is_whom_it_befell(ontology: Ontology) -> None:
    told = mentions_of("Police said a man accused of killing a judge was shot dead in Goma on Monday.", ontology)
    assert [(m.event_type, [a.name for a in m.actors if a.role == "target"]) for m in told] == [
        ("assassination", ["judge"]),
        ("armed_attack", ["man"]),
    ]
