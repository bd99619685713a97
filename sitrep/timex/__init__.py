"""Time expressions of English news: where they stand in a text, and which days they mean.

What belongs here: finding them (one scan, any case) and resolving them against a reference day.
What does not: deciding which expression dates which event, and when a document was published.
"""

from sitrep.timex.expressions import TimeExpression
from sitrep.timex.meaning import never_meet, resolve
from sitrep.timex.scan import find, may_begin

__all__ = ["TimeExpression", "find", "may_begin", "never_meet", "resolve"]
