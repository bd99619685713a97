-- What each document says an incident's toll was, speaker by speaker.
-- Grain: one row an incident, outcome, document and speaker (null: the document in its own voice).
-- Inputs: core.mention, core.mention_casualty, core.document
-- Kind: table
-- Renewed: by incident_id
with mentions as (
    select * from core.mention where incident_id is not null and not is_aggregate
),

casualties as (
    select * from core.mention_casualty
),

documents as (
    select * from core.document
),

-- A stated total stands for its mention; without one the groups that divide a toll add up to it; parts are a lower bound.
mention_toll as (
    select
        mentions.incident_id,
        casualties.outcome,
        mentions.document_id,
        coalesce(casualties.attributed_to, mentions.attributed_to) as attributed_to,
        mentions.mention_id,
        bool_or(casualties.victim_group = 'total') as has_total,
        bool_or(casualties.victim_group in ('civilian', 'security_force', 'militant', 'unknown')) as has_groups,
        max(casualties.low) filter (casualties.victim_group = 'total') as total_low,
        max(casualties.high) filter (casualties.victim_group = 'total') as total_high,
        bool_or(casualties.victim_group = 'total' and casualties.high is null) as total_open,
        sum(casualties.low) filter (casualties.victim_group in ('civilian', 'security_force', 'militant', 'unknown')) as group_low,
        sum(casualties.high) filter (casualties.victim_group in ('civilian', 'security_force', 'militant', 'unknown')) as group_high,
        bool_or(casualties.high is null) as group_open,
        max(casualties.low) as part_low,
        list(casualties.quote order by casualties.char_start) as quotes
    from casualties
    inner join mentions on casualties.mention_id = mentions.mention_id
    group by all
),

stated as (
    select
        *,
        cast(case when has_total then total_low when has_groups then group_low else part_low end as bigint) as low,
        cast(case
            when has_total and not total_open then total_high
            when not has_total and has_groups and not group_open then group_high
        end as bigint) as high
    from mention_toll
),

-- Of a speaker's several sentences the fullest figure counts, the exact one before "at least".
spoken as (
    select
        incident_id,
        outcome,
        document_id,
        attributed_to,
        max(low) as low,
        arg_max_null(high, (low, high is not null, mention_id)) as high,
        arg_max(mention_id, (low, high is not null, mention_id)) as mention_id,
        arg_max(quotes, (low, high is not null, mention_id)) as quotes,
        list(mention_id order by mention_id) as mention_ids
    from stated
    group by all
),

replaced as (
    select distinct supersedes as document_id from documents where supersedes is not null
),

final as (
    select
        spoken.incident_id,  -- The incident.
        spoken.outcome,  -- killed, injured, abducted, missing or arrested.
        spoken.document_id,  -- The document that says so.
        spoken.attributed_to,  -- Who says so in it; null where it speaks in its own voice.
        spoken.low,  -- Fewest that its words allow.
        if(spoken.high is null, null, greatest(spoken.high, spoken.low)) as high,  -- Most that its words allow; null where they give no upper bound.
        coalesce(documents.publisher, documents.source_name) as publisher,  -- The outlet.
        documents.published_at,  -- Instant of publication (UTC).
        documents.published_on,  -- Day of publication.
        documents.syndication_id,  -- Copies of one text have the same.
        replaced.document_id is not null as is_history,  -- A later text of the same address has replaced the document.
        spoken.mention_id,  -- The mention that gives the fullest figure.
        spoken.quotes,  -- Its words.
        spoken.mention_ids  -- All mentions of the document and speaker that give a figure.
    from spoken
    inner join documents on spoken.document_id = documents.document_id
    left join replaced on spoken.document_id = replaced.document_id
)

select * from final
