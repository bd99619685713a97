-- Why mentions of two documents were taken for one happening, kept apart, or left open.
-- Grain: one row a decision on what one document says of one happening.
create table core.join_evidence (
    mention_id varchar not null,
    other_mention_id varchar,
    incident_id varchar,
    decision varchar not null check (decision in ('joined', 'refused', 'unresolved')),
    score double not null,
    reasons varchar[] not null
);

comment on table core.join_evidence is 'Why mentions of two documents were taken for one happening, kept apart, or left open.';
comment on column core.join_evidence.mention_id is 'The mention that stands for what its document says of the happening.';
comment on column core.join_evidence.other_mention_id is 'The mention that it was compared with; null where it was left open.';
comment on column core.join_evidence.incident_id is 'The incident that the mention stands in; null where it was left open.';
comment on column core.join_evidence.decision is 'joined: taken for one happening. refused: alike, but kept apart. unresolved: left open.';
comment on column core.join_evidence.score is 'How much speaks for their being one.';
comment on column core.join_evidence.reasons is 'What speaks for and against it.';
