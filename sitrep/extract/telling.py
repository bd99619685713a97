"""When something was told: "the death toll rose to 46 on Tuesday" dates the count, not what they died in.

What belongs here: which times of a sentence belong to the telling of a toll, which of its events are only what
something is counted from, and what a day of speech says of the event. What does not: the times of events
(settings.py), words for a toll (stated.py).
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from dataclasses import replace

from sitrep.extract.atoms import Atoms
from sitrep.extract.causes import is_days_after
from sitrep.extract.clause import Clause
from sitrep.extract.event import Event
from sitrep.extract.nouns import Nouns
from sitrep.extract.phrases import Noun, Verb
from sitrep.extract.posts import takes_post
from sitrep.extract.scattered import is_charge
from sitrep.extract.spans import Span
from sitrep.extract.tolls import Toll
from sitrep.records import Occurrence
from sitrep.timex import TimeExpression

#: How far off a time is that says when somebody spoke of an event.
SAID = 3
_DECIDING = frozenset(
    """declare announce impose extend prolong renew adjourn postpone delay suspend close shut halt ban order
    agree remand stop freeze block seal sanction promise pledge set call sign accept offer observe""".split()
)
_TIMES = "TA"
_REACH = 6  # atoms behind a deed in which its day stands
#: Prepositions behind which an event is another one than the clause tells, with a time of its own.
_APART = frozenset(
    """after since over following before of for about from until in_connection_with in_response_to in_retaliation_for
    in_revenge_for in_reprisal_for in_retaliation_to because_of
    due_to regarding concerning despite against related_to linked_to in_the_wake_of""".split()
)
#: Who or what is struck, told of somebody: "was the target of an attack".
STRUCK_BY = frozenset({"target", "targets", "victim", "victims", "object", "subject"})
_BEFALLEN = STRUCK_BY | {"scene", "site", "theatre", "theater"}
_AHEAD = frozenset({"ahead of", "prior to", "in the run-up to", "on the eve of"})
_LONG = frozenset({"year", "decade", "month"})
#: Deeds that are done to the place named behind "of": "the shelling of Goma".
BESET = frozenset("shelling bombing bombardment siege capture seizure fall invasion storming sacking".split())
#: Verbs whose object is another event than their subject: "the attack followed a bombing on Sunday".
_RELATING = frozenset({"follow", "mirror", "echo", "resemble", "recall", "evoke"})
#: Verbs behind which the day and place of another event follow: "the raid coincided with a visit to X on Monday".
BESIDE = frozenset({"follow", "coincide"})
_BEFORE = frozenset({"after", "following", "since", "in_the_wake_of"})
_MARKING = frozenset({"anniversary", "anniversaries", "commemoration"})
_TOLD = frozenset({"the", "this", "that", "these", "those", "then"})
_NEAR_BEFORE = 9  # words behind a verb in which "before" still says of it that it was earlier
_SPANS_OF_TIME = frozenset(
    "day days night week weeks month months year years hour hours minutes moments evening long".split()
)
_WHICH = (["that"], ["which"], ["who"], ["when"], ["where"])
_EXAMPLES = frozenset({"such as", "like"})  # "attacks such as the 2009 bombing": told to show what others were like
_RECORDS = frozenset(
    """worst deadliest bloodiest biggest largest heaviest highest gravest fiercest longest first second third fourth
    fifth latest only most""".split()
)


def is_before(words: Sequence[str], verb: Verb) -> bool:
    """'has killed workers there before': at some time, but not 'the day before'."""
    behind = words[verb.last : verb.last + _NEAR_BEFORE]
    for at, (word, following) in enumerate(itertools.pairwise(behind)):
        if word in ("that", "who", "which", ","):
            return False
        if word == "before" and following in (".", ",", ";", "and", "but"):
            return at == 0 or behind[at - 1].split()[-1] not in _SPANS_OF_TIME
    return False


def is_recalled(noun: Noun, clause: Clause, atoms: Atoms) -> bool:
    """'marked the anniversary of the bombing', 'tense since X's attack on Y': known long before what is told now.

    Not so 'since Monday's attack', which has a day, and 'since the attack', which may be that of the text.
    """
    holders = [*clause.objects, *(n for _, n in clause.prepositions), *([clause.subject] if clause.subject else [])]
    if any(h.word in _MARKING and any(n is noun for _, n in h.tail) for h in holders):
        return True
    words, dated = atoms.words, bool(clause.times) or any(tag in _TIMES for tag in atoms.tags[noun.first : noun.head])
    since = clause.marker == "since" or words[max(0, noun.first - 1)] == "since"
    plain = words[noun.first] in _TOLD and not noun.tail and words[noun.last : noun.last + 1] not in _WHICH
    return since and not plain and not dated


def _is_of_another(clause: Clause, event: Event, nouns: Nouns) -> bool:
    """'The attack came after a raid in Beni, where six died in May': the month is that of the raid."""
    outer, opening = clause.parent, clause.subject or clause.verb
    if outer is None or opening is None or (clause.kind != "relative" and clause.marker != "where"):
        return False
    relates = outer.verb is not None and outer.verb.lemma in _RELATING
    named = [n for word, n in outer.prepositions if word in _BEFORE] + (outer.objects if relates else [])
    others = (n for n in named if n is not event.noun and event.first < n.first < opening.first)
    return any("event" in nouns.of(noun).classes for noun in others)


def said_on(when: Occurrence) -> Occurrence:
    """What is told on a day happened on that day or the one before."""
    if when.date_from is None or when.date_to is None or when.date_from != when.date_to:
        return when
    return replace(when, date_from=when.date_from - dt.timedelta(days=1))


def begun_at(clause: Clause, span: Span | None, before: list[str]) -> Span | None:
    """The time unless it is the end of what is decided: 'declared a truce until April 15', 'adjourned to June 3'.

    Nor is it that of what is still to come: 'killed six days ahead of the vote on April 15'.
    """
    if not _AHEAD.isdisjoint(before) and "," not in before[max(map(before.index, _AHEAD & set(before))) :]:
        return None
    ends = span is not None and span.time is not None and span.time.relation == "until"
    return None if ends and clause.verb is not None and clause.verb.lemma in _DECIDING else span


def is_record(before: list[str], time: TimeExpression) -> bool:
    """Whether a time behind these words is what a record is counted from: 'the bloodiest since August'.

    So is that of what it is counted from: 'the worst since the death of X, in 1993'.
    """
    words = list(before)
    if time.relation != "since":
        since = words.index("since") if time.kind in ("year", "month") and "since" in words else 0
        words = words[:since]
    return not _RECORDS.isdisjoint(words)


def is_of_history(clause: Clause, span: Span, event: Event, nouns: Nouns) -> bool:
    """'carried out by the ELN, which was founded in 1964', 'a base built in 2015': of what somebody or something is.

    So of years; of months too behind 'where', or where a participle hangs on what is no deed; and whatever is told of
    what a deed avenges.
    """
    time, verb = span.time, clause.verb
    if time is None or clause.antecedent is event.noun is not None:
        return False
    if event.clause is not None and event.clause.is_within(clause):
        return False
    if _is_of_another(clause, event, nouns):
        return True
    if clause.kind == "infinitive" and verb is not None and verb.lemma in nouns.patterns.cues["answer_verbs"]:
        return True
    is_long = time.kind in ("year", "month") or time.unit in _LONG
    if clause.kind == "relative":
        return time.kind == "year" or time.unit == "decade" or takes_post(clause, nouns.atoms.words)
    if clause.marker == "where":
        return is_long
    if clause.kind != "participle" or clause.antecedent is None or verb is None or not verb.is_passive:
        return False
    return is_long and not nouns.of(clause.antecedent).triggers


def times_of_telling(tolls: list[Toll], clauses: list[Clause], tags: list[str]) -> frozenset[int]:
    """The atoms of the times at which the sentence's stated tolls were given."""
    found: set[int] = set()
    for toll in tolls:
        clause = toll.clause
        if toll.rule != "toll.stated" or clause is None or clause.verb is None or clause.kind == "participle":
            continue
        first, last = _reach(clause, clauses, len(tags))
        holder = clause.subject
        spared = range(holder.first, clause.verb.first) if holder is not None else range(0)
        found.update(i for i in range(first, last) if tags[i] in _TIMES and i not in spared)
    return frozenset(found)


