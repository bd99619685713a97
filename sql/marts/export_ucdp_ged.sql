-- Incidents in the columns and codes of UCDP GED; docs/exports/ucdp.md has every decision of the mapping.
-- Grain: one row an incident that UCDP's codebook would code.
-- Inputs: core.incident, core.incident_casualty, core.country, core.actor, mart.incident_pair, mart.export_ucdp_ged_excluded, mart.incident_source
-- Kind: table
with incidents as (
    select incidents.*, countries.gw_number, countries.ucdp_name, countries.ucdp_region, pairs.organised1_id, pairs.organised2_id
    from core.incident as incidents
    inner join core.country as countries on incidents.country = countries.country
    inner join mart.incident_pair as pairs on incidents.incident_id = pairs.incident_id
    anti join mart.export_ucdp_ged_excluded as excluded on incidents.incident_id = excluded.incident_id
),

-- UCDP knows a state by its government, whichever of its forces acts.
actors as (
    select
        actors.actor_id,
        actors.kind in ('state', 'government', 'military', 'police') as is_state,
        if(is_state, coalesce('Government of ' || countries.ucdp_name, actors.name), actors.name) as name,
        if(is_state, countries.gw_number, null) as gw_number
    from core.actor as actors
    left join core.country as countries on actors.country = countries.country
),

-- Side a is the government in state-based conflict, the attacker in one-sided violence; else the one that acted.
sides as (
    select
        incidents.incident_id,
        incidents.ucdp_type = 'state_based' and other.is_state and not one.is_state as is_turned,
        if(is_turned, other.name, one.name) as side_a,
        if(incidents.ucdp_type = 'one_sided', 'Civilians', if(is_turned, one.name, other.name)) as side_b,
        if(is_turned, other.gw_number, one.gw_number) as gwnoa,
        if(incidents.ucdp_type = 'one_sided', null, if(is_turned, one.gw_number, other.gw_number)) as gwnob,
        one.is_state and other.is_state as is_between_states
    from incidents
    inner join actors as one on incidents.organised1_id = one.actor_id
    left join actors as other on incidents.organised2_id = other.actor_id
),

-- The dead by side: security forces are the state's; of two states or two groups, the side that the casualty names decides.
deaths as (
    select
        casualties.incident_id,
        sum(casualties.best) filter (casualties.victim_group = 'civilian') as civilians,
        sum(casualties.best) filter (case
            when casualties.victim_group not in ('security_force', 'militant') then false
            when incidents.ucdp_type = 'state_based' and not sides.is_between_states then casualties.victim_group = 'security_force'
            else casualties.side = 'perpetrator' and not sides.is_turned or casualties.side = 'target' and sides.is_turned
        end) as a,
        sum(casualties.best) filter (case
            when casualties.victim_group not in ('security_force', 'militant') then false
            when incidents.ucdp_type = 'state_based' and not sides.is_between_states then casualties.victim_group = 'militant'
            else casualties.side = 'target' and not sides.is_turned or casualties.side = 'perpetrator' and sides.is_turned
        end) as b
    from core.incident_casualty as casualties
    inner join incidents on casualties.incident_id = incidents.incident_id
    inner join sides on casualties.incident_id = sides.incident_id
    where casualties.outcome = 'killed'
    group by casualties.incident_id
),

-- The four counts add up to best; groups that come to more than it are not told apart.
divided as (
    select
        incidents.incident_id,
        coalesce(deaths.a, 0) + coalesce(deaths.b, 0) + coalesce(deaths.civilians, 0) <= coalesce(incidents.killed_best, 0) as adds_up,
        if(adds_up, coalesce(deaths.a, 0), 0) as deaths_a,
        if(adds_up, coalesce(deaths.b, 0), 0) as deaths_b,
        if(adds_up, coalesce(deaths.civilians, 0), 0) as deaths_civilians,
        coalesce(incidents.killed_best, 0) - deaths_a - deaths_b - deaths_civilians as deaths_unknown
    from incidents
    left join deaths on incidents.incident_id = deaths.incident_id
),

dyads as (
    select
        incidents.incident_id,
        sum(greatest(incidents.killed_best, 0)) over (
            partition by sides.side_a, sides.side_b, incidents.ucdp_type, year(incidents.occurred_from)
        ) >= 25 as is_active
    from incidents
    inner join sides on incidents.incident_id = sides.incident_id
),

