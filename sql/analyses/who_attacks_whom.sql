-- Who attacks whom, month by month?
-- Grain: one row a month and pair of actors. An incident with two targets counts in two rows.
-- Inputs: mart.actor_dyad
-- Param: country varchar = null -- Only pairs in which one side is of this country, ISO 3166-1 alpha-2.
-- Param: since date = null -- Only months from this day on.
-- Param: min_incidents bigint = 1 -- Only pairs with at least so many incidents in the month.
with dyads as (
    select * from mart.actor_dyad where event_class = 'violent'
)

select
    month,
    actor,
    if(relation = 'mutual', 'clashes with', 'attacks') as relation,
    other_actor,
    incidents,
    killed_low,
    killed_best,
    killed_high,
    civilians_killed,
    disputed_incidents
from dyads
where incidents >= $min_incidents
    and ($country is null or actor_country = $country or other_actor_country = $country)
    and ($since is null or month >= $since)
order by month desc nulls last, incidents desc, killed_best desc nulls last, actor_id, other_actor_id
