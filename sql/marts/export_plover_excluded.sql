-- Incidents that are not in the PLOVER export, and the codebook's rule that leaves them out.
-- Grain: one row an incident that is left out; the first rule that applies.
-- Inputs: core.incident, core.event_type, mart.incident_pair
-- Kind: view
with incidents as (
    select * from core.incident
),

types as (
    select * from core.event_type
),

pairs as (
    select * from mart.incident_pair
),

judged as (
    select
        incidents.incident_id,
        case
            when types.plover_event is null then 'event'
            when incidents.occurred_from is null or incidents.date_precision not in ('day', 'week') then 'date'
            when pairs.actor1_id is null and pairs.actor2_id is null then 'actor'
        end as rule
    from incidents
    left join types on incidents.event_type = types.event_type
    left join pairs on incidents.incident_id = pairs.incident_id
),

rules(rule, explanation) as (
    values
    ('event', 'PLOVER has no event of this type among its sixteen'),
    ('date', 'PLOVER dates every event to a day; this one is known to a month or year at best'),
    ('actor', 'A PLOVER event has an actor or a recipient; this incident names neither')
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
