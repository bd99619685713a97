-- Every actor in a role is in core.actor, every role in a mention or incident that exists, every name the text at its offsets.
-- Stage: core
-- Severity: blocking
-- Why: An actor without an entry has no kind or country, and every join would drop it.
with roles as (
    select
        'mention' as row_kind, roles.mention_id as row_id, roles.actor_id, mentions.mention_id is not null as has_owner,
        substring(documents.clean_text, roles.char_start + 1, roles.char_end - roles.char_start) = roles.name as is_as_written
    from core.mention_actor as roles
    left join core.mention as mentions on roles.mention_id = mentions.mention_id
    left join core.document as documents on mentions.document_id = documents.document_id
    union all
    select 'incident', roles.incident_id, roles.actor_id, incidents.incident_id is not null, true
    from core.incident_actor as roles
    left join core.incident as incidents on roles.incident_id = incidents.incident_id
)

select roles.row_kind, roles.row_id, roles.actor_id, roles.has_owner, roles.is_as_written
from roles
left join core.actor as actors on roles.actor_id = actors.actor_id
where actors.actor_id is null or not roles.has_owner or not coalesce(roles.is_as_written, true)
