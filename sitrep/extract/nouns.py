"""What a noun phrase means: an actor, people, a thing, a weapon, a place, or an event.

What belongs here: looking up a phrase's head with the words before it, its classes, its count. What does not: roles.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from sitrep.extract.atoms import Atoms
from sitrep.extract.numbers import Count, count_of
from sitrep.extract.phrases import Noun
from sitrep.extract.shouted import is_name
from sitrep.extract.spans import Hit, Span, Spans
from sitrep.extract.text import begins_name, first_not_below
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.patterns.forms import Trigger
from sitrep.ontology.patterns.lexicon import NounClass

_WITHIN, _PERSONS = frozenset({"in", "at", "near"}), frozenset({"people", "person"})
_SUCH_AS = frozenset({"including", "such as", "like"})
_HE = frozenset({"he", "she", "him", "her", "himself", "herself"})
#: Plurals that look like none.
_MANY = frozenset({"police", "people", "troops", "forces", "personnel", "others", "staff", "crew"})
_THEY = frozenset(
    {
        "they",
        "them",
        "themselves",
        "we",
        "us",
        "who",
        "whom",
        "those",
        "others",
        "everyone",
        "someone",
        "anyone",
        "nobody",
        "i",
        "you",
        "me",
    }
)
_IT = frozenset({"it", "itself", "this", "that", "which"})
_PRONOUN = frozenset({"pronoun"})
_IT_CLASSES = _PRONOUN | {"actor", "body"}
_HE_CLASSES = _PRONOUN | {"person", "actor", "people"}
_THEY_CLASSES = _HE_CLASSES | {"body"}
_KIND_CLASSES: dict[str, Set[str]] = {
    "state": {"actor", "state", "body"},
    "government": {"actor", "official", "body", "government"},
    "military": {"actor", "military", "body"},
    "police": {"actor", "police", "body"},
    "insurgent": {"actor", "militants", "body"},
    "militia": {"actor", "militants", "body"},
    "party": {"actor", "body"},
    "civilians": {"people", "person", "civilians"},
    "media": {"actor", "body", "media"},
    "organisation": {"actor", "body"},
    "person": {"actor", "person"},
    "unidentified": {"unidentified", "militants", "person", "people"},
}
_PLAIN_KINDS = frozenset({"military", "police", "unidentified", "civilians"})
_NONE: frozenset[str] = frozenset()
_THING = frozenset({"thing"})  # a noun of which nothing is known: what stands there may be struck
_SIDE = frozenset({"actor", "state", "body", "named"})
_GROUP = frozenset({"actor", "body", "militants"})
_NUMBER = frozenset({"number", "people"})
_OBJECTS = frozenset({"thing", "means", "facility"})
_SOMEBODY = frozenset({"people", "person", "actor", "body", "state", "militants", "military", "police", "number"})
_GUNFIRE = frozenset({"gunfire", "means"})  # "Armenian fire", "the rebels' fire"
_MEMBERS = ("members of", "member of")
_HUMANS = frozenset({"people", "person"})
_ALIVE = _HUMANS | {"military", "police", "militants", "civilians"}
_PROPER_BODY, _PROPER_PERSON = frozenset({"body", "actor", "proper"}), frozenset({"person", "actor", "proper"})
_SHARES = frozenset({"half", "third", "quarter", "majority", "rest", "remainder", "part", "parts"})  # "half of them"
_BACKED = (
    "-based", "-backed", "-linked", "-born", "-affiliated", "-aligned", "-supported", "-sponsored", "-held", "-bound",
    "-occupied", "-administered", "-trained", "-made", "-owned", "-speaking", "-controlled", "-funded", "-armed",
    "-appointed", "-installed", "-allied", "-inspired", "-educated", "-supplied",
)  # fmt: skip
_ADJECTIVES = frozenset(
    {"local", "national", "official", "general", "private", "minor", "radical", "captive", "native"}
)
#: What is military by its kind, done by whoever gives or makes it: "suspended military aid".
_BETWEEN_STATES = frozenset(
    "aid assistance ties cooperation relations alliance pact deal agreement talks support".split()
)
_HUMAN = ("ers", "ors", "ists", "ians", "men", "ees", "eers", "ants")
#: Things that end like words for people: "seized 13 containers".
_THINGS = frozenset(
    """containers computers printers receivers timers boosters detonators generators cylinders canisters silencers
    excavators posters banners flyers papers numbers freezers reactors barriers doors floors craters trees elephants
    motors sectors rivers errors fees quarters lighters counters""".split()
)
_ABSTRACT = tuple("tion sion cion ment ness ity ism ance ence ship ure ics hood cy sis".split())


@dataclass(slots=True)
class Meaning:
    """What a noun phrase means."""

    classes: frozenset[str]
    known: NounClass | None = None
    hit: Hit | None = None  # the actor named by the head
    modifiers: tuple[Hit, ...] = ()  # actors named before the head
    place: Span | None = None  # where the phrase names a place
    triggers: tuple[Trigger, ...] = ()  # events that the head tells of, the likeliest first
    trigger_first: int = 0  # atom at which the event's words begin
    trigger_last: int = 0
    count: Count | None = None
    core: int = 0  # first atom behind determiners and numbers
    is_plural: bool = False
    is_group: bool = False  # a group, wing or cell


def tag_is_the(word: str) -> bool:
    """A name with an article is that of a body: 'the Pakistani Taliban'."""
    return word == "the"


@dataclass(frozen=True, slots=True)
class Nouns:
    """Reads the noun phrases of one sentence."""

    atoms: Atoms
    spans: Spans
    patterns: Patterns
    raw: str
    starts: list[int]
    mixed_case: bool
    shown: frozenset[str] | None = None  # names, as a text of capitals alone shows them

    def of(self, noun: Noun) -> Meaning:
        """What a noun phrase means, worked out once."""
        if noun.info is None:
            noun.info = self._read(noun)
        assert isinstance(noun.info, Meaning)
        return noun.info

    def hit_of(self, noun: Noun) -> Hit | None:
        """The known actor that the head of a noun phrase names, asked without working out what the phrase means."""
        begin = noun.owner.last + 1 if noun.owner is not None else noun.first
        return self.spans.hit_at(self.atoms.first[self._head(noun, begin)])

    def phrase_of(self, hit: Hit) -> Noun:
        """The words of a known actor as a noun phrase of their own."""
        atoms = self.atoms
        first = next(i for i, last in enumerate(atoms.last) if last > hit.first)
        last = first + 1
        while last < len(atoms.first) and atoms.first[last] < hit.last:
            last += 1
        return Noun(first, last, last - 1, atoms.words[last - 1])

    def counted(self, noun: Noun) -> Noun:
        """Whom a number counts: of 'two of its soldiers' the soldiers."""
        if noun.predicate is not None:
            return noun.predicate
        shares = self.atoms.tags[noun.head] in "cj" or noun.word in _SHARES
        if shares and noun.prepositions and noun.prepositions[0][0] == "of":
            other = noun.prepositions[0][1]
            if self.of(other).classes & {"people", "person", "body", "actor", "facility"}:
                return other
        return noun

    def is_written_as_name(self, noun: Noun) -> bool:
        """Whether the last two words are written as those of a name: 'the Armed Criminal Group', not 'the group'."""
        ends = (noun.head - 1, noun.head)
        if not self.mixed_case or noun.head <= noun.first or self.atoms.tags[noun.head - 1] in "dc":
            return False
        return all(begins_name(self.raw, self.starts[self.atoms.first[index]]) for index in ends)

    def members(self, noun: Noun) -> list[Noun]:
        """Of 'a joint force of X and Y' X and Y, where they are groups that somebody knows; else the phrase itself.

        Of 'Russian and Ukrainian troops' the Russians too.
        """
        sharing = self._sharing_head(noun)
        return [*sharing, *self._members(noun)] if sharing else self._members(noun)

    def taken_by(self, noun: Noun) -> list[tuple[str, Noun]]:
        """What hangs on a noun by a preposition; of 'the murder in Cali of two priests' the priests too, not Cali's."""
        found = noun.prepositions
        if len(found) != 1 or found[0][0] not in _WITHIN or "place" not in self.of(found[0][1]).classes:
            return found
        behind = found[0][1].prepositions[:1]
        return [*found, *(each for each in behind if each[0] == "of" and self.of(each[1]).classes & _PERSONS)]

    def _sharing_head(self, noun: Noun) -> list[Noun]:
        """'Russian' of 'Russian and Ukrainian troops'."""
        at = noun.first - 1
        if at < 1 or self.atoms.tags[at] != "l" or self.atoms.tags[at - 1] != "j" or noun.owner is not None:
            return []
        hit = self.spans.hit_at(self.atoms.first[at - 1])
        own = self.of(noun)
        alike = any(each is not None and each.country is not None for each in (own.hit, *own.modifiers))
        return [self.phrase_of(hit)] if alike and hit is not None and hit.country is not None else []

    def _members(self, noun: Noun) -> list[Noun]:
        if not noun.prepositions or noun.owner is not None:
            return [noun]
        word, first = noun.prepositions[0]
        if noun.word in self.patterns.cues["envoy_words"] and word in ("of", "from") and first.coordinated:
            sides = [first, *first.coordinated]  # "delegations from X and Y"
            return sides if all(self._is_side(n) for n in sides) else [noun]
        if noun.word in self.patterns.cues["blocs"] and word in _SUCH_AS:
            sides = [first, *first.coordinated]  # "condemned by countries including X and Y"
            return sides if all(self._is_side(n) for n in sides) else [noun]
        if noun.word not in self.patterns.cues["band_words"]:
            return [noun]
        named = [n for n in (first, *first.coordinated) if self._is_group_name(n)] if word == "of" else []
        return named or [noun]

    def _is_side(self, noun: Noun) -> bool:
        hit = self.of(noun).hit
        return hit is not None and hit.form != "role"

    def _is_group_name(self, noun: Noun) -> bool:
        hit = self.of(noun).hit
        return hit is not None and hit.form != "role" and hit.kind in ("insurgent", "militia", "military")

    def _read(self, noun: Noun) -> Meaning:
        atoms, spans = self.atoms, self.spans
        words, tags = atoms.words, atoms.tags
        begin = noun.owner.last + 1 if noun.owner is not None else noun.first
        head = self._head(noun, begin)
        core = self._core(begin, head)
        count = count_of(words, tags, begin, head + 1, self.patterns.lexicon)
        word, token = words[head], atoms.first[head]
        if tags[head] == "f":
            return Meaning(self._pronoun(word), count=count, core=core, is_plural=word in _THEY)
        known, known_from = self.class_at(head, core)
        hit = spans.hit_at(token)
        if hit is not None and self._is_thing(known) and atoms.first[known_from] < hit.first and hit.form == "role":
            hit = None  # a "jet fighter" is no fighter
        modifiers = spans.hits_between(atoms.first[begin], token) if head > begin else ()
        if modifiers:
            modifiers = tuple(m for m in modifiers if m is not hit and not self._is_backer(m) and not self._is_plain(m))
        triggers, first, last = self._triggers(head, core) if word in self.patterns.nouns else ((), head, head + 1)
        span = spans.covering.get(token)
        place = span if span is not None and span.place_id is not None else self._place_before(core, head)
        is_group = word in self.patterns.cues["wing_words"]
        classes = self._classes(noun, head, core, known, hit, place, bool(triggers), is_group, count)
        if hit is None and any(words[i].endswith(_MEMBERS) for i in range(begin, head)):
            classes |= _HUMANS  # "three members of the choir", whatever a choir is
        if word == "side" and modifiers:
            classes |= _SIDE  # "the Kyrgyz side"
        if hit is not None and tags[head] == "j" and head == begin + 1 and words[begin] in ("a", "an"):
            classes |= _HUMANS  # "an American", told as somebody
        return Meaning(
            classes, known, hit, modifiers, place, triggers, first, last, count, core,
            self._is_plural(word, hit) and not self._is_ones_name(classes, head, core), is_group,
        )  # fmt: skip

    def _is_thing(self, known: NounClass | None) -> bool:
        return known is not None and "means" in known.classes and "people" not in known.classes

    def _is_plain(self, hit: Hit) -> bool:
        """'a local market', 'the national museum': an adjective, though a noun for people elsewhere."""
        position = first_not_below(self.atoms.first, hit.first)
        words = self.atoms.words
        if hit.form != "role" or hit.last != hit.first + 1 or position >= len(words):
            return False
        return words[position] in _ADJECTIVES or (
            words[position] == "military" and words[position + 1] in _BETWEEN_STATES
        )

    def _is_backer(self, hit: Hit) -> bool:
        """'Iran-backed', 'Somalia-based': where or by whom, but not who."""
        position = first_not_below(self.atoms.first, hit.first)
        if position == len(self.atoms.words) or hit.last > self.atoms.last[position]:
            return False
        return self.atoms.words[position].endswith(_BACKED)

    def _head(self, noun: Noun, begin: int) -> int:
        """The head: the last noun; a number behind a noun ('Flight 752') is none."""
        head, tags = noun.head, self.atoms.tags
        while head > begin and tags[head] == "c" and tags[head - 1] in "nyY":
            head -= 1
        return head

    def _core(self, begin: int, head: int) -> int:
        while begin < head and self.atoms.tags[begin] in "dvcKa":
            begin += 1
        return begin

    def _pronoun(self, word: str) -> frozenset[str]:
        if word in _HE:
            return _HE_CLASSES
        if word in _THEY:
            return _THEY_CLASSES
        return _IT_CLASSES if word in _IT else _PRONOUN

    def class_at(self, head: int, core: int) -> tuple[NounClass | None, int]:
        """The class of the noun that ends at an atom, by as many words before it as an entry has."""
        words = self.atoms.words
        word = words[head]
        entries = self.patterns.lexicon.nouns.get(word)
        if entries is None and "-" in word:
            aged = "person" if word.endswith("-year-old") else word.rsplit("-", 1)[1]  # "the 77-year-old was shot"
            entries = self.patterns.lexicon.nouns.get(aged)
        for before, known in entries or ():
            start = head - len(before)
            if start >= core and (not before or tuple(words[start:head]) == before):
                return known, start
        return None, head

    def _triggers(self, head: int, core: int) -> tuple[tuple[Trigger, ...], int, int]:
        """The event words that the phrase's head ends, with what follows it ('exchange of fire')."""
        words = self.atoms.words
        found: list[Trigger] = []
        first, last = head, head + 1
        best = -1
        for before, after, trigger in self.patterns.nouns.get(words[head], ()):
            start, stop = head - len(before), head + 1 + len(after)
            if start < core or (before and tuple(words[start:head]) != before):
                continue
            if after and tuple(self._words_after(head, len(after))) != after:
                continue
            size = len(before) + len(after)
            if best >= 0 and size < best and found and not found[0].weak:
                found.append(trigger)
                continue
            if best < 0:
                best, first, last = size, start, stop
            found.append(trigger)
        return tuple(found), first, min(last, len(words))

    def _words_after(self, head: int, count: int) -> list[str]:
        return self.atoms.words[head + 1 : head + 1 + count]

    def _place_before(self, core: int, head: int) -> Span | None:
        """A place inside a phrase whose head says what kind of place it is: 'Bolan district', 'the Saravan area'."""
        if head == core:
            return None
        span = self.spans.covering.get(self.atoms.first[head - 1])
        return span if span is not None and span.place_id is not None else None

    def _classes(
        self,
        noun: Noun,
        head: int,
        core: int,
        known: NounClass | None,
        hit: Hit | None,
        place: Span | None,
        event: bool,
        is_wing: bool,
        count: Count | None,
    ) -> frozenset[str]:
        word = self.atoms.words[head]
        own = known.classes if known is not None else _NONE
        is_number = self._is_number(noun, word, self.atoms.tags[head], count)
        is_measure = word in self.patterns.lexicon.measures or self._is_price(noun.first, head)
        if hit is None and place is None and not (event or is_wing or is_number or is_measure or word == "fire"):
            return own or self._unknown(noun, word, head, core, count)
        found: set[str] = set(own)
        if is_wing:
            found |= _GROUP
        if hit is not None:
            self._add_kind(found, hit, known)
            if word.endswith(" air force"):
                found.add("aerial")  # "the Sri Lanka Air Force bombed"
        if place is not None and (
            place.first == self.atoms.first[head] or known is None or "facility" in known.classes
        ):
            found.add("place")
        if event:
            found.add("event")
        if word == "fire" and (
            noun.owner is not None or self.spans.hits_between(self.atoms.first[core], self.atoms.first[head])
        ):
            found |= _GUNFIRE
        if is_number:
            found |= self._of_things(noun) or _NUMBER
        if is_measure:
            found.add("measure")
        return frozenset(found) if found else self._unknown(noun, word, head, core, count)

    def _is_price(self, first: int, head: int) -> bool:
        words = self.atoms.words
        return any(words[index] == "$" for index in range(first, head))

    def _add_kind(self, found: set[str], hit: Hit, known: NounClass | None) -> None:
        """What the actor that the head names is; people without a country are nobody in particular."""
        found |= _KIND_CLASSES.get(hit.kind, _NONE)
        if hit.form == "role" and hit.country is None and hit.kind in _PLAIN_KINDS:
            found.discard("actor")
        if known is None:
            found.add("named")

    def _is_number(self, noun: Noun, word: str, tag: str, count: Count | None) -> bool:
        """'ten', 'half of them', 'the six wounded': a number without a noun."""
        if tag == "c" or (tag == "j" and count is not None):
            return True
        if word in ("another", "other") and self._is_somebody_else(noun, word):
            return True
        return word in _SHARES and bool(noun.prepositions) and noun.prepositions[0][0] == "of"

    def _of_things(self, noun: Noun) -> frozenset[str]:
        """'three of the cars were seized': what the number counts, where that is nobody."""
        other = noun.prepositions[0][1] if noun.prepositions and noun.prepositions[0][0] == "of" else None
        classes = self.of(other).classes if other is not None else _NONE
        return _NONE if classes.isdisjoint(_OBJECTS) or not classes.isdisjoint(_SOMEBODY) else classes

    def _is_somebody_else(self, noun: Noun, word: str) -> bool:
        """'a guard was killed and another was wounded', 'one other', 'the other': beside people told of before it."""
        if noun.last - noun.first != (1 if word == "another" else 2):
            return False
        before = (self.class_at(index, 0)[0] for index in range(noun.first) if self.atoms.tags[index] in "nyGc")
        hits = self.spans.hits_between(0, self.atoms.first[noun.first]) if noun.first else ()
        return any(known is not None and not _ALIVE.isdisjoint(known.classes) for known in before) or any(
            hit.form in ("role", "demonym", "adjective") for hit in hits
        )

    def _unknown(self, noun: Noun, word: str, head: int, core: int, count: Count | None) -> frozenset[str]:
        """What a phrase of unknown words may be: people, somebody's name, a body's, or nothing."""
        if self._looks_human(word, head, count):
            return _HUMANS
        if not self._is_proper(noun, head, core):
            plain = self.atoms.tags[head] == "n" and not word.endswith(_ABSTRACT)
            return _THING if plain and word not in self.patterns.cues["abstract_words"] else _NONE
        classes = _PROPER_BODY if tag_is_the(self.atoms.words[noun.first]) else _PROPER_PERSON
        for index in range(head - 1, core - 1, -1):
            title, _ = self.class_at(index, core)
            if title is not None and "people" in title.classes:
                return _PROPER_PERSON | (title.classes - {"body"})  # "the minister Ali Hassan" is no body
        return classes

    def _looks_human(self, word: str, head: int, count: Count | None) -> bool:
        """'ten mine-clearers': an unknown noun that is counted and ends like words for people."""
        return count is not None and self.atoms.tags[head] == "n" and word.endswith(_HUMAN) and word not in _THINGS

    def _is_proper(self, noun: Noun, head: int, core: int) -> bool:
        """Whether an unknown phrase looks like somebody's name."""
        words, tags = self.atoms.words, self.atoms.tags
        word = words[head]
        if tags[head] != "n" or not word[0].isalpha():
            return False
        if word in self.patterns.lexicon.tags and not (self._is_surname(head, core) or self._is_groups(head, core)):
            return False
        abstract = word.endswith(_ABSTRACT) or word in self.patterns.cues["abstract_words"]
        if self.mixed_case:
            if abstract and noun.first == 0 == head:
                return False  # "Suspicion fell on the rebels": every sentence begins with a capital
            start = self.starts[self.atoms.last[head] - 1]
            if self.raw[start : start + len(word)].isupper() and len(word) > 1:
                return True
            if not begins_name(self.raw, start) or tags[noun.first] != "d" or words[noun.first] == "the":
                return begins_name(self.raw, start)
            return any(self._is_title(i, core) for i in range(core, head))  # "his brother Ali", "its leader Juan Rojas"
        if abstract:
            return False
        if self.shown is not None and not is_name(
            words[core : head + 1], self.patterns.lexicon.tags.keys(), self.shown
        ):
            return False
        if self.shown is not None and word in self.shown and any(self._is_title(i, core) for i in range(core, head)):
            return True
        return tags[noun.first] not in "dc" and head - core <= 4

    def _is_surname(self, head: int, core: int) -> bool:
        """'Ambassador Samantha Power': a word behind a title and a name that no word is, written like them."""
        if head - core < 2 or not self.mixed_case or self.atoms.words[head - 1] in self.patterns.lexicon.tags:
            return False
        written = all(begins_name(self.raw, self.starts[self.atoms.first[i]]) for i in (head - 1, head))
        return written and self._is_title(head - 2, core)

    def _is_groups(self, head: int, core: int) -> bool:
        """'the Red Front': a word for a group, in capitals behind a name."""
        if head == core or not self.mixed_case or self.atoms.words[head] not in self.patterns.cues["group_names"]:
            return False
        return all(begins_name(self.raw, self.starts[self.atoms.first[i]]) for i in (head - 1, head))

    def _is_ones_name(self, classes: frozenset[str], head: int, core: int) -> bool:
        """'Rojas', 'Mayor Luis Rojas': a name that ends like a plural; in capitals the text must show it to be one."""
        if classes != _PROPER_PERSON and not classes > _PROPER_PERSON:
            return False
        titles = [self.atoms.words[i] for i in range(core, head) if self._is_title(i, core)]
        singulars = self.patterns.lexicon.singulars
        return all(singulars.get(title, title) == title for title in titles) and (
            self.mixed_case or bool(titles) or (self.shown is not None and self.atoms.words[head] in self.shown)
        )

    def _is_title(self, index: int, core: int) -> bool:
        known, _ = self.class_at(index, core)
        return known is not None and "people" in known.classes

    def _is_plural(self, word: str, hit: Hit | None) -> bool:
        if word in self.patterns.lexicon.singulars:
            return self.patterns.lexicon.singulars[word] != word or word.split()[-1] in _MANY
        if hit is not None:
            return hit.form in ("role", "demonym") and word.endswith("s") and not word.endswith("ss")  # "Hutus"
        return word.endswith("s") and not word.endswith(("ss", "us", "is"))
