"""Sensors: what Dagster's daemon asks every few seconds, and the runs that it starts on the answer.

What belongs here: one module a sensor, and how they are made. What does not: the work (sitrep.store,
assets), and clocks (schedules).
"""
