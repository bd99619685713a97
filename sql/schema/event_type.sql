-- What can happen, and how other codebooks call it.
-- Grain: one row an event type of the ontology.
create table core.event_type (
    event_type varchar primary key,
    label varchar not null,
    event_class varchar not null check (event_class in ('violent', 'coercive', 'diplomatic', 'protest', 'other')),
    definition varchar not null,
    plover_event varchar,
    plover_mode varchar,
    acled_event_type varchar,
    acled_sub_event_type varchar,
    cameo_root varchar
);

comment on table core.event_type is 'What can happen, and how other codebooks call it.';
comment on column core.event_type.event_type is 'Code of the type.';
comment on column core.event_type.label is 'Name to show.';
comment on column core.event_type.event_class is 'violent, coercive, diplomatic, protest or other.';
comment on column core.event_type.definition is 'What is meant, and what is not.';
comment on column core.event_type.plover_event is 'PLOVER event.';
comment on column core.event_type.plover_mode is 'PLOVER mode, where the event has modes.';
comment on column core.event_type.acled_event_type is 'ACLED event type; null where ACLED does not code it.';
comment on column core.event_type.acled_sub_event_type is 'ACLED sub-event type.';
comment on column core.event_type.cameo_root is 'CAMEO root code, two digits.';
