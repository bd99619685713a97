-- The source and path of a document are those of a published delivery of its own bytes.
-- Stage: core
-- Severity: blocking
-- Why: A headline or date from another text's delivery would be a false source.
with published as (
    select distinct document_id, source_name, raw_path from core.delivery where outcome = 'published'
)

select documents.document_id, documents.source_name, documents.raw_path
from core.document as documents
anti join published
    on documents.document_id = published.document_id
    and documents.source_name = published.source_name
    and documents.raw_path = published.raw_path
anti join published as of_page
    on documents.parent_document_id = of_page.document_id
    and documents.source_name = of_page.source_name
    and documents.raw_path = of_page.raw_path
