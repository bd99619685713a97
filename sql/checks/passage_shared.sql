-- Every shared passage stands in both of its documents, in the same words.
-- Stage: core
-- Severity: blocking
-- Why: A copy is shown to be one by its passages; one that is not there makes a source look like another's echo.
with texts as (
    select
        passages.document_id, passages.other_document_id, passages.char_start, passages.other_start,
        lower(later.clean_text[passages.char_start + 1:passages.char_end]) as own_text,
        lower(earlier.clean_text[passages.other_start + 1:passages.other_end]) as other_text
    from core.shared_passage as passages
    left join core.document as later on passages.document_id = later.document_id
    left join core.document as earlier on passages.other_document_id = earlier.document_id
),

-- Most are alike to the letter: the words of the others alone are told apart.
words as (
    select
        *,
        if(own_text = other_text, [], regexp_extract_all(own_text, '[\pL\pN_]+')) as own,
        if(own_text = other_text, [], regexp_extract_all(other_text, '[\pL\pN_]+')) as others,
        regexp_matches(own_text, '(?:[\pL\pN_]+[^\pL\pN_]+){4}[\pL\pN_]') as has_five
    from texts
)

select document_id, other_document_id, char_start, other_start, own_text[:60] as text
from words
where own_text is null or other_text is null or own <> others or not has_five or document_id = other_document_id
