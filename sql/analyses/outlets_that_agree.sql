-- Which outlets agree with which on the number of the dead?
-- Grain: one row a pair of outlets that report the same incidents in texts of their own.
-- Inputs: mart.source_agreement
-- Param: min_compared bigint = 1 -- Only pairs with at least so many numbers to compare.
select
    publisher,
    other_publisher,
    shared_incidents,
    compared_tolls,
    compatible_tolls,
    agreement,
    higher_tolls,
    lower_tolls,
    mean_gap
from mart.source_agreement
where compared_tolls >= $min_compared
order by agreement, compared_tolls desc, publisher, other_publisher
