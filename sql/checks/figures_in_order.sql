-- Low is at most best, best at most high, and none is below zero; days run forward.
-- Stage: core
-- Severity: blocking
-- Refuses: the mentions that its rows name
-- Why: A range that is turned round makes every sum of it wrong.
with ranges as (
    select 'incident killed' as row_kind, incident_id as row_id, killed_low as low, killed_best as best, killed_high as high from core.incident
    union all
    select 'incident injured', incident_id, injured_low, injured_best, injured_high from core.incident
    union all
    select 'incident_casualty ' || outcome || ' ' || victim_group, incident_id, low, best, high from core.incident_casualty
    union all
    select 'mention_casualty ' || outcome || ' ' || victim_group, mention_id, low, low, high from core.mention_casualty
    union all
    select 'incident days', incident_id, date_diff('day', date '0001-01-01', occurred_from), date_diff('day', date '0001-01-01', occurred_from), date_diff('day', date '0001-01-01', occurred_to) from core.incident
    union all
    select 'mention days', mention_id, date_diff('day', date '0001-01-01', occurred_from), date_diff('day', date '0001-01-01', occurred_from), date_diff('day', date '0001-01-01', occurred_to) from core.mention
)

select * from ranges
where low < 0 or low > best or best > high or low > high
