-- Every incident has a mention, and its counts are those of its mentions and documents.
-- Stage: core
-- Severity: blocking
-- Why: An incident that nobody tells of is an invention; counts that differ hide a source or make one up.
with counted as (
    select
        mentions.incident_id,
        count(*) as mentions,
        count(distinct mentions.document_id) as documents
    from core.mention as mentions
    where mentions.incident_id is not null
    group by mentions.incident_id
)

select incidents.incident_id, incidents.mention_count, counted.mentions, incidents.document_count, counted.documents, incidents.publisher_count, incidents.origin_count
from core.incident as incidents
left join counted on incidents.incident_id = counted.incident_id
where counted.incident_id is null
    or incidents.mention_count <> counted.mentions
    or incidents.document_count <> counted.documents
    or incidents.origin_count not between 1 and counted.documents
    or incidents.publisher_count > counted.documents
