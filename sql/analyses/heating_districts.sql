-- Which districts are heating up against their own past?
-- Grain: one row a district with violence in the last days, the sharpest rise first.
-- Inputs: core.incident
-- Param: until date = null -- Last day looked at; the last day of any incident where none is given.
-- Param: days bigint = 28 -- Length of the last days.
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
with incidents as (
    select *, coalesce(admin2, admin1) as district
    from core.incident
    where event_class = 'violent' and date_precision in ('day', 'week') and coalesce(admin2, admin1) is not null
),

bounds as (
    select coalesce($until, max(occurred_from)) as until_on, min(occurred_from) as first_on from incidents
),

-- The past is the year before the last days, or as much of it as the warehouse holds.
counted as (
    select
        incidents.country, incidents.admin1, incidents.district,
        count(*) filter (incidents.occurred_from > bounds.until_on - $days) as incidents_now,
        count(*) filter (incidents.occurred_from <= bounds.until_on - $days) as incidents_past,
        sum(incidents.killed_best) filter (incidents.occurred_from > bounds.until_on - $days) as killed_now,
        min(greatest(1, least(365, bounds.until_on - $days - bounds.first_on + 1))) as days_past
    from incidents
    cross join bounds
    where incidents.occurred_from between bounds.until_on - $days - 364 and bounds.until_on
        and ($country is null or incidents.country = $country)
    group by incidents.country, incidents.admin1, incidents.district
)

select
    country,
    admin1,
    district,
    incidents_now,
    killed_now,
    round(incidents_past * $days / days_past, 2) as incidents_usual,
    round((incidents_now - incidents_usual) / sqrt(greatest(incidents_usual, 1)), 2) as standard_deviations_above,
    days_past
from counted
where incidents_now > 0
order by standard_deviations_above desc, incidents_now desc, country, admin1, district
