"""Why documents of MUC-4 are taken for relevant or not, by cause, as far as the warehouse shows it.

What belongs here: the causes and the questions that tell them. What does not: running and scoring (corpora.py).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

#: Types that MUC-4 asks for; clashes between armies and guerrillas are none.
ASKED = frozenset(
    """suicide_bombing air_strike shelling armed_attack assassination sabotage violence_against_civilians abduction
    bombing arson robbery""".split()
)
_MENTIONS = """
    select split_part(document.url, ':', 2), mention.event_type, mention.modality, mention.is_background,
           mention.is_aggregate, mention.incident_id is not null, bool_or(actor.kind in ('military', 'police'))
    from core.mention
    join core.document using (document_id)
    join core.event_type using (event_type)
    left join core.mention_actor on mention_actor.mention_id = mention.mention_id and role in ('target', 'party')
    left join core.actor using (actor_id)
    where event_class = 'violent'
    group by mention.mention_id, 1, 2, 3, 4, 5, 6
"""
Row = tuple[str, str, str, bool, bool, bool, bool | None]


def causes(warehouse: Path, gold: Iterable[Mapping[str, Any]]) -> Mapping[str, int]:
    """How many documents are wrongly relevant or missed, by cause; nothing where the gold has no incidents."""
    found: dict[str, list[Row]] = defaultdict(list)
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        for row in connection.execute(_MENTIONS).fetchall():
            found[row[0]].append(row)
    counted: Counter[str] = Counter()
    for line in gold:
        if "incidents" not in line:
            return {}
        rows = found[line["doc_id"]]
        answers = [row for row in rows if row[5] and row[1] in ASKED]
        if answers and not line["incidents"]:
            counted[f"false alarm: {_why_told(answers)}"] += 1
        elif not answers and any(not incident["optional"] for incident in line["incidents"]):
            counted[f"missed: {_why_missed(rows)}"] += 1
    return dict(counted.most_common())


def _why_told(answers: Sequence[Row]) -> str:
    if all(row[3] for row in answers):
        return "only of earlier times"
    if all(row[6] for row in answers):
        return "against soldiers or police, which the key leaves out"
    if len(answers) == 1:
        return "a single mention"
    return "several mentions"


def _why_missed(rows: Sequence[Row]) -> str:
    if not rows:
        return "no word of violence was read"
    if any(row[5] for row in rows):
        return "told as a clash only"
    if all(row[4] for row in rows):
        return "taken for a sum or a kind of thing"
    if any(row[2] in ("asserted", "claimed") and not row[4] for row in rows):
        return "told, but fitting several incidents"
    return "held for planned, denied, threatened or supposed"
