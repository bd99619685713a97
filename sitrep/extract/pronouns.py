"""Who pronouns, "the group" and "its fighters" stand for, by who was spoken of before.

What belongs here: the actors in focus, in the order in which a document names them. What does not: joining events.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitrep.extract.draft import Draft, Part
from sitrep.extract.owning import owned
from sitrep.extract.parties import Party
from sitrep.ontology import Ontology
from sitrep.records import ARMED_GROUPS

_ALLIED = frozenset({"coalition", "alliance", "joint force"})
_SIDES = frozenset({"security_force", "militant"})
_PERSONAL = frozenset({"he", "she", "him", "her", "himself", "herself"})
_WITH_ARMS = frozenset({*ARMED_GROUPS, "military", "police"})
_BODIES = frozenset({"government", "organisation", "state", "media", "party"})
_ME = frozenset({"we", "us", "i"})
_NEVER_CLAIM = frozenset({"media", "organisation", "police", "civilians"})  # an attack: they tell of it or suffered it
_COLLECTIVE = frozenset({"it", "itself", "this", "that", "which", "they", "them", "themselves", "we", "us", "i"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is known of the deed in which somebody plays a role, by those who are named."""

    tells: bool = False  # no deed of harm
    states: bool = False  # a deed of words
    own: frozenset[str] = frozenset()  # who did it: they do not strike themselves
    sides: frozenset[str] = frozenset()  # of which kinds those are whom it struck, who do not shoot at their like


_NO_DEED = _Deed()


