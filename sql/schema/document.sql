-- One text, by the bytes it is made of, with the metadata of its best delivery.
-- Grain: one row a document that passed its gates.
create table core.document (
    document_id varchar primary key,
    source_name varchar not null,
    raw_path varchar not null,
    url varchar,
    title varchar,
    publisher varchar,
    byline varchar,
    published_at timestamptz,
    published_on date,
    utc_offset varchar,
    published_precision varchar not null check (published_precision in ('second', 'day', 'month', 'year', 'unknown')),
    published_basis varchar not null check (published_basis in ('metadata', 'text', 'inferred', 'corroborated', 'unknown')),
    language varchar,
    media_type varchar not null,
    encoding varchar,
    raw_sha256 varchar not null,
    raw_chars bigint not null,
    clean_text varchar not null,
    clean_chars bigint not null,
    near_duplicate_of varchar,
    similarity double,
    syndication_id varchar,
    supersedes varchar,
    parent_document_id varchar,
    section bigint,
    batch_id varchar not null,
    ingested_at timestamptz not null
);

comment on table core.document is 'One text, by the bytes it is made of, with the metadata of its best delivery.';
comment on column core.document.document_id is 'Hash of the record''s raw bytes.';
comment on column core.document.source_name is 'The feed or folder of its best delivery.';
comment on column core.document.raw_path is 'Path within that source: a.txt, a.zip!b.html, c.jsonl#12.';
comment on column core.document.url is 'Address of the page.';
comment on column core.document.title is 'Headline of the text; null where it has none.';
comment on column core.document.publisher is 'The outlet.';
comment on column core.document.byline is 'Author or agency, as printed.';
comment on column core.document.published_at is 'Instant of publication (UTC), where it is known to the second.';
comment on column core.document.published_on is 'Day of publication as the outlet''s own calendar has it; the first day where only month or year is known.';
comment on column core.document.utc_offset is 'Offset of the outlet''s clock, such as +05:00.';
comment on column core.document.published_precision is 'How exactly the publication is known: second, day, month, year, unknown.';
comment on column core.document.published_basis is 'metadata: sidecar or feed. text: a date printed in the document. inferred: from weekdays and dates in the text. corroborated: from another document on the same incident. unknown.';
comment on column core.document.language is 'Language of the text, as an ISO 639-1 code.';
comment on column core.document.media_type is 'Form of the raw bytes: text/plain, text/html, application/pdf ...';
comment on column core.document.encoding is 'Character encoding that the bytes were read in.';
comment on column core.document.raw_sha256 is 'SHA-256 of the raw bytes.';
comment on column core.document.raw_chars is 'Code points of the raw text: clean_chars plus those in core.cut.';
comment on column core.document.clean_text is 'What cleaning kept, as it stands. Offsets of mentions count its code points.';
comment on column core.document.clean_chars is 'Code points of clean_text.';
comment on column core.document.near_duplicate_of is 'The document that this one nearly repeats: the earliest by publication, then the smallest id.';
comment on column core.document.similarity is 'How much of the two texts is the same, 0 to 1.';
comment on column core.document.syndication_id is 'The cluster of copies and rewrites of one text: one origin, however many outlets carry it.';
comment on column core.document.supersedes is 'An earlier text of the same address that this one replaces: its figures are history, not dispute.';
comment on column core.document.parent_document_id is 'The page that this section of a live blog is a part of.';
comment on column core.document.section is 'Position of the section in its page.';
comment on column core.document.batch_id is 'The batch that its best delivery was read in.';
comment on column core.document.ingested_at is 'When it was taken in (UTC). A clock column: it differs between rebuilds.';
