-- Someone who acts or is acted on: a state, a force, a group, or men whom nobody names.
-- Grain: one row an actor.
create table core.actor (
    actor_id varchar primary key,
    name varchar not null,
    kind varchar not null check (kind in (
        'state', 'government', 'military', 'police', 'insurgent', 'militia', 'party',
        'civilians', 'media', 'organisation', 'person', 'unidentified'
    )),
    country varchar,
    aliases varchar[] not null
);

comment on table core.actor is 'Someone who acts or is acted on: a state, a force, a group, or men whom nobody names.';
comment on column core.actor.actor_id is 'A readable code: military.pk, group.baloch-liberation-army, unidentified.gunmen.';
comment on column core.actor.name is 'Name in English.';
comment on column core.actor.kind is 'state, government, military, police, insurgent, militia, party, civilians, media, organisation, person, unidentified.';
comment on column core.actor.country is 'Country that it belongs to or is based in, ISO 3166-1 alpha-2.';
comment on column core.actor.aliases is 'Other names for it.';
