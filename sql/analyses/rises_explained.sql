-- Which rises are rises of violence, and which of coverage?
-- Grain: one row a day and country on which there was more violence than usual, or regular outlets were silent.
-- Inputs: mart.incident_daily
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
-- Param: since date = null -- Only days from this one on.
select
    occurred_on,
    country,
    verdict,
    violent_incidents,
    violent_established,
    round(violent_usual, 2) as violent_usual,
    killed_best,
    documents,
    origins,
    publishers,
    new_publishers,
    silent_publishers
from mart.incident_daily
where verdict in ('violence', 'coverage', 'gap')
    and ($country is null or country = $country)
    and ($since is null or occurred_on >= $since)
order by occurred_on desc, country
