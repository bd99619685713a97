"""By which version of code and rules each stage is made, and which batches were made by another one.

What belongs here: the versions that Dagster shows as code versions, and what is stale by them. What does not: making
anything again (runs, schedules).
"""

from __future__ import annotations

from collections.abc import Mapping

from expectations import stage_version
from sitrep.store import batches, settings, stages
from sitrep.store.home import Home

STAGES = ("raw_text", "cleaned_text", "extracted_events")
#: Raised by hand when code of a stage that has no version of its own comes to give other rows.
_CODE = {"raw_text": "1", "cleaned_text": "2", "extracted_events": "1"}


def code_versions(home: Home) -> dict[str, str]:
    """For each stage: its code, the rules or names that it reads with, and the rules of its gate."""
    from sitrep.clean import load_rules
    from sitrep.extract import ENGINE, ENGINE_VERSION
    from sitrep.ontology import version_of

    chosen = settings.load(home)
    made_with = {
        "raw_text": "",
        "cleaned_text": f" rules {load_rules(settings.cleaning_files(home, chosen)).version}",
        "extracted_events": f" {ENGINE} {ENGINE_VERSION} ontology {version_of(settings.ontology_files(home, chosen))}",
    }
    return {stage: f"{_CODE[stage]}{made_with[stage]} gate {stage_version(stage)}" for stage in STAGES}


def stage_before(stage: str) -> str | None:
    """The stage that a stage is made from."""
    place = STAGES.index(stage)
    return STAGES[place - 1] if place else None


def is_current(home: Home, batch_id: str, stage: str, code: Mapping[str, str]) -> bool:
    """Whether making a stage of a batch again would give what stands: same code, same rows before it."""
    if stages.version(home, stage, batch_id) is None or batches.refusal(home, batch_id) is not None:
        return False
    standing, before = stages.current(home, stage, batch_id), stage_before(stage)
    inputs = {before: stages.version(home, before, batch_id)} if before else {}
    return standing.code == code[stage] and dict(standing.inputs) == inputs


def stale_stages(home: Home, batch_id: str, code: Mapping[str, str]) -> tuple[str, ...]:
    """The stages of a batch that are to be made again: the first that is not current, and those after it."""
    for place, stage in enumerate(STAGES):
        if not is_current(home, batch_id, stage, code):
            return STAGES[place:]
    return ()
