-- What was believed of each incident at an instant: its state after the last publish up to it; null where it was gone.
-- Grain: one row an incident that had been published by then.
-- Inputs: core.incident_revision
create macro core.state_as_of(ts) as table
    select incident_id, state
    from core.incident_revision
    where changed_at <= ts
    qualify row_number() over (partition by incident_id order by revision desc) = 1;
