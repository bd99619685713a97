-- The feed of changes: each value that a publish changed, from what to what, on which documents' word.
-- Grain: one row an incident, revision and field. It tells the history of publishes, which differs between rebuilds; mart.correction does not.
-- Inputs: core.incident_revision
-- Kind: view
with changed as (
    select incident_id, revision, published_seq, changed_at, change, documents, unnest(json_keys(change)) as field
    from core.incident_revision
),

final as (
    select
        incident_id,  -- The incident.
        revision,  -- 1 for its first publication, then counting up.
        published_seq,  -- Number of the publish.
        changed_at,  -- When that was (UTC).
        field,  -- What changed: a column of core.incident, or what hangs on it.
        json_extract(change, '$."' || field || '"[0]') as value_before,  -- JSON: the value before; null where there was none.
        json_extract(change, '$."' || field || '"[1]') as value_after,  -- JSON: the value after.
        documents  -- The documents on whose word it changed.
    from changed
)

select * from final
