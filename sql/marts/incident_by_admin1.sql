-- Incidents and tolls a month, province and type.
-- Grain: one row a month, country, admin1 and event type; null month: not known to the month; null admin1: not known finer than the country.
-- Inputs: core.incident, core.incident_casualty
-- Kind: table
with incidents as (
    select
        *,
        if(date_precision in ('day', 'week', 'month'), cast(date_trunc('month', occurred_from) as date), null) as month
    from core.incident
),

civilians as (
    select * from core.incident_casualty where outcome = 'killed' and victim_group = 'civilian'
),

final as (
    select
        incidents.month,  -- First day of the month; null where the date is not known to the month.
        incidents.country,  -- ISO 3166-1 alpha-2.
        incidents.admin1,  -- Province or state.
        incidents.event_type,  -- Code of core.event_type.
        incidents.event_class,  -- violent, coercive, diplomatic, protest or other.
        count(*) as incidents,  -- Incidents.
        cast(sum(incidents.killed_low) as bigint) as killed_low,  -- Sum of the lowest figures; null where no source speaks of deaths.
        cast(sum(incidents.killed_best) as bigint) as killed_best,  -- Sum of the best figures.
        cast(sum(incidents.killed_high) as bigint) as killed_high,  -- Sum of the highest figures.
        cast(sum(civilians.best) as bigint) as civilians_killed,  -- Civilians among killed_best, where sources tell them apart.
        cast(sum(incidents.injured_best) as bigint) as injured_best,  -- Sum of the best figures of injured.
        count(*) filter (incidents.toll_disputed) as disputed_incidents,  -- Incidents whose sources disagree on the toll.
        list(incidents.incident_id order by incidents.incident_id) as incident_ids  -- The incidents counted.
    from incidents
    left join civilians on incidents.incident_id = civilians.incident_id
    group by all
)

select * from final
