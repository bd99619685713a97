-- The class of an incident is that of its type.
-- Stage: core
-- Severity: blocking
-- Why: Marts count by class; the two must not drift apart.
select incidents.incident_id, incidents.event_type, incidents.event_class, types.event_class as class_of_type
from core.incident as incidents
inner join core.event_type as types on incidents.event_type = types.event_type
where incidents.event_class <> types.event_class
