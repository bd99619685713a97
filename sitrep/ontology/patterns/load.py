"""Reads the pattern files, checks them, and brings them into the form in which the engine asks for them.

What belongs here: the schema of the files; errors that name file and entry. What does not: reading text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sitrep.ontology.patterns.forms import Condition, Frame, Patterns, Refinement, Topic, Trigger
from sitrep.ontology.patterns.lexicon import Lexicon, build_lexicon
from sitrep.ontology.patterns.links import load_links
from sitrep.ontology.patterns.sharing import share_words

HERE = Path(__file__).parent

#: What the adjectives of each list say became of people.
_FATES = {"dead_adjectives": "killed", "hurt_adjectives": "injured", "missing_adjectives": "missing"}

T = TypeVar("T", bound=BaseModel)


class PatternsInvalid(ValueError):
    """A pattern file says what it must not; the message names the file and the entry."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FrameEntry(_Entry):
    """Which parts of a clause and of a noun phrase fill which role."""

    verb: dict[str, str]
    noun: dict[str, str]
    harm: str | None = None  # outcome of those who are the object
    cause: bool = False  # the subject may be an event or a weapon
    done_to: bool = False  # the verb must have an object: alone behind a noun it is a passive
    blow: bool = False  # with an event as its subject the verb tells that event


class TriggerEntry(_Entry):
    """Words that tell of one type of event."""

    id: str = Field(pattern=r"^[a-z]+\.[a-z_]+$")
    type: str
    frame: str
    verbs: str = ""
    nouns: str = ""
    acts: str = Field(default="", pattern=r"^(\S+/\S+\s*)*$")  # verb/object pairs: open/fire
    when: dict[str, str] = {}  # part: words and @classes; "led" is the word before a noun, or its owner's first
    unless: dict[str, str] = {}
    weak: bool = False  # tells of an event only where no other word of the sentence does
    strict: bool = False  # tells of an event only where somebody acts or is acted on
    aggregate: bool = False  # never one happening
    light_object: bool = False  # the object is the means, not the target
    as_doer: bool = False  # the noun is the doer: an event where it is the subject of doing
    voiced: bool = False  # saying it does it, and who says it does: "it will not go unpunished, the group said"
    finite: bool = False  # not where it only describes somebody: "a man accused of murder"
    done: bool = False  # not where it says what somebody is at: "troops fighting rebels", "who are fighting them"
    refers: bool = False  # the word alone tells nothing: "the incident" is what was told before
    priority: int = 0
    examples: list[str] = []
    counter_examples: list[str] = []


