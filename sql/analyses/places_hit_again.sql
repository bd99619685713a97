-- Which places are hit again and again?
-- Grain: one row a place.
-- Inputs: core.incident
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
-- Param: min_incidents bigint = 2 -- Only places with at least so many violent incidents.
with incidents as (
    select * from core.incident
    where event_class = 'violent' and place_id is not null and geo_precision in ('exact', 'near', 'admin2')
),

spaced as (
    select *, occurred_from - lag(occurred_from) over (partition by place_id order by occurred_from, incident_id) as days_since_last
    from incidents
)

select
    place_id,
    any_value(place_name) as place_name,
    any_value(admin1) as admin1,
    any_value(country) as country,
    count(*) as incidents,
    sum(killed_best) as killed_best,
    count(distinct event_type) as kinds,
    min(occurred_from) as first_on,
    max(occurred_from) as last_on,
    median(days_since_last) as median_days_between
from spaced
where $country is null or country = $country
group by place_id
having count(*) >= $min_incidents
order by incidents desc, killed_best desc nulls last, place_id
