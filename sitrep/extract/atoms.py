"""A sentence's words as atoms: single words, fixed units, names and times, each with one tag.

What belongs here: merging words into units and deciding what an ambiguous word is in its sentence. What does not:
phrases (phrases.py) and clauses (clauses.py). The tags are described in sitrep/ontology/patterns/lexicon.py; here
names are y (actors) and Y (places only), times T, T before a noun A, "that" before a clause C.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sitrep.extract.asides import ASIDES, leave_out
from sitrep.extract.counted import is_time, read_counts
from sitrep.extract.hidden_verbs import find_verb, is_alone, is_plural, leads_in, opens_fire, tells_on
from sitrep.extract.marks import is_abbreviation, is_quote, opens_quote
from sitrep.extract.ranges import join_ranges
from sitrep.extract.spans import Spans
from sitrep.extract.text import Sentence, Text, begins_name, first_not_below
from sitrep.extract.unlisted import BEARINGS
from sitrep.ontology.patterns.lexicon import OF_WHOM, Lexicon

_MARKS, _NOUNISH = frozenset("\"'."), frozenset("njyYuwGcA")
_TALLIED = frozenset({"killed", "wounded", "injured", "hurt", "slain", "martyred", "dead"})
_TO_NOUNS = frozenset(
    "response reaction reply due link linked return returned returning prior related subject subjected led access bow "
    "bowed bowing yield yielded yielding succumb succumbed succumbing respond responded react reacted thanks "
    "opposition resorted".split()
)
_SAME_PAST = frozenset("put hit set cut hurt shut let split spread cost beat quit read shed cast bid burst".split())
_EACH, _ABOUT = frozenset({"both", "all", "each"}), frozenset({"about", "around", "over", "above", "under"})
_PARTS_OF_DAYS = frozenset({"night", "morning", "evening", "afternoon", "hours", "day", "dawn"})  # "the night of 4 May"
_NEAR = 9  # atoms between a verb and its object
_AMONG = frozenset({"in", "during", "by"})
_OF_DAYS = frozenset("overnight weekend monday tuesday wednesday thursday friday saturday sunday morning".split())
_WITHIN, _AFTER_ONLY = frozenset({"on", "in", "at", "during"}), frozenset("dfvr")
_AT_OCCASIONS = frozenset({"during", "at", "of"})  # "during Friday prayers", but "on Friday police said"
_CALLS, _AT_WHOM = frozenset({"on", "for", "upon"}), frozenset({"blame", "hunt", "question", "probe"})
_SAID, _YD = frozenset("recalls demands rules notes orders charges protests".split()), frozenset({"yd", "yc"})
_STANDS_BY = frozenset({"by", "with", "behind", "against", "at", "ready"})
_TO_DO = frozenset({"close", "open", "free", "clear", "back"})  # adjectives that are verbs as well
_OPENED = frozenset("talks negotiations dialogue borders crossings fire offices embassies roads schools".split())
_HELPS = frozenset({"help", "helps", "helped", "let", "lets"})
_GOING = frozenset("leave return travel visit deploy vote start march face stand play".split())  # what people do
_BEGIN = frozenset("begin start stop keep continue resume deny admit acknowledge cease halt regret".split())
_DOING = frozenset("striking protesting fleeing retreating rioting visiting surviving mourning rampaging".split())
_VERB_TAGS = frozenset("bzpeqgxhmo")
_BEFORE_NOUNS = frozenset("njyYuwGcAl")  # behind these an adjective may go on
_CAPTIVE, _TAKES = frozenset({"hostage", "captive", "prisoner"}), frozenset({"take", "hold", "keep", "seize"})
_PEOPLE, _DONE_TO = frozenset({"people"}), frozenset({"people", "facility"})
_AT_A_WOUND = frozenset({"in", "on", "to", "and", "or", "from", ",", ".", "at"})
_COMES_DOWN, _GUNS = frozenset({"fall", "land", "rain", "crash", "slam"}), frozenset({"mortar", "artillery", "tank"})
_COMING_DOWN = frozenset({"shells", "rockets", "missiles", "mortars", "bombs", "projectiles", "drones"})
_FLIGHT, _OF_ALL = frozenset({"flee", "escape", "survive", "fear"}), frozenset({"the", "their", "its"})
_MADE_BY = frozenset("appointed backed controlled installed led linked owned related ruled run trained".split())
_DONE = frozenset({"planned", "suspected", "alleged", "presumed", "threatened"})  # adjectives that are verbs as well
_HAVING = frozenset({"alleged", "armed", "besieged", "suspected"})
_DONE_BETWEEN = frozenset([*(a + b for a in "nyYT" for b in "dcvKt"), "nD", "yD", "YD", "fD", ",t"])  # ... between tags
_HELD, _FORCES = frozenset({"besieged", "occupied"}), frozenset({"military", "paramilitary"})  # verbs "by", nouns
_TAKE_NOUNS = frozenset({"blamed", "condemned", "denounced", "described", "ordered"})  # no clause with "that"
_CORPSES, _SELVES = frozenset({"bodies", "corpses", "deceased"}), frozenset("himself herself themselves itself".split())
_THE_HURT = frozenset({"dead", "injured", "wounded", "hurt", "deceased", "missing"})
_FASTENED = frozenset(
    "stuck attached strapped fixed fitted hidden meant aimed concealed taped planted packed loaded buried left".split()
)
#: What is sent on its way or set somewhere, and words for doing so: "a rocket fired from X hit a house".
_SENT = frozenset("fired launched laid parked hurled lobbed thrown dropped guided flown directed".split())
_WHAT_IS_SENT = frozenset(
    "rocket rockets missile missiles drone drones shell shells mortar mortars round rounds bullet bullets shot shots"
    " projectile projectiles grenade grenades torpedo car vehicle truck van motorcycle mine mines bomb bombs".split()
)
_LET_GO = frozenset({"released", "freed", "deported", "expelled", "evacuated", "rescued", "extradited"})
_POINTED = frozenset({"this", "that", "these", "those", "they", "it"})
_SUFFERED = frozenset("sustained suffered received".split())
_GOES_HOME = frozenset("ambassador envoy ambassadors envoys diplomats troops soldiers peacekeepers forces".split())
_WITHIN_IT = frozenset({"inside", "outside", "aboard", "on board"})
_STRANDED = frozenset({"off", "out", "up", "down", "over", "through"})  # where no noun is behind them


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of one sentence: word, tag, and the tokens of the text that each covers."""

    words: list[str]
    tags: list[str]
    first: list[int]
    last: list[int]  # behind the last token
    headline: bool
    said: set[str] = field(default_factory=set)  # its words, once they are settled


