-- What share of the dead are civilians, by perpetrator?
-- Grain: one row an actor that violence is laid to. The dead of an incident with two perpetrators count for both.
-- Inputs: core.incident, core.incident_actor, core.actor, core.incident_casualty
-- Param: min_killed bigint = 1 -- Only actors with at least so many dead whose kind is known.
-- Param: since date = null -- Only incidents from this day on.
with incidents as (
    select * from core.incident where event_class = 'violent' and ($since is null or occurred_from >= $since)
),

perpetrators as (
    select * from core.incident_actor where role = 'perpetrator' and certainty <> 'denied'
),

actors as (
    select * from core.actor
),

killed as (
    select
        incident_id,
        sum(best) filter (victim_group = 'civilian') as civilians,
        sum(best) filter (victim_group = 'security_force') as security_forces,
        sum(best) filter (victim_group = 'militant') as militants
    from core.incident_casualty
    where outcome = 'killed'
    group by incident_id
),

summed as (
    select
        actors.name as perpetrator,
        actors.kind,
        count(*) as incidents,
        sum(incidents.killed_best) as killed,
        coalesce(sum(killed.civilians), 0) as civilians,
        coalesce(sum(killed.security_forces), 0) as security_forces,
        coalesce(sum(killed.militants), 0) as militants
    from perpetrators
    inner join incidents on perpetrators.incident_id = incidents.incident_id
    inner join actors on perpetrators.actor_id = actors.actor_id
    left join killed on perpetrators.incident_id = killed.incident_id
    group by perpetrators.actor_id, actors.name, actors.kind
)

select
    *,
    round(civilians / nullif(civilians + security_forces + militants, 0), 3) as civilian_share,
    coalesce(killed, 0) - civilians - security_forces - militants as kind_not_told
from summed
where civilians + security_forces + militants >= $min_killed
order by civilians desc, killed desc nulls last, perpetrator
