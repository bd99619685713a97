-- Incidents in the columns and codes of ACLED; docs/exports/acled.md has every decision of the mapping.
-- Grain: one row an incident that ACLED's codebook would code.
-- Inputs: core.incident, core.event_type, core.country, core.actor, core.incident_revision, mart.incident_pair, mart.export_acled_excluded, mart.incident_source
-- Kind: table
-- Renewed: by substring(tags, 8)
with incidents as (
    select incidents.*, types.acled_event_type, types.acled_sub_event_type, countries.iso3, countries.iso_numeric,
        countries.name as country_name, countries.acled_region
    from core.incident as incidents
    inner join core.event_type as types on incidents.event_type = types.event_type
    inner join core.country as countries on incidents.country = countries.country
    anti join mart.export_acled_excluded as excluded on incidents.incident_id = excluded.incident_id
),

sides as (
    select incident_id, 1 as side, unnest([actor1_id] || with_actor1_ids) as actor_id,
        generate_subscripts([actor1_id] || with_actor1_ids, 1) as position
    from mart.incident_pair
    union all
    select incident_id, 2, unnest([actor2_id] || with_actor2_ids), generate_subscripts([actor2_id] || with_actor2_ids, 1)
    from mart.incident_pair
),

-- An actor as ACLED names and classes it; forces of a state outside their own country are external forces.
named as (
    select
        incidents.incident_id, sides.side, sides.position,
        coalesce(case
            when actors.kind = 'military' then 'Military Forces of ' || homes.name
            when actors.kind = 'police' then 'Police Forces of ' || homes.name
            when actors.kind in ('state', 'government') then 'Government of ' || homes.name
            when actors.kind = 'civilians' then 'Civilians (' || incidents.country_name || ')'
            when actors.kind = 'unidentified' or (actors.kind in ('insurgent', 'militia') and starts_with(actors.actor_id, 'unidentified.'))
                then 'Unidentified Armed Group (' || incidents.country_name || ')'
        end, actors.name) as name,
        case
            when actors.kind in ('state', 'government', 'military', 'police')
                then if(coalesce(actors.country, incidents.country) = incidents.country, 'State forces', 'External/Other forces')
            when actors.kind = 'insurgent' then 'Rebel group'
            when actors.kind in ('militia', 'party', 'unidentified') then 'Political militia'
            else 'Civilians'
        end as inter
    from incidents
    inner join sides on incidents.incident_id = sides.incident_id
    inner join core.actor as actors on sides.actor_id = actors.actor_id
    left join core.country as homes on actors.country = homes.country
),

sided as (
    select
        incidents.incident_id,
        max(named.name) filter (side = 1 and position = 1) as name1,
        max(named.inter) filter (side = 1 and position = 1) as named_inter1,
        array_to_string(list_sort(list_distinct(list(named.name) filter (side = 1 and position > 1))), '; ') as with1,
        array_to_string(list_sort(list_distinct(list(named.name) filter (side = 1))), '; ') as all1,
        max(named.name) filter (side = 2 and position = 1) as actor2,
        max(named.inter) filter (side = 2 and position = 1) as inter2,
        array_to_string(list_sort(list_distinct(list(named.name) filter (side = 2 and position > 1))), '; ') as assoc_actor_2
    from incidents
    left join named on incidents.incident_id = named.incident_id
    group by incidents.incident_id
),

-- Who the sides are moves some events to a sibling: an attack on civilians is no battle, one on armed men is one.
typed as (
    select
        incidents.incident_id,
        case
            when incidents.acled_sub_event_type = 'Armed clash' and sided.inter2 = 'Civilians' then 'Attack'
            when incidents.acled_sub_event_type = 'Attack' and sided.inter2 <> 'Civilians' then 'Armed clash'
            when incidents.acled_sub_event_type = 'Non-state actor overtakes territory' and sided.named_inter1 = 'State forces'
                then 'Government regains territory'
            else incidents.acled_sub_event_type
        end as sub_event_type,
        case sub_event_type
            when 'Attack' then 'Violence against civilians'
            when 'Armed clash' then 'Battles'
            else incidents.acled_event_type
        end as event_type
    from incidents
    inner join sided on incidents.incident_id = sided.incident_id
),

