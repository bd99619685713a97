"""Scores an engine against the labelled set: python -m tests.evaluation.labelled_score [--misses MEASURE].

What belongs here: matching found mentions to expected events, judging every slot, sums by measure and half, printing.
What does not: reading the labels (labelled_set.py). Misses are listed of the half `look` alone: of the other half only
the figures are shown, so that they say how general an engine's rules are.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitrep.evaluate.folding import any_named, fold
from sitrep.ontology.types import EventTypes, load_types, may_be_one
from sitrep.records import (
    DIVIDING_GROUPS,
    ROLES,
    ActorMention,
    CasualtyMention,
    CleanDocument,
    Extraction,
    Mention,
    Place,
)
from tests.evaluation.labelled_set import Anchor, Event, Name, Text, Toll, document, read_all

FLOORS = Path(__file__).with_name("labelled_floors.yaml")
HALVES = ("look", "score")

Engine = Callable[[CleanDocument], Extraction]

SAME_CHARACTERS, SAME_SENTENCE = 4, 2
#: A stated range may be wider than the expected one by this many days and still count.
SLACK_DAYS = 1
#: A figure of fewer answers than this says too little to be held.
ENOUGH = 10
#: Levels of places that are too wide to be the answer, but not wrong where the country is right.
WIDE = ("admin1", "country", "region")
#: A name that is a bare count is nobody's.
NUMBER = re.compile(
    r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(an)?others?|dozens|scores"
)
ACTING_TOGETHER = frozenset({"perpetrator", "target", "party"})


@dataclass(frozen=True)
class Judgement:
    """One answer judged: asked for by the label (recall), or given by the engine (precision)."""

    measure: str
    asked: bool
    right: bool
    text: Text
    what: str


@dataclass(frozen=True)
class Answer:
    """What an engine found of one expected event."""

    event: Event
    mentions: tuple[Mention, ...]  # those matched to it, the best first

    @property
    def main(self) -> Mention:
        return self.mentions[0]


@dataclass(frozen=True)
class Found:
    """An actor that an engine names."""

    names: tuple[str, ...]  # as written first
    certainty: str
    is_victim: bool  # of a toll that the text states


@dataclass(frozen=True)
class Figure:
    """A measure's sums."""

    right_asked: int = 0
    asked: int = 0
    right_given: int = 0
    given: int = 0

    @property
    def recall(self) -> float | None:
        return self.right_asked / self.asked if self.asked else None

    @property
    def precision(self) -> float | None:
        return self.right_given / self.given if self.given else None

    @property
    def f1(self) -> float:
        """The harmonic mean of both; recall alone where there is no precision."""
        recall, precision = self.recall or 0.0, self.precision
        if precision is None:
            return recall
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


# --- matching ---------------------------------------------------------------------------------------------------------


def closeness(mention: Mention, event: Event, types: EventTypes) -> float:
    """How well a mention fits an event: 0 is not at all; the same characters count more than the same sentence."""
    relatives = any(may_be_one(types, mention.event_type, kind) for kind in event.types)
    accepted = mention.event_type in event.types
    best = 0.0
    for anchor in event.anchors:
        if overlap(mention, anchor):
            best = max(best, SAME_CHARACTERS + 2 * accepted + relatives)
        elif mention.char_start <= anchor.start < mention.char_end and (accepted or relatives):
            distance = min(abs(mention.trigger_start - anchor.start), 999) / 1000
            best = max(best, SAME_SENTENCE + 2 * accepted - distance)
    return best


def overlap(mention: Mention, anchor: Anchor) -> bool:
    """Whether a mention's trigger and an event's words share characters."""
    return mention.trigger_start < anchor.end and anchor.start < mention.trigger_end


def match(text: Text, extraction: Extraction, types: EventTypes) -> tuple[dict[int, Answer], list[Mention]]:
    """Each mention with the event that it fits best, by the events' numbers, and the mentions that fit none."""
    fits: dict[int, list[tuple[float, Mention]]] = defaultdict(list)
    rest = []
    for mention in extraction.mentions:
        scored = [(closeness(mention, e, types), not e.may, -e.number, e) for e in text.events]
        best = max(scored, default=None, key=lambda s: s[:3])
        if best is None or best[0] == 0:
            rest.append(mention)
        else:
            fits[best[3].number].append((best[0], mention))
    return _joined(text, fits, rest)


