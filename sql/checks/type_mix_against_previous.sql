-- No event type has moved by more than fifteen hundredths of all incidents since the version before.
-- Stage: core
-- Severity: warning
-- Compares: previous
-- Why: A rule that suddenly fires on everything shows as a share. Under 200 incidents before, a batch of news can do that
-- by itself; fifteen hundredths at 200 is four standard deviations of a share of one half.
with now as (
    select event_type, count(*) / sum(count(*)) over () as share from core.incident group by event_type
),

before as (
    select event_type, count(*) / sum(count(*)) over () as share from previous.core.incident group by event_type
)

select coalesce(now.event_type, before.event_type) as event_type, round(coalesce(now.share, 0), 3) as share_now, round(coalesce(before.share, 0), 3) as share_before
from now
full join before on now.event_type = before.event_type
where abs(coalesce(now.share, 0) - coalesce(before.share, 0)) > 0.15
    and (select count(*) from previous.core.incident) >= 200
