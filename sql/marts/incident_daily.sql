-- Incidents and deaths a day and country, with what the coverage of that day makes of a rise.
-- Grain: one row a day and country on which something happened or was written about; null day: not known to the day.
-- Inputs: core.incident, core.incident_casualty, core.mention, core.document, mart.coverage
-- Kind: table
with incidents as (
    select *, if(date_precision = 'day', occurred_from, null) as occurred_on from core.incident
),

civilians as (
    select * from core.incident_casualty where outcome = 'killed' and victim_group = 'civilian'
),

coverage as (
    select * from mart.coverage where level = 'country'
),

documents as (
    select document_id, published_on, coalesce(publisher, source_name) as publisher from core.document
),

outlets as (
    select publisher, min(published_on) as first_published_on from documents group by publisher
),

-- Told by an outlet that the warehouse had read for 28 days before: what a new source alone tells is not yet a rise.
established as (
    select distinct incidents.incident_id
    from incidents
    inner join core.mention as mentions on incidents.incident_id = mentions.incident_id
    inner join documents on mentions.document_id = documents.document_id
    inner join outlets on documents.publisher = outlets.publisher
    where outlets.first_published_on <= incidents.occurred_on - 28
),

counted as (
    select
        incidents.occurred_on,
        incidents.country,
        count(*) as incidents,
        count(*) filter (incidents.event_class = 'violent') as violent,
        count(*) filter (incidents.event_class = 'violent' and established.incident_id is not null) as violent_established,
        count(*) filter (incidents.event_class = 'coercive') as coercive,
        count(*) filter (incidents.event_class = 'diplomatic') as diplomatic,
        count(*) filter (incidents.event_class = 'protest') as protest,
        count(*) filter (incidents.event_class = 'other') as other,
        sum(incidents.killed_low) as killed_low,
        sum(incidents.killed_best) as killed_best,
        sum(incidents.killed_high) as killed_high,
        sum(civilians.best) as civilians_killed,
        sum(incidents.injured_best) as injured_best,
        count(*) filter (incidents.toll_disputed) as disputed,
        list(incidents.incident_id order by incidents.incident_id) as incident_ids
    from incidents
    left join civilians on incidents.incident_id = civilians.incident_id
    left join established on incidents.incident_id = established.incident_id
    group by all
),

days as (
    select
        coalesce(counted.occurred_on, coverage.published_on) as occurred_on,
        coalesce(counted.country, coverage.country) as country,
        counted.* exclude (occurred_on, country),
        coverage.* exclude (level, published_on, country, admin1)
    from counted
    full join coverage on counted.occurred_on = coverage.published_on and counted.country = coverage.country
),

-- The 28 days before; days of an outage among them say nothing of violence and do not count as quiet ones.
history as (
    select
        *,
        min(occurred_on) over (partition by country) as first_on,
        28 - count(*) filter (silent_publishers > 0) over before_it as days_watched,
        coalesce(sum(violent) filter (coalesce(silent_publishers, 0) = 0) over before_it, 0) as violent_before
    from days
    window before_it as (
        partition by country order by occurred_on range between interval 28 days preceding and interval 1 day preceding
    )
),

-- A rise: at least 3, and above the usual by two standard deviations of a Poisson count (below one a day: of one a day).
judged as (
    select
        *,
        if(occurred_on is null, null, violent_before / nullif(days_watched, 0)) as violent_usual,
        greatest(3, violent_usual + 2 * sqrt(greatest(violent_usual, 1))) as rise_from
    from history
),

final as (
    select
        occurred_on,  -- Day, local at the place; null for incidents that are not known to the day.
        country,  -- ISO 3166-1 alpha-2; null where it is not known.
        coalesce(incidents, 0) as incidents,  -- All incidents.
        coalesce(violent, 0) as violent_incidents,  -- Of class violent.
        coalesce(coercive, 0) as coercive_incidents,  -- Of class coercive.
        coalesce(diplomatic, 0) as diplomatic_incidents,  -- Of class diplomatic.
        coalesce(protest, 0) as protest_incidents,  -- Of class protest.
        coalesce(other, 0) as other_incidents,  -- Of class other.
        cast(killed_low as bigint) as killed_low,  -- Sum of the lowest figures; null where no source speaks of deaths.
        cast(killed_best as bigint) as killed_best,  -- Sum of the best figures.
        cast(killed_high as bigint) as killed_high,  -- Sum of the highest figures.
        cast(civilians_killed as bigint) as civilians_killed,  -- Civilians among killed_best, where sources tell them apart.
        cast(injured_best as bigint) as injured_best,  -- Sum of the best figures of injured.
        coalesce(disputed, 0) as disputed_incidents,  -- Incidents whose sources disagree on the toll.
        coalesce(documents, 0) as documents,  -- Documents published that day on the country.
        coalesce(origins, 0) as origins,  -- Independent texts among them.
        coalesce(publishers, 0) as publishers,  -- Outlets.
        coalesce(new_publishers, 0) as new_publishers,  -- Outlets read for less than 28 days.
        coalesce(silent_publishers, 0) as silent_publishers,  -- Regular outlets that are silent: an outage.
        violent_usual,  -- Violent incidents a day over the 28 days before, days of an outage left out.
        coalesce(violent_established, 0) as violent_established,  -- Violent incidents that an outlet read for 28 days tells of.
        case
            when occurred_on is null or country is null then null
            when occurred_on < first_on + 28 or days_watched < 14 then 'too_little_history'
            when coalesce(violent_established, 0) >= rise_from then 'violence'
            when coalesce(violent, 0) >= rise_from then 'coverage'
            when coalesce(silent_publishers, 0) > 0 then 'gap'
            else 'usual'
        end as verdict,  -- violence: a rise that outlets of long standing tell. coverage: a rise that only new outlets tell. gap: no rise, but regular outlets are silent. usual: no rise. too_little_history: under 28 days of the country, or under 14 without an outage.
        coalesce(incident_ids, []) as incident_ids  -- The incidents counted.
    from judged
)

select * from final