def _reach(clause: Clause, clauses: list[Clause], end: int) -> tuple[int, int]:
    """From where to where a clause's times may stand: from the verb before it to the verb or clause behind it."""
    verb = clause.verb
    assert verb is not None
    verbs = [other.verb for other in clauses if other.verb is not None and other is not clause]
    first = max((v.last for v in verbs if v.last <= verb.first and not _inside(v.first, clause)), default=0)
    last = min((v.first for v in verbs if v.first >= verb.last), default=end)
    return first, last


def _inside(atom: int, clause: Clause) -> bool:
    """Whether an atom stands between a clause's subject and its verb: 'the number of people killed ... rose'."""
    return clause.subject is not None and clause.subject.first < atom


def tells_of_somebody(clause: Clause, around: Sequence[Clause | None]) -> bool:
    """'agreed to free two men, who were seized in May', '... whom troops held after a raid in May': not of the deal."""
    inner: Clause | None = clause
    while inner is not None and not any(inner is each for each in around):
        if inner.kind == "relative" and inner.antecedent is not None and inner.marker not in ("where", "when"):
            return not any(each is not None and each.is_within(inner) for each in around)
        inner = inner.parent
    return False


def is_earlier(event: Event, earlier: int | None, words: list[str]) -> bool:
    """'the worst since August, when fighters stormed posts', 'attacks such as the 2009 bombing': of the past.

    `earlier` is the atom from which the sentence tells of what a past time is known by.
    """
    clause = event.clause
    if event.noun is not None and event.noun.first and words[event.noun.first - 1] in _EXAMPLES:
        return True
    if (
        event.noun is None
        and clause is not None
        and clause.kind in ("subordinate", "participle")
        and (clause.marker == "since" or is_days_after(clause, words))
    ):
        return True
    return earlier is not None and event.first > earlier


