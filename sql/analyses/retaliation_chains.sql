-- Which incidents answered which, how soon, and at what cost?
-- Grain: one row an incident of a chain, chains by their first incident.
-- Inputs: mart.escalation_chain
-- Param: min_steps bigint = 1 -- Only chains with at least so many answers one upon the other.
-- Param: relation varchar = null -- Only answers of this kind: retaliation_for, response_to, condemns.
with chains as (
    select * from mart.escalation_chain
),

lengths as (
    select chain_id, max(step) as steps, sum(killed_best) as killed_in_chain, min(occurred_from) as started_on
    from chains
    group by chain_id
)

select
    chains.chain_id,
    lengths.started_on,
    chains.step,
    chains.relation,
    chains.occurred_from,
    chains.days_after,
    chains.event_type,
    chains.country,
    chains.place_name,
    chains.killed_best,
    lengths.killed_in_chain,
    chains.headline
from chains
inner join lengths on chains.chain_id = lengths.chain_id
where lengths.steps >= $min_steps
    and ($relation is null or chains.step = 0 or chains.relation = $relation)
order by lengths.started_on desc nulls last, chains.chain_id, chains.step, chains.occurred_from, chains.incident_id
