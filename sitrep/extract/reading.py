"""One sentence to drafts of mentions: the steps of the cascade inside a sentence, in their order.

What belongs here: calling the steps, and what a verb above an event adds to its roles. What does not: other sentences.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from sitrep.extract.atoms import read_atoms
from sitrep.extract.clauses import Clause, Reader
from sitrep.extract.events import Event, Matcher
from sitrep.extract.nouns import Nouns
from sitrep.extract.parties import Parties, Party
from sitrep.extract.phrases import Noun, read_phrases
from sitrep.extract.settings import Settings, Where
from sitrep.extract.spans import Span, Spans
from sitrep.extract.status import Status, StatusReader
from sitrep.extract.text import Sentence, Text
from sitrep.extract.tolls import Toll, TollReader
from sitrep.ontology import Ontology
from sitrep.ontology.patterns.load import RefinementEntry
from sitrep.records import CasualtyMention, Occurrence


@dataclass(slots=True)
class Part:
    """A party in a role of an event."""

    role: str
    party: Party
    certainty: str = "stated"
    speaker: str | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """What one sentence says of one event, before other sentences are heard."""

    sentence: Sentence
    event_type: str
    rule: str
    start: int
    end: int
    status: Status
    parts: list[Part] = field(default_factory=list)
    tolls: list[CasualtyMention] = field(default_factory=list)
    when: Occurrence | None = None
    when_distance: int = 9
    time: Span | None = None
    where: Where | None = None
    speaker: str | None = None
    is_title: bool = False
    is_nominal: bool = False
    is_loose: bool = False  # a toll whose event stands in another sentence
    claim_only: bool = False  # a claim of responsibility for what another sentence tells
    means: frozenset[str] = frozenset()
    event: Event | None = None
    happening: int = -1

    def parties(self, *roles: str) -> list[Party]:
        """The parties in some roles."""
        return [p.party for p in self.parts if p.role in roles]


@dataclass(frozen=True, slots=True)
class Context:
    """What every sentence of a document is read with."""

    text: Text
    spans: Spans
    ontology: Ontology
    reference: dt.date | None
    precision: str
    mixed_case: bool


class SentenceReader:
    """Reads one sentence."""

    def __init__(self, context: Context, sentence: Sentence, *, is_title: bool) -> None:
        self.context, self.sentence, self.is_title = context, sentence, is_title
        patterns, text = context.ontology.patterns, context.text
        self.patterns, self.cues, self.types = patterns, patterns.cues, context.ontology.types
        self.atoms = read_atoms(text, sentence, context.spans, patterns.lexicon, is_title)
        self.clauses: list[Clause] = []
        self.nouns = Nouns(self.atoms, context.spans, patterns, text.raw, text.starts, context.mixed_case)
        self.parties = Parties(self.nouns, text, context.ontology)
        self.settings = Settings(self.nouns, text, context.ontology, context.reference, context.precision)

    def read(self) -> list[Draft]:
        """The drafts of the sentence."""
        phrases = read_phrases(self.atoms, self.patterns.lexicon)
        reader = Reader(phrases, self.cues["speech"])
        self.clauses = reader.read()
        self.matcher = Matcher(self.nouns, self.patterns)
        events = self.matcher.match(self.clauses, reader.nouns)
        claims = self._claims()
        for event in list(events):
            if event.noun is not None:
                self._from_verb_above(event)
        tolls = TollReader(self.matcher, self.nouns, self.patterns, self.types).read(self.clauses, reader.nouns)
        return self._drafts(events, tolls, claims)

    # ---- what the verb above a noun adds
    def _from_verb_above(self, event: Event) -> None:
        noun = event.noun
        for clause in self.clauses:
            verb = clause.verb
            if verb is None or noun is None:
                continue
            if clause.antecedent is noun and verb.is_passive:
                self._participle(event, clause)
            is_object = noun in clause.objects or any(noun in n.coordinated for n in clause.objects)
            if verb.is_passive and clause.subject is noun and clause.kind not in ("participle", "relative"):
                self._participle(event, clause)
            elif is_object and not verb.is_passive:
                self._light_verb(event, clause)
            elif (
                clause.subject is not None
                and any(w == "under" and n is noun for w, n in clause.prepositions)
                and verb.lemma in ("come", "be", "fall")
            ):
                event.roles.append(("target", clause.subject))
            elif clause.subject is noun and verb.lemma in (
                "target",
                "hit",
                "strike",
                "kill",
                "wound",
                "injure",
                "destroy",
                "damage",
                "rock",
            ):
                self._give_all(event, "target", clause.objects)

    def _participle(self, event: Event, clause: Clause) -> None:
        """'an attack carried out by X', 'the attack, claimed by X', 'strikes aimed at Y'."""
        assert clause.verb is not None
        lemma = clause.verb.lemma
        for word, other in clause.prepositions:
            if word == "by" and lemma in self.cues["light_act"]:
                self._give_all(event, self._doer(event), [other])
            elif word in ("at", "against", "on") and lemma in ("aim", "direct", "target", "launch", "stage", "mount"):
                self._give_all(event, "target", [other])

    def _light_verb(self, event: Event, clause: Clause) -> None:
        assert clause.verb is not None
        lemma, particles = clause.verb.lemma, "_".join((clause.verb.lemma, *clause.verb.particles))
        following = self._word_after(clause)
        if clause.subject is None:
            return
        if lemma in self.cues["light_undergo"] or particles in self.cues["light_undergo"]:
            self._give_all(event, "target", [clause.subject])
            if lemma in self.cues["foil"]:
                event.foiled = True
        elif lemma in self.cues["light_act"] or f"{lemma}_{following}" in self.cues["light_act"]:
            self._give_all(event, self._doer(event), [clause.subject])

    def _word_after(self, clause: Clause) -> str:
        last = clause.verb.last if clause.verb is not None else 0
        return self.atoms.words[last] if last < len(self.atoms.words) else ""

    def _doer(self, event: Event) -> str:
        return "party" if self.types[event.event_type].has("is_two_sided") else "perpetrator"

    def _give_all(self, event: Event, role: str, nouns: Iterable[Noun]) -> None:
        for noun in nouns:
            for each in (noun, *noun.coordinated):
                classes = self.nouns.of(each).classes
                if (
                    classes & {"people", "person", "actor", "body", "military", "police", "militants", "facility"}
                    and "event" not in classes
                ):
                    event.roles.append((role, each))

    # ---- claims of responsibility
    def _claims(self) -> list[tuple[Noun, Event | None, Clause]]:
        """Who claims which event; None where the event stands in another sentence."""
        found: list[tuple[Noun, Event | None, Clause]] = []
        for clause in self.clauses:
            verb = clause.verb
            if verb is None or verb.is_negated:
                continue
            if verb.is_passive and verb.lemma == "claim":
                agents = [n for w, n in clause.prepositions if w == "by"]
                event = self._claimed(clause.subject)
                if agents and event is not None:
                    found.append((agents[0], event, clause))
                continue
            if clause.subject is None or self._is_nobody(clause.subject):
                continue
            if verb.lemma in ("claim", "take", "accept", "assume", "acknowledge", "admit") and any(
                n.word in ("responsibility", "credit") for n in clause.objects
            ):
                events = [self._claimed(n) for w, n in clause.prepositions if w in ("for", "of")]
                found.append((clause.subject, next((e for e in events if e is not None), None), clause))
            elif verb.lemma in ("claim", "admit", "acknowledge", "own", "avow"):
                event = self._claimed(clause.object) or self._admitted(clause)
                if event is not None:
                    found.append((clause.subject, event, clause))
        return found

    def _claimed(self, noun: Noun | None) -> Event | None:
        if noun is None:
            return None
        for each in (noun, *noun.coordinated):
            event = self.matcher.by_noun.get(id(each))
            if event is not None and self.types[event.event_type].has("can_be_claimed"):
                return event
        return None

    def _admitted(self, clause: Clause) -> Event | None:
        """'admitted to carrying out an attack': the event of the clause below."""
        for child in clause.children:
            if child.kind in ("participle", "infinitive"):
                event = self.matcher.by_clause.get(child.number) or self._claimed(child.object)
                if event is not None:
                    return event
        return None

    def _is_nobody(self, noun: Noun) -> bool:
        return self.atoms.words[noun.first] in ("no", "no one", "nobody", "none", "neither") or noun.word in (
            "no one",
            "nobody",
            "none",
        )

    # ---- drafts
    def _drafts(
        self, events: list[Event], tolls: list[Toll], claims: list[tuple[Noun, Event | None, Clause]]
    ) -> list[Draft]:
        self._adopt_weak(events)
        roots: dict[int, list[Event]] = {}
        for event in events:
            roots.setdefault(id(event.root()), []).append(event)
        drafts: dict[int, Draft] = {}
        for members in roots.values():
            root = members[0].root()
            if self._tells(root, members, tolls):
                drafts[id(root)] = self._draft(root, members)
        for toll in tolls:
            self._place_toll(toll, drafts)
        for noun, event, clause in claims:
            self._place_claim(noun, event, clause, drafts)
        return sorted(drafts.values(), key=lambda d: d.start)

    def _adopt_weak(self, events: list[Event]) -> None:
        """Words that tell little belong to the event of the sentence that tells more."""
        strong = [e for e in events if not e.trigger.weak and self.types[e.event_type].has("takes_toll")]
        for event in events:
            if event.trigger.weak and event.host is None and strong:
                event.host = min(strong, key=lambda s: abs(s.first - event.first)).root()
                if event.host is event:
                    event.host = None

    def _tells(self, root: Event, members: list[Event], tolls: list[Toll]) -> bool:
        """Whether an event is told at all: strict words need somebody who acts or is acted on."""
        if not root.trigger.strict:
            return True
        return any(e.roles for e in members) or any(t.event in members for t in tolls)

    def _draft(self, root: Event, members: list[Event]) -> Draft:
        text, atoms = self.context.text, self.atoms
        status = StatusReader(self.nouns, self.patterns, self.types, atoms).read(root, self.clauses)
        means = frozenset(m for e in members for m in e.means)
        draft = Draft(
            sentence=self.sentence,
            event_type=root.event_type,
            rule=root.rule,
            start=text.starts[atoms.first[root.first]],
            end=text.ends[atoms.last[min(root.last, len(atoms.last)) - 1] - 1],
            status=status,
            is_title=self.is_title,
            is_nominal=root.noun is not None,
            means=means,
            event=root,
        )
        self._fill_parts(draft, members)
        self._refine(draft)
        self._set_scene(draft, root)
        draft.speaker = self._speaker_name(status)
        return draft

    def _fill_parts(self, draft: Draft, members: list[Event]) -> None:
        seen: set[tuple[str, int]] = set()
        two_sided = self.types[draft.event_type].has("is_two_sided")
        for event in members:
            if event.noun is not None:
                self._modifier_actors(event)
            for role, noun in event.roles:
                wanted = "party" if two_sided and role in ("perpetrator", "target") else role
                for each in (noun, *noun.coordinated) if event.noun is not None else (noun,):
                    party = self.parties.of(each)
                    if party is None or (wanted, party.start) in seen:
                        continue
                    seen.add((wanted, party.start))
                    draft.parts.append(Part(wanted, party, "suspected" if party.is_vague else "stated"))

    def _modifier_actors(self, event: Event) -> None:
        """Actors named before an event noun: 'Taliban attack', 'the Israeli raid'."""
        role = event.trigger.frame.noun.get("modifier")
        if role is None or event.noun is None:
            return
        for hit in self.nouns.of(event.noun).modifiers:
            if hit.form in ("role", "adjective", "name", "acronym", "demonym"):
                event.roles.append((role, self._noun_of_hit(hit)))

    def _noun_of_hit(self, hit: object) -> Noun:
        first = next(i for i, f in enumerate(self.atoms.first) if self.atoms.last[i] > hit.first)  # type: ignore[attr-defined]
        last = first
        while last < len(self.atoms.first) and self.atoms.first[last] < hit.last:  # type: ignore[attr-defined]
            last += 1
        return Noun(first, last, last - 1, self.atoms.words[last - 1])

    def _refine(self, draft: Draft) -> None:
        for rule in self.patterns.refinements:
            if draft.event_type in rule.types and self._fits(rule, draft):
                draft.event_type, draft.rule = rule.to, f"{draft.rule}+{rule.id}"
                return

    def _fits(self, rule: RefinementEntry, draft: Draft) -> bool:
        if rule.means and not draft.means & set(rule.means):
            return False
        assert draft.event is not None
        for role, wanted in (("perpetrator", rule.perpetrator), ("target", rule.target)):
            if wanted and not any(r == role and self.nouns.of(n).classes & set(wanted) for r, n in draft.event.roles):
                return False
        return True

    def _set_scene(self, draft: Draft, root: Event) -> None:
        span, distance = self.settings.time_of(root, self.clauses, self.cues["speech"])
        if span is not None:
            draft.time, draft.when_distance = span, distance
            tense = "future" if draft.status.modality in ("planned", "threatened") else "past"
            draft.when = self.settings.resolve(span, tense)
        if self.types[draft.event_type].has("is_located") or self.types[draft.event_type].has("is_mutual"):
            draft.where = self.settings.place_of(root, self.cues["speech"])

    def _speaker_name(self, status: Status) -> str | None:
        if status.speaker is None:
            return None
        party = self.parties.of(status.speaker)
        return party.name if party is not None else None

    # ---- tolls and claims onto drafts
    def _place_toll(self, toll: Toll, drafts: dict[int, Draft]) -> None:
        event = toll.event.root() if toll.event is not None else None
        draft = drafts.get(id(event)) if event is not None else None
        if draft is None:
            draft = self._loose(toll, drafts)
        if draft is None:
            return
        party = self.parties.of(toll.noun)
        draft.tolls += self._casualties(toll, party, draft)
        if party is not None and not party.pronoun and toll.outcome in ("killed", "injured", "abducted"):
            self._add_victim(draft, party)

    def _add_victim(self, draft: Draft, party: Party) -> None:
        if any(p.party.start == party.start for p in draft.parts):
            return
        role = "party" if draft.event_type and self.types[draft.event_type].has("is_two_sided") else "target"
        if role == "party" and party.group not in ("security_force", "militant"):
            return
        if role == "target" and party.group == "militant" and any(p.role == "target" for p in draft.parts):
            return
        draft.parts.append(Part(role, party))

    def _loose(self, toll: Toll, drafts: dict[int, Draft]) -> Draft | None:
        """A toll without an event: of the only event of its sentence that takes tolls, else of an earlier sentence's."""
        takers = [d for d in drafts.values() if d.event_type and self.types[d.event_type].has("takes_toll")]
        if len(takers) == 1:
            return takers[0]
        if takers:
            at = self.context.text.starts[self.atoms.first[toll.first]]
            return min(takers, key=lambda d: abs(d.start - at))
        key = -1
        if key in drafts:
            return drafts[key]
        text, atoms = self.context.text, self.atoms
        verb = toll.clause.verb if toll.clause is not None else None
        first = verb.main if verb is not None else toll.noun.head
        drafts[key] = Draft(
            self.sentence, "", "toll.loose", text.starts[atoms.first[first]], text.ends[atoms.last[first] - 1], Status(definite=True),
            is_title=self.is_title, is_loose=True,
        )  # fmt: skip
        return drafts[key]

    def _casualties(self, toll: Toll, party: Party | None, draft: Draft) -> list[CasualtyMention]:
        count = toll.count if toll.count is not None else self._implied(toll, party)
        if count is None:
            return []
        group = (party.group if party is not None else None) or "unknown"
        text = self.context.text
        start = text.starts[self.atoms.first[toll.first]]
        end = text.ends[self.atoms.last[toll.last - 1] - 1]
        quote = text.raw[start:end]
        groups = ["total" if group == "unknown" else group, *(party.parts if party is not None else ())]
        return [
            CasualtyMention(toll.outcome, g, count[0], count[1], start, end, quote, self._speaker_name(draft.status))
            for g in dict.fromkeys(groups)
        ]

    def _implied(self, toll: Toll, party: Party | None) -> tuple[int, int] | None:
        """'a policeman', 'the mayor', a person's name: one."""
        if party is None or party.pronoun or party.is_thing:
            return None
        meaning = self.nouns.of(toll.noun)
        if meaning.is_plural or toll.noun.word in ("lives", "casualties", "people", "police", "personnel"):
            return None
        if meaning.classes & {"person", "people"} and "body" not in meaning.classes - {"person"}:
            return 1, 1
        return None

    def _place_claim(self, noun: Noun, event: Event | None, clause: Clause, drafts: dict[int, Draft]) -> None:
        party = self.parties.of(noun)
        if party is None:
            return
        draft = drafts.get(id(event.root())) if event is not None else None
        if draft is None:
            text, atoms = self.context.text, self.atoms
            verb = clause.verb
            first = verb.main if verb is not None else noun.head
            key = id(clause)
            draft = drafts.setdefault(
                key,
                Draft(
                    self.sentence, "", "claim.responsibility", text.starts[atoms.first[first]], text.ends[atoms.last[first] - 1],
                    Status(definite=True), is_title=self.is_title, claim_only=True,
                ),
            )  # fmt: skip
        draft.parts.append(Part("claimant", party, "claimed"))
        if not any(p.role == "perpetrator" for p in draft.parts):
            draft.parts.append(Part("perpetrator", party, "claimed", party.name))
