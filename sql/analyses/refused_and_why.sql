-- What did the gates refuse, and why?
-- Grain: one row a stage, reason and status.
-- Inputs: quality.quarantine
-- Param: stage varchar = null -- Only this stage: raw_text, cleaned_text, extracted_events, core, mart.
with refusals as (
    select stage, status, quarantined_at, row_key, unnest(reasons) as reason from quality.quarantine
)

select
    stage,
    regexp_extract(reason, '^[^:]*') as rule,
    status,
    count(*) as rows_refused,
    min(reason) as example,
    min(row_key) as example_row,
    max(quarantined_at) as last_at
from refusals
where $stage is null or stage = $stage
group by all
order by rows_refused desc, stage, rule, status
