-- core.incident_actor as it was believed at an instant.
-- Grain: one row a role and actor of an incident that stood then.
-- Inputs: core.incident_revision
create macro core.incident_actor_as_of(ts) as table
    with typed as (
        select
            incident_id,
            unnest(json_transform(json_extract(state, '$.actors'), '[{
                "role": "VARCHAR", "actor_id": "VARCHAR", "mention_count": "BIGINT",
                "certainty": "VARCHAR", "disputed": "BOOLEAN"
            }]')) as fields
        from core.state_as_of(ts)
        where state is not null
    )
    select incident_id, unnest(fields) from typed;