-- Demonstrators are the actor of a demonstration, who they are its associate; a violent actor whom nobody names is unidentified.
actors as (
    select
        incidents.incident_id, typed.event_type, typed.sub_event_type, sided.actor2, sided.inter2, sided.assoc_actor_2,
        case typed.event_type
            when 'Protests' then 'Protesters (' || incidents.country_name || ')'
            when 'Riots' then 'Rioters (' || incidents.country_name || ')'
            else coalesce(sided.name1, 'Unidentified Armed Group (' || incidents.country_name || ')')
        end as actor1,
        case typed.event_type
            when 'Protests' then 'Protesters'
            when 'Riots' then 'Rioters'
            else coalesce(sided.named_inter1, 'Political militia')
        end as inter1,
        if(typed.event_type in ('Protests', 'Riots'), sided.all1, sided.with1) as assoc_actor_1
    from incidents
    inner join sided on incidents.incident_id = sided.incident_id
    inner join typed on incidents.incident_id = typed.incident_id
),

revisions as (
    select incident_id, max(changed_at) as changed_at from core.incident_revision group by incident_id
),

final as (
    select
        incidents.iso3 || cast(md5_number_lower(incidents.incident_id) % 1000000000000000 as varchar) as event_id_cnty,  -- Country code and a number worked out from the incident's id.
        case incidents.date_precision
            when 'week' then incidents.occurred_from + 3
            when 'month' then cast(date_trunc('month', incidents.occurred_from) as date) + 14
            else incidents.occurred_from
        end as event_date,  -- Day; the middle one where only week or month is known.
        cast(year(event_date) as bigint) as year,  -- Year of event_date.
        cast(list_position(['day', 'week', 'month'], incidents.date_precision) as bigint) as time_precision,  -- 1 day, 2 week, 3 month.
        case
            when actors.event_type = 'Strategic developments' then 'Strategic developments'
            when actors.sub_event_type = 'Excessive force against protesters' then 'Political violence; Demonstrations'
            when actors.event_type = 'Protests' or actors.sub_event_type = 'Violent demonstration' then 'Demonstrations'
            else 'Political violence'
        end as disorder_type,  -- Political violence, Demonstrations, both, or Strategic developments.
        actors.event_type,  -- ACLED's event type.
        actors.sub_event_type,  -- ACLED's sub-event type.
        actors.actor1,  -- Who acted.
        actors.assoc_actor_1,  -- Those with it.
        actors.inter1,  -- Its kind.
        actors.actor2,  -- Who was acted on, or the other side.
        actors.assoc_actor_2,  -- Those with it.
        actors.inter2,  -- Its kind.
        actors.inter1 || coalesce('-' || actors.inter2, ' only') as interaction,  -- The two kinds.
        if(actors.inter2 = 'Civilians' and actors.event_type in (
            'Violence against civilians', 'Explosions/Remote violence', 'Riots'
        ) or disorder_type = 'Political violence; Demonstrations', 'Civilian targeting', null) as civilian_targeting,  -- Whether civilians were the main target.
        cast(incidents.iso_numeric as bigint) as iso,  -- ISO 3166-1 numeric.
        incidents.acled_region as region,  -- ACLED's region.
        incidents.country_name as country,  -- Country.
        incidents.admin1,  -- Province or state.
        incidents.admin2,  -- District.
        cast(null as varchar) as admin3,  -- Not known to the warehouse.
        incidents.place_name as location,  -- Place.
        incidents.latitude,  -- Degrees north.
        incidents.longitude,  -- Degrees east.
        cast(case incidents.geo_precision when 'exact' then 1 when 'near' then 2 when 'admin2' then 2 else 3 end as bigint) as geo_precision,  -- 1 the place, 2 near it or its district, 3 a larger region.
        array_to_string(sources.publishers, '; ') as source,  -- Outlets.
        cast(null as varchar) as source_scale,  -- Not known to the warehouse.
        coalesce(incidents.headline, sources.first_sentence) as notes,  -- What happened, in the words of a report.
        coalesce(if(incidents.toll_disputed, incidents.killed_low, incidents.killed_best), 0) as fatalities,  -- Deaths: the lowest figure where sources disagree; 0 where none speaks of deaths.
        'sitrep=' || incidents.incident_id as tags,  -- The incident in core.incident.
        cast(epoch(revisions.changed_at) as bigint) as timestamp  -- When the incident was last changed, in seconds since 1970 (UTC).
    from incidents
    inner join actors on incidents.incident_id = actors.incident_id
    left join mart.incident_source as sources on incidents.incident_id = sources.incident_id
    left join revisions on incidents.incident_id = revisions.incident_id
)

select * from final
