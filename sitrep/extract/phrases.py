"""Atoms to phrases: noun phrases, verb groups, and the words between them.

What belongs here: where a phrase begins and ends, its head, owner, count and, for verbs, voice, tense and negation.
What does not: how phrases stand to each other (clauses.py) and what they mean (nouns.py).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from sitrep.extract.atoms import Atoms
from sitrep.extract.unlisted import KINDS
from sitrep.ontology.patterns.lexicon import Lexicon

_AUX = r"(?:[mo][ak]*)?(?:h[akT]*)?(?:[xB][akT]*)?(?:I[ak]*)?"  # "was recently killed"
_PHRASE = re.compile(
    rf"(?P<verb>[ak]*(?:t[ak]*)?{_AUX}[beqgpz]|[ak]*(?:t[ak]*)?(?=[mohxBI]){_AUX})"
    r"|(?P<noun>(?:[va]*d?[vjc]*K)?v*(?:[va]*d)?(?:(?<![nyYG])v|[cjnyYGA']|(?<=[dc])a(?=[jnAcyY])|a(?=[jA]))*[nyYcG]"
    r"|[va]*(?:d[cv]*|[cv]+)j+(?![nyYGc'])|f|[va]*d)"
    r"|(?P<other>.)"
)

_ALONE = frozenset('iTlrsC,.:;-()[]"')  # tags that begin neither a verb group nor a noun phrase
_IN_PHRASES = frozenset("aktmohTxBIbeqgpzvdjcKnyYGA'f")  # tags of verb groups and noun phrases
_ONE_VERB = frozenset("beqgpz")  # a verb group by themselves, where they begin one
_NAMING, _GO_ON = frozenset("nyYG"), frozenset("cjnyYGA'a")  # nouns, and what a noun phrase may go on with behind one
_HAVE = frozenset({"has", "have", "having"})
_DO = frozenset({"is", "are", "am", "does", "do"})
_FORMS = {"g": "gerund", "I": "gerund", "e": "participle", "q": "participle"}
_STATES = frozenset({"is", "are", "has", "have"})
_HARMED = frozenset({"killed", "slain", "martyred", "injured", "wounded"})
_OF_TOLLS = frozenset({"death", "casualty"})
_ASKS = frozenset({"call", "appeal", "plead", "push", "press"})  # "called on Friday for", "appealed Monday to"


class Phrase:
    """A stretch of atoms [first, last) of one kind: N noun, V verb, else the tag of its only atom."""

    __slots__ = ("first", "kind", "last")

    def __init__(self, kind: str, first: int, last: int) -> None:
        self.kind, self.first, self.last = kind, first, last


class Noun(Phrase):
    """A noun phrase, with what stands in it and what hangs on it."""

    __slots__ = (
        "appositions", "coordinated", "head", "identity", "info", "owner", "predicate", "prepositions", "tail", "word"
    )  # fmt: skip

    def __init__(self, first: int, last: int, head: int, word: str) -> None:
        self.kind, self.first, self.last = "N", first, last
        self.head, self.word = head, word
        self.owner: Noun | None = None  # "Iran" in "Iran's strike"
        self.prepositions: list[tuple[str, Noun]] = []  # "by X", "on Y" that follow it
        self.tail: list[tuple[str, Noun]] = []  # all that follow it in a row, also those that hang on others
        self.coordinated: list[Noun] = []  # "B and C" of "A, B and C"
        self.appositions: list[Noun] = []
        self.info: object | None = None  # what it means, filled in by nouns.py on demand
        self.predicate: Noun | None = None  # "children" of "three of them children"
        self.identity: Noun | None = None  # who unnamed attackers are said to be


class Verb(Phrase):
    """A verb group."""

    __slots__ = ("form", "is_negated", "is_passive", "lemma", "main", "modal", "particles", "tense", "words")

    def __init__(self, first: int, last: int, main: int, lemma: str) -> None:
        self.kind, self.first, self.last = "V", first, last
        self.main, self.lemma = main, lemma
        self.particles: tuple[str, ...] = ()
        self.form = "finite"  # finite, infinitive, gerund, participle (no auxiliary, may yet be finite)
        self.tense = "past"  # past, present, perfect, pastperfect, future
        self.modal = ""
        self.is_passive = False
        self.is_negated = False
        self.words: frozenset[str] = frozenset()

    def name(self) -> str:
        """Its lemma with its particles: "carry_out"."""
        return "_".join((self.lemma, *self.particles))

    def names(self) -> set[str]:
        """Its lemma without and with its particles: "carry" and "carry_out"."""
        return {self.lemma, self.name()}

    def is_going_on(self) -> bool:
        """'were having breakfast'."""
        return (
            not self.is_passive
            and not self.words.isdisjoint(("was", "were"))
            and any(word.endswith("ing") for word in self.words)
        )

    def is_under_way(self) -> bool:
        """'were fleeing', 'was being held'."""
        return self.is_going_on() or (self.is_passive and "being" in self.words)

    def again(self) -> Verb:
        """The same verb for a clause of its own: what is found out of one of them does not hold for the other."""
        verb = Verb(self.first, self.last, self.main, self.lemma)
        verb.particles, verb.form, verb.tense, verb.modal = self.particles, self.form, self.tense, self.modal
        verb.is_passive, verb.is_negated, verb.words = self.is_passive, self.is_negated, self.words
        return verb


_AUXILIARY = frozenset("mohxBI")
_INSERTED = 8  # phrases between dashes
#: Nouns for several that do not end in s.
MANY = frozenset({"people", "police", "men", "women", "children", "others", "personnel"})
_PARTS = frozenset(  # of a land: "In the north 12 herders were killed"
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)
_SPELLS = frozenset({"hours", "days", "weeks", "months", "minutes"})
LENGTHS = frozenset("km kms kilometer kilometers kilometre kilometres mile miles meters metres yards".split())
_COSTS = frozenset({"cost", "costs", "costing"})
_TOLD = frozenset({"told", "tells", "telling", "informed", "assured"})
DEEDS_TOLD = frozenset("attack bombing blast explosion killing ambush raid assault shooting massacre murder".split())
_BARE_ACTORS = frozenset(
    """police authorities officials residents witnesses prosecutors investigators soldiers troops gunmen militants
    rebels insurgents bandits""".split()
)
_ACTORS = frozenset({"people", "militants", "military", "police", "unidentified"})  # who acts, if bare behind a place
_ACTING, _WITHIN = "epbzxhm", frozenset({"in", "at", "near", "outside", "around", "inside"})
_GRAVELY = frozenset({"seriously", "critically", "severely", "gravely", "badly", "fatally", "mortally"})
_HURT = frozenset({"wounded", "injured", "hurt"})
_STRANGE = frozenset({"suspected", "alleged", "unidentified", "unknown", "masked", "presumed"})  # before who did it


@dataclass(slots=True)
class Phrases:
    """The phrases of a sentence with their atoms."""

    atoms: Atoms
    items: list[Phrase] = field(default_factory=list)


def read_phrases(atoms: Atoms, lexicon: Lexicon) -> Phrases:
    """The phrases of a sentence, from left to right."""
    items: list[Phrase] = []
    _unquote(atoms)
    tags = "".join(atoms.tags)
    first, count = 0, len(tags)
    while first < count:
        kind, last = tags[first], first + 1
        if kind in _ONE_VERB:
            kind = "verb"
        elif kind == "f" or (kind in _NAMING and (last == count or tags[last] not in _GO_ON)):
            kind = "noun"
        elif kind not in _ALONE:
            kind, size = _longest(tags, first)
            last = first + size
        if kind == "verb":
            verb = _verb(atoms, first, last, lexicon)
            items.append(verb)
            last = verb.last
        elif kind == "noun":
            last = _before_toll(atoms, first, _before_strangers(atoms, first, last, lexicon), lexicon)
            noun = _noun(atoms, first, last)
            if len(items) > 1 and items[-1].kind in "l," and _shares_head(items[-2], noun, atoms, lexicon):
                noun = _noun(atoms, items[-2].first, last)
                del items[-2:]
            elif _is_split(items, noun, atoms):
                noun = _noun(atoms, items[-3].first, last)
                del items[-3:]
            elif items and _is_described(items):
                noun = _noun(atoms, items[-4].first, last)
                del items[-4:]
            items.append(noun)
        else:
            items.append(Phrase(tags[first], first, last))
        first = last
    _set_off(items, atoms)
    return Phrases(atoms, items)


def _unquote(atoms: Atoms) -> None:
    """Passes over the mark in 'had "just taken X"': the words go on as if nobody was quoted."""
    for index in range(1, len(atoms.tags)):
        if atoms.tags[index] == '"' and atoms.tags[index - 1] in _AUXILIARY:
            atoms.tags[index] = "a"


def _set_off(items: list[Phrase], atoms: Atoms) -> None:
    """Reads 'three others — two men and a boy — were hurt' with commas: what names them stands before their verb."""
    dashes = [i for i, item in enumerate(items) if item.kind == "-" and 0 < i < len(items) - 1]
    for opening, closing in itertools.pairwise(dashes):
        inside = closing - opening <= _INSERTED and not any(isinstance(p, Verb) for p in items[opening:closing])
        if inside and isinstance(items[opening - 1], Noun) and isinstance(items[closing + 1], Verb):
            for dash in (items[opening], items[closing]):
                dash.kind = atoms.tags[dash.first] = atoms.words[dash.first] = ","


def _is_described(items: list[Phrase]) -> bool:
    """Whether "Colombia's oldest and largest group" was read as Colombia, an adjective, and a group of nobody's."""
    return items[-1].kind == "l" and "".join([item.kind for item in items[-4:]]) == "N'jl"


