-- Which incidents were condemned, by whom, and how soon?
-- Grain: one row an incident and actor that condemned it.
-- Inputs: core.incident, core.incident_link, core.incident_actor, core.actor
-- Param: since date = null -- Only incidents from this day on.
with incidents as (
    select * from core.incident
),

links as (
    select * from core.incident_link where relation = 'condemns'
),

speakers as (
    select roles.incident_id, actors.name, actors.actor_id
    from core.incident_actor as roles
    inner join core.actor as actors on roles.actor_id = actors.actor_id
    where roles.role = 'perpetrator'
)

select
    condemned.incident_id,
    condemned.occurred_from,
    condemned.country,
    condemned.event_type,
    condemned.killed_best,
    speakers.name as condemned_by,
    condemning.occurred_from - condemned.occurred_from as days_after,
    condemned.headline
from links
inner join incidents as condemning on links.incident_id = condemning.incident_id
inner join incidents as condemned on links.related_incident_id = condemned.incident_id
left join speakers on links.incident_id = speakers.incident_id
where $since is null or condemned.occurred_from >= $since
order by condemned.occurred_from desc nulls last, condemned.incident_id, days_after, speakers.actor_id
