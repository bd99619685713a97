-- A generated warehouse of getvariable('incidents') incidents, numbered from getvariable('first'), over six years and twelve countries, told by forty outlets.
-- Everything hangs on the row's number, so that a size always gives the same rows. The texts are templates with true
-- offsets, so that the rules across tables hold. Tables that core does not have are scaffolding.
create macro h(x) as (hash(x) >> 2)::bigint;

create table place as
select
    'gn.' || i as place_id, 'Town ' || i as name, 'Province ' || (i % 60) as admin1, 'District ' || (i % 400) as admin2,
    ['PK','AF','IQ','SY','UA','ML','NG','SD','ET','MM','CO','YE'][1 + i % 12] as country,
    (i % 120) - 60 + (i % 97) / 97.0 as latitude, (i % 340) - 170 + (i % 89) / 89.0 as longitude,
    i as geonames_id, []::varchar[] as aliases, 'place' as level
from range(3000) as numbers(i);

create table actor as
select
    'actor.' || i as actor_id, 'Group ' || i as name,
    ['military','insurgent','police','militia','civilians','unidentified','insurgent','state'][1 + i % 8] as kind,
    ['PK','AF','IQ','SY','UA','ML','NG','SD','ET','MM','CO','YE'][1 + i % 12] as country, []::varchar[] as aliases
from range(480) as numbers(i);

create table happened as
select
    i, 'inc-' || lpad(i::varchar, 9, '0') as incident_id,
    ['armed_attack','bombing','shelling','air_strike','armed_clash','arrest','protest','condemn','meet','abduction'][1 + h(i) % 10] as event_type,
    (date '2019-01-01' + (h(i * 7 + 1) % 2190)::integer) as occurred_on,
    'gn.' || (h(i * 3 + 2) % 3000) as place_id, (h(i * 5 + 3) % 480) as actor, (h(i * 11 + 4) % 480) as other,
    (h(i * 13 + 5) % 12)::bigint as killed, (1 + h(i * 17 + 6) % 4)::integer as documents,
    h(i * 19) % 20 = 0 as is_disputed
from range(getvariable('first'), getvariable('first') + getvariable('incidents')) as numbers(i);