#: The phrases of runs of tags that were met before, by the tag before, the run and the tag behind.
_RUNS: dict[str, tuple[str, int]] = {}
_RUNS_KEPT = 16384


def _longest(tags: str, first: int) -> tuple[str, int]:
    """The kind and the size of the phrase that begins at a tag: it hangs on the tags up to one that no phrase holds."""
    last = first + 1
    while last < len(tags) and tags[last] in _IN_PHRASES:
        last += 1
    run = tags[first - 1 if first else 0 : last + 1]
    key = run if first else f"^{run}"
    known = _RUNS.get(key)
    if known is None:
        hit = _PHRASE.match(tags, first)
        assert hit is not None
        known = (hit.lastgroup or "other", hit.end() - first)
        if len(_RUNS) >= _RUNS_KEPT:
            _RUNS.clear()
        _RUNS[key] = known
    return known


def _before_strangers(atoms: Atoms, first: int, last: int, lexicon: Lexicon) -> int:
    """The end of a noun phrase: 'in another raid suspected rebels killed six' has two in a row, 'in Gao two men'."""
    if last - first > 1 and _is_behind_deed(atoms, last - 1):
        return last - 1
    if last - first > 1 and (end := _end_of_place(atoms, first, last, lexicon)) is not None:
        return end
    for index in range(first + 1, last - 1):
        if atoms.tags[index] == "c" and _begins_count(atoms, first, index, last):
            return index
        if atoms.tags[index] == "c" and atoms.words[last - 1] in _SPELLS and _is_given(atoms, first, index):
            return index  # "gave the workers 48 hours"
        if atoms.tags[index] == "c" and atoms.words[first - 1] in _TOLD and _counts_several(atoms, index, last):
            return index  # "told the BBC two people were killed"
        measured = atoms.words[first - 1] in _COSTS or atoms.words[last - 1] in LENGTHS
        if measured and atoms.tags[index] == "c" and atoms.tags[index - 1] in "nyY":
            return index  # "cost the army 12 men", "killed two guards 20 miles from X"
        if atoms.words[index] in _STRANGE and atoms.tags[index - 1] == "n" and atoms.tags[index] == "j":
            return index
    if last - first < 2 or last == len(atoms.tags) or atoms.tags[last] != "K" or atoms.tags[last - 1] != "c":
        return last
    return last - 1 if atoms.tags[first - 1] == "i" else last  # "in Idlib eight members of one family"


