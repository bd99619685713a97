"""The words of the pattern files in the form in which the engine looks them up.

What belongs here: which tag, lemma and classes a word has by itself. What does not: what it is in a sentence.
Tags are single characters, so that phrases are regular expressions over strings of them:
  d determiner  c number  v approximator  j adjective  n noun  f pronoun  ' possessive mark
  e verb in -ed (past or participle)  p past only  q participle only  g -ing  b base verb  z verb in -s
  u noun or base verb  w noun or verb in -s  x be  B been  I being  h have  o do  m modal  t to
  i preposition  s subordinator  r relative  l conjunction  a adverb  k negation  K collective ("a group of")
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sitrep.ontology.patterns.inflect import gerund, past, plural, takes_either, third_person

_FIXED = (
    ("determiners", "d"), ("pronouns", "f"), ("relatives", "r"), ("conjunctions", "l"), ("subordinators", "s"),
    ("prepositions", "i"), ("be", "x"), ("auxiliaries_have", "h"), ("auxiliaries_do", "o"), ("modals", "m"),
    ("negations", "k"), ("adverbs", "a"), ("adjectives", "j"),
)  # fmt: skip
_UNIT_TAGS = {
    "preposition": "i", "approximator": "v", "amount": "c", "collective": "K", "subordinator": "s", "adverb": "a",
    "conjunction": "l", "pronoun": "f", "noun": "n", "adjective": "j",
}  # fmt: skip

#: Of whom a name may say that it is theirs: "the Madhesi People's Rights Forum".
OF_WHOM = frozenset(
    {"people", "peoples", "women", "workers", "farmers", "peasants", "citizens", "teachers", "students"}
)

#: What stands behind a number that is at least so great: "180-plus", "30-odd".
PLUS = frozenset({"plus", "odd"})


@dataclass(frozen=True, slots=True)
class NounClass:
    """What a noun is: a kind of people or of thing."""

    id: str  # soldiers, market ...
    classes: frozenset[str]
    kind: str | None = None  # kind of actor
    actor: str | None = None  # stem of the actor id
    group: str | None = None  # victim group
    part: str | None = None  # child, woman
    owner: str | None = None  # of a facility
    side: bool = True
    is_body: bool = False  # a body of people, not one person


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each word is by itself."""

    tags: dict[str, str]
    lemmas: dict[str, str]  # verb form -> base form
    units: dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]  # first, second word -> (words behind, tag)
    particles: dict[str, tuple[tuple[str, ...], ...]]  # verb -> particles that make another verb of it
    nouns: dict[str, tuple[tuple[tuple[str, ...], NounClass], ...]]  # head -> (words before it, class)
    singulars: dict[str, str]
    numbers: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[int, int | None]]
    times: frozenset[str]
    measures: frozenset[str]
    verbal_nouns: frozenset[str]
    foreign: frozenset[str]
    peoples: frozenset[str]  # words of nationality that name a people of several countries
    event_heads: frozenset[str]  # heads of nouns that tell of events
    settled: dict[str, str]  # tags of words that begin no unit and are no name, nor a mark: these wherever they stand

    @staticmethod
    def noun_shapes(forms: str) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
        """'gun_battle' as (('gun',), 'battle', ()) with its plural; 'exchange_of_fire' has what follows its head."""
        shapes = []
        for words in (form.split("_") for form in expand(forms)):
            at = next((i for i, w in enumerate(words) if w in ("of", "on", "from", "by", "in", "to")), len(words))
            if at == 0:
                at = len(words)
            shapes.append((tuple(words[: at - 1]), words[at - 1], tuple(words[at:])))
        return shapes

    def is_of(self, word: str, classes: frozenset[str]) -> bool:
        """Whether a word by itself is a noun of one of some classes."""
        known = self.nouns.get(word, ())
        return any(not classes.isdisjoint(noun.classes) for before, noun in known if not before)

    def tag(self, word: str) -> str:
        """The tag of a word by itself; by its ending where the word is unknown."""
        found = self.tags.get(word)
        return found if found is not None else self.guess(word)

    def guess(self, word: str) -> str:
        """The tag of an unknown word by its shape."""
        first = word[0]
        if first.isdigit():
            return "c" if word.replace(",", "").replace(".", "").isdigit() else _digits(word)
        if not first.isalpha():
            return word if len(word) == 1 else "-"
        if word.endswith("ly") and len(word) > 4 and "-" not in word:
            return "a"
        if "-" in word:
            return _hyphened(word, self.tags)
        if word.endswith("ed") and len(word) > 4 and not word.endswith("eed"):
            return "e"
        if word.endswith("ing") and len(word) > 6:
            return "g"
        return "n"


