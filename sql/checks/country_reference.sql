-- Every country code is in core.country.
-- Stage: core
-- Severity: blocking
-- Why: A code that ISO does not know would be a country of its own in every count.
with codes as (
    select 'incident' as row_kind, incident_id as row_id, country from core.incident
    union all
    select 'place', place_id, country from core.place
    union all
    select 'actor', actor_id, country from core.actor
)

select codes.row_kind, codes.row_id, codes.country
from codes
left join core.country as countries on codes.country = countries.country
where codes.country is not null and countries.country is null
