-- Every toll of an incident rests on its own mentions, and states no more or less than they do.
-- Stage: core
-- Severity: blocking
-- Why: Merging may choose among figures but not make one up.
with cited as (
    select incident_id, outcome, victim_group, unnest(mention_ids) as mention_id from core.incident_casualty
)

select cited.incident_id, cited.outcome, cited.victim_group, cited.mention_id, mentions.incident_id as stands_in, mentions.is_aggregate
from cited
left join core.mention as mentions on cited.mention_id = mentions.mention_id
left join core.mention_casualty as casualties on cited.mention_id = casualties.mention_id and cited.outcome = casualties.outcome
where mentions.incident_id is distinct from cited.incident_id
    or mentions.is_aggregate
    or casualties.mention_id is null
union all
select incident_id, outcome, victim_group, null, null, null from core.incident_casualty where len(mention_ids) = 0
union all
select incidents.incident_id, 'killed', null, null, null, null
from core.incident as incidents
where incidents.killed_best is not null
    and not exists (
        select 1 from core.incident_casualty as casualties
        where casualties.incident_id = incidents.incident_id and casualties.outcome = 'killed'
    )
