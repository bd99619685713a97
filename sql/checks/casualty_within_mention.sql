-- Every figure is in a mention, and its quote in the mention's document at its offsets.
-- Stage: core
-- Severity: blocking
-- Refuses: the mentions that its rows name
-- Why: A toll that no sentence states cannot be traced.
select casualties.mention_id, casualties.outcome, casualties.victim_group, casualties.low, casualties.high, casualties.quote
from core.mention_casualty as casualties
left join core.mention as mentions on casualties.mention_id = mentions.mention_id
left join core.document as documents on mentions.document_id = documents.document_id
where mentions.mention_id is null
    or casualties.char_start < 0
    or casualties.char_end > documents.clean_chars
    or casualties.char_start >= casualties.char_end
    or not contains(documents.clean_text, casualties.quote)