def _is_behind_deed(atoms: Atoms, head: int) -> bool:
    """'in an attack police blamed on X', 'During the assault soldiers killed ten': somebody bare behind a deed acts."""
    words, tags = atoms.words, atoms.tags
    acts = head + 1 < len(tags) and tags[head + 1] in "epbz" and words[head + 1] != "to"
    return acts and words[head] in _BARE_ACTORS and words[head - 1] in DEEDS_TOLD and tags[head] == "n"


def _end_of_place(atoms: Atoms, first: int, last: int, lexicon: Lexicon) -> int | None:
    """The end of where it was in 'In Gao gunmen killed six', 'In the town of Gao state troops killed six'."""
    words, tags, head = atoms.words, atoms.tags, last - 1
    shared = last + 1 < len(tags) and tags[last] == "l" and tags[last + 1] == "n"
    behind = last + 2 if shared else last
    if behind >= len(tags) or tags[behind] not in _ACTING or words[behind] == "to":
        return None
    if not any(tags[i] in "Yy" for i in range(first, head)):
        return None
    known = [noun for _, noun in lexicon.nouns.get(words[head], ())]
    if tags[head] != "y" and (tags[head] != "n" or all(noun.classes.isdisjoint(_ACTORS) for noun in known)):
        return None
    begin = max((i for i in range(first, last) if tags[i] == "'"), default=first)  # "In Syria's Homs province rebels"
    end = next((i + 1 for i in range(begin, head) if tags[i] in "Yy"), None)
    at = first - 1
    if end is None:
        return None
    while at > 0 and (words[at] == "of" or tags[at] == "a"):
        at -= 1
        while at > 0 and tags[at] in "ndjaY":
            at -= 1
    opens = at == 0 or (at > 0 and tags[at - 1] in "l,;:sT")
    if not opens or words[at] not in _WITHIN:
        return None
    while end < head and words[end] in KINDS:
        end += 1
    return end


