-- Incidents in the columns of POLECAT, coded by PLOVER; docs/exports/plover.md has every decision of the mapping.
-- Grain: one row an incident that PLOVER would code. Several actors stand in one cell, joined by semicolons.
-- Inputs: core.incident, core.event_type, core.country, core.incident_actor, core.actor, core.place, core.mention, core.mention_actor, mart.incident_pair, mart.export_plover_excluded, mart.incident_source
-- Kind: table
-- Renewed: by "Event ID"
with incidents as (
    select incidents.*, types.plover_event, types.plover_mode, countries.name as country_name
    from core.incident as incidents
    inner join core.event_type as types on incidents.event_type = types.event_type
    left join core.country as countries on incidents.country = countries.country
    anti join mart.export_plover_excluded as excluded on incidents.incident_id = excluded.incident_id
),

-- Quad category and conflict-cooperation score of each event.
scales(plover_event, quad_code, intensity) as (
    values
    ('AGREE', 'VERBAL COOPERATION', 4.2), ('CONSULT', 'VERBAL COOPERATION', 2.1), ('SUPPORT', 'VERBAL COOPERATION', 4.6),
    ('CONCEDE', 'VERBAL COOPERATION', 5.0), ('COOPERATE', 'MATERIAL COOPERATION', 6.8), ('AID', 'MATERIAL COOPERATION', 7.4),
    ('RETREAT', 'MATERIAL COOPERATION', 7.6), ('REQUEST', 'VERBAL CONFLICT', -5.0), ('ACCUSE', 'VERBAL CONFLICT', -2.0),
    ('REJECT', 'VERBAL CONFLICT', -4.2), ('THREATEN', 'VERBAL CONFLICT', -5.1), ('PROTEST', 'MATERIAL CONFLICT', -6.6),
    ('SANCTION', 'MATERIAL CONFLICT', -5.2), ('MOBILIZE', 'MATERIAL CONFLICT', -5.3), ('COERCE', 'MATERIAL CONFLICT', -7.2),
    ('ASSAULT', 'MATERIAL CONFLICT', -9.3)
),

-- Targets are recipients, all others sources: also both parties of a clash, and all who meet. Where a recipient is
-- required and no target is named, it is the other side of those who act together.
sides as (
    select
        roles.incident_id,
        roles.actor_id,
        max(if(
            roles.role = 'target' or (
                incidents.plover_event in ('COOPERATE', 'AID', 'SANCTION')
                and (roles.actor_id = pairs.actor2_id or list_contains(pairs.with_actor2_ids, roles.actor_id))
            ), 2, 1
        )) as side,
        sum(roles.mention_count) as mention_count
    from core.incident_actor as roles
    inner join incidents on roles.incident_id = incidents.incident_id
    left join mart.incident_pair as pairs on roles.incident_id = pairs.incident_id
    where roles.certainty <> 'denied'
    group by roles.incident_id, roles.actor_id
),

written as (
    select
        mentions.incident_id,
        mention_actors.actor_id,
        arg_min(mention_actors.name, (mentions.document_id, mention_actors.char_start)) as raw_name
    from core.mention_actor as mention_actors
    inner join core.mention as mentions on mention_actors.mention_id = mentions.mention_id
    where mentions.incident_id is not null
    group by all
),

actors as (
    select
        sides.incident_id, sides.side, sides.mention_count, actors.actor_id, actors.name, written.raw_name,
        coalesce(countries.iso3, '') as iso3,
        case actors.kind
            when 'state' then 'GOV' when 'government' then 'GOV' when 'military' then 'MIL' when 'police' then 'COP'
            when 'insurgent' then 'REB' when 'militia' then 'PRM' when 'party' then 'PTY' when 'civilians' then 'CVL'
            when 'media' then 'JRN' when 'unidentified' then 'UAF' else ''
        end as sector
    from sides
    inner join core.actor as actors on sides.actor_id = actors.actor_id
    left join core.country as countries on actors.country = countries.country
    left join written on sides.incident_id = written.incident_id and sides.actor_id = written.actor_id
),

-- Each side in the order of its mentions.
listed as (
    select
        incident_id,
        list_sort(list(struct_pack(
            rank := -mention_count, actor_id := actor_id, name := name, iso3 := iso3, sector := sector, raw_name := raw_name
        )) filter (side = 1)) as sources,
        list_sort(list(struct_pack(
            rank := -mention_count, actor_id := actor_id, name := name, iso3 := iso3, sector := sector, raw_name := raw_name
        )) filter (side = 2)) as recipients
    from actors
    group by incident_id
),

