-- How long until a toll settles, and by how much does it grow?
-- Grain: one row an incident that was reported on at least two days with a number of deaths.
-- Inputs: mart.reported_toll, core.incident
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
with figures as (
    select * from mart.reported_toll where outcome = 'killed' and published_on is not null
),

incidents as (
    select * from core.incident
),

-- What was known at the end of each day: the highest least number that anybody had stated by then.
days as (
    select incident_id, published_on, max(max(low)) over (
        partition by incident_id order by published_on rows unbounded preceding
    ) as known
    from figures
    group by incident_id, published_on
),

settled as (
    select
        incident_id,
        min(published_on) as first_on,
        min_by(known, published_on) as first_toll,
        max(known) as last_toll,
        min_by(published_on, (-known, published_on)) as settled_on,
        count(*) as days_reported
    from days
    group by incident_id
    having count(*) > 1
)

select
    settled.incident_id,
    incidents.occurred_from,
    incidents.country,
    incidents.place_name,
    settled.first_toll,
    settled.last_toll,
    settled.last_toll - settled.first_toll as grew_by,
    settled.settled_on - settled.first_on as days_until_settled,
    settled.days_reported
from settled
inner join incidents on settled.incident_id = incidents.incident_id
where $country is null or incidents.country = $country
order by days_until_settled desc, grew_by desc, settled.incident_id