def _joined(
    text: Text, fits: dict[int, list[tuple[float, Mention]]], rest: list[Mention]
) -> tuple[dict[int, Answer], list[Mention]]:
    """Mentions at words that no label has still speak of an event if the engine joins them to it, and to no other."""
    events_of: dict[int, set[int]] = defaultdict(set)
    for number, found in fits.items():
        for _, mention in found:
            events_of[mention.happening].add(number)
    for mention in rest:
        if len(events_of[mention.happening]) == 1:
            fits[min(events_of[mention.happening])].append((0.0, mention))
    answers = {}
    for number, found in fits.items():
        ordered = sorted(found, key=lambda f: (-f[0], f[1].trigger_start))
        answers[number] = Answer(text.events[number], tuple(mention for _, mention in ordered))
    return answers, [m for m in rest if len(events_of[m.happening]) != 1]


def stands_for_happening(mention: Mention) -> bool:
    """Whether an incident would come of the mention."""
    return mention.modality in ("asserted", "claimed") and not mention.is_aggregate


# --- judging ----------------------------------------------------------------------------------------------------------


class Judge:
    """Collects the judgements of one text."""

    def __init__(self, text: Text, extraction: Extraction, types: EventTypes) -> None:
        self.text, self.extraction, self.types = text, extraction, types
        self.places = {place.place_id: place for place in extraction.places}
        self.actors = {actor.actor_id: actor for actor in extraction.actors}
        self.answers, self.rest = match(text, extraction, types)
        self.judgements: list[Judgement] = []

    def judge(self) -> list[Judgement]:
        """All judgements."""
        for event in self.text.events:
            if not event.may:
                self._found(event)
                if not self._is_found(event):
                    self._all_missed(event)
        self._happenings()
        self._together()
        self._links()
        for answer in self.answers.values():
            if not answer.event.may and self._is_found(answer.event):
                self._status(answer)
                self._roles(answer)
                self._place(answer)
                self._date(answer)
                self._tolls(answer)
                self._speaker(answer)
        return self.judgements

    def _say(self, measure: str, right: bool, what: str, *, asked: bool = True) -> None:
        self.judgements.append(Judgement(measure, asked, right, self.text, what))

    def _is_found(self, event: Event) -> bool:
        answer = self.answers.get(event.number)
        return answer is not None and any(
            stands_for_happening(m) or m.modality in event.modalities for m in answer.mentions
        )

    def _found(self, event: Event) -> None:
        words = "/".join(self.text.whole[a.start : a.end] for a in event.anchors)
        found = self._is_found(event)
        kind = "violent" if self.types[event.types[0]].event_class == "violent" else "other"
        answer = self.answers.get(event.number)
        given = Counter(f"{m.event_type} {m.modality}" for m in answer.mentions) if answer else {}
        self._say(f"{kind} found", found, f"{event.types[0]} '{words}': {dict(given) or 'nothing'}")
        self._say(f"type {event.types[0]}", found and self._typed(answer), f"'{words}': {dict(given) or 'nothing'}")
        for anchor in event.anchors:
            hit = self._at(event, anchor) is not None
            self._say("trigger words", hit, f"'{self.text.whole[anchor.start : anchor.end]}'")

    def _all_missed(self, event: Event) -> None:
        """What is not found has all its fields wrong, so that finding more never lowers a figure."""
        names = [(role, name) for role, wanted in event.roles.items() for name in wanted if not name.optional]
        tolls = [toll for toll in event.tolls if not toll.optional]
        slots = {
            "modality": True,
            "background": event.background is not None,
            "aggregate": event.aggregate is not None,
            "place": event.place,
            "country": event.countries,
            "date": event.dates,
            "speaker": event.by,
        }
        missed = [slot for slot, wanted in slots.items() if wanted]
        missed += [role for role, _ in names] + ["certainty" for _, name in names if name.certainties]
        missed += [toll.outcome for toll in tolls] + ["victim group" for _ in tolls]
        missed += ["toll's speaker" for toll in tolls if toll.by]
        for measure in missed:
            self._say(measure, False, f"{event.types[0]} not found")

    @staticmethod
    def _typed(answer: Answer | None) -> bool:
        return answer is not None and any(m.event_type in answer.event.types for m in answer.mentions)

    def _happenings(self) -> None:
        """Of what the engine holds for happenings, which are: those of no expected event are false alarms."""
        fitting = {id(m): a.event for a in self.answers.values() for m in a.mentions}
        by_number: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.extraction.mentions:
            if stands_for_happening(mention):
                by_number[mention.happening].append(mention)
        for mentions in by_number.values():
            events = [fitting[id(m)] for m in mentions if id(m) in fitting]
            right = any(e.happened and e.aggregate is not True for e in events)
            typed = any(e.happened and m.event_type in e.types for m in mentions if (e := fitting.get(id(m))))
            first = mentions[0]
            kind = "violent" if self.types[first.event_type].event_class == "violent" else "other"
            what = f"{first.event_type} '{first.trigger}' ({first.rule_id}) in: {first.sentence[:100]!r}"
            self._say(f"{kind} found", right, what, asked=False)
            self._say(f"type {first.event_type}", right and typed, what, asked=False)

    def _together(self) -> None:
        """Pairs of an event's words that are mentions of one happening, and of different events' words that are."""
        placed = [(e, self._at(e, anchor)) for e in self.text.events if not e.may for anchor in e.anchors]
        for i, (event, mention) in enumerate(placed):
            for other_event, other in placed[i + 1 :]:
                what = f"'{mention.trigger if mention else None}' and '{other.trigger if other else None}'"
                same = mention is not None and other is not None and mention.happening == other.happening
                if event is other_event:
                    self._say("one happening", same, f"{what} are apart")
                if same and mention is not other:
                    self._say("one happening", event is other_event, f"{what} are together", asked=False)

    def _at(self, event: Event, anchor: Anchor) -> Mention | None:
        """The mention of an event at these words."""
        answer = self.answers.get(event.number)
        hits = [m for m in answer.mentions if overlap(m, anchor)] if answer else []
        return hits[0] if hits else None

    def _links(self) -> None:
        at = {id(m): a.event.number for a in self.answers.values() for m in a.mentions}
        number = [at.get(id(m)) for m in self.extraction.mentions]
        found = {(number[link.ordinal], link.relation, number[link.related_ordinal]) for link in self.extraction.links}
        for a, relation, b in self.text.links:
            right = bool({(a, relation, b), (a, "response_to", b)} & found)
            self._say("links", right, f"{a} {relation} {b}, found {sorted(map(str, found))}")
        wanted = {(a, b) for a, _, b in self.text.links}
        for a, relation, b in found:
            if a is not None and b is not None and self.text.links:
                self._say("links", (a, b) in wanted, f"{a} {relation} {b} is not said", asked=False)

    def _status(self, answer: Answer) -> None:
        event, main = answer.event, answer.main
        self._say("modality", main.modality in event.modalities, f"'{main.trigger}' {main.modality}")
        if event.background is not None:
            what = f"'{main.trigger}' background is {main.is_background}"
            self._say("background", main.is_background == event.background, what)
        if event.aggregate is not None:
            self._say("aggregate", main.is_aggregate == event.aggregate, f"'{main.trigger}' is {main.is_aggregate}")

    # --- who ---

    def _roles(self, answer: Answer) -> None:
        event = answer.event
        mutual = self.types[event.types[0]].has("is_mutual")
        found: dict[str, dict[str, Found]] = {role: {} for role in ROLES}
        for mention in answer.mentions:
            for actor in mention.actors:
                found[actor.role][actor.actor_id] = self._who(actor, mention, event)
        for role in ROLES:
            if role in event.free_roles:
                continue
            reach = ACTING_TOGETHER if mutual and role in ACTING_TOGETHER else {role, *event.free_roles}
            self._role(answer, role, [f for other in ROLES if other in reach for f in found[other].values()])
            if not (mutual and role != "perpetrator"):
                wanted = [n for r in (reach if mutual else {role}) for n in event.roles.get(r, ())]
                self._given(role, wanted, found[role].values(), answer)

    def _who(self, actor: ActorMention, mention: Mention, event: Event) -> Found:
        known = self.actors.get(actor.actor_id)
        names = [actor.name, known.name if known else ""]
        names += [alias for alias in known.aliases if len(alias) > 3 or alias.isupper()] if known else []
        victims = [c for c in mention.casualties if c.char_start < actor.char_end and actor.char_start < c.char_end]
        is_victim = actor.role == "target" and any(self._is_stated(c, event) for c in victims)
        return Found(tuple(names), actor.certainty, is_victim and not NUMBER.fullmatch(fold(actor.name)))

    def _role(self, answer: Answer, role: str, found: Sequence[Found]) -> None:
        for name in answer.event.roles.get(role, ()):
            right = [f for f in found if named(name, f.names)]
            if not name.optional:
                self._say(role, bool(right), f"{'|'.join(name.accepted)} not in {[f.names[0] for f in found]}")
            if name.certainties and (right or not name.optional):
                certainties = [f.certainty for f in right]
                ok = bool(set(certainties) & set(name.certainties))
                self._say("certainty", ok, f"{role} {name.accepted[0]}: {certainties}, not {name.certainties}")

    def _given(self, role: str, wanted: Sequence[Name], found: Iterable[Found], answer: Answer) -> None:
        """Names found that are not wanted are wrong, but for the victims of a toll: they are acted on, too."""
        for each in found:
            right = any(named(name, each.names) for name in wanted)
            what = f"'{each.names[0]}' at '{answer.main.trigger}' is none of {['|'.join(n.accepted) for n in wanted]}"
            if right or not each.is_victim:
                self._say(role, right, what, asked=False)

    # --- where and when ---

    def _place(self, answer: Answer) -> None:
        event = answer.event
        stated = next((m.place for m in answer.mentions if m.place is not None), None)
        place = self.places.get(stated.place_id) if stated else None
        names = [stated.text if stated else None, *(names_of(place) if place else ())]
        if event.place is not None:
            self._say("place", any_named(event.place, names), f"{names[:2]}, not {event.place}")
        wide = place is not None and place.level in WIDE and place.country in event.countries
        if stated is not None and not event.place_free and not (wide and event.place):
            what = f"{names[:2]}, not {event.place}"
            self._say("place", event.place is not None and any_named(event.place, names), what, asked=False)
        if event.countries:
            country = place.country if place else None
            self._say("country", country in event.countries, f"{country}, not {event.countries}")

    def _date(self, answer: Answer) -> None:
        if answer.event.dates is None:
            return
        first, last = answer.event.dates
        when = next((m.occurrence for m in answer.mentions if m.occurrence.date_from), None)
        if when is None or when.date_from is None or when.date_to is None:
            self._say("date", False, f"none, not {first}..{last}")
            return
        width = (when.date_to - when.date_from).days - (last - first).days
        right = when.date_from <= last and when.date_to >= first and width <= SLACK_DAYS
        self._say("date", right, f"{when.date_from}..{when.date_to} ('{when.text}'), not {first}..{last}")

    # --- how many ---

    def _tolls(self, answer: Answer) -> None:
        event = answer.event
        found = [c for m in answer.mentions for c in m.casualties]
        sums_of = [(whole, parts) for m in answer.mentions for whole, parts in sums_of_parts(m.casualties)]
        for toll in event.tolls:
            if not toll.optional:
                self._toll(toll, [c for c in (*found, *(w for w, _ in sums_of)) if c.outcome == toll.outcome])
        right_parts = {count_of(p) for whole, parts in sums_of for p in parts if self._is_stated(whole, event)}
        free = {outcome for outcome, group in event.free_tolls if group == "*"}
        for key, count in {count_of(c): c for c in found}.items():
            if count.outcome in free or (count.outcome, count.victim_group) in event.free_tolls:
                continue
            what = f"{count.outcome} {count.victim_group} {count.low}..{count.high} '{count.quote}'"
            right = key in right_parts or self._is_stated(count, event)
            self._say(count.outcome, right, f"{what} is not said", asked=False)

    def _toll(self, toll: Toll, found: list[CasualtyMention]) -> None:
        right = [c for c in found if toll.accepts(c.low, c.high)]
        said = [f"{c.victim_group} {c.low}..{c.high}" for c in found]
        what = f"{toll.outcome} {'|'.join(toll.groups)} {toll.low[0]}..{toll.high[1] if toll.high else ''}: {said}"
        self._say(toll.outcome, bool(right), what)
        self._say("victim group", any(c.victim_group in toll.groups for c in right), what)
        if toll.by:
            speakers = [c.attributed_to for c in right]
            self._say("toll's speaker", any_named(toll.by, speakers), f"{speakers}, not {toll.by}")

    @staticmethod
    def _is_stated(count: CasualtyMention, event: Event) -> bool:
        tolls = [t for t in event.tolls if t.outcome == count.outcome]
        if any(t.accepts(count.low, count.high) for t in tolls):
            return True
        dividing = [t.low[0] for t in tolls if set(t.groups) & set(DIVIDING_GROUPS)]
        return count.victim_group == "total" and count.low == sum(dividing) > 0

    # --- who says so ---

    def _speaker(self, answer: Answer) -> None:
        if answer.event.by_free:
            return
        said = [m.attributed_to for m in answer.mentions]
        said += [c.attributed_to for m in answer.mentions for c in m.casualties]
        speakers = sorted({s for s in said if s})
        if answer.event.by:
            self._say("speaker", any_named(answer.event.by, speakers), f"{speakers}, not {answer.event.by}")
        for speaker in {m.attributed_to for m in answer.mentions if m.attributed_to}:
            self._say("speaker", any_named(answer.event.by, [speaker]), f"'{speaker}' says nothing", asked=False)