def _before_toll(atoms: Atoms, first: int, last: int, lexicon: Lexicon) -> int:
    """The end of a noun phrase before a toll named behind what took it: in 'the Kano blast death toll', 'blast'."""
    if atoms.words[last - 1] != "toll" or last - first < 2:
        return last
    end = last - 2 if atoms.words[last - 2] in _OF_TOLLS else last - 1
    return end if end > first and atoms.words[end - 1] in lexicon.event_heads else last


def _is_given(atoms: Atoms, first: int, index: int) -> bool:
    """Whether a verb stands right before the phrase, and somebody right before the number in it."""
    return first > 0 and atoms.tags[first - 1] in "epzb" and atoms.tags[index - 1] in "nyY"


def _begins_count(atoms: Atoms, first: int, index: int, last: int) -> bool:
    """Whether a number opens the sentence's subject behind where it was: 'In Gao two men', 'In the raid six police'.

    So also 'In the town of Gao two men', 'In the worst of its raids 60 people'.

    What carries a number behind its name is one thing: 'at Checkpoint 4 gate', 'in the Boeing 747 crash'.
    """
    if atoms.tags[first - 1] != "i" or not (atoms.tags[index - 1] in "nYy" or atoms.words[index - 1] in _PARTS):
        return False
    opens = first - 1
    while opens > 0 and atoms.tags[opens - 1] in "idjnyYK":
        opens -= 1
    if atoms.tags[opens] != "i" or (opens and atoms.tags[opens - 1] not in "l,;:s"):
        return False  # a preposition opens the clause
    return atoms.words[index] == "one" or _counts_several(atoms, index, last)


def _counts_several(atoms: Atoms, index: int, last: int) -> bool:
    """Whether a number stands before several of a kind, and no owner among them."""
    head = atoms.words[last - 1]
    return head in MANY or (head.endswith(("s", "men")) and "'" not in atoms.tags[index:last])


def _shares_head(before: Phrase, noun: Noun, atoms: Atoms, lexicon: Lexicon) -> bool:
    """Whether 'rocket' of 'rocket and gun attacks' is no phrase of its own but says what kind of attacks."""
    if isinstance(before, Noun) and atoms.tags[before.head] == "j":
        listed = atoms.tags[before.last] == ","  # "armed, masked men", but "in the north, soldiers"
        if atoms.tags[noun.first] in ("jA" if listed else "jnA"):
            return True
    return (
        isinstance(before, Noun)
        and noun.word in lexicon.event_heads
        and noun.last - noun.first > 1
        and any("means" in known.classes for _, known in lexicon.nouns.get(before.word, ()))
    )


def _is_split(items: list[Phrase], noun: Noun, atoms: Atoms) -> bool:
    """Whether '24 Malian and Burkinabe citizens' was read as '24', an adjective, and citizens of one country."""
    if len(items) < 3 or items[-1].kind != "l" or items[-2].kind != "j" or items[-3].kind != "N":
        return False
    if noun.last - noun.first < 2:
        return False
    number, adjective = items[-3], items[-2]
    counts = isinstance(number, Noun) and atoms.tags[number.head] == "c" and number.last == adjective.first
    return counts and atoms.tags[noun.first] in "jnY" and noun.owner is None


def _noun(atoms: Atoms, first: int, last: int) -> Noun:
    """A noun phrase with its owner split off."""
    tags = atoms.tags
    head = last - 1
    noun = Noun(first, last, head, atoms.words[head])
    if last - first > 1 and "'" in tags[first + 1 : last]:
        mark = head
        while tags[mark] != "'":
            mark -= 1
        noun.owner = _noun(atoms, first, mark)
    return noun


