-- Which claims of responsibility did no official source ever confirm?
-- Grain: one row an incident and claimant.
-- Inputs: core.incident, core.incident_actor, core.actor, core.mention, core.mention_actor, core.document
-- Param: since date = null -- Only incidents from this day on.
-- Param: officials varchar = 'official|police|minist|army|military|government|governor|authorit|security|president' -- Words that mark a speaker as official, as a regular expression.
with incidents as (
    select * from core.incident
),

claims as (
    select roles.incident_id, roles.actor_id, actors.name as claimant
    from core.incident_actor as roles
    inner join core.actor as actors on roles.actor_id = actors.actor_id
    where roles.role = 'claimant'
),

claimed as (
    select mentions.incident_id, roles.actor_id, min(documents.published_on) as first_claimed_on,
        arg_min(mentions.sentence, (documents.published_on, mentions.mention_id)) as sentence
    from core.mention_actor as roles
    inner join core.mention as mentions on roles.mention_id = mentions.mention_id
    inner join core.document as documents on mentions.document_id = documents.document_id
    where roles.role = 'claimant'
    group by all
),

-- An official says that it was them: as perpetrator, not denied, in whatever document.
confirmed as (
    select distinct mentions.incident_id, roles.actor_id
    from core.mention_actor as roles
    inner join core.mention as mentions on roles.mention_id = mentions.mention_id
    where roles.role = 'perpetrator'
        and roles.certainty <> 'denied'
        and regexp_matches(coalesce(roles.attributed_to, mentions.attributed_to), $officials, 'i')
)

select
    incidents.incident_id,
    incidents.occurred_from,
    incidents.country,
    incidents.place_name,
    incidents.event_type,
    claims.claimant,
    claimed.first_claimed_on,
    incidents.killed_best,
    claimed.sentence
from claims
inner join incidents on claims.incident_id = incidents.incident_id
anti join confirmed on claims.incident_id = confirmed.incident_id and claims.actor_id = confirmed.actor_id
left join claimed on claims.incident_id = claimed.incident_id and claims.actor_id = claimed.actor_id
where $since is null or incidents.occurred_from >= $since
order by incidents.occurred_from desc nulls last, incidents.incident_id, claims.actor_id
