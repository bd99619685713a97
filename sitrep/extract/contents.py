"""What is only said: events that are the content of another, and deeds that their doer promises, threatens or refuses.

'agreed to send aid', 'called for talks' and 'threatened to cut ties' are one event each; 'said it would free them' is a
promise, 'will never disarm' a refusal. What belongs here: deciding that from the clauses around an event. What does
not: whether an event happened (status.py), and attacks that are planned or feared, which stay mentions of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitrep.extract.clause import Clause
from sitrep.extract.draft import Draft, Part
from sitrep.extract.event import Event
from sitrep.extract.phrases import Noun
from sitrep.ontology.event_type import EventType, EventTypes

_OPEN = frozenset({"planned", "hypothetical", "threatened", "habitual", "denied"})
_SOFT = frozenset({"may", "might", "could"})
_FIRM = frozenset({"will", "shall", "would"})
_SHOULD = frozenset({"should", "must", "ought"})
_APPEAL = "appeal"  # what it is to say that others should do something
_LOOKING_ON = frozenset({"media", "civilians", "unidentified"})
_ABLE = frozenset({"can", "could", "cannot"})
#: What one who is asked says that they cannot do: not "could not meet", which nobody may have asked for.
_ASKED = frozenset("accept recognise recognize negotiate endorse support tolerate compromise yield surrender".split())
_DECIDING = frozenset("decide vow pledge choose resolve opt vote swear agree".split())
_READY = frozenset({"prepare", "set", "determine", "poise"})
_COMMANDING = frozenset({"state", "government", "military", "police", "insurgent", "militia"})
_INSIDE = frozenset({"of", "in", "on", "for", "to", "with", "about", "over"})
_BY_DOING = frozenset({"of", "in", "on", "for", "about", "from", "to", "into", "by", "against"})
_ABOUT = frozenset({"to", "for", "of", "on", "with", "over", "about", "from"})


class Contents:
    """Settles, for the drafts of one sentence, which of their events are told only as somebody's words."""

    def __init__(self, types: EventTypes, cues: dict[str, frozenset[str]]) -> None:
        self.types, self.cues = types, cues
        self._ifs = cues["hypothetical_subordinators"]

    def settle(self, drafts: list[Draft]) -> None:
        """Takes out what is part of another draft, and makes promises, threats and refusals of what is only said."""
        told = [draft for draft in drafts if draft.event is not None and draft.event_type]
        by_clause = {d.event.clause.number: d for d in told if d.event and d.event.verb and d.event.clause}
        taken: dict[int, Draft] = {}  # what is part of which draft, by identity
        for draft in told:
            host = self._host(draft, told, by_clause)
            if host is not None and id(host) not in taken:
                taken[id(draft)] = host
        for draft in told:
            host = taken.get(id(draft)) or next(
                (taken[id(d)] for d in told if id(d) in taken and self._inside(draft, d)), None
            )
            if host is not None and host is not draft:
                _hand_over(draft, host)
                draft.is_lost = True
            else:
                self._as_said(draft)
                if self.types[draft.event_type].event_class == "diplomatic":
                    _spare_own(draft)

        for draft in told:
            draft.is_lost = draft.is_lost or self._hangs_on_threat(draft, by_clause)

    def _hangs_on_threat(self, draft: Draft, by_clause: dict[int, Draft]) -> bool:
        """'would close the border if X rejected the deal': on what a threat or promise hangs is part of it."""
        clause = draft.event.clause if draft.event is not None else None
        if clause is None or clause.parent is None or clause.marker not in self._ifs:
            return False
        host = by_clause.get(clause.parent.number)
        if host is None or host is draft or not self._holds(host) or draft.status.modality not in _OPEN:
            return False
        return self.types[draft.event_type].event_class != "violent"

    def _inside(self, draft: Draft, other: Draft) -> bool:
        """'agreed to mediation in talks on a pullout': what hangs on a content is part of it."""
        noun = other.event.noun if other.event is not None else None
        inner = draft.event.noun if draft.event is not None else None
        violent = self.types[draft.event_type].event_class == "violent"
        return noun is not None and not violent and any(n is inner and word in _INSIDE for word, n in noun.tail)

    # ---- contents
    def _host(self, draft: Draft, told: list[Draft], by_clause: dict[int, Draft]) -> Draft | None:
        """The draft whose content this one is; None where it tells an event of its own."""
        event, kind = draft.event, self.types[draft.event_type]
        if event is None or kind.event_class == "violent" or draft.is_lost:
            return None
        if kind.has("takes_toll") and draft.status.modality == "denied":
            return None  # "denied the arrest": the denied deed stays to be seen
        for host in told:
            noun = host.event.noun if host.event is not None else None
            if noun is not None and host is not draft and self._holds(host) and _is_in_tail(event, noun):
                return host
        return self._above(draft, event, by_clause)

    def _above(self, draft: Draft, event: Event, by_clause: dict[int, Draft]) -> Draft | None:
        own = event.clause
        if own is None:
            return None
        above = by_clause.get(own.parent.number) if own.parent is not None else None
        if above is not None and above is not draft and self._is_demand(draft, event, own, above):
            return above
        host = by_clause.get(own.number)
        if event.noun is not None and host is not None and self._holds(host) and _is_governed(event.noun, own):
            return host
        for inner, outer in _upward(own):
            host = by_clause.get(outer.number)
            if host is not None and host is not draft and self._holds(host):
                return host if self._is_content(inner, draft) else None
            if inner.kind not in ("infinitive", "participle") and inner.marker not in self._ifs:
                return None
        return None

    def _is_demand(self, draft: Draft, event: Event, own: Clause, outer: Draft) -> bool:
        """'marched to demand X's release', 'struck to protest at cuts': what a protest is for is part of it."""
        said = self.types[draft.event_type].has("is_statement") and event.verb is not None
        return said and own.kind == "infinitive" and self.types[outer.event_type].event_class == "protest"

    def _holds(self, host: Draft) -> bool:
        return not host.is_lost and self.types[host.event_type].has("has_content")

    def _is_content(self, inner: Clause, draft: Draft) -> bool:
        """Whether a clause right below a word-deed says what was asked, agreed, refused or threatened."""
        is_open = draft.status.modality in _OPEN
        if inner.kind == "infinitive" or (inner.kind == "complement" and _is_wished(inner)):
            return True
        if inner.kind == "subordinate":
            return inner.marker in self._ifs and is_open
        if inner.kind == "participle" and inner.marker in _BY_DOING:
            return True  # "demanded support in regaining control"
        return is_open and inner.kind == "complement"

    # ---- what the doer says that they will or will not do
    def _as_said(self, draft: Draft) -> None:
        kind, event = self.types[draft.event_type], draft.event
        if event is None or event.verb is None or event.clause is None:
            return
        if not draft.parties("perpetrator", "party") and not self._add_who_threatens(draft, kind, event):
            return
        modal = event.verb.modal
        if modal in _SHOULD and kind.announced_as is not None and self._asks(draft, event):
            return
        if event.verb.is_negated:
            unable = modal in _ABLE and event.verb.lemma in _ASKED
            if kind.refused_as is not None and (modal in _FIRM or unable or _is_decided(event.clause)):
                self._turn(draft, kind.refused_as)
            return
        if kind.announced_as is None or draft.status.modality not in ("planned", "hypothetical", "asserted"):
            return
        said = self._is_said(draft, event, kind)
        if said and kind.has("is_measure") and self._is_announced(event.clause, modal):
            if kind.event_class == "diplomatic" and self._in_own_words(draft, event):
                draft.status.modality = "asserted"  # "said it would expel two envoys": whoever does it says so
        elif said:
            self._add_own_side(draft)
            own = modal in _SOFT or not (modal or draft.speaker)
            self._turn(draft, kind.announced_as, draft.status.modality if own else "asserted")

    def _asks(self, draft: Draft, event: Event) -> bool:
        """'Austria said the EU should suspend the talks': it asks the EU to."""
        speaker = draft.speaker
        doers = draft.parties("perpetrator", "party")
        speaks = speaker is not None and not speaker.pronoun and speaker.actor.kind not in _LOOKING_ON
        if speaker is None or not speaks or self._in_own_words(draft, event) or any(d.pronoun for d in doers):
            return False
        draft.parts = [Part("target", doer, "stated", None, "content.asked") for doer in doers]
        draft.parts.append(Part("perpetrator", speaker, "stated", None, "speaker.asks"))
        self._turn(draft, _APPEAL)
        return True

    def _add_own_side(self, draft: Draft) -> None:
        """'An Iranian general said Iran would close the strait': who says what their own side will do."""
        speaker = draft.speaker
        if speaker is None or speaker.pronoun or speaker.actor.kind not in _COMMANDING:
            return
        doers = draft.parties("perpetrator")
        ours = any(d.actor.country == speaker.actor.country for d in doers) and speaker.actor.country is not None
        if ours and all(d.actor.actor_id != speaker.actor.actor_id for d in doers):
            draft.parts.append(Part("perpetrator", speaker, "stated", None, "speaker.own_side"))

    def _add_who_threatens(self, draft: Draft, kind: EventType, event: Event) -> bool:
        """'The general said protesters would be shot if they marched': who tells of a harm without a doer."""
        verb, speaker = event.verb, draft.speaker
        if verb is None or not verb.is_passive or verb.modal not in _FIRM or verb.is_negated or speaker is None:
            return False
        acts = not speaker.pronoun and speaker.actor.kind in _COMMANDING
        if acts and kind.announced_as is not None and kind.has("takes_toll") and self._is_conditional(event):
            draft.parts.append(Part("perpetrator", speaker, "stated", None, "speaker.threatens"))
            return True
        return False

    def _is_conditional(self, event: Event) -> bool:
        """Whether a harm hangs on an if: 'if it is attacked', 'unless they leave'."""
        return event.clause is not None and any(child.marker in self._ifs for child in event.clause.children)

    def _is_said(self, draft: Draft, event: Event, kind: EventType) -> bool:
        """Whether the doer lets it be known: 'X will', 'X is ready to'; of violence in own words or with an if."""
        assert event.verb is not None
        assert event.clause is not None
        if kind.event_class == "violent":
            told = self._in_own_words(draft, event) or (self._is_conditional(event) and draft.speaker is not None)
            return event.verb.modal in _FIRM and told
        is_open = draft.status.modality != "asserted"
        return (is_open and event.verb.modal in _FIRM | _SOFT) or self._is_meant(event.clause)

    def _is_meant(self, clause: Clause) -> bool:
        """'plans to', 'is to', 'is ready to', 'is considering': the verb above says what its subject means to do."""
        outer = clause.parent
        if outer is None or outer.verb is None or outer.verb.is_negated:
            return False
        if clause.kind not in ("infinitive", "participle") or clause.subject is not outer.subject:
            return False
        lemma = outer.verb.lemma
        if lemma == "be":
            return clause.kind == "infinitive" and not outer.objects
        ready = lemma in _READY and outer.verb.is_passive and clause.kind == "infinitive"
        alone = clause.kind == "infinitive" or (clause.verb is not None and clause.verb.form == "gerund")
        intends = lemma in self.cues["intent_verbs"] and alone and not outer.objects and not outer.verb.is_passive
        return intends or ready

    def _is_announced(self, clause: Clause, modal: str) -> bool:
        """'announced that it would stop all aid', 'said it would expel him': a measure taken, if without an if."""
        outer = clause.parent
        if outer is not None and outer.verb is not None and outer.verb.lemma in self.cues["announcing_verbs"]:
            return True
        return modal in _FIRM and not any(c.marker in self._ifs for c in clause.children)

    def _in_own_words(self, draft: Draft, event: Event) -> bool:
        speaker = draft.speaker
        subject = event.clause.subject if event.clause is not None else None
        if speaker is None or subject is None:
            return False
        doers = draft.parties("perpetrator", "party")
        return any(d.pronoun or d.actor.actor_id == speaker.actor.actor_id or d.start == speaker.start for d in doers)

    def _turn(self, draft: Draft, event_type: str, modality: str = "asserted") -> None:
        draft.event_type, draft.rule = event_type, f"{draft.rule}+said"
        draft.status.modality = modality
        draft.where = None


