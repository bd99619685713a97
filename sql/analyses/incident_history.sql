-- How did what is believed of an incident change?
-- Grain: one row a value that a publish changed.
-- Inputs: mart.incident_change, core.incident_alias
-- Param: incident varchar -- Id of the incident; an id that was merged away will do.
with wanted as (
    select $incident as incident_id
    union
    select incident_id from core.incident_alias where alias_id = $incident
)

select changes.incident_id, changes.revision, changes.changed_at, changes.field, changes.value_before, changes.value_after, changes.documents
from mart.incident_change as changes
semi join wanted on changes.incident_id = wanted.incident_id
order by changes.incident_id, changes.revision, changes.field
