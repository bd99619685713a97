"""The lineage graph: one module a stage, each asset a few lines that call the engine and hand the result to its gate.

What belongs here: what depends on what, and the words that data users read of each asset. What does not: the engine
(sitrep), rules (expectations), and where an asset's home, gate and progress come from (dagster_project, by `ports`).
"""
