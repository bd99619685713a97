-- Every mention is in a document, its sentence and trigger are the text at their offsets.
-- Stage: core
-- Severity: blocking
-- Refuses: the mentions that its rows name
-- Why: A quote that the document does not hold is an invention.
select mentions.mention_id, mentions.document_id, mentions.char_start, mentions.char_end, left(mentions.sentence, 80) as sentence, mentions.trigger
from core.mention as mentions
left join core.document as documents on mentions.document_id = documents.document_id
where documents.document_id is null
    or substring(documents.clean_text, mentions.char_start + 1, mentions.char_end - mentions.char_start) <> mentions.sentence
    or substring(documents.clean_text, mentions.trigger_start + 1, mentions.trigger_end - mentions.trigger_start) <> mentions.trigger
    or mentions.raw_start < 0
    or mentions.raw_start >= mentions.raw_end
    or (documents.section is null and mentions.raw_end > documents.raw_chars)
