"""From the tolls of a sentence to casualty records: how many, of which group, at which characters.

What belongs here: the group that a phrase counts, the one that a singular means, and the sum of a list ("a captain and
two privates"). What does not: finding tolls (tolls.py), and which event they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sitrep.extract.atoms import Atoms
from sitrep.extract.clause import Clause
from sitrep.extract.nouns import Nouns
from sitrep.extract.numbers import Count, is_unnumbered
from sitrep.extract.parties import Parties, Party
from sitrep.extract.phrases import Noun
from sitrep.extract.text import Text
from sitrep.extract.tolls import Toll
from sitrep.records import CasualtyMention
from sitrep.timex.words import ORDINALS

_RANKS = frozenset("general colonel commander major captain lieutenant brigadier sergeant marshal commandant".split())
_UNNUMBERED = frozenset("lives casualties people police personnel others".split())
_SHARES = frozenset("most some half majority part rest remainder none".split())
_COUNTED = frozenset({"victim", "death", "fatality"})
#: "Seventh victim dies": so many by now.
_NTH = {word: number for word, number in ORDINALS.items() if number >= 2}
_NTHS, _FEW, _MOST = frozenset({"th", "st", "nd", "rd"}), 12, 99
_SPELLS = frozenset({"year", "years", "month", "months", "since"})
_OF_RANK = frozenset({"lieutenant", "sergeant", "secretary"})
_ACCUSED = frozenset({"accused", "defendant"})
_MEN = frozenset({"man", "men"})
_WITH_ARMS = frozenset({"armed", "masked", "hooded", "wanted"})
#: Whom those who fight lose, as their own.
_OWN = frozenset({"men", "members", "personnel"})
_LOSE, _LOST = frozenset({"lose", "suffer"}), frozenset({"killed", "injured"})
_ARMED = frozenset({"security_force", "militant"})
_AT = frozenset({"in", "at", "near", "outside"})
_NAMELESS = frozenset({"unidentified", "unknown", "unnamed"})
_SOMEBODY = frozenset({"man", "men", "person", "persons", "individual", "individuals"})
#: Who stands at the head of those whom "of" names.
_HEADS = frozenset("leader leaders commander commanders chief head member members deputy official officials".split())
_THEY = frozenset({"they", "it", "we"})
_HE = frozenset({"he", "him", "she", "her"})
_ANYBODY = frozenset({"people", "persons", "person", "victims", "dead", "others", "killed", "civilians"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A toll with its number and the groups of those counted."""

    toll: Toll
    count: Count
    group: str | None  # None: nothing is said of them
    parts: tuple[str, ...]


