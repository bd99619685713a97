-- How does the mix of means change, month by month?
-- Grain: one row a month, country and type of violent event.
-- Inputs: mart.incident_by_admin1, core.event_type
-- Param: country varchar = null -- Only this country, ISO 3166-1 alpha-2.
-- Param: since date = null -- Only months from this day on.
with months as (
    select month, country, event_type, sum(incidents) as incidents, sum(killed_best) as killed_best
    from mart.incident_by_admin1
    where event_class = 'violent' and month is not null
    group by month, country, event_type
),

types as (
    select * from core.event_type
)

select
    months.month,
    months.country,
    types.label,
    months.incidents,
    round(months.incidents / sum(months.incidents) over (partition by months.month, months.country), 3) as share,
    months.incidents - lag(months.incidents) over (
        partition by months.country, months.event_type order by months.month
    ) as against_its_month_before,
    months.killed_best
from months
inner join types on months.event_type = types.event_type
where ($country is null or months.country = $country) and ($since is null or months.month >= $since)
order by months.month desc, months.country, months.incidents desc, types.label
