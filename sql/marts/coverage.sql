-- Who wrote about which region on which day: what a count of incidents must be read against.
-- Grain: one row a level (world, country, admin1), day of publication and region; use one level at a time.
-- Inputs: core.document, core.mention, core.place
-- Kind: table
with documents as (
    select
        document_id,
        published_on,
        coalesce(publisher, source_name) as publisher,
        coalesce(syndication_id, near_duplicate_of, document_id) as origin_id
    from core.document
    where published_on is not null and published_precision in ('second', 'day')
),

regions as (
    select distinct mentions.document_id, places.country, places.admin1
    from core.mention as mentions
    inner join core.place as places on mentions.place_id = places.place_id
    where places.country is not null
),

-- A document speaks of every region that it names as the place of an event, at every level.
written as (
    select 'world' as level, documents.*, null as country, null as admin1 from documents
    union all
    select distinct 'country', documents.*, regions.country, null
    from documents inner join regions on documents.document_id = regions.document_id
    union all
    select distinct 'admin1', documents.*, regions.country, regions.admin1
    from documents inner join regions on documents.document_id = regions.document_id
    where regions.admin1 is not null
),

-- An outlet is new for 28 days after its first document in the warehouse: four weeks hold every weekday four times.
outlets as (
    select publisher, min(published_on) as first_published_on from documents group by publisher
),

outlet_days as (
    select
        level, country, admin1, publisher, published_on,
        count(*) over (
            partition by level, country, admin1, publisher order by published_on
            range between interval 27 days preceding and current row
        ) as days_of_28,
        lead(published_on) over (partition by level, country, admin1, publisher order by published_on) as next_on
    from (select distinct level, country, admin1, publisher, published_on from written)
),

-- Regular: wrote about the region on at least 14 of the 28 days up to its last one. Silent: up to 7 days of its gap after
-- that day (a longer silence is its new habit), as far as the warehouse reaches.
silences as (
    select level, country, admin1, publisher, cast(unnest(range(
        published_on + interval 1 day,
        least(coalesce(next_on, (select max(published_on) + 1 from documents)), published_on + interval 8 days),
        interval 1 day
    )) as date) as published_on
    from outlet_days
    where days_of_28 >= 14
),

silent as (
    select level, country, admin1, published_on, count(distinct publisher) as silent_publishers,
        list_sort(list_distinct(list(publisher))) as silent_publisher_names
    from silences
    group by all
),

counted as (
    select
        written.level, written.country, written.admin1, written.published_on,
        count(*) as documents,
        count(distinct written.origin_id) as origins,
        count(distinct written.publisher) as publishers,
        count(distinct written.publisher) filter (written.published_on < outlets.first_published_on + interval 28 days) as new_publishers,
        list_sort(list(written.document_id)) as document_ids
    from written
    inner join outlets on written.publisher = outlets.publisher
    group by all
),

final as (
    select
        coalesce(counted.level, silent.level) as level,  -- world, country or admin1: use one at a time, as a document may speak of several regions.
        coalesce(counted.published_on, silent.published_on) as published_on,  -- Day of publication.
        coalesce(counted.country, silent.country) as country,  -- ISO 3166-1 alpha-2; null at level world.
        coalesce(counted.admin1, silent.admin1) as admin1,  -- Province or state; null at levels world and country.
        coalesce(counted.documents, 0) as documents,  -- Documents published that day that tell of an event in the region.
        coalesce(counted.origins, 0) as origins,  -- Independent texts among them: all copies of one agency text are one.
        coalesce(counted.documents - counted.origins, 0) as copies,  -- Documents that repeat another one's text.
        coalesce(counted.publishers, 0) as publishers,  -- Outlets.
        coalesce(counted.new_publishers, 0) as new_publishers,  -- Outlets whose first document in the warehouse is less than 28 days old.
        coalesce(silent.silent_publishers, 0) as silent_publishers,  -- Outlets that wrote about the region on at least 14 of 28 days and are silent since at most a week: an outage, or a feed that broke.
        coalesce(silent.silent_publisher_names, []) as silent_publisher_names,  -- Which they are.
        coalesce(counted.document_ids, []) as document_ids  -- The documents counted.
    from counted
    full join silent
        on counted.level = silent.level
        and counted.published_on = silent.published_on
        and counted.country is not distinct from silent.country
        and counted.admin1 is not distinct from silent.admin1
)

select * from final