def read_atoms(text: Text, sentence: Sentence, spans: Spans, lexicon: Lexicon, headline: bool) -> Atoms:
    """The atoms of a sentence."""
    atoms = _merge(text, sentence, spans, lexicon, headline)
    words = atoms.words
    told = text.folded[sentence.start : sentence.end]
    if "(" in told or "[" in told or "; and " in told or not ASIDES.isdisjoint(words):
        leave_out(atoms, lexicon.numbers)
    read_counts(atoms, told, text, lexicon)
    join_ranges(atoms, lexicon)
    _resolve(atoms, lexicon)
    _take_in_times(atoms)
    find_verb(atoms, lexicon)
    atoms.said.update(words)
    return atoms


def _merge(text: Text, sentence: Sentence, spans: Spans, lexicon: Lexicon, headline: bool) -> Atoms:
    atoms = Atoms([], [], [], [], headline)
    words, tags, first, last = atoms.words, atoms.tags, atoms.first, atoms.last
    tokens, named, settled = text.words, spans.named(), lexicon.settled
    quoted = False
    index, end = sentence.first, sentence.last
    at = first_not_below(named, index)
    while index < end:
        word = tokens[index]
        while at < len(named) and named[at] < index:
            at += 1
        is_named = at < len(named) and named[at] == index
        stop, tag = index + 1, "" if is_named else settled.get(word, "")
        if not tag:
            if word in _MARKS:
                is_mark = is_quote(text, index, quoted)
                if is_mark or is_abbreviation(tokens, index, sentence):
                    quoted = opens_quote(text, index, end, quoted) if is_mark else quoted
                    index += 1
                    continue
            if is_named or (index + 1 < end and tokens[index + 1] in lexicon.units.get(word, ())):
                stop, tag = _unit(tokens, index, end, spans, lexicon)
            if word in OF_WHOM and _is_named_for(text, index, end):
                stop, tag = index + 2, "j"
            tag = tag or lexicon.tags.get(word) or ("n" if _is_name(text, sentence, index) else lexicon.guess(word))
            if tag == "p" and _is_name(text, sentence, index) and _is_surname(text, sentence, index):
                tag = "n"
        words.append(word if stop == index + 1 else " ".join(tokens[index:stop]))
        tags.append(tag)
        first.append(index)
        last.append(stop)
        index = stop
    return atoms


