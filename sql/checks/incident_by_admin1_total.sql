-- mart.incident_by_admin1 holds every incident once, and its deaths are those of core.incident.
-- Stage: mart
-- Severity: blocking
-- Why: Totals agree between layers, or a join has lost or doubled rows.
with monthly as (
    select sum(incidents) as incidents, sum(killed_best) as killed_best from mart.incident_by_admin1
),

core as (
    select count(*) as incidents, sum(killed_best) as killed_best from core.incident
)

select monthly.incidents, core.incidents as core_incidents, monthly.killed_best, core.killed_best as core_killed_best
from monthly cross join core
where coalesce(monthly.incidents, 0) <> core.incidents or monthly.killed_best is distinct from core.killed_best
