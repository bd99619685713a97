-- Incidents with all that one wants beside them, one row each: what `sitrep export csv|parquet|geojson` writes.
-- Grain: one row an incident.
-- Inputs: core.incident, core.event_type, core.country, core.incident_actor, core.actor, core.incident_casualty, mart.incident_source
-- Kind: table
-- Renewed: by incident_id
with incidents as (
    select * from core.incident
),

types as (
    select * from core.event_type
),

countries as (
    select * from core.country
),

actors as (
    select
        roles.incident_id,
        list_sort(list_distinct(list(actors.name) filter (roles.role = 'perpetrator'))) as perpetrators,
        list_sort(list_distinct(list(actors.name) filter (roles.role = 'target'))) as targets,
        list_sort(list_distinct(list(actors.name) filter (roles.role = 'party'))) as parties,
        list_sort(list_distinct(list(actors.name) filter (roles.role = 'claimant'))) as claimants
    from core.incident_actor as roles
    inner join core.actor as actors on roles.actor_id = actors.actor_id
    where roles.certainty <> 'denied'
    group by roles.incident_id
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

final as (
    select
        incidents.incident_id,  -- Id in core.incident.
        incidents.event_type,  -- Code of core.event_type.
        types.label as event_label,  -- Its name to show.
        incidents.event_class,  -- violent, coercive, diplomatic, protest or other.
        incidents.ucdp_type,  -- state_based, non_state or one_sided, from the actors.
        incidents.occurred_from,  -- First day that it may have happened.
        incidents.occurred_to,  -- Last day that it may have happened.
        incidents.date_precision,  -- day, week, month, year, unknown.
        incidents.place_name,  -- Where.
        incidents.admin1,  -- Province or state.
        incidents.admin2,  -- District.
        incidents.country,  -- ISO 3166-1 alpha-2.
        countries.name as country_name,  -- Name of the country.
        incidents.latitude,  -- Degrees north.
        incidents.longitude,  -- Degrees east.
        incidents.geo_precision,  -- exact, near, admin2, admin1, fuzzy, country, international, unknown.
        array_to_string(actors.perpetrators, '; ') as perpetrators,  -- Who did it, names joined by semicolons.
        array_to_string(actors.targets, '; ') as targets,  -- Whom it was done to.
        array_to_string(actors.parties, '; ') as parties,  -- Sides of a clash whose initiator is not known.
        array_to_string(actors.claimants, '; ') as claimants,  -- Who claimed it.
        incidents.killed_low,  -- Fewest deaths that a source states.
        incidents.killed_best,  -- Deaths by the figure chosen.
        incidents.killed_high,  -- Most deaths that a source states.
        cast(killed.civilians as bigint) as civilians_killed,  -- Civilians among them, where sources tell them apart.
        cast(killed.security_forces as bigint) as security_forces_killed,  -- Members of security forces among them.
        cast(killed.militants as bigint) as militants_killed,  -- Militants among them.
        incidents.injured_low,  -- Fewest injured that a source states.
        incidents.injured_best,  -- Injured by the figure chosen.
        incidents.injured_high,  -- Most injured that a source states.
        incidents.toll_disputed,  -- Sources cannot all be right.
        incidents.mention_count,  -- Mentions that speak of it.
        incidents.document_count,  -- Documents that speak of it.
        incidents.publisher_count,  -- Outlets that speak of it.
        incidents.origin_count,  -- Independent origins.
        incidents.first_reported_at,  -- Earliest publication (UTC).
        incidents.headline,  -- A line to know it by.
        array_to_string(sources.publishers, '; ') as publishers,  -- Outlets, joined by semicolons.
        nullif(array_to_string(sources.urls, ' '), '') as urls  -- Addresses of the reports, joined by spaces.
    from incidents
    left join types on incidents.event_type = types.event_type
    left join countries on incidents.country = countries.country
    left join actors on incidents.incident_id = actors.incident_id
    left join killed on incidents.incident_id = killed.incident_id
    left join mart.incident_source as sources on incidents.incident_id = sources.incident_id
)

select * from final