def is_apart(event: Event, clauses: list[Clause], words: list[str]) -> bool:
    """Whether an event is another than what its clause tells: 'jailed over the attack', 'fled after the raid'."""
    if is_charged(event, words) or _coincides(event):
        return True
    behind = (
        w for clause in clauses for w, n in clause.prepositions if n is event.noun and not _befalls(event, clause)
    )
    return any(word.replace(" ", "_") in _APART for word in behind) or any(is_related(event, c) for c in clauses)


def _coincides(event: Event) -> bool:
    """'The attack coincided with an order to meet on Monday': the order's day."""
    clause = event.clause
    verb = clause.verb if clause is not None else None
    return verb is not None and clause is not None and verb.lemma == "coincide" and clause.subject is event.noun


def _befalls(event: Event, clause: Clause) -> bool:
    """'On Monday the bank was the target of a raid': what befell somebody, or came upon a town, is what is told."""
    verb = clause.verb
    told = clause.objects if verb is not None and verb.lemma in ("be", "become") and not verb.is_negated else []
    return any(("of", event.noun) in each.tail for each in told if each.word in _BEFALLEN)


def is_related(event: Event, clause: Clause) -> bool:
    """Whether a clause holds what it tells of against an event: 'the raid followed clashes', 'mirrored an attack'."""
    relates = clause.verb is not None and clause.verb.lemma in _RELATING and not clause.verb.is_passive
    return (
        relates
        and event.noun is not None
        and any(n is event.noun or event.noun in n.coordinated for n in clause.objects)
    )


def is_charged(event: Event, words: list[str]) -> bool:
    """Whether a noun tells what somebody is sought or tried for: 'a suspect in the murder of a priest'."""
    return event.noun is not None and is_charge(event.noun.first, words)


def tells_charge(event: Event, words: list[str]) -> bool:
    """Whether a noun or a verb tells it: 'accused of throwing a grenade into a church'."""
    if event.noun is not None:
        return is_charged(event, words)
    return event.clause is not None and event.clause.kind == "participle" and is_charge(event.first, words)


def is_news(event: Event, span: Span | None, atoms: Atoms) -> bool:
    """'shot a suspect in the murder of a priest on Monday': the day of the shots, not of the murder.

    Not so in 'men suspected of the attack on Monday that killed six', of which more is told.
    """
    if event.noun is None or not is_charged(event, atoms.words) or not (span is None or is_day_of_news(span)):
        return False
    behind = range(event.noun.last, min(event.noun.last + _REACH, len(atoms.words) - 1))
    day = next((i for i in behind if atoms.tags[i] in _TIMES), None)
    return day is None or atoms.words[day + 1] not in ("that", "which")


def is_day_of_news(span: Span | None) -> bool:
    """Whether a time is a day that only news speaks of: 'on Monday', 'today'."""
    return span is not None and span.time is not None and span.time.kind in ("weekday", "day")


def only_ranks(words: list[str], span: Span, told: list[Span]) -> bool:
    """Of 'the worst attack this year' whether the clause tells its day besides."""
    return not _RECORDS.isdisjoint(words) and not is_day_of_news(span) and any(map(is_day_of_news, told))


def is_of_order(event: Event, span: Span, firsts: list[int]) -> bool:
    """'on Friday ordered a raid': the day told before what is to come is when it was said."""
    clause = event.clause
    if clause is not None and clause.kind == "infinitive" and event.noun is None:
        clause = clause.parent
    verb = clause.verb if clause is not None else None
    if verb is None or verb.modal or verb.form not in ("finite", "participle"):
        return False
    return verb.tense in ("past", "perfect", "pastperfect") and span.first < firsts[event.first]
