-- The thing that happened, which many mentions speak of, and on which they may disagree.
-- Grain: one row an incident. Its figures can be traced through core.incident_casualty to the mentions.
create table core.incident (
    incident_id varchar primary key,
    event_type varchar not null,
    event_class varchar not null check (event_class in ('violent', 'coercive', 'diplomatic', 'protest', 'other')),
    ucdp_type varchar check (ucdp_type in ('state_based', 'non_state', 'one_sided')),
    occurred_from date,
    occurred_to date,
    date_precision varchar not null check (date_precision in ('day', 'week', 'month', 'year', 'unknown')),
    place_id varchar,
    place_name varchar,
    admin1 varchar,
    admin2 varchar,
    country varchar,
    latitude double,
    longitude double,
    geo_precision varchar not null check (geo_precision in (
        'exact', 'near', 'admin2', 'admin1', 'fuzzy', 'country', 'international', 'unknown'
    )),
    killed_low bigint,
    killed_best bigint,
    killed_high bigint,
    injured_low bigint,
    injured_best bigint,
    injured_high bigint,
    toll_disputed boolean not null,
    toll_rule varchar,
    mention_count bigint not null,
    document_count bigint not null,
    publisher_count bigint not null,
    origin_count bigint not null,
    first_reported_at timestamptz,
    headline varchar
);

comment on table core.incident is 'The thing that happened, which many mentions speak of, and on which they may disagree.';
comment on column core.incident.incident_id is 'Stays the same through later batches and rebuilds; an id that was merged away is in core.incident_alias.';
comment on column core.incident.event_type is 'What happened: a code of core.event_type.';
comment on column core.incident.event_class is 'violent, coercive, diplomatic, protest or other.';
comment on column core.incident.ucdp_type is 'state_based, non_state or one_sided, from the actors; null where they do not say.';
comment on column core.incident.occurred_from is 'First day that it may have happened, local at the place.';
comment on column core.incident.occurred_to is 'Last day that it may have happened, local at the place.';
comment on column core.incident.date_precision is 'How exactly the day is known: day, week, month, year, unknown.';
comment on column core.incident.place_id is 'Where it happened: a code of core.place.';
comment on column core.incident.place_name is 'Name of that place.';
comment on column core.incident.admin1 is 'Its province or state.';
comment on column core.incident.admin2 is 'Its district.';
comment on column core.incident.country is 'Its country, ISO 3166-1 alpha-2.';
comment on column core.incident.latitude is 'Degrees north, WGS 84.';
comment on column core.incident.longitude is 'Degrees east, WGS 84.';
comment on column core.incident.geo_precision is 'exact, near, admin2, admin1, fuzzy (a border, road or region), country, international, unknown.';
comment on column core.incident.killed_low is 'Fewest deaths that a source states; perpetrators'' own included. Null: nothing was said.';
comment on column core.incident.killed_best is 'Deaths by the figure that toll_rule chose.';
comment on column core.incident.killed_high is 'Most deaths that a source states.';
comment on column core.incident.injured_low is 'Fewest injured that a source states; perpetrators'' own included. Null: nothing was said.';
comment on column core.incident.injured_best is 'Injured by the figure that toll_rule chose.';
comment on column core.incident.injured_high is 'Most injured that a source states.';
comment on column core.incident.toll_disputed is 'Sources that are no mere earlier versions give figures that cannot both be right; see mart.disputed_toll.';
comment on column core.incident.toll_rule is 'The rule that chose the best figures.';
comment on column core.incident.mention_count is 'Mentions that speak of it.';
comment on column core.incident.document_count is 'Documents that speak of it.';
comment on column core.incident.publisher_count is 'Outlets that speak of it.';
comment on column core.incident.origin_count is 'Independent origins: all copies of one agency text are one.';
comment on column core.incident.first_reported_at is 'Earliest publication of a document that speaks of it (UTC).';
comment on column core.incident.headline is 'A line to know it by, from its reports.';
