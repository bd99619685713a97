"""Telling people what went wrong: from a run that failed to a message, and from a message to a channel.

What belongs here: what an alert says, and how each kind of channel sends it. What does not: the outbox
(sitrep.store.alerts), when to look (sensors).
"""

from dagster_project.notify.channels import deliver
from dagster_project.notify.messages import alert_of, as_text

__all__ = ["alert_of", "as_text", "deliver"]