def count_of(count: CasualtyMention) -> tuple[str, str, int, int | None]:
    """What a count says, whoever says it and wherever."""
    return count.outcome, count.victim_group, count.low, count.high


def sums_of_parts(counts: Sequence[CasualtyMention]) -> list[tuple[CasualtyMention, list[CasualtyMention]]]:
    """What parts of a mention's toll come to: "four pupils and a teacher" are five, all of them civilians."""
    by_kind: dict[tuple[str, str, str | None], list[CasualtyMention]] = defaultdict(list)
    for count in counts:
        if count.victim_group in DIVIDING_GROUPS:
            for group in (count.victim_group, "total"):
                by_kind[count.outcome, group, count.attributed_to].append(count)
    return [
        (
            dataclasses.replace(parts[0], victim_group=group, low=sum(p.low for p in parts), high=_sum_of_highs(parts)),
            parts,
        )
        for (_, group, _), parts in by_kind.items()
        if len(parts) > 1
    ]


def _sum_of_highs(parts: Sequence[CasualtyMention]) -> int | None:
    highs = [part.high for part in parts]
    return None if None in highs else sum(high for high in highs if high is not None)


def named(name: Name, found: Iterable[str]) -> bool:
    """Whether an actor bears one of the accepted names: as words that begin one of its own."""
    return any_named(name.accepted, [fold(n) for n in found if n])


