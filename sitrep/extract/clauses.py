"""Phrases to clauses: who is subject, what is object, which prepositions follow, what hangs on what.

What belongs here: grammar alone, read once from left to right without going back. What does not: what stands before
and behind a phrase (neighbours.py), events and roles.

The reader keeps the clause that it is in. A verb opens a clause unless the present one still waits for its verb; a
relative pronoun opens one inside; a comma before a verb closes the relative clause; a conjunction before a verb opens
one with the same subject. Noun phrases become subject before the verb, objects after it, or hang on a preposition.
"""

from __future__ import annotations

from sitrep.extract.clause import CALLED, Clause
from sitrep.extract.neighbours import AS_WHAT, BORDERS, DESCRIBING, Neighbours
from sitrep.extract.phrases import Noun, Phrase, Phrases, Verb, is_of_verb_behind
from sitrep.extract.rows import Rows
from sitrep.ontology.patterns.lexicon import Lexicon

#: What is said behind these is of the object: "barred the men from", "arrested three men on suspicion of".
_OF_WHOM_ONE_ACTS = frozenset({"for", "of", "from", "into", "on suspicion of", "on charges of", "on the charge of"})
_CLAUSE_PREPOSITIONS = frozenset("after before since until till as than like for once given".split())
_ONLY_SAYS, _BREAKS = frozenset({"say", "add", "insist", "explain"}), frozenset(',:;-"')
_TOLD = frozenset("claims reports allegations accusations rumours rumors suggestions".split())
_DO_SUPPORT, _BY_MEANS = frozenset("did does do".split()), frozenset("use employ summon leave cross enter".split())


