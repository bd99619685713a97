"""The places that a noun phrase names: 'Sangin district', 'the forests of Kupwara', 'a place known as Miriga'.

What belongs here: which spans of a sentence say where a noun phrase is. What does not: which of them an event has
(settings.py), and finding the names of places in a text (placing.py, unlisted.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.clause import Clause
from sitrep.extract.event import RANKED, Event
from sitrep.extract.far import tie_of
from sitrep.extract.nouns import Meaning, Nouns
from sitrep.extract.phrases import Noun, Phrase, Verb
from sitrep.extract.spans import Span
from sitrep.extract.unlisted import BEARINGS, KINDS
from sitrep.ontology import Ontology
from sitrep.ontology.choosing import REACHING
from sitrep.ontology.event_type import EventType
from sitrep.ontology.gazetteer import nested

TAILS = frozenset({"in", "at", "near", "outside", "close to", "near to"})  # "attacked a church in Komanda"
PLACED = TAILS | {"inside", "around"}
#: What lies in or around the place that is named behind "of", or is called by the name behind it.
SPOTS = frozenset(
    """place spot site point location post forest forests hills mountains jungle jungles woods countryside outskirts
    streets fields desert bush bushes valleys parts""".split()
)

#: What is too small to be named as what a town lies in.
_SMALLEST = frozenset("village hamlet community panchayat".split())

#: What a state has in the lands of others: whose it is says nothing of where it stands.
ABROAD = frozenset(
    """embassy embassies consulate consulates legation legations mission missions representation
    representations""".split()
)
#: Names of lands that are their adjectives too: "a US bank" is American, wherever it stands.
_TERSE = frozenset({"us", "uk"})
_OF_A_LAND = frozenset("border borders frontier territory soil waters airspace coast mainland capital".split())

_OF_FORCES = frozenset(
    """aircraft airplane airplanes base bases convoy convoys drone drones forces helicopter helicopters jet jets marines
    patrol patrols personnel plane planes position positions ship ships soldier soldiers troops vehicle vehicles
    warplane warplanes warship warships contractor contractors citizen citizens""".split()
)

_TIED = frozenset({"in", "at", "near", "outside"})
#: Words between people and "from X": "believed to be from X", "most of them come from X".
_BEING = frozenset("be are were is was being come came comes hail hailed hails originate originated originally".split())
#: Ties of what people were doing, and who is spoken of as living somewhere.
_THROUGH = frozenset({"through", "along", "across"})
_WHILE = PLACED | _THROUGH
_LIVING = frozenset("live reside dwell originate belong study operate".split())
#: Houses with names of their own.
_OF_COUNCILS = frozenset({"local", "government"})  # "Local Government Area"
_HOUSES = frozenset(
    """bar club nightclub disco discotheque restaurant cafe hotel motel inn casino mall supermarket pub cinema theatre
    theater bakery pharmacy ranch farm clinic gym salon""".split()
)
#: Attacks as no army makes them from afar: the land before them is where they were.
_ON_FOOT = frozenset({"armed_attack", "violence_against_civilians", "assassination", "abduction"})
#: What crowds do at home, and what two sides do: one land before it is where it was.
_AT_HOME, _OF_TWO = frozenset({"protest", "riot"}), frozenset({"armed_clash"})
LANDS = frozenset("country nation city town world region republic province state capital area island".split())
WARS, _SIDED = frozenset({"war", "conflict", "insurgency"}), frozenset({"with", "against", "on", "between", "by"})
_ONTO = frozenset({"on", "upon", "against", "at"})  # before what a raid or bombing struck
_APPOSED = 10  # words: "X, a large market town in the far north of Y"
_SUCH_AS = frozenset({"including", "such as", "like"})
#: Several towns, lands or parts of them.
MANY_PLACES = frozenset("places cities towns villages areas countries provinces regions districts states parts".split())
_FIGHTS = frozenset("battle battles fight fighting struggle clashes".split())
_HAPPENS = frozenset({"occur", "happen", "take_place", "unfold"})
PEOPLE = frozenset({"people", "person", "official", "military", "police", "militants", "civilians"})


def is_terse(name: str) -> bool:
    """Whether a land's name is its adjective too: 'U.S.'."""
    return name.replace(".", "") in _TERSE


_BY_HAND = frozenset({"gun", "knife", "machete", "axe", "sword", "acid"})  # no army strikes another with these


