-- No incident is dated after its first report.
-- Stage: core
-- Severity: blocking
-- Refuses: the mentions that its rows name
-- Why: News tells of what has happened. One day is allowed for: the incident's day is local, the report's instant is UTC,
-- and clocks differ by up to 14 hours. What is only agreed or planned has no incident.
select incident_id, event_type, occurred_from, first_reported_at, headline
from core.incident
where occurred_from > cast(first_reported_at at time zone 'UTC' as date) + 1
