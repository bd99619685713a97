-- Incidents whose sources disagree, with each source's figure beside the other.
-- Grain: one row an incident with disputed toll, outcome (killed, injured), document and speaker.
-- Inputs: core.incident, core.mention, core.document, mart.reported_toll
-- Kind: table
-- Renewed: by incident_id
with incidents as (
    select * from core.incident where toll_disputed
),

figures as (
    select * from mart.reported_toll where outcome in ('killed', 'injured')
),

final as (
    select
        incidents.incident_id,  -- The incident.
        incidents.headline,  -- A line to know it by.
        incidents.occurred_from,  -- First day that it may have happened.
        incidents.country,  -- ISO 3166-1 alpha-2.
        incidents.place_name,  -- Where.
        figures.outcome,  -- killed or injured.
        if(figures.outcome = 'killed', incidents.killed_low, incidents.injured_low) as incident_low,  -- Fewest that a source states.
        if(figures.outcome = 'killed', incidents.killed_best, incidents.injured_best) as incident_best,  -- The figure chosen.
        if(figures.outcome = 'killed', incidents.killed_high, incidents.injured_high) as incident_high,  -- Most that a source states.
        incidents.toll_rule,  -- The rule that chose.
        figures.publisher,  -- The outlet.
        figures.attributed_to,  -- Who says so; null where the outlet does.
        figures.low,  -- Fewest by this source.
        figures.high,  -- Most by this source; null where it gives no upper bound.
        figures.low <= incident_best and incident_best <= coalesce(figures.high, incident_best) as agrees_with_best,  -- The chosen figure is within this source's.
        figures.is_history,  -- A later text of the same address has replaced it.
        figures.published_at,  -- Instant of publication (UTC).
        figures.published_on,  -- Day of publication.
        figures.quotes,  -- The words that give the figure.
        mentions.sentence,  -- The sentence that they stand in.
        figures.mention_id,  -- The mention.
        figures.document_id,  -- The document.
        documents.url  -- Its address.
    from figures
    inner join incidents on figures.incident_id = incidents.incident_id
    inner join core.mention as mentions on figures.mention_id = mentions.mention_id
    inner join core.document as documents on figures.document_id = documents.document_id
)

select * from final
