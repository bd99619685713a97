"""Which event of a document answers which: retaliation, response, and condemnation.

What belongs here: pairing the events on the two sides of a cue. What does not: the cues (ontology/patterns/links.yaml).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitrep.extract.draft import Draft
from sitrep.extract.text import Sentence, Text
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns.links import LinkCue
from sitrep.records import HAPPENED, MentionLink

_REACH = 6  # sentences back in which "the attack" that is answered or condemned was told


class Linker:
    """Reads the links of one document's mentions, which stand in the order of the text."""

    def __init__(self, text: Text, types: EventTypes, cues: tuple[LinkCue, ...], drafts: list[Draft]) -> None:
        self.types = types
        self._found = _find_cues(text, cues, {draft.sentence.number for draft in drafts})

    def links(self, drafts: list[Draft], kinds: frozenset[int] = frozenset()) -> tuple[MentionLink, ...]:
        """The links between mentions, by their places among the drafts; `kinds` are those of no single happening."""
        found: dict[tuple[int, int], MentionLink] = {}
        for link in (*self._answers(drafts), *self._condemnations(drafts, kinds)):
            if _differ(drafts[link.ordinal], drafts[link.related_ordinal]):
                found.setdefault((link.ordinal, link.related_ordinal), link)
        return tuple(found.values())

    def apart(self, drafts: list[Draft]) -> frozenset[tuple[int, int]]:
        """Pairs of drafts, by identity, of which one answers the other: they are two things, whatever they share.

        Where violence answers violence, what is told behind it as the reason is marked as what came before the news.
        """
        pairs = [(drafts[link.ordinal], drafts[link.related_ordinal]) for link in self._answers(drafts)]
        for answer, cause in pairs:
            attacks = self._harms(answer) and self.types[answer.event_type].event_class == "violent"
            cause.is_avenged = answer.start < cause.start and attacks and self._harms(cause)
        # what is told behind "it was revenge for" was no part of what was told before
        same = [(id(a), id(b)) for a, b in pairs if a.sentence.number == b.sentence.number or b.start > a.start]
        return frozenset([*same, *((b, a) for a, b in same)])

    # ---- retaliation and response
    def _answers(self, drafts: list[Draft]) -> Iterator[MentionLink]:
        able: dict[int, list[int]] = {}
        for number, draft in enumerate(drafts):
            if self._can_answer(draft):
                able.setdefault(draft.sentence.number, []).append(number)
        for sentence, cue, at in self._found:
            pair = self._sides(drafts, able.get(sentence.number, []), sentence, cue, at)
            if pair is not None:
                yield MentionLink(cue.relation, *pair)

    def _sides(
        self, drafts: list[Draft], here: list[int], sentence: Sentence, cue: LinkCue, at: tuple[int, int]
    ) -> tuple[int, int] | None:
        """The answering mention and the one answered, if both are told; `here` are those of the cue's sentence."""
        if not here:
            return None
        before = [n for n in here if drafts[n].start < at[0]]
        behind = [n for n in here if drafts[n].start >= at[0]]
        if cue.form == "measure":
            return self._measure(before, behind, drafts)
        earlier = self._earlier(drafts, sentence, is_quiet=cue.form == "by_itself")
        if cue.form == "before_cause":
            return self._before_cause(before, behind, earlier, drafts)
        if cue.form == "by_itself":
            answer, *others = (*behind, *reversed(before))
            return self._pair(answer, (*(others if not behind else ()), *earlier), drafts)
        before.sort(key=lambda n: (drafts[n].is_nominal, -n))  # not the killing that what is answered avenged
        return self._pair(behind[0], (*before, *earlier), drafts) if behind else None

    def _earlier(self, drafts: list[Draft], sentence: Sentence, *, is_quiet: bool) -> list[int]:
        """What was told before and can be answered, the last first; what people do in words or peace too, if asked."""
        return [
            n
            for n, d in reversed(list(enumerate(drafts)))
            if 0 < sentence.number - d.sentence.number <= _REACH
            and (self._can_answer(d) or (is_quiet and d.status.modality == "asserted" and d.event_type in self.types))
        ]

    def _measure(self, before: list[int], behind: list[int], drafts: list[Draft]) -> tuple[int, int] | None:
        """ "<measure> after <violence>"; opening a sentence, "After <violence>, <measure>"."""
        causes = [n for n in behind if self._harms(drafts[n])]
        measures = [n for n in (*reversed(before), *behind) if self.types[drafts[n].event_type].has("is_measure")]
        return self._pair(measures[0], causes, drafts) if measures and causes else None

    def _before_cause(
        self, before: list[int], behind: list[int], earlier: list[int], drafts: list[Draft]
    ) -> tuple[int, int] | None:
        """ "<answer> in retaliation for <cause>"; opening a sentence, "In retaliation for <cause>, <answer>"."""
        if before and behind:
            return self._pair(before[-1], behind, drafts)
        if before:
            return self._pair(before[-1], earlier, drafts)
        if len(behind) > 1 and _differ(drafts[behind[0]], drafts[behind[-1]]):
            return self._pair(behind[-1], behind, drafts)
        if behind and earlier:
            return self._pair(earlier[0], behind, drafts)
        return None

    def _pair(self, answer: int, causes: Iterable[int], drafts: list[Draft]) -> tuple[int, int] | None:
        """The answer with the first cause that is another happening; violence is no answer to a measure."""
        fits = [n for n in causes if not self._harms(drafts[answer]) or self._harms(drafts[n])]
        return next(((answer, cause) for cause in fits if _differ(drafts[cause], drafts[answer])), None)

    def _harms(self, draft: Draft) -> bool:
        known = self.types.get(draft.event_type)
        return known is not None and known.has("takes_toll")

    def _can_answer(self, draft: Draft) -> bool:
        """Whether a draft can stand on either side; a claim of responsibility has no type before the story is told."""
        known = self.types.get(draft.event_type)
        is_able = known is not None and (known.has("can_answer") or known.has("takes_toll"))
        return is_able and draft.status.modality in HAPPENED

    # ---- condemnation
    def _condemnations(self, drafts: list[Draft], kinds: frozenset[int]) -> Iterator[MentionLink]:
        """A censure speaks of the violence that its own sentence names, else of the last that was told, else of the
        first that the text tells at all."""
        told = [n for n, d in enumerate(drafts) if self._harms(d) and d.status.modality in HAPPENED]
        told = [n for n in told if not drafts[n].status.aggregate and id(drafts[n]) not in kinds]
        for number, draft in enumerate(drafts):
            relation = self.types[draft.event_type].link_relation
            if relation != "condemns" or draft.status.modality not in HAPPENED:
                continue
            here = draft.sentence.number
            same = [n for n in told if drafts[n].sentence.number == here]
            same.sort(key=lambda n: (drafts[n].start < draft.start, n))
            past = [n for n in reversed(told) if 0 < here - drafts[n].sentence.number <= _REACH]
            past.sort(key=lambda n: drafts[n].status.background)
            for target in (*same, *past, *told)[:1]:
                yield MentionLink("condemns", number, target)


def _differ(one: Draft, other: Draft) -> bool:
    """Whether two drafts are two happenings; before any are joined, every draft is one."""
    return one is not other and (one.happening != other.happening or one.happening < 0)


def _find_cues(
    text: Text, cues: tuple[LinkCue, ...], told: set[int]
) -> list[tuple[Sentence, LinkCue, tuple[int, int]]]:
    """The cues of the sentences that tell of events, each with its sentence and where it stands."""
    found: list[tuple[Sentence, LinkCue, tuple[int, int]]] = []
    distinct = text.plain.distinct
    told_of = [(cue, list(cue.words & distinct)) for cue in cues if not cue.words.isdisjoint(distinct)]
    for sentence in text.sentences:
        if sentence.number not in told:
            continue
        stretch = text.folded[sentence.start : sentence.end]
        for cue, asked in told_of:
            for word in asked:
                if word in stretch:
                    for match in cue.cue.finditer(stretch):
                        found.append((sentence, cue, (sentence.start + match.start(), sentence.start + match.end())))
                    break
    return found
