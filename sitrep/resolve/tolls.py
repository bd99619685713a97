"""Tolls: from all that was said of the dead and hurt of one incident to low, best and high, by a named rule.

What belongs here: which figures speak for a document, which documents count as one voice, and the rules that pick the
best figure. What does not: which mentions belong to the incident, words in a text.

How a document speaks: totals and groups are read speaker by speaker, the largest figure of a speaker standing for him
(smaller ones are parts or earlier words); the outlet's own smaller figure is a part of what others say; "none" beside
a count is another scene. Groups that divide a toll are added up where nobody states a total, never on top of one;
parts (children, women, foreigners) never. How documents speak together: a source's latest text replaces its earlier
ones, copies of one text are one origin, texts that another text of the same address replaced are history. Low and
high span the origins. A total of one origin is never outweighed by a mere group of another.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitrep.records import DIVIDING_GROUPS, OUTCOMES, PART_GROUPS
from sitrep.resolve.model import Account, Figure

#: Speakers whose word on a toll is an official one.
_OFFICIAL = re.compile(
    r"official|police|minist|army|military|government|governor|hospital|health|authorit|commander|security|president"
    r"|mayor|court|prosecutor|coroner|doctor|rescue|defen[cs]e|interior|commissioner|administrat|emergency|civil",
    re.IGNORECASE,
)
#: Where others count so many, a report of one dead singles somebody out: it is no rival of their count.
SEVERAL = 3
#: What vague words are read as (vague_numbers of the engine's words.yaml), where no more than that is stated.
_VAGUE = frozenset({2, 3, 24, 40, 200, 2000})
#: Words that say a number; "dozens" and "hundreds" say none.
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand)\b",
    re.IGNORECASE,
)
#: Words of a count that adds to one told before; "more than six" does not.
_MORE = re.compile(r"\b(?:more(?! than)|another|further|additional)\b", re.IGNORECASE)
#: Two counts that differ by less than this share are the same count, rounded.
ROUNDING = 0.05
#: Parts that lack no more than this share of a total that another gives are all of its parts.
PARTS_LACK = 0.1
#: "Dozens" says nothing against a count that is this share of what it is read as: against 16, but not against two.
OF_ONE_ORDER = 0.4


@dataclass(frozen=True, slots=True)
class Span:
    """A count as one voice gives it: at least low, at most high (None: not said)."""

    low: int
    high: int | None
    is_number: bool = False  # said as a number: "at least three", not "several"
    is_named: bool = False  # one by one: "a commander and one of his aides"
    is_more: bool = False  # beside others: "two more", "another six"

    @property
    def top(self) -> int:
        """The greatest number stated: a minimum counts as its own number."""
        return self.low if self.high is None else max(self.low, self.high)

    @property
    def is_vague(self) -> bool:
        """Whether it is what "several", "dozens" or "hundreds" are read as, or says only how many at most."""
        return (self.high is None and self.low in _VAGUE and not self.is_number) or (
            self.low == 0 and self.high not in (0, None)
        )


@dataclass(frozen=True, slots=True)
class Voice:
    """What one origin says of one outcome: spans by speaker ("" is the outlet itself), in total and by group."""

    origin: str
    document_id: str
    published: dt.date
    is_official: bool
    totals: Mapping[str, Span]
    groups: Mapping[str, Mapping[str, Span]]
    mention_ids: Mapping[str, tuple[str, ...]]  # by group

    @property
    def low(self) -> int:
        """The least that this origin says in all."""
        if self.totals:
            numbers = [span for span in self.totals.values() if not span.is_vague]  # not "up to 24"
            least = min(span.low for span in numbers or self.totals.values())
            return least if numbers else max(least, self._least_added())
        return self._least_added() or self._parts()

    @property
    def high(self) -> int:
        """The most that this origin says in all."""
        return max(self._counted(_top), self._parts(), *(span.top for span in self._rivals(of_a_total=False)))

    @property
    def best(self) -> int:
        """The figure that this origin stands for: who counts more of a group than he says in all has learnt of more."""
        return max(self._counted(_low), self._parts(), *(span.low for span in self._rivals(of_a_total=True)))

    @property
    def is_vague(self) -> bool:
        """Whether nobody gives a number: "several", "dozens", or only "up to 100"."""
        return all(span.is_vague for span in self.totals.values())

    def within(self, group: str) -> tuple[Span, ...]:
        """What it says of a group; of a total that its groups do not fill, others may belong to the group too."""
        spans = tuple(self.groups.get(group, {}).values())
        filled = sum(max(s.top for s in each.values()) for each in self._dividing())
        return spans if filled >= self.high else tuple(Span(span.low, None) for span in spans)

    def _counted(self, end: Callable[[Span], int]) -> int:
        """The greatest total; where nobody states one, the groups added up.

        Groups are never added to more than a total: 'nine, a policeman among them' are not ten beside nine residents.
        """
        if self.totals:
            return max(map(end, self.totals.values()))
        return sum(max(map(end, spans.values())) for spans in self._dividing())

    def _rivals(self, of_a_total: bool) -> list[Span]:
        """What named speakers count of one group: where it is more than a total, it is a rival account of all."""
        named = [(speaker, span) for spans in self._dividing() for speaker, span in spans.items() if speaker]
        told = [(speaker, span) for speaker, span in named if span.high or not span.is_vague]  # not "scores"
        return [span for speaker, span in told if not of_a_total or speaker in self.totals]

    def _least_added(self) -> int:
        return sum(min(s.low for s in spans.values()) for spans in self._dividing())

    def _dividing(self) -> list[Mapping[str, Span]]:
        return [spans for group, spans in self.groups.items() if group in DIVIDING_GROUPS]

    def _parts(self) -> int:
        return max((span.top for group in PART_GROUPS for span in self.groups.get(group, {}).values()), default=0)


def _low(span: Span) -> int:
    return span.low


def _top(span: Span) -> int:
    return span.top


@dataclass(frozen=True, slots=True)
class Count:
    """Low, best and high of one outcome, in total or of one group."""

    outcome: str
    group: str
    low: int
    best: int
    high: int
    mention_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """All counts of an incident."""

    counts: tuple[Count, ...]
    disputed: bool
    rule: str | None

    def total(self, outcome: str) -> Count | None:
        """The count of an outcome in all."""
        return next((c for c in self.counts if c.outcome == outcome and c.group == "total"), None)


Rule = Callable[[Sequence[Voice]], Voice]


def _newest(voices: Iterable[Voice]) -> Voice:
    return max(voices, key=lambda voice: (voice.published, voice.best, voice.document_id))


def _latest_official(voices: Sequence[Voice]) -> Voice:
    """The newest origin that an official speaks through, else the newest."""
    return _newest([voice for voice in voices if voice.is_official] or voices)


def _conservative(voices: Sequence[Voice]) -> Voice:
    """The origin that says least."""
    return min(voices, key=lambda voice: (voice.best, voice.document_id))


def _median(voices: Sequence[Voice]) -> Voice:
    """The origin in the middle, the lower of two."""
    ordered = sorted(voices, key=lambda voice: (voice.best, voice.document_id))
    return ordered[(len(ordered) - 1) // 2]


RULES: Mapping[str, Rule] = {
    "latest_official": _latest_official,
    "conservative": _conservative,
    "latest": _newest,
    "median": _median,
}


class UnknownTollRule(ValueError):
    """No rule has this name."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What tolls must know of documents: which are copies, which are history, who published them when."""

    origin: Mapping[str, str]
    superseded: frozenset[str]
    publisher: Mapping[str, str | None]
    published: Mapping[str, dt.date | None]


