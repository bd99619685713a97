-- Incidents that are not in the UCDP GED export, and the codebook's rule that leaves them out.
-- Grain: one row an incident that is left out; the first rule that applies.
-- Inputs: core.incident, core.country, core.actor, mart.incident_pair
-- Kind: view
with actors as (
    select actor_id, case when kind in ('state', 'government', 'military', 'police') then country end as state_of from core.actor
),

judged as (
    select
        incidents.incident_id,
        case
            when incidents.event_class <> 'violent' then 'armed force'
            when incidents.ucdp_type is null or one.actor_id is null then 'organised actor'
            when incidents.ucdp_type <> 'one_sided' and other.actor_id is null then 'organised actor'
            when incidents.ucdp_type <> 'one_sided' and one.state_of = other.state_of then 'organised actor'
            when coalesce(greatest(incidents.killed_low, incidents.killed_best, incidents.killed_high), 0) < 1 then 'direct death'
            when incidents.occurred_from is null or incidents.date_precision = 'unknown' then 'date'
            when countries.gw_number is null then 'country'
            when incidents.geo_precision = 'unknown' or incidents.latitude is null or incidents.longitude is null then 'location'
        end as rule
    from core.incident as incidents
    left join mart.incident_pair as pairs on incidents.incident_id = pairs.incident_id
    left join actors as one on pairs.organised1_id = one.actor_id
    left join actors as other on pairs.organised2_id = other.actor_id
    left join core.country as countries on incidents.country = countries.country
),

rules(rule, explanation) as (
    values
    ('armed force', 'A UCDP event is a use of armed force; this incident is none'),
    ('organised actor', 'UCDP codes force by an organised, named actor against another one or against civilians; here the sides are not known, or are one'),
    ('direct death', 'A UCDP event has at least one direct death in its low, best or high estimate; here no source tells of one'),
    ('date', 'UCDP dates every event at least to a year (date_prec 1 to 5); this one has no date'),
    ('country', 'UCDP places every event in a state of the Gleditsch and Ward list; this one is in none that is known'),
    ('location', 'UCDP gives every event coordinates (where_prec 1 to 7); of this one''s place none are known')
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
