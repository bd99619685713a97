-- Did violence fall after a ceasefire?
-- Grain: one row a ceasefire, in each country that a side of it is of or that it was made in.
-- Inputs: core.incident, core.incident_actor, core.actor
-- Param: days bigint = 30 -- Length of the time before and after that is compared.
with incidents as (
    select * from core.incident
),

ceasefires as (
    select incident_id, occurred_from, headline, country from incidents
    where event_type = 'ceasefire' and occurred_from is not null
),

countries as (
    select incident_id, country from ceasefires where country is not null
    union
    select roles.incident_id, actors.country
    from core.incident_actor as roles
    inner join core.actor as actors on roles.actor_id = actors.actor_id
    semi join ceasefires on roles.incident_id = ceasefires.incident_id
    where actors.country is not null
),

violence as (
    select country, occurred_from, killed_best from incidents where event_class = 'violent' and date_precision = 'day'
)

select
    ceasefires.incident_id,
    ceasefires.occurred_from,
    countries.country,
    count(violence.occurred_from) filter (violence.occurred_from < ceasefires.occurred_from) as incidents_before,
    count(violence.occurred_from) filter (violence.occurred_from > ceasefires.occurred_from) as incidents_after,
    coalesce(sum(violence.killed_best) filter (violence.occurred_from < ceasefires.occurred_from), 0) as killed_before,
    coalesce(sum(violence.killed_best) filter (violence.occurred_from > ceasefires.occurred_from), 0) as killed_after,
    ceasefires.headline
from ceasefires
inner join countries on ceasefires.incident_id = countries.incident_id
left join violence
    on countries.country = violence.country
    and violence.occurred_from between ceasefires.occurred_from - $days and ceasefires.occurred_from + $days
group by all
order by ceasefires.occurred_from desc, ceasefires.incident_id, countries.country
