-- What each publish changed in an incident, from what to what, on which document's word.
-- Grain: one row an incident and publish that changed it.
create table core.incident_revision (
    incident_id varchar not null,
    revision bigint not null,
    published_seq bigint not null,
    changed_at timestamptz not null,
    change json not null,
    documents varchar[] not null,
    state json,
    primary key (incident_id, revision)
);

comment on table core.incident_revision is 'What each publish changed in an incident, from what to what, on which document''s word.';
comment on column core.incident_revision.incident_id is 'The incident.';
comment on column core.incident_revision.revision is '1 for its first publication, then counting up.';
comment on column core.incident_revision.published_seq is 'Number of the publish that made the change.';
comment on column core.incident_revision.changed_at is 'When that was (UTC). A clock column: it differs between rebuilds.';
comment on column core.incident_revision.change is 'JSON: what changed, from what to what, on which document''s word.';
comment on column core.incident_revision.documents is 'The documents on whose word it changed.';
comment on column core.incident_revision.state is 'JSON: the incident with its casualties, actors and mentions after this publish; null where it is gone.';
