-- Incidents that answer each other in a circle only: they start no chain in mart.escalation_chain.
-- Stage: mart
-- Severity: warning
-- Why: Two texts may each call the other strike the first; that is a dispute, not an error of the pipeline.
select links.incident_id, links.relation, links.related_incident_id
from core.incident_link as links
anti join mart.escalation_chain as chains on links.incident_id = chains.incident_id
