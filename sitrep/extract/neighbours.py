"""What stands before and behind a phrase of a sentence: a verb, a noun phrase, the end of a remark.

What belongs here: looking around without reading on, on phrases alone. What does not: reading clauses (clauses.py).
"""

from __future__ import annotations

import itertools
from collections.abc import Container

from sitrep.extract.clause import CALLED, Clause
from sitrep.extract.phrases import DEEDS_TOLD, MANY, Noun, Phrase, Phrases, Verb
from sitrep.extract.unlisted import BEARINGS
from sitrep.ontology.patterns.lexicon import Lexicon

AS_WHAT = frozenset(
    {"disguise", "dress", "pose", "masquerade", "identify", "describe", "know", "name", "regard", "treat"}
)
#: Participles that describe whom they follow: "gunmen dressed in uniforms killed two men"
DESCRIBING = frozenset(
    {"dress", "arm", "clothe", "clad", "disguise", "back", "lead", "equip", "base", "link", "name", "call", "identify"}
    | {"aim", "bind", "deploy", "oppose", "blame", "attribute", "locate", "position", "situate", "entrench", "encamp"}
    | {"kill", "slay", "martyr", "wound", "injure", "hurt", "abduct", "kidnap", "displace", "capture"}
    | {"mask", "hood", "mount", "hide", "train", "station", "align", "ally", "load", "pack", "suspect", "believe"}
)
_HARMED = frozenset("kill injure wound hurt martyr slay shoot gun".split())
_ACTED = frozenset("strike attack fire shoot open flee run escape hide retreat".split())
#: Verbs without an object, so that their -ed form is never a participle on the noun before it.
INTRANSITIVE = frozenset(
    {"retaliate", "respond", "reply", "react", "clash", "collide", "die", "arrive", "escape", "collapse", "appear"}
    | {"happen", "occur", "erupt", "march", "advance", "surrender", "retreat", "vanish", "remain", "succumb", "perish"}
    | {"climb", "rise", "counterattack", "flee"}
)
#: Verbs of which somebody is to do what follows "to", so that their -ed form there is no participle: "X hoped to go".
MEANING_TO = frozenset(
    {"hope", "vow", "pledge", "agree", "refuse", "threaten", "decide", "fail", "attempt", "try", "promise", "offer"}
    | {"seek", "aim", "decline", "continue", "manage", "plan", "intend", "propose", "resolve", "struggle", "volunteer"}
    | {"consent", "prefer", "demand", "plead", "plot", "want", "wish", "hesitate", "undertake"}
)

_SEVERAL = frozenset({"people", "men", "women", "police", "children", "personnel", "militia", "cattle"})
#: Words for what a place is, behind or before its name: "Kunduz, the provincial capital".
PLACE_KINDS = frozenset(
    """capital city town village district province state region area suburb hamlet county township municipality
    neighbourhood neighborhood stronghold department governorate hub port settlement camp territory seat
    outpost""".split()
)
#: ... and for what stands there: "At Gorna Street, the city's main bus station, two were shot".
_SITES = frozenset(
    """market bazaar station terminal airport airfield square street road junction roundabout crossing checkpoint base
    barracks school college university hospital clinic hotel resort restaurant cafe mosque church temple monastery
    island valley village beach park stadium prison mine quarry refinery dam bridge complex compound""".split()
)

_BODIES = frozenset("group faction militia outfit organisation organization gang cartel movement network cell".split())
_PLACES = frozenset({"capital", "mission", "town", "seat"})  # called as those who sit there
_ONE, _PEOPLE = frozenset({"a", "an", "another", "one", "some"}), frozenset({"people"})
BORDERS = frozenset({"border", "borders", "frontier", "boundary"})
_THEM = frozenset({"them", "whom", "these", "those"})
_RESULTS = frozenset("kill wound injure maim leave cause spark trigger damage destroy".split())
_SCENES = frozenset({"in", "at", "near", "outside", "inside", "on"})


