-- No two rows of an export have the same id.
-- Stage: mart
-- Severity: blocking
-- Why: The numbers are worked out from hashes of 15 digits; two alike among a million have a chance of one in two thousand.
select 'acled' as export, event_id_cnty as id, count(*) as times from mart.export_acled group by all having count(*) > 1
union all
select 'ucdp_ged', cast(id as varchar), count(*) from mart.export_ucdp_ged group by all having count(*) > 1
