-- Whose tolls disagree, and who said what?
-- Grain: one row a source's figure on an incident whose sources cannot all be right.
-- Inputs: mart.disputed_toll
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
-- Param: since date = null -- Only incidents from this day on.
-- Param: outcome varchar = 'killed' -- killed or injured.
with figures as (
    select * from mart.disputed_toll
)

select
    incident_id,
    occurred_from,
    place_name,
    headline,
    publisher,
    coalesce(attributed_to, 'the outlet itself') as who_says_so,
    low,
    high,
    incident_best as chosen,
    is_history,
    published_on,
    array_to_string(quotes, ' / ') as words,
    url
from figures
where outcome = $outcome
    and ($country is null or country = $country)
    and ($since is null or occurred_from >= $since)
order by occurred_from desc nulls last, incident_id, published_at nulls last, publisher, mention_id
