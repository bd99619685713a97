"""Events of one sentence to drafts of mentions: who, how many, when, where, who says so.

What belongs here: bringing an event's parts together in one draft. What does not: finding events (events.py, tolls.py)
and other sentences (story.py).
"""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.extract import avowals, telling
from sitrep.extract.acts import place_by_sentence, place_of_act
from sitrep.extract.addressees import LAND
from sitrep.extract.avowals import deed_before, for_whom
from sitrep.extract.binding import Binder
from sitrep.extract.casualties import Casualties
from sitrep.extract.claiming import Claim, claims_nothing
from sitrep.extract.clause import Clause
from sitrep.extract.contents import Contents
from sitrep.extract.crowds import anonymous, arrests, crowd
from sitrep.extract.draft import Draft, Part, is_of_a_year
from sitrep.extract.elided import name_doers
from sitrep.extract.event import Event, is_answered
from sitrep.extract.fates import BODIES
from sitrep.extract.foiling import turned
from sitrep.extract.killers import group_of_harmed, role_before
from sitrep.extract.loose import has_own_dead, place_loose, set_arrival, time_loose
from sitrep.extract.mishaps import is_mishap
from sitrep.extract.named_places import happened_in, is_at_home
from sitrep.extract.newcomers import are_others, brings_back, brings_in, opens_with, side_of
from sitrep.extract.nouns import Nouns
from sitrep.extract.parties import Parties, Party
from sitrep.extract.phrases import Noun
from sitrep.extract.scattered import Scattered
from sitrep.extract.settings import Settings
from sitrep.extract.shifts import is_also_said, is_at_another, leaves_scene, tells_beside, tells_what_follows
from sitrep.extract.sites import site_of
from sitrep.extract.status import Status, StatusReader
from sitrep.extract.telling import (
    SAID,
    is_apart,
    is_earlier,
    is_news,
    said_on,
    tells_charge,
    tells_of_somebody,
    times_of_telling,
)
from sitrep.extract.text import Sentence, Text
from sitrep.extract.tolls import Toll
from sitrep.ontology.event_type import EventTypes, may_be_one
from sitrep.ontology.patterns import Patterns
from sitrep.ontology.patterns.forms import Refinement
from sitrep.records import HAPPENED

_DAYS = frozenset({"date", "day", "weekday", "offset", "relative"})
_OF_ITS_KIND = frozenset({"terrorist", "terror", "criminal"})  # before "attack": of what kind it is, not by whom
_LIKE = frozenset({"to", "of", "like"})
_HARMS = frozenset({"killed", "injured", "abducted", "missing"})


@dataclass(frozen=True, slots=True)
class Found:
    """What the steps before found in one sentence."""

    events: list[Event]
    tolls: list[Toll]
    claims: list[Claim]
    attackers: list[Noun]  # unnamed attackers with their names
    victims: list[Noun]  # named as those harmed


@dataclass(frozen=True, slots=True)
class Tools:
    """What drafting reads with."""

    text: Text
    nouns: Nouns
    parties: Parties
    settings: Settings
    scattered: Scattered
    patterns: Patterns
    types: EventTypes


_OF_DEEDS = "condemn"


