"""How many were harmed: counts of people tied to the event that harmed them.

What belongs here: reading "killed six soldiers", "left N dead", "the deaths of two children", and joining each to its
event inside the sentence. What does not: which event of another sentence a toll without one belongs to (story.py).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from sitrep.extract import rivals
from sitrep.extract.causes import Causes
from sitrep.extract.clause import Clause
from sitrep.extract.dying import UNSAVED, Dying
from sitrep.extract.event import Event
from sitrep.extract.events import Matcher
from sitrep.extract.fates import BODIES, GIVING, Fates, is_asked
from sitrep.extract.hurts import VERBS, Hurts
from sitrep.extract.listed import COUNTED, OF_BODIES, PEOPLE, Lists
from sitrep.extract.lives import is_attempted
from sitrep.extract.lives_taken import TAKE_LIVES, LivesTaken
from sitrep.extract.makeup import COUNTS, Makeup
from sitrep.extract.nobody import Unharmed
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count, is_unnumbered, says_number
from sitrep.extract.outcomes import Outcomes
from sitrep.extract.phrases import Noun
from sitrep.extract.rivals import Rival
from sitrep.extract.scattered import Scattered
from sitrep.extract.shares import Shares
from sitrep.extract.sharing_fates import SharedFates
from sitrep.extract.stated import StatedTolls, Told
from sitrep.extract.sums import Sums
from sitrep.ontology.event_type import EventTypes
from sitrep.ontology.patterns import Patterns
from sitrep.timex.words import ORDINALS

#: Of whom these are said: "were pronounced dead", "left six dead".
_FOUND = frozenset("leave find report declare pronounce certify feare fear presume confirm shoot".split())
_RESULTS = _FOUND | frozenset(
    """include be comprise were was are claim take cost bury put place estimate speak end snuff extinguish survive lie
    lay""".split()
)
_HURT = frozenset({"killed", "injured"})
_FATES = frozenset({"killed", "wounded", "injured", "hurt", "slain", "dead"})
#: Who is no one, or anyone: what is said of none is read by itself (nobody.py).
_NONE = frozenset({"every", "each", "any", "no", "nobody", "no one", "none", "none of", "neither", "neither of"})
#: Whom an army or a group loses in a fight, beside its soldiers and fighters.
_MEN = frozenset({"men", "members", "personnel"})
_OWN_MEN = frozenset({"people", "number", "military", "police", "militants"})
_THEIR = frozenset({"its", "their", "our", "his"})
#: So many die in wars, not in what happens once.
OF_WARS = 10_000


@dataclass(slots=True, eq=False)
class Toll:
    """People harmed, as one phrase gives them."""

    outcome: str
    noun: Noun
    clause: Clause | None
    first: int  # atoms of the whole expression
    last: int
    event: Event | None = None
    count: Count | None = None
    is_part: bool = False  # of another toll of the sentence: never added to it
    rule: str = ""  # how the sentence says it
    is_echo: bool = False  # "the eight dead", "initially 12 dead": of what is told elsewhere
    is_piece: bool = False  # "36 bodies were handed over", "three died on the spot": of what is told elsewhere
    series: list[Toll] = field(default_factory=list)  # the list of which it is a member, in the order of the text
    speaker: Noun | None = None  # who gives it, where no verb says so
    whose: Noun | None = None  # those of whom the number is said: "the number of militants killed"
    like: Toll | None = None  # the toll that another speaker gives for the same people


class TollReader:
    """Finds the tolls of one sentence and the events that they belong to."""

    def __init__(self, matcher: Matcher, nouns: Nouns, patterns: Patterns, types: EventTypes, apart: Scattered) -> None:
        self.matcher, self.nouns, self.types = matcher, nouns, types
        self.words = nouns.atoms.words
        self.cues = patterns.cues
        self.sums, self.lists = Sums(nouns, patterns.cues), Lists(nouns)
        self.causes, self.outcomes = Causes(matcher, nouns, types, apart), Outcomes(nouns)
        self.hurts, self.fates = Hurts(nouns), Fates(nouns, self.lists)
        self.tolls: list[Toll] = []
        self.clauses: list[Clause] = []
        self.rule, self.before = "", False  # what is being read, for the tolls that it gives
        self.shared, self.taken = SharedFates(nouns, self.lists), LivesTaken(nouns, self.causes)
        self.makeup, self.dying = Makeup(nouns, self.lists), Dying(self.words, self.cues)
        self.shares = Shares(nouns, self.lists)

    def read(self, clauses: list[Clause], phrases: list[Noun], second: list[Rival], *, before: set[str]) -> list[Toll]:
        """The tolls of a sentence; `second`: figures of a second speaker; `before`: what one right before counts."""
        self.clauses, self.before, self.makeup.before = clauses, "killed" in before, before == {"killed"}
        self.rule = "toll.nobody"
        self._nobody(clauses)
        self.rule = "toll.event"
        for event in list(self.matcher.events):
            self._harm_event(event)
        self._share_causes()
        for clause in clauses:
            self._at_once(clause)
        self.rule = "toll.stated"
        self._stated(clauses, phrases)
        self.rule = "toll.result"
        for clause in clauses:
            self._result(clause) if clause.verb is not None else self._were(clause, None)
        self._add_to_stated()
        self.rule = "toll.noun"
        for noun in phrases:
            self._nominal(noun, clauses)
        self._remains(clauses, phrases)
        self.rule = "toll.share"
        self._divide(phrases)
        self._add_others()
        self.tolls = self.shared.add(self.tolls, phrases)
        self.tolls = rivals.beside(self.tolls, second, self.nouns)
        told = (t for t in self.tolls if t.event is not None or not self.causes.scattered.is_before(t.first))
        self.tolls = [toll for toll in told if not self.outcomes.is_unsaid(toll.outcome, toll.noun)]
        return self.tolls

    def _add_others(self) -> None:
        """'Ten were killed on the spot and two others died in hospital', 'ten died in X and two in Y': twelve."""
        told = [t for t in self.tolls if not t.is_part and not t.is_echo and t.rule in ("toll.event", "toll.result")]
        for one, other in itertools.pairwise(told):
            more = self.cues["more_words"] & {*self.words[other.first : other.last]}
            apart = one.event is not None and other.event is not None and one.event.root() is not other.event.root()
            pieces = one.outcome == "killed" and other.is_piece  # "ten at the scene, four in hospital"
            pieces = pieces and (one.is_piece or self.fates.was_hurt(other.noun)) and other.noun.word not in ORDINALS
            first = not other.series or other.series[0] is other
            pieces |= one.clause is not None and other.clause is not None and other.clause.source is one.clause
            if (more or pieces) and one.outcome == other.outcome and not apart and first and one.last < other.first:
                series = [*(one.series or [one]), *(other.series or [other])]  # "three others and a doctor"
                for each in series:
                    each.series = series

    def _nobody(self, clauses: list[Clause]) -> None:
        """'no casualties were reported', 'nobody was hurt': none, in the event of the sentence or of one before it."""
        for each in Unharmed(self.nouns.atoms).read():
            noun = Noun(each.first, each.last, each.last - 1, self.words[each.last - 1])
            self.tolls.append(
                Toll(each.outcome, noun, clauses[-1], each.first, each.last, None, (0, 0), rule=self.rule)
            )

    # ---- events that are themselves a harm: killed, wounded, kidnapped
    def _harm_event(self, event: Event) -> None:
        if event.verb is not None and event.clause is not None:
            self._victims(event, event.clause)
            self._over_forty(event, event.clause)
            if event.trigger.frame.cause:
                event.join(self.causes.of(event, event.clause))
            if event.verb.is_negated and event.host is not None:  # "was not hurt in the attack": nobody of the attack
                self.tolls = [toll for toll in self.tolls if toll.event is not event]
        elif event.noun is not None and event.trigger.frame.harm and not is_attempted(event.noun, self.words):
            for word, noun in self.nouns.taken_by(event.noun):
                if word == "of":
                    self._add(event.trigger.frame.harm, noun, event.clause, event)
            if event.noun.owner is not None and self.nouns.of(event.noun.owner).classes & {"people", "person"}:
                self._add(event.trigger.frame.harm, event.noun.owner, event.clause, event)

    def _victims(self, event: Event, clause: Clause) -> None:
        """Those whom an event's verb names as harmed, by what became of them."""
        listed = {id(each) for _, noun in event.victims for each in noun.coordinated}
        whole = next((n for w, n in clause.prepositions if w == "among" and n.last == event.first), None)
        if whole is not None and self.nouns.of(whole).count is not None and event.trigger.frame.harm:
            self._add(event.trigger.frame.harm, whole, clause, event)  # "Colonel among seven soldiers killed in raid"
            return
        for outcome, noun in event.victims:
            if id(noun) in listed or self.makeup.is_told_below(noun, clause, self.clauses):
                continue
            if noun.word in self.cues["dead_nouns"] and outcome not in ("killed", "injured"):
                self._add("killed", noun, clause, None)  # "picked up 37 corpses"
            elif outcome == "injured" and self.outcomes.is_to_death(event.verb):
                self._add("killed", noun, clause, event)
            elif outcome != event.trigger.frame.harm and not self._may_harm(event, outcome):
                self._add(outcome, noun, clause, None)  # "six wounded and four captured": not by the capture
            else:
                self._add(outcome, noun, clause, event)

    def _may_harm(self, event: Event, outcome: str) -> bool:
        """Whether people may come to such harm in an event of this kind."""
        return self.types[event.event_type].own_outcome in (None, outcome)

    def _over_forty(self, event: Event, clause: Clause) -> None:
        """'Over 40 worshippers were killed': the people are the subject, not what 'over' takes."""
        if event.victims or event.trigger.frame.harm is None or event.verb is None or not event.verb.is_passive:
            return
        for word, noun in clause.prepositions:
            count = self.nouns.of(noun).count
            if word in ("over", "under", "about", "around", "near") and count is not None and noun.last <= event.first:
                self._add(event.trigger.frame.harm, noun, clause, event)
                self.tolls[-1].count = (count[0], None) if word == "over" else count
                return

    def _at_once(self, clause: Clause) -> None:
        """'was destroyed in the attack when a bomb went off': what two clauses joined by "when" tell is one event."""
        if clause.kind != "subordinate" or clause.marker not in ("when", "as") or clause.parent is None:
            return
        if self.causes.scattered.earlier is not None or (clause.marker == "when" and self.sums.goes_on(clause.parent)):
            return
        inner, outer = self.matcher.by_clause.get(clause.number), self.causes.told_in(clause.parent)
        if inner is None or outer is None or not self.causes.violent(inner) or not self.causes.violent(outer):
            return
        if (first := outer.root()).trigger.refers and first.noun is not None and not self.causes.is_told(first.noun):
            first.join(inner.root())  # "six were hurt in a separate incident when a bomb went off"
        elif self.causes.tell_one(outer, inner) and not self.causes.scattered.are_two(outer, inner):
            inner.root().join(outer)

    def _share_causes(self) -> None:
        """'four were killed and hundreds injured in clashes': both in the clashes."""
        harms = [
            e for e in self.matcher.events if e.verb is not None and e.trigger.frame.cause and e.trigger.frame.harm
        ]
        for one, other in itertools.pairwise(harms):
            undone = one.host is None and one.verb is not None and one.verb.is_passive
            apart = self.causes.are_apart(one, other)
            if other.host is None or not undone or apart or any(role == "perpetrator" for role, _ in one.roles):
                continue
            one.join(other.host)
            for toll in self.tolls:
                if toll.event is one:
                    toll.event = other.host

    # ---- tolls that are told as such: the toll rose to 34, put the number of dead at about 10
    def _stated(self, clauses: list[Clause], phrases: list[Noun]) -> None:
        stated = StatedTolls(self.nouns, self.cues, self.causes, phrases, before=self.before)
        for clause in clauses:
            told = stated.of(clause) if clause.verb is not None else None
            if told is not None:
                self._add_told(told)
        for told in stated.by_words(clauses):
            self._add_told(told)

    def _add_told(self, told: Told) -> None:
        outcome = self.outcomes.own(told.noun) or told.outcome
        known = len(self.tolls)
        self._add(outcome, told.noun, told.clause, self.causes.source(told.clause))
        for toll in self.tolls[known:]:
            toll.whose = next((n for word, n in told.holder.prepositions if word == "of"), None)
            toll.count = told.count or toll.count
        self._name_victims(told.holder)

    def _name_victims(self, holder: Noun) -> None:
        """'the number of people killed in the attack': a killing that is the attack's."""
        counted = [noun for _, noun in holder.tail]
        for event in self.matcher.events:
            if event.verb is None or event.clause is None or event.clause.kind != "participle" or event.host:
                continue
            if event.clause.subject in counted and event.trigger.frame.harm:
                hosts = [e for e in self.matcher.events if e is not event and e.first < event.first]
                found = next((e for e in hosts if self.causes.violent(e)), None)
                if found is not None:
                    event.join(found.root())

    def _add_to_stated(self) -> None:
        """'A wounded man has died', 'six more have died, taking the toll to 25': he is one of the 25, as are they."""
        stated = {toll.outcome for toll in self.tolls if toll.rule == "toll.stated" and not toll.is_part}
        for toll in self.tolls:
            more = not self.cues["more_words"].isdisjoint(self.words[toll.first : toll.last])
            if toll.outcome in stated and toll.rule == "toll.result" and (more or toll.count in (None, (1, 1))):
                toll.is_part = True

    # ---- verbs that give an event its toll: left six dead, claimed 12 lives, died
    def _result(self, clause: Clause) -> None:
        verb, subject = clause.verb, clause.subject
        assert verb is not None
        if (
            not (self._may_tell(verb.lemma) or (verb.lemma in GIVING and (clause.object or clause.prepositions)))
            or self._by_accident(clause)
            or self.sums.is_over_time(clause)
        ):
            return
        if self._died(clause):
            return
        self._were(clause, subject)
        if verb.lemma in _FOUND:
            self._left_dead(clause)
        for noun in self.taken.of(clause) if verb.lemma in TAKE_LIVES else ():
            self._add("killed", noun, clause, self.causes.source(clause))
        lost = self.dying.unsaved(clause) if verb.lemma in UNSAVED else None
        if lost is not None and self.lists.count(lost) is not None and self.nouns.of(lost).classes & COUNTED:
            self._add("killed", lost, clause, self.causes.occasion(clause))
        hurt = self.hurts.of(clause) if verb.lemma in VERBS else None
        if hurt is not None and all(noun.word not in self.cues["dead_nouns"] for noun in (hurt, *hurt.coordinated)):
            self._add("injured", hurt, clause, self.causes.occasion(clause))
        if verb.lemma == "lose" and subject is not None:
            self._lost(clause, subject)
        self._without_harm(clause)
        hurts = verb.lemma in self.cues["suffer_verbs"]
        if hurts and subject is not None and any(map(self.hurts.is_hurt, clause.objects)):
            fatal = any("fatal" in self.words[noun.first : noun.head] for noun in clause.objects)
            self._add("killed" if fatal else "injured", subject, clause, self.causes.occasion(clause))

    def _without_harm(self, clause: Clause) -> None:
        """'We buried ten people', 'residents put the figure at 30': deaths of which no word of harm tells."""
        assert clause.verb is not None
        told = [toll for toll in self.tolls if toll.last <= clause.verb.first and toll.outcome in _HURT]
        over_time = self.sums.is_since(clause) or self.sums.is_spell(clause.verb.last)
        told, before = ([], False) if over_time else (told, self.before)
        buried, figure = self.fates.buried(clause), self.fates.put_at(clause, is_told=bool(told), before=before)
        if buried is not None:
            self._add("killed", buried, clause, self.causes.occasion(clause))
        if figure is not None:
            known = len(self.tolls)
            self._add(told[-1].outcome if told else "killed", figure, clause, told[-1].event if told else None)
            for toll in self.tolls[known:]:
                toll.like = told[-1] if told else None
                toll.speaker = clause.object if figure is clause.subject and clause.verb.lemma == "say" else None

    def _lost(self, clause: Clause, subject: Noun) -> None:
        """'the army lost 12 men': those who fight lose their own in a fight."""
        fights = self.nouns.of(subject).classes & {"military", "militants", "police", "state", "pronoun", "body"}
        men = next((n for n in clause.objects if self.nouns.of(n).classes & _OWN_MEN), None)
        if not fights or men is None or self.nouns.of(men).count is None or self.outcomes.noun(men) is not None:
            return
        own = next((n for word, n in men.prepositions if word == "of" and self.words[n.first] in _THEIR), men)
        ours = subject.word == "we" and bool(self.nouns.of(men).classes & PEOPLE)  # "we lost 30 people"
        if ours or self.nouns.of(own).classes & {"military", "militants", "police"} or own.word in _MEN:
            self._add("killed", men, clause, self.causes.occasion(clause))

    def _may_tell(self, lemma: str) -> bool:
        """Whether a verb is one of those that the readings below know: most are not."""
        return (
            lemma in _RESULTS
            or lemma in VERBS
            or lemma in UNSAVED
            or lemma in self.cues["die_verbs"]
            or lemma in self.cues["losing_verbs"]
            or lemma in self.cues["suffer_verbs"]
            or lemma in self.cues["count_verbs"]
        )

    def _died(self, clause: Clause) -> bool:
        """'12 died', 'two sepoys embraced martyrdom': the subject of a verb of dying."""
        dies, turns = clause.number not in self.matcher.by_clause and self.dying.dies(clause), self.dying.turns(clause)
        subject = clause.subject or (clause.object if dies else None)  # "there perished ten pilgrims"
        if subject is None or not (dies or turns):
            return False
        if self.sums.is_many(subject, clause):
            return True  # "2,000 rebels have died"
        counted = subject.word == "them" and self.lists.count(subject) is not None  # "one of them died"
        if turns or counted or self.nouns.of(subject).classes & COUNTED or subject.word in ORDINALS:
            self._outlived(subject)
            self._add("killed", subject, clause, self.causes.occasion(clause))
        return True

    def _outlived(self, subject: Noun) -> None:
        """'A man wounded in the blast has died': he is no longer one of the hurt."""
        if any(toll.noun is subject and toll.outcome == "injured" for toll in self.tolls):
            self.tolls = [toll for toll in self.tolls if toll.noun is not subject]

    def _by_accident(self, clause: Clause) -> bool:
        """Whether a clause tells of deaths in a mishap: 'died in the methane blast', 'drowned when the boat sank'."""
        nouns = [n for _, n in clause.prepositions] + ([clause.subject] if clause.subject is not None else [])
        if any(noun.word in self.cues["war_words"] for noun in (*nouns, *clause.antecedents)):
            return True
        held = (self.causes.event_in(noun) for _, noun in clause.prepositions)
        if any(event is not None and self.causes.violent(event) for event in held):
            return False  # "died in an exchange of fire"
        nouns += [
            child.subject for child in clause.children if child.kind == "subordinate" and child.subject is not None
        ]
        for noun in nouns:
            known = noun.word in self.cues["accident_words"]
            if known or (
                noun.word in self.nouns.patterns.lexicon.event_heads
                and self.causes.event_in(noun) is None
                and noun.word in self.cues["blast_words"]
            ):
                return True
        return clause.subject is not None and clause.subject.word in self.cues["accident_words"]

    def _were(self, clause: Clause, subject: Noun | None) -> None:
        """What is said of the dead and hurt by "be" and "include"."""
        before, some = len(self.tolls), not self.makeup.are_all(clause)
        for outcome, noun, count in list(self.makeup.parts(clause, [(t.outcome, t.noun) for t in self.tolls])):
            self._add_one(outcome, noun, clause, self.causes.occasion(clause), is_part=some, count=count)
        for part in self.tolls[before:] if clause.verb is not None and clause.verb.lemma in COUNTS else ():
            part.speaker = subject  # "the army counted five soldiers among the dead"
        self._share_group(self.tolls[before:])
        if clause.verb is not None and clause.verb.lemma == "be" and subject is not None:
            self._were_dead(clause, subject)
        opened = self.makeup.opening(clause)
        if opened is not None:
            harms = (e for e in self.matcher.events if e.last <= opened[1].first and e.trigger.frame.harm == opened[0])
            self._add(*opened, clause, next(harms, None) or self.causes.occasion(clause))

    def _share_group(self, parts: list[Toll]) -> None:
        """'The dead were 40 policemen and 17 soldiers': those whom one list names are summed by their groups."""
        if len(parts) > 1:
            for toll in parts:
                toll.series = parts

    def _were_dead(self, clause: Clause, subject: Noun) -> None:
        """'23 people were dead': what the adjective says of people that are counted."""
        told = (self.outcomes.word(self.words[phrase.first]) for phrase in clause.adjectives)
        outcome = next((word for word in told if word is not None), None)
        meaning, counted = self.nouns.of(subject), self.lists.count(subject) is not None
        lone = (
            outcome == "killed" and self.words[subject.first] == "the" and not meaning.is_plural
        )  # "the mayor is dead"
        if outcome is not None and (counted or lone) and meaning.classes & PEOPLE:
            self._add(outcome, subject, clause, self.causes.occasion(clause))

    def _left_dead(self, clause: Clause) -> None:
        """'left six soldiers dead and 40 wounded': the adjective behind the people says what became of them."""
        nouns = [
            *clause.objects,
            *([clause.subject] if clause.verb is not None and clause.verb.is_passive and clause.subject else []),
        ]
        for whole in nouns:
            listed, before = (whole, *whole.coordinated), len(self.tolls)
            own = [None if noun.prepositions else self.outcomes.noun(noun) for noun in listed]
            outcomes = [o or self._outcome_behind(noun, clause) for o, noun in zip(own, listed, strict=True)]
            for index, noun in enumerate(listed):
                outcome = next((o for o in outcomes[index:] if o is not None), None)
                if outcome is not None:
                    self._add_one(outcome, noun, clause, self.causes.source(clause))
            self._make_series(before)

    def _outcome_behind(self, noun: Noun, clause: Clause) -> str | None:
        """What an adjective at the end of a phrase, behind it or behind the verb says became of people."""
        last = noun.prepositions[-1][1].last if noun.prepositions and noun.prepositions[0][0] == "of" else noun.last
        behind = (*noun.prepositions[:1], *clause.prepositions[:1])
        if any(self.hurts.is_state(word, other) for word, other in behind if other.first == noun.last + 1):
            return "injured"  # "left 12 dead and several others with gunshot wounds"
        outcome = self.outcomes.word(noun.word) or (
            self.outcomes.word(self.words[last]) if last < len(self.words) else None
        )
        if outcome is None and clause.verb is not None and clause.verb.last < len(self.words):
            outcome = self.outcomes.word(self.words[clause.verb.last])
        if outcome is None and noun is clause.object and clause.adjectives and noun.last < clause.adjectives[-1].first:
            outcome = self.outcomes.word(self.words[clause.adjectives[-1].first])  # "left six, all of them boys, dead"
        return outcome

    def _divide(self, phrases: list[Noun]) -> None:
        """', four of them soldiers and the rest civilians', ': a guard and a shepherd': who a toll's people were."""
        wholes = [toll for toll in self.tolls if not toll.is_part]
        for index, shares in self.shares.read(phrases, [(toll.last, toll.count) for toll in wholes]):
            known, whole = len(self.tolls), wholes[index]
            for noun, count in shares:
                for toll in (t for t in self.tolls if t.noun is noun and t.count is None):
                    toll.count, toll.is_part = count, True
                if not any(toll.first <= noun.first < toll.last for toll in self.tolls):
                    self._add_one(whole.outcome, noun, whole.clause, whole.event, is_part=True, count=count)
            self._share_group(self.tolls[known:])

    def _remains(self, clauses: list[Clause], phrases: list[Noun]) -> None:
        """'The bodies of 17 soldiers were found': people of whom the text tells no more than that."""
        for noun in (n for n in self.fates.remains(phrases) if id(n) not in self.matcher.by_noun):
            if not any(t.noun is noun and t.outcome != "abducted" for t in self.tolls):
                clause = next((c for c in clauses if noun is c.subject or noun in c.objects), None)
                verb = clause.verb if clause is not None else None
                if verb is None or not (verb.modal or verb.is_negated):
                    self._add("killed", noun, clause, self.causes.source(clause) if clause is not None else None)

    # ---- nouns: deaths of two children, injuries to three, six dead, 26 wounded
    def _nominal(self, noun: Noun, clauses: list[Clause]) -> None:
        if id(noun) in self.matcher.by_noun or any(t.noun is noun for t in self.tolls):
            return
        outcome = self._told_by(noun.word)
        described = noun.last < len(self.words) and self.nouns.atoms.tags[noun.last] == "j"
        if (outcome is None and not described) or self.fates.is_aside(noun):
            return
        self._with_adjective(noun, clauses)
        if outcome is None or (noun.word in ("life", "lives") and self.words[noun.first - 1] == "on"):
            return  # "an attempt on the life of the mayor"
        clause = next(
            (c for c in clauses if noun is c.subject or noun in c.objects or any(n is noun for _, n in c.prepositions)),
            None,
        )
        if clause is not None and (self._by_accident(clause) or self.sums.is_over_time(clause)):
            return
        people = next((other for word, other in noun.prepositions if word in ("of", "to", "for")), None)
        if people is not None and self.nouns.of(people).classes & COUNTED and not self._is_house(people):
            self._add(outcome, people, clause, self.causes.source(clause) if clause else None)
        elif self.nouns.of(noun).count is not None:
            self._add(outcome, noun, clause, self.causes.source(clause) if clause else None)

    def _told_by(self, word: str) -> str | None:
        """What a noun says of the fate of people: 'the death', 'the wounded'."""
        if word in self.cues["dead_nouns"]:
            return "killed"
        if word in self.cues["hurt_nouns"]:
            return "injured"
        if word in _FATES:
            return "injured" if word in self.cues["hurt_adjectives"] else "killed"
        return None

    def _is_house(self, noun: Noun) -> bool:
        """'took the injured to the Santa Rosa clinic', 'wounds to the head': where they were brought, or had them."""
        return "facility" in self.nouns.of(noun).classes or noun.word in OF_BODIES

    def _with_adjective(self, noun: Noun, clauses: list[Clause]) -> None:
        """'8 jawans and driver dead' in a headline: the adjective behind people says what became of them."""
        if noun.last >= len(self.words) or self.nouns.atoms.tags[noun.last] != "j":
            return
        behind = self.words[noun.last : noun.last + 2]
        outcome = "killed" if behind == ["shot", "dead"] else self.outcomes.word(behind[0])
        if outcome is None:
            return
        meaning = self.nouns.of(noun)
        if not (meaning.count is not None or self.nouns.atoms.headline) or not meaning.classes & COUNTED:
            return
        first = next((other for other in self.matcher.phrases if noun in other.coordinated), noun)
        clause = next((c for c in clauses if first is c.subject or first in c.objects), None)
        if clause is None or clause.verb is None or not (self._by_accident(clause) or self.sums.is_over_time(clause)):
            self._add(outcome, first, clause, self.causes.source(clause) if clause else None)

    def _is_harm_word(self, word: str) -> bool:
        return word in self.cues["dead_nouns"] or word in self.cues["hurt_nouns"]

    def _add(self, outcome: str, noun: Noun, clause: Clause | None, event: Event | None) -> None:
        noun = self.makeup.whole(self.makeup.them(noun, self.clauses), self.matcher.phrases)
        before = len(self.tolls)
        beside = self.fates.company(noun, clause) if self.rule in ("toll.event", "toll.result") else []
        for each in (*self.lists.members(noun), *beside):
            own = self.outcomes.own(each)
            if own is None and noun.word in BODIES and each.word not in BODIES and self.nouns.of(each).classes & PEOPLE:
                continue  # "received 13 bodies and several people for treatment"
            strange = self._is_harm_word(each.word) or self.lists.is_age(noun, each)
            if each is noun or own is not None or not strange:
                theirs = event is not None and own not in (None, outcome) and not self._may_harm(event, own or "")
                self._add_one(own or outcome, each, clause, None if theirs else event)
        self._make_series(before)

    def _make_series(self, before: int) -> None:
        """Ties the tolls that one list gives."""
        made = [toll for toll in self.tolls[before:] if not toll.is_part]
        for toll in made:
            toll.is_part = toll.noun.predicate is not None and toll is not made[0]  # "30 people, 12 of them children"
        made = [toll for toll in made if not toll.is_part]
        if len(made) > 1 and len({id(toll.event) for toll in made}) == 1:
            for toll in made:
                toll.series = made

    def _add_one(
        self,
        outcome: str,
        noun: Noun,
        clause: Clause | None,
        event: Event | None,
        *,
        is_part: bool = False,
        count: Count | None = None,
    ) -> None:
        words = self.words[noun.first : noun.last]
        count = count or self.lists.all_but(noun)
        if words[0] in _NONE or {"how", "but"} & set(words) or (count is None and self.lists.is_all_but(noun)):
            return
        captive = outcome == "killed"  # "were kidnapped and killed": both befell them
        if any(t.noun is noun and not (captive and t.outcome == "abducted") for t in self.tolls):
            return
        if self.lists.is_no_people(noun) or noun.word in ("casualties", "casualty"):
            return  # "60 casualties, 25 dead and 35 wounded"
        count = count or (None if is_unnumbered(words) else self.lists.count(noun))
        if count is not None and count[0] >= OF_WARS:
            return
        vague = count is not None and count[1] is None and not says_number(words, self.lists.nouns.patterns.lexicon)
        if clause is not None and (is_asked(clause) or (vague and self._is_feared(clause))):
            return
        last = max(noun.last, self.nouns.counted(noun).last) if count is not None else noun.last
        last += self.words[last : last + 1] == ["more"] and self.words[last + 1 : last + 2] != ["than"]
        echo, piece = self.fates.is_echo(noun, clause), outcome == "killed" and self.fates.is_piece(noun, clause)
        self.tolls.append(Toll(outcome, noun, clause, noun.first, last, event, count, is_part, self.rule, echo, piece))
        self._parts_of(outcome, noun, clause, event)

    def _is_feared(self, clause: Clause) -> bool:
        """'Thousands were feared killed': a fear without a number is no toll."""
        verbs = [c.verb.lemma for c in (clause, clause.parent) if c is not None and c.verb is not None]
        return "fear" in verbs

    def _parts_of(self, outcome: str, whole: Noun, clause: Clause | None, event: Event | None) -> None:
        """', three of them children', ', including six civilians', ': eight soldiers and a driver': parts of a toll."""
        inner = [n for w, n in whole.tail if w == "including"]
        inner += whole.appositions if not self.lists.is_somebody(whole) else []
        beside = self.lists.told_behind(whole, clause, self.matcher.phrases)
        inner += [n for n in (*beside, *self.lists.included(whole)) if n not in inner]
        for n in inner:
            made = [self._part(outcome, part, clause, event) for part in (n, *n.coordinated)]
            series = [toll for toll in made if toll is not None]
            for toll in series:
                toll.series = series  # "two soldiers and a policeman" are three of the security forces
            self.tolls += series

    def _part(self, outcome: str, part: Noun, clause: Clause | None, event: Event | None) -> Toll | None:
        own = self.outcomes.own(part)
        if own not in (None, outcome):
            self._add_one(own or outcome, part, clause, event)
            return None
        counted = self.nouns.counted(part)
        count, meaning = self.lists.count(part) or self.lists.one_attacker(part), self.nouns.of(counted)
        told = self.lists.is_no_people(part) or "number" in meaning.classes or any(t.noun is part for t in self.tolls)
        if count is None or told or not meaning.classes & PEOPLE:
            return None
        last = max(part.last, counted.last)
        return Toll(outcome, part, clause, part.first, last, event, count, is_part=True, rule="toll.part")
