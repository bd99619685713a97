"""Who a noun phrase is: the actor id, the name as written, and the group its dead are counted in.

What belongs here: names, roles with nationalities, owners of things, unnamed people. What does not: which role somebody
plays (events.py), and what pronouns stand for (story.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitrep.extract.identities import NAMED_BODIES
from sitrep.extract.ids import forms_with, plural_of, slug
from sitrep.extract.lives import pronoun_of
from sitrep.extract.nouns import Meaning, Nouns
from sitrep.extract.numbers import is_counted
from sitrep.extract.own_names import FOLLOWERS, HOMES_OR_POWERS, name_behind, own_name, rank_told_before, whose_behind
from sitrep.extract.phrases import Noun
from sitrep.extract.spans import Hit
from sitrep.extract.text import Text, begins_name
from sitrep.ontology import Ontology
from sitrep.ontology.patterns.lexicon import NounClass
from sitrep.records import ARMED_GROUPS, Actor

_INITIALS = 2  # letters of a word in a name that tell nobody apart: "Al", "J."
_SUSPECTED = frozenset("suspected alleged presumed accused possible apparent purported".split())
_ARMED = frozenset({"military", "government", "police"})
_UNNAMED = frozenset({"civilians", "unidentified", "government", "media"})
_NAMED_BY_OF = frozenset({"officials", "offices", "forces", "soldiers", "militants", "court", "police"})
_HEADING = frozenset("leader leaders chief head commander commanders members supporters spokesman spokesperson".split())
_SPEAK_OR_FIGHT_FOR = frozenset({"officials", "militants", "militia", "gunmen"})
_OWNERS = {
    "civilians": "civilians",
    "military": "military",
    "police": "police",
    "government": "government",
    "militants": "unidentified",
}
_OF_THEM = {"civilians": "civilian", "military": "military", "police": "police", "government": "government"}


@dataclass(frozen=True, slots=True)
class Party:
    """An actor at the characters that name it."""

    actor: Actor
    name: str
    start: int
    end: int
    group: str | None  # victim group
    parts: tuple[str, ...] = ()
    is_vague: bool = False
    is_thing: bool = False  # a facility stands for its owner
    pronoun: str = ""
    is_plural: bool = False
    is_number: bool = False  # a number without a noun: "ten", "the others"
    is_person: bool = False  # one human being
    is_counted: bool = False  # "three airliners", "a bus"
    bearer: str = ""  # the name of a person, without titles: "Luis Ossorio" of "Senator Luis Ossorio"
    trades: tuple[str, ...] = ()  # what such a person is called by: "senators"

    @property
    def called(self) -> frozenset[str]:
        """The words of a person's name."""
        return frozenset(word for word in self.bearer.lower().split() if len(word) > _INITIALS)

    def told_as(self, actor: Actor, group: str | None, pronoun: str) -> Party:
        """The same people as another actor, by another pronoun; written out, as `replace` takes 30,000 instructions."""
        return Party(
            actor, self.name, self.start, self.end, group, self.parts, self.is_vague, self.is_thing, pronoun,
            self.is_plural, self.is_number, self.is_person, self.is_counted, self.bearer, self.trades,
        )  # fmt: skip


#: Weapons that nobody flies: the land before them is where they went off.
_LAID = frozenset("bomb bombs blast explosion explosions mine mines landmine landmines grenade grenades".split())


