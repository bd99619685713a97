-- An incident's toll by outcome and group of victims, with the mentions behind it.
-- Grain: one row an outcome and group of an incident.
create table core.incident_casualty (
    incident_id varchar not null,
    outcome varchar not null check (outcome in ('killed', 'injured', 'abducted', 'missing', 'arrested')),
    victim_group varchar not null check (victim_group in (
        'civilian', 'security_force', 'militant', 'unknown', 'child', 'woman', 'foreign_national', 'total'
    )),
    side varchar not null check (side in ('perpetrator', 'target', 'other', 'unknown')),
    low bigint not null,
    best bigint not null,
    high bigint,
    mention_ids varchar[] not null,
    primary key (incident_id, outcome, victim_group)
);

comment on table core.incident_casualty is 'An incident''s toll by outcome and group of victims, with the mentions behind it.';
comment on column core.incident_casualty.incident_id is 'The incident.';
comment on column core.incident_casualty.outcome is 'killed, injured, abducted, missing or arrested.';
comment on column core.incident_casualty.victim_group is 'civilian, security_force, militant, unknown divide a toll among them; child, woman, foreign_national are parts of it, never added; total is a stated total.';
comment on column core.incident_casualty.side is 'Whose people they were: perpetrator, target, other, unknown.';
comment on column core.incident_casualty.low is 'Fewest that a source states.';
comment on column core.incident_casualty.best is 'The figure that the incident''s toll_rule chose.';
comment on column core.incident_casualty.high is 'Most that a source states; null where no source gives an upper bound.';
comment on column core.incident_casualty.mention_ids is 'The mentions that state a figure for this group.';