#: What is told of deeds by those behind them: "an attack the army blamed on X".
_TOLD_OF = DEEDS_TOLD | frozenset(
    """attacks bombings blasts killings raids strike strikes murders assassination kidnapping abduction offensive
    charge charges accusation allegation claim""".split()
)


class Neighbours:
    """The phrases of a sentence, asked by their position."""

    __slots__ = ("items", "tags", "words")

    def __init__(self, phrases: Phrases) -> None:
        self.items, self.words, self.tags = phrases.items, phrases.atoms.words, phrases.atoms.tags

    def is_counted(self, noun: Noun) -> bool:
        """Whether a noun phrase has a number."""
        return "c" in self.tags[noun.first : noun.last]

    def before(self, index: int) -> Phrase | None:
        """The phrase right before one."""
        return self.items[index - 1] if index else None

    def behind(self, index: int) -> Phrase | None:
        """The phrase right behind one."""
        return self.items[index + 1] if index + 1 < len(self.items) else None

    def behind_settings(self, index: int) -> Phrase | None:
        """The phrase behind one, past when and where: 'killed' of 'the man who on Monday in Cali killed six'."""
        at = index + 1
        while at < len(self.items):
            bound = self.items[at].kind == "i" and at + 1 < len(self.items)
            held = self.items[at + 1] if bound else self.items[at]
            if held.kind != "T" and not (bound and isinstance(held, Noun)):
                return self.items[at]
            at += 2 if bound else 1
        return None

    def ends_remark(self, index: int) -> bool:
        """'Eleven people - three of them police - died': the second dash stands before the clause's own verb."""
        return isinstance(self.behind(index), Verb) and any(p.kind == "-" for p in self.items[:index])

    def says_as_what(self, index: int) -> bool:
        """'disguised as policemen', 'known as the Lions': no clause follows."""
        before = self.before(index)
        return isinstance(before, Verb) and before.lemma in AS_WHAT

    def said_to_be(self, index: int) -> bool:
        """'two men said to be rebels': what is said of them, not what they say."""
        verb, following = self.items[index], self.behind(index)
        says = isinstance(verb, Verb) and verb.lemma == "say" and verb.last - verb.first == 1
        be = isinstance(following, Verb) and following.form == "infinitive" and following.lemma in ("be", "belong")
        return says and be and self.noun_before(index)

    def clause_follows(self, index: int) -> bool:
        """Whether a noun phrase with a finite verb follows: 'after a bomb exploded', but not 'after the blast'."""
        seen_noun = False
        before: Phrase | None = None
        while index < len(self.items):
            phrase = self.items[index]
            if isinstance(phrase, Noun) and isinstance(before, Noun):
                return False  # "since the start of clashes on 15 April the number of deaths has reached"
            before = phrase if phrase.kind != "T" else before
            if isinstance(phrase, Verb):
                if not seen_noun or phrase.form in ("infinitive", "gerund"):
                    return False
                return phrase.form == "finite" or not self.may_be_reduced(index) or self._acts_for_another(index)
            if isinstance(phrase, Noun):
                seen_noun = True
            elif phrase.kind == "r" and isinstance(self.before(index), Noun):
                return self.verb_follows(index - 1)  # "after a group that calls itself X claimed the raid"
            elif phrase.kind == "l" and isinstance(self.before(index), Noun) and isinstance(self.behind(index), Verb):
                return False  # "went after civilians and killed 14"
            elif phrase.kind == "," and seen_noun and self.behind_remark(index) < len(self.items):
                index = self.behind_remark(index)
                continue
            elif phrase.kind in ',:;-"rsC.':
                return False
            index += 1
        return False

    def _acts_for_another(self, index: int) -> bool:
        """'after a drone flown by rebels hit a market': behind who flew it stands what it did."""
        if index + 4 >= len(self.items):
            return False
        by, agent, deed = self.items[index + 1 : index + 4]
        told = isinstance(agent, Noun) and isinstance(deed, Verb) and deed.form in ("finite", "participle")
        return told and self.words[by.first] == "by" and self.noun_behind(index + 3)

    def may_be_reduced(self, index: int) -> bool:
        """Whether an -ed form hangs on the noun before it: 'after an attack claimed by X'."""
        following, verb = self.behind(index), self.items[index]
        if following is None or (isinstance(verb, Verb) and self.is_active(index, verb)):
            return False
        if following.kind == "i":
            word = self.words[following.first]
            return word in ("by", "with") or self.done_by(index) or self.finite_later(index + 1)
        return self.finite_later(index + 1) and not isinstance(following, Noun)

    def is_active(self, index: int, verb: Verb) -> bool:
        """Whether an -ed form tells what its subject did: 'X clashed', 'X threatened to go', never 'X clashed by'."""
        following = self.behind(index)
        to_do = isinstance(following, Verb) and following.form == "infinitive"
        back = verb.lemma in ("hit", "strike", "fight") and self.words[verb.main + 1 : verb.main + 2] == ["back"]
        to_do = to_do and verb.lemma in MEANING_TO
        return verb.lemma in INTRANSITIVE or to_do or back or self._is_on_deed(index)

    def _is_on_deed(self, index: int) -> bool:
        """'a bombing the army blamed on X', 'a charge the group denied': who is right behind a deed did it."""
        who, deed = self.before(index), self.before(index - 1) if index > 1 else None
        if not isinstance(who, Noun) or not isinstance(deed, Noun) or deed.word not in _TOLD_OF:
            return False
        return self.tags[who.first] in "dyn" and self.tags[deed.first] in "dcjA" and not self.done_by(index)

    def is_last_verb(self, index: int) -> bool:
        """Whether nothing behind a verb could be the verb of the same sentence: 'X, backed by Y, pulled out.'"""
        behind = itertools.takewhile(lambda phrase: phrase.kind not in "srC", self.items[index + 1 :])
        return not any(isinstance(phrase, Verb) and phrase.form in ("finite", "participle") for phrase in behind)

    def finite_later(self, index: int) -> bool:
        """Whether a finite verb follows before any comma, conjunction or marker, or a clause on a noun."""
        before: Phrase | None = None
        verb = self.items[index - 1] if index else None
        deed = isinstance(verb, Verb) and (verb.lemma in _ACTED or verb.lemma in _HARMED)
        for position in range(index, len(self.items)):
            phrase = self.items[position]
            if isinstance(phrase, Noun) and isinstance(before, Noun):
                return False
            before = phrase
            if isinstance(phrase, Verb) and phrase.form == "finite":
                return True
            past = isinstance(phrase, Verb) and (self.tags[phrase.main] == "p" or self.is_active(position, phrase))
            if isinstance(phrase, Verb) and past and phrase.form == "participle":
                return True
            if phrase.kind in ',:;-"rsCl':
                return False
            if deed and self.words[phrase.first] == "as" and self.clause_follows(position + 1):
                return False  # "gunmen struck as crowds were leaving"
        return False

    def past_later(self, index: int) -> bool:
        """Whether an -ed form that may be a main verb follows before any comma, conjunction or marker."""
        for position in range(index, len(self.items)):
            phrase = self.items[position]
            if isinstance(phrase, Verb) and phrase.form == "participle" and not self.may_be_reduced(position):
                return True
            if phrase.kind in ',:;-"rsCl':
                return False
        return False

    def as_follows(self, index: int) -> bool:
        """'described as': the word behind a phrase is 'as'."""
        following = self.behind(index)
        return following is not None and following.kind in "si" and self.words[following.first] == "as"

    def shares_object(self, index: int) -> bool:
        """'killed and wounded civilians': a verb joined to another that has an object."""
        joined = self.items[index + 1 : index + 4]
        if len(joined) < 3 or joined[0].kind != "l":
            return False
        return isinstance(joined[1], Verb) and joined[1].form == "participle" and isinstance(joined[2], Noun)

    def joins_verbs(self, index: int) -> bool:
        """'burned and looted the camp': a verb with an object right behind another verb and a conjunction."""
        before = self.items[max(0, index - 2) : index]
        return len(before) == 2 and isinstance(before[0], Verb) and before[1].kind == "l" and self.noun_behind(index)

    def beside_passive(self, index: int, clause: Clause) -> bool:
        """'was beaten and robbed', 'a man shot dead and robbed': only a conjunction parts the verb from a passive."""
        for phrase in reversed(self.items[max(0, index - 3) : index]):
            if phrase is clause.verb:
                return clause.is_passive
            if phrase.kind not in "l,ja":
                return False
        return False

    def is_inverted(self, index: int, verb: Verb, clause: Clause) -> bool:
        """', said the minister': a verb of saying before its subject."""
        ready = (clause.verb is not None or clause.subject is None) and clause.waiting() is None
        return ready and not verb.is_passive and self.noun_behind(index) and not self.verb_follows(index + 1)

    def is_joined(self, index: int) -> bool:
        """Whether a conjunction stands right before a phrase."""
        before = self.before(index)
        return before is not None and before.kind == "l"

    def done_by(self, index: int) -> bool:
        """Whether who did it stands right behind a verb: 'shot by rebels'."""
        following = self.behind(index)
        by = self.words[following.first] if following is not None and following.kind == "i" else ""
        return by == "by" or (by == "on" and self._is_blamed(index))

    def _is_blamed(self, index: int) -> bool:
        """'killed in a raid blamed on rebels': nobody blames, on whom it is blamed stands right behind."""
        verb, deed = self.items[index], self.before(index)
        on_deed = isinstance(deed, Noun) and deed.word in _TOLD_OF  # "which the army blamed on rebels": it blamed
        return on_deed and isinstance(verb, Verb) and verb.lemma == "blame"

    def done_twice(self, index: int) -> bool:
        """'a man beaten and robbed by soldiers': a second verb stands between the first and who did both."""
        behind = self.items[index + 1 : index + 4]
        if len(behind) < 3 or behind[0].kind != "l" or not isinstance(behind[1], Verb):
            return False
        return behind[1].form == "participle" and self.words[behind[2].first] == "by"

    def is_third(self, index: int, clause: Clause) -> bool:
        """'were seized, beaten and shot': a verb in a row of passives, before the last."""
        behind = self.items[index + 1 : index + 3]
        goes_on = len(behind) == 2 and behind[0].kind == "l" and isinstance(behind[1], Verb)
        return goes_on and self.beside_passive(index, clause)

    def noun_behind(self, index: int) -> bool:
        """Whether a noun phrase stands right behind a phrase."""
        return isinstance(self.behind(index), Noun)

    def gives_name(self, index: int) -> bool:
        """'A group called X has claimed', 'a gang dubbed X, which fights for the port, killed': no verb of its own."""
        holder, name, behind = self.before(index), self.behind(index), self.items[index + 2 : index + 4]
        verb = self.items[index]
        called = isinstance(verb, Verb) and verb.lemma in CALLED
        if not (called and isinstance(holder, Noun) and isinstance(name, Noun) and self.words[holder.first] in _ONE):
            return False
        if self.tags[name.first] in "df" and not (holder.word in _BODIES and self.words[name.first] == "the"):
            return False
        remark = [phrase.kind for phrase in behind] == [",", "r"] and holder.word in _BODIES
        return remark or self.verb_follows(index + 1)

    def noun_before_conjunction(self, index: int) -> bool:
        """Whether a noun phrase stands before the commas and conjunctions that lead here."""
        position = index - 1
        while position >= 0 and self.items[position].kind in "l,":
            position -= 1
        return position >= 0 and isinstance(self.items[position], Noun)

    def is_but(self, index: int) -> bool:
        """', but officials blamed X': what follows stands against what was told, and is no list with it."""
        before = self.before(index)
        return before is not None and before.kind == "l" and self.words[before.first] == "but"

    def parts_deed(self, index: int, deed: Noun, deeds: frozenset[str]) -> bool:
        """'X claimed the raid, and Y said ...': no raid says anything, so that another clause begins."""
        noun, ends = self.items[index], index > 1 and self.items[index - 2].kind == ","
        claims = any(isinstance(item, Verb) and item.lemma == "claim" for item in self.items[:index])
        return (ends or claims) and deed.word in deeds and isinstance(noun, Noun) and noun.word not in deeds

    def stands_apart(self, index: int, name: Noun | None, lexicon: Lexicon) -> bool:
        """Whether a noun phrase behind a comma is no part of a list: who speaks, or who the name before it is."""
        return self.speaks_behind(index) or (name is not None and self._says_who(index, name, lexicon))

    def _says_who(self, index: int, name: Noun, lexicon: Lexicon) -> bool:
        """', the country's oldest rebel group' behind a name says who that is, where no list goes on."""
        noun = self.items[index]
        if not isinstance(noun, Noun) or self.tags[name.head] not in "yY" or self.list_goes_on(index):
            return False
        one = (noun.owner is not None or self.words[noun.first] in ("a", "an", "the")) and noun.word not in MANY
        somebody = noun.word in _BODIES or (lexicon.is_of(noun.word, _PEOPLE) and noun.word not in _PLACES)
        return one and somebody and self.tags[noun.head] == "n" and not noun.word.endswith("s")

    def list_goes_on(self, index: int) -> bool:
        """Whether ', X' is part of a list with 'and' further on, not an apposition."""
        for position in range(index + 1, len(self.items)):
            kind = self.items[position].kind
            if kind not in ",N":
                return kind == "l"
        return False

    def verb_follows(self, index: int) -> bool:
        """Whether a finite verb follows a noun phrase, what hangs on it, and what is listed with it."""
        position, items = index + 1, self.items
        inside = False  # in a relative clause or participle on the noun phrase
        while position < len(items):
            phrase = items[position]
            following = items[position + 1] if position + 1 < len(items) else None
            if isinstance(phrase, Verb):
                if inside or phrase.form not in ("finite", "participle"):
                    inside = False
                    position += 2 if isinstance(following, Noun) else 1
                    continue
                if phrase.form == "finite" or not self.may_be_reduced(position):
                    return True
                position += 1
            elif phrase.kind == "r" and not inside:
                inside = True
                position += 1 if isinstance(following, Verb) else 2
            elif phrase.kind in "il" and (
                isinstance(following, Noun) or (following is not None and following.kind == "T")
            ):
                position += 2
            elif phrase.kind in "Ta":
                position += 1
            elif phrase.kind == "," and not isinstance(following, Verb):  # not "six, mostly children, were killed"
                opens = index > 0 and items[index - 1].kind == "," and self.tags[items[index].first] != "c"
                position = (opens and self._list_end(position)) or self.behind_remark(position)
            else:
                return False
        return False

    def leads_clause(self, index: int, speech: frozenset[str]) -> bool:
        """Whether places and times behind "and" or a semicolon open a clause with its own subject and verb."""
        if (
            index < 2
            or self.items[index - 1].kind not in "l;,"
            or (self.items[index - 1].kind == "," and self.items[index - 2].kind != "l")
        ):
            return False
        position = index
        while position < len(self.items):
            phrase, following = self.items[position], self.behind(position)
            if phrase.kind == "i" and (
                isinstance(following, Noun) or (following is not None and following.kind == "T")
            ):
                position += 2
            elif phrase.kind in "Ta,":
                position += 1
            else:
                break
        opens = position < len(self.items) and isinstance(self.items[position], Noun) and self.verb_follows(position)
        verb = next((p for p in self.items[position:] if isinstance(p, Verb)), None)
        return opens and verb is not None and verb.lemma not in speech

    def scene_before(self, index: int, verb: Verb) -> bool:
        """'stormed a hotel in Kabul killing six': whoever stormed it, not Kabul."""
        before = self.items[index - 2] if index > 1 else None
        return before is not None and verb.lemma in _RESULTS and self.words[before.first] in _SCENES

    def place_before(self, index: int, clause: Clause) -> Noun | None:
        """The place of which a noun phrase between commas says more: 'In Damaturu, Yobe State, gunmen killed'.

        So does one of a speaker: 'According to Ali Khan, a spokesman for the army, gunmen killed'.
        """
        at = index
        speaks = bool(clause.prepositions) and clause.prepositions[0][0] == "according to"
        if not clause.prepositions or not (self._is_place(at) or (speaks and self._is_somebody(at))):
            return None
        # "In Adamo, a district of Nyala, South Darfur's capital, gunmen killed"
        while self._is_place(at) or (speaks and at == index):
            at += 1
            while at + 1 < len(self.items) and self.items[at].kind == "i" and self.noun_behind(at):
                at += 2
            at += self.items[at : at + 1] != [] and self.items[at].kind == "a"  # "In Gava, a village nearby, two"
            if at + 1 >= len(self.items) or self.items[at].kind != ",":
                return None
            at = self._behind_setting(at + 1)
        goes_on = isinstance(self.items[at], Noun) and self.verb_follows(at)
        goes_on &= not speaks or self.items[at + 1].kind != "l"  # "according to X, a guard, a nurse and a boy died"
        return clause.prepositions[-1][1] if goes_on else None

    def _is_somebody(self, index: int) -> bool:
        """'a spokesman', 'the governor', 'police chief': one person, as what says more of a name begins."""
        noun = self.items[index]
        return isinstance(noun, Noun) and not noun.word.endswith("s") and noun.word not in _SEVERAL

    def is_dateline(self, index: int) -> bool:
        """Whether places and days alone stand before a dash, and a clause behind it: 'KABUL, Afghanistan - A bomb'."""
        before, behind = self.items[:index], self.items[index + 1 :]
        places = [item for item in before if isinstance(item, Noun) and self.tags[item.head] in "Yy"]
        if not places or any(item.kind not in ",T" for item in before if item not in places):
            return False
        aside = next((at for at, item in enumerate(behind) if item.kind == "-"), len(behind))
        if isinstance(next(iter(behind[aside + 1 :]), None), Verb):
            return False  # "Ituango - a town hit by rebels - was attacked"
        return any(isinstance(item, Verb) and item.form in ("finite", "participle") for item in behind[:aside])

    def _behind_setting(self, at: int) -> int:
        """The phrase behind what says more of a place between commas: ', in central Peru,'."""
        last = at
        while last + 1 < len(self.items) and self.items[last].kind == "i" and self.noun_behind(last):
            last += 2
        return last + 1 if last > at and last + 1 < len(self.items) and self.items[last].kind == "," else at

    def _is_place(self, index: int) -> bool:
        """Whether a noun phrase says of what kind a place is, or names the area around it."""
        noun = self.items[index] if index < len(self.items) else None
        if not isinstance(noun, Noun):
            return False
        is_area = self.tags[noun.head] == "y" and self.words[noun.first] in BEARINGS  # "Mopti, central Mali"
        return noun.word in PLACE_KINDS or self.tags[noun.head] == "Y" or is_area or self._is_site(index, noun)

    def _is_site(self, index: int, noun: Noun) -> bool:
        """'At Gorna Street, a busy market, two men were shot', but not 'In Gorna, a market, a school and a bank'."""
        if noun.word not in _SITES or self.words[noun.first] not in ("a", "an", "the"):
            return False
        following = self.items[index + 2] if index + 2 < len(self.items) else None
        return not self.list_goes_on(index) or (isinstance(following, Noun) and self.is_counted(following))

    def speaks_behind(self, index: int) -> bool:
        """'We killed many of them, Ali Omar told reporters': a name goes on with no list that a pronoun opens."""
        noun, before = self.items[index], self.items[index - 2] if index > 1 else None
        pronoun = isinstance(before, Noun) and self.tags[before.head] == "f"
        named = isinstance(noun, Noun) and not {"y", "Y"}.isdisjoint(self.tags[noun.first : noun.last])
        return pronoun and named and self.tags[noun.first] != "d"

    def _list_end(self, position: int) -> int:
        """Behind ', doctors and the army' of 'police, doctors and the army said'; 0 where none ends so."""
        while position + 1 < len(self.items) and self.items[position].kind == ",":
            told = self.items[position + 1]
            if not isinstance(told, Noun) or self.tags[told.head] in "yY":
                return 0
            position += 2
        rest = self.items[position : position + 3]
        ends = len(rest) > 2 and rest[0].kind == "l" and isinstance(rest[1], Noun)
        verb = rest[2] if ends else None
        says = isinstance(verb, Verb) and self.tags[verb.main] == "p"  # "said": no form of it is a participle
        return position + 2 if says else 0

    def behind_remark(self, position: int) -> int:
        """The phrase behind a remark between commas or dashes if a verb stands there, else the end of the sentence."""
        mark = "-" if position and self.items[position - 1].kind == "-" else ","
        if self._waits_for_verb(position):
            return len(self.items)
        for closing in range(position + 1, min(position + 9, len(self.items) - 1)):
            if self.items[closing].kind == mark and isinstance(self.items[closing + 1], Verb):
                return closing + 1
        return len(self.items)

    def _waits_for_verb(self, position: int) -> bool:
        """', where 15 people, including a guard, were killed': the verb behind the second comma is that of "where"."""
        opening = self.items[position + 1 : position + 4]
        at = next((i for i, phrase in enumerate(opening) if phrase.kind in "sr"), len(opening))
        led = all(phrase.kind == "i" for phrase in opening[:at]) and any(isinstance(p, Noun) for p in opening[at + 1 :])
        comma = next((p for p in self.items[position + 2 :] if p.kind == "," or isinstance(p, Verb)), None)
        return led and comma is not None and comma.kind == ","

    def is_remark(self, index: int, speech: frozenset[str]) -> bool:
        """Whether ', he explained,' stands here, with a verb behind it that goes on with what he explained."""
        if index == 0 or index + 4 >= len(self.items):
            return False
        noun, verb, comma, following = self.items[index + 1 : index + 5]
        says = isinstance(verb, Verb) and verb.lemma in speech and not verb.is_passive and verb.form != "infinitive"
        return isinstance(noun, Noun) and says and comma.kind == "," and isinstance(following, Verb)

    def remark(self, index: int, number: int) -> Clause:
        """The clause of a remark that begins at a comma: ', he explained,'."""
        noun, verb = self.items[index + 1], self.items[index + 2]
        said = Clause(number, "main", index + 1, index + 2)
        said.subject = noun if isinstance(noun, Noun) else None
        said.verb = verb if isinstance(verb, Verb) else None
        return said

    def is_inserted(self, index: int, events: Container[str]) -> bool:
        """', in a statement released on Monday, said': whether a verb stands on the noun of an inserted phrase.

        Not ', in a raid launched on Monday,': there the subject launched it.
        """
        noun = self.before(index)
        kinds = "".join(phrase.kind for phrase in self.items[max(0, index - 3) : index])
        inserted = isinstance(noun, Noun) and noun.word not in events and kinds == ",iN"
        return inserted and not self.noun_behind(index)

    def remark_ends(self, index: int) -> bool:
        """Whether a remark that begins here ends at a comma with a verb behind it: ', armed with rifles, fired'."""
        closing = self.behind_remark(index)
        following = self.behind(closing - 1)
        return isinstance(following, Verb) and following.form in ("finite", "participle")

    def noun_before(self, index: int) -> bool:
        """Whether a noun phrase stands right before a phrase."""
        return isinstance(self.before(index), Noun)

    def phrase_before(self, index: int) -> Noun | None:
        """The noun phrase before a verb, without what hangs on it: 'the chief of the camp near X said'."""
        position = index - 1
        while position >= 0 and self.items[position].kind in "Ta":
            position -= 2 if self.items[position - 1].kind == "i" else 1  # "on Sunday"
        while step := self._back_to_holder(position):
            position -= step
        root = self.items[position] if position >= 0 else None
        return root if isinstance(root, Noun) else None

    def listed_between(self, index: int) -> bool:
        """'clashes between X and Y': the second of them."""
        first = index > 2 and self.items[index - 1].kind == "l" and isinstance(self.items[index - 2], Noun)
        return first and self.words[self.items[index - 3].first] == "between"

    def part_before(self, index: int) -> Noun | None:
        """'them' of 'two of them children', 'two of them seriously ill'."""
        before = self.before(index)
        if before is not None and before.kind == "a":
            before = self.before(index - 1)
        return before if isinstance(before, Noun) and before.word in _THEM else None

    def _back_to_holder(self, index: int) -> int:
        """How far back the noun phrase stands that one hangs on: 'in' and X of 'clashes in X', 'and in Y' behind it.

        Of 'men armed with axes' the men, of 'rebels from X and Y' the rebels.
        """
        if index < 2:
            return 0
        if isinstance(self.items[index - 2], Noun):
            if self.items[index - 1].kind == "i" or self.listed_between(index):
                return 2
            return self.back_in_list(index)
        among = self.words[self.items[index - 1].first] == "including"  # "46, including 22 women were injured"
        beside = self.items[index - 1].kind == "i" and self.items[index - 2].kind in ("l," if among else "lj")
        return 3 if beside and index > 2 and isinstance(self.items[index - 3], Noun) else 0

    def back_in_list(self, index: int) -> int:
        """From Y of 'from X and Y', 'armed with X, Z and Y' to X; only of names, and of what somebody is armed with."""
        if self.items[index - 1].kind != "l":
            return 0
        first = index - 2
        while first > 1 and self.items[first - 1].kind == "," and isinstance(self.items[first - 2], Noun):
            first -= 2
        if first < 2 or self.items[first - 1].kind != "i":
            return 0
        named = all(self.tags[item.last - 1] in "Yy" for item in self.items[first : index + 1 : 2])
        described = self.items[first - 2].kind == "j" and self.words[self.items[first - 2].last - 1] == "armed"
        return index - first if named or described else 0

    def lists_behind(self, index: int, first: Noun, last: Noun | None) -> bool:
        """'the ministers of X and Y', 'men armed with X and Y': a list of what hangs on the first noun phrase."""
        return first.prepositions[:1] == [("of", last)] or self.back_in_list(index) > 0

    def is_contact(self, index: int, *, alone: bool) -> bool:
        """Whether a noun and its verb stand behind a word, `alone`: with nothing done to anybody behind the verb."""
        behind = self.items[index + 1 : index + 4]
        acts = len(behind) > 1 and isinstance(behind[0], Noun) and isinstance(behind[1], Verb)
        return acts and not (
            alone and (behind[1].kind != "V" or isinstance(behind[-1], Noun) or self.is_idle(behind[1]))
        )

    def is_idle(self, phrase: Phrase) -> bool:
        """Whether a verb takes no object: 'so many that others died'."""
        return isinstance(phrase, Verb) and (phrase.is_passive or phrase.lemma in INTRANSITIVE or phrase.lemma == "be")

    def acts(self, index: int, verb: Verb) -> bool:
        """Whether an -ed form between a noun and a preposition is all that the noun has: 'the men crossed into X'."""
        following = next((p for p in self.items[index + 1 :] if p.kind not in "aTj"), None)
        if verb.lemma in DESCRIBING or following is None or following.kind != "i" or not self.noun_before(index):
            return False
        later = self.finite_later(index + 1) or self.past_later(index + 1)
        return not later and self.words[following.first] != "by"
