"""Whether words tell of several happenings at once: a count over time, a wave of attacks, attacks without end.

What belongs here: the signs of a sum. What does not: habits ("often attack"), which are a modality (status.py).
"""

from __future__ import annotations

import re

from sitrep.extract.atoms import Atoms
from sitrep.extract.clause import Clause
from sitrep.extract.counting import ON_A_DAY
from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import read_number
from sitrep.extract.phrases import Noun
from sitrep.timex import TimeExpression

_MANY = 4  # so many attacks at once are a sum, not one happening
_SOME = 3  # so many in a stretch of days
_PERFECT = frozenset({"perfect", "pastperfect"})
_OFTEN = frozenset({"several", "numerous", "countless"})
_SPELL = frozenset({"week", "month", "year"})
_DATING = frozenset({"month", "date"})  # what tells when clashes were, and not since when they go on
_LONG = frozenset({"year", "month", "vague", "date"})  # since when somebody's deeds are summed up
_ONE_OF = frozenset("latest last newest first second third fourth fifth another one deadliest worst".split())
_ONE = frozenset({"a", "an", "another", "one"})
_FEW, _HUNDREDS, _THOUSANDS = 50, 200, 2000
_WORST = frozenset("worst deadliest bloodiest biggest largest heaviest highest gravest fiercest".split())
_TOLLS = frozenset({"toll", "day", "violence", "incident", "loss", "bloodshed", "massacre", "rampage"})
_OF_WHERE = frozenset({"since", "in", "there", "here", "anywhere", "of", "on", "for"})
_FAR = 12  # atoms before a time in which it is said that nothing was worse
_KILLING = frozenset({"killed", "injured"})
_OWN = frozenset({"its", "their", "his", "our"})
_MANY_DAYS = frozenset({"weeks", "months", "years"})
_OPENING = frozenset({"first", "past"})
_SPELLS = _MANY_DAYS | {"days", "week", "month", "year"}

_APART = frozenset({"separate", "different", "serial", "multiple", "various", "several", "successive", "unrelated"})
_MORE = frozenset({"just", "little", "slightly"})  # "in just over a week" is no stretch over which deeds are summed up
_EARLIER = frozenset({"earlier", "later", "early", "late"})
_ACTS = frozenset({"acts", "activities", "cases", "events", "incidents", "occasions"})
_ROWS = frozenset("series sequence chain campaign rash flurry".split())
_WOUNDING = frozenset("shoot stab knife slash fire punch kick beat whip hack".split())
_REPUTE = frozenset({"known", "notorious", "infamous", "feared", "famous", "renowned"})
_LASTS = frozenset({"continue", "go_on", "resume"})
_ONE_WITHIN = 4  # atoms from "one of" to the deeds
_AROUND = 6  # atoms before and behind a verb in which a word may make it a sum
_EVERYWHERE = re.compile(
    r"\b(?:nationwide|countrywide"
    r"|(?:across|around|throughout|(?:various|different|several) parts of) the (?:country|nation))\b"
)
_LIKE = frozenset({"similar", "reminiscent", "recalled", "recalling", "echoed", "resembled", "like"})
_FOR_A_TERM = frozenset("jail sentence imprison ban bar hold detain suspend elect appoint extend".split())
_STRIFE = frozenset({"fighting", "violence", "unrest", "bloodshed", "hostilities"})
_FIRE = frozenset({"fire", "gunfire", "shelling", "bombardment", "shellfire"})
_BOUTS = frozenset({"clashes", "skirmishes", "battles", "gunbattles"})  # plural also where they are one
_STRIKES = frozenset("strikes raids attacks bombings airstrikes bombardments ambushes killings".split())
_NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_RANKED = 10  # atoms behind "the second attack" in which a stretch may stand
_FOR_YEARS = re.compile(
    r"^(?!.*\bwho\b.*\bfor\b).*\bfor (?:[a-z]+ ){0,2}(?:decades|years)\b(?! (?:before|to|until|in|old)\b)"
)
_SO_FAR = re.compile(r"\b(?:so far|thus far|to date)\b")


