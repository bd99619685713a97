-- Which incidents rest on one origin alone, however many outlets carry it?
-- Grain: one row an incident.
-- Inputs: core.incident, core.mention, core.document
-- Param: min_killed bigint = 1 -- Only incidents with at least so many dead.
-- Param: since date = null -- Only incidents from this day on.
with incidents as (
    select * from core.incident
    where origin_count = 1
        and coalesce(killed_best, 0) >= $min_killed
        and ($since is null or occurred_from >= $since)
),

outlets as (
    select
        mentions.incident_id,
        string_agg(distinct coalesce(documents.publisher, documents.source_name), ', '
            order by coalesce(documents.publisher, documents.source_name)) as publishers,
        string_agg(distinct mentions.attributed_to, ', ' order by mentions.attributed_to) as who_says_so
    from core.mention as mentions
    inner join core.document as documents on mentions.document_id = documents.document_id
    semi join incidents on mentions.incident_id = incidents.incident_id
    group by mentions.incident_id
)

select
    incidents.incident_id,
    incidents.occurred_from,
    incidents.country,
    incidents.place_name,
    incidents.event_type,
    incidents.killed_best,
    incidents.document_count,
    outlets.publishers,
    outlets.who_says_so,
    incidents.headline
from incidents
inner join outlets on incidents.incident_id = outlets.incident_id
order by incidents.killed_best desc nulls last, incidents.occurred_from desc nulls last, incidents.incident_id