def _digits(word: str) -> str:
    """1990s and 7th are no counts; 12-year-old describes; 5-7 and 180-plus are counts."""
    parts = word.split("-")
    if all(p.isdigit() for p in parts) or (len(parts) == 2 and parts[0].isdigit() and parts[1] in PLUS):
        return "c"
    return "j"


def _hyphened(word: str, tags: dict[str, str]) -> str:
    last = word.rsplit("-", 1)[1]
    known = tags.get(last, "")
    if last in (
        "old",
        "based",
        "led",
        "backed",
        "held",
        "run",
        "owned",
        "style",
        "controlled",
        "made",
        "born",
        "era",
        "linked",
        "ridden",
        "hit",
        "torn",
        "wide",
        "long",
        "sized",
        "grade",
        "range",
        "scale",
        "level",
        "armed",
        "occupied",
        "dominated",
        "affiliated",
        "allied",
        "trained",
        "funded",
        "aligned",
    ):
        return "j"
    first = word.split("-", 1)[0]
    if first in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"):
        return "c"
    return "j" if known in ("e", "q", "j", "g") else "n"


def expand(forms: str) -> list[str]:
    """Singular and plural of an entry: 'gunman/gunmen' as given, 'rebel' by rule, 'forces' alone."""
    if "/" in forms:
        return forms.split("/")
    last = forms.rsplit("_", 1)[-1]
    if "_of_" in forms or "_on_" in forms:
        head, rest = forms.split("_", 1)
        return [forms, f"{plural(head)}_{rest}"]
    if last in ("personnel", "people", "troops", "fire", "hostilities", "cattle") or (
        last.endswith("s") and not last.endswith(("ss", "us"))
    ):
        return [forms]
    return [forms, plural(forms)]


def build_lexicon(
    words: dict[str, Any],
    people: dict[str, Any],
    things: dict[str, Any],
    trigger_words: dict[str, list[str]],
) -> Lexicon:
    """The lexicon of the pattern files."""
    tags, lemmas = _verb_forms(words, trigger_words["verbs"])
    nouns, singulars = _noun_classes(people, things)
    _tag_nouns(tags, nouns, trigger_words["nouns"], singulars)
    for name in words["verbal_nouns"].split():
        tags[name] = "G"
    _tag_fixed(tags, words)
    units = _units(words["units"])
    open_words = OF_WHOM | set(units) | {"'", '"', "."}
    return Lexicon(
        tags=tags,
        lemmas=lemmas,
        units=units,
        particles=_particles([*trigger_words["verbs"], *words["phrasal_verbs"].split()]),
        nouns=nouns,
        singulars=singulars,
        numbers=dict(words["number_words"]),
        scales=dict(words["number_scales"]),
        vague={w: (low, high) for w, (low, high) in words["vague_numbers"].items()},
        times=frozenset(words["time_nouns"].split()),
        measures=frozenset(words["measure_nouns"].split()),
        verbal_nouns=frozenset(words["verbal_nouns"].split()),
        foreign=frozenset(people["foreign_markers"].split()),
        peoples=frozenset(people["peoples_abroad"].split()),
        event_heads=frozenset(s[1] for forms in trigger_words["nouns"] for s in Lexicon.noun_shapes(forms)) - _WHO,
        settled={word: tag for word, tag in tags.items() if tag != "p" and word not in open_words},
    )


#: Heads of trigger nouns that name people far oftener: "a show of force", but "rebels and security forces".
_WHO = frozenset({"force", "forces", "state", "states", "patrol", "patrols", "movement", "movements"})


