-- core.incident_casualty as it was believed at an instant.
-- Grain: one row an outcome and group of an incident that stood then.
-- Inputs: core.incident_revision
create macro core.incident_casualty_as_of(ts) as table
    with typed as (
        select
            incident_id,
            unnest(json_transform(json_extract(state, '$.casualties'), '[{
                "outcome": "VARCHAR", "victim_group": "VARCHAR", "side": "VARCHAR", "low": "BIGINT",
                "best": "BIGINT", "high": "BIGINT", "mention_ids":["VARCHAR"]
            }]')) as fields
        from core.state_as_of(ts)
        where state is not null
    )
    select incident_id, unnest(fields) from typed;