def names_of(place: Place) -> tuple[str, ...]:
    return (place.name, *place.aliases)


# --- sums -------------------------------------------------------------------------------------------------------------


def score(texts: Iterable[Text], engine: Engine) -> list[Judgement]:
    """Every judgement of an engine's answers to these texts."""
    types = load_types()
    return [j for text in texts for j in Judge(text, engine(document(text)), types).judge()]


def sums(judgements: Iterable[Judgement]) -> dict[str, Figure]:
    """The figures by measure."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for j in judgements:
        at = 0 if j.asked else 2
        counts[j.measure][at] += j.right
        counts[j.measure][at + 1] += 1
    return {measure: Figure(*counts[measure]) for measure in sorted(counts)}


def figures(judgements: Sequence[Judgement]) -> dict[str, float]:
    """One figure a measure, as floors want it: F1, or recall where an answer is always given; types summed up."""
    joined = [dataclasses.replace(j, measure="type") if j.measure.startswith("type ") else j for j in judgements]
    return {measure: round(f.f1, 6) for measure, f in sums(joined).items() if f.asked >= ENOUGH}


def table(judgements: Sequence[Judgement]) -> str:
    """The figures of both halves, side by side."""
    halves = [sums(j for j in judgements if j.text.half == half) for half in HALVES]
    whole = sums(judgements)
    lines = [
        f"{'':28}{'look':>16}{'score':>16}{'both':>16}{'asked':>8}{'given':>8}",
        f"{'':28}{'recall  prec.':>16}" * 1,
    ]
    for measure, figure in whole.items():
        cells = [_cell(half.get(measure, Figure())) for half in halves] + [_cell(figure)]
        lines.append(f"{measure:28}{''.join(f'{c:>16}' for c in cells)}{figure.asked:8}{figure.given:8}")
    return "\n".join(lines)


def _cell(figure: Figure) -> str:
    return "  ".join("  -  " if v is None else f"{v:5.2f}" for v in (figure.recall, figure.precision))


def misses(judgements: Iterable[Judgement], measure: str) -> str:
    """What was wrong under one measure, of the half that may be looked at."""
    wrong = [j for j in judgements if not j.right and j.text.half == "look" and j.measure.startswith(measure)]
    return "\n".join(f"{j.text.text_id:20} {'missed' if j.asked else 'false '} {j.measure}: {j.what}" for j in wrong)


def default_engine() -> Engine:
    """The project's own engine with its own ontology, a day after the text."""
    from sitrep.extract import extract
    from sitrep.ontology import load

    ontology = load()

    def run(text: CleanDocument) -> Extraction:
        return extract(text, ontology, (text.published.on or dt.date(2025, 1, 1)) + dt.timedelta(days=1))

    return run


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--misses", help="list what is wrong under measures that begin so ('' for all)")
    parser.add_argument("--file", help="only texts of this file")
    options = parser.parse_args()
    texts = [text for text in read_all() if options.file in (None, text.file)]
    judgements = score(texts, default_engine())
    if options.misses is not None:
        print(misses(judgements, options.misses))
    print(table(judgements))


if __name__ == "__main__":
    main()
