-- What sources say of two incidents: one answers the other.
-- Grain: one row a relation between two incidents.
create table core.incident_link (
    incident_id varchar not null,
    relation varchar not null check (relation in ('retaliation_for', 'response_to', 'condemns')),
    related_incident_id varchar not null,
    mention_id varchar not null,
    primary key (incident_id, relation, related_incident_id)
);

comment on table core.incident_link is 'What sources say of two incidents: one answers the other.';
comment on column core.incident_link.incident_id is 'The incident that answers.';
comment on column core.incident_link.relation is 'retaliation_for, response_to or condemns.';
comment on column core.incident_link.related_incident_id is 'The incident that is answered.';
comment on column core.incident_link.mention_id is 'The mention that says so.';
