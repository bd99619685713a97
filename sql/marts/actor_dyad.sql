-- Who acts against whom, month by month.
-- Grain: one row a month, pair of actors, relation and class of event. An incident with two targets counts in two rows: do not add rows up.
-- Inputs: core.incident, core.incident_actor, core.incident_casualty, core.actor
-- Kind: table
with incidents as (
    select
        *,
        if(date_precision in ('day', 'week', 'month'), cast(date_trunc('month', occurred_from) as date), null) as month
    from core.incident
),

roles as (
    select * from core.incident_actor where certainty <> 'denied'
),

civilians as (
    select * from core.incident_casualty where outcome = 'killed' and victim_group = 'civilian'
),

actors as (
    select * from core.actor
),

pairs as (
    select acting.incident_id, acting.actor_id as actor_id, affected.actor_id as other_actor_id, 'directed' as relation, acting.disputed
    from roles as acting
    inner join roles as affected on acting.incident_id = affected.incident_id
    where acting.role = 'perpetrator' and affected.role = 'target'
    union all
    select one.incident_id, one.actor_id, other.actor_id, 'mutual', one.disputed or other.disputed
    from roles as one
    inner join roles as other on one.incident_id = other.incident_id and one.actor_id < other.actor_id
    where one.role = 'party' and other.role = 'party'
),

counted as (
    select
        incidents.month, pairs.actor_id, pairs.other_actor_id, pairs.relation, incidents.event_class,
        count(*) as incidents,
        sum(incidents.killed_low) as killed_low,
        sum(incidents.killed_best) as killed_best,
        sum(incidents.killed_high) as killed_high,
        sum(civilians.best) as civilians_killed,
        count(*) filter (pairs.disputed) as disputed_incidents,
        list(incidents.incident_id order by incidents.incident_id) as incident_ids
    from pairs
    inner join incidents on pairs.incident_id = incidents.incident_id
    left join civilians on pairs.incident_id = civilians.incident_id
    group by all
),

final as (
    select
        counted.month,  -- First day of the month; null where the date is not known to the month.
        counted.actor_id,  -- Who acts; of a mutual pair the one whose code sorts first.
        actors.name as actor,  -- Its name.
        actors.kind as actor_kind,  -- Its kind.
        actors.country as actor_country,  -- Its country.
        counted.other_actor_id,  -- Who is acted on, or the other side.
        others.name as other_actor,  -- Its name.
        others.kind as other_actor_kind,  -- Its kind.
        others.country as other_actor_country,  -- Its country.
        counted.relation,  -- directed: perpetrator to target. mutual: two parties whose initiator is not known.
        counted.event_class,  -- violent, coercive, diplomatic, protest or other.
        counted.incidents,  -- Incidents between the two.
        cast(counted.killed_low as bigint) as killed_low,  -- Sum of their lowest figures, whoever died.
        cast(counted.killed_best as bigint) as killed_best,  -- Sum of their best figures.
        cast(counted.killed_high as bigint) as killed_high,  -- Sum of their highest figures.
        cast(counted.civilians_killed as bigint) as civilians_killed,  -- Civilians among killed_best.
        counted.disputed_incidents,  -- Incidents in which a source disputes that it was the two.
        counted.incident_ids  -- The incidents counted.
    from counted
    inner join actors on counted.actor_id = actors.actor_id
    inner join actors as others on counted.other_actor_id = others.actor_id
)

select * from final
