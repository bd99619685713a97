"""A clause: a verb with its parts, and the clauses around it.

What belongs here: the record of a clause and what can be asked of those outside it. What does not: reading clauses off
phrases (clauses.py).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from sitrep.extract.phrases import Noun, Phrase, Verb

#: Verbs that give a name: "a group called X".
CALLED = frozenset({"call", "name", "dub", "title", "style"})
_ARE = frozenset({"is", "are", "am", "'s", "'re"})
_SEVERAL = frozenset({"two", "both", "rival", "opposing", "warring", "feuding", "three"})
_THERE = frozenset({"in", "at", "near", "outside", "across"})
_HELD = frozenset({"suspect", "believe", "think", "allege", "presume", "suppose"})
_MOVING = frozenset("be enter leave pass cross reach approach attend board exit".split())  # "as they entered a market"
_SUFFERED = frozenset(
    "hide flee run escape watch see hear cower crouch pray scream play pretend lie survive listen".split()
)
_TALKING, _TO_OR_BY = frozenset({"speak", "talk"}), frozenset({"to", "by", "via", "over", "with"})
_LETTING = frozenset({"let", "make"})
_PLANNING = frozenset("be set schedule expect plan hope intend want mean prepare".split())
_SLOWLY = frozenset({"hospital", "clinic", "wounds", "wound", "injuries", "injury", "burns"})  # "died in hospital"
_HOSTED = frozenset({"hold", "host", "convene", "take_place"})
_COMES, _MEANWHILE = frozenset({"come", "follow", "precede"}), frozenset({"as", "while", "when", "amid"})
_HAPPENS = frozenset({"take_place", "happen", "occur"})  # "the attack took place after gunmen raided X"
_USES = frozenset({"operate", "fly", "pilot", "belong", "fire", "launch", "drive"})
_LYING = frozenset("be lie sit border overlook adjoin straddle house host belong serve".split())  # what a place does
#: What harms nobody: "hit a village that had backed the rebels, killing six".
_HARMLESS = frozenset(
    "support back carry transport contain hold gather assemble arrive return come leave travel shelter attend stop "
    "refuse visit join defect flee escape live work stay depart".split()
)
_BLOWS = frozenset("strike attack explode detonate go blow erupt break crash collapse hit fire shoot clash".split())

_ARMED = frozenset({"military", "police", "militants", "unidentified"})
#: What somebody says or holds and no one is killed with: whose it is stands behind "by".
SPEECHES = frozenset(
    """speech speeches message statement call calls appeal address remarks remark announcement visit trip tour order
    request warning declaration sermon talk report article""".split()
)
_MARCHES = frozenset("march marches rally rallies demonstration demonstrations protest protests strike vigil".split())


@dataclass(slots=True, eq=False)
class Clause:
    """A verb with its parts."""

    number: int
    kind: str  # main, relative, subordinate, participle, infinitive, complement
    first: int  # phrase at which it begins
    last: int = 0
    verb: Verb | None = None
    subject: Noun | None = None
    objects: list[Noun] = field(default_factory=list)
    prepositions: list[tuple[str, Noun]] = field(default_factory=list)
    times: list[Phrase] = field(default_factory=list)
    marker: str = ""  # after, when, because, that ...
    parent: Clause | None = None
    antecedent: Noun | None = None  # of a relative clause
    antecedents: list[Noun] = field(default_factory=list)  # all that it may be, the nearest first
    children: list[Clause] = field(default_factory=list)
    adjectives: list[Phrase] = field(default_factory=list)  # "six dead", "found dead"
    source: Clause | None = None  # whose verb it has: "six in Mopti" of "killed nine in Gao and six in Mopti"
    is_sum: bool = False  # what it counts is told place by place behind it
    joined: Clause | None = None  # whose verb follows its own: "burned and looted the camp"
    beside: Clause | None = None  # a passive right behind its own: "was beaten and robbed by soldiers"

    @property
    def object(self) -> Noun | None:
        """The first object."""
        return self.objects[0] if self.objects else None

    def speaker_behind(self, word_verbs: frozenset[str]) -> Noun | None:
        """Who says what a participle behind a place says: of 'rallied in X calling for reform' the subject outside."""
        verb, outer = self.verb, self.parent
        if verb is None or verb.is_passive or outer is None or self.subject is not self.antecedent:
            return None
        told = verb.lemma in word_verbs or verb.name() in word_verbs
        town = any(noun is self.antecedent for word, noun in outer.prepositions if word in _THERE)
        return outer.subject if told and town else None

    def acts_on(self, noun: Noun | None) -> bool:
        """'the mayor whom gunmen shot died': whether a verb is what its subject, a noun, did to whom it hangs on."""
        waits = self.kind == "relative" and self.verb is None and self.subject is noun is not None
        return waits and self.antecedent in self.objects

    def speaking(self, *says: frozenset[str]) -> Clause:
        """The clause around this one in which somebody says something, its verb in any of the sets; itself if none."""
        outer: Clause | None = self
        while outer is not None:
            verb = outer.verb
            if verb is not None and any(verb.lemma in verbs for verbs in says):
                return outer
            outer = outer.parent
        return self

    def is_remark(self) -> bool:
        """Whether a participle tells what somebody did beside what its clause says: 'denied it, saying that'."""
        outer = self.parent if self.kind == "participle" and not self.marker else None
        if outer is None or self.verb is None:
            return False
        told = any(child is not self and child.kind == "complement" for child in outer.children)
        return told or bool(outer.objects)

    def is_hearsay(self) -> bool:
        """Whether it is only held to be so: 'X is believed to have killed', 'is suspected of being behind'."""
        inner, outer = self, self.parent
        while outer is not None and outer.verb is not None and inner.kind in ("infinitive", "participle"):
            if outer.verb.is_passive and outer.verb.lemma in _HELD:
                return True
            inner, outer = outer, outer.parent
        return False

    def shared_objects(self) -> list[Noun]:
        """Its own objects, else those of the verb joined to its own: 'burned and looted the camp'."""
        joined = self.joined
        if self.objects or joined is None or joined.verb is None or joined.verb.is_passive:
            return self.objects
        return joined.objects

    def behind_by(self, deeds: Container[str]) -> list[Noun]:
        """Who did it, where a passive right behind tells: of 'was beaten and robbed by soldiers' the soldiers.

        Both must be deeds of harm: who 'was beaten and freed by soldiers' was not beaten by them.
        """
        other: Clause | None = self.beside
        while other is not None and other.verb is not None and other.verb.lemma in deeds:
            found = [noun for word, noun in other.prepositions if word == "by"]
            if found:
                return found
            other = other.beside
        return []

    def has_below(self, verb: Verb, words: list[str], *, joined: bool) -> bool:
        """Whether a verb without a "to" of its own is an infinitive below this clause or beside its own infinitive."""
        if joined and self.kind == "infinitive" and words[verb.first] == "be":
            return True  # "told them to leave or be killed"
        if verb.form != "finite" or verb.tense != "present" or verb.main != verb.first:
            return False
        is_plain = words[verb.main] == verb.lemma
        return is_plain and ((joined and self._is_below_past()) or self._needs_no_to())

    def _is_below_past(self) -> bool:
        """'vowed to avenge X and strike Y': a plain verb behind one of the past has no subject of its own."""
        outer = self.parent.verb if self.kind == "infinitive" and self.parent is not None else None
        return outer is not None and (outer.tense != "present" or outer.form == "participle") and not outer.modal

    def _needs_no_to(self) -> bool:
        """Whether its verb has another one below it without "to": 'let inspectors enter', 'help rebuild it'."""
        above = self.verb
        if above is None or above.is_passive:
            return False
        return above.lemma == "help" or (above.lemma in _LETTING and bool(self.objects))

    @property
    def is_passive(self) -> bool:
        """Whether what its verb says is done to its subject."""
        return self.verb is not None and self.verb.is_passive

    def flees(self, noun: Noun | None) -> bool:
        """'refugees who fled fighting': what somebody had fled before."""
        fled = self.kind == "relative" and self.verb is not None and self.verb.lemma in ("flee", "escape")
        return fled and noun is not None and noun in self.objects

    def opening(self, words: list[str]) -> set[str]:
        """The words that it opens with: 'its fighters died' is of "its", "fighters" and "die"."""
        verb = {self.verb.lemma, *(["passive"] if self.is_passive else ())} if self.verb is not None else set()
        return verb if self.subject is None else {words[self.subject.first], self.subject.word, *verb}

    @property
    def charges(self) -> bool:
        """'charged six men with killing a judge': whose deed it is that they are charged with."""
        return self.verb is not None and self.verb.lemma in ("charge", "task", "entrust", "credit")

    @property
    def is_lasting(self) -> bool:
        """'the rebels, who have fought since 2009, attacked': what somebody has long been doing."""
        return self.kind == "relative" and self.verb is not None and self.verb.tense in ("perfect", "pastperfect")

    @property
    def is_done_by(self) -> bool:
        """'an attack claimed by X': a participle on a noun, with who does it."""
        done = self.kind == "participle" and self.is_passive
        return done and any(word == "by" for word, _ in self.prepositions)

    def is_deed_on(self, noun: Noun | None) -> bool:
        """Whether a noun phrase is all that a verb is done to: the village of 'men who attacked a village'.

        So is the name of 'a group called X'.
        """
        called = self.verb is not None and self.verb.lemma in CALLED
        return (called or not self.is_passive) and noun is self.object and len(self.objects) == 1

    def aside_in(self, says: frozenset[str]) -> tuple[Clause, Noun] | None:
        """Of 'said men armed with axes raided X', 'said a man accused of killing Y was shot': in what, of whom."""
        clause: Clause = self
        hanging = ("relative", "participle", "infinitive") if self.verb is not None else ()
        while clause.parent is not None and clause.kind in hanging:
            outer, noun = clause.parent, clause.antecedent or clause.subject
            if outer.verb is not None and outer.verb.lemma in says:
                of_whom = (each for each in outer.objects if each is noun or any(n is noun for _, n in each.tail))
                told = next(of_whom, None)  # "said a group from the north, known as X, attacked": the group
                return (outer, told) if told is not None else None
            clause = outer
        return None

    @property
    def is_perfect(self) -> bool:
        """Whether its verb has 'have' before it, which holds for a verb joined to it too."""
        verb = self.verb
        return verb is not None and verb.tense in ("perfect", "pastperfect") and not verb.is_passive

    @property
    def awaits_verb(self) -> bool:
        """Whether it, or a clause outside, has a subject and still no verb."""
        return self.subject is not None and (self.verb is None or self.waiting() is not None)

    def give_up(self, noun: Noun) -> None:
        """Takes out a noun phrase that was read as an object and is the subject of another clause."""
        if noun in self.objects:
            self.objects.remove(noun)
        for other in self.objects:
            if noun in other.coordinated:
                other.coordinated.remove(noun)
        among = [n for word, n in noun.tail if word == "including"]
        self.prepositions = [p for p in self.prepositions if p[1] is not noun and not any(p[1] is n for n in among)]

    def lacks_verb(self) -> bool:
        """'a party whose leader, Omar Diaz, was killed': behind the name of its own subject a clause has its verb."""
        own = self.subject if self.kind in ("relative", "subordinate") and self.subject is not self.antecedent else None
        return own is not None and self.verb is None and bool(own.appositions) and not self.prepositions

    def waiting(self) -> Clause | None:
        """The nearest clause outside this one that has a subject and still no verb."""
        outer = self.parent
        while outer is not None and (outer.verb is not None or outer.subject is None):
            outer = outer.parent
        return outer

    def fronted(self) -> Clause | None:
        """The clause that a participle begins before its own subject and verb: 'by shelling it the army broke'."""
        outer = self.parent if self.kind == "participle" and self.marker else None
        return outer if outer is not None and outer.verb is None and outer.subject is None else None

    def described(self) -> Clause:
        """The clause that a participle behind a comma belongs to: not one that only describes a noun of it."""
        clause = self
        while clause.parent is not None and (clause.only_describes() or clause.only_sets_scene()):
            clause = clause.parent
        return clause

    def behind_aside(self) -> Clause:
        """The clause that goes on behind a comma: of 'was shot in X, which lies in Y, on Monday' the shooting's."""
        outer = self.parent
        ends = self.kind == "relative" and outer is not None and outer.verb is not None and self.only_describes()
        return outer if ends and outer is not None else self

    def only_sets_scene(self) -> bool:
        """'a bomb went off as pilgrims prayed, killing six': what went on at the time, done to nobody."""
        if self.kind != "subordinate" or self.marker not in ("as", "while") or self.verb is None:
            return False
        if self.objects and self.verb.lemma not in _MOVING and not self.verb.is_going_on():
            return False
        if self.parent is not None and self.parent.verb is not None and self.parent.verb.lemma in _SUFFERED:
            return False  # "pupils hid as the gunman went from room to room, shooting nine"
        aimed = any(word in ("at", "on", "into", "against", "with") for word, _ in self.prepositions)
        aimed = aimed and not (self.verb.is_going_on() and self.verb.lemma in _PEACEFUL)  # "were going to church on X"
        above = self.parent is not None and self.parent.verb is not None and self.parent.subject is not None
        blow = self.verb.lemma in _BLOWS and (self.verb.lemma != "go" or bool(self.verb.particles))  # "went off"
        return above and not aimed and not self.verb.is_passive and not blow

    def only_describes(self) -> bool:
        """Whether a clause says what its noun is, or where: 'posts where troops were stationed, killing six'."""
        if self.kind == "participle":
            return self.antecedent is not None
        hangs = (self.kind == "relative" and self.antecedent is not None) or self.marker == "where"
        verb = self.verb
        idle = verb is not None and (verb.lemma in _LYING or verb.lemma in _HARMLESS)
        return hangs and verb is not None and (verb.is_passive or idle or verb.is_going_on())

    def says_what_one_is_at(self) -> bool:
        """'troops fighting rebels', 'who fight the army', 'are fighting on three fronts': no deed of its own."""
        verb = self.verb
        if verb is None or verb.is_passive:
            return False
        if verb.tense == "present" and verb.form == "finite" and verb.words & _ARE:
            return True
        hangs = self.antecedent is not None
        return hangs and (verb.form == "gerund" if self.kind == "participle" else verb.tense == "present")

    def is_two(self, words: list[str]) -> bool:
        """Whether the subject is of two sides: 'two gangs', 'rival clans'."""
        return self.subject is not None and not _SEVERAL.isdisjoint(words[self.subject.first : self.subject.head])

    def is_of_doer(self, noun: Noun) -> bool:
        """Of 'the bus was attacked by men on motorcycles' the motorcycles are what those came on."""
        return any(word == "by" and n.last == noun.first - 1 for word, n in self.prepositions)

    def is_on_subject(self, noun: Noun) -> bool:
        """Whether a noun phrase hangs on the subject: 'men on motorcycles attacked', 'guards at a gate shot'."""
        return self.subject is not None and any(noun is other for _, other in self.subject.tail)

    def told_of(self) -> tuple[Clause, Noun] | None:
        """Of 'police said the men, who came from X, were killed' the clause outside and its object, of whom it tells.

        So with a participle between, 'said troops, backed by jets, killed six'; with neither, itself and its own.
        """
        outer, noun = self.parent, self.antecedent or (self.subject if self.marker else None)
        says_more = self.kind in ("relative", "participle") and self.verb is not None
        if says_more and outer is not None and noun is not None and noun in outer.objects:
            return outer, noun
        return (self, self.objects[-1]) if self.objects else None

    def spoken_of(self, verb: Verb) -> Noun | None:
        """'the raid that police say was carried out by X': of what it is said."""
        if not verb.is_passive:
            return None
        if self.kind == "relative" and self.antecedent is not None:
            return self.antecedent if any(noun is self.antecedent for noun in self.objects) else None
        return self.antecedents[0] if self.kind == "complement" and self.marker == "that" and self.antecedents else None

    def goes_on_with(self, verb: Verb, events: Container[str]) -> bool:
        """'blamed a war that has killed 40, shut schools and driven out 90': the war has done all of it."""
        inner, noun = self.verb, self.antecedent
        if self.kind != "relative" or noun is None or inner is None or noun.word not in events:
            return False
        if verb.form != "participle" or inner.tense != "perfect" or inner.is_passive:
            return False
        verb.tense = inner.tense
        return True

    def coordinating(self, *, comma: bool, verb: Verb | None = None, then: bool = False) -> Clause:
        """The clause whose subject a coordinated verb shares: not a participle or infinitive between."""
        clause = self
        while clause.kind in ("participle", "infinitive") and clause.parent is not None:
            clause = clause.parent
        inner, outer = clause.verb, clause.parent.verb if clause.parent is not None else None
        goes_on = clause.kind == "relative" and outer is not None and outer.is_going_on()
        if goes_on and inner is not None and verb is not None and inner.tense == verb.tense == "past":
            return clause  # "were chasing men who raided X, north of Y, and killed six"
        done = inner is not None and verb is not None and inner.is_under_way() and not verb.is_under_way()
        aside = clause.kind == "relative" and (comma or done)  # "followed men who were fleeing and killed six"
        meanwhile = (done or then) and clause.kind == "subordinate" and clause.marker in _SCENES
        scene = clause.only_sets_scene() if comma else meanwhile and outer is not None and not outer.is_passive
        if clause.parent is not None and (aside or scene):
            clause = clause.parent  # "entered as guards slept, killed six", "came while they were praying and fired"
        if verb is not None:
            clause._lend_modal(verb)
        return clause

    def _lend_modal(self, verb: Verb) -> None:
        """'must end the siege and free the hostages': what holds for the first verb holds for a plain one behind it."""
        own = self.verb
        if own is not None and own.modal and not own.is_passive and verb.words == {verb.lemma}:
            verb.modal = own.modal

    def is_by_others(self, noun: Noun, cues: dict[str, frozenset[str]], classes: frozenset[str]) -> bool:
        """'arrested after the killing of a boy by rebels', 'shot after a speech by X': who did what stands before "by".

        Who is armed, by the classes of the noun, may well have shot somebody 'during a march by police'.
        """
        behind, armed = cues["realis_prepositions"], not classes.isdisjoint(_ARMED)
        for word, held in self.prepositions:
            at = next((i for i, (by, n) in enumerate(held.tail) if by == "by" and n is noun), -1)
            if at < 0 or (word.replace(" ", "_") not in behind and word.split()[-1] not in behind):
                continue
            if (at == 1 and held.tail[0][0] == "of") or held.word in SPEECHES or (held.word in _MARCHES and not armed):
                return True
        return False

    def tells_of_deaths(self, dying: frozenset[str]) -> bool:
        """'two died on Tuesday after a raid': in it, and that day; not 'in hospital', 'of wounds' or 'succumbed'."""
        if self.verb is None or self.verb.lemma not in dying or self.verb.lemma == "succumb":
            return False
        return len(self.times) < 2 and not any(noun.word in _SLOWLY for _, noun in self.prepositions)

    def is_talk(self) -> bool:
        """'the chief, who spoke to reporters from his base in X, said', 'speaking by phone from X': where one talks."""
        talks = self.verb is not None and self.verb.lemma in _TALKING and self.kind in ("relative", "participle")
        return talks and any(word in _TO_OR_BY for word, _ in self.prepositions)

    def is_reported(self) -> bool:
        """'were reported to have struck a mosque': the clause of an infinitive below a passive verb of saying."""
        outer = self.parent
        return self.kind == "infinitive" and outer is not None and outer.verb is not None and outer.verb.is_passive

    @property
    def is_outcome(self) -> bool:
        """Whether it tells what the clause before it led to: 'rammed a bridge, killing 11'."""
        return self.kind == "participle" and self.antecedent is None and not self.marker

    def told_times(self) -> list[Phrase]:
        """The times of a clause, and of what only says that it is told: 'days earlier, they were said to have'.

        What something led to has those of what led to it: 'the same day, a lorry rammed a bridge, killing 11'.
        """
        outer = self.parent
        if outer is not None and self.is_outcome and not self.times:
            return outer.told_times()
        return [*self.times, *(outer.times if outer is not None and self.is_reported() else ())]

    def lends_time_to(self, told: Clause | None, aftermath: frozenset[str]) -> bool:
        """Whether a clause's time may be that of an event told in another.

        Not 'men whom it had abducted in August' of their release; nor 'were found on Sunday' of those whom a relative
        clause tells to have been killed (`aftermath`: verbs of what follows a deed).
        """
        if told is self or self.verb is None:
            return True
        if (self.verb.modal or self.marker == "since") and (told is None or not told.is_within(self)):
            return False  # "came after they announced that talks would go on next Monday"
        if told is not None and (told.comes_after(self) or self._is_in_condition(told)):
            return False
        if told is not None and (self._laid_out(told) or self._is_before(told, aftermath)):
            return False
        if self.is_plan() and (told is None or not told.is_within(self)):
            return False
        past = self.kind == "relative" and self.verb.tense == "pastperfect"
        if past and (told is None or not told.is_within(self)):
            return False
        return told is None or not self.comes_of(told, aftermath)

    def comes_of(self, told: Clause, aftermath: frozenset[str]) -> bool:
        """'four who were killed in Gao were buried on Saturday': what followed is another scene, of another day."""
        return self.verb is not None and self.verb.lemma in aftermath and told.hangs_on_noun_in(self)

    def _is_before(self, told: Clause, aftermath: frozenset[str]) -> bool:
        """'freed two teachers kidnapped in May', 'released a trader they took in May': freed later."""
        return told.verb is not None and told.verb.lemma in aftermath and self.hangs_on_noun_in(told)

    def is_plan(self) -> bool:
        """'the soldiers, who were due to fly home on Sunday, were killed': what was to come."""
        outer = self.parent if self.kind == "infinitive" else None
        verb = outer.verb if outer is not None and outer.kind in ("relative", "participle") else None
        return verb is not None and verb.lemma in _PLANNING

    def _laid_out(self, told: Clause) -> bool:
        """'on Monday they laid out the bodies of men who, they said, had been shot': shot before that."""
        outer = told.parent if told.kind == "complement" else told
        before = told.verb is not None and told.verb.tense == "pastperfect" and self.verb is not None
        return before and outer is not None and outer.kind == "relative" and told is not self and outer.is_within(self)

    def _is_in_condition(self, told: Clause) -> bool:
        """'the murder could have been avoided if they had acted on what they heard last week'."""
        return any(clause.marker == "if" for clause in self._up_to(told))

    def comes_after(self, other: Clause) -> bool:
        """'it comes after a bomb went off on Thursday', 'it followed a raid that killed six': on other days."""
        verb, marker = self.verb, other.marker
        if verb is None or marker in _MEANWHILE or not other.is_within(self):
            return False
        happens = verb.lemma in _HAPPENS or (
            verb.lemma == "take" and any(noun.word == "place" for noun in self.objects)
        )
        return verb.lemma in _COMES or (happens and marker.split()[-1:] in (["after"], ["before"]))

    def user_of(self, noun: Noun) -> Noun | None:
        """'a drone operated by rebels hit', 'a jet belonging to the army bombed': whose a weapon is."""
        outer = self.parent.children if self.parent is not None and self.kind == "participle" else []
        for child in (*self.children, *outer):
            verb = child.verb
            if child.kind == "participle" and child.subject is noun and verb is not None and verb.lemma in _USES:
                wanted = "to" if verb.lemma == "belong" else "by"
                return next((other for word, other in child.prepositions if word == wanted), None)
        return None

    def is_told_of(self, noun: Noun) -> bool:
        """Whether a relative clause is told of a noun: 'talks of X and Y, which were held in Z' behind its parts."""
        antecedent = self.antecedent if self.kind == "relative" else None
        if antecedent is None or antecedent is noun:
            return antecedent is noun
        hosted = self.verb is not None and self.verb.lemma in _HOSTED
        return hosted and any(other is noun for other in self.antecedents)

    def is_within(self, outer: Clause) -> bool:
        """Whether a clause is another, or stands in it."""
        clause: Clause | None = self
        while clause is not None and clause is not outer:
            clause = clause.parent
        return clause is outer

    def is_aside_of(self, told: Clause) -> bool:
        """'the rebels, who want to topple the ruler, killed six': what they want or always do, beside what is told."""
        return any(
            clause.kind == "relative" and clause.verb is not None and clause.verb.tense == "present"
            for clause in self._up_to(told)
        )

    def _up_to(self, told: Clause) -> list[Clause]:
        """This clause and those that hold it, up to the first that also holds what is told."""
        held: list[Clause] = []
        clause: Clause | None = self
        while clause is not None and not told.is_within(clause):
            held.append(clause)
            clause = clause.parent
        return held

    def hangs_on_noun_in(self, outer: Clause) -> bool:
        """Whether what a clause tells is told of a noun of another: 'the bodies of men who were shot were found'."""
        clause: Clause | None = self
        hangs = False
        while clause is not None and clause is not outer:
            hangs = hangs or clause.kind in ("relative", "participle")
            clause = clause.parent
        return hangs and clause is outer


_PEACEFUL = frozenset(
    """go pray sleep sit stand wait celebrate dance gather shop queue eat dine sing march walk drive ride travel head
    return leave attend watch play mourn rest work fish swim sunbathe""".split()
)
_SCENES = frozenset({"as", "while", "when", "where"})
_ON_IT = frozenset("react respond speak condemn denounce lament mourn decry describe address deplore".split())


def opens_speech(clause: Clause | None, clauses: list[Clause], says: frozenset[str]) -> bool:
    """'Confirming the attack on Wednesday, the police said that six had died': it was confirmed on that day."""
    if clause is None or clause.kind != "participle" or clause.verb is None or clause.verb.form != "gerund":
        return False
    if clause.verb.lemma not in says and clause.verb.lemma not in _ON_IT:
        return False
    behind = next((c for c in clauses if c.verb is not None and c.verb.first > clause.verb.first), None)
    return behind is not None and behind.verb is not None and behind.kind == "main" and behind.verb.lemma in says
