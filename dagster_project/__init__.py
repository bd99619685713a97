"""The code that knows Dagster: definitions, jobs, resources, the gate's adapter, the command line.

What belongs here: how assets are run, stored, gated and watched. What does not: the assets (assets), the rules
(expectations), the engine (sitrep). Telemetry of every library is off, here and in the homes that are made.
"""
