-- An actor in one role of one mention, at the characters that name it.
-- Grain: one row a naming.
create table core.mention_actor (
    mention_id varchar not null,
    role varchar not null check (role in ('perpetrator', 'target', 'party', 'claimant')),
    actor_id varchar not null,
    name varchar not null,
    char_start bigint not null,
    char_end bigint not null,
    attributed_to varchar,
    certainty varchar not null check (certainty in ('stated', 'claimed', 'suspected', 'denied')),
    primary key (mention_id, role, char_start)
);

comment on table core.mention_actor is 'An actor in one role of one mention, at the characters that name it.';
comment on column core.mention_actor.mention_id is 'The mention.';
comment on column core.mention_actor.role is 'perpetrator, target, party (either side of a clash whose initiator is not known), claimant. In diplomacy and justice the one who acts is the perpetrator, the one acted on the target.';
comment on column core.mention_actor.actor_id is 'The actor: a code of core.actor.';
comment on column core.mention_actor.name is 'The actor as written.';
comment on column core.mention_actor.char_start is 'First code point of the name in clean_text.';
comment on column core.mention_actor.char_end is 'Code point after the name in clean_text.';
comment on column core.mention_actor.attributed_to is 'Who puts the actor in this role.';
comment on column core.mention_actor.certainty is 'stated, claimed, suspected or denied.';