def _is_wished(clause: Clause) -> bool:
    """'insisted that Chad recognise the cabinet': a verb without an ending behind one party says what is wanted."""
    verb, subject = clause.verb, clause.subject
    plain = verb is not None and verb.tense == "present" and not verb.modal and not verb.is_negated
    return plain and verb is not None and subject is not None and verb.lemma in verb.words and not subject.coordinated


def _is_decided(clause: Clause) -> bool:
    """'decided not to free them', 'vowed never to disarm': a refusal."""
    outer = clause.parent.verb if clause.parent is not None else None
    return clause.kind == "infinitive" and outer is not None and outer.lemma in _DECIDING and not outer.is_negated


def _spare_own(draft: Draft) -> None:
    """'Chad recalled its envoy from Mali': it was done to Mali; the envoy is Chad's own."""
    ours = {party.actor.country for party in draft.parties("perpetrator")} - {None}
    theirs = [p for p in draft.parties("target") if p.actor.country is not None and p.actor.country not in ours]
    if ours and theirs:
        own = [p for p in draft.parts if p.party.actor.country in ours and p.party.actor.kind in _COMMANDING]
        draft.parts = [p for p in draft.parts if p.role != "target" or p not in own]


def _upward(clause: Clause) -> Iterator[tuple[Clause, Clause]]:
    """A clause and the one around it, then that one and its own, to the sentence's main one."""
    while clause.parent is not None:
        yield clause, clause.parent
        clause = clause.parent