def _verb_forms(words: dict[str, Any], trigger_verbs: list[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Tags and base forms of all forms of all verbs."""
    doubles, keeps = frozenset(words["doubling"].split()), frozenset(words["no_doubling"].split())
    also_nouns = frozenset(words["noun_verbs"].split())
    tags: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    irregular = {line.split()[0]: line.split()[1:] for line in words["irregular"].strip().splitlines()}
    regular = {*words["verbs"].split(), *also_nouns, *(v.split("_")[0] for v in trigger_verbs)} - set(irregular)
    pasts = {form for forms in irregular.values() for form in forms} - {*words["verbs"].split(), *also_nouns}
    for verb in sorted(regular):
        forms: dict[str, str] = {}
        for doubling in (doubles, doubles ^ {verb}) if takes_either(verb) else (doubles,):
            forms |= {past(verb, doubling, keeps): "e", gerund(verb, doubling, keeps): "g"}
        if verb in pasts:  # "fell" is the past of "fall", "felled" that of "fell"
            lemmas |= dict.fromkeys(forms, verb)
            tags |= forms
        else:
            _add_forms(tags, lemmas, verb, forms, noun=verb in also_nouns)
    for verb, (second, third) in irregular.items():
        forms = {gerund(verb, doubles, keeps): "g"}
        forms |= {second: "e"} if second == third else {second: "p", third: "q"}
        _add_forms(tags, lemmas, verb, forms, noun=verb in also_nouns)
    lemmas |= dict.fromkeys(("is", "are", "was", "were", "am", "been", "being", "'s"), "be")
    lemmas |= {"has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do"}
    tags |= {"done": "q", "burnt": "e", "hanged": "e", "bade": "p", "bidden": "q", "mowed": "e"}
    lemmas |= {"burnt": "burn", "hanged": "hang", "bade": "bid", "bidden": "bid"}
    lemmas |= {"fell": "fall"}  # what fell trees is told by "felled"
    return tags, lemmas


def _add_forms(tags: dict[str, str], lemmas: dict[str, str], verb: str, forms: dict[str, str], *, noun: bool) -> None:
    base = {verb: "u" if noun else "b", third_person(verb): "w" if noun else "z"}
    for form, tag in {**base, **forms}.items():
        lemmas.setdefault(form, verb)
        tags[form] = tag


class _NounClasses:
    """Gathers the classes of known nouns by their head, and the singular of each head."""

    def __init__(self) -> None:
        self.found: dict[str, dict[tuple[str, ...], NounClass]] = {}
        self.singulars: dict[str, str] = {}

    def add(self, forms: str, noun: NounClass) -> None:
        if "_of_" in forms or "_in_" in forms:
            shapes = forms.replace("_", " ").split("/")
            for form in shapes:
                self.found.setdefault(form, {}).setdefault((), noun)
            self.singulars |= dict.fromkeys(shapes[1:], shapes[0])  # "heads of state" are more than one
            return
        heads = [Lexicon.noun_shapes(form if "/" in form else form + "/" + form)[0] for form in expand(forms)]
        for before, head, _after in heads:
            known = self.found.setdefault(head, {}).setdefault(before, noun)
            if known is not noun and "facility" in known.classes and "means" in noun.classes:  # ships, planes, tanks
                self.found[head][before] = replace(known, classes=known.classes | noun.classes)
            if known.is_body and "facility" in noun.classes:  # a church, a hospital, a bank: who they are and where
                self.found[head][before] = replace(known, classes=known.classes | noun.classes, owner=noun.owner)
            self.singulars.setdefault(head, heads[0][1])

    def add_people(self, entry: dict[str, Any]) -> None:
        classes = frozenset({"people", "person", entry["id"], entry["kind"], *_extra_classes(entry)})
        noun = NounClass(
            entry["id"], classes, entry["kind"], entry["actor"], entry["group"], entry.get("part"), None,
            entry.get("side", True), entry.get("bodies", False),
        )  # fmt: skip
        for forms in entry["nouns"].split():
            armed = frozenset({"means", "suicide", "weapon"}) if forms.startswith("suicide_") else frozenset()
            self.add(forms, replace(noun, classes=noun.classes | armed) if armed else noun)

    def ordered(self) -> dict[str, tuple[tuple[tuple[str, ...], NounClass], ...]]:
        """The classes by head, those with most words first."""
        return {head: tuple(sorted(items.items(), key=lambda i: -len(i[0]))) for head, items in self.found.items()}


def _noun_classes(
    people: dict[str, Any], things: dict[str, Any]
) -> tuple[dict[str, tuple[tuple[tuple[str, ...], NounClass], ...]], dict[str, str]]:
    """Classes of known nouns by their head, those with most words first; and the singular of each head."""
    gathered = _NounClasses()
    for entry in people["people"]:
        gathered.add_people(entry)
    for entry in things["facilities"]:
        owner = entry["owner"]
        for forms in entry["nouns"].split():
            gathered.add(forms, NounClass("facility", frozenset({"facility", f"{owner}_facility"}), owner=owner))
    for entry in things["means"]:
        for forms in entry["nouns"].split():
            gathered.add(forms, NounClass("means", frozenset({"means", entry["class"], "weapon"})))
    return gathered.ordered(), gathered.singulars


def _extra_classes(entry: dict[str, Any]) -> set[str]:
    names = {
        "soldiers": {"military"},
        "forces": {"military", "body"},
        "officials": {"official"},
        "offices": {"official", "officials"},
        "court": {"court", "official"},
    }
    names |= {
        "gunmen": {"unidentified", "militants"},
        "militia": {"militants", "body"},
        "militants": {"militants"},
        "police": {"body"},
    }
    return names.get(entry["id"], set())


def _tag_nouns(tags: dict[str, str], nouns: dict[str, Any], event_nouns: list[str], singulars: dict[str, str]) -> None:
    """Known nouns that no verb list claims are nouns; those that it does may be either."""
    for head in nouns:
        if tags.get(head, "n") in "bz":
            tags[head] = "u" if tags[head] == "b" else "w"
        tags.setdefault(head, "n")
    for forms in event_nouns:
        shapes = Lexicon.noun_shapes(forms)
        for _before, head, _after in shapes:
            singulars.setdefault(head, shapes[0][1])
            if tags.get(head, "n") in "bz":
                tags[head] = "u" if tags[head] == "b" else "w"
            tags.setdefault(head, "n")


def _tag_fixed(tags: dict[str, str], words: dict[str, Any]) -> None:
    """Closed classes win over everything that a verb or noun list said."""
    for word in words["not_adverbs"].split():
        tags.setdefault(
            word,
            "j"
            if word
            not in (
                "family",
                "italy",
                "july",
                "assembly",
                "monopoly",
                "butterfly",
                "jelly",
                "belly",
                "anomaly",
                "fly",
                "tally",
            )
            else "n",
        )
    for name, tag in reversed(_FIXED):
        for word in str(words[name]).split():
            tags[word] = tag
    tags |= {"to": "t", "been": "B", "being": "I", "that": "D", "how": "D", "'s": "'", "'": "'"}
    tags |= dict.fromkeys((*words["number_words"], *words["number_scales"], *words["vague_numbers"]), "c")
    tags |= {"said": "p", "told": "p", "added": "p"}
    tags |= {"both": "d", "none": "f", "number": "n", "score": "u", "pair": "n", "couple": "n"}
    tags |= {word: "v" for word in words["approximators"].split() if word not in ("about", "around", "over", "under")}
    for word in words["time_nouns"].split():
        tags[word] = "n"


def _units(units: dict[str, str]) -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    found: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for name, text in units.items():
        for unit in text.split():
            first, *rest = unit.split("_")
            found.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), _UNIT_TAGS[name]))
    return {
        first: {second: tuple(sorted(items, key=lambda i: -len(i[0]))) for second, items in behind.items()}
        for first, behind in found.items()
    }


def _particles(trigger_verbs: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for verb in trigger_verbs:
        lemma, *particles = verb.split("_")
        if particles:
            found.setdefault(lemma, set()).add(tuple(particles))
    return {lemma: tuple(sorted(items, key=lambda p: (-len(p), p))) for lemma, items in found.items()}
