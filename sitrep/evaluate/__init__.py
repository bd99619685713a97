"""Evaluation: how far a warehouse agrees with answers that a person read from the same reports.

What belongs here: reading gold files, matching a warehouse's rows to them, measures, floors and their printing.
What does not: any rule by which the warehouse was made. Only tables of the warehouse contract are read.
"""

from sitrep.evaluate.facts import Facts, read_facts
from sitrep.evaluate.floors import Shortfall, raise_floors, read_floors, shortfalls
from sitrep.evaluate.gold import Gold, MalformedGold, load_gold
from sitrep.evaluate.measures import evaluate
from sitrep.evaluate.printing import as_json, as_table
from sitrep.evaluate.tally import Evaluation, Measure, Miss

__all__ = [
    "Evaluation",
    "Facts",
    "Gold",
    "MalformedGold",
    "Measure",
    "Miss",
    "Shortfall",
    "as_json",
    "as_table",
    "evaluate",
    "load_gold",
    "raise_floors",
    "read_facts",
    "read_floors",
    "shortfalls",
]
