"""The home on disk: batches, stages, the ledger. Nothing here knows Dagster, and nothing reads a clock.

What belongs here: where things lie under a home and how they get there whole (write beside, then one rename).
What does not: what the rows mean (schemas, expectations) and who asks for them (assets).
"""
