"""Who stands in a list of people, and how many each of its members is: one person named twice is one.

What belongs here: telling a list ("a captain and two privates") from a name beside a role ("the captain, Ali Hassan")
and from ages, and the number that a phrase means. What does not: adding the numbers up (casualties.py).
"""

from __future__ import annotations

from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count
from sitrep.extract.phrases import Noun

#: Classes of nouns that are people.
PEOPLE = frozenset({"people", "person", "military", "police", "militants"})
COUNTED = PEOPLE | {"number"}
#: Words for those of a number whom nothing counts by itself.
REST = frozenset({"rest", "others", "remainder", "remaining"})
_NO_PEOPLE = frozenset({"pronoun", "organisation"})  # "soldiers of the Quick Response Team and the driver"
_ONE = frozenset({"a", "an", "his", "her", "its", "their", "one", "another"})
#: Bodies of so many people; None: of as many as is said behind ("a family of five").
_SEVERAL: dict[str, Count | None] = {
    "couple": (2, 2), "pair": (2, 2), "duo": (2, 2), "twins": (2, 2), "trio": (3, 3), "family": None,
}  # fmt: skip


_UNDER_ARMS = frozenset({"military", "police", "militants"})
_KINSFOLK = frozenset(
    """father mother son daughter brother sister wife husband uncle aunt nephew niece cousin grandmother grandfather
    grandson granddaughter""".split()
)
_ATTACKERS = frozenset({"militants", "unidentified"})
#: What stands behind these is part of what stands before them.
_PARTS = frozenset({"including", "such as", "like"})
_WOUNDS = frozenset("wound wounds burn burns injury injuries".split())
_BODIES = frozenset("force unit group militia outfit organisation organization movement brigade faction wing".split())
_HERDS = frozenset({"head", "heads"})
_HURTS = frozenset({"injury", "injuries"})  # "six injuries were reported" are six people
OF_BODIES = frozenset(
    "head chest leg arm back neck brain spinal abdominal gunshot bullet stab shrapnel knife burn".split()
)


