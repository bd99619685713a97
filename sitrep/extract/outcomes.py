"""What became of people, as single words say it: killed, injured, missing.

What belongs here: adjectives and nouns of harm, and the number that has its own ("26 killed and 46 injured"). What does
not: verbs of harm, whose frames say it (events.py).
"""

from __future__ import annotations

from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb


class Outcomes:
    """Reads words of harm in one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.cues = nouns, nouns.patterns.cues
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags

    def word(self, word: str) -> str | None:
        """What an adjective says."""
        if word in self.cues["dead_adjectives"]:
            return "killed"
        if word in self.cues["hurt_adjectives"]:
            return "injured"
        return "missing" if word in self.cues["missing_adjectives"] else None

    def is_to_death(self, verb: Verb | None) -> bool:
        """'was whipped to death': whatever was done, they died of it."""
        return verb is not None and self.words[verb.main + 1 : verb.main + 3] == ["to", "death"]

    def noun(self, noun: Noun) -> str | None:
        """What a noun of harm says: 'bodies', 'injuries'."""
        if noun.word in self.cues["dead_nouns"]:
            return "killed"
        return "injured" if noun.word in self.cues["hurt_nouns"] else None

    def of(self, noun: Noun) -> str | None:
        """'the dead', 'those wounded', 'people killed'."""
        if noun.word in self.cues["hurt_nouns"]:
            return "injured"
        if noun.word in self.cues["dead_nouns"]:
            return "killed"
        behind = self.words[noun.last] if noun.last < len(self.words) else ""
        return self.word(noun.word) or self.word(behind)

    def own(self, noun: Noun) -> str | None:
        """'26 killed and 46 injured', 'another wounded', '30 wounded people': a number with a harm of its own."""
        if self.nouns.of(noun).count is None and self.words[noun.first] != "another":
            return None
        if noun.word in self.cues["hurt_adjectives"] or noun.word in self.cues["missing_adjectives"]:
            return self.word(noun.word)
        inside = self.words[noun.first : noun.head]
        if self.nouns.of(noun).classes & {"people", "person"} and self.cues["hurt_adjectives"] & {*inside}:
            return "injured"
        after = noun.last
        while after < len(self.words) - 1 and self.tags[after] == "a":
            after += 1
        behind = self.words[after] if after < len(self.words) else ""
        before = self.nouns.of(noun).classes & {"number"} or noun.word in self.cues["more_words"]
        return "injured" if before and behind in self.cues["hurt_adjectives"] else None
