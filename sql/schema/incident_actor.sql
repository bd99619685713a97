-- Who took which part in an incident, over all its mentions.
-- Grain: one row a role and actor of an incident.
create table core.incident_actor (
    incident_id varchar not null,
    role varchar not null check (role in ('perpetrator', 'target', 'party', 'claimant')),
    actor_id varchar not null,
    mention_count bigint not null,
    certainty varchar not null check (certainty in ('stated', 'claimed', 'suspected', 'denied')),
    disputed boolean not null,
    primary key (incident_id, role, actor_id)
);

comment on table core.incident_actor is 'Who took which part in an incident, over all its mentions.';
comment on column core.incident_actor.incident_id is 'The incident.';
comment on column core.incident_actor.role is 'perpetrator, target, party (either side of a clash whose initiator is not known), claimant.';
comment on column core.incident_actor.actor_id is 'The actor: a code of core.actor.';
comment on column core.incident_actor.mention_count is 'Mentions that put the actor in this role.';
comment on column core.incident_actor.certainty is 'The surest that any mention is of it: stated, claimed, suspected, denied.';
comment on column core.incident_actor.disputed is 'A source denies it, or names another actor of another side in its stead.';
