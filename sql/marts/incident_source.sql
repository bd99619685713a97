-- Who tells of an incident, and in which words: the sources of each incident gathered once for all exports.
-- Grain: one row an incident. Lists are sorted, without repeats and gaps.
-- Inputs: core.mention, core.document
-- Kind: table
-- Renewed: by incident_id
with told as (
    select
        mentions.incident_id,
        mentions.document_id,
        mentions.sentence,
        mentions.attributed_to,
        mentions.place_text,
        mentions.char_start,
        coalesce(documents.publisher, documents.source_name) as publisher,
        documents.published_on,
        documents.title,
        documents.url,
        documents.language
    from core.mention as mentions
    inner join core.document as documents on mentions.document_id = documents.document_id
    where mentions.incident_id is not null
),

reports as (
    select distinct incident_id, document_id, publisher, published_on, title, url, language from told
),

by_report as (
    select
        incident_id,
        count(*) as documents,
        list_sort(list_distinct(list(publisher))) as publishers,
        list_sort(list_distinct(list(url))) as urls,
        list_sort(list_distinct(list(title))) as titles,
        list_sort(list_distinct(list(published_on))) as days,
        list_sort(list(concat_ws(',', publisher, published_on, title))) as articles,
        arg_min(language, (published_on, document_id)) as language
    from reports
    group by incident_id
),

by_mention as (
    select
        incident_id,
        list_sort(list_distinct(list(attributed_to))) as speakers,
        list_sort(list_distinct(list(place_text))) as place_texts,
        arg_min(sentence, (published_on, document_id, char_start)) as first_sentence,
        arg_min(place_text, (published_on, document_id, char_start)) as first_place_text
    from told
    group by incident_id
),

final as (
    select
        by_report.incident_id,  -- The incident.
        by_report.documents,  -- Documents that tell of it.
        by_report.publishers,  -- Their outlets.
        by_report.urls,  -- Their addresses.
        by_report.titles,  -- Their headlines.
        by_report.days,  -- Their days of publication.
        by_report.articles,  -- Outlet, day and headline of each document.
        by_report.language,  -- Language of the first report.
        by_mention.speakers,  -- Who says so in them.
        by_mention.place_texts,  -- The place as they write it.
        by_mention.first_sentence,  -- The first sentence of the first report that tells of it.
        by_mention.first_place_text  -- The place as the first report writes it.
    from by_report
    inner join by_mention on by_report.incident_id = by_mention.incident_id
)

select * from final
