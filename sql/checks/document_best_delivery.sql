-- The metadata of a document are those of a delivery of its own bytes.
-- Stage: core
-- Severity: blocking
-- Why: A headline or date from another text's delivery would be a false source.
select documents.document_id, documents.delivery_id, deliveries.document_id as delivered_document_id, deliveries.outcome
from core.document as documents
left join core.delivery as deliveries on documents.delivery_id = deliveries.delivery_id
where deliveries.delivery_id is null
    or deliveries.document_id not in (documents.document_id, coalesce(documents.parent_document_id, documents.document_id))
    or deliveries.outcome = 'quarantined'
