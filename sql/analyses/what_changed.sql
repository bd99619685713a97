-- What changed since last week?
-- Grain: one row a value of an incident that a publish changed; new incidents by one row.
-- Inputs: mart.incident_change, core.incident
-- Param: since date = null -- Changes published from this day on (UTC); seven days before the last publish where none is given.
with changes as (
    select * from mart.incident_change
),

incidents as (
    select * from core.incident
),

last as (
    select max(changed_at) as changed_at from changes
),

-- Of a new incident its type stands for all its values.
kept as (
    select * from changes where revision > 1 or field = 'event_type'
)

select
    kept.changed_at,
    kept.incident_id,
    case when kept.revision = 1 then 'new' when incidents.incident_id is null then 'gone' else 'changed' end as what,
    incidents.occurred_from,
    incidents.country,
    incidents.headline,
    kept.field,
    kept.value_before,
    kept.value_after,
    kept.documents
from kept
cross join last
left join incidents on kept.incident_id = incidents.incident_id
where kept.changed_at >= coalesce($since, cast(last.changed_at at time zone 'UTC' as date) - 7)
order by kept.changed_at desc, kept.incident_id, kept.revision, kept.field
