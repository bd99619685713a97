-- What a copy or rewrite shares, word for word, with the earlier document that it repeats.
-- Grain: one row a stretch of at least five words, in the order in which the later document has them.
create table core.shared_passage (
    document_id varchar not null,
    other_document_id varchar not null,
    char_start bigint not null,
    char_end bigint not null check (char_end > char_start),
    other_start bigint not null,
    other_end bigint not null check (other_end > other_start),
    similarity double not null check (similarity between 0 and 1),
    primary key (document_id, other_document_id, char_start)
);

comment on table core.shared_passage is 'What a copy or rewrite shares, word for word, with the earlier document that it repeats.';
comment on column core.shared_passage.document_id is 'The later document.';
comment on column core.shared_passage.other_document_id is 'The document that it nearly repeats (near_duplicate_of), else the earlier one that it shares most with.';
comment on column core.shared_passage.char_start is 'Where the passage begins in its clean_text.';
comment on column core.shared_passage.char_end is 'Where the passage ends.';
comment on column core.shared_passage.other_start is 'Where the passage begins in the other document''s clean_text.';
comment on column core.shared_passage.other_end is 'Where it ends there.';
comment on column core.shared_passage.similarity is 'How much of the two whole texts is the same: shared part of all their runs of five words.';