def _is_named_for(text: Text, index: int, end: int) -> bool:
    """Whether 'People's' is a word of a name, as in 'the Madhesi People's Rights Forum', not somebody who owns."""
    owns = index + 2 < end and text.words[index + 1] in ("'s", "'")
    return owns and all(text.raw[text.starts[i] : text.ends[i]].istitle() for i in (index, index + 2))


def _is_name(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether an unknown word is written like a name amid small letters: 'Ahmed' is no past tense."""
    start = text.starts[index]
    shown = index > sentence.first and not text.raw[start].islower()
    opens = shown and text.words[index].endswith("ly") and text.raw[start - 1] in '"“'  # '"Directly targeting'
    return shown and not opens and text.raw[start : text.ends[index]].istitle()


def _is_surname(text: Text, sentence: Sentence, index: int) -> bool:
    """Whether a past tense written like a name stands behind a name amid small letters: 'Ben Rose', 'Edward Said'."""
    return begins_name(text.raw, text.starts[index - 1]) and not text.is_titled(sentence)


def _unit(tokens: list[str], index: int, end: int, spans: Spans, lexicon: Lexicon) -> tuple[int, str]:
    """Where the unit that begins at a token ends, and its tag; no tag where the token stands alone."""
    span, bearer = spans.covering.get(index), spans.by_token.get(index)
    if span is not None and span.last <= end:
        return span.last, span.tag
    if bearer is not None and bearer.first == index and bearer.role and index + 1 < bearer.head <= end:
        before, table = tokens[index : bearer.head], lexicon.tags
        names = not any(table.get(word, "n") in "dcjei'" or word == "'s" for word in before)
        # "Thai men hostage"
        names = names and not any(is_plural(word) and lexicon.is_of(word, _PEOPLE) for word in before)
        return (bearer.head, "y") if names else (index + 1, "")
    if bearer is not None and bearer.first == index and bearer.role and lexicon.tags.get(tokens[index], "n") in "xf":
        return index + 1, "y"  # "IS militants"
    following = tokens[index + 1] if index + 1 < end else ""
    opened = lexicon.units.get(tokens[index])
    for rest, tag in opened.get(following, ()) if opened is not None else ():
        after = index + 1 + len(rest)
        if tag == "i" and tokens[index] == "due" and after < end and _is_deed(tokens[after], lexicon):
            continue  # "was due to fly home"
        if after <= end and (len(rest) == 1 or tuple(tokens[index + 1 : after]) == rest):
            return after, tag
    return index + 1, ""


def _is_deed(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can only be what somebody does, or mostly is: 'due to arrive', but not 'due to rain'."""
    return lexicon.tags.get(word) == "b" or word in _GOING


def _take_in_times(atoms: Atoms) -> None:
    """Makes one verb group of 'had on Friday attacked': the time between is no end of it."""
    tags = atoms.tags
    for index in range(1, len(tags) - 2):
        within = tags[index] == "i" and tags[index - 1] in "hxB" and tags[index + 1] == "T"
        if within and atoms.words[index] in _WITHIN and tags[index + 2] in "epqB":
            tags[index] = "a"


@dataclass(slots=True)
class _Place:
    """Where in a sentence the tag of a word is decided."""

    words: list[str]
    tags: list[str]
    lexicon: Lexicon
    index: int = 0
    previous: str = "."  # the tag before, adverbs and negations left out
    following: str = "."
    last_verb: str = ""

    def word(self) -> str:
        return self.words[self.index]

    def before(self) -> str:
        return self.words[self.index - 1] if self.index else ""

    def next_word(self) -> str:
        return self.words[self.index + 1] if self.index + 1 < len(self.words) else ""

    def second(self) -> str:
        """The tag after the next."""
        return self.tags[self.index + 2] if self.index + 2 < len(self.tags) else ""


def _resolve(atoms: Atoms, lexicon: Lexicon) -> None:
    """Decides, from left to right, what each ambiguous word is."""
    tags = atoms.tags
    at = _Place(atoms.words, tags, lexicon)
    for index, tag in enumerate(tags):
        decide = _DECIDE.get(tag)
        if decide is not None:
            at.index = index
            at.following = tags[index + 1] if index + 1 < len(tags) else "."
            tags[index] = tag = decide(at)
        if tag != "a" and tag != "k":
            at.previous = tag
        if tag in _VERB_TAGS:
            at.last_verb = tag


def _begins_noun(at: _Place) -> bool:
    """'rubber bullets and tear gas': a noun of two words that a list has."""
    return any(words == (at.word(),) for words, _ in at.lexicon.nouns.get(at.next_word(), ()))


def _noun_or_base(at: _Place) -> str:
    if at.previous in ",l" and at.following in "nu" and _begins_noun(at):
        return "n"
    tag = "n" if at.before() == "whose" else _base(at.words, at.tags, at.index, at.previous, at.following)
    if tag == "n" and at.previous in ",l" and at.last_verb == "b" and at.following not in "i'":
        return "b"
    many = tag == "n" and (is_plural(at.before()) or at.before() == "police")
    if many and at.word() in _AT_WHOM and at.following in "nyYGjwu":
        return "b"  # "Police blame rebels for the raid"
    if many and at.word() in _COMES_DOWN and at.before() in _COMING_DOWN and at.following == "i":
        return "b"  # "Shells fall on market", "Rockets land near school"
    if tag == "n" and at.word() == "show" and at.previous in "nyY" and at.following in "vcd":
        return "b"  # "figures show 24 people have been killed"
    gives = many and at.following == "i" and at.words[at.index + 2 : at.index + 3] in (["their"], ["its"])
    if gives and (at.next_word(),) in at.lexicon.particles.get(at.word(), ()):
        return "b"  # "cadres hand in their arms"
    return tag


def _noun_or_third(at: _Place) -> str:
    if at.before() == "whose" or (at.previous == "r" and at.following in "ep" and at.lexicon.is_of(at.word(), _PEOPLE)):
        return "n"  # "the town, which rebels attacked"
    if at.word() == "shells" and (at.before() in _GUNS or (at.previous in "nj" and at.following == "e")):
        return "n"  # "Mortar shells land near school"
    if at.before() == "that" and at.index > 1 and at.tags[at.index - 2] in "nyY" and at.following in "nyYdcv":
        return "z"  # "a base that houses US troops"
    calls = at.word() == "calls" and at.previous in "yY" and at.next_word() in _CALLS  # "UNAMA calls on all sides"
    if calls or (at.word() in ("calls", "call") and at.next_word() in _SELVES):
        return "z"  # "a group that calls itself X"
    if at.word() == "stands" and not at.last_verb and at.next_word() in _STANDS_BY and at.index:
        return "z"  # "Turkey stands by Azerbaijan"
    if at.word() == "reports" and at.previous in "nT" and at.following in "cv":
        return "z"  # "the provisional toll reports 12 people killed"
    starts = at.index == 1 or (at.index > 1 and at.tags[at.index - 2] in ".:-")
    takes = at.word() not in at.lexicon.event_heads or at.word() in _SAID  # not "raids that killed six"
    told = (at.following in "Df" and at.previous in "nyY" and takes) or (starts and at.previous + at.following in _YD)
    falls = at.word() == "falls" and at.next_word() == "to" and at.previous in "nyY" and not at.last_verb
    # "X claims it fired rockets", "X claims five soldiers dead", "X calls on all sides", "Goma falls to rebels"
    return "z" if told or falls or _calls_on(at) else _third(at.previous)


def _which(at: _Place) -> str:
    """'blamed that raid on X', 'a group that calls itself X': what "that" is where its neighbours would mislead."""
    if at.before() in _TAKE_NOUNS and at.following in "nuGjw":
        return "d"
    claims = at.before() in ("claimed", "claims") and not is_plural(at.next_word())
    if claims and at.next_word() in at.lexicon.event_heads:
        return "d"  # "X claimed that attack"
    calls = at.previous in "nyY" and at.next_word() in ("calls", "call") and {*at.words[at.index + 2 :][:1]} <= _SELVES
    return "r" if calls else ""


def _calls_on(at: _Place) -> bool:
    """'Russia calls on both sides': no calls on somebody, but a verb with its subject before it."""
    asks = at.word() == "calls" and at.following == "i" and at.words[at.index + 1] in ("on", "upon")
    subject = at.previous in "nyY" and not at.last_verb and not is_plural(at.before())
    return asks and subject and at.second() not in "TA"


def _pronoun(at: _Place) -> str:
    """'the commander himself died': a pronoun that only stresses who it is."""
    stress = at.word() in _SELVES and at.index > 0 and at.tags[at.index - 1] in "nyYx" and at.following in "exhp"
    return "a" if stress else "f"


def _past_or_participle(at: _Place) -> str:
    if at.word() == "wound" and (at.previous in "dj'" or at.before() == "minor") and at.next_word() in _AT_A_WOUND:
        return "n"  # "treated for a minor wound in the leg"
    if at.previous == "l" and not at.last_verb and at.following in "nyYu":
        return "j"  # "RSF and allied militias took": no verb yet, so none is joined
    if at.index == 0 and at.following in "yYuw" and _goes_on(at):
        return "j"  # "Banned TTP claimed the attack"
    if at.previous == "l" and at.word() in _TALLIED and at.following in "it.," and at.words[at.index - 2] in _CORPSES:
        return "n"  # "moved the bodies and injured to a hospital"
    if at.word() == "included" and at.before() in _POINTED:
        return "p"  # "this included two killed in X"
    if at.word() in _LET_GO and at.previous in "nyY" and at.words[at.index + 1 : at.index + 2] == ["from"]:
        return "q"  # "a prisoner released from a jail five years ago"
    set_there = at.word() in _FASTENED or (at.word() in _SENT and at.words[at.index - 1] in _WHAT_IS_SENT)
    if set_there and at.previous in "nyY" and at.following in "it" and _goes_on(at):
        return "q"  # "a bomb stuck to the car of a judge wounded him"
    if at.before() == "another" and at.word() in _SUFFERED:
        return "e"  # "while another sustained serious injuries"
    if at.word() in _THE_HURT and at.previous in "nyY" and at.following in ".,;)l" and _is_left(at):
        return "j"  # "left a man and two policemen wounded"
    return _ed(at.words, at.tags, at.index, at.previous, at.following)


def _is_left(at: _Place) -> bool:
    """Whether more than one stands between 'left' and what it left them."""
    verb = max((i for i in range(at.index) if at.tags[i] in _VERB_TAGS), default=-1)
    return verb >= 0 and at.lexicon.lemmas.get(at.words[verb]) == "leave" and "l" in at.tags[verb : at.index]


def _goes_on(at: _Place) -> bool:
    """Whether another verb follows in the same clause."""
    behind = at.tags[at.index + 1 :]
    end = next((i for i, tag in enumerate(behind) if tag in ",;:.lsrC"), len(behind))
    return any(tag in "ehxp" for tag in behind[:end])


def _gerund_or_noun(at: _Place) -> str:
    if at.previous == "i" and at.following in "nw" and at.next_word() in at.lexicon.event_heads:
        return "n"  # "in bombing raids"
    if leads_in(at.words, at.tags, at.index) or tells_on(at.words, at.tags, at.index, at.lexicon):
        return "g"
    if at.previous == "," and at.following == "l" and at.second() in "Gg" and at.words[at.index + 2].endswith("ing"):
        return "g" if at.last_verb and "".join(at.tags[at.index + 3 : at.index + 4] or ".") in "dcfnyYK" else "n"
    about = at.following == "i" and at.second() == "c" and at.words[at.index + 1] in _ABOUT
    fled = at.lexicon.lemmas.get(at.before()) in _FLIGHT  # "had fled fighting at home"
    tag = "n" if fled else _verbal_noun(at.words, at.index, at.previous, "v" if about else at.following)
    if tag == "n" and at.previous == "n" and at.following in "nd" and at.lexicon.is_of(at.before(), _PEOPLE):
        return "g"  # "a man gathering thatch"
    begins = at.lexicon.lemmas.get(at.before()) in _BEGIN and at.following in "nw"
    whom = _DONE_TO if is_plural(at.next_word()) else _PEOPLE
    if tag == "n" and begins and at.index > 1 and at.lexicon.is_of(at.next_word(), whom):
        return "g"  # "began killing people", "started burning houses"
    if tag == "n" and (at.previous in "yY" or at.lexicon.is_of(at.before(), _PEOPLE)) and _is_beside(at):
        return "g"  # ", with Russia warning of war"
    return tag


def _is_beside(at: _Place) -> bool:
    """Whether what stands before is who does something beside what is told: ', with X doing'."""
    first = at.index - 1
    while first > 0 and at.tags[first] in "nyYdjcG'AK":
        first -= 1
    whole = at.tags[first + 1] in "dcyY" or at.before().endswith("s")  # not "with rebel shelling reported"
    return whole and at.words[first] == "with" and at.tags[first - 1 : first] == [","]


_OF_A_DAY = ("night of ", "evening of ", "morning of ", "afternoon of ")


def _time_or_owner(at: _Place) -> str:
    if at.before() in _AMONG and at.next_word() in at.lexicon.event_heads and at.word().split()[-1] in _OF_DAYS:
        return "A"  # "arrested in overnight raids", "killed in Monday clashes"
    second = at.words[at.index - 2] if at.index > 1 else ""
    if at.word().startswith(_OF_A_DAY) and at.following != "'":
        return "T"  # "on the night of Saturday gunmen killed three"
    tag = _time(at.previous, at.following, at.before(), second)
    if tag == "A" and at.following == "e" and at.second() and at.second() in "dcvfKCD":
        return "T"  # "over the past day killed three people", "the military last week reported that"
    return tag


def _adjective(at: _Place) -> str:
    if at.word() in _DONE and (at.previous in "xB" or at.previous + at.following in _DONE_BETWEEN):
        return "e"  # "was planned by", "the rebels planned an attack", "the gunmen, suspected to be", "he alleged that"
    if at.word() in _HELD and at.previous in "xB" and at.next_word() == "by":
        return "e"  # "is besieged by rebels"
    if at.previous == "h" and at.following in "dDfyY" and at.word() in _HAVING:
        return "e"  # "has alleged that", "have besieged the town"
    many = at.following in "cv" or at.next_word() == "millions"
    if at.word() == "displaced" and at.previous in "l," and many and at.last_verb:
        return "e"  # "killed 30 people and displaced 4,000"
    objects = "dcvKyYfnae" if at.previous in "mt" else "dcvKyYf"
    if at.previous in "mtxBnyYf" and at.following in objects and at.word() in at.lexicon.lemmas:
        return _verb_with_object(at)
    if at.previous == "s" and at.following in "dyYcK" and at.word().endswith("ing"):
        return "g"  # "while visiting Paris"
    if at.previous == "'" and at.following not in _BEFORE_NOUNS and at.word() in at.lexicon.nouns:
        return "n"  # "Israel's military said"
    ends = at.following in "xhp" or (at.following in "l," and at.second() in ("c", "d"))  # "three Chinese and a Thai"
    counted = ends and at.previous == "c" and (at.word() == "other" or at.word() not in at.lexicon.tags)
    if counted or (at.previous == "d" and at.following == "e" and at.word() in BEARINGS):
        return "n"  # "one Israeli was killed", "one other was wounded", "gunmen in the north shot dead two"
    tells = (at.following == "e" and at.next_word() not in _MADE_BY) or at.following == "z" or at.next_word() == "says"
    if at.word() in _FORCES and at.before() in _OF_ALL and tells:
        return "n"  # "the military bombed camps", "the military says six died"
    goes_on = at.previous == "l" and at.last_verb in ("b", "z") and at.next_word() == "fire"  # "enter X and open fire"
    return "b" if at.word() == "open" and (goes_on or opens_fire(at.words, at.index, at.previous)) else "j"


def _adverb(at: _Place) -> str:
    """'would close newspapers', 'will back the plan': an adverb that is a verb behind a modal."""
    if at.word() == "more" and at.previous in "ebgp" and at.following in "nj":
        return "j"  # "seized more territory"
    acts = at.previous == "m" and at.tags[at.index - 1] == "m" and at.following in "dcvKyYfn"
    return "b" if acts and at.lexicon.lemmas.get(at.word()) == at.word() else "a"


def _verb_with_object(at: _Place) -> str:
    """An adjective that is a verb form too, before what it is done to: 'will free 300', 'rebels occupied the town'."""
    word = at.word()
    if at.previous in "mt":
        return "b" if at.lexicon.lemmas[word] == word else "j"
    if at.previous in "xB":
        return "g" if word.endswith("ing") else "j"
    opens = at.following in "yY" and not at.last_verb and is_plural(at.before())  # "rebels besieged Kaura"
    return "e" if word.endswith("ed") and (opens or at.following in "dcvK") else "j"


def _noun_or_verb(at: _Place) -> str:
    if at.word() in _CAPTIVE and at.previous in "nyYf" and at.before() not in at.lexicon.event_heads:
        taken = any(at.lexicon.lemmas.get(word) in _TAKES for word in at.words[max(0, at.index - _NEAR) : at.index])
        return "a" if taken else "n"  # "took eight guards hostage", but "would kill a Korean hostage"
    if at.word() == "home" and at.before() in _GOES_HOME:
        return "a"
    return "b" if at.previous == "m" and at.word() not in at.lexicon.tags else "n"


def _participle(at: _Place) -> str:
    behind = at.previous in "dj'c" or (at.previous == "i" and at.before() != "to")  # "the widow of slain General Mora"
    return "j" if behind and at.following in "njyYuw" else "q"


def _determiner(at: _Place) -> str:
    both = at.following in ("eqpg" if at.previous in "xhB" else "exhpmzb" if at.previous in "nyY" else "")
    both |= (
        at.previous == "," and at.following in "ep" and at.second() in "dcyYvf"
    )  # "X and Y, who met, both denied it"
    whole = at.word() == "all" and at.following == "d"  # "set all the houses ablaze" is about one thing
    her = at.word() == "her" and is_alone(at.words, at.tags, at.index)
    return "f" if her else "a" if whole or (both and at.word() in _EACH) else "d"  # "X and Y both condemned it"


def _preposition(at: _Place) -> str:
    alone = at.following in "l.," and at.previous in "nyYf" and at.second() != "i" and at.before() not in _SELVES
    inside = at.word() in _WITHIN_IT and at.previous in "nyf" and at.following in "xh.,"
    inside = inside or (at.word() in _WITHIN_IT and at.before() == "those" and at.following in "xhl.,")
    if inside or (alone and at.word() in _STRANDED):  # "nine people inside were hurt"
        return "a"  # "took two men out and shot them"
    about = at.following == "c" and at.word() in _ABOUT
    if at.word() == "close to" and (at.following == "c" or (at.following == "d" and at.second() == "c")):
        about = True  # "close to a hundred people"
    given = "e" if at.word() == "given" and at.previous in "xBh" else "i"  # "was given ten years", "has given its word"
    return "v" if about and not is_time(at.words, at.index + 2, at.lexicon) else given


def _subordinator(at: _Place) -> str:
    return "a" if at.previous == "h" and at.following in "epq" else "s"


def _verb_or_noun(at: _Place) -> str:
    tag = at.tags[at.index]
    if at.index == 0 and tag == "z" and at.following in "epx":
        return "n"  # "Shares rallied"
    if tag == "b" and _begins_noun(at):
        return "n"
    if tag == "b" and at.previous in "epzb" and at.following in "nw" and at.before() not in _HELPS:
        return "n"  # "fired tear gas", "hold direct talks"
    hurt = at.previous == "j" and at.before() in _THE_HURT  # "The dead include three children"
    return "n" if at.previous in "dj'cA" and not hurt and tag + at.previous != "bc" else tag  # "Six die in blast"


_DECIDE: dict[str, Callable[[_Place], str]] = {
    "u": _noun_or_base,
    "w": _noun_or_third,
    "e": _past_or_participle,
    "D": lambda at: _which(at) or _that(at.tags, at.index, at.previous, at.following),
    "G": _gerund_or_noun,
    "g": lambda at: "j" if _is_between(at) else _ing(at.previous, at.following),
    "T": _time_or_owner,
    "t": lambda at: _to_do(at) or _to(at.words, at.tags, at.index),
    "j": _adjective,
    "n": _noun_or_verb,
    "q": _participle,
    "d": _determiner,
    "i": _preposition,
    "f": _pronoun,
    "s": _subordinator,
    "b": _verb_or_noun,
    "z": _verb_or_noun,
    "a": _adverb,
    "l": lambda at: "a" if at.word() == "yet" and at.previous in "hxk" else "l",  # "nobody has yet said"
}


def _to_do(at: _Place) -> str:
    """'urged X to free a lawyer', 'agreed to open talks': an adjective that is a verb before what it is done to."""
    after = at.index + 1
    tags, word = at.tags, at.words[after] if after < len(at.words) else ""
    if word not in _TO_DO or after + 1 >= len(tags):
        return ""
    behind = after + 1
    while behind + 1 < len(tags) and tags[behind] in "aej":
        behind += 1  # "to free more prisoners", "to free captured soldiers"
    opened = at.words[behind] in _OPENED if word != "free" else at.lexicon.is_of(at.words[behind], _PEOPLE)
    if tags[behind] not in "dyYcK" and not (tags[behind] in "nwu" and opened):
        return ""  # "close to the strait", "led to open war"
    tags[after] = "b"
    return "t"


def _to(words: list[str], tags: list[str], index: int) -> str:
    """'to' before a verb or before a noun: 'tried to kill', 'the road to Kabul', 'responded to attacks'."""
    after = index + 1
    if index and words[after : after + 1] == words[index - 1 : index]:
        tags[after] = "n"
        return "i"  # "from house to house"
    while after < len(tags) and tags[after] in "ak":
        after += 1
    following = tags[after] if after < len(tags) else "."
    if following == "u":
        return "i" if index and words[index - 1] in _TO_NOUNS else "t"
    if following == "p" and words[after] == "lay":
        tags[after] = following = "b"  # the past of "lie" besides
    if following in "bxh":
        return "t"
    return "t" if following == "e" and words[after] in _SAME_PAST else "i"


def _base(words: list[str], tags: list[str], index: int, previous: str, following: str) -> str:
    if index and words[index - 1] in _HELPS:
        return "b"
    if previous == "t":
        before = words[index - 2] if index >= 2 else ""
        return "n" if before in _TO_NOUNS else "b"
    if previous in "mofr" or (tags[index - 1] == "a" and index and previous in "nylr" and following in "dfvcnyYj"):
        return "b"
    about = following == "i" and tags[index + 2 : index + 3] == ["c"] and words[index + 1] in _ABOUT
    only = following == "a" and "".join(tags[index + 2 : index + 3]) in _AFTER_ONLY  # "hit only what they call a base"
    if (
        previous in "ny"
        and (following in "dfv" or about or only)
        and is_plural(words[index - 1])
        and tags[index - 1] == previous
    ):
        return "b"
    return "n"


def _third(previous: str) -> str:
    return "z" if previous in "rf" else "n"


def _ed(words: list[str], tags: list[str], index: int, previous: str, following: str) -> str:
    adverb_between = index > 0 and tags[index - 1] == "a"
    if previous in "xBIhmot":
        return "e"
    if previous in "dj'AK" or (previous == "c" and following in "njyYuwG"):
        if following in _NOUNISH and not (previous == "j" and following in "c"):
            return "j"
        return "n" if previous in "d'" and not adverb_between else "e"
    if previous == "c":
        return "n" if words[index] in _TALLIED and following not in "dcvKf" else "e"
    if previous in "ivgs" and following in "njyYuw":
        return "j"  # "under armed guard", "using guided missiles"
    if previous in "ebz" and not adverb_between and following in "nyYuw" and words[index + 1] != "dead":
        return "j"  # "freed jailed opposition leaders"
    if previous in "iv" and following == "l" and tags[index + 2 : index + 4] in (["e", "n"], ["e", "u"], ["e", "w"]):
        return "j"  # "relatives of tortured and captured persons"
    if index == 0 and following in "nj":
        return "j"
    return "e"


def _that(tags: list[str], index: int, previous: str, following: str) -> str:
    if previous == "i" or (previous == "." and following in "njcuw"):
        return "d"
    if following == "," and previous in "nyYcdfG" and previous != ".":
        return "r"
    if following in "xhmoebzpqu" or (following == "a" and index + 2 < len(tags) and tags[index + 2] in "xhmoebzpqu"):
        return "r" if previous in "nyYcdfGT" else "C"
    return "C"


def _verbal_noun(words: list[str], index: int, previous: str, following: str) -> str:
    if previous in "xBI":
        return "g"
    if previous in "dj'cAv":
        return "n"
    takes_object = following in "dcfyvKYj" or (following == "n" and previous in "i,sl")
    takes_object |= following == "w" and previous == "i"  # "accused of burning houses"
    if takes_object:
        return "g"
    many = index > 0 and is_plural(words[index - 1])  # no "mass shooting", no "bus bombing"
    if previous == "n" and many and following not in "i,.":
        return "g"
    return "n"


def _is_between(at: _Place) -> bool:
    """'ambushed patrolling soldiers': a participle between a verb and people; 'in surrounding villages'."""
    if at.word() == "surrounding":
        return at.following in "njuw" and at.previous not in "xBnyYf"
    if at.word() in _DOING and at.following == "n" and at.second():
        head = at.words[at.index + 2] if at.second() in "nuwG" else at.next_word()  # "striking tin miners"
        known = at.lexicon.nouns.get(head, ())
        return at.previous not in "xB" and any("civilians" in each.classes for _, each in known)  # "striking miners"
    begins = at.lexicon.lemmas.get(at.before()) in _BEGIN  # "began arresting protesters"
    return at.previous in "ep" and not begins and at.following == "n" and at.lexicon.is_of(at.next_word(), _PEOPLE)


def _ing(previous: str, following: str) -> str:
    if previous in "d'jcA" and following in "njuw":
        return "j"
    if previous in "d'":
        return "n"
    return "g"


def _time(previous: str, following: str, before: str, second: str = "") -> str:
    """A time is an adjective before a noun ("a May 2019 attack") and as an owner ("Friday's attack")."""
    if following == "'" or (previous in "djc'" and following in "njuwyYGe"):
        return "A"
    if previous == "i" and following == "n" and before in _AT_OCCASIONS and second not in _PARTS_OF_DAYS:
        return "A"
    return "T"
