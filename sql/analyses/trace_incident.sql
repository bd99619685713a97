-- Where does each figure and name of an incident stand in the sources?
-- Grain: one row a word of evidence: the incident's mentions, their actors and their casualties, with their characters.
-- Inputs: core.incident, core.incident_alias, core.mention, core.mention_actor, core.mention_casualty, core.document
-- Param: incident varchar -- Id of the incident; an id that was merged away will do.
with wanted as (
    select incident_id from core.incident where incident_id = $incident
    union
    select incident_id from core.incident_alias where alias_id = $incident
),

mentions as (
    select mentions.* from core.mention as mentions semi join wanted on mentions.incident_id = wanted.incident_id
),

evidence as (
    select mention_id, 'mention' as what, event_type || ' (' || modality || ')' as reading, trigger as words, trigger_start as char_start, trigger_end as char_end, attributed_to
    from mentions
    union all
    select actors.mention_id, 'actor', actors.role || ': ' || actors.actor_id, actors.name, actors.char_start, actors.char_end, actors.attributed_to
    from core.mention_actor as actors semi join mentions on actors.mention_id = mentions.mention_id
    union all
    select
        casualties.mention_id, 'casualty',
        casualties.outcome || ' ' || casualties.victim_group || ': ' || casualties.low
            || case when casualties.high is null then ' or more' when casualties.high > casualties.low then ' to ' || casualties.high else '' end,
        casualties.quote, casualties.char_start, casualties.char_end, casualties.attributed_to
    from core.mention_casualty as casualties semi join mentions on casualties.mention_id = mentions.mention_id
)

select
    mentions.incident_id,
    coalesce(documents.publisher, documents.source_name) as publisher,
    documents.published_on,
    documents.raw_path,
    evidence.what,
    evidence.reading,
    evidence.words,
    evidence.char_start,
    evidence.char_end,
    evidence.attributed_to,
    mentions.sentence,
    mentions.rule_id,
    mentions.mention_id,
    documents.url
from evidence
inner join mentions on evidence.mention_id = mentions.mention_id
inner join core.document as documents on mentions.document_id = documents.document_id
order by documents.published_at nulls last, mentions.document_id, evidence.char_start, evidence.what, evidence.reading
