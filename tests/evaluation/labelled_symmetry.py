"""What must not depend on who is who: swaps the sides of a labelled text, or renames a group, and compares the answers.

What belongs here: the substitutions, and the comparison of two extractions. What does not: the labels, the scores.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitrep.records import CleanDocument, Extraction, Mention
from tests.evaluation.labelled_set import Text, document_of, read_all

#: Armed groups of one kind, any of which could stand for any other in a sentence.
GROUPS = (
    "Boko Haram", "al-Shabaab", "Al-Shabaab", "AL-SHABAAB", "TTP", "BLA", "BLF", "ELN", "PKK", "M23", "ADF", "ISWAP",
    "JNIM", "Abu Sayyaf", "Hezbollah", "Hamas", "TPLF", "MRTA", "LTTE", "Shining Path", "Taliban", "NPA", "OLA",
)  # fmt: skip

Engine = Callable[[CleanDocument], Extraction]


@dataclass(frozen=True)
class Variant:
    """A text with names put in place of others; what an engine says of it must follow the names alone."""

    text: Text
    names: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.text.text_id}[{','.join(f'{a}>{b}' for a, b in self.names.items())}]".replace(" ", "_")

    def put(self, words: str) -> str:
        """These words with the names exchanged, all at once."""
        longest_first = sorted(self.names, key=len, reverse=True)
        pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
        return re.sub(pattern, lambda match: self.names[match.group()], words)


def variants(text: Text) -> Iterator[Variant]:
    """The swap that the label gives, and for each armed group in the text two others in its place."""
    if text.swap:
        yield Variant(text, text.swap)
    for place, group in enumerate(GROUPS):
        if re.search(rf"(?<!\w){re.escape(group)}(?!\w)", text.whole):
            others = [g for g in GROUPS[place + 1 :] + GROUPS[:place] if g.lower() not in text.whole.lower()]
            for other in others[:2]:
                yield Variant(text, {group: other.upper() if _is_upper_case(text.whole) else other})


def _is_upper_case(words: str) -> bool:
    return sum(c.isupper() for c in words) > sum(c.islower() for c in words)


def difference(variant: Variant, engine: Engine) -> str | None:
    """What an engine says otherwise of the variant than of the text; None if nothing but the names."""
    before = engine(document_of(variant.text.whole, variant.text.published, variant.text.title))
    title = variant.put(variant.text.title) if variant.text.title else None
    after = engine(document_of(variant.put(variant.text.whole), variant.text.published, title))
    first = [_said(m, variant.put) for m in _in_order(before)]
    second = [_said(m, str) for m in _in_order(after)]
    if first == second:
        return None
    gone, new = Counter(first) - Counter(second), Counter(second) - Counter(first)
    return f"only before: {sorted(gone)}; only after: {sorted(new)}"


def share_even_handed(engine: Engine) -> tuple[dict[str, float], list[str]]:
    """The share of swaps and of renamings under which an engine says the same, and where it does not."""
    same: dict[str, list[bool]] = {"swapped sides": [], "renamed groups": []}
    differences = []
    for variant in (v for text in read_all() for v in variants(text)):
        found = difference(variant, engine)
        same["swapped sides" if variant.names is variant.text.swap else "renamed groups"].append(found is None)
        if found:
            differences.append(f"{variant}: {found}")
    return {name: sum(held) / len(held) for name, held in same.items()}, differences


def _in_order(extraction: Extraction) -> list[Mention]:
    return sorted(extraction.mentions, key=lambda m: (m.trigger_start, m.event_type))


def _said(mention: Mention, put: Callable[[str], str]) -> str:
    """A mention's kind, status, roles and tolls, with the names put as in the variant."""
    roles = sorted(f"{a.role}={put(a.name)}({a.certainty})" for a in mention.actors)
    tolls = sorted(f"{c.outcome} {c.victim_group} {c.low}..{c.high}" for c in mention.casualties)
    flags = f"{mention.modality}{' background' * mention.is_background}{' aggregate' * mention.is_aggregate}"
    return f"{mention.event_type} '{put(mention.trigger)}' {flags} {roles} {tolls}"


if __name__ == "__main__":
    from tests.evaluation.labelled_score import default_engine

    shares, lines = share_even_handed(default_engine())
    print("\n".join([*lines, str(shares)]))
