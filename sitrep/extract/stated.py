"""Tolls told as such: "the toll rose to 34", "put the number of dead at about 10", "bringing the number killed to 7".

What belongs here: words for a toll and the number that they come to. What does not: people who are harmed by a verb
(tolls.py), and that nobody was (nobody.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitrep.extract.causes import Causes
from sitrep.extract.clause import Clause
from sitrep.extract.listed import COUNTED, PEOPLE
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.outcomes import Outcomes
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.sums import Sums

_COMES_TO = frozenset({"to", "at", "about", "around", "over"})
_LEADS_TO = frozenset({"to", "at", "of", "as", "past", "above", "beyond"})
_PASSED = frozenset({"surpass", "exceed", "top", "pass", "cross"})
_RISEN = frozenset("risen rose climbed increased jumped grown gone rising climbing mounted stood stands".split())
_NEAR = 13  # words between a word for a toll and its number
_MAY = frozenset({"could", "may", "might"})
_ACCOUNTS = frozenset({"reports", "estimates", "accounts", "figures"})  # "reports of the number of dead"
_HIGH = frozenset({"high", "many", "much"})
_ENDS = frozenset(";:")
_DEATHS = frozenset({"deaths", "fatalities"})
_HARMS = _DEATHS | {"injuries"}
_OPENS = frozenset({"", "and", ",", ";"})
#: What leads from a word for the dead to their number, and of it what says that a number comes.
_LED = frozenset(
    ": number numbered numbers put placed estimated given at as to total totalled totaled passed exceeded".split()
)
_TO_NUMBER = _LED | frozenset(
    "now were was is are be been has have had came come reached stood stands stand then climbed risen rose".split()
)
_DIED = frozenset({"died", "perished", "dead", "fell"})
_LISTS, _LISTED = frozenset({"list", "roll"}), frozenset("dead killed fallen perished victims martyrs slain".split())
_STRETCHES = frozenset({"day", "week", "weekend", "month", "year"})
_NUMBERS = frozenset({"number", "total", "count"})
_WIDELY = ("across the country", "nationwide", "countrywide", "in several attacks", "in all attacks")
_REACH = 8  # words behind a word for a toll in which it may be said to be of several happenings


@dataclass(frozen=True, slots=True)
class Told:
    """A number that a text gives for a toll."""

    outcome: str
    noun: Noun
    clause: Clause
    holder: Noun  # the word for the toll
    count: Count | None = None  # None: what the phrase itself says


class StatedTolls:
    """Finds in one sentence the numbers that words for a toll come to."""

    def __init__(
        self, nouns: Nouns, cues: dict[str, frozenset[str]], causes: Causes, phrases: list[Noun], *, before: bool
    ) -> None:
        self.before = before  # whether the sentence before counts dead
        self.nouns, self.cues, self.causes, self.phrases = nouns, cues, causes, phrases
        self.words, self.tags = nouns.atoms.words, nouns.atoms.tags
        self.sums, self.outcomes = Sums(nouns, cues), Outcomes(nouns)

    def of(self, clause: Clause) -> Told | None:
        """The toll that a clause tells by its verb: 'the toll rose to 34', 'officials put the dead at ten'."""
        verb = clause.verb
        assert verb is not None
        plain = self._are_so_many(clause, verb)
        if plain is not None:
            return plain
        climbs = verb.lemma == "go" and any(self.words[noun.first] == "up to" for noun in clause.objects)
        if verb.lemma not in ("be", "estimate", "place") and verb.lemma not in self.cues["rise_to"] and not climbs:
            return None
        holders = [*clause.objects, *([clause.subject] if clause.subject is not None else [])]
        holders += [n for noun in holders if noun.word in _ACCOUNTS for word, n in noun.prepositions if word == "of"]
        holder = next((noun for noun in holders if self._told_of(noun) is not None), None) or self._it(clause, verb)
        over_years = any(other.word in self.cues["war_words"] for noun in holders for _, other in noun.tail)
        over_years = over_years or any(self._counts_since(n) or self._counts_several(n) for n in holders)
        over_years = over_years or self._is_of_spell(clause.subject, verb.first)
        outcome = self._told_of(holder) if holder is not None else None
        outcome = "killed" if holder is not None and holder.word == "it" else outcome
        if holder is None or outcome is None or over_years or self.sums.is_since(clause) or self._is_of_accident():
            return None  # "the death toll of the war", "of the quake"
        numbers = [n for word, n in clause.prepositions if word in _COMES_TO or self._is_as_high(n)] or clause.objects
        number = next((noun for noun in numbers if noun is not holder and self._is_number(noun)), None)
        subject = clause.subject
        if number is None and verb.lemma == "be" and subject is not None and self.tags[subject.head] == "c":
            number = subject if holder is not subject else None  # "Twelve is the number of the dead"
        if number is None:
            return None
        count = self.nouns.of(number).count
        passed = (count[0], None) if verb.lemma in _PASSED and count is not None and count[0] == count[1] else None
        return Told(
            outcome, number, clause, holder, passed or self._reached(number) or self._bounded(number, verb.modal)
        )

    def _it(self, clause: Clause, verb: Verb) -> Noun | None:
        """'The toll was five. By evening it had climbed to 11.': what rises or stands at a bare number, told before."""
        subject = clause.subject
        if not self.before or subject is None or subject.word != "it" or verb.lemma not in self.cues["rise_to"]:
            return None
        numbers = [n for word, n in clause.prepositions if word in ("to", "at") and self.tags[n.head] == "c"]
        behind = numbers[0].last if numbers else 0
        bare = bool(numbers) and (behind >= len(self.words) or self.words[behind] in (".", ",", ";", "and", "on", "by"))
        return subject if bare else None

    def _are_so_many(self, clause: Clause, verb: Verb) -> Told | None:
        """'the dead are ten', 'those hurt number 59'."""
        subject, number = clause.subject, clause.object
        if verb.lemma not in ("be", "number") or verb.is_passive or verb.modal or subject is None or number is None:
            return None
        outcome = self.outcomes.of(subject) if self.words[subject.first] in ("the", "those") else None
        bare = self.tags[number.head] == "c" and number.last == number.head + 1 and not number.prepositions
        if outcome is None or not bare or self.nouns.of(number).count is None or number.coordinated:
            return None
        return Told(outcome, number, clause, subject)

    def by_words(self, clauses: list[Clause]) -> Iterator[Told]:
        """The number behind a word for a toll: 'bringing the number of people killed to seven', 'a toll of 12'."""
        yield from self._put_at(clauses)
        yield from self._names(clauses)
        fate = self.outcomes.word(self.words[3]) if len(self.words) > 3 else None
        if self.words[:2] == ["of", "the"] and self.tags[2] == "c" and fate is not None and clauses:
            whole = Noun(2, 3, 2, self.words[2])  # "Of the 14 dead, four were soldiers"
            yield Told(fate, whole, clauses[0], whole)
        counting = self.cues["toll_nouns"]
        for noun in self.phrases:
            outcome = self._counts(noun) if noun.word in counting else None
            if outcome is None:
                continue
            if self._is_of_accident():
                return
            clause = _clause_of(noun, clauses)
            if clause is None or self._over_time(noun, clause):
                continue
            number = self._number_behind(noun)
            if number is not None:
                yield Told(outcome, number, clause, noun, self._bounded(number))

    def _put_at(self, clauses: list[Clause]) -> Iterator[Told]:
        """'The dead number twelve', 'put the wounded at seven', 'gave the number of dead as six', 'Dead: nine.'"""
        if _LED.isdisjoint(self.nouns.atoms.said) or not ("c" in self.tags or "v" in self.tags):
            return  # nothing leads to a number
        for index, word in enumerate(self.words):
            outcome = self.outcomes.word(word)
            if outcome is None and word in _HARMS:
                outcome = "killed" if word in _DEATHS else "injured" if self._has_colon(index) else None
            if outcome is None or not self._is_all(index):
                continue
            at, led = index + 1, False
            while at < len(self.words) and self.words[at] in _TO_NUMBER:
                led |= self.words[at] in _LED
                at += 1
            counted = led and at < len(self.tags) and self.tags[at] in "cv"
            number = self._number_from(at) if counted else None
            if number is None or self.sums.is_spell(index):
                continue
            clause = _clause_of(number, clauses)
            if clause is not None and not self._is_of_accident() and not self.sums.is_since(clause):
                yield Told(outcome, number, clause, Noun(index, index + 1, index, word))

    def _names(self, clauses: list[Clause]) -> Iterator[Told]:
        """'Nineteen names are on the list of the dead', 'the list of the fallen holds 19 names'."""
        if "names" not in self.nouns.atoms.said or _LISTS.isdisjoint(self.words) or _LISTED.isdisjoint(self.words):
            return
        number = self.words.index("names") - 1
        clause = _clause_of(Noun(number, number + 1, number, ""), clauses)
        if number >= 0 and self.tags[number] == "c" and clause is not None and not self._is_of_accident():
            noun = Noun(number, number + 1, number, self.words[number])
            yield Told("killed", noun, clause, noun)

    def _is_all(self, index: int) -> bool:
        """Whether a word at a place stands for all the dead: 'the dead', 'number of dead', 'Deaths' at the start."""
        before = self.words[index - 1] if index else ""
        whole = before == "the" or (before == "of" and index > 1 and self.words[index - 2] in _NUMBERS)
        return whole or (self.words[index] in _HARMS and before in _OPENS) or (not before and self._has_colon(index))

    def _has_colon(self, index: int) -> bool:
        return self.words[index + 1 : index + 2] == [":"]

    def _number_from(self, first: int) -> Noun | None:
        """The phrase of people, or the bare number, that begins at a place."""
        found = next((noun for noun in self.phrases if noun.first == first), None)
        if found is not None:
            return found if self._is_number(found) and self._stands_alone(found) else None
        return Noun(first, first + 1, first, self.words[first]) if self.tags[first] == "c" else None

    # ---- words for a toll
    def _told_of(self, noun: Noun) -> str | None:
        """What a word for a toll counts: 'the death toll', 'the number of dead', 'the number of people killed'."""
        if noun.word == "losses" and not self._has_losses(noun):
            return None
        before = self.words[noun.head - 1]
        if noun.word == "toll" and (before == "injury" or self.outcomes.word(before) == "injured"):
            return "injured"  # "a wounded toll of 151"
        if noun.word in ("losses", "death_toll") or (noun.word == "toll" and not noun.prepositions):
            return "killed"
        if noun.word not in self.cues["toll_nouns"]:
            return None
        for word, other in noun.prepositions:
            outcome = self.outcomes.of(other) if word in ("of", "from", "in") else None
            outcome = outcome or (self._of_those_who(other) if word == "of" else None)
            if outcome is not None:
                return outcome
        if self.words[noun.head + 1 : noun.head + 2] == ["of"]:  # "the number of dead": an adjective alone is no phrase
            behind = [word for word in self.words[noun.head + 2 : noun.head + 4] if word != "the"]
            outcome = self.outcomes.word(behind[0]) if behind else None
            if outcome is not None:
                return outcome
        return "killed" if noun.word == "toll" or self.words[noun.head - 1] == "death" else None

    def _of_those_who(self, people: Noun) -> str | None:
        """'the number of people who died', 'of those who lost their lives', 'of those who were injured'."""
        if self.tags[people.last : people.last + 1] != ["r"]:
            return None
        behind = self.words[people.last + 1 : people.last + 5]
        verb = next((w for w, t in zip(behind, self.tags[people.last + 1 :], strict=False) if t not in "xha"), "")
        lost = verb == "lost" and "lives" in behind
        return "killed" if lost or verb in _DIED else self.outcomes.word(verb)

    def _counts(self, noun: Noun) -> str | None:
        """What a word counts that may stand without a verb of its own; 'an earlier toll' is one that is past."""
        if noun.word not in self.cues["toll_nouns"]:
            return None
        if not self.cues["early_words"].isdisjoint(self.words[noun.first : noun.head]):
            return None
        behind = self.words[noun.last : noun.last + 1]
        if noun.word == "number" and behind and self.outcomes.word(behind[0]) is not None:
            return self.outcomes.word(behind[0])  # "bringing to 30 the number killed"
        return self._told_of(noun)

    def _has_losses(self, noun: Noun) -> bool:
        """'its own losses', 'the attackers' losses': of people who fight, not of a firm."""
        sides = {"military", "militants", "police", "state", "government", "people"}
        if noun.owner is not None and self.words[noun.owner.first] not in ("its", "their"):
            return bool(self.nouns.of(noun.owner).classes & sides)
        return self.words[noun.first] in ("its", "their") or noun.owner is not None

    # ---- numbers
    def _is_number(self, noun: Noun) -> bool:
        meaning = self.nouns.of(noun)
        people = bool(meaning.classes & COUNTED) and "measure" not in meaning.classes
        return meaning.count is not None and people

    def _number_behind(self, toll: Noun) -> Noun | None:
        """The first number that a word for a toll leads to in its clause: 'bringing to 30 the number killed'."""
        for noun in self.phrases:
            if noun.last == toll.first and self.words[noun.first - 1] == "to" and self.tags[noun.head] == "c":
                return noun
            between = self.words[toll.last : noun.first]
            if noun.first < toll.last or not self._is_number(noun):
                continue
            risen = len(between) > 1 and between[-1] in _LEADS_TO and between[-2] in _RISEN
            if _ENDS & {*between} or (("," in between or len(between) > _NEAR) and not risen):
                return None
            led = bool(between) and (between[-1] in _LEADS_TO or between[-1] == "now" or self._is_as_high(noun))
            if led and self._stands_alone(noun):
                return noun
        return None

    def _is_as_high(self, number: Noun) -> bool:
        """'could be as high as 200'."""
        before = self.words[max(0, number.first - 2) : number.first]
        return before[-1:] == ["as"] and before[0] in _HIGH

    def _stands_alone(self, noun: Noun) -> bool:
        """Whether a phrase is a number, or a number of people; 'a toll of six in 2020' counts, 'of a year' does not."""
        return self.tags[noun.head] == "c" or bool(self.nouns.of(noun).classes & PEOPLE)

    def _reached(self, number: Noun) -> Count | None:
        """'has gone up to 46' has reached 46: no more than that is not meant."""
        count = self.nouns.of(number).count
        return (count[1], count[1]) if count is not None and count[1] and self.words[number.first] == "up to" else None

    def _bounded(self, number: Noun, modal: str = "") -> Count | None:
        """'as high as 200', 'could reach 200' is no more than 200."""
        count = self.nouns.of(number).count
        if count is not None and (self._is_as_high(number) or (modal in _MAY and count[0] == count[1])):
            return 0, count[1]
        if count is not None and self.words[number.first - 1] in ("past", "above", "beyond"):
            return count[0], None
        return None

    def _over_time(self, noun: Noun, clause: Clause) -> bool:
        if any(other.word in self.cues["war_words"] for _, other in noun.tail):
            return True
        return (
            self._counts_since(noun)
            or self._counts_several(noun)
            or self.sums.is_since(clause)
            or self.sums.is_over_time(clause)
            or self.sums.is_spell(noun.last)
        )

    def _counts_since(self, noun: Noun) -> bool:
        """'brought to 27 the number of people killed since troops raided a camp', 'since February'."""
        behind = self.words[noun.last :]
        behind = behind[: next((i for i, word in enumerate(behind) if word in ",;:"), len(behind))]
        return noun.word in self.cues["toll_nouns"] and any(word.split()[0] == "since" for word in behind)

    def _counts_several(self, noun: Noun) -> bool:
        """'the day's toll', 'the number of people killed across the country', 'the toll of the week's attacks'."""
        if noun.word not in self.cues["toll_nouns"]:
            return False
        if noun.word in _NUMBERS and self.sums.is_spell(noun.last):
            return True  # "bringing to 30 the number of people killed this year"
        of_day = noun.owner is not None and noun.owner.word in _STRETCHES
        behind = " ".join(self.words[noun.last : noun.last + _REACH])
        return of_day or any(wide in behind for wide in _WIDELY)

    def _is_of_spell(self, subject: Noun | None, last: int) -> bool:
        """'the death toll for this year stands at 700', but not 'the toll from the attack this week'."""
        if subject is None or any(self.causes.event_in(noun) is not None for _, noun in subject.tail):
            return False
        spells = (self.words[i].split() for i in range(subject.last, last) if self.tags[i] == "T")
        return any("year" in spell or "month" in spell for spell in spells)

    def _is_of_accident(self) -> bool:
        heads = {noun.word for noun in self.phrases}
        return bool(self.cues["accident_words"] & heads)


def _clause_of(noun: Noun, clauses: list[Clause]) -> Clause | None:
    """The clause in which a phrase stands, else the one told last before it."""
    for clause in clauses:
        bound = (clause.subject, *clause.objects, *(n for _, n in clause.prepositions))
        if any(each is noun for each in bound):
            return clause
    return clauses[-1] if clauses else None
