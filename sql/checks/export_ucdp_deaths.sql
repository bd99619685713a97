-- In the UCDP export the deaths of sides, civilians and unknown add up to best, and best lies within low and high.
-- Stage: mart
-- Severity: blocking
-- Why: The codebook defines best as their sum; users add the columns up.
select id, relid, deaths_a, deaths_b, deaths_civilians, deaths_unknown, low, best, high
from mart.export_ucdp_ged
where deaths_a + deaths_b + deaths_civilians + deaths_unknown <> best
    or least(deaths_a, deaths_b, deaths_civilians, deaths_unknown) < 0
    or best not between low and high
