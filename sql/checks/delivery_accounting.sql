-- Every document of a delivery that was not quarantined is in core.document, and every document there has a published delivery.
-- Stage: core
-- Severity: blocking
-- Why: Deliveries = published + quarantined + duplicates. A text that is in no table and in no quarantine is silently gone.
with deliveries as (
    select * from core.delivery
),

-- A page that only exists as its sections is in the table by them.
documents as (
    select document_id from core.document
    union
    select parent_document_id from core.document where parent_document_id is not null
),

published as (
    select distinct document_id from deliveries where outcome = 'published'
),

refused as (
    select delivery_id as refused_id from quality.quarantine where delivery_id is not null
    union
    select document_id from quality.quarantine where document_id is not null
)

select deliveries.delivery_id, deliveries.document_id, deliveries.outcome, 'its document is not in core.document' as problem
from deliveries
anti join documents on deliveries.document_id = documents.document_id
where deliveries.outcome in ('published', 'duplicate')
union all
select null, documents.document_id, null, 'no published delivery has this document'
from core.document as documents
anti join published on documents.document_id = published.document_id
anti join published as of_page on documents.parent_document_id = of_page.document_id
union all
select deliveries.delivery_id, deliveries.document_id, deliveries.outcome, 'quarantined, but not in quality.quarantine'
from deliveries
anti join refused on deliveries.delivery_id = refused.refused_id
anti join refused as by_document on deliveries.document_id = by_document.refused_id
where deliveries.outcome = 'quarantined'
