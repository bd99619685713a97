-- How far two outlets agree on the deaths of the incidents that both report, copies of one text left out.
-- Grain: one row a pair of outlets, the one whose name sorts first before the other.
-- Inputs: core.mention, core.document, mart.reported_toll
-- Kind: table
with reports as (
    select distinct
        mentions.incident_id,
        coalesce(documents.publisher, documents.source_name) as publisher,
        coalesce(documents.syndication_id, documents.document_id) as origin_id
    from core.mention as mentions
    inner join core.document as documents on mentions.document_id = documents.document_id
    where mentions.incident_id is not null
),

-- An outlet's last word on an incident: its latest document that no later text has replaced, its fullest figure.
last_words as (
    select incident_id, publisher, low, high, mention_id
    from mart.reported_toll
    where outcome = 'killed' and not is_history
    qualify row_number() over (
        partition by incident_id, publisher
        order by coalesce(published_at, cast(published_on as timestamptz)) desc nulls last, low desc, document_id, mention_id
    ) = 1
),

shared as (
    select one.publisher, other.publisher as other_publisher, one.incident_id
    from reports as one
    inner join reports as other on one.incident_id = other.incident_id and one.publisher < other.publisher
    group by all
    having bool_or(one.origin_id <> other.origin_id)
),

compared as (
    select
        shared.*,
        one.low as low,
        other.low as other_low,
        one.low <= coalesce(other.high, one.low) and other.low <= coalesce(one.high, other.low) as is_compatible
    from shared
    left join last_words as one on shared.incident_id = one.incident_id and shared.publisher = one.publisher
    left join last_words as other on shared.incident_id = other.incident_id and shared.other_publisher = other.publisher
),

final as (
    select
        publisher,  -- An outlet.
        other_publisher,  -- Another one.
        count(*) as shared_incidents,  -- Incidents that both report, each in a text of its own.
        count(is_compatible) as compared_tolls,  -- Of those, the ones for which both give a number of deaths.
        count(*) filter (is_compatible) as compatible_tolls,  -- Both numbers can be right: "at least 4" and "5" can.
        count(*) filter (low = other_low) as same_tolls,  -- Both name the same least number.
        count(*) filter (not is_compatible and low > other_low) as higher_tolls,  -- The first is the higher.
        count(*) filter (not is_compatible and low < other_low) as lower_tolls,  -- The first is the lower.
        round(avg(abs(low - other_low)), 2) as mean_gap,  -- Mean distance of the two least numbers.
        round(count(*) filter (is_compatible) / nullif(count(is_compatible), 0), 3) as agreement,  -- compatible_tolls / compared_tolls.
        list(incident_id order by incident_id) as incident_ids  -- The shared incidents.
    from compared
    group by publisher, other_publisher
)

select * from final
