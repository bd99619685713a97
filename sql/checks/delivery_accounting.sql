-- Every document of a delivery that was not quarantined is in core.document, and every document there has a published delivery.
-- Stage: core
-- Severity: blocking
-- Why: Deliveries = published + quarantined + duplicates. A text that is in no table and in no quarantine is silently gone.
with problems as (
    select deliveries.delivery_id, deliveries.document_id, deliveries.outcome, 'its document is not in core.document' as problem
    from core.delivery as deliveries
    left join core.document as documents on deliveries.document_id = documents.document_id
    left join core.document as parts on deliveries.document_id = parts.parent_document_id
    where deliveries.outcome in ('published', 'duplicate') and documents.document_id is null and parts.document_id is null
    union all
    select null, documents.document_id, null, 'no published delivery has this document'
    from core.document as documents
    where not exists (
        select 1 from core.delivery as deliveries
        where deliveries.outcome = 'published'
            and deliveries.document_id in (documents.document_id, documents.parent_document_id)
    )
    union all
    select deliveries.delivery_id, deliveries.document_id, deliveries.outcome, 'quarantined, but not in quality.quarantine'
    from core.delivery as deliveries
    where deliveries.outcome = 'quarantined' and not exists (
        select 1 from quality.quarantine as refused
        where refused.delivery_id = deliveries.delivery_id or refused.document_id = deliveries.document_id
    )
)

select * from problems