class RefinementEntry(_Entry):
    """How means or parties make a type exact."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    id: str
    types: list[str] = Field(alias="from")
    triggers: list[str] = []  # ids of triggers, where only their events may be refined
    to: str
    means: list[str] = []
    unless_means: list[str] = []
    perpetrator: list[str] = []
    target: list[str] = []
    doers: list[str] = []  # victim groups of who did it, however the text names him
    foiled: bool = False  # where a verb says that it was foiled, and nobody was harmed
    target_heads: list[str] = []  # nouns of which the target must be one, in the singular


def load_entries(folder: Path = HERE) -> tuple[TriggerEntry, ...]:
    """The triggers of a folder as they stand in its files."""
    return tuple(
        _check(TriggerEntry, entry, f"triggers/{path.name}", str(entry.get("id")))
        for path in sorted((folder / "triggers").glob("*.yaml"))
        for entry in _read(path)["triggers"]
    )


def load_patterns(folder: Path = HERE) -> Patterns:
    """The patterns of a folder; PatternsInvalid names every entry at fault."""
    frames = {n: _frame(e, n) for n, e in _read(folder / "frames.yaml")["frames"].items()}
    entries = load_entries(folder)
    _check_ids(entries, frames)
    asked: dict[frozenset[str], frozenset[str]] = {}
    triggers = [_compile(entry, frames[entry.frame], order, asked) for order, entry in enumerate(entries)]
    lexicon = build_lexicon(
        words=_read(folder / "words.yaml"),
        people=_read(folder / "people.yaml"),
        things=_read(folder / "things.yaml"),
        trigger_words=_trigger_words(entries),
    )
    cues = {
        name: frozenset(str(words).split())
        for name, words in _read(folder / "cues.yaml").items()
        if words is not None and not isinstance(words, dict)
    }
    patterns = Patterns(
        lexicon=lexicon,
        verbs=_by_verb(entries, triggers),
        nouns=_by_noun(entries, triggers, lexicon),
        acts=_by_act(entries, triggers),
        asked=_asked(asked, lexicon.singulars),
        refinements=tuple(map(_refinement, _read(folder / "refine.yaml")["refinements"])),
        cues=cues,
        fates={word: outcome for name, outcome in _FATES.items() for word in cues[name]},
        links=load_links(folder / "links.yaml"),
        alarm=_alarm(entries, lexicon, cues),
        attackers=_attackers(lexicon),
        conflict=frozenset(_read(folder / "topics.yaml")["conflict"].split()),
        topics=tuple(
            Topic(e["id"], e["need"], frozenset(e["words"].split())) for e in _read(folder / "topics.yaml")["topics"]
        ),
    )
    shared: Patterns = share_words(patterns, {})
    return shared


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise PatternsInvalid(f"{path}: cannot be read: {error}") from error


def _check(model: type[T], entry: Any, file: str, name: str) -> T:
    try:
        return model.model_validate(entry)
    except ValidationError as error:
        reasons = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise PatternsInvalid(f"{file}: {name}: {reasons}") from error


def _check_ids(entries: Iterable[TriggerEntry], frames: Mapping[str, Any]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise PatternsInvalid(f"triggers: {entry.id}: stands twice")
        if entry.frame not in frames:
            raise PatternsInvalid(f"triggers: {entry.id}: unknown frame {entry.frame!r}")
        seen.add(entry.id)


def _frame(entry: Any, name: str) -> Frame:
    return Frame(**_check(FrameEntry, entry, "frames.yaml", name).model_dump())


def _refinement(entry: Any) -> Refinement:
    told = _check(RefinementEntry, entry, "refine.yaml", str(entry.get("id")))
    values: dict[str, Any] = {k: frozenset(v) if isinstance(v, list) else v for k, v in told.model_dump().items()}
    return Refinement(**values)


def _compile(entry: TriggerEntry, frame: Frame, order: int, asked: dict[frozenset[str], frozenset[str]]) -> Trigger:
    """An entry as the engine asks for it; `asked` keeps one object for each set of words that any needs."""
    when = tuple(_condition(part, words) for part, words in entry.when.items())
    needs = (c.words for c in when if _needs_word(c) and not (c.part == "object" and entry.acts))
    return Trigger(
        id=entry.id,
        event_type=entry.type,
        frame=frame,
        when=when,
        unless=tuple(_condition(part, words) for part, words in entry.unless.items()),
        weak=entry.weak,
        strict=entry.strict,
        aggregate=entry.aggregate,
        light_object=entry.light_object,
        as_doer=entry.as_doer,
        refers=entry.refers,
        finite=entry.finite,
        done=entry.done,
        voiced=entry.voiced,
        priority=entry.priority,
        order=order,
        asks_modifiers="modifier" in {*entry.when, *entry.unless},
        needs=tuple(asked.setdefault(words, words) for words in needs),
    )


def _needs_word(condition: Condition) -> bool:
    """Whether nothing but one of its words meets a condition."""
    otherwise = condition.may_be_empty or condition.infinitive or condition.clause or condition.classes
    by_clause = condition.part in ("infinitive", "complement")  # asks for verbs by their base form
    return not (otherwise or by_clause or "*" in condition.words) and bool(condition.words)


def _asked(needed: Iterable[frozenset[str]], singulars: Mapping[str, str]) -> dict[str, tuple[frozenset[str], ...]]:
    """Of which of the sets of words that triggers need each word of a text is one, by itself or by its singular."""
    forms: dict[str, list[str]] = {}
    for form, one in singulars.items():
        forms.setdefault(one, []).append(form)
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for words in needed:
        for word in {each for one in words for each in (one, *forms.get(one, ()))}:
            told = word.replace("_", " ")
            found[told] = (*found.get(told, ()), words)
    return found


def _condition(part: str, text: str) -> Condition:
    words = text.split()
    classes = frozenset(w[1:] for w in words if w.startswith("@"))
    special = {"none", "to", "that"}
    return Condition(
        part=part,
        classes=classes - special,
        words=frozenset(w for w in words if not w.startswith("@")),
        may_be_empty="none" in classes,
        infinitive="to" in classes,
        clause="that" in classes,
    )


def _trigger_words(entries: Iterable[TriggerEntry]) -> dict[str, list[str]]:
    """The words of all triggers, for the lexicon: verbs as 'blow_up', nouns as 'exchange_of_fire'."""
    found: dict[str, list[str]] = {"verbs": [], "nouns": []}
    for entry in entries:
        found["verbs"] += entry.verbs.split() + [act.split("/")[0] for act in entry.acts.split()]
        found["nouns"] += entry.nouns.split()
    return found


def _alarm(entries: Sequence[TriggerEntry], lexicon: Lexicon, cues: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """All forms of the words by which events and tolls are told."""
    lemmas = {v.split("_")[0] for e in entries for v in e.verbs.split()} | {
        a.split("/")[0] for e in entries for a in e.acts.split()
    }
    lemmas |= cues["die_verbs"] | cues["claim_verbs"] | (cues["blame_verbs"] - {"point"})
    found = {form for form, lemma in lexicon.lemmas.items() if lemma in lemmas}
    for name in (
        "dead_nouns",
        "hurt_nouns",
        "dead_adjectives",
        "hurt_adjectives",
        "victim_words",
        "toll_alarms",
        "guilt_words",
    ):
        found |= cues[name]
    return frozenset(found | _attackers(lexicon) | lexicon.event_heads)


def _attackers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(head for head, found in lexicon.nouns.items() if any(known.id == "gunmen" for _, known in found))


def _by_verb(
    entries: Sequence[TriggerEntry], triggers: list[Trigger]
) -> dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
    for entry, trigger in zip(entries, triggers, strict=True):
        for verb in entry.verbs.split():
            lemma, *particles = verb.split("_")
            found.setdefault(lemma, []).append((tuple(particles), trigger))
    return {
        lemma: tuple(sorted(items, key=lambda i: (-i[1].priority, -len(i[0]), i[1].order)))
        for lemma, items in found.items()
    }


def _by_noun(
    entries: Sequence[TriggerEntry], triggers: list[Trigger], lexicon: Lexicon
) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...], Trigger], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], Trigger]]] = {}
    for entry, trigger in zip(entries, triggers, strict=True):
        for forms in entry.nouns.split():
            for before, head, after in lexicon.noun_shapes(forms):
                found.setdefault(head, []).append((before, after, trigger))
    return {
        head: tuple(sorted(items, key=lambda i: (-len(i[0]) - len(i[1]), -i[2].priority, i[2].order)))
        for head, items in found.items()
    }


def _by_act(entries: Sequence[TriggerEntry], triggers: list[Trigger]) -> dict[str, tuple[tuple[str, Trigger], ...]]:
    found: dict[str, list[tuple[str, Trigger]]] = {}
    for entry, trigger in zip(entries, triggers, strict=True):
        for act in entry.acts.split():
            verb, *objects = act.split("/")
            found.setdefault(verb, []).extend((noun, trigger) for noun in objects)
    return {verb: tuple(sorted(items, key=lambda i: -i[1].priority)) for verb, items in found.items()}