final as (
    select
        cast(md5_number_lower(incidents.incident_id) % 1000000000000000 as bigint) as id,  -- A number worked out from the incident's id.
        incidents.incident_id as relid,  -- The incident in core.incident.
        cast(year(incidents.occurred_from) as bigint) as year,  -- Year of date_start.
        cast(dyads.is_active as bigint) as active_year,  -- 1 where the warehouse holds at least 25 deaths of the dyad that year.
        if(incidents.toll_disputed, 'Check deaths', 'Clear') as code_status,  -- Check deaths where sources disagree on the toll.
        cast(list_position(['state_based', 'non_state', 'one_sided'], incidents.ucdp_type) as bigint) as type_of_violence,  -- 1 state-based, 2 non-state, 3 one-sided.
        cast(null as bigint) as conflict_dset_id,  -- UCDP's own number: not known to the warehouse.
        cast(null as bigint) as conflict_new_id,  -- UCDP's own number: not known to the warehouse.
        if(incidents.ucdp_type = 'state_based', null, sides.side_a || ' - ' || sides.side_b) as conflict_name,  -- As the dyad; null for state-based conflict, whose name says what it is over.
        cast(null as bigint) as dyad_dset_id,  -- UCDP's own number: not known to the warehouse.
        cast(null as bigint) as dyad_new_id,  -- UCDP's own number: not known to the warehouse.
        sides.side_a || ' - ' || sides.side_b as dyad_name,  -- The two sides.
        cast(null as bigint) as side_a_dset_id,  -- UCDP's own number: not known to the warehouse.
        cast(null as bigint) as side_a_new_id,  -- UCDP's own number: not known to the warehouse.
        sides.side_a,  -- The government in state-based conflict, the attacker in one-sided violence; else who acted.
        cast(null as bigint) as side_b_dset_id,  -- UCDP's own number: not known to the warehouse.
        cast(null as bigint) as side_b_new_id,  -- UCDP's own number: not known to the warehouse.
        sides.side_b,  -- The other side; Civilians in one-sided violence.
        sources.documents as number_of_sources,  -- Documents.
        nullif(array_to_string(sources.articles, ';'), '') as source_article,  -- Outlet, day and headline of each document.
        nullif(array_to_string(sources.publishers, ';'), '') as source_office,  -- Outlets.
        nullif(array_to_string(sources.days, ';'), '') as source_date,  -- Days of publication.
        nullif(array_to_string(sources.titles, ';'), '') as source_headline,  -- Headlines.
        nullif(array_to_string(sources.speakers, ';'), '') as source_original,  -- Who says so in them.
        cast(list_position(['exact', 'near', 'admin2', 'admin1', 'fuzzy', 'country', 'international'], incidents.geo_precision) as bigint) as where_prec,  -- 1 the place, 2 near it, 3 district, 4 province, 5 line or area, 6 country, 7 international.
        incidents.place_name as where_coordinates,  -- The place that the coordinates stand for.
        nullif(array_to_string(sources.place_texts, ';'), '') as where_description,  -- The place as the reports write it.
        incidents.admin1 as adm_1,  -- Province or state.
        incidents.admin2 as adm_2,  -- District.
        incidents.latitude,  -- Degrees north.
        incidents.longitude,  -- Degrees east.
        'POINT (' || incidents.longitude || ' ' || incidents.latitude || ')' as geom_wkt,  -- The point as well-known text.
        cast(floor((incidents.latitude + 90) * 2) * 720 + floor((incidents.longitude + 180) * 2) + 1 as bigint) as priogrid_gid,  -- Cell of PRIO-GRID: half a degree, counted from the south-west.
        incidents.ucdp_name as country,  -- Country.
        cast(incidents.gw_number as bigint) as country_id,  -- Its Gleditsch and Ward number.
        incidents.ucdp_region as region,  -- Africa, Americas, Asia, Europe or Middle East.
        if(incidents.date_precision = 'day', 1, 2)::bigint as event_clarity,  -- 1 told as an event of its day, 2 less clearly.
        cast(case
            when incidents.date_precision = 'day' and incidents.occurred_to > incidents.occurred_from then 2
            else list_position(['day', '-', 'week', 'month', 'year'], incidents.date_precision)
        end as bigint) as date_prec,  -- 1 day, 2 two to six days, 3 week, 4 month, 5 year.
        cast(incidents.occurred_from as timestamp) as date_start,  -- First day.
        cast(incidents.occurred_to as timestamp) as date_end,  -- Last day.
        cast(divided.deaths_a as bigint) as deaths_a,  -- Dead of side a.
        cast(divided.deaths_b as bigint) as deaths_b,  -- Dead of side b.
        cast(divided.deaths_civilians as bigint) as deaths_civilians,  -- Civilian dead.
        cast(divided.deaths_unknown as bigint) as deaths_unknown,  -- Dead whose side is not known.
        coalesce(incidents.killed_best, 0) as best,  -- Deaths: best figure, and the sum of the four.
        coalesce(incidents.killed_high, incidents.killed_best, 0) as high,  -- Deaths: highest figure.
        coalesce(incidents.killed_low, incidents.killed_best, 0) as low,  -- Deaths: lowest figure.
        cast(sides.gwnoa as bigint) as gwnoa,  -- Gleditsch and Ward number of side a, if a state.
        cast(sides.gwnob as bigint) as gwnob  -- Gleditsch and Ward number of side b, if a state.
    from incidents
    inner join sides on incidents.incident_id = sides.incident_id
    inner join divided on incidents.incident_id = divided.incident_id
    inner join mart.incident_source as sources on incidents.incident_id = sources.incident_id
    inner join dyads on incidents.incident_id = dyads.incident_id
)

select * from final
