"""Whether a text speaks of something else than conflict in conflict's words: sport, films, markets, games.

What belongs here: weighing a text's words against those of the topics (topics.yaml). What does not: single sentences.
"""

from __future__ import annotations

from sitrep.extract.text import Text
from sitrep.ontology.patterns.forms import Topic


def other_topic(text: Text, topics: tuple[Topic, ...], conflict: frozenset[str]) -> str | None:
    """The topic, by its id, that a text is about instead of conflict; None: it may well be about conflict."""
    words = set(text.words)
    against = len(words & conflict)
    found = [(len(words & topic.words), topic) for topic in topics]
    count, topic = max(found, key=lambda item: (item[0], item[1].id), default=(0, None))
    return topic.id if topic is not None and count >= topic.need and count > 2 * against else None
