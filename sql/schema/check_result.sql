-- What each gate said of each rule, in every run.
-- Grain: one row a rule that was checked. Loaded from the append-only ledger at each publish.
create table quality.check_result (
    run_id varchar not null,
    batch_id varchar,
    stage varchar not null check (stage in ('raw_text', 'cleaned_text', 'extracted_events', 'core', 'mart')),
    suite varchar not null,
    expectation varchar not null,
    column_name varchar,
    severity varchar not null check (severity in ('blocking', 'warning')),
    success boolean not null,
    observed varchar,
    unexpected_count bigint,
    checked_at timestamptz not null
);

comment on table quality.check_result is 'What each gate said of each rule, in every run.';
comment on column quality.check_result.run_id is 'The run that checked.';
comment on column quality.check_result.batch_id is 'The batch that was checked; null for checks of the whole warehouse.';
comment on column quality.check_result.stage is 'raw_text, cleaned_text, extracted_events, core or mart.';
comment on column quality.check_result.suite is 'The suite or SQL file that holds the rule.';
comment on column quality.check_result.expectation is 'The rule.';
comment on column quality.check_result.column_name is 'The column that it is about, if it is about one.';
comment on column quality.check_result.severity is 'blocking: nothing is published against it. warning: published, and said.';
comment on column quality.check_result.success is 'Whether the rule held.';
comment on column quality.check_result.observed is 'What was found, in words or figures.';
comment on column quality.check_result.unexpected_count is 'Rows that broke the rule.';
comment on column quality.check_result.checked_at is 'When it was checked (UTC).';
