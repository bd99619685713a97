-- Incidents that sources say answer each other, from the one that answers none, step by step.
-- Grain: one row a chain (named by its first incident) and incident in it, at its shortest distance from the first.
-- Inputs: core.incident, core.incident_link
-- Kind: table
with recursive incidents as (
    select * from core.incident
),

links as (
    select * from core.incident_link where incident_id <> related_incident_id
),

-- Chains that only go in circles have no first incident: sql/checks/link_cycle lists them.
chains as (
    select distinct
        related_incident_id as chain_id, cast(0 as bigint) as step, related_incident_id as incident_id,
        cast(null as varchar) as answers_incident_id, cast(null as varchar) as relation, cast(null as varchar) as mention_id,
        [related_incident_id] as path
    from links
    where related_incident_id not in (select incident_id from links)
    union all
    select
        chains.chain_id, chains.step + 1, links.incident_id,
        chains.incident_id, links.relation, links.mention_id,
        list_append(chains.path, links.incident_id)
    from chains
    inner join links on links.related_incident_id = chains.incident_id
    where not list_contains(chains.path, links.incident_id) and chains.step < 20
),

shortest as (
    select * from chains
    qualify row_number() over (
        partition by chain_id, incident_id
        order by step, answers_incident_id, list_position(['retaliation_for', 'response_to', 'condemns'], relation)
    ) = 1
),

final as (
    select
        shortest.chain_id,  -- The incident that started the chain.
        shortest.step,  -- 0 for that one, then the number of answers between.
        shortest.incident_id,  -- The incident.
        shortest.answers_incident_id,  -- The incident that it answers.
        shortest.relation,  -- retaliation_for, response_to or condemns.
        incidents.event_type,  -- What happened.
        incidents.event_class,  -- violent, coercive, diplomatic, protest or other.
        incidents.occurred_from,  -- First day that it may have happened.
        incidents.occurred_from - answered.occurred_from as days_after,  -- Days between the first days of the two.
        incidents.country,  -- ISO 3166-1 alpha-2.
        incidents.place_name,  -- Where.
        incidents.killed_best,  -- Deaths by the figure chosen.
        incidents.headline,  -- A line to know it by.
        shortest.mention_id  -- The mention that says that it answers.
    from shortest
    inner join incidents on shortest.incident_id = incidents.incident_id
    left join incidents as answered on shortest.answers_incident_id = answered.incident_id
)

select * from final
