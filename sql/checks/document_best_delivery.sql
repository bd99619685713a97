-- The source and path of a document are those of a published delivery of its own bytes.
-- Stage: core
-- Severity: blocking
-- Why: A headline or date from another text's delivery would be a false source.
select documents.document_id, documents.source_name, documents.raw_path
from core.document as documents
where not exists (
    select 1 from core.delivery as deliveries
    where deliveries.outcome = 'published'
        and deliveries.document_id in (documents.document_id, documents.parent_document_id)
        and deliveries.source_name = documents.source_name
        and deliveries.raw_path = documents.raw_path
)
