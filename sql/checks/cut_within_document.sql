-- Every cut lies within its document's raw text, is as long as its text, and overlaps no other.
-- Stage: core
-- Severity: blocking
-- Why: Offsets are the only way from a figure back to the page; one that is off makes all after it off.
with cuts as (
    select *, lead(raw_start) over (partition by document_id order by raw_start) as next_start from core.cut
)

select cuts.document_id, cuts.raw_start, cuts.raw_end, cuts.next_start, documents.raw_chars, left(cuts.text, 80) as text
from cuts
left join core.document as documents on cuts.document_id = documents.document_id
where documents.document_id is null
    or cuts.raw_start < 0
    or cuts.raw_end - cuts.raw_start <> length(cuts.text)
    or cuts.raw_end > documents.raw_chars
    or cuts.raw_end > cuts.next_start
