-- An alias stands for an incident that exists, and is none itself.
-- Stage: core
-- Severity: blocking
-- Why: Whoever cites an old id must reach the incident in one step.
select aliases.alias_id, aliases.incident_id, same.incident_id as is_also_an_incident
from core.incident_alias as aliases
left join core.incident as incidents on aliases.incident_id = incidents.incident_id
left join core.incident as same on aliases.alias_id = same.incident_id
where incidents.incident_id is null or same.incident_id is not null
