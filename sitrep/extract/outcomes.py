"""What became of people, as single words say it: killed, injured, missing.

What belongs here: adjectives and nouns of harm, and the number that has its own ("26 killed and 46 injured"). What does
not: verbs of harm, whose frames say it (events.py).
"""

from __future__ import annotations

from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb

_DIE = frozenset({"killed", "killing", "kill", "kills"})
_HURT = frozenset({"wounded", "wounding", "wound", "wounds", "injured", "injuring", "injure", "injures", "hurt"})
_UNSURE = _HURT | {"missing"}  # "45 dead or missing": nobody says how many died
_THINGS = frozenset("weapon weapons arms ammunition rounds money cash documents files vehicles cattle cows".split())
_BOTH = frozenset({"and", "or", "and/or"})
_WERE = frozenset(
    """was were is are be been being has have had also reportedly either reported confirmed feared believed said
    presumed listed as""".split()
)
_COUNTED_DEAD = frozenset({"dead", "killed", "slain", "martyrs", "martyred"})
_DEAD = _DIE | _COUNTED_DEAD
_MORE = frozenset({"other", "more", "others"})  # "one other wounded"


class Outcomes:
    """Reads words of harm in one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.cues, self.fates = nouns, nouns.patterns.cues, nouns.patterns.fates
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags

    def word(self, word: str) -> str | None:
        """What an adjective says."""
        return self.fates.get(word)

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
        people = self.nouns.of(noun).classes & {"people", "person"}
        if people and noun.last < len(self.words) and self.words[noun.last] == "dead" and self.tags[noun.last] == "j":
            return "killed"  # "left ten people injured and a soldier dead"
        if self.nouns.of(noun).count is None and self.words[noun.first] != "another":
            return None
        if noun.word in self.cues["hurt_adjectives"] or noun.word in self.cues["missing_adjectives"]:
            return self.word(noun.word)
        if noun.word in _COUNTED_DEAD:
            return "killed"  # "120 wounded and 50 dead"
        inside = self.words[noun.first : noun.head]
        if people and self.cues["hurt_adjectives"] & {*inside}:
            return "injured"
        after = noun.last
        while after < len(self.words) - 1 and (self.tags[after] == "a" or self.words[after] in _MORE):
            after += 1
        behind = self.words[after] if after < len(self.words) else ""
        before = self.nouns.of(noun).classes & {"number"} or noun.word in self.cues["more_words"]
        if before and behind in _COUNTED_DEAD:
            return "killed"
        if (before or people) and behind in self.cues["missing_adjectives"] and self.tags[after] == "j":
            return "missing"  # "12 soldiers killed, 20 civilians missing"
        return "injured" if before and behind in self.cues["hurt_adjectives"] else None

    def is_unsaid(self, outcome: str, noun: Noun) -> bool:
        """Whether a count says nothing of what became of people: weapons that are missing, "killed or wounded 27"."""
        classes = self.nouns.of(noun).classes
        things = "means" in classes or noun.word in _THINGS
        lost = outcome == "missing" and things and not classes & {"people", "person", "number"}
        span = "measure" in classes and not classes & {"people", "person"}  # "a child aged 15 months"
        return lost or span or self._counts_both(noun)

    def _counts_both(self, noun: Noun) -> bool:
        """'killed or wounded 27 people', '27 were killed and injured': nobody says how many died.

        The two words stand side by side, right before the people or as what befell them.
        """
        words, tags = self.words, self.tags
        for at in range(1, len(words) - 1):
            if words[at] not in _BOTH and words[at] != ",":
                continue
            harms = _UNSURE if words[at] == "or" else _HURT
            listed = words[at - 1] in _COUNTED_DEAD and words[at + 1] in harms and noun.last in (at - 1, at)
            if listed and (at + 2 >= len(words) or tags[at + 2] not in "cdnez'"):
                return True  # "dozens dead, injured in blast", not "left four dead and wounded 27"
            one, other = words[at - 1], words[at + 1] if words[at] in _BOTH else ""
            dead = _DEAD if words[at] == "or" else _DIE  # "are dead or missing"
            if (one in dead and other in harms) or (one in harms and other in dead):
                verb = self.nouns.atoms.tags[at + 1] != "n"
                befell = noun.last <= at - 1 and not {*words[noun.last : at - 1]} - _WERE
                if (noun.first == at + 2 and verb) or befell:
                    return True
        return False