def is_row_of(noun: Noun, words: list[str]) -> bool:
    """'killed by a bomb, the latest in a spate of attacks': the attacks are what the bomb is one of."""
    before = words[max(0, noun.first - 2) : noun.first]
    return before[-1:] == ["in"] and before[0] in _ONE_OF


def earlier_from(atoms: Atoms) -> int | None:
    """'the deadliest attack since August, when fighters stormed posts': the atom from which another is told."""
    words, tags = atoms.words, atoms.tags
    for index in range(2, len(words)):
        if words[index] == "since" and tags[index + 1 : index + 2] not in (["T"], ["A"]):
            if not _WORST.isdisjoint(words[max(0, index - _FAR) : index]):
                return index  # "the worst attack since 16 people died in a massacre"
            continue
        end = index - 1 if words[index - 1] == "," else index  # behind the time
        if words[index] != "when" or tags[end - 1] not in "TA":
            continue
        before = words[max(0, end - 3) : end]
        past = any(part in ("since", "until", "before") for word in before for part in word.split())
        past = past or not _LIKE.isdisjoint(words[max(0, index - 7) : index - 1])  # "similar to one in July, when"
        if past:
            return index
        if end < index:
            return None
    return None


class Sums:
    """Tells sums from single happenings in one sentence."""

    def __init__(self, nouns: Nouns, cues: dict[str, frozenset[str]]) -> None:
        self.nouns, self.cues = nouns, cues
        self.words = nouns.atoms.words

    def is_sum(self, event: Event, *, definite: bool) -> bool:
        """Whether an event's words speak of several happenings."""
        noun, clause = event.noun, event.clause
        if event.trigger.aggregate or self._is_crowd(event) or (noun is not None and self._of_many(noun)):
            return True
        if noun is not None and not definite and self._is_row(event, noun, clause):
            return True
        if event.trigger.frame.harm and self._is_everywhere(event):
            return True
        if self.in_many(event) or (noun is not None and not definite and self._in_attacks_since(noun, clause)):
            return True
        if clause is None or clause.verb is None or (noun is not None and not self._holds(noun, clause)):
            return False
        repeated = noun is None and (self._is_told_again(clause) or self._lately(event, clause))
        if clause.is_sum or repeated or self._is_repute(clause.verb.first):
            return True
        if noun is None and event.trigger.frame.harm and (self._in_a_year(event, clause) or self._by_war(clause)):
            return True
        told = noun is None and clause.verb.tense == "pastperfect" and self._over_time(clause)
        began = event.trigger.frame.harm and (told or self._since_it_began(clause))  # "said 40 had died since May"
        if began or self._in_a_spell(event) or self._in_long_story(clause):
            return True
        if clause.verb.tense == "perfect":
            return (
                self._over_time(clause)
                or (noun is None and self._opens_since(clause))
                or (noun is None and self._has_struck_many(clause))
                or ((noun is None or noun.word in _STRIFE) and self._so_far(clause))
                or (noun is not None and noun is clause.subject and noun.word in _STRIFE and self._takes_many(clause))
                or (
                    noun is not None
                    and not definite
                    and self.is_plural(noun)
                    and not self._counted(noun)
                    and not self._takes_few(noun, clause)
                    and not any(time.kind in ON_A_DAY for time in self._times(clause))
                )
            )
        bare = noun is not None and not definite and self.is_plural(noun) and not self._counted(noun)
        return bare and (self._vaguely(clause) or self._is_lasting(clause))

    def _is_told_again(self, clause: Clause) -> bool:
        repeated = self._is_repeated(clause) or self._is_all_over(clause)
        return repeated or self._is_number(clause) or self._is_part(clause)

    def _is_one_of_them(self, noun: Noun) -> bool:
        """'in one of its deadliest attacks', 'in one of the worst of its massacres': one, however many there were."""
        before = self.words[max(0, noun.first - _ONE_WITHIN) : noun.head]
        at = next((i for i, word in enumerate(before) if word == "one of" or word.startswith("one of ")), None)
        return at is not None and not _WORST.isdisjoint(before[at:]) and "," not in before[at:]

    def _is_part(self, clause: Clause) -> bool:
        """'have killed 190 this year, 66 of whom were foreigners who were killed at the border': some of the 190."""
        outer = clause.parent if clause.kind == "relative" else None
        while outer is not None and outer.kind == "relative":
            outer = outer.parent
        return outer is not None and outer.verb is not None and outer.verb.tense == "perfect" and self._over_time(outer)

    def _is_repute(self, at: int) -> bool:
        """'is known for kidnapping foreigners', 'a group notorious for bombing markets': what somebody is known for."""
        return self.words[at - 1 : at] == ["for"] and not _REPUTE.isdisjoint(self.words[max(0, at - 2) : at - 1])

    def _has_struck_many(self, clause: Clause) -> bool:
        """'They have targeted hotels, the airport and restaurants': three kinds of thing at no time."""
        struck = [each for noun in clause.objects for each in (noun, *noun.coordinated)]
        kinds = [noun for noun in struck if self.is_plural(noun) and not self._counted(noun)]
        return len(struck) >= _SOME and len(kinds) > 1 and not self._times(clause)

    def _in_attacks_since(self, noun: Noun, clause: Clause | None) -> bool:
        """'dozens have been killed in attacks since the insurgency began', 'thousands have been killed in attacks'."""
        if clause is None or clause.verb is None or clause.verb.tense not in _PERFECT:
            return False
        if not self.is_plural(noun) and noun.word not in _STRIFE and noun.word not in _FIRE:
            return False
        beside = any(n is noun and word in ("in", "by", "during") for word, n in clause.prepositions)
        many = clause.subject is not None and self.is_many(clause.subject, clause)
        return beside and not self._counted(noun) and (many or self._over_time(clause))

    def _all_month(self, noun: Noun, clause: Clause) -> bool:
        """'325 people were killed in attacks in July': in all of them, where no day or place is named."""
        tags, bound = self.nouns.atoms.tags, [(word, n) for word, n in clause.prepositions if word == "in"]
        beside = any(n is noun for _, n in bound) and not any(tags[n.head] == "Y" for _, n in bound)
        if not beside or not self.is_plural(noun) or self._counted(noun) or tags[noun.first] in "dc'":
            return False
        return any(time.kind in ("month", "year") for time in self._times(clause))

    def in_many(self, event: Event) -> bool:
        """'393 people were killed in more than 600 clashes', 'in four separate incidents'."""
        bound = event.clause.prepositions if event.noun is None and event.clause is not None else []
        held = event.clause.antecedent if event.clause is not None and event.clause.kind == "relative" else None
        if held is not None and event.trigger.frame.harm and self._is_many_events(held):
            return True  # "seven encounters in which 20 were killed"
        return any(self._is_many_events(noun) and not is_row_of(noun, self.words) for _, noun in bound)

    def _is_row(self, event: Event, noun: Noun, clause: Clause | None) -> bool:
        """'several attacks', 'an uptick in attacks', 'since the start of clashes'."""
        if self._many(noun) or self._in_change(event, noun):
            return True
        return clause is not None and (self._since(noun, clause) or self._all_month(noun, clause))

    def is_plural(self, noun: Noun) -> bool:
        """Whether a noun phrase speaks of several."""
        several = self.nouns.of(noun).is_plural or (noun.word.endswith("s") and not noun.word.endswith("ss"))
        return several and not self._is_one_of_them(noun)

    def is_several(self, noun: Noun) -> bool:
        """Whether a noun phrase says that it speaks of several: 'two attacks', 'separate attacks', 'serial blasts'."""
        count = self.nouns.of(noun).count
        if not self.is_plural(noun):
            return False
        apart = not _APART.isdisjoint(self.words[noun.first : noun.head])
        rest = [n for n in noun.appositions if "other" in self.words[n.first : n.head]]
        apart |= any(self.nouns.of(n).triggers for n in (*noun.coordinated, *rest))  # "gun battles and other violence"
        return apart or self._many(noun) or (count is not None and count[0] > 1)

    def _counted(self, noun: Noun) -> bool:
        count = self.nouns.of(noun).count
        if count is None:
            return "twin" in self.words[noun.first : noun.head]
        return count[0] == count[1]

    def _many(self, noun: Noun) -> bool:
        """'several attacks', '33 attacks', 'a wave of bombings'."""
        count = self.nouns.of(noun).count
        if count is not None and count[0] >= _MANY:
            return True
        spell = any(other.word in _SPELLS for word, other in noun.tail if word in ("in", "within", "over"))
        if count is not None and count[0] >= _SOME and spell:
            return True
        begin = noun.owner.last + 1 if noun.owner is not None else noun.first
        words = {part for word in self.words[begin : noun.head] for part in word.split()}
        if words & self.cues["wave_words"] or (words & _ROWS and is_row_of(noun, self.words)):
            return True  # "a series of bombs hit the city" is one happening, what is "the latest in a series" is not
        return self.is_plural(noun) and bool(words & self.cues["many_modifiers"]) and not self._counted(noun)

    def _in_change(self, event: Event, noun: Noun) -> bool:
        """'an uptick in attacks', 'violence has surged', 'attacks increased'."""
        clause = event.clause
        if clause is None or not self.is_plural(noun):
            return False
        holders = [
            *clause.objects,
            *([clause.subject] if clause.subject is not None else []),
            *(n for _, n in clause.prepositions),
        ]
        if any(h.word in self.cues["change_nouns"] and any(n is noun for _, n in h.prepositions) for h in holders):
            return True
        if clause.subject is not noun or clause.verb is None:
            return False
        verb = clause.verb
        more = verb.lemma in ("become", "grow", "get", "be") and any(
            self.words[p.last - 1] in self.cues["frequent_words"] for p in (*clause.adjectives, *clause.objects)
        )
        return more or verb.lemma in self.cues["change_verbs"]

    def goes_on(self, clause: Clause) -> bool:
        """'the attacks went on when a judge was shot', 'the wave of attacks began when ...': that is one of them."""
        if clause.verb is None or clause.subject is None:
            return False
        subject, lemma = clause.subject, clause.verb.name()
        if subject.word in self.cues["wave_words"]:
            return lemma in _LASTS or lemma in ("begin", "start")
        return lemma in _LASTS and self.is_plural(subject)

    def _of_many(self, noun: Noun) -> bool:
        """'the murder of many journalists', 'the killing of peasants': one word for many deeds."""
        if self.is_plural(noun) or noun.last >= len(self.words):
            return False
        victims = [n for word, n in noun.prepositions[:1] if word == "of"]
        return any(self._is_vague_plural(n) for v in victims for n in (v, *v.coordinated))

    def _is_vague_plural(self, noun: Noun) -> bool:
        meaning = self.nouns.of(noun)
        if not meaning.is_plural or not meaning.classes & {"people", "person"}:
            return False
        return meaning.count is None and self.nouns.atoms.tags[noun.first] not in "d'" and noun.owner is None

    def _is_crowd(self, event: Event) -> bool:
        """'70,000 Salvadorans have been killed': more than one happening kills."""
        killed = [n for outcome, n in event.victims if outcome in _KILLING]
        counts = [count for n in killed if (count := self.nouns.of(n).count) is not None]
        clause = event.clause
        perfect = clause is not None and clause.verb is not None and clause.verb.tense == "perfect"
        dated = clause is not None and any(t.kind in ("date", "weekday", "day") for t in self._times(clause))
        return any(count[0] >= (_HUNDREDS if perfect else _THOUSANDS) for count in counts) and not dated

    def is_many(self, noun: Noun, clause: Clause) -> bool:
        """'2,000 rebels have died': more than one happening kills, where no day is named."""
        count = self.nouns.of(noun).count
        if count is None or clause.verb is None:
            return False
        dated = any(t.kind in ("date", "weekday", "day") for t in self._times(clause))
        return count[0] >= (_HUNDREDS if clause.verb.tense == "perfect" else _THOUSANDS) and not dated

    def _takes_many(self, clause: Clause) -> bool:
        """'The fighting has killed hundreds', 'has killed tens of thousands': all of it, up to now."""
        whom = [each for noun in clause.objects for each in (noun, *noun.coordinated)]
        return any(noun.word == "thousands" or self.is_many(noun, clause) for noun in whom)

    def _takes_few(self, noun: Noun, clause: Clause) -> bool:
        """'Clashes in Sandana have claimed at least 15 lives': so few as one happening may take."""
        bout = clause.subject is noun and noun.word in _BOUTS
        counts = [self.nouns.of(each).count for each in clause.objects] if bout else []
        return any(count is not None and 0 < count[0] < _FEW for count in counts)

    def _is_many_events(self, noun: Noun) -> bool:
        """'393 were killed in more than 600 clashes', 'in 206 incidents', 'in different incidents of violence'."""
        words, count = self.words[noun.first : noun.head], self.nouns.of(noun).count
        three = "separate" in words and count is not None and count[0] >= _SOME  # "in three separate encounters"
        apart = three or ("different" in words and self.is_plural(noun) and not self._counted(noun))
        return (bool(self.nouns.of(noun).triggers) or noun.word in _ACTS) and (apart or self._many(noun))

    def _since(self, noun: Noun, clause: Clause) -> bool:
        """'since the start of clashes', 'since fighting broke out in April 2023': they go on."""
        if clause.marker == "since" and noun is clause.subject and (times := self._times(clause)):
            return all(time.kind in ("month", "year", "period") and time.unit != "day" for time in times)
        begun = [n for word, n in clause.prepositions if word == "since"]
        if any(n is noun for n in begun) and any(time.kind in _DATING for time in self._times(clause)):
            return False  # "no troops since clashes in May 2014": those of that month
        return self.is_plural(noun) and any(n is noun or any(o is noun for _, o in n.tail) for n in begun)

    def _in_a_year(self, event: Event, clause: Clause) -> bool:
        """'Seventeen journalists were murdered in 2022': no day, nobody who did it."""
        many = any((self.nouns.of(n).count or (0, 0))[0] >= _MANY for _, n in event.victims)
        doers = any(role == "perpetrator" for role, _ in event.roles)
        if not many or doers:
            return False
        whole = clause.verb is not None and clause.verb.is_passive and all(c.marker != "when" for c in clause.children)
        return any(t.kind == "year" or (whole and (t.kind, t.unit) == ("period", "year")) for t in self._times(clause))

    def _in_a_spell(self, event: Event) -> bool:
        """'581 were killed in the first three months', 'fired 40 rockets over the week': counted over a stretch."""
        fired = event.clause.objects if event.clause is not None and event.noun is None else []
        counted = [*(n for _, n in event.victims), *(n for n in fired if "means" in self.nouns.of(n).classes)]
        many = any((self.nouns.of(n).count or (0, 0))[0] >= _MANY for n in counted)
        if not many and not (event.noun is not None and self.is_plural(event.noun)):
            return False
        words, tags = self.words, self.nouns.atoms.tags
        for index in range(1, len(words)):
            if tags[index] not in "TA" and words[index] not in _SPELLS:
                continue
            if _SPELLS.isdisjoint(words[index].split()) or not _WORST.isdisjoint(words[max(0, index - _FAR) : index]):
                continue  # "in the deadliest attack in the past year"
            before = words[max(0, index - 4) : index]
            parts = [*before, words[index]]
            opening = next((i for i, word in enumerate(parts) if not _OPENING.isdisjoint(word.split())), 0)
            more = before[-3:-2] if before[-2:-1] == ["over"] else before[-2:-1]
            over = {"over", "during", "throughout"} & {*before[-2:]} if _MORE.isdisjoint(more) else ()
            within = before[-2:] == ["in", "the"] and _EARLIER.isdisjoint(before[-3:-2])  # not "earlier in the week"
            if over or within or "in" in parts[:opening]:  # not "the first raid in two months"
                return True
        return event.clause is not None and self._in_some_months(event.clause)

    def _in_some_months(self, clause: Clause) -> bool:
        """'In only three months 23 were killed', 'killed 12 within two weeks': not 'the worst attack in two weeks'."""
        if any(time.kind in ON_A_DAY for time in self._times(clause)):
            return False
        for word, noun in clause.prepositions:
            if word not in ("in", "within") or noun.word not in _MANY_DAYS or not self._counted(noun):
                continue
            before, behind = self.words[: noun.first - 1], self.words[noun.last : noun.last + 1]
            of_deeds = behind == ["of"] or not self.nouns.patterns.lexicon.event_heads.isdisjoint(before[-1:])
            if not of_deeds and (_WORST | _NTH | {"first"}).isdisjoint(before):
                return True
        return False

    def _is_everywhere(self, event: Event) -> bool:
        """'206 militants were killed across the country', 'nationwide': in many places at once."""
        many = any((self.nouns.of(n).count or (0, 0))[0] >= _MANY for _, n in event.victims)
        end = next((i for i in range(event.last, len(self.words)) if self.words[i] == ","), len(self.words))
        told = " ".join(self.words[:end]) if many else ""  # not ", bringing to 30 those killed across the country"
        return ("country" in told or "nation" in told) and _EVERYWHERE.search(told) is not None

    def _is_all_over(self, clause: Clause) -> bool:
        """'continued to shell areas across Ukraine': in many places of a land, on no day."""
        if self._times(clause) or not any(self.is_plural(noun) and not self._counted(noun) for noun in clause.objects):
            return False
        bound = [*clause.prepositions, *(pair for noun in clause.objects for pair in noun.tail)]
        return any(word in ("across", "throughout") and "state" in self.nouns.of(noun).classes for word, noun in bound)

    def _since_it_began(self, clause: Clause) -> bool:
        """'had been killed since the war began'."""
        begun = (child for child in clause.children if child.marker == "since" and child.subject is not None)
        since = next((at for at, word in enumerate(self.words) if word == "since"), 0)
        return not self._of_record(since) and any(
            child.subject is not None and child.subject.word in self.cues["war_words"] for child in begun
        )

    def _by_war(self, clause: Clause) -> bool:
        """'a war that has killed 500,000 people'."""
        doer, verb = clause.subject, clause.verb
        active = doer is not None and verb is not None and not verb.is_passive
        return active and doer is not None and doer.word in self.cues["war_words"]

    def _is_lasting(self, clause: Clause) -> bool:
        """'continue to face killings and abductions', 'villages suffer attacks'."""
        verb = clause.verb
        assert verb is not None
        if verb.lemma not in self.cues["light_undergo"]:
            return False
        outer = clause.parent.verb if clause.kind == "infinitive" and clause.parent is not None else verb
        return outer is not None and outer.tense in ("present", "perfect")

    def _holds(self, noun: Noun, clause: Clause) -> bool:
        """Whether a noun is subject or object of a clause."""
        firsts = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
        return any(noun is first or noun in first.coordinated for first in firsts)

    def _times(self, clause: Clause) -> list[TimeExpression]:
        if not clause.times:
            return []  # as most
        times = [phrase.first for phrase in clause.times if not self._of_record(phrase.first)]
        spans = (self.nouns.spans.covering.get(self.nouns.atoms.first[first]) for first in times)
        return [span.time for span in spans if span is not None and span.time is not None]

    def _of_record(self, at: int) -> bool:
        """'killed 24 in Gao, the deadliest attack in the land since 2003': since when there was no worse one."""
        before = self.words[max(0, at - _FAR) : at + 1]
        if not any(word.startswith("since") and word.split()[0] == "since" for word in before):
            return False
        worst = next((i for i, word in enumerate(before) if word in _WORST or word == "first"), len(before))
        told, deeds = before[worst : worst + 4], self.nouns.patterns.lexicon.event_heads
        if told[1:2] and told[1].split()[0] in _OF_WHERE:
            return True  # "killed 24, the worst since 2003", "the deadliest in the city since 2003"
        told = told if before[worst : worst + 1] != ["first"] else []
        return any(word in deeds or word in _TOLLS for word in told)  # not "the largest group has killed 500 since"

    def _over_time(self, clause: Clause) -> bool:
        """'have been killed since January', 'so far this year', 'in recent months'."""
        assert clause.verb is not None
        if clause.subject is not None and self._is_one_deed(clause.subject):
            return False
        if self._in_one_fight(clause):
            return False
        begun = any(word == "since" for word, _ in clause.prepositions)
        if begun or any(child.marker == "since" for child in clause.children):
            return True
        if self._since_before(clause):
            return True
        behind = self.words[clause.verb.first : clause.verb.last + _AROUND]
        if self.cues["sum_words"].intersection(behind) or " in the past" in " ".join(behind):
            return True
        return any(
            time.relation == "since"
            or time.kind in ("vague", "year")
            or (time.kind == "period" and time.unit not in ("day", "night"))
            for time in self._times(clause)
        )

    def _opens_since(self, clause: Clause) -> bool:
        """'Since May rebels have killed 40 soldiers, while the army has killed 120 rebels': both since May."""
        words, tags = self.words, self.nouns.atoms.tags
        opens = words[0].startswith("since ") if tags[:1] == ["T"] else words[:1] == ["since"] and tags[1:2] == ["T"]
        return opens and not any(time.kind in ON_A_DAY for time in self._times(clause))

    def _in_one_fight(self, clause: Clause) -> bool:
        """'Twenty have died since Wednesday in fighting over the town': in one fight that lasts some days."""
        since = [time for time in self._times(clause) if time.relation == "since"]
        if not since or any(time.kind in _LONG for time in since):
            return False
        fights = (n for word, n in clause.prepositions if word in ("in", "during") and self.nouns.of(n).triggers)
        return any(n.word not in _STRIKES and not self._many(n) and not self._is_many_events(n) for n in fights)

    def _since_before(self, clause: Clause) -> bool:
        """'that since August 27, the day talks began, 50 rebels have been killed': an aside behind the day."""
        start = clause.subject.first if clause.subject is not None else 0
        if self.words[start - 1 : start] != [","] or "," not in self.words[: start - 1]:
            return False
        first = self.words.index(",")
        return "since" in self.words[max(0, first - 3) : first] and self.nouns.atoms.tags[first - 1] in "TA"

    def _in_long_story(self, clause: Clause) -> bool:
        """'Since 2015 the land has been caught in violence that has driven millions from their homes'."""
        if self._for_years(clause):
            return True
        outer = clause.parent if clause.kind in ("relative", "participle") else None
        while outer is not None:
            if self._for_years(outer):
                return True
            since = any(time.relation == "since" and time.kind in _LONG for time in self._times(outer))
            if outer.verb is not None and outer.verb.tense == "perfect" and (since or outer.marker == "since"):
                return True
            outer = outer.parent
        return False

    def _for_years(self, clause: Clause) -> bool:
        """'For decades the rebels fought the state, killing mayors': what was done time and again."""
        verb = clause.verb
        if verb is None or verb.lemma in _FOR_A_TERM or any(t.kind in ON_A_DAY for t in self._times(clause)):
            return False
        around = " ".join(self.words[max(0, verb.first - _AROUND) : verb.last + _AROUND])
        if "years" not in around and "decades" not in around:
            return False  # most: the pattern goes through every word
        return _FOR_YEARS.match(around) is not None

    def _is_one_deed(self, noun: Noun) -> bool:
        """'an attack this week has killed 18': one attack, whatever its toll may yet become."""
        one = self.words[noun.first] in _ONE or (noun.owner is not None and self.nouns.atoms.tags[noun.first] in "TA")
        return one and bool(self.nouns.of(noun).triggers) and not self.is_plural(noun)

    def _so_far(self, clause: Clause) -> bool:
        """'So far 200 people have been killed', 'have been killed to date': what was told before is in it."""
        assert clause.verb is not None
        around = self.words[max(0, clause.verb.first - _AROUND) : clause.verb.last + _AROUND]
        return _SO_FAR.search(" ".join(around)) is not None and not self._counts_few()

    def _counts_few(self) -> bool:
        """'12 deaths so far': so few may have died in what goes on."""
        atoms = self.nouns.atoms
        counts = [
            read_number([w], self.nouns.patterns.lexicon)
            for w, t in zip(atoms.words, atoms.tags, strict=True)
            if t == "c"
        ]
        return bool(counts) and all(count is not None and count[0] < _FEW for count in counts)

    def is_over_time(self, clause: Clause) -> bool:
        """'More than 200 people have died this year': no single happening's dead."""
        if clause.verb is None or clause.verb.tense != "perfect":
            return False
        return self._over_time(clause) or self._so_far(clause)

    def is_since(self, clause: Clause) -> bool:
        """'the toll since Monday': over a stretch of days."""
        return any(time.relation == "since" for time in self._times(clause))

    def is_record(self, clause: Clause) -> bool:
        """'is responsible for 500 deaths', 'blamed for 500 deaths since 2015': what somebody has done in all."""
        since = any(time.relation == "since" and time.kind in _LONG for time in self._times(clause))
        answers = any(self.words[phrase.last - 1] == "responsible" for phrase in clause.adjectives)
        verb = clause.verb
        return since or (answers and verb is not None and verb.tense != "past" and not self._times(clause))

    def _is_repeated(self, clause: Clause) -> bool:
        """'has been attacked three times', 'has been shelled several times'; 'shot him 20 times' is once."""
        verb = clause.verb
        if verb is not None and verb.lemma in _WOUNDING:
            return False
        behind = self.words[verb.last : verb.last + _AROUND] if verb is not None else []
        times = "times" in behind and behind[max(0, behind.index("times") - 1)] not in ("many", "the")
        often = times and verb is not None and verb.tense in _PERFECT
        often = often and behind[max(0, behind.index("times") - 1)] in _OFTEN
        return times and (often or any(noun.word == "times" for noun in clause.objects))

    def _is_number(self, clause: Clause) -> bool:
        """'brought to 26 the number of soldiers killed this year': counted over a stretch."""
        subject = clause.subject if clause.kind == "participle" else None
        before = self.words[max(0, subject.first - 2) : subject.first] if subject is not None else []
        return (
            before in (["number", "of"], ["total", "of"])
            and clause.verb is not None
            and self.is_spell(clause.verb.last)
        )

    def is_ranked(self, noun: Noun) -> bool:
        """'killed six, the second attack on the city in a week', 'its third raid this month': which of several."""
        before = self.words[noun.first : noun.head]
        known = before[:1] == ["the"] or noun.owner is not None or self.words[noun.first] in _OWN
        if not known or _NTH.isdisjoint(before):
            return False
        behind = [part for word in self.words[noun.last : noun.last + _RANKED] for part in word.split()]
        behind = behind[: behind.index(",")] if "," in behind else behind
        return "since" in behind or not _SPELLS.isdisjoint(behind)

    def is_spell(self, first: int) -> bool:
        """Whether a stretch of time is named from an atom on: 'the number killed this week', 'so far this year'."""
        tags, words = self.nouns.atoms.tags, self.words
        spells = (words[i].split() for i in range(first, len(words)) if tags[i] in "TA")
        return any("since" in spell or (_SPELLS & {*spell} and "ago" not in spell) for spell in spells)

    def _lately(self, event: Event, clause: Clause) -> bool:
        """'In recent weeks rebels killed six farmers': not 'recently', nor 'on Monday, the sixth in recent weeks'."""
        times = self._times(clause) if event.trigger.frame.harm or event.trigger.frame.blow else []
        return any(t.kind == "vague" and t.unit in _SPELL for t in times) and not any(t.kind in ON_A_DAY for t in times)

    def _vaguely(self, clause: Clause) -> bool:
        return any(time.kind in ("vague", "year") for time in self._times(clause))
