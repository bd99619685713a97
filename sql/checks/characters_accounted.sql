-- Kept text plus cuts account for every character of the raw text.
-- Stage: core
-- Severity: blocking
-- Why: What cleaning removed must be readable in core.cut; a character in neither is lost without a trace. Where a stretch
-- was repaired (a rule of repair.*), what it was is a cut and what it became is kept, so kept text may be the longer one;
-- the gate of cleaned_text holds those to account by segments. Sections of a live blog share their page's raw text.
with cuts as (
    select document_id, sum(length(text)) as characters, bool_or(starts_with(rule_id, 'repair.')) as has_repair
    from core.cut
    group by document_id
)

select
    documents.document_id, documents.raw_chars, documents.clean_chars,
    length(documents.clean_text) as kept_characters, coalesce(cuts.characters, 0) as cut_characters
from core.document as documents
left join cuts on documents.document_id = cuts.document_id
where documents.clean_chars <> kept_characters
    or (documents.section is null and documents.raw_chars > documents.clean_chars + cut_characters)
    or (
        documents.section is null
        and documents.raw_chars < documents.clean_chars + cut_characters
        and not coalesce(cuts.has_repair, false)
    )
