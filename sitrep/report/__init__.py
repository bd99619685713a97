"""The report: one page that tells what a warehouse holds, with the words of the sources.

What belongs here: reading the warehouse for the page, and the page. What does not: building or judging the warehouse.
"""

from sitrep.report.contents import Limits
from sitrep.report.page import render

__all__ = ["Limits", "render"]
