-- mart.coverage holds every dated document once at level world.
-- Stage: mart
-- Severity: blocking
-- Why: The verdict on a rise rests on these counts.
with world as (
    select coalesce(sum(documents), 0) as documents from mart.coverage where level = 'world'
),

core as (
    select count(*) as documents from core.document where published_on is not null and published_precision in ('second', 'day')
)

select world.documents, core.documents as core_documents
from world cross join core
where world.documents <> core.documents
