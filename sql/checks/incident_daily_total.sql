-- mart.incident_daily holds every incident once, and its deaths are those of core.incident.
-- Stage: mart
-- Severity: blocking
-- Why: Totals agree between layers, or a join has lost or doubled rows.
with daily as (
    select sum(incidents) as incidents, sum(killed_best) as killed_best, sum(disputed_incidents) as disputed from mart.incident_daily
),

core as (
    select count(*) as incidents, sum(killed_best) as killed_best, count(*) filter (toll_disputed) as disputed from core.incident
)

select daily.incidents, core.incidents as core_incidents, daily.killed_best, core.killed_best as core_killed_best, daily.disputed, core.disputed as core_disputed
from daily cross join core
where coalesce(daily.incidents, 0) <> core.incidents
    or daily.killed_best is distinct from core.killed_best
    or coalesce(daily.disputed, 0) <> core.disputed
