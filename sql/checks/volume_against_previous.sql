-- The warehouse has not lost more than a tenth of the documents, mentions or incidents that the version before had.
-- Stage: core
-- Severity: warning
-- Compares: previous
-- Why: A warehouse only grows, save for merges, retractions and better rules; a tenth is more than a new version of rules
-- has ever moved at once, and a warning, since what one batch holds must not decide whether another is right.
with sizes as (
    select 'core.document' as table_name, (select count(*) from core.document) as rows_now, (select count(*) from previous.core.document) as rows_before
    union all
    select 'core.mention', (select count(*) from core.mention), (select count(*) from previous.core.mention)
    union all
    select 'core.incident', (select count(*) from core.incident), (select count(*) from previous.core.incident)
)

select * from sizes where rows_now < 0.9 * rows_before