def _verb(atoms: Atoms, first: int, last: int, lexicon: Lexicon) -> Verb:
    """A verb group with its main verb, particles, voice and tense."""
    words, tags = atoms.words, atoms.tags
    main = last - 1
    while main > first and tags[main] in "akT":
        main -= 1
    lemma = lexicon.lemmas.get(words[main], words[main])
    if lemma not in lexicon.lemmas and tags[main] in "eg":
        lemma = _stem(words[main])
    verb = Verb(first, last, main, lemma)
    if main > first:
        span = tags[first:main]
        _set_tense(verb, words, tags, span)
        _set_voice(verb, tags, span)
        hurt = words[main - 1] in _GRAVELY and words[main] in _HURT  # "was not seriously hurt": he was hurt
        verb.is_negated = ("k" in tags[first:last] and not hurt) or "cannot" in words[first:main]
    else:
        _set_alone(verb, words[main], tags[main])
        if words[main] in _HARMED and _others_were_hurt(words, tags, last):
            verb.is_passive, verb.form = True, "finite"
        verb.is_negated = last > main + 1 and "k" in tags[main:last]
    verb.words = frozenset(words[first:last])
    _take_particles(verb, atoms, lexicon)
    return verb


def _stem(word: str) -> str:
    """A guess at the base form of an unknown verb."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else word
    return stem + "e" if stem != word and stem.endswith(("rat", "iz", "is", "at")) else stem  # "orchestrated"


def _set_alone(verb: Verb, word: str, tag: str) -> None:
    """The tense and form of a verb without auxiliaries."""
    verb.tense = "present" if tag == "b" or tag == "z" or word in _STATES else "past"
    verb.form = _FORMS.get(tag, verb.form)


def _set_tense(verb: Verb, words: list[str], tags: list[str], span: list[str]) -> None:
    if "t" in span:
        verb.form, verb.tense = "infinitive", "past" if "h" in span else "future"
        return
    before = words[verb.first : verb.main]
    modal = next((word for word, tag in zip(before, span, strict=True) if tag == "m"), "") if "m" in span else ""
    auxiliaries = {word for word, tag in zip(before, span, strict=True) if tag in "hxoBI"}
    if modal:
        verb.modal, verb.tense = modal, "past" if "h" in span else "future"
    else:
        verb.tense = _tense(auxiliaries, words[verb.main], tags[verb.main])
    if "having" in auxiliaries or (span and span[0] == "I"):
        verb.form, verb.tense = "gerund", "past"  # "denied having struck the hospital", "accused of being beaten"
    elif not auxiliaries and not modal:
        verb.form = _FORMS.get(tags[verb.main], verb.form)


def _tense(auxiliaries: set[str], word: str, tag: str) -> str:
    """The tense of a verb group without a modal."""
    if "had" in auxiliaries:
        return "pastperfect"
    if auxiliaries & _HAVE:
        return "perfect"
    present = not auxiliaries.isdisjoint(_DO) if auxiliaries else tag in "bz"
    return "present" if present or word in _STATES else "past"


def _set_voice(verb: Verb, tags: list[str], span: list[str]) -> None:
    """Passive: a participle behind a form of be (or get)."""
    if tags[verb.main] in "epq" and any(tag in "xBI" for tag in span):
        verb.is_passive = True


def _others_were_hurt(words: list[str], tags: list[str], at: int) -> bool:
    """'one civilian killed and two injured': the clause tells that both befell them, without "was"."""
    if words[at : at + 1] not in (["and"], [","]) or tags[at + 1 : at + 2] != ["c"]:
        return False
    at += 3 if words[at + 2 : at + 3] in (["others"], ["other"], ["more"]) else 2
    return words[at : at + 1] in (["injured"], ["wounded"], ["hurt"]) and tags[at + 1 : at + 2] not in (["n"], ["j"])


def _take_particles(verb: Verb, atoms: Atoms, lexicon: Lexicon) -> None:
    """Takes in the words that make another verb of it: 'blew up', 'shot dead', 'called on'."""
    at = verb.main + 1
    if verb.lemma in _ASKS:
        at += 2 if "".join(atoms.tags[at : at + 2]) == "iT" else atoms.tags[at : at + 1] == ["T"]
    for particles in lexicon.particles.get(verb.lemma, ()):
        last = at + len(particles)
        if last > len(atoms.words) or atoms.words[at] != particles[0]:
            continue
        if tuple(atoms.words[at:last]) == particles:
            if particles[-1] in ("on", "for", "at", "to") and last < len(atoms.tags) and atoms.tags[last] == "T":
                continue
            verb.particles = particles
            verb.last = last
            return


def is_of_verb_behind(phrases: list[Phrase], index: int) -> bool:
    """Whether a time behind a comma stands right before a verb, whose time it is: ', on Monday denied it'."""
    at = index - 1 if index and phrases[index - 1].kind == "i" else index
    following = phrases[index + 1] if index + 1 < len(phrases) else None
    if at == 0 or phrases[at - 1].kind != ",":
        return False
    return isinstance(following, Verb) and following.form in ("finite", "participle")