def happened_in(event: Event, kind: EventType, words: list[str], country: str | None, lands: int) -> bool:
    """Whether the land before an event's noun is where it was: 'the Mali bombing', 'Kenya attack kills 39'.

    So where the weapon is laid or worn, and where nothing says what a state would fire, or at whom; of states that
    strike abroad only behind "in".
    """
    if event.trigger.frame.verb.get("subject") == "means" or kind.has("is_laid"):
        return True
    noun = event.noun
    if noun is None or (event.means and _BY_HAND.isdisjoint(words[noun.first : noun.head])):
        return False
    if event.event_type in _AT_HOME or (event.event_type in _OF_TWO and lands == 1):
        return True  # "Kenya protests", "Sudan clashes", but "Armenia-Azerbaijan clashes"
    if event.event_type not in _ON_FOOT:
        return False
    inside = country not in REACHING or "in" in words[max(0, noun.first - 1) : noun.head]
    return inside and not any(word in ("on", "against") for word, _ in noun.tail)


def is_at_home(noun: Noun, words: list[str], country: str | None) -> bool:
    """'Syria's civil war', 'the Yemeni conflict': a land that fights itself is where it is, and no side of it."""
    if noun.word not in WARS or any(word in _SIDED for word, _ in noun.tail):
        return False
    return "civil" in words[noun.first : noun.head] or (country is not None and country not in REACHING)


def was_there(event: Event, role: str, noun: Noun, owner: Meaning, words: list[str]) -> bool:
    """Whether a land's deed is one that it suffered: 'Turkey's deadliest attack', not 'Turkey's first strike'."""
    told, land = event.noun, bool(owner.classes & {"state", "place"}) or noun.word in LANDS
    if told is None or not land or "strike" in told.word:
        return False
    if role == "party":
        return is_at_home(told, words, owner.hit.country if owner.hit is not None else None)
    return role == "perpetrator" and event.trigger.frame.blow and not RANKED.isdisjoint(words[noun.last : told.head])


