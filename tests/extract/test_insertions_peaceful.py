"""The same as test_insertions.py for arrests, protests, talks and other deeds without blood: who, where, when stay.

Each plain sentence has its record written down, so that one that is misread by itself fails as well.
"""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.ontology import Ontology
from tests.extract.reading import mentions_of

_SUNDAY = dt.date(2024, 5, 5)
#: What is told, the type, who acts and on whom, where.
_PLAIN: dict[str, tuple[str, str, str]] = {
    "police{who} arrested 12 activists in Goma": ("arrest", "police activists", "Goma"),
    "police{who} seized 300 kilos of cocaine in Goma": ("seizure", "police", "Goma"),
    "the army{who} pulled out of Goma": ("withdraw", "army", "Goma"),
    "the rebels{who} declared a ceasefire in Goma": ("ceasefire", "rebels", "Goma"),
    "the governor{who} imposed a curfew in Goma": ("border_closure", "governor", "Goma"),
    "the rebels{who} released 12 soldiers in Goma": ("release", "rebels soldiers", "Goma"),
    "Mali{who} expelled the French ambassador": ("diplomatic_downgrade", "mali", ""),
    "the rebels{who} captured the town of Sake": ("territorial_change", "rebels", "Sake"),
    "hundreds of farmers took to the streets of Goma{where}": ("protest", "farmers", "Goma"),
    "the town of Sake fell to the rebels": ("territorial_change", "rebels", "Sake"),
    "prosecutors{who} charged three officers with murder in Goma": ("judicial", "prosecutors officers", "Goma"),
    "the foreign ministers of Rwanda and Congo held talks in Luanda{where}": ("meet", "rwanda congo", "Luanda"),
}
_INSERTED = {
    "head": "Police said |Aid workers say |Residents who fled said |In a surprise move, |Under pressure from donors, ",
    "who": ", backed by a militia,|, long accused of abuses,|, as expected,| on the orders of the president|"
    ", for their part,",
    "where": ", the capital of the province,|, in the east of the country,|, a stronghold of the opposition,",
    "tail": (
        ", police said|, he added|, calling it a step towards peace|, a move welcomed by residents|"
        " following an attack on a convoy in Bukavu on Friday| over the killing of a priest last month"
    ),
}


def _is_read(told: str, ontology: Ontology, **inserted: str) -> bool:
    kind, who, where = _PLAIN[told]
    sentence = f"{{head}}{told} on Sunday{{tail}}.".format(**(dict.fromkeys(_INSERTED, "") | inserted))
    text = sentence.replace(",,", ",").replace(",.", ".")
    return any(
        m.event_type == kind
        and {*who.split()} <= {actor.name.lower() for actor in m.actors}
        and (not where or (m.place is not None and m.place.text == where))
        and m.occurrence.date_from == _SUNDAY
        for m in mentions_of(text[0].upper() + text[1:], ontology)
    )


@pytest.mark.parametrize("told", _PLAIN)
def test_a_plain_deed(told: str, ontology: Ontology) -> None:
    assert _is_read(told, ontology)


@pytest.mark.parametrize(
    ("spot", "inserted"), [(spot, each) for spot, listed in _INSERTED.items() for each in listed.split("|")]
)
def test_an_insertion_changes_no_peaceful_deed(spot: str, inserted: str, ontology: Ontology) -> None:
    held = [told for told in _PLAIN if spot in ("head", "tail") or f"{{{spot}}}" in told]
    assert [told for told in held if not _is_read(told, ontology, **{spot: inserted})] == []