def _is_in_tail(event: Event, noun: Noun) -> bool:
    """'demands for talks', 'a threat of sanctions': what is asked or threatened follows the noun."""
    if event.noun is not None:
        return any(other is event.noun and word in _ABOUT for word, other in noun.prepositions)
    clause = event.clause
    return clause is not None and clause.kind == "infinitive" and event.first - noun.last in (0, 1)


def _is_governed(noun: Noun, clause: Clause) -> bool:
    """Whether a noun is what a verb asks for, agrees to or refuses: its object, or behind 'for' or 'to'."""
    held = [*clause.objects, *(n for word, n in clause.prepositions if word in _ABOUT)]
    if clause.verb is not None and clause.verb.is_passive and clause.subject is not None:
        held.append(clause.subject)
    return any(n is each or n in each.coordinated for each in held for n in (noun,))


def _hand_over(draft: Draft, host: Draft) -> None:
    """Gives the host those of its content: who is to do it ('agreed to French mediation'), else to whom it is done."""
    doers = {party.actor.actor_id for party in host.parties("perpetrator", "party")}
    named = [part for part in draft.parts if part.party.actor.actor_id not in doers and not part.party.pronoun]
    acting = [p for p in named if p.role in ("perpetrator", "party") and not p.party.name.islower()]
    if acting and draft.is_nominal:
        host.parts = [part for part in host.parts if part.rule != "clause.addressee"]
    if host.parties("target"):
        return
    for part in acting or [part for part in named if part.role == "target"]:
        host.parts.append(Part("target", part.party, part.certainty, part.speaker, "content.target"))
