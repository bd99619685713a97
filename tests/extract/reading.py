"""One sentence read up to its clauses, and the mentions of a text, shown in few words for whole comparisons.

What belongs here: running the engine's own steps and showing what they gave. What does not: what is expected.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitrep.extract import extract
from sitrep.extract.atoms import Atoms, read_atoms
from sitrep.extract.clause import Clause
from sitrep.extract.clauses import Reader
from sitrep.extract.phrases import Noun, Phrase, Verb, read_phrases
from sitrep.extract.spans import find_spans
from sitrep.extract.text import read
from sitrep.ontology import Ontology
from sitrep.records import CasualtyMention, Mention
from tests.extract.conftest import DAY, document


def atoms_of(sentence: str, ontology: Ontology, *, headline: bool = False) -> Atoms:
    text = read(sentence)
    return read_atoms(text, text.sentences[0], find_spans(text, ontology), ontology.patterns.lexicon, headline)


def tagged(sentence: str, ontology: Ontology, *, headline: bool = False) -> str:
    """Each unit of a sentence with its tag: "gunmen/n killed/e"."""
    atoms = atoms_of(sentence, ontology, headline=headline)
    return " ".join(f"{word.replace(' ', '_')}/{tag}" for word, tag in zip(atoms.words, atoms.tags, strict=True))


def phrases_of(sentence: str, ontology: Ontology, *, headline: bool = False) -> list[str]:
    """Each noun phrase and verb group: "N six soldiers", "V were killed (past, passive)"."""
    atoms = atoms_of(sentence, ontology, headline=headline)
    items = read_phrases(atoms, ontology.patterns.lexicon).items
    return [_phrase(atoms, item) for item in items if isinstance(item, Noun | Verb)]


def _phrase(atoms: Atoms, item: Phrase) -> str:
    words = " ".join(atoms.words[item.first : item.last])
    if isinstance(item, Verb):
        return f"V {words} ({_verb(item)})"
    return f"N {words}"


def _verb(verb: Verb) -> str:
    said = [verb.lemma if not verb.particles else "_".join((verb.lemma, *verb.particles))]
    said += [verb.form] if verb.form != "finite" else []
    said += [verb.tense, *([verb.modal] if verb.modal else [])]
    said += ["passive"] if verb.is_passive else []
    return ", ".join([*said, *(["not"] if verb.is_negated else [])])


@dataclass(frozen=True)
class Read:
    """A clause in words: who, does, whom, and what hangs on it by which word."""

    kind: str
    verb: str
    subject: str | None = None
    objects: tuple[str, ...] = ()
    by: dict[str, str] = field(default_factory=dict)  # preposition -> noun
    marker: str = ""


def clauses_of(sentence: str, ontology: Ontology, *, headline: bool = False) -> list[Read]:
    """The clauses of a sentence that have a verb."""
    atoms = atoms_of(sentence, ontology, headline=headline)
    patterns = ontology.patterns
    reader = Reader(read_phrases(atoms, patterns.lexicon), patterns.cues, patterns.lexicon)
    return [_read(atoms, clause) for clause in reader.read() if clause.verb is not None]


def _read(atoms: Atoms, clause: Clause) -> Read:
    assert clause.verb is not None
    voice = " (passive)" if clause.verb.is_passive else ""
    subject = None if clause.subject is None else _noun(atoms, clause.subject)
    objects = tuple(_noun(atoms, noun) for noun in clause.objects)
    by = {word: _noun(atoms, noun) for word, noun in clause.prepositions}
    return Read(clause.kind, clause.verb.lemma + voice, subject, objects, by, clause.marker)


def _noun(atoms: Atoms, noun: Noun) -> str:
    return " + ".join(" ".join(atoms.words[n.first : n.last]) for n in (noun, *noun.coordinated))


def mentions_of(text: str, ontology: Ontology, title: str | None = None) -> tuple[Mention, ...]:
    """The mentions of a text that was published on DAY."""
    return extract(document(text, title), ontology, DAY).mentions


def roles_of(mention: Mention) -> dict[str, list[str]]:
    """The names in each role of a mention."""
    found: dict[str, list[str]] = {}
    for actor in mention.actors:
        found.setdefault(actor.role, []).append(actor.name)
    return found


def tolls_of(mention: Mention) -> list[str]:
    """The tolls of a mention: "killed 6 security_force", "injured 12 or more total"."""
    return sorted(_toll(toll) for toll in counted(mention))


def counted(mention: Mention) -> list[CasualtyMention]:
    """What the words of a mention count; that people are taken for civilians is told in test_bystanders.py."""
    totals = {(t.outcome, t.quote) for t in mention.casualties if t.victim_group == "total"}
    return [t for t in mention.casualties if t.victim_group != "civilian" or (t.outcome, t.quote) not in totals]


def _toll(toll: CasualtyMention) -> str:
    high = "" if toll.high == toll.low else " or more" if toll.high is None else f"-{toll.high}"
    return f"{toll.outcome} {toll.low}{high} {toll.victim_group}"


@dataclass(frozen=True)
class Shown:
    """A mention in few words; the day is left out where it is only that of the document."""

    trigger: str
    event_type: str
    who: dict[str, list[str]] = field(default_factory=dict)
    tolls: list[str] = field(default_factory=list)
    where: str | None = None
    when: str | None = None
    modality: str = "asserted"
    by: str | None = None
    is_background: bool = False
    is_aggregate: bool = False
    happening: int = 0


def shown(text: str, ontology: Ontology, title: str | None = None) -> list[Shown]:
    """All mentions of a text."""
    return [_shown(mention) for mention in mentions_of(text, ontology, title)]


def _shown(mention: Mention) -> Shown:
    when, place = mention.occurrence, mention.place
    days = None
    if when.date_from is not None and when.basis != "document":
        days = str(when.date_from) if when.date_from == when.date_to else f"{when.date_from}/{when.date_to}"
    return Shown(
        mention.trigger, mention.event_type, roles_of(mention), tolls_of(mention),
        None if place is None else place.text if place.relation == "in" else f"{place.relation} {place.text}",
        days, mention.modality, mention.attributed_to, mention.is_background, mention.is_aggregate, mention.happening,
    )  # fmt: skip
