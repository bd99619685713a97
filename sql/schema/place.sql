-- A place that something can happen in.
-- Grain: one row a place.
create table core.place (
    place_id varchar primary key,
    name varchar not null,
    admin1 varchar,
    admin2 varchar,
    country varchar,
    latitude double,
    longitude double,
    geonames_id bigint,
    aliases varchar[] not null,
    level varchar not null check (level in ('place', 'admin2', 'admin1', 'country', 'region'))
);

comment on table core.place is 'A place that something can happen in.';
comment on column core.place.place_id is 'A readable code: gn.1162105, adm1.PK.balochistan, country.PK, region.sahel.';
comment on column core.place.name is 'Name in English.';
comment on column core.place.admin1 is 'Province or state that it lies in.';
comment on column core.place.admin2 is 'District that it lies in.';
comment on column core.place.country is 'Country that it lies in, ISO 3166-1 alpha-2; null for regions across borders.';
comment on column core.place.latitude is 'Degrees north, WGS 84.';
comment on column core.place.longitude is 'Degrees east, WGS 84.';
comment on column core.place.geonames_id is 'Number at GeoNames, where known.';
comment on column core.place.aliases is 'Other names and spellings.';
comment on column core.place.level is 'place (town, village, site), admin2, admin1, country or region.';