class Parties:
    """Reads parties off the noun phrases of one sentence."""

    def __init__(self, nouns: Nouns, text: Text, ontology: Ontology) -> None:
        self.nouns, self.text, self.ontology = nouns, text, ontology
        self.atoms = nouns.atoms
        self.known: dict[Noun, Party | None] = {}

    def of(self, noun: Noun) -> Party | None:
        """The actor that a noun phrase names; None where it names none."""
        if noun not in self.known:
            atoms = self.nouns.atoms
            none = atoms.words[noun.first] == "no" and atoms.tags[noun.first] == "d"  # "no group has claimed it"
            self.known[noun] = None if none else self._read(self.nouns.counted(noun))
        return self.known[noun]

    def _is_kin(self, noun: Noun, meaning: Meaning) -> bool:
        """'the mayor's mother, X': somebody said to be somebody's, who has a name of their own; no group's voice."""
        if noun.word.startswith("spokes") and meaning.hit is not None and meaning.hit.kind in ARMED_GROUPS:
            return False
        return noun.owner is not None and bool(noun.appositions) and bool(meaning.classes & {"person", "people"})

    def _by_name_beside(self, noun: Noun) -> Party | None:
        """The one person whom an apposition names."""
        for each in noun.appositions[:1]:
            named = self.of(each)
            if named is not None and ("proper" in self.nouns.of(each).classes or named.actor.kind == "person"):
                return named
        return None

    def _read(self, noun: Noun) -> Party | None:
        meaning = self.nouns.of(noun)
        classes = meaning.classes
        start, end = self._span(noun, meaning)
        name = self.text.raw[start:end]
        if pronoun := noun.word if "pronoun" in classes else pronoun_of(noun, self.atoms.words):
            return Party(Actor("", name, "person"), name, start, end, None, pronoun=pronoun)
        if noun.identity is None and self._is_the_group(noun, meaning):
            unnamed = Actor(f"unidentified.{slug(plural_of(noun.word))}", plural_of(noun.word), "insurgent")
            return Party(unnamed, name, start, end, "militant", pronoun="the group")
        if "means" in classes and not classes & {"people", "person"}:
            return self._by_weapon(noun, meaning, name, start, end)
        identified = self._identified(noun, noun.identity) if noun.identity is not None else None
        if identified is not None:
            return identified
        named = self._by_name_beside(noun) if self._is_kin(noun, meaning) else None
        if named is not None:
            return named
        actor = self._actor(noun, meaning, name)
        if actor is None:
            return None
        group, parts = self.group(noun, meaning)
        words = set(self.atoms.words[noun.first : noun.last])
        bearer, trades = self._bearer(noun, meaning)
        vague = bool(words & _SUSPECTED) or (meaning.hit is not None and meaning.hit.is_vague)
        is_number = noun.word in ("others", "other", "dead")
        is_person = self._is_person(meaning) and noun.word not in self.nouns.patterns.cues["one_body"]
        is_number |= "number" in classes and meaning.known is None and meaning.hit is None
        return Party(
            actor, name, start, end, group, parts, vague, "facility" in classes and meaning.hit is None,
            self._owner_pronoun(noun, meaning), meaning.is_plural, is_number, is_person,
            is_counted(self.atoms.words, self.atoms.tags, noun.first, noun.head), bearer, trades,
        )  # fmt: skip

    def _bearer(self, noun: Noun, meaning: Meaning) -> tuple[str, tuple[str, ...]]:
        """The name of a person, in the phrase or beside it ('a senator, Luis Ossorio'), and their trades."""
        trade = meaning.known if meaning.known is not None and "people" in meaning.known.classes else None
        if trade is not None and self._is_person(meaning) and noun.appositions:
            beside = self.of(noun.appositions[0])
            if beside is not None and beside.bearer and not beside.trades:
                return beside.bearer, (plural_of(noun.word),)
        first, last = own_name(self.nouns, noun, meaning)
        if first == last:
            return "", ()
        start, end = self.text.starts[self.atoms.first[first]], self.text.ends[self.atoms.last[last - 1] - 1]
        trades = (
            plural_of(word)
            for word in self.atoms.words[meaning.core : first]
            if word in self.nouns.patterns.lexicon.nouns
        )
        return " ".join(self.text.raw[start:end].split()), tuple(trades)

    def struck(self, noun: Noun) -> Party:
        """A town or a thing that is attacked where nobody is named: those whose it is."""
        meaning = self.nouns.of(noun)
        start, end = self._span(noun, meaning)
        name = self.text.raw[start:end]
        own = "place" in meaning.classes
        actor = Actor(f"civilians.{slug(name)}", name, "civilians") if own else self._owner(noun, meaning)
        return Party(actor, name, start, end, None, is_thing=True)

    def _identified(self, noun: Noun, identity: Noun) -> Party | None:
        """Attackers, or 'a group', under the name that the sentence gives them; of attackers it is a belief."""
        party, meaning = self.of(identity), self.nouns.of(identity)
        if noun.word not in self.nouns.patterns.cues["group_words"] and noun.word not in NAMED_BODIES:
            return None if party is None else replace(party, is_vague=True)
        if party is not None and party.actor.kind in ARMED_GROUPS:
            return party
        start, end = self._span(identity, meaning)
        return Party(self._group(meaning.core, identity.last), self.text.raw[start:end], start, end, "militant")

    def _is_person(self, meaning: Meaning) -> bool:
        """Whether a phrase names one human being."""
        classes, known = meaning.classes, meaning.known
        if meaning.is_plural or "number" in classes:
            return False
        if meaning.is_group:
            return False
        if known is not None and "people" in known.classes:
            return not known.is_body
        return bool(classes & {"person", "people"}) and "body" not in classes

    def _owner_pronoun(self, noun: Noun, meaning: Meaning) -> str:
        """'its fighters', 'the group's fighters', 'our fighters': whose they are, another sentence tells."""
        if meaning.hit is not None and meaning.hit.form != "role":
            return ""
        if noun.owner is not None:
            return "its" if self._is_the_group(noun.owner, self.nouns.of(noun.owner)) else ""
        before = self.atoms.words[noun.first : meaning.core]
        led = noun.word in HOMES_OR_POWERS or noun.word in FOLLOWERS
        his = led and ("his" in before or "her" in before)  # "said his country would leave"
        return "his" if his else "its" if "its" in before or "their" in before else "our" if "our" in before else ""

    def _by_weapon(self, noun: Noun, meaning: Meaning, name: str, start: int, end: int) -> Party | None:
        """'Russian missiles', 'Israeli jets': who fired or flew them."""
        owner = self._named_modifier(noun, meaning) or meaning.hit
        if owner is not None and owner.is_state_name and noun.word in _LAID:
            return None  # "Iraq market bomb kills six": where it went off
        crewed = noun.word in self.nouns.patterns.cues["crewed"]
        if crewed and owner is not None and owner.kind in _ARMED and self._is_of_force(owner):
            return Party(self._known(owner, ""), name, start, end, None)
        if owner is None or not (owner.country or owner.kind in ARMED_GROUPS):
            word = plural_of(self.nouns.patterns.lexicon.singulars.get(noun.word, noun.word))
            vehicle = Actor(f"unidentified.{slug(word)}", word, "unidentified")
            return Party(vehicle, name, start, end, None, is_thing=True) if crewed else None
        actor = self._known(owner, "")
        if owner.kind == "state" and owner.country is not None and meaning.hit is not None:
            actor = self.ontology.actors.get(f"military.{owner.country.lower()}") or actor
        return Party(actor, name, start, end, None)

    def _is_the_group(self, noun: Noun, meaning: Meaning) -> bool:
        """'the group', 'the outfit': whoever was named before."""
        before, words = self.atoms.words[noun.first], self.nouns.patterns.cues["group_words"]
        that = before in ("this", "that") and noun.word in NAMED_BODIES  # "that unit killed five guards"
        the = that or (before in ("the", "this", "that", "his", "her", "our") and noun.word in words)
        named = any(hit.form not in ("role", "adjective") for hit in meaning.modifiers)
        named = named or (meaning.hit is not None and meaning.hit.actor_id.startswith("group."))
        alone = noun.owner is None and the and not named and not noun.prepositions and not noun.appositions
        return alone and not self.nouns.is_written_as_name(noun)

    def _span(self, noun: Noun, meaning: Meaning) -> tuple[int, int]:
        """The characters of the name: the phrase without determiner and number."""
        first = meaning.core
        if noun.owner is not None and "facility" in meaning.classes:
            first = noun.owner.first
            while first < noun.head and self.atoms.tags[first] in "dvcKa":
                first += 1
        if noun.owner is not None and noun.word in _MEN and "proper" in self.nouns.of(noun.owner).classes:
            first = noun.owner.first  # "Shekau's men"
        start = self.text.starts[self.atoms.first[min(first, noun.last - 1)]]
        last = noun.last
        heads = noun.word in _HEADING
        if noun.prepositions and (heads or (meaning.known is not None and meaning.known.id in _NAMED_BY_OF)):
            word, other = noun.prepositions[0]
            hit = self._named_in(other)
            speaks = word == "for" and meaning.known is not None and meaning.known.id == "officials"
            named = hit is not None and hit.form != "role"
            named = named or (heads and any(map(self._capital, range(other.first, other.last))))
            if (word == "of" or speaks) and other.first == noun.last + 1 and named:
                last = other.last  # "a spokesman for the Taliban", "forces of the Government of National Accord"
        last = max(last, whose_behind(self.nouns, noun, meaning))
        return start, self.text.ends[self.atoms.last[last - 1] - 1]

    def _actor(self, noun: Noun, meaning: Meaning, name: str) -> Actor | None:
        classes = meaning.classes
        if "facility" in classes and (meaning.hit is None or meaning.hit.form == "role"):
            return self._owner(noun, meaning)
        group = self._wing(noun, meaning) or self._unknown_group(noun, meaning) or self._gang(noun, meaning)
        if group is not None:
            return group
        if meaning.hit is not None:
            told = self._for_whom(noun, meaning) or self._by_state(noun, meaning) or self._compatriots(noun, meaning)
            return told or self._known(meaning.hit, name)
        owner = self._named_modifier(noun, meaning)
        if (
            classes & {"people", "person", "body", "military", "police", "militants", "official", "number"}
            and "proper" not in classes
        ):
            return self._by_role(noun, meaning, owner)
        titled = self._titled(noun, meaning)
        if titled is not None:
            return titled
        if "proper" in classes and self.nouns.mixed_case and (name.isupper() or "person" not in classes):
            return Actor(f"group.{slug(name)}", name, "organisation")
        if "proper" in classes:
            return Actor(f"person.{slug(name)}", name, "person")
        return None

    def _for_whom(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """'a spokesman for the Taliban' speaks and acts for them."""
        known, hit = meaning.known, meaning.hit
        serves = known is not None and (known.id in _SPEAK_OR_FIGHT_FOR or noun.word in _OF_GROUPS)
        if not serves or hit is None or hit.form != "role":
            return None
        owner = self._named_modifier(noun, meaning)
        if owner is None or owner.kind in ("state", "government", "person"):
            return None
        return self._known(owner, "") if owner.form != "role" or owner.actor_id.startswith("group.") else None

    def _by_state(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """'the Government of India', 'the army of Chad': a role that its complement gives a country."""
        hit = meaning.hit
        if (
            hit is None
            or hit.form != "role"
            or hit.country is not None
            or hit.kind not in ("government", "military", "police")
        ):
            return None
        owner = self._named_modifier(noun, meaning)
        if owner is None or owner.country is None or owner.kind != "state":
            return None
        stem = f"{hit.kind}.{owner.country.lower()}"
        return self.ontology.actors.get(stem) or Actor(stem, f"{hit.kind} of {owner.country}", hit.kind, owner.country)

    def _titled(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """'Union Home Minister Amit Shah' acts for the government, 'Maj. Nadeem Bhatti' for the army."""
        if meaning.known is not None or meaning.hit is not None:
            return None
        for index in range(noun.head - 1, meaning.core - 1, -1):
            known, _ = self.nouns.class_at(index, meaning.core)
            hit = self.nouns.spans.hit_at(self.atoms.first[index])
            if known is None or "people" not in known.classes:
                continue
            if hit is not None:
                return self._known(hit, "")
            owner = self._named_modifier(noun, meaning)
            return self._by_class(known, self.atoms.words[index], owner)
        return None

    def _wing(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """'the Islamic State group', 'the military wing of Hamas': the group that is named."""
        if noun.word == "side" and meaning.modifiers:
            return self._known(meaning.modifiers[-1], "")  # "the Kyrgyz side"
        if noun.word not in self.nouns.patterns.cues["wing_words"]:
            return None
        if meaning.hit is not None and meaning.hit.actor_id.startswith("group."):
            return self._known(meaning.hit, "")
        named = (h for h in meaning.modifiers if h.form != "adjective")
        hits = [h for h in named if h.form != "role" or h.actor_id.startswith("group.")]  # "FMLN guerrilla groups"
        for word, other in noun.prepositions[:1]:
            hit = self.nouns.of(other).hit
            if word == "of" and hit is not None and hit.kind in ("insurgent", "militia", "party", "organisation"):
                hits.append(hit)
        return self._known(hits[-1], "") if hits else None

    def _unknown_group(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """A group that no list knows: 'armed separatist group X', 'the People's Y Front'."""
        if meaning.hit is not None and meaning.hit.form != "role":
            return None
        words = self.atoms.words
        for index in range(meaning.core, noun.head):
            if (
                words[index] in self.nouns.patterns.cues["group_words"]
                and self._capital(index + 1)
                and not self._capital(index)
            ):
                return self._group(index + 1, noun.last)
        if (
            words[noun.head] in self.nouns.patterns.cues["group_names"]
            and self._capital(noun.head)
            and self.nouns.mixed_case
        ):
            start, last = noun.head, name_behind(self.nouns, noun)
            while start > meaning.core and self._capital(start - 1):
                start -= 1
            if meaning.hit is not None and meaning.hit.first <= self.atoms.first[start]:
                return None  # "killed by Security Forces"
            if last > noun.last:
                return self._group(start, last)
            if noun.head - start >= 1 and not self._nationality(start, noun.head):
                return self._group(start, noun.last)
        return None

    def _gang(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """'the Black Cobra gang', 'men of the Black Cobra gang': a name before a small word for a group."""
        head, spans = noun.head, self.nouns.spans
        if noun.word in _MEN and noun.prepositions and noun.prepositions[0][0] in ("of", "from"):
            other = noun.prepositions[0][1]
            inner = self.nouns.of(other)
            return self._gang(other, inner) if other.word in _GANGS else self._unknown_group(other, inner)
        if noun.word not in _GANGS or not self.nouns.mixed_case or self._capital(head):
            return None
        start = head
        while start > meaning.core and self._capital(start - 1):
            start -= 1
        placed = any(self.atoms.first[i] in spans.covering for i in range(start, head))
        return None if start == head or placed else self._group(start, head)

    def _group(self, first: int, last: int) -> Actor:
        words = self.atoms.words[first:last]
        kind = "military" if words[0] in _OF_STATE and words[-1] in _FORCE_NAMES else "insurgent"
        whole = self.text.raw[self.text.starts[self.atoms.first[first]] : self.text.ends[self.atoms.last[last - 1] - 1]]
        name = " ".join(whole.split())
        return Actor(f"group.{slug(name)}", name, kind)

    def _nationality(self, first: int, last: int) -> bool:
        """Whether a name is nothing but a nationality and a force: 'the Lebanese Army'."""
        return last - first == 1 and self.ontology.actors.nationality(self.atoms.words[first]) is not None

    def _capital(self, atom: int) -> bool:
        return atom < len(self.atoms.first) and begins_name(self.text.raw, self.text.starts[self.atoms.first[atom]])

    def _known(self, hit: Hit, name: str) -> Actor:
        known = self.ontology.actors.get(hit.actor_id)
        if hit.form == "role" and hit.country is None and hit.kind in _UNNAMED and "-" not in hit.actor_id:
            return self._unnamed(hit, known)
        return known or Actor(hit.actor_id, name, hit.kind, hit.country)

    def _unnamed(self, hit: Hit, known: Actor | None) -> Actor:
        """People whom nobody names, by the word that the text has for them: 'peasants', 'gunmen'."""
        words = self.text.words[hit.first : hit.last]
        word = words[words.index("of") - 1] if "of" in words[1:] else words[-1]  # "members of parliament"
        singular = self.nouns.patterns.lexicon.singulars.get(word, word)
        several = word if singular != word else plural_of(word)
        others = forms_with((known.name, *known.aliases), singular, several) if known is not None else ()
        return Actor(f"{hit.actor_id.split('.')[0]}.{slug(several)}", several, hit.kind, None, others)

    def _named_modifier(self, noun: Noun, meaning: Meaning) -> Hit | None:
        """The actor named before the head: 'BLA' of 'BLA fighters', 'Chinese' of 'the Chinese consulate'."""
        if meaning.modifiers:
            return meaning.modifiers[-1]
        if noun.owner is not None:
            inner = self.nouns.of(noun.owner)
            return inner.hit or (inner.modifiers[-1] if inner.modifiers else None)
        for word, other in noun.prepositions[:1]:
            hit = self.nouns.of(other).hit
            if word == "of" and hit is not None and hit.country and hit.kind in ("state", "government"):
                return hit
            loyal = word == "to" and noun.last < other.first and self.atoms.words[other.first - 2] in _LOYAL
            if loyal and hit is not None and hit.form != "role":
                return hit
            fights = noun.word in _OF_GROUPS or (
                meaning.known is not None and meaning.known.id in ("militants", "militia", "gunmen")
            )
            leads = word == "of" and noun.word in _HEADING
            armed = hit is not None and hit.kind in ARMED_GROUPS and (fights or hit.form != "role")
            if armed and ((fights and word in ("from", "of", "with")) or leads):
                return hit
            speaks = meaning.known is not None and meaning.known.id == "officials" and word in ("for", "of")
            hit = self._named_in(other)
            if speaks and hit is not None and hit.form != "role":
                return hit
        return None

    def _named_in(self, noun: Noun) -> Hit | None:
        """The actor that a phrase names, or that stands before a person's name: 'the spokesman of X Ali Khan'."""
        meaning = self.nouns.of(noun)
        named = (
            [hit for hit in meaning.modifiers if hit.form in ("name", "acronym")] if "proper" in meaning.classes else []
        )
        return meaning.hit or next(iter(named), None)

    def _by_role(self, noun: Noun, meaning: Meaning, owner: Hit | None) -> Actor:
        return self._by_class(meaning.known, self.atoms.words[noun.head], owner)

    def _compatriots(self, noun: Noun, meaning: Meaning) -> Actor | None:
        """'an American', 'three Chinese': people of a country, not the country."""
        hit = meaning.hit
        if hit is None or hit.country is None or not hit.is_nationality:
            return None
        counted = meaning.count is not None or self.atoms.words[noun.first] in ("a", "an")
        return self.ontology.actors.get(f"civilians.{hit.country.lower()}") if counted else None

    def _by_class(self, known: NounClass | None, word: str, owner: Hit | None) -> Actor:
        """The actor that a noun for people names, with the actor named before it."""
        singular = self.nouns.patterns.lexicon.singulars.get(word, word)
        whole = owner is not None and owner.kind in ("military", "police") and word in _OF_IT  # "CRPF personnel"
        bodies = ("insurgent", "militia", "organisation", "party", "media")
        if owner is not None and (whole or owner.kind in bodies) and owner.form != "role":
            return self._known(owner, "")
        country = owner.country if owner is not None else None
        if known is None and word in self.nouns.patterns.cues["wing_words"]:
            return self._nobody("unidentified", "militia", singular, country, is_body=True)
        stem = (known.actor or "unidentified") if known is not None else "civilians"
        if known is not None and stem in ("military", "police", "government") and country:
            found = self.ontology.actors.get(f"{stem}.{country.lower()}")
            return found or Actor(
                f"{stem}.{country.lower()}", f"{stem} of {country}", known.kind or "unidentified", country
            )
        if known is None or known.kind == "civilians":
            return self._nobody("civilians", "civilians", singular, country)
        return self._nobody("unidentified", known.kind or "unidentified", singular, country, is_body=known.is_body)

    def _nobody(self, stem: str, kind: str, singular: str, country: str | None, *, is_body: bool = False) -> Actor:
        """People or a body without a name: 'peasants', 'Salvadoran leaders', 'government'."""
        several = plural_of(singular)
        name, others = singular if is_body else several, ("civilians",) if stem == "civilians" else ()
        whose = self.ontology.actors.adjectives.get(country) if country is not None else None
        if whose is None or country is None:
            return Actor(f"{stem}.{slug(several)}", name, kind, None, others)
        return Actor(f"{stem}.{slug(several)}-{country.lower()}", f"{whose} {name}", kind, country, (several, *others))

    def _owner(self, noun: Noun, meaning: Meaning) -> Actor:
        """Whose a thing is: of the actor named before it, else of those who usually have such things."""
        owner, common = self._named_modifier(noun, meaning), "civilians_facility" in meaning.classes
        if owner is not None and not (common and owner.kind == "state" and owner.form in ("name", "metonym")):
            return self._known(owner, "")  # but "a Congo church" is no state's
        if meaning.hit is not None:
            return self._known(meaning.hit, "")
        inner = next((self.nouns.of(n) for w, n in noun.prepositions[:1] if w == "of"), None)
        behind = next((h for h in (inner.hit, *inner.modifiers) if h is not None), None) if inner is not None else None
        if behind is not None and behind.form != "role" and behind.kind in _OWN_THINGS:
            return self._known(behind, "")  # "positions of Hezbollah", "a convoy of the UN mission"
        known = meaning.known
        word = self.atoms.words[noun.head]
        singular = self.nouns.patterns.lexicon.singulars.get(word, word)
        kind = _OWNERS.get(known.owner or "civilians", "civilians") if known is not None else "civilians"
        stem = kind if kind == "civilians" else "unidentified"
        several, whose = plural_of(singular), _OF_THEM.get(kind, "")
        name = several if several.startswith(whose) else f"{whose} {several}"  # "civilian houses", "military posts"
        return Actor(f"{stem}.{slug(several)}", name, kind, None, (several,))

    def _is_of_force(self, owner: Hit) -> bool:
        """'an army helicopter', 'a junta jet': of whom, though no name says of which country's."""
        return owner.form == "role" and self.text.words[owner.first] not in self.nouns.patterns.cues["crewed"]

    def _of_force(self, noun: Noun) -> str | None:
        """'one of the men of the guard corps', 'members of the brigade': who serve in a force count with it."""
        inner = next((n for word, n in noun.prepositions[:1] if word in ("of", "from")), None)
        hit = self.nouns.of(inner).hit if inner is not None else None
        return self._serving(hit) if hit is not None else None

    def _serving(self, hit: Hit) -> str | None:
        """The group of those who serve in a body; militias that fight on a state's side are among its forces."""
        loyal = hit.kind == "militia" and self.ontology.actors.side(hit.actor_id).startswith("state.")
        return "security_force" if loyal else _SERVING.get(hit.kind)

    def _of_fighters(self, meaning: Meaning) -> bool:
        """Whether somebody belongs to an armed group named before the noun, as one who leads or fights."""
        known = meaning.known
        leads = known is None or bool(known.classes & {"military", "militants"}) or "official" in known.classes
        return leads and any(self._serving(hit) == "militant" and hit.form != "role" for hit in meaning.modifiers)

    def _named_group(self, noun: Noun, meaning: Meaning) -> str:
        """The group of somebody named: by rank or trade before or behind the name ('Sgt. X', 'X, a policeman')."""
        for index in range(noun.head - 1, meaning.core - 1, -1):
            title, _ = self.nouns.class_at(index, meaning.core)
            if title is not None and title.group is not None and "people" in title.classes:
                return title.group
        for other in noun.appositions:
            known = self.nouns.of(other).known
            group = self.group(other, self.nouns.of(other))[0] if known is not None else None
            if group not in (None, "unknown") and self._is_person(self.nouns.of(other)):
                return group or "civilian"
        return rank_told_before(self.text, self.atoms.last[noun.head] - 1, self.nouns.patterns.lexicon) or "civilian"

    def _at_head(self, noun: Noun, group: str | None) -> str | None:
        """'the head of the military police' is one of them, whatever a head is else."""
        leads = noun.word in _AT_HEAD and group in (None, "unknown", "civilian")
        return (leads and self._of_force(noun)) or group

    def _of_group(self, noun: Noun) -> str | None:
        """'ten members of the Patino group': who belongs to a group that nobody knows bears arms."""
        words = self.atoms.words[noun.first : noun.head]
        return "militant" if noun.word in _GROUPS and any("members of" in word for word in words) else None

    def _is_foreign(self, noun: Noun, hit: Hit | None) -> bool:
        """'foreign workers', 'a Syrian national': who is at home is not called so."""
        national = hit is not None and hit.country is not None and noun.word in ("national", "nationals")
        return national or not self.nouns.patterns.lexicon.foreign.isdisjoint(self.atoms.words[noun.first : noun.last])

    def group(self, noun: Noun, meaning: Meaning) -> tuple[str | None, tuple[str, ...]]:
        """The victim group of the people that a phrase counts, and the parts of it that they are."""
        parts: list[str] = []
        group: str | None = None
        hit = meaning.hit
        role = self.ontology.actors.roles.get(hit.role) if hit is not None and hit.role else None
        if role is not None:
            armed = role.victim_group == "militant" and noun.word not in _FIGHT  # "terrorists of the Defence Force"
            own = self._serving(hit) if hit is not None and not armed else None
            group, parts = own or role.victim_group, list(role.parts)  # "five army members", "a police official"
        known = meaning.known
        if known is not None and known.group is not None and (group is None or group == "unknown"):
            group = known.group
        if known is not None and known.part is not None and known.part not in parts:
            parts.append(known.part)
        if group is None and hit is not None:
            group = self._serving(hit) or ("civilian" if hit.form == "demonym" or hit.is_nationality else None)
        if group is None and "proper" in meaning.classes:
            group = self._named_group(noun, meaning)
        if group in (None, "unknown", "security_force", "civilian") and self._of_fighters(meaning):
            group = "militant"  # "a Taliban commander"
        whose = [*meaning.modifiers, *([hit] if hit is not None else [])]
        if group == "militant" and any(each.kind == "militia" and self._serving(each) != group for each in whose):
            group = "security_force"  # fighters of a militia on the state's side
        if group in (None, "unknown") and noun.word in _MEN:
            serving = (self._serving(hit) for hit in meaning.modifiers)  # "three CRPF men"
            group = self._of_force(noun) or next((each for each in serving if each is not None), None)
        group = self._at_head(noun, group) or self._of_group(noun)
        if self._is_foreign(noun, hit) and "foreign_national" not in parts:
            parts.append("foreign_national")
        return group, tuple(parts)


#: First and last words of the names of a state's forces: "the Border Guard", "the Southern Command".
_OF_STATE = frozenset(
    "border coast national presidential republican civil royal state federal home imperial frontier central northern "
    "southern eastern western north-western north-eastern south-western south-eastern joint special rapid mechanised "
    "mechanized armored armoured airborne infantry provincial municipal regional internal".split()
)
_FORCE_NAMES = frozenset("guard guards command force forces battalion brigade division corps regiment police".split())
_LOYAL = frozenset({"loyal", "allied", "linked", "close", "faithful"})
#: The group of those who serve in a body of some kind.
_SERVING = {"military": "security_force", "police": "security_force", "insurgent": "militant", "militia": "militant"}
_GANGS = frozenset({"gang", "cartel", "militia", "mob", "outfit", "faction"})
_GROUPS = frozenset({"group", "gang", "cartel", "faction", "outfit"})
_OF_IT = frozenset("personnel man men member members officer officers official officials troops".split())
_FIGHT = _OF_IT | {"fighter", "fighters"}  # "Peshmerga fighters"
_MEN = frozenset("fighters gunmen militants man men woman women members member personnel people staff".split())
_OWN_THINGS = frozenset({"insurgent", "militia", "military", "organisation", "party", "police", "media"})
_OF_GROUPS = frozenset("men elements members soldiers troops forces commando commandos".split())  # "men of the ADF"
_AT_HEAD = frozenset({"head", "chief", "commander", "leader", "deputy", "director", "chiefs", "commanders", "leaders"})