class Drafter:
    """Makes the drafts of one sentence."""

    def __init__(
        self, tools: Tools, sentence: Sentence, clauses: list[Clause], phrases: list[Noun], *, is_title: bool
    ) -> None:
        self.tools, self.sentence, self.clauses, self.is_title = tools, sentence, clauses, is_title
        self.phrases, self.atoms, dying = phrases, tools.nouns.atoms, tools.patterns.cues["die_verbs"]
        self.deeds = [clause for clause in clauses if not clause.tells_of_deaths(dying)]
        self.status = StatusReader(tools.nouns, tools.patterns, tools.types, self.atoms)
        self.binder = Binder(tools.parties, phrases)
        self.casualties = Casualties(tools.text, tools.nouns, tools.parties)
        self.drafts: dict[int, Draft] = {}
        self.events: list[Event] = []
        self.told_times: frozenset[int] = frozenset()  # atoms of times at which a toll was given

    def draft(self, found: Found) -> list[Draft]:
        """The drafts of the sentence's events."""
        events, tolls = found.events, found.tolls
        self._adopt_weak(events)
        self.events, self.told_times = events, times_of_telling(tolls, self.clauses, self.atoms.tags)
        verbs = (event for event in events if event.verb is not None and event.event_type)
        acts = (event for event in verbs if not self.tools.types[event.event_type].has("is_located"))
        self.tools.settings.acts = frozenset(id(event.clause) for event in acts)
        roots: dict[int, list[Event]] = {}
        for event in events:
            roots.setdefault(id(event.root()), []).append(event)
        for members in roots.values():
            root = members[0].root()
            members.sort(key=lambda e: e is not root)
            self.drafts[id(root)] = self._event_draft(root, members, tolls)
        place_by_sentence(list(self.drafts.values()), self.tools.settings, self.tools.types, self.clauses)
        Contents(self.tools.types, self.tools.patterns.cues).settle(list(self.drafts.values()))
        for toll in tolls:
            self._add_toll(toll)
        for claim in found.claims:
            self._add_claim(claim) if claim.is_own else self._add_blame(claim)
        name_doers(events, self.drafts)
        for noun in found.attackers:
            self._add_attackers(noun)
        self._add_victims(found.victims)
        doers = self.tools.patterns.cues["doer_nouns"]
        for noun in self.phrases:
            if noun.word in doers and noun.identity is None:
                self._add_unnamed(noun)
        earlier, shift = self.tools.scattered.earlier, leaves_scene(self.atoms, self.tools.nouns.spans)
        verb = next((clause.verb for clause in self.clauses if clause.verb is not None), None)
        says = verb is not None and not verb.is_passive and verb.lemma in self.tools.patterns.cues["speech"]
        for draft in self.drafts.values():
            draft.only_harms, draft.is_also = self._only_harms(draft), tells_beside(draft, self.atoms.words)
            draft.goes_on = tells_what_follows(draft, self.atoms.words)
            draft.opens, draft.side = opens_with(draft, self.atoms.words), side_of(draft.where, self.tools.text.words)
            draft.is_other = draft.event is not None and is_earlier(draft.event, earlier, self.atoms.words)
            draft.is_separate = shift == "place" or is_at_another(draft, self.atoms)
            draft.shifts = draft.is_separate or (shift == "time" and not draft.refers and not says)
            more = shift == "more" and bool(draft.parts) and not draft.tells_harm
            draft.shifts |= more or is_also_said(draft, self.atoms.words)
            self._turn_militants(draft)
        kept, cues = list(self.drafts.values()), self.tools.patterns.cues
        for draft in kept:
            draft.is_lost = draft.is_lost or is_mishap(draft, kept, self.clauses, cues, self.atoms.words)
        return sorted((d for d in self.drafts.values() if not d.is_lost), key=lambda d: d.start)

    def _only_harms(self, draft: Draft) -> bool:
        """Whether a sentence says no more than that so many people came to harm."""
        event = draft.event
        if event is None or event.verb is None or not event.verb.is_passive or not event.trigger.frame.cause:
            return False
        bare = event.trigger.frame.harm is not None and not draft.means and draft.status.modality == "asserted"
        told = draft.where is not None or draft.when_distance <= 1 or draft.parties("perpetrator", "party", "claimant")
        return bare and not told and not draft.status.background and not draft.status.aggregate

    def _adopt_weak(self, events: list[Event]) -> None:
        """Words that tell little belong to the event of the sentence that tells more."""
        strong = [
            e
            for e in events
            if not e.trigger.weak and e.host is None and self.tools.types[e.event_type].has("takes_toll")
        ]
        for event in events:
            if event.trigger.weak and event.host is None:
                kin = [s for s in strong if may_be_one(self.tools.types, s.event_type, event.event_type)]
                kin = [s for s in kin if not (self.tools.scattered.are_two(event, s) or event.is_aside_of(s))]
                if kin:
                    event.join(min(kin, key=lambda s: abs(s.first - event.first)).root())

    # ---- one event
    def _event_draft(self, root: Event, members: list[Event], tolls: list[Toll]) -> Draft:
        text, atoms = self.tools.text, self.atoms
        status = self.status.read(root, self.clauses)
        draft = Draft(
            sentence=self.sentence,
            event_type=root.event_type,
            rule=root.rule,
            start=text.starts[atoms.first[root.first]],
            end=text.ends[atoms.last[min(root.last, len(atoms.last)) - 1] - 1],
            status=status,
            is_title=self.is_title,
            is_nominal=root.noun is not None,
            is_plural=root.noun is not None and self.status.sums.is_plural(root.noun),
            is_several=root.noun is not None and self.status.sums.is_several(root.noun),
            is_apart=root.noun is not None and is_apart(root, self.deeds, atoms.words),
            is_charge=tells_charge(root, atoms.words),
            brings_in=brings_in(members, self.tools.nouns),
            brings_back=brings_back(members, self.tools.nouns),
            means=frozenset({m for e in members for m in e.means}),
            event=root,
        )
        draft.speaker = self._speaker(status.speaker, draft)
        self._add_parts(draft, members)
        self._add_authority(draft, members)
        self._add_judge(draft, root)
        self._add_voice(draft, root)
        alone = not draft.parts and not any(e.places for e in members) and not any(t.event in members for t in tolls)
        if all(e.trigger.strict for e in members) and alone:
            draft.refers = True
        occasions = [e.noun for e in members if e.trigger.refers and e.noun is not None and e is not root]
        status.other = status.other or any(self.status.is_other(noun) for noun in occasions)
        status.other = status.other or are_others(members, self.events, self.tools.nouns)
        fresh = not status.definite and not status.told_which
        self._refine(draft, foiled=root.foiled and fresh and not any(t.event in members for t in tolls))
        self._set_scene(draft, members)
        many = any(self.status.sums.in_many(e) for e in members)  # "killed five and wounded eight in four attacks"
        of_year = is_of_a_year(draft, self.tools.scattered.places)
        if many or of_year or self._is_plural_alone(root, draft, tolls, members):
            status.aggregate = True
        fled = root.clause is not None and root.clause.flees(root.noun)
        if root.is_name or fled or self._is_generic(root, draft, tolls, members):
            draft.is_lost = True
        if root.trigger.refers:
            draft.event_type, draft.refers = "", True
            draft.is_lost = root.noun is not None and not status.definite
        return draft

    def _add_authority(self, draft: Draft, members: list[Event]) -> None:
        """'Three men were arrested, police said': the police arrested them; a foreign ministry arrests nobody."""
        speaker = draft.speaker
        if speaker is None or not arrests(speaker) or draft.parties("perpetrator", "party"):
            return
        if any(event.noun is None for event in members) and self.tools.types[draft.event_type].has("by_authority"):
            self._add_party(draft, Part("perpetrator", speaker, rule="speaker.authority"))

    def _add_judge(self, draft: Draft, root: Event) -> None:
        """'a cowardly act, the minister said', 'the president called it a cowardly act': who judges, condemns."""
        if (
            root.noun is None
            or draft.parties("perpetrator")
            or not self.tools.types[root.event_type].has("is_statement")
        ):
            return
        clause, names = root.clause, self.tools.patterns.cues["naming_verbs"]
        named = clause is not None and clause.verb is not None and clause.verb.lemma in names
        speaker = self._speaker(clause.subject, draft) if named and clause is not None else draft.speaker
        if speaker is not None and not speaker.pronoun:
            self._add_party(draft, Part("perpetrator", speaker, rule="speaker.judges"))

    def _add_voice(self, draft: Draft, root: Event) -> None:
        """Makes who speaks the doer of what is done by saying it; where nobody does, nobody did it."""
        if root.trigger.voiced and draft.speaker is not None:
            self._add_party(draft, Part("perpetrator", draft.speaker, rule="speaker"))
        elif root.trigger.voiced and not draft.parties("perpetrator"):
            draft.is_lost = True

    def _is_plural_alone(self, root: Event, draft: Draft, tolls: list[Toll], members: list[Event]) -> bool:
        """'murders and tortures', 'recent attacks': deeds without a day, a toll or a number are several."""
        noun = root.noun
        if noun is None or draft.is_title or self.atoms.headline or len(members) > 1 or draft.status.definite:
            return False
        plural = self.status.sums.is_plural(noun) and self.tools.nouns.of(noun).count is None
        dated = draft.time is not None and draft.time.time is not None and draft.time.time.kind in _DAYS
        told = dated or any(t.event in members for t in tolls) or draft.parties("perpetrator")
        return plural and not told and self.tools.types[draft.event_type].has("takes_toll")

    def _is_generic(self, root: Event, draft: Draft, tolls: list[Toll], members: list[Event]) -> bool:
        """'charged with murder': a bare noun that names a crime, not something that happened."""
        noun = root.noun
        if noun is None or self.atoms.headline or len(members) > 1 or noun.last - noun.first > 1 or draft.parts:
            return False
        told = draft.where is not None or draft.when_distance <= 1 or any(t.event is root for t in tolls)
        return not told and not self.tools.nouns.of(noun).is_plural

    def _speaker(self, noun: Noun | None, draft: Draft) -> Party | None:
        """Who says it; 'it' and 'he' are whom the sentence names before."""
        party = None if self.status.is_nobody(noun) else self._party(noun)
        clause = next((c for c in self.clauses if c.subject is noun), None) if party and party.pronoun else None
        return party if clause is None or party is None else self.binder.of(party, clause, draft.speaker)

    def _party(self, noun: Noun | None) -> Party | None:
        return self.tools.parties.of(noun) if noun is not None else None

    def _add_parts(self, draft: Draft, members: list[Event]) -> None:
        for event in members:
            named = [] if event.trigger.weak and event is not members[0] else self._modifiers(event)
            for role, noun in [*event.roles, *named]:
                for each in (noun, *noun.coordinated) if event.noun is not None else (noun,):
                    self._add_part(draft, role, each, event.how.get(id(noun), "frame.modifier"), event.held(role, noun))
            if event.struck is not None and not draft.parties("target", "party"):
                self._add_party(draft, Part("target", self.tools.parties.struck(event.struck), "", rule="frame.struck"))
            for accused, accuser in event.accused:
                for each in (accused, *accused.coordinated):
                    self._add_part(draft, "perpetrator", each, "clause.accused", "claimed", self._party(accuser))
            for noun in event.denied:
                self._add_part(draft, "perpetrator", noun, "clause.denied", "denied")
        avowals.claim_named(draft)

    def _add_part(
        self, draft: Draft, role: str, noun: Noun, rule: str, certainty: str = "", speaker: Party | None = None
    ) -> None:
        party = crowd(self._party(noun), role, self.tools.types, draft.event_type)
        party = party or (self.tools.parties.struck(noun) if rule == LAND else None)
        if party is None or party.is_number or (role == "target" and self.status.is_nobody(noun)):
            return
        if party.pronoun == "it" and role == "target" and draft.event_type == _OF_DEEDS:
            return  # "the mayor condemned it": what was done
        if role == "target" and party.pronoun in ("it", "them") and self._takes_toll(draft):
            clause = draft.event.clause if draft.event is not None else None
            those = self.binder.those_before(party, clause) if party.pronoun == "them" else None
            party, rule = those or self._thing_before(party) or party, f"{rule}+pronoun.sentence"
        if party.pronoun and draft.event is not None and draft.event.clause is not None:
            for other in self.binder.others(party, draft.event.clause):
                self._add_party(draft, Part(role, other, certainty, speaker, f"{rule}+pronoun.list"))
            hurt = draft.event.trigger.frame.harm or "hurt" if role == "target" and self._takes_toll(draft) else ""
            clause = next((c for c in self.clauses if c.subject is noun), draft.event.clause)
            bound = self.binder.of(party, clause, draft.speaker, hurt=hurt)
            bound = (
                self.binder.beside(party, clause, self.clauses) if bound is party and role == "perpetrator" else bound
            )
            party, rule = bound, rule if bound is party else f"{rule}+pronoun.sentence"
        self._add_party(draft, Part(role, party, certainty, speaker, rule))
        owner = self.binder.owner_of(noun, party, draft.parties("perpetrator")) if role == "target" else None
        if owner is not None and self._takes_toll(draft):
            self._add_party(draft, Part(role, owner, certainty, speaker, f"{rule}+owner"))

    def _takes_toll(self, draft: Draft) -> bool:
        return bool(draft.event_type) and self.tools.types[draft.event_type].has("takes_toll")

    def _thing_before(self, party: Party) -> Party | None:
        """'took the air base, weeks after they began to shell it': what was named last in the sentence."""
        starts, first, nouns = self.tools.text.starts, self.atoms.first, self.tools.nouns
        before = (n for n in self.phrases if starts[first[n.first]] < party.start and "facility" in nouns.of(n).classes)
        things = [n for n in before if n.word not in self.status.cues["no_target_words"]]
        led = [n for n in things if n is self.clauses[0].subject]  # "the bus was leaving X when they hit it"
        return self.tools.parties.of((led or things[-1:])[0]) if things else None

    def _add_party(self, draft: Draft, part: Part) -> None:
        """Adds a part, unless its words play one already; a part without a certainty gets the event's."""
        kind = self.tools.types[draft.event_type] if draft.event_type else None
        if kind is not None and kind.has("is_two_sided") and part.role in ("perpetrator", "target"):
            if part.role == "target" and part.party.actor.actor_id == "civilians.people":
                return  # "six people were wounded in a shoot-out": of neither side
            aside = part.role == "target" and part.party.group == "civilian" and len(draft.parties("party")) != 1
            part.role = "target" if aside else "party"  # "two nurses died in fighting", not "in clashes with police"
        for known in draft.parts:
            if known.party.start == part.party.start and known.role in (part.role, "perpetrator", "target"):
                return
        if kind is not None and part.role == "perpetrator" and kind.has("takes_toll"):
            part.party = anonymous(part.party)
        unsure = part.party.is_vague and part.role != "target"
        part.certainty = part.certainty or ("suspected" if unsure else "claimed" if draft.status.claimed else "stated")
        draft.parts.append(part)

    def _modifiers(self, event: Event) -> list[tuple[str, Noun]]:
        """Actors named before an event noun: 'Taliban attack', 'the Israeli raid'."""
        role = role_before(event, self.tools.nouns)
        if role is None or event.noun is None:
            return []
        if any(r == role for r, _ in event.roles):
            return []
        target = self._facility_before(event.noun)
        if target is not None:
            return [("target", target)]
        meaning = self.tools.nouns.of(event.noun)
        hits, before = meaning.modifiers, meaning.trigger_first - 1
        if not hits and before >= meaning.core and self.atoms.words[before] in self.tools.patterns.cues["ruling_words"]:
            return [(role, Noun(before, before + 1, before, self.atoms.words[before]))]  # "junta airstrikes"
        kind = self.tools.types[event.event_type]
        located, words = kind.has("is_located"), self.atoms.words
        return [
            (role, self.tools.nouns.phrase_of(hit))
            for hit in hits
            if (hit.form != "metonym" or not located)
            and not (located and hit.is_state_name and happened_in(event, kind, words, hit.country, len(hits)))
            and not (len(hits) == 1 and hit.kind == "state" and is_at_home(event.noun, words, hit.country))
            and self.tools.text.words[hit.last - 1] not in _OF_ITS_KIND
        ]

    def _facility_before(self, noun: Noun) -> Noun | None:
        """'the Somalia military base attack', 'a mosque bombing': what was attacked stands before the head."""
        meaning = self.tools.nouns.of(noun)
        last = meaning.trigger_first - 1
        if last < meaning.core:
            return None
        known, _ = self.tools.nouns.class_at(last, meaning.core)
        classes = known.classes if known is not None else frozenset()
        if "facility" not in classes or "means" in classes or "-" in self.atoms.words[last]:
            return None
        return Noun(meaning.core, last + 1, last, self.atoms.words[last])

    def _refine(self, draft: Draft, *, foiled: bool) -> None:
        for rule in self.tools.patterns.refinements:
            if draft.event_type in rule.types and (foiled if rule.foiled else self._fits(rule, draft)):
                draft.event_type, draft.rule = rule.to, f"{draft.rule}+{rule.id}"
                draft.parts = turned(draft.parts) if rule.foiled else draft.parts
                return

    def _fits(self, rule: Refinement, draft: Draft) -> bool:
        if (rule.means and draft.means.isdisjoint(rule.means)) or not draft.means.isdisjoint(rule.unless_means):
            return False
        doers = {party.group for party in draft.parties("perpetrator")} if rule.doers else rule.doers
        if (rule.triggers and draft.rule not in rule.triggers) or (rule.doers and doers.isdisjoint(rule.doers)):
            return False
        assert draft.event is not None
        for role, wanted in (("perpetrator", rule.perpetrator), ("target", rule.target)):
            if wanted and not any(
                r == role and not self.tools.nouns.of(n).classes.isdisjoint(wanted) for r, n in draft.event.roles
            ):
                return False
        return not rule.target_heads or any(
            r == "target" and n.word in rule.target_heads and not self.tools.nouns.of(n).is_plural
            for r, n in draft.event.roles
        )

    def _set_scene(self, draft: Draft, members: list[Event]) -> None:
        settings, says = self.tools.settings, self.tools.patterns.cues["speech"]
        draft.is_judged = any(event.noun is not None and id(event.clause) in settings.acts for event in members)
        if settings.has_times:
            self._set_time(draft, members)
        kind = self.tools.types[draft.event_type]
        placed = kind.has("is_located") or kind.has("is_mutual")
        told = [settings.place_of(e, says) for e in members] if placed else [place_of_act(draft.event, settings)]
        placed_at = [where for where in told if where is not None]
        draft.where = min(placed_at, key=settings.rank) if len(placed_at) > 1 else placed_at[0] if placed_at else None
        draft.site = site_of(members, settings, says, draft.where) if placed else None

    def _set_time(self, draft: Draft, members: list[Event]) -> None:
        settings, says = self.tools.settings, self.tools.patterns.cues["speech"]
        others = self._times_of_others(members)
        apart = {id(event): is_apart(event, self.deeds, self.atoms.words) for event in members}
        for event in members:
            span, distance = settings.time_of(event, self.clauses, says, others, apart=apart[id(event)])
            distance = 9 if distance > 1 and any(telling.is_related(members[0], c) for c in self.deeds) else distance
            if span is not None and distance < draft.when_distance and not is_news(event, span, self.atoms):
                draft.time, draft.when_distance = span, distance
        if draft.time is not None:
            ahead = draft.status.modality in ("planned", "threatened")
            tense = "future" if ahead and not telling.is_of_order(members[0], draft.time, self.atoms.first) else "past"
            draft.when = settings.resolve(draft.time, tense)
            if draft.when_distance in (1, 2) and is_answered(members, self.events, self.tools.types):
                draft.when_distance = SAID
            draft.when = said_on(draft.when) if draft.when_distance == SAID else draft.when
        else:
            for event in members:
                if draft.anaphor is None:
                    draft.anaphor, draft.counts_back = settings.anaphor_of(event, others, apart=apart[id(event)])

    # ---- tolls
    def _times_of_others(self, members: list[Event]) -> frozenset[int]:
        """The atoms of times that stand with another event's noun: 'arrested over the attack of 2016'."""
        found = set(self.told_times)
        for event in self.events:
            own = event in members or event.root() in members
            if event.noun is not None and not own and is_apart(event, self.deeds, self.atoms.words):
                known = is_news(event, None, self.atoms)
                found.update(self.tools.settings.time_atoms(event.noun, of_news=not known))
            elif not own and event.clause is not None and tells_of_somebody(event.clause, [e.clause for e in members]):
                found.update(time.first for time in event.clause.times)
        for noun in (n for n in self.phrases if n.word == "one" and self.atoms.words[n.first - 1] in _LIKE):
            found.update(self.tools.settings.time_atoms(noun))  # "an attack reminiscent of one on 2 December"
        return frozenset(found)

    def _teller(self, toll: Toll, draft: Draft) -> str | None:
        """Who gives a figure, by name: of its own clause, else of the event."""
        told = self._speaker(toll.speaker or self.status.teller_of(toll.clause, self.clauses), draft)
        told = draft.speaker if told is None or (told.pronoun and not toll.speaker) else told
        return told.name if told is not None else None

    def _add_toll(self, toll: Toll) -> None:
        draft = self.drafts.get(id(toll.event.root())) if toll.event is not None else None
        draft = draft or self._loose(toll)
        party = self.tools.parties.of(toll.noun)
        beside = draft.tolls[:]
        acts = toll.clause is not None and toll.noun in toll.clause.objects
        harmer = self._party(toll.clause.subject) if acts and toll.clause is not None else None
        records = self.casualties.of(toll, self._teller(toll, draft), group_of_harmed(draft, harmer))
        draft.tolls += records
        draft.echoes += records if toll.is_echo else []
        draft.pieces += records if toll.is_part or (toll.is_piece and not toll.series) else []
        draft.why |= {f"{r.outcome}.{r.victim_group}@{r.char_start}": toll.rule for r in records}
        if toll.is_part:
            return
        more = self.tools.patterns.cues["more_words"]
        adds = not beside and not more.isdisjoint(self.atoms.words[toll.first : toll.last])
        draft.adds = draft.adds or adds  # not "killed two and wounded ten others"
        named = "toll" not in self.tools.nouns.of(toll.noun).classes and toll.count != (0, 0)
        if party is not None and not party.pronoun and toll.outcome in _HARMS and named:
            self._add_victim(draft, party)

    def _loose(self, toll: Toll) -> Draft:
        """A toll without an event: of the nearest of its sentence that takes tolls, else of an earlier sentence."""
        at = self.tools.text.starts[self.atoms.first[toll.first]]
        told = [d for d in self.drafts.values() if d.status.modality in HAPPENED and not has_own_dead(d, toll)]
        if takers := [d for d in told if self._takes_toll(d) and self._harms(d, toll)]:
            return min(takers, key=lambda d: abs(d.start - at))
        if -1 not in self.drafts:
            verb = toll.clause.verb if toll.clause is not None else None
            self.drafts[-1] = self._referring("toll.loose", verb.main if verb is not None else toll.noun.head)
            if toll.clause is not None:
                self.drafts[-1].not_of = [draft for draft in self.drafts.values() if has_own_dead(draft, toll)]
                time_loose(self.drafts[-1], toll.clause, self.tools.settings)
                self.drafts[-1].where = place_loose(toll.clause, toll.noun, self.tools.settings)
                self.drafts[-1].speaker = self._party(self.status.speaker_of(toll.clause, self.clauses))
                self.drafts[-1].status.aggregate = self.status.sums.is_record(toll.clause)
        return self.drafts[-1]

    def _harms(self, draft: Draft, toll: Toll) -> bool:
        """Whether people may come to such harm in an event of the draft's kind: bodies are found by a search alone."""
        kind, body = self.tools.types[draft.event_type], toll.noun.word in BODIES
        by_deed = kind.event_class == "violent" and (body or toll.outcome in _HARMS)
        return by_deed or (kind.own_outcome in (None, toll.outcome) and not body)

    def _referring(self, rule: str, atom: int) -> Draft:
        """A draft that says something of an event that another sentence tells."""
        text, atoms = self.tools.text, self.atoms
        start, end = text.starts[atoms.first[atom]], text.ends[atoms.last[atom] - 1]
        return Draft(self.sentence, "", rule, start, end, Status(definite=True), self.is_title, refers=True)

    def _add_victim(self, draft: Draft, party: Party) -> None:
        if party.is_number or any(p.party.start == party.start for p in draft.parts):
            return
        two_sided = bool(draft.event_type) and self.tools.types[draft.event_type].has("is_two_sided")
        if two_sided and party.group not in ("security_force", "militant"):
            return
        if not two_sided and party.group == "militant" and any(p.role == "target" for p in draft.parts):
            return
        draft.parts.append(Part("party" if two_sided else "target", party, rule="toll.victim"))

    # ---- attackers
    def _turn_militants(self, draft: Draft) -> None:
        """'Six soldiers and nine militants were killed when the post came under attack': the militants attacked it."""
        blow = draft.event is not None and draft.event.trigger.frame.blow and self._takes_toll(draft)
        if not blow or draft.parties("perpetrator", "party") or self.tools.types[draft.event_type].has("is_remote"):
            return
        hurt = [p for p in draft.parts if p.role == "target" and p.party.group == "militant"]
        others = [p.party for p in draft.parts if p.role == "target" and p.party.group != "militant"]
        if hurt and any(p.group or (p.is_thing and p.actor.kind != "insurgent") for p in others):  # not "a rebel base"
            for part in hurt:
                part.role, part.rule = "perpetrator", f"{part.rule}+toll.attackers_killed"

    def _add_unnamed(self, noun: Noun) -> None:
        """'the attackers were killed', 'their kidnappers demanded': who did what another sentence tells."""
        if self.atoms.words[noun.first] not in ("the", "these", "those", "their", "his", "her"):
            return
        party = self.tools.parties.of(noun)
        told = {p.party.start for d in self.drafts.values() for p in d.parts if p.role != "target"}
        if party is None or party.start in told:
            return
        draft = self._referring("actor.unnamed", noun.head)
        draft.parts.append(Part("perpetrator", party, rule="actor.unnamed"))
        self.drafts[id(noun)] = draft

    def _add_blame(self, claim: Claim) -> None:
        """'police said X was behind it': X did what another sentence tells, as the police say."""
        party = self.tools.parties.of(claim.claimant)
        if party is None or party.pronoun:
            return
        verb = claim.clause.verb
        draft = self._referring("blame.behind", verb.main if verb is not None else claim.claimant.head)
        draft.claims, draft.names = True, claim.clause.subject.word if claim.is_name and claim.clause.subject else ""
        accuser = claim.clause.subject if claim.clause.subject is not claim.claimant else None
        draft.speaker = self._speaker(accuser or self.status.speaker_of(claim.clause, self.clauses), draft)
        draft.parts.append(Part("perpetrator", party, "claimed", draft.speaker, "blame.behind"))
        self.drafts[id(claim.clause)] = draft

    def _add_victims(self, victims: list[Noun]) -> None:
        """'Among the dead were the mayor and X': to whom it was done, what this or another sentence tells."""
        parties = [p for noun in victims if (p := self.tools.parties.of(noun)) is not None and not p.is_number]
        told = {p.party.start for d in self.drafts.values() for p in d.parts}
        parties = [p for p in parties if p.start not in told]
        if not parties:
            return
        takers = [d for d in self.drafts.values() if d.event_type and self.tools.types[d.event_type].has("takes_toll")]
        draft = takers[0] if takers else self.drafts.get(-1)
        if draft is None:
            draft = self.drafts[-1] = self._referring("victims.named", victims[0].head)
        draft.parts += [Part("target", party, rule="victims.named") for party in parties]

    def _add_attackers(self, noun: Noun) -> None:
        """'The gunmen were X fighters', 'Gunmen had come at dawn': who did what another sentence tells."""
        party, named = self.tools.parties.of(noun), noun.identity is not None
        takers = [d for d in self.drafts.values() if self._takes_toll(d)]
        if party is None or (named and self.atoms.words[noun.first] not in ("the", "these", "those")):
            return
        if takers:
            alone = len(takers) == 1 and not takers[0].parties("perpetrator", "party")
            if alone and all(p.party.start != party.start for p in takers[0].parts):
                takers[0].parts.append(Part("perpetrator", party, "suspected", None, "actor.attackers"))
            return
        draft = self._referring("actor.attackers", noun.head)
        draft.parts.append(Part("perpetrator", party, "suspected" if named else "stated", rule="actor.attackers"))
        came = next((c for c in self.clauses if c.subject is noun), None) if not named else None
        if came is not None:
            set_arrival(draft, came, self.tools.settings)
        self.drafts[id(noun)] = draft

    # ---- claims
    def _add_claim(self, claim: Claim) -> None:
        named = self.tools.parties.of(claim.claimant)
        if named is None:
            return
        party = for_whom(named, self.tools.parties.ontology.actors)
        draft = self.drafts.get(id(claim.event.root())) if claim.event is not None else None
        draft = draft or deed_before(list(self.drafts.values()), party, self.tools.types)
        if draft is None:
            verb, key = claim.clause.verb, id(claim.clause)
            if key not in self.drafts:
                at = verb.main if verb is not None else claim.claimant.head
                self.drafts[key] = self._referring("claim.responsibility", at)
                self.drafts[key].claims = True
            draft = self.drafts[key]
        if party.pronoun:
            party = self.binder.of(party, claim.clause, draft.speaker)
        others = (self.tools.parties.of(each) for each in claim.claimant.coordinated)
        claimants = [party, *(p for p in others if p is not None and not (p.is_person or p.pronoun))]
        if all(claims_nothing(each) for each in claimants):
            return
        avowals.claim(draft, [(each, None) for each in claimants], "claim.responsibility")
