-- The record of each rule of the gates: how often it was asked and failed, how many rows it stopped, and what became of them.
-- Grain: one row a rule of a suite. A rule whose rows are mostly released or dismissed stops the wrong ones.
-- Inputs: quality.check_result, quality.quarantine
-- Kind: view
with asked as (
    select
        suite,
        expectation as rule,
        arg_max(stage, checked_at) as stage,
        arg_max(severity, checked_at) as severity,
        count(*) as times_asked,
        count(*) filter (not success) as times_failed,
        max(checked_at) filter (not success) as last_failed_at
    from quality.check_result
    group by all
),

reasons as (
    select quarantine_id, stage, row_key, status, quarantined_at, unnest(reasons) as reason
    from quality.quarantine
),

-- A row that left with its whole batch names the rules that the batch broke: "batch_refused: one_rule, core.mention.another".
broken as (
    select
        quarantine_id, stage, row_key, status, quarantined_at,
        starts_with(reason, 'batch_refused:') as with_its_batch,
        unnest(case
            when starts_with(reason, 'batch_refused:') then string_split(ltrim(split_part(reason, ':', 2)), ', ')
            else [split_part(reason, ':', 1)]
        end) as named
    from reasons
),

-- A rule is named with its suite where another table's rule spoke against the row, else it is of the suite of the row's frame.
stopped as (
    select distinct
        quarantine_id, stage, status, quarantined_at, with_its_batch,
        case
            when contains(named, '.') then regexp_extract(named, '^(.*)\.[^.]+$', 1)
            else stage || '.' || split_part(row_key, '|', 1)
        end as suite,
        regexp_extract(named, '[^.]+$') as rule
    from broken
),

counted as (
    select
        suite, rule,
        arg_max(stage, quarantined_at) as stage,
        count(distinct quarantine_id) filter (not with_its_batch) as rows_stopped,
        count(distinct quarantine_id) filter (with_its_batch) as rows_stopped_with_batch,
        count(distinct quarantine_id) filter (status = 'open') as rows_open,
        count(distinct quarantine_id) filter (status = 'replayed') as rows_released,
        count(distinct quarantine_id) filter (status = 'dismissed') as rows_dismissed,
        min(quarantined_at) filter (status = 'open') as oldest_open_at
    from stopped
    group by all
),

final as (
    select
        coalesce(asked.suite, counted.suite) as suite,  -- The suite or folder of checks that the rule stands in.
        coalesce(asked.rule, counted.rule) as rule,  -- The rule.
        coalesce(asked.stage, counted.stage) as stage,  -- The stage whose gate asks it.
        asked.severity,  -- blocking or warning; null where no result of it is on record.
        coalesce(asked.times_asked, 0) as times_asked,  -- Results on record: one for each batch or publish that was held against it.
        coalesce(asked.times_failed, 0) as times_failed,  -- Results in which it found something.
        asked.last_failed_at,  -- When it last found something (UTC).
        coalesce(counted.rows_stopped, 0) as rows_stopped,  -- Rows that it sent to quarantine for a fault of their own.
        coalesce(counted.rows_stopped_with_batch, 0) as rows_stopped_with_batch,  -- Rows that left because it refused their whole batch.
        coalesce(counted.rows_open, 0) as rows_open,  -- Of both: those that nobody has let through or dismissed.
        coalesce(counted.rows_released, 0) as rows_released,  -- Of both: those that a later reading let through.
        coalesce(counted.rows_dismissed, 0) as rows_dismissed,  -- Of both: those that people said may stay out.
        round(counted.rows_released / nullif(counted.rows_stopped + counted.rows_stopped_with_batch, 0), 4) as released_share,  -- Share of the rows stopped that were let through later; null where it stopped none.
        counted.oldest_open_at  -- Since when the oldest open row waits (UTC).
    from asked
    full join counted on asked.suite = counted.suite and asked.rule = counted.rule
)

select * from final
