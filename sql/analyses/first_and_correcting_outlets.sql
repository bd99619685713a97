-- Which outlets report first, and which later correct what they said?
-- Grain: one row an outlet.
-- Inputs: core.mention, core.document, mart.correction
-- Param: min_incidents bigint = 1 -- Only outlets that reported at least so many incidents.
with reports as (
    select
        mentions.incident_id,
        coalesce(documents.publisher, documents.source_name) as publisher,
        min(documents.published_at) as published_at
    from core.mention as mentions
    inner join core.document as documents on mentions.document_id = documents.document_id
    where mentions.incident_id is not null
    group by all
),

ranked as (
    select
        *,
        count(*) over (partition by incident_id) as publishers,
        rank() over (partition by incident_id order by published_at) as place,
        date_diff('minute', min(published_at) over (partition by incident_id), published_at) / 60.0 as hours_behind
    from reports
    where published_at is not null
),

speed as (
    select
        publisher,
        count(*) as incidents,
        count(*) filter (publishers > 1) as shared,
        count(*) filter (publishers > 1 and place = 1) as first,
        median(hours_behind) filter (publishers > 1) as median_hours_behind
    from ranked
    group by publisher
),

corrections as (
    select
        publisher,
        count(*) as corrections,
        count(*) filter (correction_kind = 'replaced') as replaced,
        count(*) filter (change > 0) as raised,
        count(*) filter (change < 0) as lowered,
        median(hours_between) as median_hours_until_corrected
    from mart.correction
    group by publisher
)

select
    speed.publisher,
    speed.incidents,
    speed.shared,
    speed.first,
    round(speed.first / nullif(speed.shared, 0), 3) as share_first,
    round(speed.median_hours_behind, 1) as median_hours_behind,
    coalesce(corrections.corrections, 0) as corrections,
    coalesce(corrections.replaced, 0) as replaced,
    coalesce(corrections.raised, 0) as raised,
    coalesce(corrections.lowered, 0) as lowered,
    round(corrections.median_hours_until_corrected, 1) as median_hours_until_corrected
from speed
left join corrections on speed.publisher = corrections.publisher
where speed.incidents >= $min_incidents
order by speed.incidents desc, speed.publisher
