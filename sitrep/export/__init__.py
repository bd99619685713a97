"""Incidents as files that other tools read: ACLED, UCDP GED, PLOVER, GeoJSON, Parquet, CSV.

What belongs here: choosing rows and writing files. What does not: the mappings (sql/marts/export_*.sql).
"""

from sitrep.export.choose import EXPORTS, Export, Filters, UnknownCode, choose
from sitrep.export.write import FORMS, write

__all__ = ["EXPORTS", "FORMS", "Export", "Filters", "UnknownCode", "choose", "write"]
