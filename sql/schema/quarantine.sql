-- Rows that a gate refused, with the reasons and the row as it was.
-- Grain: one row a refused row. Loaded from the append-only ledger at each publish.
create table quality.quarantine (
    quarantine_id varchar primary key,
    stage varchar not null check (stage in ('raw_text', 'cleaned_text', 'extracted_events', 'core', 'mart')),
    batch_id varchar,
    row_key varchar not null,
    document_id varchar,
    delivery_id varchar,
    reasons varchar[] not null,
    payload json,
    status varchar not null check (status in ('open', 'replayed', 'dismissed')),
    quarantined_at timestamptz not null
);

comment on table quality.quarantine is 'Rows that a gate refused, with the reasons and the row as it was.';
comment on column quality.quarantine.quarantine_id is 'Id of the refusal.';
comment on column quality.quarantine.stage is 'The stage whose gate refused it.';
comment on column quality.quarantine.batch_id is 'The batch that it came in.';
comment on column quality.quarantine.row_key is 'Key of the row in its frame.';
comment on column quality.quarantine.document_id is 'The document that it belongs to.';
comment on column quality.quarantine.delivery_id is 'The delivery that it belongs to.';
comment on column quality.quarantine.reasons is 'Each rule that it broke, with the column and the value.';
comment on column quality.quarantine.payload is 'The row as it was.';
comment on column quality.quarantine.status is 'open, replayed (read again after a fix) or dismissed (with a reason).';
comment on column quality.quarantine.quarantined_at is 'When it was refused (UTC).';
