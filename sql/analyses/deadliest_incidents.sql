-- Which were the deadliest incidents?
-- Grain: one row an incident.
-- Inputs: core.incident
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
-- Param: since date = null -- Only incidents from this day on.
-- Param: until date = null -- Only incidents up to this day.
-- Param: top bigint = 20 -- How many.
select
    incident_id,
    occurred_from,
    country,
    place_name,
    event_type,
    killed_low,
    killed_best,
    killed_high,
    toll_disputed,
    origin_count,
    headline
from core.incident
where killed_best > 0
    and ($country is null or country = $country)
    and ($since is null or occurred_from >= $since)
    and ($until is null or occurred_from <= $until)
order by killed_best desc, killed_high desc nulls last, occurred_from desc nulls last, incident_id
limit $top