class Reader:
    """Reads one sentence's phrases into clauses."""

    def __init__(self, phrases: Phrases, cues: dict[str, frozenset[str]], lexicon: Lexicon) -> None:
        self.items = phrases.items
        self.words, self.tags = phrases.atoms.words, phrases.atoms.tags
        self.around = Neighbours(phrases)
        self.headline = phrases.atoms.headline
        self.speech, self.dying, self.contents = cues["speech"], cues["die_verbs"], cues["content_nouns"]
        self.telling = (self.speech, cues["word_verbs"], cues["denial"], cues["threat"], cues["claimed_speech"])
        self.comments = (cues["speech"], cues["word_verbs"], cues["comment_verbs"])
        self.rows = Rows(self.around, lexicon)
        self.nouns = self.rows.nouns
        self.clause = Clause(0, "main", 0)
        self.clauses = [self.clause]
        self.preposition: str | None = None  # waiting for its noun phrase
        self.chain: list[Noun] = []  # noun phrases in a row, joined by prepositions alone
        self.last_noun: Noun | None = None
        self.conjunction = self.comma = False  # directly before the present phrase
        self.pending_marker = ""
        self.before_that: list[Noun] = []  # the noun phrases in a row right before "that", the nearest first
        self.inverted = False  # the clause's subject is still to come: ", said the minister"
        self.behind_remark = 0  # the phrase at which reading goes on
        self.broken: dict[int, Clause] = {}  # by the number of a remark, the clause that it breaks off

    def read(self) -> list[Clause]:
        """The clauses of the sentence; those without a verb are kept for their noun phrases."""
        for index, phrase in enumerate(self.items):
            if index < self.behind_remark:
                continue
            if phrase.kind == "," and self.clause.awaits_verb and self.around.is_remark(index, self.speech):
                self._remark(index)
            elif isinstance(phrase, Noun):
                self._noun(index, phrase)
            elif isinstance(phrase, Verb):
                self._verb(index, phrase)
            else:
                self._other(index, phrase)
        for clause in self.clauses:
            clause.last = max(clause.last, clause.first)
        return self.clauses

    def _remark(self, index: int) -> None:
        """'The seven, he explained, were killed': who says it stands apart; the clause goes on behind it."""
        said = self.around.remark(index, len(self.clauses))
        self.comma, self.behind_remark = False, index + 4
        self.nouns += [said.subject] if said.subject is not None else []
        self.clauses.append(said)
        self.preposition, self.conjunction = None, False

    # ---- phrases of one word
    def _other(self, index: int, phrase: Phrase) -> None:
        kind = phrase.kind
        if kind == "i":
            self._preposition(index, phrase)
        elif kind == "r":
            self._relative(index, phrase)
        elif kind == "s":
            self._after_or_when(index, phrase)
        elif kind == "C":
            self._that(index, phrase)
        elif kind == "l":
            self.conjunction = True
        elif kind == "T":
            self._time(index, phrase)
        elif kind == "j":
            self.clause.adjectives.append(phrase)
        elif kind in _BREAKS or kind not in "a":
            self.comma, self.preposition = True, None
            if kind in ":;-":
                self._break_chain()
                self._after_heading(index, kind)

    def _that(self, index: int, phrase: Phrase) -> None:
        if self._tells_of(index):
            self._relative(index, phrase)
            return
        self.pending_marker = "that"
        self.before_that = [*reversed(self.chain)] if index and self.items[index - 1].kind in "NT" else []
        self._break_chain()

    def _tells_of(self, index: int) -> bool:
        """'the convoy that rebels ambushed': what is told of a noun behind "that", not what is in a report or fear."""
        noun, verb = self.last_noun, self.clause.verb
        if noun is None or noun.word in self.contents or not self.around.noun_before(index):
            return False
        whom = noun in self.clause.objects and not self._says(self.clause)
        done = verb is None or (whom and not self._comments(verb))
        return done and self.around.is_contact(index, alone=verb is not None)

    def _time(self, index: int, phrase: Phrase) -> None:
        """A time is the present clause's; in 'said that on Monday gunmen killed' that of the one that begins."""
        if self.pending_marker == "that":
            self._open_that(index)
        self._lead(index)
        clause = self.clause
        if clause.kind == "relative" and clause.parent is not None and is_of_verb_behind(self.items, index):
            clause = clause.parent  # "X, which claimed the attack, on Monday denied it"
        clause.times.append(phrase)
        self.preposition = None

    def _lead(self, index: int) -> None:
        """'six were killed in X and in Y gunmen fled', '; on Monday, gunmen fled': a clause begins with its scene."""
        if self.comma:
            self.clause = self.clause.behind_aside()
        if self.clause.verb is not None and self.around.leads_clause(index, self.speech):
            self._open_beside(index, leads=True)
            self._reset()

    def _after_heading(self, index: int, mark: str) -> None:
        """'QUETTA, Jan 6 - Gunmen killed': without a verb, a heading stands before it; 'X said: "We did it."': said."""
        if mark == ":" and self._says(self.clause):
            self.pending_marker, self.before_that = "that", []
        if mark == "-" and any(p.kind == "-" for p in self.items[index + 1 :]) and not self.around.is_dateline(index):
            return
        if mark == "-" and self.clause.subject is not None and self.around.ends_remark(index):
            return
        if self.clause.verb is None and self.clause.kind == "main":
            self.clause = self._open("main", index)
            self.clause.parent = None
            self._reset()

    def _break_chain(self) -> None:
        self.chain, self.preposition, self.conjunction = [], None, False

    def _preposition(self, index: int, phrase: Phrase) -> None:
        word = self.words[phrase.first]
        opens = word in _CLAUSE_PREPOSITIONS and (word != "for" or self.comma) and not self.around.says_as_what(index)
        if opens and self.around.clause_follows(index + 1):
            self._subordinator(index, word)
            return
        self._lead(index)
        self.preposition = word
        if self.comma and not (index > 1 and self.items[index - 2].kind in "NT"):
            self.chain = []
        self.conjunction = self.comma = False

    def _after_or_when(self, index: int, phrase: Phrase) -> None:
        """'after' may open a clause or stand before a noun; 'when' opens a clause."""
        word = self.words[phrase.first]
        bare = word.rpartition(" ")[2]  # "just after dawn, gunmen fled"
        if bare in _CLAUSE_PREPOSITIONS and (
            not self.around.clause_follows(index + 1) or self.around.says_as_what(index)
        ):
            self.preposition = bare
            self.conjunction = self.comma = False
            return
        self._subordinator(index, word)

    def _relative(self, index: int, phrase: Phrase) -> None:
        word = self.words[phrase.first]
        before = self.around.before(index)
        behind_comma = before is not None and before.kind in ",-i" and index > 1
        hangs = isinstance(before, Noun) or behind_comma or (before is not None and before.kind in "T")
        told = self.rows.of_whom(index, word, self.last_noun, self.chain) if hangs and word != "what" else []
        antecedent = told[0] if told else None
        clause = self._open("relative", index)
        clause.antecedent = antecedent
        clause.antecedents = told if antecedent not in (None, self.last_noun) else [*reversed(self.chain)] or told[:1]
        if word == "whose":
            self.clause = clause
            self._reset()
            return
        following = self.around.behind_settings(index) if self.preposition is None else self.around.behind(index)
        if isinstance(following, Verb) or (following is not None and following.kind in ",a"):
            clause.subject = antecedent
        elif antecedent is not None and self.preposition is None:
            clause.objects.append(antecedent)
        elif antecedent is not None:
            clause.prepositions.append((self.preposition or "", antecedent))
        self.clause = clause
        self._reset()

    def _subordinator(self, index: int, word: str) -> None:
        if word in ("when", "after", "before"):
            self._resume()
        self.clause = self._open("subordinate", index)
        self.clause.marker = word
        self._reset()

    def _reset(self) -> None:
        self._break_chain()
        self.comma, self.pending_marker = False, ""

    def _resume(self, verb: Verb | None = None) -> None:
        """', police said, killing six' goes on with the clause that the remark breaks off, ', adding that' does not."""
        remark, broken = self.clause, self.broken.get(self.clause.number)
        if broken is None or not self.comma or not self._says(remark) or remark.objects or remark.children:
            return
        if verb is None or not self._comments(verb):
            self.clause, self.last_noun = broken, broken.objects[-1] if broken.objects else broken.subject

    def _comments(self, verb: Verb) -> bool:
        return any(verb.lemma in words for words in self.comments)

    # ---- verbs
    def _verb(self, index: int, verb: Verb) -> None:
        also_to = self.clause.has_below(verb, self.words, joined=self.conjunction)
        if verb.form == "infinitive" or also_to:  # "told them to leave or be killed"
            self._nonfinite(index, verb, "infinitive")
        elif verb.form == "gerund":
            self._nonfinite(index, verb, "participle")
        elif (verb.form == "participle" and self._is_reduced(index, verb)) or self._said_to_be(index):
            self._reduced(index, verb)
        else:
            if self.conjunction and not self._is_new_subject(index):
                self._resume(verb)
            self._finite(index, verb)
        self.clause.last = index
        self.clause.times += [Phrase("T", i, i + 1) for i in range(verb.first, verb.last) if self.tags[i] == "T"]
        self._reset()

    def _said_to_be(self, index: int) -> bool:
        """'killed two men said to be rebels': of whom it is said."""
        return self.last_noun in self.clause.objects and self.around.said_to_be(index)

    def _is_reduced(self, index: int, verb: Verb) -> bool:
        """Whether an -ed form is a participle on the noun before it, not the clause's verb."""
        sure = self._surely_reduced(index, verb)
        if sure is not None or self.around.shares_object(index):
            return sure is True
        by_follows = self.around.done_by(index)
        if self.conjunction and by_follows and self.around.beside_passive(index, self.clause):
            return self.clause.kind == "participle"  # "a man beaten and robbed by soldiers"
        by_follows = by_follows or self.around.done_twice(index)
        if self.clause.verb is None and self.clause.subject is not None:
            return self._reduced_before_verb(index, verb, by_follows)
        if self.conjunction or self._ends_waiting(index, by_follows) or self.around.is_third(index, self.clause):
            return False
        return not self.around.noun_behind(index) or by_follows or (not self.comma and verb.lemma in CALLED)

    def _surely_reduced(self, index: int, verb: Verb) -> bool | None:
        """What the verb's own form and the words beside it settle; None where they leave it open."""
        if self.tags[verb.main] in "pq":
            behind = self.around.joins_verbs(index) or (self.conjunction and self.around.noun_behind(index))
            goes_on = self.clause.is_perfect and behind  # "have raided and taken", "have killed six and driven out 90"
            goes_on |= self.conjunction and self.clause.is_passive and not self.around.noun_behind(index)
            return self.tags[verb.main] == "q" and not goes_on  # "were dragged off a bus and beaten"
        if self.clause.verb is None and self.clause.kind == "relative" and self.items[index - 1].kind == "r":
            return False
        acts = self.around.is_active(index, verb) or (self._says_whom(self.clause) and self.around.acts(index, verb))
        if acts or (
            (self.clause.acts_on(self.last_noun) or verb.lemma == "survive") and not self.around.done_by(index)
        ):
            return False
        if verb.lemma in AS_WHAT and self.around.as_follows(index):
            stands = self.clause.verb is not None and not self._says(self.clause) and not self.comma
            stands = stands and self.around.noun_before(index)  # "killed a man identified as X"
            return stands or any(isinstance(later, Verb) for later in self.items[index + 1 : index + 6])
        if self.last_noun is not None and self.tags[self.last_noun.head] == "f" and self.around.noun_before(index):
            return False
        return None

    def _says_whom(self, said: Clause) -> bool:
        """'said the men crossed into X and shot': nobody says men, so that what they did follows."""
        alone = said.verb is not None and not said.verb.is_passive and said.verb.lemma in _ONLY_SAYS
        return alone and self.last_noun in said.objects

    def _reduced_before_verb(self, index: int, verb: Verb, by_follows: bool) -> bool:
        """The same where the clause has its subject and still waits for its verb."""
        if self.headline and by_follows and verb.lemma != "blame":
            return False
        finite_later = self.around.finite_later(index + 1)
        if verb.lemma in DESCRIBING and not self.around.noun_behind(index) and self.around.past_later(index + 1):
            return True
        aside = (self.comma and not self.conjunction) or self.around.is_inserted(index, self.rows.event_heads)
        if self.around.gives_name(index) or (aside and (finite_later or self.around.remark_ends(index))):
            return True
        return by_follows or (finite_later and not self.around.noun_behind(index))

    def _ends_waiting(self, index: int, by_follows: bool) -> bool:
        """'a committee set up by the chief announced': the clause outside still waits for this verb."""
        if by_follows or self.clause.waiting() is None:
            return False
        if self.comma:  # "French troops, backed by the army, pulled out of Gao"
            return self.clause.kind == "relative" or (
                self.clause.kind == "participle" and self.around.is_last_verb(index) and self.clause.first > 1
            )
        later = self.around.finite_later(index + 1) or self.around.past_later(index + 1)
        below = self.headline and self.clause.kind == "relative"  # "Man who shot guard sentenced to death"
        return (below or self.clause.kind in ("participle", "infinitive")) and not later

    def _reduced(self, index: int, verb: Verb) -> None:
        """'the bomb installed by its members': the noun is what the verb is done to."""
        verb.is_passive = True
        here, before = self.clause, self.around.before(index)
        if before is not None and before.kind == "s" and here.verb is None and here.subject is None:
            here.verb, here.subject = verb, here.parent.subject if here.parent is not None else None
            return  # "were on patrol when attacked by rebels"
        clause = self._open("participle", index)
        clause.verb = verb
        noun = self.last_noun or (here.subject if self.comma and here.verb is not None else None)
        if isinstance(before, Verb) and before is here.verb and before.is_passive:
            noun = here.subject  # "Ali, a leader of X, was presumed killed"
        clause.subject = noun
        clause.antecedent = noun
        clause.antecedents = list(reversed(self.chain)) or ([noun] if noun is not None else [])
        if self.conjunction and self.around.beside_passive(index, here):
            here.beside = clause
        self.clause = clause

    def _nonfinite(self, index: int, verb: Verb, kind: str) -> None:
        """', killing six' has the clause's subject."""
        if kind == "participle" and self.preposition is None:
            self._resume(verb)
        elif kind == "participle" and self.pending_marker == "that":
            self._open_that(index)  # "said that by shelling it the army broke the truce"
        beside = self.comma or self.preposition in ("before", "after")  # "met men going home before shooting them"
        outer = self.clause.described() if kind == "participle" and beside else self.clause
        self.clause = outer
        clause = self._open(kind, index)
        clause.verb = verb
        if self.preposition is not None:
            clause.marker = self.preposition
            clause.subject = self._subject_behind_preposition(index, clause, outer)
        elif kind == "participle" and self._hangs_on_noun(index, outer):
            clause.antecedent = self.last_noun if not self.around.scene_before(index, verb) else None
            clause.subject = clause.antecedent or outer.subject
        elif kind == "infinitive" and outer.verb is not None and outer.objects and not outer.verb.is_passive:
            uses = outer.verb.lemma in _BY_MEANS or not self.around.noun_before(index)
            clause.subject = outer.subject if uses else outer.objects[-1]  # who "used drones to kill" killed
        else:
            clause.subject = outer.subject
        if kind == "infinitive" and self.pending_marker == "that":
            clause.subject = None  # "said that to kill worshippers is a crime": nobody's deed
        if verb.lemma in self.speech and kind == "participle" and clause.antecedent is None:
            clause.parent = outer.speaking(*self.telling)
            clause.subject = clause.parent.subject
        if self.conjunction and outer.kind == kind and outer.verb is not None:
            clause.subject, clause.marker = outer.subject, outer.marker
            outer.joined = clause if self.around.joins_verbs(index) else outer.joined
        self.clause = clause

    def _subject_behind_preposition(self, index: int, clause: Clause, outer: Clause) -> Noun | None:
        """Who does what follows a preposition: 'after storming it', 'accused X of storming it'."""
        subject = outer.subject
        if self.items[index - 2].kind == "," and self._says_whom(outer):
            subject = self.last_noun  # "said the fighters, after storming the base, burned it"
        if outer.kind == clause.kind and outer.marker == clause.marker and self.around.is_joined(index - 1):
            outer, subject = outer.parent or outer, outer.subject  # "accused of shooting X and of killing Y"
        of_object = clause.marker in _OF_WHOM_ONE_ACTS or (clause.marker == "with" and outer.charges)
        return outer.object if of_object and outer.object is not None and clause.kind == "participle" else subject

    def _hangs_on_noun(self, index: int, outer: Clause) -> bool:
        """'militants operating from its soil', 'said the raiders, riding on camels, attacked'."""
        if self.comma:
            return self._says_whom(outer) and self.around.remark_ends(index)
        return not self.conjunction and self.around.noun_before(index)

    def _finite(self, index: int, verb: Verb) -> None:
        clause = self.clause
        before = self.words[max(0, verb.first - 1) : verb.first + 1]
        then = clause.verb is not None and any(word in ("then", "and then") for word in before)
        self.conjunction = self.conjunction or then  # "killed an officer then stormed a monastery"
        if self.pending_marker == "that":
            self._complement(index, verb)
            return
        told_before = self.comma and not self.conjunction
        if told_before and verb.lemma in self.speech and self.around.is_inverted(index, verb, clause):
            self.clause = self._open("main", index)
            self.clause.verb, self.clause.parent, self.inverted = verb, None, True
            self.broken[self.clause.number] = clause
            return
        fresh_subject, says = not then and self._is_new_subject(index), self._says(clause)
        fronted = clause.fronted() if fresh_subject else None
        if fronted is not None:
            self._follow(fronted, verb)
            return
        waiting = None if self.conjunction or clause.lacks_verb() else clause.waiting()
        ready = fresh_subject or self.comma or clause.verb is not None
        if waiting is not None and ready and not (says and fresh_subject):
            waiting.verb, self.clause = verb, waiting
            return
        aside = clause.aside_in(_ONLY_SAYS) if not self.conjunction else None
        if fresh_subject and (aside is None or not clause.is_deed_on(self.last_noun)):
            self._complement(index, verb)
            return
        told = aside or (clause.told_of() if (self.comma or clause.is_done_by) and not self.conjunction else None)
        if told is not None and self._says(told[0]):
            self.clause, self.last_noun = told
            self._complement(index, verb, told[1])
            return
        if clause.verb is None and (
            clause.subject is not None or clause.kind in ("relative", "subordinate") or not clause.objects
        ):
            clause.verb = verb
            return
        if self.conjunction or self.comma:
            wars = self.comma and self.around.noun_before(clause.first)
            wars = wars and clause.goes_on_with(verb, self.rows.event_heads)
            outer = self._parallel(clause.coordinating(comma=self.comma and not wars, verb=verb, then=then), verb)
            fresh = self._open("main" if outer.kind == "main" else outer.kind, index)
            fresh.parent, fresh.marker, fresh.subject = outer.parent, outer.marker, outer.subject
            fresh.antecedent = outer.antecedent
            if outer is clause and self.around.joins_verbs(index):
                clause.joined = fresh
            shared = outer.is_passive and verb.form == "participle" and verb.lemma not in self.dying  # "shot and died"
            verb.is_passive = verb.is_passive or (shared and not self.around.noun_behind(index))
            fresh.verb = verb
            clause.beside = fresh if verb.is_passive and self.around.beside_passive(index, clause) else None
            self.clause = fresh
            return
        self._complement(index, verb)

    def _follow(self, outer: Clause, verb: Verb) -> None:
        """'by shelling it the army broke the truce': who acts in what stands behind acts in what stands first."""
        subject = self.rows.first(self.last_noun)
        if subject is not None:
            self.clause.give_up(subject)
        outer.subject, outer.verb = subject, verb
        self.clause.subject, self.clause = subject, outer

    def _parallel(self, clause: Clause, verb: Verb) -> Clause:
        """'said that X should not return and warned', 'said that X was shot and blamed Y': the speaker did."""
        inner, speaking = clause.verb, clause.speaking(self.speech)
        if inner is None or verb.modal or verb.tense != "past":
            return clause
        told = inner.is_passive or inner.tense == "present" or inner.lemma == "be"  # "said talks go on and urged"
        told = (told and self._comments(verb)) or bool(inner.modal or inner.words & _DO_SUPPORT)
        return speaking if told and clause.kind == "complement" and self._says(speaking) else clause

    def _is_new_subject(self, index: int) -> bool:
        """Whether the noun before this verb, after the clause's verb, begins a clause of its own."""
        noun = self._noun_before(index)
        hangs = noun is None or noun.word == "responsibility" or any(n is noun for _, n in self.clause.prepositions)
        return self.clause.verb is not None and noun is self.last_noun and not hangs

    def _noun_before(self, index: int) -> Noun | None:
        nobodys = self.clause.kind == "infinitive" and self.clause.subject is None  # "that to kill six is a crime"
        root = self.around.phrase_before(index) if not nobodys else None
        self.last_noun = root or self.last_noun
        return root

    def _says(self, clause: Clause) -> bool:
        """Whether a clause's verb takes another clause as what is said."""
        return clause.verb is not None and clause.verb.lemma in self.speech

    def _complement(self, index: int, verb: Verb, subject: Noun | None = None) -> None:
        """A clause with its own subject inside another: 'said gunmen attacked', 'said that X was killed'."""
        outer = self.clause
        subject = self.rows.first(subject or self._noun_before(index)) or outer.spoken_of(verb)
        clause = self._open("complement" if outer.verb is not None and not self.conjunction else "main", index)
        clause.subject = subject
        clause.marker = self.pending_marker
        if subject is not None:
            outer.give_up(subject)
        if clause.kind == "main" and outer.kind != "main":
            clause.parent = outer.parent
        self._contact(index, clause, outer)
        clause.verb = verb
        self.clause = clause

    def _contact(self, index: int, clause: Clause, outer: Clause) -> None:
        """'the worst ambush the rebels have laid': a clause on the noun right before its subject."""
        position = next((i for i in range(index - 1, 0, -1) if self.items[i] is clause.subject), 0)
        noun = self.items[position - 1] if position else None
        if clause.marker or not isinstance(noun, Noun) or noun.word in _TOLD:  # "rejects claims it shelled a school"
            return
        if clause.kind == "complement" and not self._says(outer):
            clause.kind, clause.antecedent = "relative", noun
            clause.objects.append(noun)

    # ---- noun phrases
    def _noun(self, index: int, noun: Noun) -> None:
        self.nouns.append(noun)
        if noun.owner is not None:
            self.nouns.append(noun.owner)
        if self.pending_marker == "that" and self.preposition is None:
            self._open_that(index)
        if self.inverted and self.clause.subject is None and self.preposition is None:
            self.clause.subject, self.chain, self.inverted = noun, [noun], False
            self.last_noun, self.clause.last = noun, index
            return
        if self.preposition is not None:
            self._attach_preposition(noun)
        elif self._completes(index, noun):
            pass
        elif self._joins(index):
            self._coordinate(noun)
        elif self.clause.verb is None:
            self._before_verb(index, noun)
        else:
            self._after_verb(index, noun)
        self.last_noun = noun
        self.conjunction = self.comma = False
        self.preposition = None
        self.clause.last = index

    def _completes(self, index: int, noun: Noun) -> bool:
        """'three of them children': the noun says what the three are."""
        before = self.around.part_before(index)
        if before is None or len(self.chain) < 2:  # "villagers, many of them elderly, were killed"
            return before is not None and self.clause.verb is None
        holder = self.chain[-2]
        if not self.around.is_counted(holder) or self.words[before.first - 1] in ("among", "amongst"):
            # "nine people, among them a girl": one of the nine
            return self.clause.verb is None and self.clause.subject is holder
        holder.predicate = noun
        return True

    def _open_that(self, index: int) -> None:
        self.clause, self.pending_marker = self._open("complement", index), ""
        self.clause.marker, self.clause.antecedents = "that", self.before_that

    def _attach_preposition(self, noun: Noun) -> None:
        word = self.preposition or ""
        for holder in self.chain:
            holder.tail.append((word, noun))
        borders = word == "with" and self.chain and self.chain[-1].word in BORDERS
        if self.chain:
            self.chain[-1].prepositions.append((word, noun))
        if not borders:  # "near the border with X": nobody's deed with X
            self.clause.prepositions.append((word, noun))
        outer = self.clause.parent
        if word in ("into", "onto") and self.clause.kind == "participle" and outer is not None:
            outer.prepositions.append((word, noun))  # "drove a car loaded with explosives into a wall"
        self.chain.append(noun)

    def _joins(self, index: int) -> bool:
        """Whether this noun phrase goes on with a list: 'four soldiers and two civilians'."""
        apart = not self.comma or self.around.stands_apart(index, self.last_noun, self.rows.lexicon)
        if (apart and not self.conjunction) or self.last_noun is None or not self.around.noun_before_conjunction(index):
            return False
        if self.clause.verb is None and self.comma and not self.conjunction:
            opens = self.clause.subject is None and self.around.verb_follows(index)
            # "In Sibi, two men and a boy were killed"
            return (self.around.list_goes_on(index) and not opens) or self._lists_doers(index)
        first = self.chain[0] if self.chain else self.last_noun  # "said the ministers of X and Y met"
        told = self.conjunction and self._says(self.clause) and first in self.clause.objects
        told = told and not (self.around.is_but(index) or self.around.parts_deed(index, first, self.rows.event_heads))
        told = told and (first is self.last_noun or self.around.lists_behind(index, first, self.last_noun))
        told = told or self.around.listed_between(index) or not self.around.verb_follows(index)
        return told or (self.clause.verb is None and self.conjunction)

    def _lists_doers(self, index: int) -> bool:
        """'Army, rebels clash in Gao', 'Mayor, two guards shot dead': in a headline the comma stands for "and"."""
        subject = self.clause.subject
        if not self.headline or subject is None or subject.word in self.rows.event_heads:
            return False
        listed = self.last_noun is subject or self.last_noun in subject.coordinated
        return listed and index + 1 < len(self.items) and isinstance(self.items[index + 1], Verb)

    def _coordinate(self, noun: Noun) -> None:
        first = self.rows.head_for(noun, self.last_noun, self.chain, self.clause.prepositions)
        if first is not None:
            first.coordinated.append(noun)
            self.chain = [*[c for c in self.chain if c is not self.last_noun], noun]

    def _before_verb(self, index: int, noun: Noun) -> None:
        clause, place = self.clause, self.around.place_before(index, self.clause) if self.comma else None
        self.chain = [noun]
        if clause.subject is None and place is not None:
            place.appositions.append(noun)
        elif clause.subject is None:
            clause.subject = noun
        elif self.comma:
            holder = self.last_noun if self.around.verb_follows(index) else clause.subject
            if holder is not None:
                holder.appositions.append(noun)
        elif self._is_one_of_them(clause.subject):
            clause.subject.appositions.append(noun)
        else:  # right before the verb: the first was a heading or an apposition
            if clause.kind == "relative":
                clause.objects.append(clause.subject)
            clause.subject = noun

    def _is_one_of_them(self, subject: Noun) -> bool:
        """'Twenty soldiers, one a captain, were killed': what one of them was."""
        before = self.last_noun
        beside = before is not None and any(each is before for each in subject.appositions)
        return beside and before is not None and before.last - before.first == 1 and self.tags[before.head] == "c"

    def _after_verb(self, index: int, noun: Noun) -> None:
        clause = self.clause
        if self.comma and not self.conjunction:
            if self.around.verb_follows(index):
                fronted = clause.fronted()
                if fronted is not None and fronted.kind == "complement":
                    clause.subject = fronted.subject = noun  # "said that by shelling it, the army broke the truce"
                    self.clause, self.chain = fronted, [noun]
                    return
                fresh = self._open("main", index)
                fresh.parent, fresh.subject = None, noun
                self.broken[fresh.number] = clause
                self.clause, self.chain = fresh, [noun]
                return
            if self.last_noun is not None:
                self.last_noun.appositions.append(noun)
                self.chain = [noun]
                return
        if self.conjunction and self.around.verb_follows(index):
            self._open_beside(index)
            self.clause.subject = noun
        else:
            clause.objects.append(noun)
        self.chain = [noun]

    def _open_beside(self, index: int, *, leads: bool = False) -> None:
        """Goes on with a clause that stands beside the one that is read: 'two were killed and gunmen fled'."""
        outer = self.clause.coordinating(comma=self.comma)
        if leads and self.comma and outer.kind == "subordinate" and outer.parent is not None:
            outer = outer.parent  # "died when a post was overrun, and on Friday two bombers struck Kabul"
        fresh = self._open(outer.kind if outer.kind in ("subordinate", "complement") else "main", index)
        fresh.parent, fresh.marker = outer.parent, outer.marker
        self.clause = fresh

    def _open(self, kind: str, index: int) -> Clause:
        clause = Clause(len(self.clauses), kind, index, parent=self.clause)
        self.clause.children.append(clause)
        self.clauses.append(clause)
        return clause
