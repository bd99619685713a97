"""One sentence to drafts of mentions: the steps of the cascade inside a sentence, in their order.

What belongs here: which step follows which. What does not: any step itself.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from sitrep.extract.atoms import read_atoms
from sitrep.extract.blaming import Blame
from sitrep.extract.clause import Clause
from sitrep.extract.clauses import Reader
from sitrep.extract.draft import Draft
from sitrep.extract.drafting import Drafter, Found, Tools
from sitrep.extract.elided import Elided
from sitrep.extract.enriching import Enricher
from sitrep.extract.events import Matcher
from sitrep.extract.gaps import fill_gaps
from sitrep.extract.identities import Identities
from sitrep.extract.nouns import Nouns
from sitrep.extract.parties import Parties, Party
from sitrep.extract.phrases import read_phrases
from sitrep.extract.purposes import choose_doers
from sitrep.extract.scattered import Scattered
from sitrep.extract.settings import Settings
from sitrep.extract.spans import Spans
from sitrep.extract.text import Sentence, Text
from sitrep.extract.tolls import TollReader
from sitrep.extract.topics import other_topic
from sitrep.ontology import Ontology

_ACTING = frozenset({"military", "militants", "police", "unidentified", "state", "named"})


@dataclass(frozen=True, slots=True)
class Context:
    """What every sentence of a document is read with."""

    text: Text
    spans: Spans
    ontology: Ontology
    reference: dt.date | None
    precision: str
    mixed_case: bool
    heard: list[Party] = field(default_factory=list)  # named in sentences that tell of no event, since the last event
    clauses: list[Clause] = field(default_factory=list)  # of all sentences
    shown: frozenset[str] | None = None  # names, as a text of capitals alone shows them
    other_topic: str | None = field(init=False)  # what the text is about in conflict's words, if not conflict

    @property
    def written_on(self) -> dt.date | None:
        """The day of writing, where it is known to the day."""
        return self.reference if self.precision in ("second", "day") else None

    def is_harm(self, event_type: str) -> bool:
        """Whether events of a type harm people."""
        return self.ontology.types[event_type].has("takes_toll")

    def let_go(self) -> None:
        """Unties clauses that hold each other, so that all is freed at once and without a search for cycles."""
        for clause in self.clauses:
            clause.children.clear()

    def __post_init__(self) -> None:
        patterns = self.ontology.patterns
        object.__setattr__(self, "other_topic", other_topic(self.text, patterns.topics, patterns.conflict))


def _subjects(clauses: list[Clause], nouns: Nouns, parties: Parties) -> list[Party]:
    """Those of whom a sentence speaks that tells of no event: pronouns may stand for them later."""
    spoken_of = [n for c in clauses for n in (c.subject, *c.objects) if n is not None and nouns.of(n).classes & _ACTING]
    found = [parties.of(noun) for noun in spoken_of]
    return [party for party in found if party is not None and not party.pronoun and not party.is_number]


def read_sentence(context: Context, sentence: Sentence, *, is_title: bool, headline: bool) -> list[Draft]:
    """The drafts of a sentence."""
    ontology, text = context.ontology, context.text
    patterns, types = ontology.patterns, ontology.types
    atoms = read_atoms(text, sentence, context.spans, patterns.lexicon, headline)
    phrases = read_phrases(atoms, patterns.lexicon)
    reader = Reader(phrases, patterns.cues, patterns.lexicon.event_heads)
    clauses = reader.read()
    context.clauses.extend(clauses)
    fill_gaps(clauses, patterns.cues, patterns.lexicon.event_heads, atoms.words)
    tells_names = context.mixed_case and not (headline and text.is_titled(sentence))
    nouns = Nouns(atoms, context.spans, patterns, text.raw, text.starts, tells_names, context.shown)
    scattered = Scattered(nouns, ontology.places, context.reference, context.precision)
    Elided(phrases.items, nouns, scattered).fill(clauses, reader.nouns)
    choose_doers(clauses, nouns)
    matcher = Matcher(nouns, patterns)
    events = matcher.match(clauses, reader.nouns)
    enricher = Enricher(matcher, nouns, patterns, types)
    enricher.enrich(clauses)
    tolls = TollReader(matcher, nouns, patterns, types, scattered).read(clauses, reader.nouns)
    identities = Identities(nouns)
    attackers, victims = identities.tie(clauses, reader.nouns), identities.victims(clauses)
    claims = enricher.claiming.claims(clauses)
    claims += Blame(enricher.claiming).elsewhere(clauses)
    if not events and not tolls and not claims and not attackers and not victims:
        context.heard.extend(_subjects(clauses, nouns, Parties(nouns, text, ontology)))
        return []
    settings = Settings(nouns, text, ontology, phrases.items, context.reference, context.precision)
    settings.join_siblings(clauses)
    tools = Tools(text, nouns, Parties(nouns, text, ontology), settings, scattered, patterns, types)
    drafter = Drafter(tools, sentence, clauses, reader.nouns, is_title=is_title)
    drafts = drafter.draft(Found(events, tolls, claims, attackers, victims))
    if not drafts:
        context.heard.extend(_subjects(clauses, nouns, tools.parties))
    if drafts and context.heard:
        drafts[0].heard = tuple(context.heard)
        context.heard.clear()
    if context.other_topic is not None:
        return [d for d in drafts if d.event_type and types[d.event_type].event_class != "violent"]
    return drafts