def reckon(accounts: Sequence[Account], sources: Sources, rule: str, group_names: frozenset[str]) -> Toll:
    """The toll of an incident from the figures of its accounts."""
    if rule not in RULES:
        raise UnknownTollRule(f"{rule!r} is no toll rule; known are {sorted(RULES)}")
    figures = [figure for account in accounts for figure in account.figures]
    counts: list[Count] = []
    disputed = False
    for outcome in OUTCOMES:
        said = _without_presumed([figure for figure in figures if figure.outcome == outcome])
        voices = _voices(said, sources, group_names)
        if voices:
            counts += _counts(outcome, voices, RULES[rule])
            disputed = disputed or (outcome in ("killed", "injured") and _is_disputed(voices))
    return Toll(tuple(counts), disputed, rule if counts else None)


def _without_presumed(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Leaves out "26 people" as civilians, of whom their text says no more, where another text counts 14 soldiers."""
    if not any(figure.group in ("security_force", "militant") and figure.low for figure in figures):
        return figures
    people = {replace(figure, group="civilian") for figure in figures if figure.group == "total"}
    return [figure for figure in figures if figure not in people]


def _voices(figures: Sequence[Figure], sources: Sources, group_names: frozenset[str]) -> list[Voice]:
    """One voice an origin: the latest text of each source, copies taken together."""
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_document[figure.document_id].append(figure)
    current = {k: v for k, v in by_document.items() if k not in sources.superseded} or by_document
    voices = [_voice(document_id, said, sources, group_names) for document_id, said in sorted(current.items())]
    latest: dict[str, Voice] = {}
    for voice in sorted(voices, key=lambda voice: (voice.published, voice.document_id)):
        latest[voice.origin] = voice
    by_source: dict[str, Voice] = {}
    for voice in sorted(latest.values(), key=lambda voice: (voice.published, voice.document_id)):
        by_source[sources.publisher.get(voice.document_id) or voice.origin] = voice
    voices = sorted(by_source.values(), key=lambda voice: voice.document_id)
    several = max((voice.best for voice in voices), default=0) >= SEVERAL
    return [voice for voice in voices if voice.best != 1 or not several] or voices


def _voice(document_id: str, figures: Sequence[Figure], sources: Sources, group_names: frozenset[str]) -> Voice:
    figures = [figure for figure in figures if figure.low > 0 or figure.high != 0] or list(figures)
    figures = _without_single(figures)
    by_group: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_group[_effective_group(figure, figures)].append(figure)
    return Voice(
        sources.origin.get(document_id, document_id),
        document_id,
        sources.published.get(document_id) or dt.date.min,
        any(_is_official(figure.speaker, group_names) for figure in figures),
        _spans(by_group.get("total", ())),
        {group: _spans(said) for group, said in sorted(by_group.items()) if group != "total"},
        {group: tuple(sorted({figure.mention_id for figure in said})) for group, said in sorted(by_group.items())},
    )


def _without_single(figures: Sequence[Figure]) -> list[Figure]:
    """Leaves out a total of one beside a group of several: it tells of one of them."""
    several = any(f.group in DIVIDING_GROUPS and f.group != "unknown" and f.low >= SEVERAL for f in figures)
    singles = ("total", "unknown") if several else ()
    return [figure for figure in figures if figure.group not in singles or max(figure.low, figure.high or 0) != 1]


def _effective_group(figure: Figure, figures: Iterable[Figure]) -> str:
    """Dead of whom nothing is said are a total, unless the same sentence counts others beside them."""
    if figure.group != "unknown":
        return figure.group
    beside = any(
        other.mention_id == figure.mention_id and other.group in DIVIDING_GROUPS and other.group != "unknown"
        for other in figures
    )
    return "unknown" if beside else "total"


def _spans(figures: Iterable[Figure]) -> Mapping[str, Span]:
    """One span a speaker; the outlet's own figure only where nobody it quotes says more.

    "Several" says nothing against a count.
    """
    by_speaker: dict[str, Span] = {}
    told: dict[str, list[Span]] = defaultdict(list)
    figures = list(figures)
    known = _full_names(figures)
    for figure in figures:
        speaker = known.get(figure.speaker or "", figure.speaker or "").casefold()
        is_number, is_more = _NUMBER.search(figure.words) is not None, _MORE.search(figure.words) is not None
        span = Span(figure.low, figure.high, is_number, _is_named(figure.words), is_more)
        by_speaker[speaker] = _greater(span, by_speaker.get(speaker))
        told[speaker].append(span)
    for speaker, span in _added_parts(told).items():
        by_speaker[speaker] = span
    most = max((span.low for span in by_speaker.values()), default=0)
    if most >= SEVERAL:
        by_speaker = {s: span for s, span in by_speaker.items() if span.top != 1 and not _is_some(span, most)}
        counted = max((span.low for span in by_speaker.values() if not span.is_vague), default=0)
        by_speaker = {
            s: span
            for s, span in by_speaker.items()
            if span.high is not None or not span.is_vague or counted < OF_ONE_ORDER * span.low
        }
    own = by_speaker.get("")
    if own is not None and any(_weight(span) > _weight(own) for speaker, span in by_speaker.items() if speaker):
        del by_speaker[""]
    return dict(sorted(by_speaker.items()))


def _added_parts(told: Mapping[str, Sequence[Span]]) -> dict[str, Span]:
    """Who tells of the parts, where another tells of the whole: "22 died in the first blast, 12 there" beside "36"."""
    found: dict[str, Span] = {}
    for speaker, spans in told.items():
        counts = {span.low for span in spans if span.is_number}
        total = max((span.low for other, its in told.items() if other != speaker for span in its), default=0)
        added = sum(counts)
        if speaker and len(counts) > 1 and (1 - PARTS_LACK) * total <= added <= total and max(counts) < added:
            found[speaker] = Span(added, None, is_number=True)
    return found


def _full_names(figures: Iterable[Figure]) -> dict[str, str]:
    """Of those who are called by their last name too: 'Smith' is 'Governor Ann Smith'."""
    speakers = {figure.speaker for figure in figures if figure.speaker}
    names = [short for short in speakers if short[:1].isupper() and not _OFFICIAL.search(short)]
    return {short: whole for short in names for whole in sorted(speakers) if whole.endswith(f" {short}")}


def _greater(span: Span, other: Span | None) -> Span:
    """The greater of two figures of one speaker, up to where one says that it may reach: "12 dead, could reach 30"."""
    if other is None:
        return span
    least, most = sorted((span, other), key=_weight)
    if least.low == 0 and least.high is not None and least.high > most.top and not most.is_vague:
        return replace(most, high=least.high)
    return most


def _is_some(span: Span, most: int) -> bool:
    """Whether people told one by one, or as 'two more', are some of those whom others count."""
    return (span.is_named or span.is_more) and span.high is not None and span.top < most


def _is_named(words: str) -> bool:
    """'a commander and one of his aides', 'the mayor': people told one by one."""
    first = words.lower().split()[:2]
    told = first[:1] in (["a"], ["an"]) and first != ["a", "total"]  # "a total of 27 of our citizens" is a number
    return bool(words) and (told or _NUMBER.search(words) is None)


def _weight(span: Span) -> tuple[int, int]:
    return (span.low, span.top)


def _is_official(speaker: str | None, group_names: frozenset[str]) -> bool:
    if not speaker or any(name in speaker.casefold() for name in group_names):
        return False
    return _OFFICIAL.search(speaker) is not None


def _is_disputed(voices: Sequence[Voice]) -> bool:
    """Whether two origins, or two speakers of one, exclude each other beyond rounding, in total or for a group."""
    totals = [span for voice in voices for span in voice.totals.values()]
    if totals:  # who counts a group only says that there were at least so many
        totals += [Span(voice.low, None) for voice in voices if not voice.totals]
    groups = ([span for voice in voices for span in voice.within(group)] for group in DIVIDING_GROUPS)
    return any(_exclude(spans) for spans in (totals, *groups))


def _exclude(spans: Sequence[Span]) -> bool:
    """Whether spans cannot all be true, rounding apart."""
    floor = max((span.low for span in spans), default=0)
    ceiling = min((span.high for span in spans if span.high is not None), default=floor)
    return floor - ceiling > ROUNDING * floor


def _counts(outcome: str, voices: Sequence[Voice], rule: Rule) -> list[Count]:
    """The total and the groups of one outcome, the groups adding up to the total."""
    chosen = rule(voices)
    low, high = _span_of(voices)
    best = min(max(chosen.best, low), high)
    groups = _group_counts(outcome, voices, chosen)
    if any(voice.totals for voice in voices):
        groups = _within(best, groups)
    best = max(best, sum(count.best for count in groups if count.group in DIVIDING_GROUPS))
    high = max(high, best)
    mention_ids = tuple(sorted({m for voice in voices for ids in voice.mention_ids.values() for m in ids}))
    total = Count(outcome, "total", low, best, high, mention_ids)
    return [*_with_remainder(total, groups), total]


def _span_of(voices: Sequence[Voice]) -> tuple[int, int]:
    """Least and most over the origins; where nobody states a total, groups of different origins add up."""
    high = max(voice.high for voice in voices)
    stating = [voice for voice in voices if voice.totals]
    if stating:
        exact = [voice for voice in stating if not voice.is_vague]  # "dozens" is no rival of "47"
        return min(voice.low for voice in exact or stating), high
    low = 0
    for group in DIVIDING_GROUPS:
        lows = [span.low for voice in voices for span in voice.groups.get(group, {}).values()]
        low += min(lows, default=0)
    return (low or min(voice.low for voice in voices)), high


def _group_counts(outcome: str, voices: Sequence[Voice], chosen: Voice) -> list[Count]:
    counts = []
    for group in (*DIVIDING_GROUPS, *PART_GROUPS):
        saying = [voice for voice in voices if group in voice.groups]
        if not saying:
            continue
        spans = [span for voice in saying for span in voice.groups[group].values()]
        speaking = chosen if chosen in saying else _newest(saying)
        best = max(span.low for span in speaking.groups[group].values())
        high = max(span.top for span in spans)
        ids = tuple(sorted({m for voice in saying for m in voice.mention_ids[group]}))
        counts.append(Count(outcome, group, min(span.low for span in spans), best, high, ids))
    return counts


def _within(total: int, groups: Sequence[Count]) -> list[Count]:
    """The groups within a stated total, the greatest first: what does not fit is another account of the same dead."""
    left, kept = total, list(groups)
    for count in sorted(groups, key=lambda count: -count.best):
        if count.group in DIVIDING_GROUPS:
            best = min(count.best, left)
            kept[kept.index(count)] = replace(count, low=min(count.low, best), best=best)
            left -= best
    return kept


def _with_remainder(total: Count, groups: Sequence[Count]) -> list[Count]:
    """The groups, with those of the total of whom nothing is known as the group `unknown`: so they add up."""
    divided = [count for count in groups if count.group in DIVIDING_GROUPS]
    rest = total.best - sum(count.best for count in divided)
    if rest <= 0:
        return list(groups)
    known = [count for count in divided if count.group != "unknown"]
    best = total.best - sum(count.best for count in known)
    low = max(0, min(best, total.low - sum(count.high for count in known)))
    high = max(best, total.high - sum(count.low for count in known))
    others = [count for count in groups if count.group != "unknown"]
    return [*others, Count(total.outcome, "unknown", low, best, high, total.mention_ids)]