class Focus:
    """The actors that a document has spoken of, the latest last."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.named: list[Party] = []
        self.victims: set[int] = set()  # where parties stand that were done to
        self.speakers: set[int] = set()  # where those stand who told it
        self.doers: set[int] = set()  # where parties stand that acted
        self.meant: dict[int, Party] = {}  # whom 'him' means, by where it stands

    def hear(self, draft: Draft) -> None:
        """Puts names in the place of a draft's pronouns, and remembers whom it names."""
        self.named += [self._full_name(party) for party in draft.heard]
        self.speakers.update(draft.tellers)
        if draft.speaker is not None:
            told_by = draft.speaker
            draft.speaker = self.resolve(told_by, "speaker") or told_by
            if told_by.pronoun:
                draft.credit(told_by.name, draft.speaker.name)
            self.named.append(draft.speaker)
            self.speakers.add(draft.speaker.start)
        parts: list[Part] = []
        deed = self._deed(draft) if any(part.party.pronoun for part in draft.parts) else _NO_DEED
        for part in draft.parts:
            party = self.resolve(part.party, part.role, deed)
            if party is None or any(p.role == part.role and p.party.start == party.start for p in parts):
                continue
            speaker = self.resolve(part.speaker) if part.speaker is not None else None
            rule = part.rule if party is part.party else f"{part.rule}+pronoun.story"
            parts.append(Part(part.role, party, part.certainty, speaker, rule))
        doers = {part.party.actor.actor_id for part in parts if part.role == "perpetrator"}
        same = [p for p in parts if p.role == "target" and "+pronoun" in p.rule and p.party.actor.actor_id in doers]
        draft.parts = [part for part in parts if part not in same]  # "they told us to run": "us" is not "they"
        self.named += [part.party for part in parts]
        self.victims |= {part.party.start for part in parts if part.role == "target"}
        self.doers |= {party.start for party in draft.parties("perpetrator")}

    def _deed(self, draft: Draft) -> _Deed:
        """What pronouns are held against."""
        kind = self.ontology.types[draft.event_type] if draft.event_type else None
        tells, states = kind is not None and not kind.has("takes_toll"), kind is not None and kind.has("is_statement")
        own = frozenset(party.actor.actor_id for party in draft.parties("perpetrator") if not party.pronoun)
        sides = frozenset(party.group or "" for party in draft.parties("target") if not party.pronoun)
        return _Deed(tells, states, own, sides)

    def resolve(self, party: Party, role: str = "", deed: _Deed = _NO_DEED) -> Party | None:
        """The party with a pronoun replaced by who is meant, in a role of a deed; None where nobody is."""
        if not party.pronoun:
            return self._full_name(party)
        if party.pronoun in ("its", "his"):
            return self._of_owner(party)
        if party.pronoun == "our":
            return self._of_author(party, role)
        found = self.meant.get(party.start) or self._antecedent(party, role, deed)
        if party.pronoun in _PERSONAL and role == "target" and found is not None:
            self.meant[party.start] = found  # "accused him of backing X": who is accused backs
        if found is None and party.pronoun == "the group":
            return party.told_as(party.actor, party.group, "")
        return None if found is None else found.told_as(found.actor, party.group or found.group, found.pronoun)

    def _full_name(self, party: Party) -> Party:
        """'Mr Sai' is Vishnudev Sai, 'the coalition' the Saudi-led coalition, if they were named before."""
        if party.name.lower() in _ALLIED:
            end = f" {party.name.lower()}"
            named = (p for p in reversed(self.named) if p.name.lower().endswith(end) and p.actor.actor_id)
            known = next((p for p in named if self.ontology.actors.is_known(p.actor.actor_id)), None)
            return party if known is None else party.told_as(known.actor, known.group, party.pronoun)
        generic = party.actor.actor_id.startswith(("person.", "unidentified.", "military.", "police.", "government."))
        if (
            not generic
            or party.actor.country is not None
            or not party.name[:1].isupper()
            or " " in party.actor.actor_id
        ):
            return party
        surname = party.name.split()[-1].lower()
        for known in reversed(self.named):
            if len(known.name) <= len(party.name) or known.start == party.start or not known.actor.actor_id:
                continue
            names = known.name.split()
            if names and names[-1].lower() == surname:
                group = party.group if party.group != "civilian" else known.group
                return party.told_as(known.actor, group, party.pronoun)
        return party

    def _of_owner(self, party: Party) -> Party:
        """'its fighters' are the group's, 'its soldiers' the country's."""
        whose = "he" if party.pronoun == "his" else "it"
        owner = self._antecedent(party.told_as(party.actor, party.group, whose), "", _NO_DEED)
        return party.told_as(party.actor, party.group, "") if owner is None else owned(party, owner, self.ontology)

    def _of_author(self, party: Party, role: str) -> Party | None:
        """'our forces', where nobody is quoted: those of the armed group that the statement names first."""
        author = self._author()
        if author is None or author.actor.kind not in ARMED_GROUPS:
            return None if role == "claimant" else party.told_as(party.actor, party.group, "")
        if role == "target" and party.actor.kind in ("military", "police"):
            return party.told_as(party.actor, party.group, "")  # "one of our units was attacked" by that group
        return owned(party, author, self.ontology)

    def _author(self) -> Party | None:
        """The armed group that a statement names first, or else the army that it says did something."""
        named = [p for p in self.named if not p.pronoun and self.ontology.actors.is_known(p.actor.actor_id)]
        groups = [p for p in named if p.actor.kind in ARMED_GROUPS]
        acted = (p for p in named if p.actor.kind in _WITH_ARMS and p.start in self.doers)
        return groups[0] if groups else next(acted, None)

    def _antecedent(self, party: Party, role: str, deed: _Deed) -> Party | None:
        """Who was named last and may be meant; who acts is rather one who acted before than one who was hurt."""
        named = (p for p in self.named if not p.pronoun and p.actor.actor_id and p.start < party.start)
        tells = deed.tells
        if deed.own and role == "target":
            many = party.pronoun in ("they", "them", "themselves")
            named = (p for p in named if p.actor.actor_id not in deed.own and (p.is_plural or not many))
        fitting = [p for p in named if self._may_be(party.pronoun, p, role)]
        if role == "perpetrator" and party.pronoun in _ME and not tells:
            spoke = next((p for p in reversed(self.named) if p.start in self.speakers and p.start < party.start), None)
            if spoke is None or spoke.actor.kind == "media":
                return self._author()
            return spoke if spoke.actor.kind in _WITH_ARMS else None
        if role == "perpetrator":
            fitting = self._doers(fitting, party, deed)
        elif role == "speaker":  # "he said": who spoke before, or somebody with a name
            speaking = [p for p in fitting if p.start in self.speakers or p.actor.kind in ("person", "government")]
            fitting = speaking or [p for p in fitting if p.start not in self.victims] or fitting
        elif role == "claimant":  # "it claimed the attack": one that fights, not one that tells
            fighting = [p for p in fitting if p.actor.kind in ARMED_GROUPS or p.start in self.doers]
            telling = [p for p in fitting if p.actor.kind not in _NEVER_CLAIM and p.start not in self.victims]
            fitting = fighting or telling
        elif role == "target":
            hurt = [p for p in fitting[-6:] if p.start not in self.doers and p.start not in self.speakers]
            fitting = hurt or fitting
        return fitting[-1] if fitting else None

    def _doers(self, fitting: list[Party], party: Party, deed: _Deed) -> list[Party]:
        """Of those who may be meant the ones who may have acted."""
        tells = deed.tells
        barred = self.victims if tells else self.victims | self.speakers
        struck = {p.actor.actor_id for p in self.named if p.start in self.victims and p.actor.kind == "civilians"}
        actors = [p for p in fitting if p.start not in barred and (tells or p.actor.actor_id not in struck)]
        near = {id(p) for p in fitting[-6:]}
        fitting = [p for p in actors if id(p) in near] or ([] if tells else actors) or fitting
        if deed.states and party.pronoun == "it":  # "X said the army shot them; in a statement it called for": X
            fitting = [p for p in fitting if p.start in self.speakers] or fitting
        elif deed.states:  # "he accused": rather somebody in office or with a name than one of the wounded
            fitting = [p for p in fitting if p.actor.kind != "civilians"] or fitting
        if tells:
            return fitting
        # "they killed": rather those with arms than the last who were named
        fitting = [p for p in fitting[-6:] if deed.sides != {p.group} or p.group not in _SIDES] or fitting
        if party.pronoun == "they":
            fitting = [p for p in fitting if p.actor.kind not in _BODIES]
        return [p for p in fitting[-6:] if p.actor.kind != "civilians"] or fitting

    def _may_be(self, pronoun: str, party: Party, role: str = "") -> bool:
        kind = party.actor.kind
        if party.is_thing and role == "target" and pronoun in ("it", "they", "them"):
            return party.is_plural == (pronoun != "it")  # "it came under attack": the hospital
        if pronoun in _PERSONAL:
            return (kind in ("person", "government") or party.is_person) and not party.is_plural
        if pronoun == "the group":
            return kind in ARMED_GROUPS or party.actor.actor_id.startswith("group.")
        if pronoun not in _COLLECTIVE or kind == "person" or party.is_thing:
            return False
        if pronoun in ("it", "itself"):
            return not party.is_plural and not party.is_person
        return not party.is_person