class Casualties:
    """Makes the casualty records of one sentence."""

    def __init__(self, text: Text, nouns: Nouns, parties: Parties) -> None:
        self.text, self.nouns, self.parties = text, nouns, parties
        self.atoms: Atoms = nouns.atoms
        self.theirs: str | None = None
        self.before: str | None = None  # the group of those counted last

    def of(self, toll: Toll, speaker: str | None, theirs: str | None = None) -> list[CasualtyMention]:
        """The records of a toll, or of the list that it opens; those of a list's other members come with the first.

        `theirs` is the group of those who were attacked: of "two of them".
        """
        self.theirs = theirs
        if toll.series and toll.series[0] is not toll:
            return []
        counted = [found for each in toll.series or [toll] if (found := self._counted(each)) is not None]
        made: list[CasualtyMention] = []
        for outcome in dict.fromkeys(each.toll.outcome for each in counted):
            alike = self._without_parts([each for each in counted if each.toll.outcome == outcome])
            for group, members in self._by_group(alike).items():
                made.append(self._record(outcome, group, members, speaker))
        return made

    def _counted(self, toll: Toll) -> Counted | None:
        party = self.parties.of(toll.noun)
        count = self._nth(toll) or (toll.count if toll.count is not None else self._implied(toll, party))
        if count is None:
            return None
        group = self._group_of(toll, party)
        if group is None and toll.like is not None:
            group = self._group_of(toll.like, self.parties.of(toll.like.noun))  # "four soldiers died; X says 20"
        if group is None and toll.whose is not None:
            group = self._group_of(toll, self.parties.of(toll.whose))
        group = group or self._of_opening(toll)
        if group in (None, "unknown") and self._counts_them(toll):
            group = self._not_of_doer(toll, self.before or self.theirs)
        elif toll.clause is not None and (toll.noun.word in _OWN or (group is None and self._is_lost(toll))):
            group = self._losers(toll.clause, group)
        elif group is None and self._is_bare_result(toll):
            group = self.theirs
        elif toll.is_part and self.before in _ARMED and (group == "civilian" or self._is_their_officer(toll)):
            group = self.before if group != "civilian" or self._is_of_nation(toll.noun) else group
        elif group is not None and count[0] > 1:
            self.before = group
        parts = party.parts if party is not None and not self._are_several_kinds(toll) else ()
        if group in (None, "unknown") and not toll.is_part and (all_ := self._all_of_them(toll)) is not None:
            group, parts = all_.group or group, (*parts, *(part for part in all_.parts if part not in parts))
        return Counted(toll, count, None if group == "unknown" else group, parts)

    def _are_several_kinds(self, toll: Toll) -> bool:
        """'16 women and children': one number for both."""
        named = toll.noun.predicate or toll.noun  # "39 of them women and children"
        bare = [n for n in named.coordinated if self.atoms.tags[n.first] in "nj" and self.nouns.of(n).count is None]
        return any(self.nouns.of(n).is_plural for n in bare) and toll.count is not None and toll.count[0] > 1

    def _group_of(self, toll: Toll, party: Party | None) -> str | None:
        """The group that a phrase names by itself; of "15 bodies" nobody says whose they are."""
        if toll.noun.word in self.nouns.patterns.cues["dead_nouns"] or party is None or self._is_mixed(toll, party):
            return None
        if party.group == "militant":
            return None if self._is_stranger(toll.noun) else party.group
        leads = any(map(self._heads_fighters, (toll.noun, *toll.noun.appositions)))
        return "militant" if leads else party.group

    def _is_mixed(self, toll: Toll, party: Party) -> bool:
        """'six soldiers and civilians': one number for people of two groups."""
        counted = any(each is not toll and each.count is not None for each in toll.series)
        if counted or toll.count is None or toll.count[1] == 1:
            return False
        bare = (n for n in toll.noun.coordinated if self.atoms.tags[n.first] in "njy")
        beside = (n for n in bare if self.nouns.of(n).is_plural and self.nouns.of(n).count is None)
        groups = (other.group for other in map(self.parties.of, beside) if other is not None)
        return any(group is not None and group != party.group for group in groups)

    def _is_lost(self, toll: Toll) -> bool:
        """Whether a toll is what somebody lost: 'suffered six dead'."""
        verb = toll.clause.verb if toll.clause is not None else None
        return verb is not None and verb.lemma in _LOSE and toll.outcome in _LOST

    def _is_stranger(self, noun: Noun) -> bool:
        """'an unidentified man': a victim of whom nothing is known."""
        return noun.word in _SOMEBODY and not _NAMELESS.isdisjoint(self.atoms.words[noun.first : noun.head])

    def _heads_fighters(self, noun: Noun) -> bool:
        """'a military leader of the Taliban'."""
        if noun.word not in _HEADS:
            return False
        led = (self.parties.of(other) for word, other in noun.prepositions[:1] if word == "of")
        return any(party is not None and party.group == "militant" for party in led)

    def _of_opening(self, toll: Toll) -> str | None:
        """'Of the soldiers, five died': the group of those whom a number is of, told before it."""
        bound = toll.clause.prepositions if toll.clause is not None and toll.noun is toll.clause.subject else []
        whole = next((n for word, n in bound if word == "of" and n.last <= toll.noun.first), None)
        party = self.parties.of(whole) if whole is not None else None
        return party.group if party is not None and not party.is_thing else None

    def _losers(self, clause: Clause, group: str | None) -> str | None:
        """'the army lost seven men', 'troops suffered six dead', 'cost the army nine men': those who lose them."""
        lemma, loser = clause.verb.lemma if clause.verb is not None else "", clause.subject
        if lemma == "cost" and len(clause.objects) > 1:
            loser = clause.object
        elif lemma not in _LOSE:
            return group
        elif loser is not None and loser.word in _THEY and clause.parent is not None:
            loser = clause.parent.subject or loser  # "the rebels said they lost three men"
        party = self.parties.of(loser) if loser is not None else None
        return party.group if party is not None and party.group in _ARMED else group

    def _is_of_nation(self, noun: Noun) -> bool:
        """'four terrorists, three of them Afghans': of what nation they were makes them no others."""
        meaning = self.nouns.of(self.nouns.counted(noun))
        return meaning.hit is not None and meaning.hit.form in ("demonym", "role") and meaning.hit.country is not None

    def _is_their_officer(self, toll: Toll) -> bool:
        """'five rebels, including a self-styled general': one of some fighters who has a rank, as soldiers have."""
        alone = len(toll.series) <= 1 and self.before == "militant"
        return alone and toll.noun.word in _RANKS and self.nouns.of(toll.noun).hit is None

    def _is_bare_result(self, toll: Toll) -> bool:
        """'ambushed soldiers, killing six': six of those whom they attacked."""
        clause = toll.clause
        bare = toll.noun.last - toll.noun.first <= 2 and self.atoms.tags[toll.noun.head] == "c"
        active = clause is not None and clause.verb is not None and not clause.verb.is_passive
        return bare and not toll.series and active and clause is not None and clause.kind == "participle"

    def _is_compatriot(self, noun: Noun) -> bool:
        """'a Swiss': a nationality that stands for somebody."""
        words, tags = self.atoms.words, self.atoms.tags
        return noun.last - noun.first == 2 and words[noun.first] in ("a", "an") and tags[noun.head] == "j"

    def _counts_them(self, toll: Toll) -> bool:
        """'at least two of them', 'two of whom'."""
        words = self.atoms.words
        of_whom = words[toll.noun.last : toll.noun.last + 2] == ["of", "whom"]
        of_whom = of_whom or (
            toll.noun.word == "them" and words[toll.noun.first - 1].endswith(" of")
        )  # "one of them died"
        return of_whom or any(word == "of" and noun.word == "them" for word, noun in toll.noun.prepositions[:1])

    def _not_of_doer(self, toll: Toll, group: str | None) -> str | None:
        """'Police foiled an attack by rebels, killing two of them': whoever kills, not two of his own."""
        clause = toll.clause
        active = clause is not None and clause.verb is not None and not clause.verb.is_passive
        doer = self.parties.of(clause.subject) if active and clause is not None and clause.subject is not None else None
        if doer is None or doer.group != group or group not in _ARMED:
            return group
        return "militant" if group == "security_force" else "security_force"

    def _all_of_them(self, toll: Toll) -> Party | None:
        """'12 people, all of them civilians': what a remark behind the number calls all of them."""
        words, tags = self.atoms.words, self.atoms.tags
        first = toll.last + 1 if words[toll.last : toll.last + 1] == [","] else toll.last
        if words[first : first + 1] not in (["all"], ["all of"], ["both of"]):
            return None
        first += 2 if words[first + 1 : first + 2] == ["them"] else 1
        last = first
        while last < len(tags) and tags[last] in "njyG":
            last += 1
        return self.parties.of(Noun(first, last, last - 1, words[last - 1])) if last > first else None

    def _implied(self, toll: Toll, party: Party | None) -> Count | None:
        """'a policeman', 'the mayor', a person's name: one."""
        if party is None or (party.pronoun and toll.noun.word in _HE):
            return (1, 1) if party is not None else None
        if is_unnumbered(self.atoms.words[toll.first : toll.last]) or self._are_several(toll):
            return None
        if self.atoms.words[toll.noun.first] in ("a", "an") and self._is_of_force(toll.noun, party):
            return (1, 1)  # "a Taliban", "a Saudi border guard", "a security personnel", as papers of Asia have it
        alone = not party.pronoun or party.pronoun in ("its", "our")
        if not alone or party.is_thing or toll.noun.word in _UNNUMBERED or self.nouns.of(toll.noun).is_plural:
            return None
        return (1, 1) if party.is_person else None

    def _is_of_force(self, noun: Noun, party: Party) -> bool:
        """Whether a name of fighters or of a force, or 'personnel', stands for one of them."""
        return noun.word == "personnel" or (self.atoms.tags[noun.head] in "yY" and party.group in _ARMED)

    def _nth(self, toll: Toll) -> Count | None:
        """'Seventh victim dies', 'a third death': so many by now."""
        if (
            toll.outcome != "killed"
            or toll.like is not None
            or toll.count not in (None, (1, 1))
            or not self._may_be_nth(toll.noun)
        ):
            return None
        if toll.clause is not None and (toll.clause.kind == "infinitive" or self._is_elsewhere(toll)):
            return None  # "he was the third mayor to be killed"
        inside = self.atoms.words[toll.noun.first : toll.noun.last]
        nth = next((_NTH[word] for word in inside if word in _NTH), None) or self._in_figures(inside)
        the = inside[0] == "the"
        if the and self.atoms.words[toll.noun.first - 1 : toll.noun.first] == [","]:
            return None  # ", the second judge murdered in a week": one, told of before the comma
        if (
            nth is not None
            and (nth > _FEW or the)
            and not _SPELLS.isdisjoint(part for w in self.atoms.words for part in w.split())
        ):
            return None  # "the 14th reporter killed this year"
        return (nth, nth) if nth is not None else None

    def _in_figures(self, words: list[str]) -> int | None:
        """'its 24th victim'."""
        told = (int(word[:-2]) for word in words if word[-2:] in _NTHS and word[:-2].isdigit())
        return next((number for number in told if 2 <= number <= _MOST), None)

    def _is_elsewhere(self, toll: Toll) -> bool:
        """'and a third man was shot dead in Palmira': killed at a place of its own, the third of those told of."""
        if toll.rule != "toll.event" or toll.clause is None:
            return False
        return any(word in _AT and self.nouns.of(noun).place is not None for word, noun in toll.clause.prepositions)

    def _may_be_nth(self, noun: Noun) -> bool:
        """Whether 'a third' of these counts those before it: not attackers, who die one by one."""
        if not _ACCUSED.isdisjoint(self.atoms.words[noun.first : noun.last + 1]):
            return False  # "a fourth accused died in custody"
        if noun.word in _OF_RANK:
            return False  # "a second lieutenant"
        party = self.parties.of(noun)
        known = noun.word in _COUNTED or noun.word in _NTH
        return known or (party is not None and party.group != "militant" and "people" in self.nouns.of(noun).classes)

    def _are_several(self, toll: Toll) -> bool:
        """'the faithful', 'most of the injured': an adjective that stands for people, or a share of them."""
        words, tags = self.atoms.words, self.atoms.tags
        shared = words[toll.first].split()[0] in _SHARES or toll.noun.word in _SHARES
        return shared or (
            tags[toll.first] == "d" and tags[toll.noun.head] == "j" and words[toll.first] not in ("a", "an")
        )

    def _without_parts(self, counted: list[Counted]) -> list[Counted]:
        """Of '12 people, six women and three boys' the women and boys are among the 12."""
        first, rest = counted[0], counted[1:]
        anybody = first.group is None and first.toll.noun.word in _ANYBODY
        behind = first.toll.last < len(self.atoms.words) and self.atoms.words[first.toll.last] in (",", ":", "-", "(")
        many = len(rest) > 1 and all(each.group is not None or each.parts for each in rest)
        whole, sums = first.count[0], sum(each.count[0] for each in rest)
        if behind and len(rest) > 1 and (whole == sums or (anybody and many and sums < whole)):
            for each in rest:
                each.toll.is_part = True
        return counted

    def _by_group(self, counted: list[Counted]) -> dict[str, list[Counted]]:
        """Who is summed under which group: a list with somebody of whom nothing is said has a total."""
        wholes = self._as_civilians([each for each in counted if not each.toll.is_part])
        counted = [*wholes, *(each for each in counted if each.toll.is_part)]
        found: dict[str, list[Counted]] = {}
        if any(each.group is None for each in wholes):
            found["total"] = wholes
        for each in counted:
            if each.group is not None and (not each.toll.is_part or each.group != "civilian" or not each.parts):
                found.setdefault(each.group, []).append(each)
            for part in each.parts:
                found.setdefault(part, []).append(each)
        return found

    def _as_civilians(self, counted: list[Counted]) -> list[Counted]:
        """'a man, his wife and their children', 'a Briton and a Swiss': the man and the Swiss are civilians too."""
        others = {each.group for each in counted if not self._is_anybody(each.toll.noun)}
        if others != {"civilian"}:
            return counted
        return [replace(each, group="civilian") if self._is_anybody(each.toll.noun) else each for each in counted]

    def _is_anybody(self, noun: Noun) -> bool:
        return self._are_men(noun) or self._is_compatriot(noun)

    def _are_men(self, noun: Noun) -> bool:
        """'a man', 'five men', but not 'four Frontier Corps men' or 'two armed men'."""
        before = slice(noun.first, noun.head)
        armed = not _WITH_ARMS.isdisjoint(self.atoms.words[before])
        return noun.word in _MEN and not armed and all(tag in "cdvj" for tag in self.atoms.tags[before])

    def _record(self, outcome: str, group: str, members: list[Counted], speaker: str | None) -> CasualtyMention:
        """The sum of what a list says of a group, quoted from its first member to its last."""
        members = list(members)
        first, last = min(m.toll.first for m in members), max(m.toll.last for m in members)
        start, end = self.text.starts[self.atoms.first[first]], self.text.ends[self.atoms.last[last - 1] - 1]
        low = sum(m.count[0] for m in members)
        highs = [m.count[1] for m in members]
        high = None if None in highs else sum(h for h in highs if h is not None)
        return CasualtyMention(outcome, group, low, high, start, end, self.text.raw[start:end], speaker)
