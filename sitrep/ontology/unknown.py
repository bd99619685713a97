"""The error of asking for what the ontology does not have.

What belongs here: that error alone, apart from modules that are compiled, which cannot define errors of this kind.
"""


class UnknownEventType(KeyError):
    """No event type has this name."""
