-- Which regular outlets fell silent, on which days?
-- Grain: one row an outlet and day of silence, everywhere.
-- Inputs: mart.coverage
-- Param: since date = null -- Only days from this one on.
with days as (
    select published_on, unnest(silent_publisher_names) as publisher, documents, origins
    from mart.coverage
    where level = 'world' and silent_publishers > 0
)

select published_on, publisher, documents as documents_of_others, origins as origins_of_others
from days
where $since is null or published_on >= $since
order by published_on desc, publisher
