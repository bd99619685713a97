-- Every stretch of the raw text that cleaning removed, and by which rule.
-- Grain: one row a stretch. Kept text plus cuts account for every character.
create table core.cut (
    document_id varchar not null,
    raw_start bigint not null,
    raw_end bigint not null,
    rule_id varchar not null,
    text varchar not null,
    primary key (document_id, raw_start)
);

comment on table core.cut is 'Every stretch of the raw text that cleaning removed, and by which rule. Kept text plus cuts account for every character.';
comment on column core.cut.document_id is 'The document that it was cut from.';
comment on column core.cut.raw_start is 'First code point in the raw text.';
comment on column core.cut.raw_end is 'Code point after its last one.';
comment on column core.cut.rule_id is 'The cleaning rule that removed it.';
comment on column core.cut.text is 'What was removed, as it stood.';