class Lists:
    """Reads the lists of people of one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns, self.words = nouns, nouns.atoms.words

    def members(self, noun: Noun) -> list[Noun]:
        """Those whom a list names, each once."""
        parts = self.included(noun)
        listed = [noun, *(n for n in noun.coordinated if n not in parts), *self.besides(noun)]
        listed += [
            n for last in noun.coordinated[-1:] for n in self.besides(last)
        ]  # "a judge, two of his men and a cook"
        listed = [each for each in listed if each is noun or not self._is_of_things(each)]  # "five km", "two bars"
        listed = self._without_names(self._without_sum(listed))
        return [each for index, each in enumerate(listed) if not index or not self.is_same(listed, index)]

    def _without_sum(self, listed: list[Noun]) -> list[Noun]:
        """Of '18 soldiers and seven civilians, 25 people in all' the soldiers and civilians: 25 is their sum."""
        counts = [self.count(each) for each in listed]
        known = [count[0] for count in counts if count is not None and count[0] == count[1]]
        summed = len(known) > 2 and len(known) == len(listed) and known[-1] == sum(known[:-1])
        return listed[:-1] if summed and self.words[listed[-1].first - 1] not in ("and", "or") else listed

    def _without_names(self, listed: list[Noun]) -> list[Noun]:
        """Of 'two priests, Juan Cruz and Luis Mora, and a guide' the priests and the guide: the names are the two.

        So are 'a father and his son' of 'two passengers'."""
        for index, each in enumerate(listed):
            count = self.nouns.of(each).count
            if count is None or count[0] != count[1] or not 1 < count[0] < len(listed) - index:
                continue
            ends = index + 1
            known = self.nouns.of(each).known  # "two passengers, a father and his son"
            related = known is not None and known.group == "civilian" and not known.classes & _UNDER_ARMS
            while ends < len(listed) and (
                self.is_somebody(listed[ends]) or (related and listed[ends].word in _KINSFOLK)
            ):
                ends += 1
            named = index + 1 + int(count[0])
            if ends > named and self.nouns.atoms.tags[listed[named].first] == "d":
                ends = named  # "two priests, A and B, and a Canadian sister C"
            first = listed[index + 1].first
            if ends == named and self.words[first - 1 - (self.nouns.atoms.tags[first - 1] == "a")] == ",":
                return [*listed[: index + 1], *self._without_names(listed[ends:])]
        return listed

    def _is_of_things(self, noun: Noun) -> bool:
        """Whether a phrase counts no people but miles, bars or cars."""
        classes = self.nouns.of(noun).classes
        return "measure" in classes or (bool(classes & {"facility", "thing", "means"}) and not classes & PEOPLE)

    def included(self, noun: Noun) -> list[Noun]:
        """Of 'seven people including a colonel, his wife and their son' the wife and the son: among the seven."""
        first = next((inner.first for word, inner in noun.tail if word in _PARTS), None)
        found = [each for each in noun.coordinated if first is not None and each.first > first]
        found += [each for each in self._among_them(noun) if each not in found]
        found += [each for each in noun.coordinated if self.is_of_them(each) and each not in found]
        return self._with_others(noun, found)

    def _with_others(self, noun: Noun, found: list[Noun]) -> list[Noun]:
        """Of '12 people, ten of them villagers and two guards' the guards too, who make up the twelve."""
        first = next((i for i, each in enumerate(noun.coordinated) if self.is_of_them(each)), None)
        behind = noun.coordinated[first:] if first is not None else []
        counts = [self.count(each) for each in behind]
        whole = self.nouns.of(noun).count
        makes = whole is not None and sum(count[0] for count in counts if count is not None) == whole[0]
        return [*found, *(each for each in behind if each not in found)] if makes and all(counts) else found

    def told_behind(self, whole: Noun, clause: Clause | None, phrases: list[Noun]) -> list[Noun]:
        """'nine people died in the raid, among them a girl', 'killed nine, including two guards': who they were."""
        counted = clause is not None and self.nouns.of(whole).count is not None
        held = clause is not None and (whole is clause.subject or whole in clause.objects[:1])
        found = (
            [n for w, n in clause.prepositions if w == "including"] if clause is not None and counted and held else []
        )
        end = next((i for i in range(whole.last, len(self.words)) if self.words[i] in (",", ".", ";")), whole.last)
        begins = {whole.last, whole.last + 1}
        for first in sorted(begins | {end + 1} if counted else begins):
            if self.words[first : first + 2] in (["among", "them"], ["among", "whom"]):
                found += [noun for noun in phrases if noun.first == first + 2]
        return [noun for noun in found if noun.first > whole.first]

    def one_attacker(self, noun: Noun) -> Count | None:
        """'nine people, including the bomber': one."""
        meaning = self.nouns.of(noun)
        lone = self.words[noun.first] == "the" and not meaning.is_plural and meaning.known is not None
        return (1, 1) if lone and meaning.classes & _ATTACKERS and meaning.count is None else None

    def _among_them(self, noun: Noun) -> list[Noun]:
        """Of '16 people, a nun and two children among them' the nun and the children."""
        listed = noun.coordinated
        closing = next((i for i, each in enumerate(listed) if self._stands_behind(each, "among", "amongst")), None)
        if closing is None:
            return []
        opening = closing
        while opening and self.words[listed[opening].first - 1] in ("and", "or"):
            opening -= 1
        return listed[opening : closing + 1]

    def _stands_behind(self, noun: Noun, *words: str) -> bool:
        """Whether 'among them', 'of whom' stands behind a phrase."""
        behind = self.words[noun.last : noun.last + 2]
        return len(behind) > 1 and behind[0] in words and behind[1] in ("them", "whom")

    def is_all_but(self, noun: Noun) -> bool:
        """'all but two of them': a phrase that counts those of whom something is not told."""
        return self.words[max(0, noun.first - 2) : noun.first] == ["all", "but"]

    def all_but(self, noun: Noun) -> Count | None:
        """'all but two of the 14 men': twelve."""
        if not self.is_all_but(noun):
            return None
        inner = next((other for word, other in noun.prepositions[:1] if word == "of"), noun)
        few, every = self.nouns.of(noun).count if inner is not noun else (1, 1), self.nouns.of(inner).count
        if few is None or every is None or few[1] is None or every[0] != every[1] or few[1] >= every[0]:
            return None
        return every[0] - few[0], every[0] - few[0]

    def is_of_them(self, noun: Noun) -> bool:
        """'three of whom', 'two of them': some of those told before."""
        if self.is_all_but(noun):
            return False
        one = noun.word in ("them", "whom") and noun.first > 0 and self.words[noun.first - 1] == "one of"
        return one or (self.nouns.of(noun).count is not None and self._stands_behind(noun, "of"))

    def besides(self, noun: Noun) -> list[Noun]:
        """'five of them and their driver', 'the chief of Baga and two guards': joined to what hangs on the first.

        So is the one of 'three of his men and his driver', where somebody alone is none of the three.
        """
        found: list[Noun] = []
        for word, inner in noun.tail if not noun.coordinated else ():
            if word in _PARTS:
                break  # "seven people including a colonel, his wife and their son"
            meaning = self.nouns.of(inner)
            is_name = meaning.hit is not None and meaning.hit.form in ("name", "acronym")
            if is_name or not meaning.classes & PEOPLE or meaning.classes & _NO_PEOPLE:
                found += [n for n in inner.coordinated if self._is_somebody_else(n) and n not in found]
            elif word == "of" and self.nouns.atoms.tags[noun.head] == "c":
                found += [n for n in inner.coordinated if self.words[n.first] in _ONE and self.count(n) == (1, 1)]
        return [other for other in found if self.nouns.of(other).classes & COUNTED]

    def _is_somebody_else(self, noun: Noun) -> bool:
        """Whether a phrase counts people, or is one of them: 'two guards', 'the driver'."""
        lone = self.words[noun.first] == "the" and not self.nouns.of(noun).is_plural and self._is_someone(noun)
        return lone or self.count(noun) is not None

    def count(self, noun: Noun) -> Count | None:
        """How many a phrase counts: a number, or one for 'a policeman', 'their driver'."""
        count = self.nouns.of(noun).count
        if noun.word == "them" and noun.first and self.words[noun.first - 1] == "one of":
            return 1, 1  # "One of them died"
        if noun.word == "another" and noun.last - noun.first == 1:
            return 1, 1  # "while another died in hospital"
        if noun.word == "other" and self.words[noun.first] == "the" and noun.last - noun.first == 2:
            return 1, 1  # "one died and the other was wounded"
        if count is None and self.words[noun.first] in ("a", "an") and self._is_compatriot(noun):
            return 1, 1  # "two Indians and a Pakistani", "a Frenchman"
        if count is None and noun.word in _SEVERAL and self.nouns.atoms.tags[noun.first] in "dn":
            return self._of_family(noun)
        if count is not None or self.nouns.of(noun).is_plural or noun.word not in self.nouns.patterns.lexicon.nouns:
            return count
        lone = self.words[noun.first] in _ONE or (noun.owner is not None and self.words[noun.owner.first] in _ONE)
        known = self.nouns.of(noun).known
        return (1, 1) if lone and known is not None and known.classes & PEOPLE and self._is_someone(noun) else None

    def _is_compatriot(self, noun: Noun) -> bool:
        """Whether a phrase is a nationality that stands for somebody."""
        hit = self.nouns.of(noun).hit
        return self.nouns.atoms.tags[noun.head] == "j" or (
            hit is not None and (hit.form == "demonym" or hit.is_nationality)
        )

    def _of_family(self, noun: Noun) -> Count | None:
        """'a couple' is two, 'a family of five' five."""
        stated = next((self.nouns.of(n).count for word, n in noun.prepositions[:1] if word == "of"), None)
        return stated if stated is not None else _SEVERAL[noun.word]

    def _is_someone(self, noun: Noun) -> bool:
        """Whether a singular names a person, not a body of people: 'a policeman', not 'a family' or 'a platoon'."""
        known = self.nouns.of(noun).known
        return known is not None and ("person" in known.classes or noun.word.endswith(("man", "woman", "er", "or")))

    def is_same(self, listed: list[Noun], index: int) -> bool:
        """'the general, Ali Hassan,', 'Ali Hassan, a farmer,', 'Ali Hassan, senator and candidate': one person."""
        before, noun = listed[index - 1], listed[index]
        if self.words[noun.first] in ("both", "all") and self.nouns.atoms.tags[noun.head] in "jy":
            return True  # "two clerics, both Kenyan"
        if self._is_bare(noun) and self.words[noun.first - 1] == "," and not self.nouns.atoms.headline:
            return True  # "two people, resident in the village,"
        if self.words[before.first].startswith("one of") and self.words[noun.first - 1] == "," and self._is_one(noun):
            return len(listed) == 2  # "one of its men, a sergeant,"
        if not self._is_one(noun) or not (self._is_one(before) or (index > 1 and self.is_same(listed, index - 1))):
            return False
        bare = self.nouns.atoms.tags[noun.first] in "njG" and noun.owner is None and not self.nouns.atoms.headline
        if bare and (self._is_bare(before) or (self._is_bare(noun) and self._is_named(before))):
            return True
        comma, names = self.words[noun.first - 1] == ",", self._is_named(noun)
        what = self.words[noun.first] in ("a", "an", "the") and self._ends_remark(noun)
        if comma and self._is_named(before) and what:
            return True  # "Ali Hassan, a farmer, and his son", "Ali Hassan, the mayor of Baga, and his son"
        told = self.nouns.atoms.tags[before.first] == "d" and not self._is_named(before)
        return comma and ((told and names) or (len(listed) == 2 and self._is_named(before) != names))

    def _ends_remark(self, noun: Noun) -> bool:
        of = noun.prepositions[0] if noun.prepositions else None
        end = of[1].last if of is not None and of[0] == "of" and self.words[noun.last] == "of" else noun.last
        return self.words[end : end + 1] == [","]

    def is_somebody(self, noun: Noun) -> bool:
        """Whether a phrase is one person's name: what stands beside it says who it is, not who else."""
        return self._is_named(noun) and self._is_one(noun)

    def _is_one(self, noun: Noun) -> bool:
        """Whether a phrase is of one person."""
        meaning = self.nouns.of(noun)
        return meaning.count in (None, (1, 1)) and not meaning.is_plural and bool(meaning.classes & PEOPLE)

    def _is_named(self, noun: Noun) -> bool:
        named = self.nouns.of(noun).known is None and bool(self.nouns.of(noun).classes & {"proper", "named"})
        return named and self.words[noun.first] not in ("a", "an")  # "a Belgian" is no name

    def _is_bare(self, noun: Noun) -> bool:
        """A known noun without article, number or owner: 'senator', 'rector of the university'."""
        alone = self.nouns.atoms.tags[noun.first] in "njG" and noun.owner is None
        return alone and noun.word in self.nouns.patterns.lexicon.nouns and self.nouns.of(noun).count is None

    def is_no_people(self, noun: Noun) -> bool:
        """Whether what looks like a number of people is an age, a day of the month, so many wounds or houses."""
        herd = noun.word in _HERDS and any(word == "of" for word, _ in noun.prepositions)  # "300 head of cattle"
        counted = herd and self.nouns.of(noun).count not in (None, (1, 1))
        classes = self.nouns.of(noun).classes
        counted = counted or ("facility" in classes and not classes & PEOPLE)  # "'kills' many, 'burns' over 300 homes"
        counted = counted or (noun.word in _BODIES and self.words[noun.first] in _ONE)  # "eleven men of X, a force"
        return counted or self.is_lone_age(noun) or self.is_of_wounds(noun) or self._is_day(noun)

    def _is_day(self, noun: Noun) -> bool:
        """'on Wednesday 19,': a bare number behind a weekday."""
        tags, first = self.nouns.atoms.tags, noun.first
        bare = noun.last - first == 1 and tags[first] == "c" and self.words[first].isdigit()
        return bare and first > 0 and tags[first - 1] in "TA" and (noun.last >= len(tags) or tags[noun.last] in ",.;i")

    def is_lone_age(self, noun: Noun) -> bool:
        """'Ali Khan, 28, who was jailed': a bare number between a name and a comma is an age."""
        words, tags, first, last = self.words, self.nouns.atoms.tags, noun.first, noun.last
        if first < 2 or last - first > 1 or tags[first] != "c" or words[first - 1] != "," or last >= len(words):
            return False
        return tags[first - 2] in "nyY" and (words[last] == "," or tags[last] == "r") and words[first].isdigit()

    def is_of_wounds(self, noun: Noun) -> bool:
        """'12 bullet wounds', 'severe head injuries': what somebody had, not so many people."""
        kinds = self.words[noun.first : noun.head]
        return noun.word in _WOUNDS and (noun.word not in _HURTS or bool(OF_BODIES & {*kinds}))

    def is_age(self, whole: Noun, number: Noun) -> bool:
        """'two brothers, 21 and 19', 'Ali Hassan, 42': bare numbers behind people are their ages."""
        bare = self.nouns.atoms.tags[number.head] == "c" and not number.prepositions
        if not bare or self.nouns.atoms.tags[whole.head] == "c" or not self.words[number.head].isdigit():
            return False
        return self.nouns.of(whole).count is not None or (self._is_one(whole) and self.words[number.first - 1] == ",")
