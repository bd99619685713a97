-- The event types and places of mentions and incidents are in their tables.
-- Stage: core
-- Severity: blocking
-- Why: A code without an entry has no meaning, and every join with its table would drop the row.
with codes as (
    select 'mention' as row_kind, mention_id as row_id, event_type, place_id from core.mention
    union all
    select 'incident', incident_id, event_type, place_id from core.incident
)

select codes.row_kind, codes.row_id, codes.event_type, codes.place_id
from codes
left join core.event_type as types on codes.event_type = types.event_type
left join core.place as places on codes.place_id = places.place_id
where types.event_type is null or (codes.place_id is not null and places.place_id is null)
