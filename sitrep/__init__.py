"""The engine: from text and ontology to plain records, without Dagster and Great Expectations.

What belongs here: running it as machine code where there is a build of it. What does not: any step of the engine.
"""

from sitrep.compiled import use

use()
