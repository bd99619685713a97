-- What did an actor do, and what was done to it, month by month?
-- Grain: one row a month, role and class of event.
-- Inputs: core.incident, core.incident_actor, core.actor
-- Param: actor varchar -- Code or a part of the name of the actor, such as group.red-front or "Red Front".
-- Param: since date = null -- Only months from this day on.
with actors as (
    select * from core.actor
    where actor_id = $actor or contains(lower(strip_accents(name)), lower(strip_accents($actor)))
),

incidents as (
    select * from core.incident
)

select
    if(incidents.date_precision in ('day', 'week', 'month'), cast(date_trunc('month', incidents.occurred_from) as date), null) as month,
    actors.name as actor,
    roles.role,
    incidents.event_class,
    count(*) as incidents,
    sum(incidents.killed_best) as killed_best,
    count(*) filter (roles.certainty <> 'stated') as not_stated_outright,
    count(*) filter (roles.disputed) as disputed
from core.incident_actor as roles
inner join actors on roles.actor_id = actors.actor_id
inner join incidents on roles.incident_id = incidents.incident_id
where $since is null or incidents.occurred_from >= $since
group by all
order by month desc nulls last, actor, roles.role, incidents.event_class
