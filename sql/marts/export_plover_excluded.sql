-- Incidents that are not in the PLOVER export, and the codebook's rule that leaves them out.
-- Grain: one row an incident that is left out; the first rule that applies.
-- Inputs: core.incident, core.event_type, core.incident_actor, mart.incident_pair
-- Kind: view
with sources as (
    select distinct incident_id from core.incident_actor where role <> 'target' and certainty <> 'denied'
),

judged as (
    select
        incidents.incident_id,
        case
            when types.plover_event is null then 'event'
            when incidents.occurred_from is null or incidents.date_precision not in ('day', 'week') then 'date'
            when sources.incident_id is null then 'actor'
            when types.plover_event in ('COOPERATE', 'AID', 'SANCTION') and pairs.actor2_id is null then 'recipient'
        end as rule
    from core.incident as incidents
    left join core.event_type as types on incidents.event_type = types.event_type
    left join sources on incidents.incident_id = sources.incident_id
    left join mart.incident_pair as pairs on incidents.incident_id = pairs.incident_id
),

rules(rule, explanation) as (
    values
    ('event', 'PLOVER has no event of this type among its sixteen'),
    ('date', 'PLOVER dates every event to a day; this one is known to a month or year at best'),
    ('actor', 'A PLOVER event has a source actor; who did this is not named'),
    ('recipient', 'Events of COOPERATE, AID and SANCTION require a recipient; this one names none')
),

final as (
    select
        judged.incident_id,  -- The incident.
        judged.rule,  -- The rule, in a word or two.
        rules.explanation  -- The rule, as the codebook has it.
    from judged
    inner join rules on judged.rule = rules.rule
)

select * from final
