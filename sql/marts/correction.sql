-- Where an outlet gives another figure than it gave before: a replaced text, or a later report.
-- Grain: one row an incident, outcome, outlet and document whose figure differs from that of the outlet's document before.
-- Inputs: core.document, mart.reported_toll
-- Kind: table
-- Renewed: by incident_id
with figures as (
    select
        incident_id, outcome, publisher, document_id,
        max(published_at) as published_at,
        max(published_on) as published_on,
        max(low) as low,
        arg_max_null(high, (low, high is not null, mention_id)) as high,
        arg_max(mention_id, (low, high is not null, mention_id)) as mention_id
    from mart.reported_toll
    group by all
),

documents as (
    select document_id, supersedes from core.document
),

-- Without any date of publication nothing is earlier or later.
followed as (
    select
        figures.*,
        documents.supersedes,
        lag(figures.document_id) over in_time as earlier_document_id,
        lag(figures.mention_id) over in_time as earlier_mention_id,
        lag(figures.low) over in_time as earlier_low,
        lag(figures.high) over in_time as earlier_high,
        lag(figures.published_at) over in_time as earlier_published_at,
        lag(figures.published_on) over in_time as earlier_published_on
    from figures
    inner join documents on figures.document_id = documents.document_id
    where figures.published_on is not null or figures.published_at is not null
    window in_time as (
        partition by figures.incident_id, figures.outcome, figures.publisher
        order by coalesce(figures.published_at, cast(figures.published_on as timestamptz)), documents.supersedes nulls first, figures.document_id
    )
),

final as (
    select
        incident_id,  -- The incident.
        outcome,  -- killed, injured, abducted, missing or arrested.
        publisher,  -- The outlet.
        if(supersedes = earlier_document_id, 'replaced', 'followed_up') as correction_kind,  -- replaced: a new text at the same address. followed_up: a later report of its own.
        earlier_document_id,  -- The document before.
        document_id,  -- The document that differs from it.
        earlier_low,  -- Fewest by the document before.
        earlier_high,  -- Most by the document before.
        low,  -- Fewest by this one.
        high,  -- Most by this one.
        low - earlier_low as change,  -- Difference of the two least numbers.
        coalesce(date_diff('minute', earlier_published_at, published_at) / 60.0, (published_on - earlier_published_on) * 24.0) as hours_between,  -- Hours between the two; whole days where an hour is not known.
        earlier_published_on,  -- Day of the document before.
        published_on,  -- Day of this one.
        earlier_mention_id,  -- The mention that gives the earlier figure.
        mention_id  -- The mention that gives this figure.
    from followed
    where earlier_document_id is not null
        and (low, coalesce(high, -1)) <> (earlier_low, coalesce(earlier_high, -1))
)

select * from final
