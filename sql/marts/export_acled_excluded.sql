-- Incidents that are not in the ACLED export, and the codebook's rule that leaves them out.
-- Grain: one row an incident that is left out; the first rule that applies.
-- Inputs: core.incident, core.event_type, mart.incident_pair
-- Kind: view
with judged as (
    select
        incidents.incident_id,
        case
            when types.acled_sub_event_type is null then 'event type'
            when incidents.date_precision in ('year', 'unknown') or incidents.occurred_from is null then 'time precision'
            when incidents.country is null or incidents.geo_precision = 'international' then 'country'
            when incidents.geo_precision in ('country', 'unknown') then 'geo precision'
            when incidents.latitude is null or incidents.longitude is null then 'coordinates'
            when pairs.actor1_id is null and types.acled_event_type not in (
                'Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Protests', 'Riots'
            ) then 'actor'
        end as rule
    from core.incident as incidents
    left join core.event_type as types on incidents.event_type = types.event_type
    left join mart.incident_pair as pairs on incidents.incident_id = pairs.incident_id
),

rules(rule, explanation) as (
    values
    ('event type', 'ACLED codes no event of this type: its six event types are battles, explosions and remote violence, violence against civilians, protests, riots and strategic developments'),
    ('time precision', 'ACLED dates every event at least to a month (time precision 1 to 3); this one is known to a year at best'),
    ('country', 'ACLED codes every event in one country; this one is in none, or in international space'),
    ('geo precision', 'ACLED codes every event at a place in a part of a country (geo precision 1 to 3); of this one no more than the country is known'),
    ('coordinates', 'ACLED gives every event the coordinates of a named location; this one''s has none'),
    ('actor', 'ACLED codes the actor of every event; of a strategic development nobody is named, and no unidentified armed group stands in for an unnamed actor there')
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
