"""Whom a word or a deed without arms is for: 'rejected X's proposal', 'aid for X', 'a strike against X's law'.

What belongs here: the target of such an event where no part of its frame names one, and the land that it is done to.
What does not: attacks and their targets (events.py), and who says something (speakers.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.events import Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun
from sitrep.ontology.event_type import EventTypes

_ADDRESSED = frozenset(
    {"of", "from", "by", "for", "to", "with", "against", "on", "among", "between", "toward", "towards"}
)
_MEANT = frozenset({"actor", "state", "official", "people", "military", "police", "militants", "body"})
_NAMED = frozenset({"state", "named", "proper"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_OWN = frozenset({"its", "his", "her", "their", "our"})
_PROTESTING = frozenset({"in defiance of", "in protest against", "in protest at"})
_FACING = _PROTESTING | {"in front of"}
_BEHIND = _PROTESTING | frozenset("to for with against from of as on over at between".split())
_DEALT_WITH = frozenset({"with", "against", "between", "among", "toward", "towards", "to", "from"})
_SENT_TO = frozenset({"to", "with", "against"})
_IF = frozenset({"if", "unless", "until"})
_TALKING = frozenset({"after", "following", "at", "during", "in"})
_TELLING = frozenset({"tell", "inform", "assure", "notify"})
#: Prepositions by which a clause says which land or town a measure is laid on.
_ONTO = frozenset({"in", "into", "to", "from", "on", "over", "along", "with", "out of", "near", "off", "close to"})
_BY = frozenset({"off", "near", "of", "around", "between", "with"})
_OUT_OF = frozenset({"from", "out of"})
_BONDS = frozenset({"relations", "ties"})
#: What is sent, and not whom it is for: "ready to send troops to X".
_SENDING = frozenset("send contribute dispatch deploy provide lend commit supply withdraw pull move bring".split())
#: The rule by which a land itself is a target, though it is no party.
LAND = "clause.land"


class Addressees:
    """Adds targets to the events of one sentence that are told by verbs and have none, or none with a name."""

    def __init__(self, matcher: Matcher, nouns: Nouns, types: EventTypes) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.words = nouns.atoms.words

    def find(self) -> None:
        """Gives each event without a target the first that its words name."""
        for event in list(self.matcher.events):
            clause = event.clause
            self._name_doer(event)
            self._name_talker(event)
            violent = self.types[event.event_type].event_class == "violent"
            self._find_of_noun(event, violent=violent)
            if violent or clause is None or event.verb is None:
                continue
            self._part_bonds(event)
            known = [*self._targets(event)]
            if not known:
                beside = any(self._is_meant(n, event) for n in self._beside(clause))
                known = self._give(event, next((n for n in self._about(clause) if self._is_meant(n, event)), None))
                if known and not beside and any(map(self._is_named, known)):
                    self._name_land(event, clause, known)  # "is on alert in X to forestall unrest of Y"
            if not any(map(self._is_named, known)):
                self._name(event, clause, known)
            if event.verb.modal:
                self._give(event, self._warned(event, clause))
                if not any(map(self._is_named, self._targets(event))):
                    self._give(event, self._told(clause))

    def _find_of_noun(self, event: Event, *, violent: bool) -> None:
        """The targets of an event that a noun tells."""
        if event.noun is None:
            return
        if not violent:
            self._pass_on(event)
        if event.event_type == "sanction" and not event.roles_of("target"):
            self._give(event, next((n for n in self._traded_with(event.noun) if self._is_meant(n, event)), None))
        if not violent and not event.roles_of("target"):
            self._give(event, next((n for n in self._named_in(event) if self._is_meant(n, event)), None))

    def _warned(self, event: Event, clause: Clause) -> Noun | None:
        """'would expel the inspectors if X imposed sanctions': on whom it hangs, X, is whom it is said to."""
        told = {id(n) for role, n in event.roles if role == "target"}
        hangs = (c.subject for c in clause.children if c.kind == "subordinate" and c.marker in _IF and c.subject)
        meant = (n for n in hangs if id(n) not in told and self._is_meant(n, event))
        return next((n for n in meant if n.word not in _PRONOUNS and not self._is_doers(n, event)), None)

    def _is_doers(self, noun: Noun, event: Event) -> bool:
        """Whether a phrase names a doer again."""
        return any(n.word == noun.word for role, n in event.roles if role == "perpetrator")

    def _name_doer(self, event: Event) -> None:
        """'the EU's sanctions on X were extended', 'US aid to X was halted': who so dealt with a measure of its own."""
        noun, clause = event.acted, event.clause
        if noun is None or clause is None or noun is not clause.subject or not clause.is_passive:
            return
        if not event.roles_of("perpetrator"):
            doers = [*([noun.owner] if noun.owner is not None else []), *self._nationality(noun)]
            event.roles = [(role, n) for role, n in event.roles if all(n is not doer for doer in doers)]
            for doer in doers:
                if self.nouns.of(doer).classes & _MEANT:
                    event.how[id(doer)] = "frame.owner"
                    event.roles.append(("perpetrator", doer))

    def _name_talker(self, event: Event) -> None:
        """'After talks with X, Y said', 'at a meeting with X, Y called for': who so acts is who met them."""
        noun, clause = event.noun, event.clause
        if noun is None or clause is None or clause.verb is None or clause.verb.is_passive or clause.subject is None:
            return
        if not self.types[event.event_type].has("is_mutual") or event.roles_of("perpetrator"):
            return
        beside = any(n is noun and word in _TALKING for word, n in clause.prepositions)
        if beside and event.roles_of("target") and self._is_meant(clause.subject, event):
            event.how.setdefault(id(clause.subject), "clause.talker")
            event.roles.append(("perpetrator", clause.subject))

    def _pass_on(self, event: Event) -> None:
        """'X's rejection of a plan by Y': the plan is Y's."""
        noun, frame = event.noun, event.trigger.frame.noun
        if noun is None or noun.owner is None or frame.get("owner") != "perpetrator":
            return
        if [word for word, _ in noun.tail[:2]] == ["of", "by"]:
            maker = noun.tail[1][1]
            event.roles = [("target" if each is maker else role, each) for role, each in event.roles]

    def _told(self, clause: Clause) -> Noun | None:
        """'X told Y that it would send engineers': Y, if it names no reporter."""
        outer = clause.parent if clause.kind == "complement" else None
        if outer is None or outer.verb is None or outer.verb.lemma not in _TELLING or outer.verb.is_passive:
            return None
        told = outer.object
        named = told is not None and self._is_named(told) and "media" not in self.nouns.of(told).classes
        return told if named else None

    def _named_in(self, event: Event) -> Iterator[Noun]:
        """'X's rejection of the Israeli plan', 'criticism of a decision by Y': whose it is that a noun is done to."""
        if event.noun is None:
            return
        to_do = next(
            (n for word, n in event.noun.tail if word == "for" and self.words[n.last : n.last + 1] == ["to"]), None
        )
        if to_do is not None and self.types[event.event_type].has("has_content"):
            yield to_do  # "a call for militias to disarm"
        for word, each in event.noun.tail[:1]:
            if event.trigger.frame.noun.get(word) == "target":
                yield from self._inside(each)
        for child in event.clause.children if event.clause is not None else ():
            if child.kind == "infinitive" and child.subject is event.noun and child.verb is not None:
                yield from self._done_to(child)  # "X's refusal to talk to Y"

    def _traded_with(self, noun: Noun) -> Iterator[Noun]:
        """'a ban on imports of fish from X', 'an embargo on the sale of arms to X'."""
        for word, each in noun.tail:
            if word.replace(" ", "_") in self.matcher.patterns.cues["realis_prepositions"]:
                return
            if word in _DEALT_WITH:
                yield each

    def _part_bonds(self, event: Event) -> None:
        """'Relations between X and Y were severed': nothing is done to relations, and X and Y did it."""
        bonds = [noun for role, noun in event.roles if role == "target" and noun.word in _BONDS]
        for noun in bonds:
            event.roles.remove(("target", noun))
            sides = [each for word, n in noun.tail if word == "between" for each in (n, *n.coordinated)]
            role = "target" if event.roles_of("perpetrator") else "perpetrator"
            event.roles += [(role, each) for each in sides if self._is_meant(each, event)]

    def _name(self, event: Event, clause: Clause, known: list[Noun]) -> None:
        """Adds whom the words name to targets that only a common noun tells: 'officers' of 'officers for X'."""
        kind = self.types[event.event_type]
        inside = [n for noun in known for n in self._inside(noun)]
        told = [] if known and kind.has("takes_toll") else [*inside, *self._about(clause)]
        named = next((n for n in told if self._is_named(n) and self._is_meant(n, event)), None)
        if named is not None:
            self._give(event, named)
        else:
            self._name_land(event, clause, known)

    def _name_land(self, event: Event, clause: Clause, known: list[Noun]) -> None:
        """Adds the land that a measure is laid on, or where forces are."""
        if self.types[event.event_type].has("is_laid_on_lands"):
            lands = [n for n in self._lands(event, clause, known) if self._is_land(n, event)]
            if any(
                map(self._is_attack, (n for o in clause.objects for n in (o, *(n for w, n in o.tail if w == "of"))))
            ):
                lands = [n for n in lands if self._is_state(n)]  # "investigates the blast in Cali"
            land = next(iter(lands), None)
            if land is not None:
                event.how[id(land)] = LAND
                event.roles.append(("target", land))

    def _give(self, event: Event, found: Noun | None) -> list[Noun]:
        meant = [n for n in (found, *found.coordinated) if self._is_meant(n, event)] if found is not None else []
        for noun in meant:
            event.how.setdefault(id(noun), "clause.addressee")
            event.roles.append(("target", noun))
        return meant

    def _targets(self, event: Event) -> Iterator[Noun]:
        """The targets that a frame gave, but for what is the doer's own: 'offered its troops to X'."""
        yield from (n for role, n in event.roles if role == "target" and not self._is_own(n))

    def _is_own(self, noun: Noun) -> bool:
        return self.words[noun.first] in _OWN and not self.nouns.of(noun).modifiers

    def _is_meant(self, noun: Noun, event: Event) -> bool:
        classes = self.nouns.of(noun).classes
        doers = [n for role, n in event.roles if role == "perpetrator"]
        return bool(classes & _MEANT) and "event" not in classes and noun not in doers and not self._is_own(noun)

    def _is_named(self, noun: Noun) -> bool:
        """Whether a phrase says who they are, by name or by country: 'the Somali army', not 'officers'."""
        meaning = self.nouns.of(noun)
        hit = meaning.hit
        told = hit is not None and (hit.form != "role" or hit.country is not None)
        return told or bool(meaning.classes & _NAMED) or any(h.form != "role" for h in meaning.modifiers)

    # ---- lands
    def _lands(self, event: Event, clause: Clause, known: list[Noun]) -> Iterator[Noun]:
        """The places behind the verb: 'lifted a curfew in X', 'massed troops on the border with X'."""
        main = clause.verb.main if clause.verb is not None else 0
        sides = [n for n in event.roles_of("perpetrator") if self._is_named(n)]
        agreed = bool(sides) and clause is event.clause and self.types[event.event_type].has("is_mutual")
        for noun in (*known, *clause.objects):
            if noun.owner is not None:
                yield noun.owner
        for noun in clause.objects:  # "blockades X", "annexed part of X"
            yield from (n for n in (noun, *(n for word, n in noun.tail[:1] if word == "of")) if self._is_state(n))
        frame = event.trigger.frame.verb
        leaves = frame.get("from") == "target" and frame.get("object") == "troops"
        for child in clause.children:
            if child.kind == "infinitive" and child.verb is not None and not any(map(self._is_named, known)):
                yield from self._lands(event, child, known)  # "agreed to build a dam in X"
        for word, noun in clause.prepositions:
            if word.replace(" ", "_") in self.matcher.patterns.cues["realis_prepositions"]:
                return
            onto = (word in _ONTO and not (agreed and word == "in")) or word.endswith("border with")
            if (word in _OUT_OF if leaves else onto) and noun.first > main:
                yield noun
                yield from self._nationality(noun)  # "along the Turkish border"
                yield from (n for near, n in noun.tail[:1] if near in _BY)  # "to the waters off X"
        yield from (n for noun in known for word, n in noun.tail[:1] if word == "of")  # "sealed off the town of X"

    def _is_attack(self, noun: Noun) -> bool:
        told = self.matcher.by_noun.get(id(noun))
        return told is not None and self.types[told.event_type].event_class == "violent"

    def _is_state(self, noun: Noun) -> bool:
        return "state" in self.nouns.of(noun).classes

    def _is_land(self, noun: Noun, event: Event) -> bool:
        classes = self.nouns.of(noun).classes
        doers = {self.words[n.head] for role, n in event.roles if role == "perpetrator"}
        return bool(classes & {"place", "state"}) and noun.word not in doers

    # ---- what a clause is about
    def _about(self, clause: Clause) -> Iterator[Noun]:
        """The noun phrases inside a clause's objects and the clauses below it, the nearest first."""
        yield from self._beside(clause)
        for child in clause.children:
            spoken_of = child.kind == "complement" or (child.kind == "subordinate" and child.marker in _IF)
            own = child.subject is not None and (
                child.subject.word in _PRONOUNS or self._acts_for(clause.subject, child)
            )
            if spoken_of and child.subject is not None and not own:
                yield child.subject
            passive = child.verb is not None and child.verb.is_passive and child.kind == "participle"
            if passive and child.subject is clause.subject and clause.subject is not None:
                continue  # "the rebels, backed by X, advanced"
            if child.kind in ("infinitive", "participle") and child.verb is not None:
                yield from self._done_to(child)
                yield from self._about(child)
            elif child.kind == "relative" and child.antecedent in clause.objects:
                yield from self._offered_by(child)
            elif child.kind == "complement" and own and child.verb is not None and not child.verb.is_passive:
                yield from self._done_to(child)  # "warned that it would punish X"
                yield from self._beside(child)

    def _offered_by(self, clause: Clause) -> Iterator[Noun]:
        """'accounts that belong to X', 'the plan that X put forward', 'an offer which was made by X'."""
        if clause.verb is None:
            return
        told = "by" if clause.verb.is_passive else "to" if clause.verb.lemma == "belong" else ""
        yield from (noun for word, noun in clause.prepositions if word == told)
        if not told and clause.subject is not None and clause.subject is not clause.antecedent:
            yield clause.subject

    def _acts_for(self, doer: Noun | None, child: Clause) -> bool:
        """'Russia's envoy said that Russia will stop aid to X', 'that soldiers will fire on X': one's own side acts."""
        subject, verb = child.subject, child.verb
        if doer is None or subject is None or verb is None or verb.is_passive or not verb.modal:
            return False
        meaning, own = self.nouns.of(subject), self.nouns.of(doer)
        if meaning.classes & {"military", "police"} and not self._is_named(subject):
            return True
        homes = {self.nouns.of(n).hit for n in (doer, doer.owner) if n is not None}
        lands = {hit.country for hit in (*homes, *own.modifiers) if hit is not None} - {None}
        return meaning.hit is not None and meaning.hit.country in lands

    def _done_to(self, clause: Clause) -> Iterator[Noun]:
        """'ready to mediate between X and Y', 'would turn X into a sea of fire': with whom a clause below deals."""
        sends = clause.verb is not None and clause.verb.lemma in _SENDING
        yield from (n for n in clause.objects if not (sends and self._is_force(n)))
        for word, noun in clause.prepositions:
            if word.replace(" ", "_") in self.matcher.patterns.cues["realis_prepositions"]:
                return
            if sends and self._is_force(noun):
                continue  # "to a force in X"
            if word in _DEALT_WITH or (word == "by" and clause.verb is not None and clause.verb.is_passive):
                yield noun  # "rejected a truce offered by X"

    def _is_force(self, noun: Noun) -> bool:
        """Whether a phrase names forces that are sent, without saying whose."""
        return bool(self.nouns.of(noun).classes & {"military", "police"}) and not self._is_named(noun)

    def _beside(self, clause: Clause) -> Iterator[Noun]:
        main = clause.verb.main if clause.verb is not None else 0
        behind = [(word, noun) for word, noun in clause.prepositions if noun.first > main]
        yield from (noun for word, noun in behind if word in _FACING)
        if clause.verb is not None and clause.verb.is_passive and clause.subject is not None:
            yield from self._inside(clause.subject)  # "an offer from X was rejected"
            if not self.nouns.of(clause.subject).classes & _MEANT:
                yield from (noun for word, noun in behind if word in _SENT_TO)  # "a protest was lodged with X"
        for holder in (*clause.objects, *(n for word, n in behind if word in _BEHIND)):
            yield from self._inside(holder)

    def _inside(self, holder: Noun) -> Iterator[Noun]:
        """'the French mediation', 'X's proposal', 'the march of the students', 'an offer from X'."""
        if holder.owner is not None:
            yield holder.owner
        yield from self._nationality(holder)
        told = self.matcher.by_noun.get(id(holder))
        if told is not None and told.host is None:  # of "the curfew, approved by X, was imposed" X is a doer
            yield from (noun for role, noun in told.roles if role in ("perpetrator", "party"))
        for word, noun in holder.tail:
            if word.replace(" ", "_") in self.matcher.patterns.cues["realis_prepositions"]:
                return  # "blockades in X following the shooting of Y"
            if word == "in":
                yield from self._nationality(noun)  # "conditions in Israeli jails"
            if word in _ADDRESSED:
                yield noun
                if noun.owner is not None:
                    yield noun.owner
                yield from self._nationality(noun)

    def _nationality(self, noun: Noun) -> Iterator[Noun]:
        """'French mediation', 'a Security Council resolution': who is named before it; not 'the Kampala blasts'."""
        attack = self._is_attack(noun)
        for hit in self.nouns.of(noun).modifiers:
            if attack and hit.form == "metonym":
                continue
            if hit.country is not None or hit.form in ("name", "acronym") or hit.kind == "government":
                yield self.nouns.phrase_of(hit)
