"""Clean text that can be trusted: from deliveries to documents whose every removed character is accounted for.

What belongs here: decoding, repairs, boilerplate, title, publication date, language, signatures.
What does not: reading folders and containers (sitrep.sources), and what a text reports (sitrep.extract).
"""

from sitrep.clean.batch import clean_batch
from sitrep.clean.document import clean
from sitrep.clean.rules import CleaningRules, load_rules
from sitrep.clean.spans import clean_span, raw_span

__all__ = ["CleaningRules", "clean", "clean_batch", "clean_span", "load_rules", "raw_span"]
