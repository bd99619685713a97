-- Every incident whose toll is disputed shows at least two figures in mart.disputed_toll.
-- Stage: mart
-- Severity: blocking
-- Refuses: the mentions that its rows name
-- Why: A dispute without its sides cannot be judged by a reader.
select incidents.incident_id, incidents.killed_low, incidents.killed_best, incidents.killed_high, count(shown.mention_id) as figures
from core.incident as incidents
left join mart.disputed_toll as shown on incidents.incident_id = shown.incident_id
where incidents.toll_disputed
group by all
having count(shown.mention_id) < 2