class NamedPlaces:
    """Asks the noun phrases of one sentence which places they name."""

    def __init__(self, nouns: Nouns, ontology: Ontology) -> None:
        self.nouns, self.ontology = nouns, ontology
        self.atoms, self.covering = nouns.atoms, nouns.spans.covering

    def inside(self, event: Event, noun: Noun) -> Noun:
        """Where an event's own phrase may name its place: 'the Bogota bombing', not 'US air strike'."""
        begin = noun.owner.last + 1 if noun.owner is not None else noun.first
        if event.trigger.frame.noun.get("modifier") == "perpetrator":
            kind = self.ontology.types[event.event_type]
            hits = self.nouns.of(noun).modifiers
            for hit in hits:
                if hit.is_state_name and not happened_in(event, kind, self.atoms.words, hit.country, len(hits)):
                    begin = max(begin, self.nouns.phrase_of(hit).last)
        return Noun(begin, noun.last, noun.head, noun.word)

    def is_struck(self, noun: Noun, event: Event) -> bool:
        """'an attack on the headquarters in X', 'shot residents in X': struck, not speaking."""
        told = event.clause.objects if event.clause is not None and event.trigger.frame.harm else ()
        bound = event.noun.prepositions if event.noun is not None else [pair for n in told for pair in n.prepositions]
        here = any(other is noun and word in PLACED for word, other in bound)  # "the anniversary of a bombing in X"
        struck = [n for word, n in bound if word in _ONTO and n.word == "headquarters"]
        at = event.clause.prepositions if event.clause is not None else ()
        struck += [n for word, n in at if word in TAILS and "facility" in self.nouns.of(n).classes]
        return here or any(other is noun for n in struck for _, other in n.tail)

    def of_others(self, event: Event, clause: Clause) -> set[int]:
        """'fired at X in retaliation for a raid in Y': what hangs on another event is where that one was."""
        facts = self.nouns.patterns.cues["realis_prepositions"]
        others = (n for word, n in clause.prepositions if word.replace(" ", "_") in facts and n is not event.noun)
        return {id(n) for other in others if self.nouns.of(other).triggers for _, n in other.tail}

    def of_struck(self, event: Event) -> list[tuple[str, Noun]]:
        """What hangs on a house that is struck: 'jets bombed a hospital in Y', 'a raid on a hospital in Y'."""
        objects = list(event.clause.objects) if event.clause is not None and event.trigger.frame.blow else []
        objects += [n for word, n in event.noun.prepositions if word in _ONTO] if event.noun is not None else []
        return [pair for n in objects if "facility" in self.nouns.of(n).classes for pair in n.prepositions]

    def of_those_struck(self, event: Event, struck: list[Noun]) -> list[tuple[str, Noun]]:
        """'shot at trucks travelling through X': where those were who were struck; not 'a man living in X'."""
        doing = [
            child
            for child in (event.clause.children if event.clause is not None else ())
            if child.kind == "participle" and child.verb is not None and child.verb.lemma not in _LIVING
            and child.verb.form == "gerund" and any(child.antecedent is noun for noun in struck)
        ]  # fmt: skip
        return [("in" if word in _THROUGH else word, n) for c in doing for word, n in c.prepositions if word in _WHILE]

    def streets_of(self, event: Event) -> list[tuple[str, Noun]]:
        """'took to the streets of X': the town behind a verb that has its streets among its own words."""
        verb, clause = event.verb, event.clause
        if verb is None or clause is None or self.atoms.words[event.last - 1] != "streets":
            return []
        return [("in", n) for word, n in clause.prepositions if word == "of" and n.first <= event.last + 2][:1]

    def own_tail(self, noun: Noun) -> list[tuple[str, Noun]]:
        """What hangs on an event's noun; in 'a truce in X following a raid in Y' the raid was in Y.

        What two sides fight for is where they do, and so are places that are named as such: 'the battle for Mosul',
        'attacks in cities such as Kano'.
        """
        tail = list(noun.tail)
        for at, (word, other) in enumerate(tail):
            among = at > 0 and tail[at - 1][0] in TAILS and tail[at - 1][1].word in MANY_PLACES
            fought_for = at == 0 and word == "for" and noun.word in _FIGHTS
            tail[at] = ("in", other) if fought_for or (among and word in _SUCH_AS) else (word, other)
        preceding = self.nouns.patterns.cues["preceding"]
        for at, (word, other) in enumerate(tail):
            answers = word.replace(" ", "_") in preceding and self.nouns.of(other).triggers
            if answers and any(before in TAILS for before, _ in tail[:at]):
                return tail[:at]
        return tail

    def before_where(self, event: Event, phrases: list[Phrase]) -> list[tuple[str, Noun]]:
        """'from Farah, where they killed four': the place that a clause with 'where' tells of, but no sickbed."""
        clause = event.clause
        if clause is None or clause.marker != "where" or clause.verb is None or clause.first < 2:
            return []
        before = self._apart_from_aside(phrases, clause.first - 1 - (phrases[clause.first - 1].kind == ","))
        own = any(word in _TIED and any(self.within(noun)) for word, noun in clause.prepositions)
        dies = clause.verb.lemma in self.nouns.patterns.cues["die_verbs"]
        return [("where", before)] if isinstance(before, Noun) and not own and not dies else []

    def _apart_from_aside(self, phrases: list[Phrase], last: int) -> Phrase:
        """'in Farah, 40 miles west of Herat, where', 'in Farah, a town near Herat, where': in Farah."""
        words, opens = self.nouns.atoms.words, last
        while opens and phrases[opens].kind in "iNa":
            opens -= 1
        ties = ["_".join(words[p.first : p.last]) for p in phrases[opens + 1 : last + 1] if p.kind == "i"]
        ties = [tie.replace(" ", "_") for tie in ties]
        place = phrases[opens - 1] if opens and phrases[opens].kind == "," else None
        beside = bool(ties) and phrases[last - 1].kind == "i" and tie_of(ties[-1]) in ("near", "distance", "border")
        return place if beside and isinstance(place, Noun) and any(self.within(place)) else phrases[last]

    def within(self, noun: Noun) -> Iterator[Span]:
        """The places that a noun phrase names; 'Iranian territory' is in Iran, "Yala's Yaha district" is Yaha."""
        lands, hits = noun.word in self.nouns.patterns.cues["land_words"], self.nouns.of(noun).modifiers
        if lands or noun.word in WARS:
            for hit in hits if lands or len(hits) == 1 else ():
                if not lands and not is_at_home(noun, self.atoms.words, hit.country):
                    continue
                country = self.ontology.places.country_place(hit.country) if hit.country else None
                if country is not None:
                    yield Span(hit.first, hit.last, "Y", place_id=country)
        owned = noun.owner is not None and noun.word in KINDS
        finer = [*self.among(noun.owner.last, noun.last)] if owned and noun.owner is not None else []
        for span in finer or self.among(noun.first, noun.last):
            if not self._is_owner(span, noun) and not self._is_a_houses(span, noun):
                yield span
        if noun.word in KINDS or noun.word in SPOTS:
            yield from self._called(noun)

    def _is_a_houses(self, span: Span, noun: Noun) -> bool:
        """'the Las Lomas bar in Juarez': a house's own name, where it is told to stand in another place."""
        if noun.word not in _HOUSES:
            return False
        told = (
            s.place_id for word, n in noun.tail if word in ("in", "at", "near") for s in self.among(n.first, n.last)
        )
        own, towns = span.place_id or "", [place for place in told if place]
        return bool(towns) and not any(nested(self.ontology.places, own, town) for town in towns)

    def _is_owner(self, span: Span, noun: Noun) -> bool:
        """'the United States embassy', 'two United States aircraft', 'a US bank': whose thing may stand elsewhere."""
        place = self.ontology.places.get(span.place_id or "")
        if place is None or place.level != "country":
            return False
        ahead = span.last <= self.atoms.first[noun.head]
        is_land = noun.word in KINDS or noun.word in SPOTS or noun.word in _OF_A_LAND
        if ahead and not is_land and is_terse(self.atoms.words[self.atoms.first.index(span.first)]):
            return True
        return noun.word in ABROAD or (ahead and noun.word in _OF_FORCES and place.country in REACHING)

    def innermost(self, best: Span, found: list[Span]) -> Span:
        """Of 'the Silopi district of Sirnak', 'Baghdad's suburb of Abu Ghraib' the part, not the whole."""
        others = [other for other in found if other is not best]
        if not others:
            return best
        at = self.atoms.first.index
        known = set(self.atoms.first)
        for one, two in ((best, other) for other in others if other.first in known and best.first in known):
            first, last = sorted((at(one.first), at(two.first)))
            between = self.atoms.words[first + 1 : last]
            if len(between) < 2 or between[-1] != "of" or between[-2] not in KINDS:
                continue
            ahead, behind = (one, two) if at(one.first) == first else (two, one)
            if between[0] == "'s" or self._is_wide(ahead):
                return behind  # "the Mediterranean island of Corsica"
            if len(between) == 2:
                return ahead if self._is_part(ahead, behind, between[0]) or self._is_province(last) else behind
        return best

    def head_of(self, best: Span) -> Span:
        """Of 'Kwatas, Chikun Local Government Area of Kaduna State' the first, which the others say to lie in them.

        So of 'delivered food to Kutum in Sudan' the town, which grammar ties to nothing.
        """
        if best.first not in self.covering or not self._is_area(best):
            return best
        words, at = self.atoms.words, self.atoms.first.index(best.first)
        if (called := self._called_before(at, best)) is not None:
            return called
        if words[at - 1 : at] != ["of"]:
            return self._named_before(at, best) or best
        at -= 2
        while at > 1 and (words[at] in KINDS or words[at] in _OF_COUNCILS):
            at -= 1
        middle, head = self._at(at), self._at(at - 2)
        told = middle is not None and head is not None and words[at - 1] == ","
        return head if told and head is not None and not self._is_area(head) else best

    def _called_before(self, at: int, outer: Span) -> Span | None:
        """The town of 'X, the capital of Y', 'X, a town in the north of Y'."""
        words, begin = self.atoms.words, at
        if words[at - 1 : at] not in (["of"], ["in"]) and words[at - 2 : at - 1] not in (["of"], ["in"]):
            return None
        while at > 1 and words[at] != ",":
            at -= 1
        inner = self._at(at - 1) if at - 1 > begin - _APPOSED and words[at + 1] in ("the", "a", "an") else None
        if inner is None or (KINDS.isdisjoint(words[at:begin]) and "capital" not in words[at:begin]):
            return None
        return inner if self.ontology.places.contains(outer.place_id or "", inner.place_id or "") else None

    def _named_before(self, at: int, outer: Span) -> Span | None:
        """The place that stands right before what it is told to lie in: 'X in northern Y', 'X, Y'."""
        words = self.atoms.words
        at -= 1
        while at > 1 and words[at] in BEARINGS:
            at -= 1
        if at < 1 or words[at] not in ("in", ","):
            return None
        inner = self._at(at - 1 - (words[at - 1] in KINDS and at > 1))
        if inner is None or inner.place_id is None or inner.place_id == outer.place_id:
            return None
        before = self.atoms.words[self.atoms.first.index(inner.first) - 1] if inner.first in self.atoms.first else ""
        inside = before != "from" and self.ontology.places.contains(outer.place_id or "", inner.place_id)
        return inner if inside else None

    def _at(self, atom: int) -> Span | None:
        span = self.covering.get(self.atoms.first[atom]) if atom >= 0 else None
        return span if span is not None and span.place_id is not None else None

    def _is_area(self, span: Span) -> bool:
        place = self.ontology.places.get(span.place_id or "")
        return place is not None and place.level in ("admin1", "country")

    def _is_wide(self, span: Span) -> bool:
        place = self.ontology.places.get(span.place_id or "")
        return place is not None and place.level in ("region", "country")

    def _is_part(self, ahead: Span, behind: Span, kind: str) -> bool:
        """'Kwatas village of Zamfara', 'the Kwatas area of Shopian': the name ahead is that of the part."""
        outer, inner = behind.place_id or "", ahead.place_id or ""
        return kind in _SMALLEST or (outer != inner and self.ontology.places.contains(outer, inner))

    def _is_province(self, atom: int) -> bool:
        """Whether a province bears a name: 'the Silopi district of Sirnak', but 'the Kabul district of Shakardara'."""
        places = self.ontology.places
        known = (places.get(place_id) for place_id in places.named(self.atoms.words[atom]))
        return any(place is not None and place.level == "admin1" for place in known)

    def is_origin(self, noun: Noun, phrases: list[Phrase]) -> bool:
        """'nine men from Punjab', 'men believed to be from Chad': where they are from."""
        if noun.first > 1 and self.atoms.words[noun.first - 2] in _BEING:
            return True
        verb = next((p.lemma for p in phrases if isinstance(p, Verb) and p.last <= noun.first), "")
        if noun.word in self.nouns.patterns.cues["land_words"] and verb in self.nouns.patterns.verbs:
            return True  # "attacked a post from Chadian soil"
        before = next((p for p in phrases if isinstance(p, Noun) and p.last == noun.first - 1), None)
        return before is not None and self.is_somebody(before)

    def is_somebody(self, noun: Noun) -> bool:
        """Whether a noun phrase speaks of people, and of no place that is called as they are."""
        classes = self.nouns.of(noun).classes
        return bool(classes & PEOPLE) and not classes & {"place", "facility"}

    def is_spot(self, noun: Noun) -> bool:
        """Whether a noun phrase may be where something is: 'Kwatas community' is, though it speaks of people."""
        return noun.word in KINDS or not self.is_somebody(noun)

    def among(self, first: int, last: int) -> Iterator[Span]:
        """The places that the atoms [first, last) name."""
        for index in range(first, last):
            span = self.covering.get(self.atoms.first[index])
            if span is not None and span.place_id is not None:
                yield span

    def _called(self, noun: Noun) -> Iterator[Span]:
        """The name behind a word for a place: 'the post of Mucojo', 'a place known as Miriga'."""
        for word, other in noun.tail[:1]:
            if word == "of":
                yield from self.among(other.first, other.last)
            if word == "of" and other.word in KINDS and other is not noun:
                yield from self._called(other)  # "a quarter of the town of X"
        behind = self.atoms.words[noun.last : noun.last + 2]
        at = noun.last + (1 if behind[:1] in (["called"], ["named"]) else 2)
        if at == noun.last + 1 or behind in (["known", "as"], ["locally", "called"]):
            yield from self.among(at, min(at + 1, len(self.atoms.words)))


def says_it_happened(clause: Clause) -> bool:
    """'it occurred at X', 'it took place on Monday'."""
    verb, subject = clause.verb, clause.subject
    if verb is None or subject is None or subject.word != "it" or verb.is_negated:
        return False
    place = verb.lemma == "take" and any(noun.word == "place" for noun in clause.objects)
    return place or verb.lemma in _HAPPENS


def taking_place(event: Event, happened: list[Clause]) -> list[tuple[str, Noun]]:
    """'The second attack took place in X': what hangs on the verb that says that it happened."""
    clause, verb = event.clause, event.clause.verb if event.clause is not None else None
    if clause is None or verb is None:
        return []
    if clause.subject is not event.noun:
        return [pair for other in happened for pair in other.prepositions if event.noun is not None]
    place = verb.lemma == "take" and any(noun.word == "place" for noun in clause.objects)
    return clause.prepositions if place or verb.lemma in _HAPPENS else []
