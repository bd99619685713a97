-- Who stands against whom in an incident: the leading actor of each side, and those with it.
-- Grain: one row an incident with at least one actor in a role that is not merely denied.
-- Inputs: core.incident, core.incident_actor, core.actor
-- Kind: table
-- Renewed: by incident_id
with actors as (
    select
        incident_actors.incident_id,
        incident_actors.role,
        incident_actors.actor_id,
        incident_actors.mention_count,
        list_position(['stated', 'claimed', 'suspected'], incident_actors.certainty) as doubt,
        actors.kind in ('state', 'government', 'military', 'police') as is_state,
        if(is_state, 'state ' || coalesce(actors.country, actors.actor_id), actors.actor_id) as camp,
        case
            when is_state then actors.country is not null
            else actors.kind in ('insurgent', 'militia') and not starts_with(actors.actor_id, 'unidentified.')
        end as is_organised
    from core.incident_actor as incident_actors
    inner join core.actor as actors on incident_actors.actor_id = actors.actor_id
    where incident_actors.certainty <> 'denied'
),

-- Who meets or agrees has no target: all act, as the parties of a clash do.
mutual as (
    select actors.incident_id
    from actors
    inner join core.incident as incidents on actors.incident_id = incidents.incident_id
    where incidents.event_class = 'diplomatic'
    group by actors.incident_id
    having not bool_or(actors.role in ('target', 'party'))
),

-- Parties are on one side with those of their own state; a state comes first, then the more often named.
camps as (
    select
        actors.incident_id,
        actors.camp,
        row_number() over (
            partition by actors.incident_id
            order by bool_or(actors.is_state) desc, sum(actors.mention_count) desc, actors.camp
        ) as position
    from actors
    left join mutual on actors.incident_id = mutual.incident_id
    where actors.role = 'party' or mutual.incident_id is not null
    group by actors.incident_id, actors.camp
),

started as (
    select distinct incident_id from actors where role in ('perpetrator', 'claimant')
),

sided as (
    select
        actors.*,
        case
            when mutual.incident_id is not null then if(camps.position = 1, 1, 2)
            when actors.role in ('perpetrator', 'claimant') then 1
            when actors.role = 'target' then 2
            when started.incident_id is null and camps.position = 1 then 1
            else 2
        end as side
    from actors
    left join mutual on actors.incident_id = mutual.incident_id
    left join camps on actors.incident_id = camps.incident_id and actors.camp = camps.camp
    left join started on actors.incident_id = started.incident_id
),

ranked as (
    select
        incident_id,
        side,
        actor_id,
        arg_min(role, role = 'claimant') as role,
        bool_or(is_organised) as is_organised,
        row_number() over (
            partition by incident_id, side
            order by bool_and(role = 'claimant'), min(doubt), max(is_state) filter (role = 'party') desc nulls last, sum(mention_count) desc, actor_id
        ) as position
    from sided
    group by incident_id, side, actor_id
),

final as (
    select
        incident_id,  -- The incident.
        max(actor_id) filter (side = 1 and position = 1) as actor1_id,  -- Who acted: perpetrator, else claimant; in a clash the state's side, else the more often named.
        max(role) filter (side = 1 and position = 1) as actor1_role,  -- The role that puts it there: perpetrator, claimant or party.
        coalesce(list(actor_id order by position) filter (side = 1 and position > 1), []) as with_actor1_ids,  -- Others on its side.
        max(actor_id) filter (side = 2 and position = 1) as actor2_id,  -- Who was acted on, or the other side of a clash or meeting.
        max(role) filter (side = 2 and position = 1) as actor2_role,  -- The role that puts it there: target or party; perpetrator where all act, as in a meeting.
        coalesce(list(actor_id order by position) filter (side = 2 and position > 1), []) as with_actor2_ids,  -- Others on its side.
        arg_min(actor_id, position) filter (side = 1 and is_organised) as organised1_id,  -- The first on that side who is an organised actor with a name: a state, or a group of insurgents or militiamen.
        arg_min(actor_id, position) filter (side = 2 and is_organised) as organised2_id  -- The same on the other side.
    from ranked
    group by incident_id
)

select * from final
