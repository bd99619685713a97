-- How long after an incident is it first reported, country by country?
-- Grain: one row a country.
-- Inputs: core.incident, core.country
-- Param: event_class varchar = 'violent' -- Class of event: violent, coercive, diplomatic, protest, other.
with delays as (
    select country, cast(first_reported_at at time zone 'UTC' as date) - occurred_from as days
    from core.incident
    where date_precision = 'day' and occurred_from is not null and first_reported_at is not null
        and event_class = $event_class
),

countries as (
    select * from core.country
)

select
    delays.country,
    any_value(countries.name) as name,
    count(*) as incidents,
    count(*) filter (delays.days <= 0) as same_day,
    median(delays.days) as median_days,
    quantile_cont(delays.days, 0.9) as ninth_of_ten_days,
    max(delays.days) as longest_days
from delays
left join countries on delays.country = countries.country
group by delays.country
order by incidents desc, delays.country
