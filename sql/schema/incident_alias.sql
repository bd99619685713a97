-- Ids of incidents that turned out to be another one.
-- Grain: one row an id that is no longer in core.incident.
create table core.incident_alias (
    alias_id varchar primary key,
    incident_id varchar not null
);

comment on table core.incident_alias is 'Ids of incidents that turned out to be another one.';
comment on column core.incident_alias.alias_id is 'An id that was published before and is no longer in core.incident.';
comment on column core.incident_alias.incident_id is 'The incident that it stands for now.';
