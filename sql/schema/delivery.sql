-- One arrival of one text: this outlet, this file, this day.
-- Grain: one row a delivery. Every delivery that ever came is here, also those whose text is not.
create table core.delivery (
    delivery_id varchar primary key,
    document_id varchar not null,
    source_name varchar not null,
    raw_path varchar not null,
    url varchar,
    publisher varchar,
    published_at timestamptz,
    batch_id varchar not null,
    arrived_at timestamptz not null,
    outcome varchar not null check (outcome in ('published', 'quarantined', 'duplicate'))
);

comment on table core.delivery is 'One arrival of one text: this outlet, this file, this day. Deliveries = published + quarantined + exact duplicates.';
comment on column core.delivery.delivery_id is 'Hash of source, path in its container, raw bytes and sidecar: the same arrival always has the same id.';
comment on column core.delivery.document_id is 'The document that arrived: hash of the record''s raw bytes. Not in core.document where the text was quarantined.';
comment on column core.delivery.source_name is 'The feed or folder that it came from.';
comment on column core.delivery.raw_path is 'Path within the source: a.txt, a.zip!b.html, c.jsonl#12.';
comment on column core.delivery.url is 'Address of the page, where the delivery states one.';
comment on column core.delivery.publisher is 'The outlet, as this delivery states it.';
comment on column core.delivery.published_at is 'Instant of publication (UTC), as this delivery states it.';
comment on column core.delivery.batch_id is 'The batch that the delivery was read in.';
comment on column core.delivery.arrived_at is 'When it was taken in (UTC). A clock column: it differs between rebuilds.';
comment on column core.delivery.outcome is 'published: its document is in core.document on its word. duplicate: the same bytes were published by another delivery. quarantined: refused by a gate; see quality.quarantine.';
