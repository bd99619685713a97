-- Incidents in the columns of POLECAT, coded by PLOVER; docs/exports/plover.md has every decision of the mapping.
-- Grain: one row an incident that PLOVER would code.
-- Inputs: core.incident, core.event_type, core.country, core.actor, core.place, core.mention, core.mention_actor, core.document, mart.incident_pair, mart.export_plover_excluded
-- Kind: table
with incidents as (
    select incidents.*, types.plover_event, types.plover_mode, countries.name as country_name,
        pairs.actor1_id, pairs.with_actor1_ids, pairs.actor2_id, pairs.with_actor2_ids
    from core.incident as incidents
    inner join core.event_type as types on incidents.event_type = types.event_type
    inner join mart.incident_pair as pairs on incidents.incident_id = pairs.incident_id
    left join core.country as countries on incidents.country = countries.country
    anti join mart.export_plover_excluded as excluded on incidents.incident_id = excluded.incident_id
),

actors as (
    select
        actors.actor_id, actors.name, countries.iso3,
        case actors.kind
            when 'state' then 'GOV' when 'government' then 'GOV' when 'military' then 'MIL' when 'police' then 'COP'
            when 'insurgent' then 'REB' when 'militia' then 'PAR' when 'party' then 'PTY' when 'civilians' then 'CVL'
            when 'media' then 'JRN' when 'organisation' then 'NGO' when 'unidentified' then 'UAF'
        end as sector
    from core.actor as actors
    left join core.country as countries on actors.country = countries.country
),

quads(plover_event, quad_code) as (
    values
    ('AGREE', 'VERBAL COOPERATION'), ('CONSULT', 'VERBAL COOPERATION'), ('SUPPORT', 'VERBAL COOPERATION'),
    ('CONCEDE', 'VERBAL COOPERATION'), ('COOPERATE', 'MATERIAL COOPERATION'), ('AID', 'MATERIAL COOPERATION'),
    ('RETREAT', 'MATERIAL COOPERATION'), ('REQUEST', 'VERBAL CONFLICT'), ('ACCUSE', 'VERBAL CONFLICT'),
    ('REJECT', 'VERBAL CONFLICT'), ('THREATEN', 'VERBAL CONFLICT'), ('PROTEST', 'MATERIAL CONFLICT'),
    ('SANCTION', 'MATERIAL CONFLICT'), ('MOBILIZE', 'MATERIAL CONFLICT'), ('COERCE', 'MATERIAL CONFLICT'),
    ('ASSAULT', 'MATERIAL CONFLICT')
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

reports as (
    select
        mentions.incident_id,
        string_agg(distinct coalesce(documents.publisher, documents.source_name), ';'
            order by coalesce(documents.publisher, documents.source_name)) as source,
        min(documents.published_on) as publication_date,
        arg_min(mentions.place_text, (documents.published_on, mentions.document_id, mentions.char_start)) as raw_placename,
        arg_min(documents.language, (documents.published_on, mentions.document_id)) as language
    from core.mention as mentions
    inner join core.document as documents on mentions.document_id = documents.document_id
    where mentions.incident_id is not null
    group by mentions.incident_id
),

final as (
    select
        incidents.incident_id as "Event ID",  -- The incident in core.incident.
        incidents.occurred_from as "Event Date",  -- Day; the first one where it may have been several.
        incidents.plover_event as "Event Type",  -- One of PLOVER's sixteen events.
        incidents.plover_mode as "Event Mode",  -- Its mode, where the event has modes.
        cast(null as double) as "Intensity",  -- PLOVER's scale: not computed.
        quads.quad_code as "Quad Code",  -- Verbal or material, cooperation or conflict.
        cast(null as varchar) as "Contexts",  -- PLOVER's contexts: not coded.
        one.name as "Actor Name",  -- Who acted.
        one.iso3 as "Actor Country",  -- Its country, ISO 3166-1 alpha-3.
        cast(null as bigint) as "Actor COW",  -- Correlates of War number: not known to the warehouse.
        one.sector as "Primary Actor Sector",  -- Its sector, from its kind.
        one.sector as "Actor Sectors",  -- Its sectors: the primary one alone.
        cast(null as varchar) as "Actor Title",  -- Title of a person: not coded.
        one_written.raw_name as "Actor Name Raw",  -- The actor as a report writes it.
        cast(null as varchar) as "Wikipedia Actor ID",  -- Not known to the warehouse.
        other.name as "Recipient Name",  -- Who was acted on, or the other side.
        other.iso3 as "Recipient Country",  -- Its country, ISO 3166-1 alpha-3.
        cast(null as bigint) as "Recipient COW",  -- Correlates of War number: not known to the warehouse.
        other.sector as "Primary Recipient Sector",  -- Its sector, from its kind.
        other.sector as "Recipient Sectors",  -- Its sectors: the primary one alone.
        cast(null as varchar) as "Recipient Title",  -- Title of a person: not coded.
        other_written.raw_name as "Recipient Name Raw",  -- The recipient as a report writes it.
        cast(null as varchar) as "Wikipedia Recipient ID",  -- Not known to the warehouse.
        incidents.place_name as "Placename",  -- Place.
        if(places.level = 'place', incidents.place_name, null) as "City",  -- The place, where it is a town or village.
        incidents.admin2 as "District",  -- District.
        incidents.admin1 as "Province",  -- Province or state.
        incidents.country_name as "Country",  -- Country.
        incidents.latitude as "Latitude",  -- Degrees north.
        incidents.longitude as "Longitude",  -- Degrees east.
        places.geonames_id as "GeoNames ID",  -- Number at GeoNames, where known.
        reports.raw_placename as "Raw Placename",  -- The place as a report writes it.
        case places.level when 'place' then 'PPL' when 'admin1' then 'ADM1' when 'admin2' then 'ADM2' when 'country' then 'PCLI' when 'region' then 'RGN' end as "Feature Type",  -- GeoNames' kind of place.
        reports.source as "Source",  -- Outlets.
        reports.publication_date as "Publication Date",  -- Day of the first report.
        cast(null as varchar) as "Story People",  -- Not coded.
        cast(null as varchar) as "Story Organizations",  -- Not coded.
        cast(null as varchar) as "Story Locations",  -- Not coded.
        reports.language as "Language",  -- Language of the first report.
        'sitrep' as "Version"  -- Who coded.
    from incidents
    left join quads on incidents.plover_event = quads.plover_event
    left join actors as one on incidents.actor1_id = one.actor_id
    left join actors as other on incidents.actor2_id = other.actor_id
    left join written as one_written on incidents.incident_id = one_written.incident_id and incidents.actor1_id = one_written.actor_id
    left join written as other_written on incidents.incident_id = other_written.incident_id and incidents.actor2_id = other_written.actor_id
    left join core.place as places on incidents.place_id = places.place_id
    left join reports on incidents.incident_id = reports.incident_id
)

select * from final
