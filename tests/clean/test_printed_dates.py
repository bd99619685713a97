"""Dates as pages print them: every form of printed_dates.yaml, and where none is to be believed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitrep.clean import clean, load_rules
from sitrep.records import Delivery

RULES = load_rules()
AS_OF = dt.date(2026, 11, 20)
BODY = (
    "Gunmen killed four people in an attack on a village near the border late in the evening, police said, adding that "
    "a search was under way for the attackers.\n\nResidents told reporters that the men came on motorcycles and fired "
    "at whoever they met before they fled into the bush with cattle and food."
)
FORMS = yaml.load(Path(__file__).with_name("printed_dates.yaml").read_text("utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("form", FORMS, ids=[form["text"].replace("{}", "…")[:90] for form in FORMS])
def test_printed_date(form: dict[str, Any]) -> None:
    delivery = Delivery("s", "a.txt", form["text"].replace("{}", BODY).encode(), "text/plain")
    (document,) = clean(delivery, "d", AS_OF, RULES)
    found = document.published
    known = "day" if found.precision == "second" else found.precision
    wanted = (form["day"], form.get("precision", "day" if form["day"] else "unknown"))
    assert (found.on, known) == wanted, found.evidence
