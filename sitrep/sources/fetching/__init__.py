"""Fetching: from a source's address to files in landing/, within limits and with manners.

What belongs here: the only code of the engine that opens a connection. What does not: reading what was fetched
(sitrep.sources, sitrep.clean), and when a source is asked (dagster_project.schedules).
"""
