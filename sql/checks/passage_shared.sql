-- Every shared passage stands in both of its documents, in the same words.
-- Stage: core
-- Severity: blocking
-- Why: A copy is shown to be one by its passages; one that is not there makes a source look like another's echo.
with words as (
    select
        passages.document_id, passages.other_document_id, passages.char_start, passages.other_start,
        regexp_extract_all(lower(later.clean_text[passages.char_start + 1:passages.char_end]), '[\pL\pN_]+') as own,
        regexp_extract_all(lower(earlier.clean_text[passages.other_start + 1:passages.other_end]), '[\pL\pN_]+') as others
    from core.shared_passage as passages
    left join core.document as later on passages.document_id = later.document_id
    left join core.document as earlier on passages.other_document_id = earlier.document_id
)

select document_id, other_document_id, char_start, other_start, array_to_string(own[:8], ' ') as text
from words
where own is null or others is null or own <> others or len(own) < 5 or document_id = other_document_id
