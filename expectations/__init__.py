"""What the rows of each stage and table must be like, as Great Expectations suites, and what a gate says of a frame.

What belongs here: the rules (suites/, one file a frame or table, each rule with its reason and a row that it refuses)
and the one function that holds a frame against them. This is the only code that knows Great Expectations.
What does not: Dagster (assets, dagster_project), files of the home (sitrep.store), rules across tables (sql/checks).
"""

from expectations.audit import audit
from expectations.suite import Rule, Suite, load_suite, stage_version, suite_names
from expectations.verdict import CheckResult, Verdict

__all__ = ["CheckResult", "Rule", "Suite", "Verdict", "audit", "load_suite", "stage_version", "suite_names"]
