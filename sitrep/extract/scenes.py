"""Where a document's news plays, for the happenings whose own sentences do not say it, or name a country only.

What belongs here: weighing a document's places and handing them to happenings that fit. What does not: places that
grammar ties to an event (settings.py), and which mentions are one happening (story.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.extract.counting import ON_A_DAY
from sitrep.extract.draft import Draft
from sitrep.extract.localities import is_beyond
from sitrep.extract.named_places import ABROAD, is_terse
from sitrep.extract.parties import Party
from sitrep.extract.settings import Where
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import Sentence, Text
from sitrep.extract.unclaimed import find_unclaimed
from sitrep.extract.unlisted import KINDS, MANY
from sitrep.extract.weighing import Candidate, candidates, weigh
from sitrep.ontology import Ontology
from sitrep.records import ARMED_GROUPS, HAPPENED

_FINE = frozenset({"place", "admin2"})
_COARSE = frozenset({"country", "region"})
_INSIDE = frozenset({"in", "weak"})
_OFF = frozenset({"between", "distance"})  # on a road from town to town, south of a town: in neither
_FINENESS = {"place": 0, "admin2": 1, "admin1": 2, "country": 3, "region": 4}
_TIED = frozenset({"in", "at", "near", "outside"})
_WAYS = frozenset({"from", "to", "toward", "towards"})
#: What goes, or is sent, to where something happened; who lies in hospital or fled is taken elsewhere.
_GOES = frozenset(
    """come comes came coming go went gone going sent send sends rushed hurried road way route headed heading drove
    rode moved deployed dispatched bound travelled traveled visit visited descended happened brought bring brings took
    taking carrying returned trip crossed marched advanced up""".split()
)
_TO_REACH = 5  # tokens from such a word to "to"
_BESIDE = frozenset({"close", "next", "adjacent", "nearest"})  # "close to the town of Goma"
#: Who spoke where: "said on Saturday in X", "told a news conference in X"; between the words, when and to whom.
_SAID = frozenset({"said", "told", "announced", "added"})
_LYING = frozenset("hospital hospitals clinic morgue mortuary speaking".split())
_TO_WHOM = frozenset(
    "a afp agency ap briefing conference early here journalists late news on press reporters reuters".split()
)
_TO_WHOM |= frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday the".split())
_CALLED = KINDS | {"the", "of", "garrison", "capital", "port", "nearby"}
_TITLE, _LEAD, _TIE = 3.0, 2.0, 1.0  # a title names the scene; leads mostly do; "in X" more than "X officials"
#: What a people's or a body's name, and the town in which a report was written, say of the country that it is on.
_ACTOR, _DATELINE = 0.5, 2.0
_IN_OFFICE = frozenset({"person", "government", "party"})  # who is mostly at home: not soldiers, nor travellers
_HOME = 9  # strength of the document's country: it says only that nothing nearer is known
_OWN = 2  # strength of a place in an event's own words
_INHERITED = 7  # strength of a place that no grammar ties to the event: any that grammar ties comes first
_WEIGHED = 8  # ... and that points alone speak for
_WIDE = 5  # days: what has a wider time is not told as news

_Weights = dict[str, tuple[float, Span]]


@dataclass(frozen=True, slots=True)
class Scenes:
    """The places of a document by how much of its news plays there."""

    text: Text
    spans: Spans
    ontology: Ontology
    title_end: int  # offset behind the title, 0 where there is none
    dateline: tuple[int, int]  # offsets of the dateline, where reporters sit and events need not be
    written_on: dt.date | None  # None where nobody knows

    def place(self, drafts: list[Draft]) -> None:
        """Gives every happening a place: its own finest, that told with it, the one most speaks for, or a country."""
        happenings: dict[int, list[Draft]] = {}
        for draft in drafts:
            happenings.setdefault(draft.happening, []).append(draft)
        groups = list(happenings.values())
        aside, claims = self._of_acts(groups), self._claims(groups)
        weights = self._weights(aside)
        scenes = [
            s for s in self.spans.places if self._is_goal(s) or not (self._is_aside(s, aside) or self._is_desk(s))
        ]
        named = candidates(scenes, self.text, self.ontology, self.title_end, self.dateline)
        placed = [d for members in groups for d in members if self._sets(d)]
        country = self._country_of(weights)
        home = country.span.place_id if country is not None else None
        unclaimed = find_unclaimed(self.text, self.spans, self.ontology, drafts)
        for members in groups:
            self._read_titles(members)
            told = list(unclaimed.behind(members))
            where = (
                self._inherited(members, placed, self._free(members, named, claims), told, home)
                if self._wants(members[0])
                else self._at_home(members, country)
            )
            for draft in members:
                if where is not None and self._gives_way(draft.where, where):
                    draft.where = where
                    draft.why["place"] = "place.weighed" if where.strength == _WEIGHED else "place.scene"
                if self._is_beyond(draft.where) and country is not None:
                    draft.where = None  # "30 km from the Israeli border" is where the report plays
                if draft.where is None and (not draft.status.aggregate or _is_the_war(draft)):
                    draft.where = self._where_struck(members) or country
                    draft.why["place"] = "place.country_of_scene"

    def _claims(self, happenings: list[list[Draft]]) -> dict[str, Draft]:
        """The places whose every name in the text says where one thing of a day of its own happened."""
        named: dict[str, set[int]] = {}
        for span in self.spans.places:
            if span.place_id is not None:
                named.setdefault(span.place_id, set()).add(span.first)
        claims: dict[str, Draft] = {}
        for members in happenings:
            timed = next((d for d in members if d.when is not None and (d.is_timed or d.entry is not None)), None)
            if timed is None:
                continue
            own: dict[str, set[int]] = {}
            for draft in members:
                most = _OWN if draft.entry is not None else _OWN - 1  # an entry's head says where all of it was
                if draft.where is not None and draft.where.strength <= most and not draft.is_title:
                    own.setdefault(draft.where.span.place_id or "", set()).add(draft.where.span.first)
            claims.update({place: timed for place, spans in own.items() if spans == named.get(place)})
        return claims

    def _free(self, members: list[Draft], named: list[Candidate], claims: dict[str, Draft]) -> list[Candidate]:
        """The places of a text without those of what happened on other days, and nowhere else in it."""
        timed = [d for d in members if d.is_timed] or [d for d in members if d.when_distance <= _OWN]
        others = {place for place, draft in claims.items() if timed and all(_is_apart(draft, d) for d in timed)}
        return [each for each in named if each.span.place_id not in others]

    def _read_titles(self, members: list[Draft]) -> None:
        """'Van blown up in Bijapur' of a title is the district, where the text says 'in Bijapur district'."""
        for draft in members:
            where = draft.where
            if where is None or self.text.starts[where.span.first] >= self.title_end or self._level(where) != "place":
                continue
            districts = (d.where for d in members if d.where is not None and self._level(d.where) == "admin2")
            meant = next((each for each in districts if self._name(each) == self._name(where)), None)
            if meant is not None:
                draft.where, draft.why["place"] = meant, "place.scene"

    def _name(self, where: Where) -> str:
        place = self.ontology.places.get(where.span.place_id or "")
        return place.name if place is not None else ""

    def _gives_way(self, own: Where | None, better: Where) -> bool:
        """Whether a mention's own place says less than another one of its happening."""
        line = own is not None and own.relation in _OFF and better.relation not in _OFF
        return own is None or line or self._level(own) in _COARSE or self._around(own, better)

    def _is_beyond(self, own: Where | None) -> bool:
        """Whether no more is told than the border of which country it was near."""
        return own is not None and own.relation == "border" and self._level(own) == "country"

    def _around(self, wide: Where, fine: Where) -> bool:
        """Whether one place holds another, or may: where in its country lies a village that no list has?"""
        one, two = wide.span.place_id or "", fine.span.place_id or ""
        if one == two or wide.relation not in _INSIDE:
            return False
        outer, inner = self.ontology.places.get(one), self.ontology.places.get(two)
        if outer is None or inner is None or self.ontology.places.contains(one, two):
            return outer is not None and inner is not None
        return inner.is_adrift and outer.level == "admin1" and outer.country == inner.country

    def _sets(self, draft: Draft) -> bool:
        """Whether a draft sets a scene: a located event of the news with a fine place of its own."""
        old = draft.status.background or self._is_of_another_year(draft)
        return self._happened(draft) and not old and self._level(draft.where) in _FINE

    def _happened(self, draft: Draft) -> bool:
        """Whether it tells what happened somewhere, if only as 'violence broke out in X on Saturday'."""
        if not self.ontology.types[draft.event_type].has("is_located") or draft.status.modality not in HAPPENED:
            return False
        named = draft.time.time if draft.is_timed and draft.time is not None else None
        return not draft.status.aggregate or (named is not None and named.kind in ON_A_DAY)

    def _wants(self, draft: Draft) -> bool:
        return self._happened(draft) and not draft.status.aggregate

    def _is_of_another_year(self, draft: Draft) -> bool:
        """'lawmakers ousted in the coup of 2021': what is known by its year alone was not where today's news is."""
        when = draft.when
        if when is None or when.precision != "year" or when.date_to is None or self.written_on is None:
            return False
        return when.date_to.year < self.written_on.year

    def _at_home(self, members: list[Draft], country: Where | None) -> Where | None:
        """What somebody says and decides without a place is of the country of who says it, else of whom it is about.

        A group fights abroad too: 'police blamed al-Shabaab' is of the country in which the report plays; and there
        envoys meet it, or those who are at home there.
        """
        types = self.ontology.types
        if any(d.where is not None or types[d.event_type].has("is_located") for d in members):
            return None
        told = [(role, p) for role in ("perpetrator", "party", "target") for d in members for p in d.parties(role)]
        meets = any(types[d.event_type].has("is_mutual") for d in members)
        if meets and country is not None and any(self._is_here(party, country) for _, party in told):
            return country
        for role, party in told:
            if role == "target" and party.actor.kind in ARMED_GROUPS and country is not None:
                return country
            if (where := self._country_of_party(party, _INHERITED)) is not None:
                return where
        return None

    def _is_here(self, party: Party, country: Where) -> bool:
        """Whether one of those who meet is at home where a report plays, or fights there."""
        home = self._country_of_party(party, _HOME)
        return party.actor.kind in ARMED_GROUPS or (home is not None and home.span.place_id == country.span.place_id)

    def _where_struck(self, members: list[Draft]) -> Where | None:
        """'condemned the murder of the Colombian senator': in the land whose office he held, if known."""
        if not all(d.is_nominal and d.status.definite for d in members):
            return None
        struck = [p for d in members for p in d.parties("target") if p.actor.kind in _IN_OFFICE]
        abroad = self.ontology.patterns.cues["abroad_words"]
        if len({party.actor.country for party in struck}) != 1 or any(
            not abroad.isdisjoint(party.name.lower().split()) for party in struck
        ):
            return None
        return self._country_of_party(struck[0], _HOME)

    def _country_of_party(self, party: Party, strength: int) -> Where | None:
        country = self.ontology.places.country_place(party.actor.country) if party.actor.country else None
        if country is None:
            return None
        first, last = self.text.token_at(party.start), self.text.token_at(party.end - 1) + 1
        return Where(Span(first, last, "Y", place_id=country), "in", strength)

    def _inherited(
        self,
        members: list[Draft],
        placed: list[Draft],
        named: list[Candidate],
        told: list[tuple[int, Where]],
        home: str | None,
    ) -> Where | None:
        own = min((d.where for d in members if d.where is not None), key=self._rank, default=None)
        if own is not None and self._level(own) not in _COARSE:
            return self._within(own, told) or own
        if own is not None and own.span.tag == "n":
            inside = self._first_fitting(told, own.span.place_id)  # "They did so at X."
            return inside or own  # "in the west of the country": somewhere else in it
        coarse = own.span.place_id if own is not None else None
        if all(d.status.background or d.is_answered or self._is_of_another_year(d) for d in members):
            return None
        if own is not None and own.relation not in _INSIDE:
            coarse = None if own.relation == "border" else coarse
            if coarse is not None:
                return None
        beside = self._first_fitting(told, coarse or home)
        if beside is not None:
            return beside
        if all(d.is_nominal and d.status.definite for d in members):
            return None  # "the murder of X", told as known: it need not have been where this report plays
        is_separate = any(d.is_separate for d in members)
        taken = frozenset(self._taken(members, placed)) if is_separate else frozenset()
        span = weigh(named, members, lambda place: place not in taken and self._fits(place, coarse or home))
        return Where(span, "in", _WEIGHED) if span is not None else None

    def _taken(self, members: list[Draft], placed: list[Draft]) -> Iterator[str]:
        """Where other things happened: what is told 'elsewhere', 'in a separate attack', was not there."""
        for draft in placed:
            if draft.where is not None and draft.happening != members[0].happening:
                yield draft.where.span.place_id or ""

    def _within(self, own: Where, told: list[tuple[int, Where]]) -> Where | None:
        """A place told right behind what happened in a province or district, that lies in it."""
        if self._level(own) in ("place", None) or own.relation not in _INSIDE or self._of_several(own):
            return None
        inside = [(gap, where) for gap, where in told if self._around(own, where)]
        return self._first_fitting(inside, own.span.place_id)

    def _of_several(self, own: Where) -> bool:
        """'11 settlements in the Kherson region': none of them alone is where it was."""
        return not MANY.isdisjoint(self.text.words[max(0, own.span.first - 3) : own.span.first])

    def _first_fitting(self, told: list[tuple[int, Where]], coarse: str | None) -> Where | None:
        fitting = [(gap, self._rank(where), where) for gap, where in told if self._fits(where.span.place_id, coarse)]
        return min(fitting, key=lambda found: found[:2])[2] if fitting else None

    def _rank(self, where: Where) -> tuple[int, int, int]:
        line = where.relation in _OFF
        return (_FINENESS.get(self._level(where) or "", 9) + 2 * line, where.strength, where.span.first)

    def _fits(self, place_id: str | None, coarse: str | None) -> bool:
        return place_id is not None and (coarse is None or self.ontology.places.contains(coarse, place_id))

    # ---- the document's own scene
    def _of_acts(self, happenings: list[list[Draft]]) -> frozenset[int]:
        """Tokens of sentences in which somebody condemned or answered what is known: 'In X, the governor condemned it'.

        The place that grammar ties to what happened stays.
        """
        acts: dict[int, Sentence] = {}
        told: set[int] = set()
        own: set[int] = set()
        for draft in (d for members in happenings for d in members if d.event_type and not d.is_title):
            if not self.ontology.types[draft.event_type].has("is_located"):
                acts[draft.sentence.number] = draft.sentence
            elif not draft.status.definite:
                told.add(draft.sentence.number)
            elif draft.where is not None:
                own.update(range(draft.where.span.first, draft.where.span.last))
        aside = (s for number, s in acts.items() if number not in told)
        return frozenset(token for s in aside for token in range(s.first, s.last) if token not in own)

    def _weights(self, aside: frozenset[int]) -> _Weights:
        """Each place's weight: how often, and where in the text, it is named; not where somebody spoke of it."""
        found: _Weights = {}
        lead = self._lead()
        for span in self.spans.places:
            start = self.text.starts[span.first]
            tied = self._is_tied(span)
            if span.place_id is None or self.dateline[0] <= start < self.dateline[1] or self._is_aside(span, aside):
                continue
            if not tied and is_terse(self.text.words[span.first]):
                continue  # "the U.S. ambassador", "the US wants": it acts, as _country_of counts
            weight = 1.0 + (_TITLE if start < self.title_end else 0.0)
            weight += _LEAD if lead is not None and lead.first <= span.first < lead.last else 0.0
            weight += _TIE if tied else 0.0
            known, first = found.get(span.place_id, (0.0, span))
            found[span.place_id] = (known + weight, first)
        return found

    def _is_tied(self, span: Span) -> bool:
        return span.first > 0 and self.text.words[span.first - 1] in _TIED

    def _is_aside(self, span: Span, aside: frozenset[int]) -> bool:
        """Whether a name tells where somebody spoke, is from or goes, or who acts: 'the embassy of China'."""
        if self._is_speaker(span, self._is_tied(span)):
            return True
        if span.first in aside and self._level_of(span.place_id) in _FINE:
            return True
        return self.text.words[span.first - 1] == "of" and self.text.words[span.first - 2] in ABROAD

    def _is_desk(self, span: Span) -> bool:
        """Whether a dateline names a capital, where reporters sit anyway."""
        place = self.ontology.places.get(span.place_id or "")
        if place is None or not self.dateline[0] <= self.text.starts[span.first] < self.dateline[1]:
            return False
        return self.ontology.places.capital(place.country or "") == place.place_id

    def _is_goal(self, span: Span) -> bool:
        """Whether a text says that somebody came or was sent to a town: 'the army sent helicopters to X'.

        Who 'was on his way to X when' something happened was not there yet.
        """
        words = self.text.words[max(0, span.first - 1 - _TO_REACH) : span.first]
        behind = self.text.words[span.last : span.last + _TO_REACH]
        if "when" in behind and "." not in behind[: behind.index("when")]:
            return False
        gone = words[-1:] == ["to"] and not _GOES.isdisjoint(words) and not {".", ","} & set(words)
        return gone and self._level_of(span.place_id) in _FINE

    def _is_speaker(self, span: Span, tied: bool) -> bool:
        """'Yerevan said' is a government; 'from Chad' is where somebody is from, 'to the city of X' where they go."""
        words, at = self.text.words, span.first - 1
        while at > 0 and words[at] in _CALLED:
            at -= 1
        from_it = (span.first > 0 and words[span.first - 1] == "from") or self._is_where_said(span)
        town = self._level_of(span.place_id) in _FINE and at >= 0
        if from_it or (town and words[at] in _WAYS and words[at - 1] not in _BESIDE):
            return True
        fine = self._level_of(span.place_id) not in _COARSE
        return fine and not tied and span.hit is not None and span.hit.form == "metonym"

    def _is_where_said(self, span: Span) -> bool:
        """'the army said Saturday in Ankara', 'told reporters in Kampala': where somebody spoke of it or lies."""
        words, at = self.text.words, span.first - 2
        if at < 0 or words[span.first - 1] not in ("in", "at"):
            return False
        if words[at] in _LYING:
            return True
        while at > 0 and words[at] in _TO_WHOM:
            at -= 1
        return words[at] in _SAID

    def _lead(self) -> Sentence | None:
        return next((s for s in self.text.sentences if s.start >= self.title_end), None)

    def _country_of(self, weights: _Weights) -> Where | None:
        """The country in which most of a document plays: of its places, its dateline and its actors."""
        counted: dict[str, float] = {}
        first: dict[str, Span] = {}
        for place_id, (weight, span) in weights.items():
            place = self.ontology.places.get(place_id)
            if place is not None and place.country and not is_beyond(span.first, span.last, self.text):
                counted[place.country] = counted.get(place.country, 0.0) + weight
                first.setdefault(place.country, span)
        for hit in self.spans.hits:
            if hit.country and not is_beyond(hit.first, hit.last, self.text):
                counted[hit.country] = counted.get(hit.country, 0.0) + _ACTOR
                first.setdefault(hit.country, Span(hit.first, hit.last, "y", hit=hit))
        for span in self.spans.places:
            place = self.ontology.places.get(span.place_id or "")
            in_dateline = self.dateline[0] <= self.text.starts[span.first] < self.dateline[1]
            named = not weights and not is_terse(self.text.words[span.first])
            if place is not None and place.country and (in_dateline or named):
                counted[place.country] = counted.get(place.country, 0.0) + _DATELINE
                first.setdefault(place.country, span)
        if not counted:
            return None
        best = max(counted, key=lambda country: (counted[country], -first[country].first))
        country = self.ontology.places.country_place(best)
        span = first[best]
        return Where(Span(span.first, span.last, "Y", place_id=country), "in", _HOME) if country is not None else None

    def _level(self, where: Where | None) -> str | None:
        return self._level_of(where.span.place_id) if where is not None else None

    def _level_of(self, place_id: str | None) -> str | None:
        place = self.ontology.places.get(place_id or "")
        return place.level if place is not None else None


def _is_apart(one: Draft, two: Draft) -> bool:
    """Whether one thing happened on days that are not the other's: 'in March', where the other is of this morning."""
    a, b = one.when, two.when
    if a is None or b is None or not (a.date_from and a.date_to and b.date_from and b.date_to):
        return _is_loose(one) and not _is_loose(two)
    apart = a.date_to < b.date_from or b.date_to < a.date_from
    return apart or ((a.date_to - a.date_from).days > _WIDE >= (b.date_to - b.date_from).days)


def _is_loose(draft: Draft) -> bool:
    """Whether a draft's own words name a month or a year alone."""
    return draft.time is not None and draft.time.time is not None and draft.time.time.kind in ("month", "year")


def _is_the_war(draft: Draft) -> bool:
    """'the war', 'the conflict': the one that is fought where the text plays."""
    return draft.event is not None and draft.event.trigger.aggregate and draft.status.definite and draft.is_nominal
