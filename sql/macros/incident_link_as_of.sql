-- core.incident_link as it was believed at an instant.
-- Grain: one row a relation between two incidents that stood then.
-- Inputs: core.incident_revision
create macro core.incident_link_as_of(ts) as table
    with typed as (
        select
            incident_id,
            unnest(json_transform(json_extract(state, '$.links'), '[{"relation":"VARCHAR","related_incident_id":"VARCHAR","mention_id":"VARCHAR"}]')) as fields
        from core.state_as_of(ts)
        where state is not null
    )
    select incident_id, unnest(fields) from typed;
