"""Which event of a document answers which: retaliation, response, and condemnation.

What belongs here: pairing the events on the two sides of a cue. What does not: the cues (ontology/patterns/links.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitrep.extract.drafting import Draft
from sitrep.extract.text import Sentence, Text
from sitrep.ontology.patterns.links import LinkCue
from sitrep.ontology.types import EventTypes
from sitrep.records import MentionLink

_REACH = 6  # sentences back in which "the attack" that is answered or condemned was told


@dataclass(frozen=True)
class Linker:
    """Reads the links of one document's mentions, which stand in the order of the text."""

    text: Text
    types: EventTypes
    cues: Sequence[LinkCue]

    @cached_property
    def _any_cue(self) -> re.Pattern[str]:
        return re.compile("|".join(cue.cue.pattern for cue in self.cues))

    @cached_property
    def _found(self) -> list[tuple[Sentence, LinkCue, tuple[int, int]]]:
        """The cues of the text, each with its sentence and where it stands."""
        found: list[tuple[Sentence, LinkCue, tuple[int, int]]] = []
        text = self.text.folded
        for sentence in self.text.sentences if self._any_cue.search(text) is not None else ():
            stretch = text[sentence.start : sentence.end]
            for cue in self.cues if self._any_cue.search(stretch) is not None else ():
                for match in cue.cue.finditer(stretch):
                    found.append((sentence, cue, (sentence.start + match.start(), sentence.start + match.end())))
        return found

    def links(self, drafts: Sequence[Draft]) -> tuple[MentionLink, ...]:
        """The links between mentions, by their places among the drafts."""
        found: dict[tuple[int, int], MentionLink] = {}
        for link in (*self._answers(drafts), *self._condemnations(drafts)):
            if _differ(drafts[link.ordinal], drafts[link.related_ordinal]):
                found.setdefault((link.ordinal, link.related_ordinal), link)
        return tuple(found.values())

    def apart(self, drafts: Sequence[Draft]) -> frozenset[tuple[int, int]]:
        """Pairs of drafts, by identity, of which one answers the other: they are two things, whatever they share."""
        pairs = [(drafts[link.ordinal], drafts[link.related_ordinal]) for link in self._answers(drafts)]
        same = [(id(a), id(b)) for a, b in pairs if a.sentence.number == b.sentence.number]
        return frozenset([*same, *((b, a) for a, b in same)])

    # ---- retaliation and response
    def _answers(self, drafts: Sequence[Draft]) -> Iterator[MentionLink]:
        for sentence, cue, at in self._found:
            pair = self._sides(drafts, sentence, cue, at)
            if pair is not None:
                yield MentionLink(cue.relation, *pair)

    def _sides(
        self, drafts: Sequence[Draft], sentence: Sentence, cue: LinkCue, at: tuple[int, int]
    ) -> tuple[int, int] | None:
        """The answering mention and the one answered, if both are told."""
        before = [n for n in self._violent(drafts, sentence) if drafts[n].start < at[0]]
        behind = [n for n in self._violent(drafts, sentence) if drafts[n].start >= at[0]]
        earlier = [n for n, d in enumerate(drafts) if self._can_answer(d) and d.sentence.number < sentence.number]
        earlier = [n for n in earlier if sentence.number - drafts[n].sentence.number <= _REACH]
        if cue.form == "before_cause":
            return _before_cause(before, behind, earlier, drafts)
        if not behind:
            return None
        return _pair(behind[0], (*reversed(before), *reversed(earlier)), drafts)

    def _violent(self, drafts: Sequence[Draft], sentence: Sentence) -> list[int]:
        return [n for n, d in enumerate(drafts) if d.sentence.number == sentence.number and self._can_answer(d)]

    def _can_answer(self, draft: Draft) -> bool:
        """Whether a draft can stand on either side; a claim of responsibility has no type before the story is told."""
        known = self.types.get(draft.event_type)
        return known is not None and known.has("can_answer") and draft.status.modality in ("asserted", "claimed")

    # ---- condemnation
    def _condemnations(self, drafts: Sequence[Draft]) -> Iterator[MentionLink]:
        """A censure speaks of the violence that its own sentence names behind it, else of the last that was told."""
        for number, draft in enumerate(drafts):
            relation = self.types[draft.event_type].link_relation
            if relation != "condemns" or draft.status.modality not in ("asserted", "claimed"):
                continue
            here = draft.sentence.number
            told = [n for n, d in enumerate(drafts) if self.types[d.event_type].has("takes_toll")]
            same = [n for n in told if drafts[n].sentence.number == here and drafts[n].start > draft.start]
            past = [n for n in told if n < number and here - drafts[n].sentence.number <= _REACH]
            target = same[0] if same else past[-1] if past else None
            if target is not None:
                yield MentionLink("condemns", number, target)


def _before_cause(
    before: list[int], behind: list[int], earlier: list[int], drafts: Sequence[Draft]
) -> tuple[int, int] | None:
    """ "<answer> in retaliation for <cause>"; opening a sentence, "In retaliation for <cause>, <answer>"."""
    if before and behind:
        return _pair(before[-1], behind, drafts)
    if before:
        return _pair(before[-1], tuple(reversed(earlier)), drafts)
    if len(behind) > 1 and _differ(drafts[behind[0]], drafts[behind[-1]]):
        return _pair(behind[-1], behind, drafts)
    if behind and earlier:
        return _pair(earlier[-1], behind, drafts)
    return None


def _pair(answer: int, causes: Sequence[int], drafts: Sequence[Draft]) -> tuple[int, int] | None:
    """The answer with the first cause that is another happening."""
    for cause in causes:
        if _differ(drafts[cause], drafts[answer]):
            return answer, cause
    return None


def _differ(one: Draft, other: Draft) -> bool:
    """Whether two drafts are two happenings; before any are joined, every draft is one."""
    return one is not other and (one.happening != other.happening or one.happening < 0)