joined as (
    select
        incident_id,
        array_to_string([one.name for one in sources], ';') as actor_names,
        array_to_string([one.iso3 for one in sources], ';') as actor_countries,
        array_to_string([one.sector for one in sources], ';') as actor_sectors,
        array_to_string([one.raw_name for one in sources if one.raw_name is not null], ';') as actor_raw_names,
        array_to_string([one.name for one in recipients], ';') as recipient_names,
        array_to_string([one.iso3 for one in recipients], ';') as recipient_countries,
        array_to_string([one.sector for one in recipients], ';') as recipient_sectors,
        array_to_string([one.raw_name for one in recipients if one.raw_name is not null], ';') as recipient_raw_names
    from listed
),

final as (
    select
        incidents.incident_id as "Event ID",  -- The incident in core.incident.
        incidents.occurred_from as "Event Date",  -- Day; the first one where it may have been several.
        incidents.plover_event as "Event Type",  -- One of PLOVER's sixteen events.
        incidents.plover_mode as "Event Mode",  -- Its mode, where the event has modes.
        cast(scales.intensity as double) as "Intensity",  -- Conflict-cooperation score of the event, from -10 to 10.
        scales.quad_code as "Quad Code",  -- Verbal or material, cooperation or conflict.
        cast(null as varchar) as "Contexts",  -- PLOVER's contexts: not coded.
        joined.actor_names as "Actor Name",  -- Who acted; all of them where both sides act.
        nullif(joined.actor_countries, '') as "Actor Country",  -- Their countries, ISO 3166-1 alpha-3.
        cast(null as bigint) as "Actor COW",  -- Correlates of War number: not known to the warehouse.
        nullif(split_part(joined.actor_sectors, ';', 1), '') as "Primary Actor Sector",  -- Sector of the first, from its kind.
        nullif(joined.actor_sectors, '') as "Actor Sectors",  -- Sectors of all.
        cast(null as varchar) as "Actor Title",  -- Title of a person: not coded.
        joined.actor_raw_names as "Actor Name Raw",  -- The actors as a report writes them.
        cast(null as varchar) as "Wikipedia Actor ID",  -- Not known to the warehouse.
        joined.recipient_names as "Recipient Name",  -- Who was acted on.
        nullif(joined.recipient_countries, '') as "Recipient Country",  -- Their countries, ISO 3166-1 alpha-3.
        cast(null as bigint) as "Recipient COW",  -- Correlates of War number: not known to the warehouse.
        nullif(split_part(joined.recipient_sectors, ';', 1), '') as "Primary Recipient Sector",  -- Sector of the first, from its kind.
        nullif(joined.recipient_sectors, '') as "Recipient Sectors",  -- Sectors of all.
        cast(null as varchar) as "Recipient Title",  -- Title of a person: not coded.
        joined.recipient_raw_names as "Recipient Name Raw",  -- The recipients as a report writes them.
        cast(null as varchar) as "Wikipedia Recipient ID",  -- Not known to the warehouse.
        incidents.place_name as "Placename",  -- Place.
        if(places.level = 'place', incidents.place_name, null) as "City",  -- The place, where it is a town or village.
        incidents.admin2 as "District",  -- District.
        incidents.admin1 as "Province",  -- Province or state.
        incidents.country_name as "Country",  -- Country.
        incidents.latitude as "Latitude",  -- Degrees north.
        incidents.longitude as "Longitude",  -- Degrees east.
        places.geonames_id as "GeoNames ID",  -- Number at GeoNames, where known.
        sources.first_place_text as "Raw Placename",  -- The place as a report writes it.
        case places.level when 'place' then 'PPL' when 'admin1' then 'ADM1' when 'admin2' then 'ADM2' when 'country' then 'PCLI' when 'region' then 'RGN' end as "Feature Type",  -- GeoNames' kind of place.
        array_to_string(sources.publishers, ';') as "Source",  -- Outlets.
        sources.days[1] as "Publication Date",  -- Day of the first report.
        cast(null as varchar) as "Story People",  -- Not coded.
        cast(null as varchar) as "Story Organizations",  -- Not coded.
        cast(null as varchar) as "Story Locations",  -- Not coded.
        sources.language as "Language",  -- Language of the first report.
        'sitrep' as "Version"  -- Who coded.
    from incidents
    inner join scales on incidents.plover_event = scales.plover_event
    inner join joined on incidents.incident_id = joined.incident_id
    left join core.place as places on incidents.place_id = places.place_id
    left join mart.incident_source as sources on incidents.incident_id = sources.incident_id
)

select * from final
