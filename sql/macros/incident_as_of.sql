-- core.incident as it was believed at an instant: select * from core.incident_as_of(timestamptz '2024-02-01').
-- Grain: one row an incident that stood then.
-- Inputs: core.incident_revision
create macro core.incident_as_of(ts) as table
    with typed as (
        select
            incident_id,
            json_transform(json_extract(state, '$.incident'), '{
                "event_type": "VARCHAR", "event_class": "VARCHAR", "ucdp_type": "VARCHAR",
                "occurred_from": "DATE", "occurred_to": "DATE", "date_precision": "VARCHAR",
                "place_id": "VARCHAR", "place_name": "VARCHAR", "admin1": "VARCHAR", "admin2": "VARCHAR",
                "country": "VARCHAR", "latitude": "DOUBLE", "longitude": "DOUBLE",
                "geo_precision": "VARCHAR", "killed_low": "BIGINT", "killed_best": "BIGINT",
                "killed_high": "BIGINT", "injured_low": "BIGINT", "injured_best": "BIGINT",
                "injured_high": "BIGINT", "toll_disputed": "BOOLEAN", "toll_rule": "VARCHAR",
                "mention_count": "BIGINT", "document_count": "BIGINT", "publisher_count": "BIGINT",
                "origin_count": "BIGINT", "first_reported_at": "TIMESTAMPTZ", "headline": "VARCHAR"
            }') as fields
        from core.state_as_of(ts)
        where state is not null
    )
    select incident_id, unnest(fields) from typed;
