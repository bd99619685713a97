-- Both ends of a link are incidents, not the same one, and the mention that says so stands in the answering one.
-- Stage: core
-- Severity: blocking
-- Why: A chain of escalation with a missing step would join what nobody joined.
select links.incident_id, links.relation, links.related_incident_id, links.mention_id
from core.incident_link as links
left join core.incident as answering on links.incident_id = answering.incident_id
left join core.incident as answered on links.related_incident_id = answered.incident_id
left join core.mention as mentions on links.mention_id = mentions.mention_id
where answering.incident_id is null
    or answered.incident_id is null
    or links.incident_id = links.related_incident_id
    or mentions.incident_id is distinct from links.incident_id
