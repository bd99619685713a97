-- The codes and names by which other codebooks know a country. Loaded from sql/reference/country.csv.
-- Grain: one row a country or territory of ISO 3166-1, and Kosovo (XK).
create table core.country (
    country varchar primary key,
    iso3 varchar not null,
    iso_numeric integer not null,
    name varchar not null,
    acled_region varchar not null,
    gw_number integer,
    ucdp_name varchar,
    ucdp_region varchar check (ucdp_region in ('Africa', 'Americas', 'Asia', 'Europe', 'Middle East'))
);

comment on table core.country is 'The codes and names by which other codebooks know a country.';
comment on column core.country.country is 'ISO 3166-1 alpha-2, and XK for Kosovo.';
comment on column core.country.iso3 is 'ISO 3166-1 alpha-3.';
comment on column core.country.iso_numeric is 'ISO 3166-1 numeric; 0 for Kosovo, which ISO has not numbered.';
comment on column core.country.name is 'Name in English, as ACLED writes it.';
comment on column core.country.acled_region is 'Region in ACLED.';
comment on column core.country.gw_number is 'Number of the state in the Gleditsch and Ward list, which UCDP uses; of a territory that UCDP codes under a state (PS, EH, HK, MO) that state''s; else null for what is no state of that list.';
comment on column core.country.ucdp_name is 'Name in UCDP.';
comment on column core.country.ucdp_region is 'Region in UCDP: by ranges of the Gleditsch and Ward number.';
