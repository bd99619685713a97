-- Each export and its list of excluded incidents hold every incident once together.
-- Stage: mart
-- Severity: blocking
-- Why: What an export leaves out it must name.
with placed as (
    select 'acled' as export, substring(tags, 8) as incident_id, 'exported' as place from mart.export_acled
    union all
    select 'acled', incident_id, 'excluded' from mart.export_acled_excluded
    union all
    select 'ucdp_ged', relid, 'exported' from mart.export_ucdp_ged
    union all
    select 'ucdp_ged', incident_id, 'excluded' from mart.export_ucdp_ged_excluded
    union all
    select 'plover', "Event ID", 'exported' from mart.export_plover
    union all
    select 'plover', incident_id, 'excluded' from mart.export_plover_excluded
),

wanted as (
    select exports.export, incidents.incident_id
    from core.incident as incidents
    cross join (values ('acled'), ('ucdp_ged'), ('plover')) as exports(export)
)

select
    coalesce(wanted.export, placed.export) as export, coalesce(wanted.incident_id, placed.incident_id) as incident_id,
    count(placed.place) as times, string_agg(placed.place, ', ' order by placed.place) as places
from wanted
full join placed on wanted.export = placed.export and wanted.incident_id = placed.incident_id
group by all
having count(placed.place) <> 1 or count(wanted.incident_id) = 0
