-- What a document points to is in core.document, and is not itself.
-- Stage: core
-- Severity: blocking
-- Why: near_duplicate_of and supersedes decide what counts as a source; a pointer into nothing would hide one.
-- (parent_document_id may name a page that only exists as its sections.)
select documents.document_id, pointers.column_name, pointers.target_id
from core.document as documents
cross join lateral (
    values ('near_duplicate_of', documents.near_duplicate_of), ('supersedes', documents.supersedes)
) as pointers(column_name, target_id)
left join core.document as targets on pointers.target_id = targets.document_id
where pointers.target_id is not null and (targets.document_id is null or pointers.target_id = documents.document_id)
