-- One statement of an event in one document, at the characters that make it.
-- Grain: one row a mention. Every mention is in an incident, or says why it is in none.
create table core.mention (
    mention_id varchar primary key,
    document_id varchar not null,
    event_type varchar not null,
    trigger varchar not null,
    trigger_start bigint not null,
    trigger_end bigint not null,
    sentence varchar not null,
    char_start bigint not null,
    char_end bigint not null,
    raw_start bigint not null,
    raw_end bigint not null,
    modality varchar not null check (modality in ('asserted', 'claimed', 'denied', 'threatened', 'planned', 'hypothetical', 'habitual')),
    is_background boolean not null,
    is_aggregate boolean not null,
    attributed_to varchar,
    time_text varchar,
    occurred_from date,
    occurred_to date,
    date_precision varchar not null check (date_precision in ('day', 'week', 'month', 'year', 'unknown')),
    date_basis varchar not null check (date_basis in ('explicit', 'relative', 'weekday', 'document', 'corroborated', 'unknown')),
    place_id varchar,
    place_text varchar,
    place_relation varchar check (place_relation in ('in', 'near', 'border', 'outskirts', 'between', 'toward', 'distance')),
    geo_precision varchar check (geo_precision in ('exact', 'near', 'admin2', 'admin1', 'fuzzy', 'country', 'international', 'unknown')),
    place_basis varchar check (place_basis in ('stated', 'scene', 'corroborated')),
    incident_id varchar,
    unresolved_reason varchar,
    rule_id varchar not null,
    engine varchar not null,
    engine_version varchar not null,
    confidence double not null,
    happening bigint,
    entry bigint
);

comment on table core.mention is 'One statement of an event in one document, at the characters that make it.';
comment on column core.mention.mention_id is 'Hash of document, the trigger''s raw span, type and ordinal.';
comment on column core.mention.document_id is 'The document that makes the statement.';
comment on column core.mention.event_type is 'What is said to have happened: a code of core.event_type.';
comment on column core.mention.trigger is 'The words that tell of the event.';
comment on column core.mention.trigger_start is 'First code point of the trigger in clean_text.';
comment on column core.mention.trigger_end is 'Code point after the trigger in clean_text.';
comment on column core.mention.sentence is 'The sentence that makes the statement.';
comment on column core.mention.char_start is 'First code point of the sentence in clean_text.';
comment on column core.mention.char_end is 'Code point after the sentence in clean_text.';
comment on column core.mention.raw_start is 'First code point of the sentence in the raw text.';
comment on column core.mention.raw_end is 'Code point after the sentence in the raw text.';
comment on column core.mention.modality is 'How it is said: asserted, claimed, denied, threatened, planned, hypothetical, habitual.';
comment on column core.mention.is_background is 'Told as background, not as news.';
comment on column core.mention.is_aggregate is 'A sum over several happenings ("200 killed since Monday"): kept as evidence, never part of an incident''s toll.';
comment on column core.mention.attributed_to is 'Who says so, as written; null where the text says so itself.';
comment on column core.mention.time_text is 'The words that say when.';
comment on column core.mention.occurred_from is 'First day that it may have happened, local at the place.';
comment on column core.mention.occurred_to is 'Last day that it may have happened, local at the place.';
comment on column core.mention.date_precision is 'How exactly the day is known: day, week, month, year, unknown.';
comment on column core.mention.date_basis is 'explicit: a date in the text. relative: "two days ago". weekday: "on Tuesday". document: no word of time, the document''s own day. corroborated: from another document. unknown.';
comment on column core.mention.place_id is 'Where it is said to have happened.';
comment on column core.mention.place_text is 'Where it was, as written: the whole phrase of the sentence ("a bus station in Quetta"), or the name in another sentence where its own has no words for it.';
comment on column core.mention.place_relation is 'How the event lies to the place: in, near, border, outskirts, between, toward, distance.';
comment on column core.mention.geo_precision is 'How exactly the place is known: exact, near, admin2, admin1, fuzzy, country, international, unknown.';
comment on column core.mention.place_basis is 'stated: the sentence says where. scene: taken over from another sentence of the document. corroborated: from another document on the same incident, for a document that names no place. Null without a place.';
comment on column core.mention.incident_id is 'The incident that it speaks of; null for what is no single happening.';
comment on column core.mention.unresolved_reason is 'Why it stands in no incident: denied, habitual, hypothetical, aggregate ...; null where it stands in one.';
comment on column core.mention.rule_id is 'The extraction rule that read it.';
comment on column core.mention.engine is 'The engine that read it.';
comment on column core.mention.engine_version is 'Version of engine and ontology.';
comment on column core.mention.confidence is 'How sure the rule is, 0 to 1.';
comment on column core.mention.happening is 'Mentions of a document with the same number speak of the same happening.';
comment on column core.mention.entry is 'The entry of a chronicle or list in which it is told, or of a happening that the text sets apart from those told before ("another blast"), by the number of its first sentence; null elsewhere. What two entries tell is never one incident.';