create table told as
select
    happened.*, k, happened.incident_id || '-' || k as document_id,
    'Outlet ' || (h(i * 23 + k) % 40) as publisher,
    if(k > 0 and h(i * 29 + k) % 4 = 0, incident_id || '-0', null) as copy_of,
    (occurred_on + (k // 2)::integer) + to_hours(6 + h(i * 31 + k) % 12) as published_at,
    if(is_disputed and k > 0, killed + k, killed) as figure,
    'Group ' || actor as actor_name, 'Group ' || other as other_name
from happened, range(happened.documents) as numbers(k);

create table written as
select *,
    actor_name || ' struck ' || other_name || ' in Town ' || substring(place_id, 4) || ', killing ' || figure || ' people.' as sentence,
    if(copy_of is null, 'Report ' || document_id || '. ', 'Report ' || copy_of || '. ') as opening,
    ' Residents spoke of a long night and of roads that were closed for hours.' as rest
from told;

create table document as
select
    document_id, 'feed ' || publisher as source_name, document_id || '.txt' as raw_path,
    'https://example.org/' || document_id as url, 'Attack in Town ' || substring(place_id, 4) as title, publisher,
    null::varchar as byline, published_at::timestamptz as published_at, published_at::date as published_on,
    '+00:00' as utc_offset, 'second' as published_precision, 'metadata' as published_basis, 'en' as language,
    'text/plain' as media_type, 'utf-8' as encoding, md5(document_id) as raw_sha256,
    length(opening || sentence || rest) + 11 as raw_chars, opening || sentence || rest as clean_text,
    length(opening || sentence || rest) as clean_chars, copy_of as near_duplicate_of,
    if(copy_of is null, null, 0.95) as similarity, if(copy_of is null, document_id, copy_of) as syndication_id,
    null::varchar as supersedes, null::varchar as parent_document_id, null::bigint as section,
    'batch-' || (i // 2000) as batch_id, timestamptz '2025-01-01' as ingested_at
from written;

create table delivery as
select 'del-' || document_id as delivery_id, document_id, source_name, raw_path, url, publisher, published_at,
    batch_id, timestamptz '2025-01-01' as arrived_at, 'published' as outcome
from document;

create table cut as
select document_id, clean_chars as raw_start, clean_chars + 11 as raw_end, 'share_buttons' as rule_id, ' Share this' as text
from document;

create table mention as
select
    'men-' || document_id as mention_id, document_id, event_type, 'struck' as trigger,
    length(opening || actor_name) + 1 as trigger_start, length(opening || actor_name) + 7 as trigger_end, sentence,
    length(opening) as char_start, length(opening || sentence) as char_end, length(opening) as raw_start,
    length(opening || sentence) as raw_end, 'asserted' as modality, false as is_background, false as is_aggregate,
    ['the army', 'witnesses', null, 'police'][1 + h(i * 37 + k) % 4] as attributed_to, null::varchar as time_text,
    occurred_on as occurred_from, occurred_on as occurred_to, 'day' as date_precision, 'document' as date_basis,
    place_id, 'Town ' || substring(place_id, 4) as place_text, 'in' as place_relation, 'exact' as geo_precision, 'stated' as place_basis,
    incident_id, null::varchar as unresolved_reason, 'r1' as rule_id, 'rules' as engine, '1' as engine_version,
    0.9 as confidence, 0::bigint as happening, null::bigint as entry
from written;

create table mention_actor as
select 'men-' || document_id as mention_id, 'perpetrator' as role, 'actor.' || actor as actor_id, actor_name as name,
    length(opening) as char_start, length(opening || actor_name) as char_end, null::varchar as attributed_to, 'stated' as certainty
from written
union all
select 'men-' || document_id, 'target', 'actor.' || other, other_name,
    length(opening || actor_name) + 8, length(opening || actor_name || other_name) + 8, null, 'stated'
from written;

create table mention_casualty as
select 'men-' || document_id as mention_id, 'killed' as outcome,
    if(h(i * 41) % 2 = 0, 'civilian', 'total') as victim_group, figure as low, figure as high,
    length(opening || sentence) - length('killing ' || figure || ' people.') as char_start,
    length(opening || sentence) - 1 as char_end, null::varchar as attributed_to, 'killing ' || figure || ' people' as quote
from written where event_type not in ('meet', 'condemn', 'arrest', 'protest');

create table casualties as
select incident_id, victim_group, min(low) as low, max(low) as high,
    min_by(low, mention_id) as best, list(casualty.mention_id order by casualty.mention_id) as mention_ids
from mention_casualty as casualty inner join mention using (mention_id) group by all;

create table incident as
select
    happened.incident_id, happened.event_type, types.event_class,
    if(types.event_class = 'violent', ['state_based', 'non_state', 'one_sided', null][1 + i % 4], null) as ucdp_type,
    occurred_on as occurred_from, occurred_on as occurred_to, 'day' as date_precision, happened.place_id, places.name as place_name,
    places.admin1, places.admin2, places.country, places.latitude, places.longitude, 'exact' as geo_precision,
    casualties.low as killed_low, casualties.best as killed_best, casualties.high as killed_high,
    null::bigint as injured_low, null::bigint as injured_best, null::bigint as injured_high,
    coalesce(casualties.low < casualties.high, false) as toll_disputed,
    if(casualties.low is null, null, 'latest_official') as toll_rule,
    counts.mentions as mention_count, counts.documents as document_count, counts.publishers as publisher_count,
    counts.origins as origin_count, counts.first_at as first_reported_at, 'Attack in ' || places.name as headline
from happened
inner join event_type as types on happened.event_type = types.event_type
inner join place as places on happened.place_id = places.place_id
inner join (
    select incident_id, count(*) as mentions, count(distinct document_id) as documents,
        count(distinct publisher) as publishers, count(distinct syndication_id) as origins, min(published_at) as first_at
    from mention inner join document using (document_id) group by incident_id
) as counts on happened.incident_id = counts.incident_id
left join casualties on happened.incident_id = casualties.incident_id;

create table incident_casualty as
select incident_id, 'killed' as outcome, victim_group, 'target' as side, low, best, high, mention_ids from casualties;

create table incident_actor as
select incident_id, 'perpetrator' as role, 'actor.' || actor as actor_id, documents::bigint as mention_count,
    'stated' as certainty, false as disputed
from happened
union all
select incident_id, 'target', 'actor.' || other, documents, 'stated', false from happened
union all
select incident_id, 'claimant', 'actor.' || actor, 1, 'claimed', false from happened where i % 20 = 0;

create table incident_link as
select one.incident_id, if(one.i % 3 = 0, 'condemns', 'retaliation_for') as relation,
    other.incident_id as related_incident_id, 'men-' || one.incident_id || '-0' as mention_id
from happened as one inner join happened as other on other.i = one.i - 7
where one.i % 10 = 0;

create table incident_alias as
select 'old-' || i as alias_id, incident_id from happened where i % 200 = 0;

create table incident_revision as
select incident_id, 1::bigint as revision, 1 + i // 2000 as published_seq,
    timestamptz '2025-01-01' + to_days((i // 2000)::integer) as changed_at,
    '{"event_type": [null, "' || event_type || '"], "killed_best": [null, ' || killed || ']}' as change,
    [incident_id || '-0'] as documents, null::varchar as state
from happened;

create table shared_passage as
select '' as document_id, '' as other_document_id, 0::bigint as char_start, 0::bigint as char_end,
    0::bigint as other_start, 0::bigint as other_end, 0.0::double as similarity
where false;

create table join_evidence as
select 'men-' || document_id as mention_id, 'men-' || incident_id || '-0' as other_mention_id, incident_id,
    'joined' as decision, 4.0 as score, ['same place', 'same day'] as reasons
from written where k > 0;

create table check_result as
select 'run' as run_id, 'batch-' || i as batch_id, 'core' as stage, 'core.incident' as suite, 'rule' as expectation,
    null::varchar as column_name, 'blocking' as severity, true as success, '0' as observed, 0::bigint as unexpected_count,
    timestamptz '2025-01-01' as checked_at
from range(1000) as numbers(i);

create table quarantine as
select 'q' || i as quarantine_id, 'raw_text' as stage, 'batch-' || i as batch_id, 'row ' || i as row_key,
    null::varchar as document_id, null::varchar as delivery_id, ['raw_size: 0 bytes'] as reasons,
    null::varchar as payload, 'open' as status, timestamptz '2025-01-01' as quarantined_at
from range(1000) as numbers(i);
