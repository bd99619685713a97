"""The cascade as a whole: the steps in their order. First form: trigger words by sentence."""

from __future__ import annotations

import datetime as dt
import re

from sitrep.ontology import Ontology
from sitrep.records import CleanDocument, Extraction, Mention, Occurrence

ENGINE = "cascade"
ENGINE_VERSION = "0.1.0"

SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"'”’)]*(?=\s|$)|(?=\n|$))")


def extract(document: CleanDocument, ontology: Ontology, as_of: dt.date) -> Extraction:
    """All events that a document tells, with who, where, when and how many, each at its characters."""
    mentions: list[Mention] = []
    text = document.clean_text
    words = sorted(ontology.patterns.words, key=len, reverse=True)
    triggers = re.compile(r"\b(?:" + "|".join(words) + r")\b", re.I)
    on = document.published.on
    when = Occurrence(None, on, on, "day", "document") if on else Occurrence()
    for sentence in SENTENCE.finditer(text):
        for hit in triggers.finditer(text, sentence.start(), sentence.end()):
            kind = ontology.patterns.words[hit.group().lower()]
            mentions.append(
                Mention(
                    event_type=kind,
                    trigger=hit.group(),
                    trigger_start=hit.start(),
                    trigger_end=hit.end(),
                    sentence=sentence.group(),
                    char_start=sentence.start(),
                    char_end=sentence.end(),
                    rule_id="first.words",
                    occurrence=when,
                    happening=len(mentions),
                )
            )
            break
    return Extraction(document.document_id, ENGINE, ENGINE_VERSION, tuple(mentions))
