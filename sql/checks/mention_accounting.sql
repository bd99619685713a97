-- Every mention stands in an incident or says why it stands in none.
-- Stage: core
-- Severity: blocking
-- Why: Mentions = in an incident + unresolved with a reason. Nothing that a document said is lost when mentions are merged.
select mentions.mention_id, mentions.incident_id, mentions.unresolved_reason
from core.mention as mentions
left join core.incident as incidents on mentions.incident_id = incidents.incident_id
where (mentions.incident_id is null) = (mentions.unresolved_reason is null)
    or (mentions.incident_id is not null and incidents.incident_id is null)
