"""Finding the verb of a clause that seems to have none: headlines and words that are nouns elsewhere.

What belongs here: which noun of a clause without a verb is its verb. What does not: what each word is in its place
(atoms.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitrep.ontology.patterns.lexicon import Lexicon

if TYPE_CHECKING:
    from sitrep.extract.atoms import Atoms

_FINITE, _ENDS = frozenset("xhmopbz"), frozenset(",;:-srC.")
_COUNTED = frozenset({"toll", "number", "dead", "deaths", "figure", "tally", "count"})
#: Verbs behind which "that" has a clause with the plain verb: "urged that he leave".
_WISHES = frozenset(
    "demand insist urge ask request propose recommend suggest order command require stipulate advise plead beg".split()
)
_HARMED = frozenset({"killed", "wounded", "injured", "hurt", "slain"})
_HARMED_ONES = _HARMED | {"dead"}
_ON_DEEDS = (["blamed", "on"], ["claimed", "by"])
#: "X claims responsibility", behind the comma of a headline.
_CLAIMING, _CLAIMED_SO = frozenset({"claims", "claim"}), frozenset({"responsibility", "credit", "it", "attack"})
_OF_ITSELF = frozenset({"a", "an", "the", "which", "who"})  # "X, an armed group, claims responsibility"
_GROWS = frozenset({"rises", "climbs", "jumps", "falls", "drops", "soars"})
_AWAY = frozenset({"off", "up", "out", "over"})
_ENDING, _PEOPLE_ALONE = frozenset({"ends", "starts", "braces"}), frozenset({"people"})
_WITHOUT_OBJECT = frozenset("march rally protest clash battle rain land crash demonstrate rise surge".split())
_TRADING = frozenset({"trade", "exchange", "swap"})
_TRADED = frozenset(
    "fire gunfire accusations barbs blame blows strikes attacks threats shots shells prisoners captives heavy".split()
)
#: What police do more often than they are: "police suspect involvement of".
_MINDS = frozenset({"suspect", "fear", "probe", "rests", "points", "falls"})
_GUILT = frozenset({"suspicion", "suspicions", "finger", "fingers", "blame"})  # "suspicion rests on": no rests
_OF_TALKS = frozenset({"peace", "ceasefire", "truce", "trade", "border", "unity", "crisis"})  # nobody who talks
_LANDS, _WEAPON = frozenset({"strike", "hit", "pound", "target"}), frozenset({"weapon"})  # "missiles strike station"
_FIRED = frozenset({"shots", "shells", "rockets", "missiles", "rounds", "bullets", "mortars"})
_DOERS, _DONE_TO = frozenset({"people", "weapon"}), frozenset({"people", "facility"})
#: Nouns that an event stands before: "the attack site" is none that is attacked.
_OF_EVENTS = frozenset(
    "site area victim victims survivor survivors suspect suspects witness witnesses mastermind leader target member "
    "members".split()
)
#: What is done to the leader, suspect or member behind it: no "police arrest leader".
_TAKING = frozenset("arrest free release capture seize rescue charge question".split())
_SAYS, _LONGEST_SPEAKER = frozenset({"say", "says", "said"}), 6
_PLURALS = frozenset(
    {"police", "men", "women", "people", "troops", "taliban", "forces", "children", "gunmen", "policemen", "aircraft"}
    | {"dead", "deceased", "slain", "wounded", "injured"}
)


def is_plural(word: str) -> bool:
    """Whether a noun names several."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us")))


def leads_in(words: list[str], tags: list[str], index: int) -> bool:
    """'Opening fire, X fled', 'Firing in the air, X fled', 'Meeting in Y, X urged Z': who did it comes behind."""
    if words[index] == "opening":
        return words[index + 1 : index + 2] == ["fire"]
    if index or words[index] not in ("firing", "shooting", "meeting") or tags[1:2] != ["i"]:
        return False
    marks = [tag for tag in tags if tag in ",lbpeoxmhC"]
    return len(marks) > 1 and marks[0] == "," and marks[1] != ","


def tells_on(words: list[str], tags: list[str], index: int, lexicon: Lexicon) -> bool:
    """'stormed a village, shooting wildly and burning houses', 'of gunning down a judge': what was done, no noun."""
    if not 0 < index < len(tags) - 1 or tags[index - 1] not in ",li":
        return False
    if tags[index - 1] == "i":
        return (words[index + 1],) in lexicon.particles.get(lexicon.lemmas.get(words[index], ""), ())
    how, whom = tags[index + 1] == "a", tags[index + 1] in "uw"
    following = words[index + 1]
    return (how and following.endswith("ly")) or (whom and lexicon.is_of(following, _DONE_TO))


def opens_fire(words: list[str], index: int, previous: str) -> bool:
    """'gunmen open fire': no fire is open."""
    fire = words[index + 1 : index + 2] == ["fire"]
    return fire and index > 0 and (previous in "m" or (previous in "nyY" and is_plural(words[index - 1])))


def is_alone(words: list[str], tags: list[str], index: int) -> bool:
    """Whether "her" means a woman, not whose something is: 'shot her dead', 'murdered her in Gao'."""
    following = (*tags[index + 1 : index + 3], ".", ".")
    after = words[index + 1] if index + 1 < len(words) else ""
    apart = following[1] not in "nyYuwjeqc" and (after == "dead" or following[0] == "a")
    return apart or (following[0] in ".,;:isltDdfxhmrC" and after != "past")


def find_verb(atoms: Atoms, lexicon: Lexicon) -> None:
    """Finds the verb of clauses that have none: 'Bomb kills 10', 'if Eritrea launches more attacks'."""
    tags, headline = atoms.tags, atoms.headline
    _claim_behind(atoms, lexicon)
    for index, tag in enumerate(tags):
        is_noun = tag == "n"
        if (not is_noun and (tag == "s" or tag == "C")) or (headline and atoms.words[index] == "as"):
            _verb_between(atoms, index + 1, _boundary(tags, index + 1), lexicon)
            if tag == "C" and lexicon.lemmas.get(atoms.words[index - 1]) in _WISHES:
                _wished(atoms, index + 1, _boundary(tags, index + 1), lexicon)
        if is_noun and index + 1 < len(tags) and tags[index + 1] == "t":
            _means_to(atoms, index, lexicon)
        if is_noun and index and atoms.words[index] in _MINDS:
            _suspects(atoms, index)
    if not _has_verb(tags) or (atoms.headline and _FINITE.isdisjoint(tags)):
        _verb_between(atoms, 0, len(tags), lexicon)
    elif (end := _boundary(tags, 0)) < len(tags) and _FINITE.isdisjoint(tags[:end]) and _goes_on(atoms, end):
        _verb_between(atoms, 0, end, lexicon)
    for index in [i for i, tag in enumerate(tags) if tag == ";"] if atoms.headline else ():
        _verb_between(atoms, index + 1, _boundary(tags, index + 1), lexicon)  # "Army hits camps; shells rain on X"
    if atoms.headline:
        _tell_by_participle(tags)
        _harm_numbers(atoms)
        _list_verbs(atoms, lexicon)
        _free(atoms)


def _claim_behind(atoms: Atoms, lexicon: Lexicon) -> None:
    """'Blast kills six in Beni, X claims responsibility': in a headline the comma ends what happened."""
    words, tags = atoms.words, atoms.tags
    for index in range(2, len(words) - 1 if atoms.headline else 0):
        if words[index] not in _CLAIMING or words[index + 1] not in _CLAIMED_SO:
            continue
        comma = next((i for i in range(index - 1, max(0, index - _LONGEST_SPEAKER), -1) if words[i] == ","), 0)
        if 2 < comma < index - 1 and words[comma + 1] not in _OF_ITSELF:
            tags[comma], tags[index] = ";", "z" if words[index] == "claims" else "b"
            if _FINITE.isdisjoint(tags[:comma]) and _HARMED_ONES.isdisjoint(words[:comma]):
                _verb_between(atoms, 0, comma, lexicon)


def _tell_by_participle(tags: list[str]) -> None:
    """'10 soldiers, boy slain in Samar clash': the only verb of a headline."""
    at = next((i for i, tag in enumerate(tags) if tag == "q" and i and tags[i - 1] in "nyY"), None)
    if at is not None and "i" not in tags[:at] and not any(tag in _FINITE or tag == "e" for tag in tags):
        tags[at] = "e"


def _free(atoms: Atoms) -> None:
    """'Rebels free hostages', 'Maoists free abducted collector': nobody is free there."""
    words, tags = atoms.words, atoms.tags
    at = words.index("free") if "free" in words else 0
    if not 0 < at < len(tags) - 1 or not _FINITE.isdisjoint(tags):
        return
    beside = is_plural(words[at - 1]) and tags[at - 1] in "nyY" and tags[at + 1] in "dcnyYjqep"
    apart = at > 2 and tags[at - 2] == "i" and tags[at + 1] in "cnq" and is_plural(words[at - 3])
    if beside or apart:  # "Rebels in X free hostages"
        tags[at] = "b"


def _harm_numbers(atoms: Atoms) -> None:
    """'Four killed by police', 'Police: Four shot dead in Conakry': what befell a number, in a headline with no verb.

    Of those 'among dead' and 'among wounded' it says that they are.
    """
    words, tags = atoms.words, atoms.tags
    if "among" in words[:-1] and words[at := words.index("among") + 1] in _HARMED_ONES:
        tags[at] = "n" if tags[at] in "jen" else tags[at]
    start = 1 + max((i for i, tag in enumerate(tags) if tag == ":"), default=-1)
    hang = [at for at in range(start + 3, len(words) - 1) if words[at : at + 2] in _ON_DEEDS]  # "in a raid blamed on X"
    told = (tag for at, tag in enumerate(tags) if at not in hang)
    if tags[start : start + 1] != ["c"] or len(tags) < start + 4 or any(tag in _FINITE or tag == "e" for tag in told):
        return
    by = words[start + 1] in _HARMED and (words[start + 2] == "by" or bool(hang))
    if tags[start + 1] in "nj" and (by or words[start + 1 : start + 3] == ["shot", "dead"]):
        tags[start + 1] = "e"


def _list_verbs(atoms: Atoms, lexicon: Lexicon) -> None:
    """'Blast kills one, hurts nine': what stands between a comma and a number, behind a verb of its form."""
    tags = atoms.tags
    for index in range(2, len(tags) - 1):
        alone = tags[index] == "n" and tags[index - 1] in ",l" and tags[index + 1] == "c"
        if alone and lexicon.tags.get(atoms.words[index]) == "w" and "z" in tags[:index]:
            tags[index] = "z"


def _has_verb(tags: list[str]) -> bool:
    """Whether a verb stands there by which a sentence may be told."""
    for index, tag in enumerate(tags):
        if tag in _FINITE:
            if tag != "b" or index == 0 or tags[index - 1] != "t":
                return True
        elif tag == "e" and (not _is_reduced(tags, index) or _ends_remark(tags, index)):
            return True
    return False


def _goes_on(atoms: Atoms, end: int) -> bool:
    """Whether what follows the first clause is below it: 'Police suspect X in the raid that killed two'."""
    rest = atoms.words[end + 1 :]
    says = atoms.headline and atoms.tags[end] == "," and len(rest) <= _LONGEST_SPEAKER
    # "Blast hits mosque, police say"; "Gunmen raid villages, abduct scores"; "Taliban attacks post, kills six"
    lists = atoms.headline and atoms.tags[end : end + 2] in ([",", "b"], [",", "z"])
    return atoms.tags[end] in "rs" or lists or (says and not _SAYS.isdisjoint((*rest[:1], *rest[-1:])))


def _suspects(atoms: Atoms, index: int) -> None:
    """ "police suspect rebels were behind it": what they suspect has its own verb; "a police suspect" is a noun."""
    tags, before = atoms.tags, atoms.tags[index - 2] if index > 1 else "."
    if atoms.words[index - 1] in _GUILT and tags[index + 1 : index + 2] == ["i"]:
        tags[index] = "z"
    several = is_plural(atoms.words[index - 1]) and tags[index - 1] in "ny"
    end = _boundary(tags, index + 1)
    behind = tags[index + 1 : end]
    whole = several and before not in "djcnyY'i"
    if several and atoms.words[index] == "suspect" and "of" in atoms.words[index + 2 : end]:
        doing = atoms.words.index("of", index + 2) + 1  # "Thai police suspect separatists of having set fire to it"
        whole |= before not in "c'i" and doing < end and tags[doing] in "ghB"
        behind = [*behind, "e"] if whole else behind
    says = tags[index + 1 : index + 2] == ["C"] or (before == "l" and behind[:1] == ["y"])
    if says and several and atoms.words[index] == "suspect" and before in '.,l:;"dj':
        tags[index] = "b"  # "officials suspect that X planted it", "nobody claimed it, but officials suspect X"
    if whole and behind[:1] and behind[0] in "nyYjdfcK" and any(tag in _FINITE or tag == "e" for tag in behind):
        tags[index] = "b"


def _wished(atoms: Atoms, start: int, end: int, lexicon: Lexicon) -> None:
    """'demanded that the president step down': what is wished has the plain verb, whoever is to do it."""
    tags = atoms.tags
    if any(tags[i] in _FINITE or tags[i] == "e" for i in range(start, end)):
        return
    for index in range(start + 1, min(end, len(tags) - 1)):
        word, after = atoms.words[index], atoms.words[index + 1]
        if tags[index] != "n" or tags[index - 1] not in "nyYf" or lexicon.tags.get(word) != "u":
            continue
        goes_on = tags[index + 1] in "dfvcyYKai" or (after,) in lexicon.particles.get(word, ())
        who = tags[index - 1] in "yY" and tags[index + 1] in "nj"  # "that Israel halt settlement construction"
        if goes_on or who or is_plural(after):
            tags[index] = "b"
            return


def _means_to(atoms: Atoms, index: int, lexicon: Lexicon) -> None:
    """'India refuses to negotiate, a diplomat said': one who means to do it, in a clause that has no other verb."""
    tags = atoms.tags
    start = next((i + 1 for i in range(index - 1, -1, -1) if tags[i] in ",;:srC.Dp"), 0)
    subject = tags[index - 1] in "nyYf" and start < index and not is_plural(atoms.words[index - 1])
    if lexicon.tags.get(atoms.words[index]) != "w" or not subject or tags[start] not in "dyYnjf":
        return
    below = index + 2  # the verb that is meant to be done: "to have killed"
    while below < len(tags) and tags[below] in "akhxB":
        below += 1
    inside = [*range(start, index), *range(below + 1, _boundary(tags, index))]
    if not any(tags[i] in "xhmopze" or (tags[i] == "b" and tags[i - 1] != "t") for i in inside):
        tags[index] = "z"


def _boundary(tags: list[str], start: int) -> int:
    """Where a clause that begins at an atom ends at the latest."""
    return next((i for i in range(start, len(tags)) if tags[i] in _ENDS), len(tags))


def _verb_between(atoms: Atoms, start: int, end: int, lexicon: Lexicon) -> None:
    tags = atoms.tags
    if any(tags[i] in _FINITE or tags[i] == "e" for i in range(start, end)) and start:
        return
    for index in range(start + 1, min(end, len(tags) - 1)):
        word = atoms.words[index]
        known = lexicon.tags.get(word)
        if tags[index] != "n" or tags[index - 1] not in "nyYcjf" or known not in ("u", "w"):
            continue
        if known == "w" and (_is_surely_noun(atoms, index, lexicon) or _takes_verb(atoms, index, lexicon)):
            continue
        following = _behind(atoms, index, lexicon)
        counts = atoms.words[index - 1] in _COUNTED or (word in _GROWS and tags[index + 2 : index + 3] == ["c"])
        ends = word in _ENDING and following == "i"  # "Hotel siege ends with 12 dead"
        if ends or (known == "w" and counts and atoms.words[index + 1] in ("to", "at", "by", "past", "above")):
            tags[index] = "z"  # "the toll stands at 84", "toll in X strike rises to five"
            return
        lists = start == 0 and _lists_doers(atoms, index)
        plural_before = lists or is_plural(atoms.words[index - 1])
        agrees = plural_before != (known == "w") or tags[index - 1] in "yY"
        agrees = agrees or (known == "w" and _is_of_one(atoms, start, index))
        wanted = "dfvcyYK" if known == "u" else "dfvcyYnjKeag" if start == 0 else "dfvcyYnjKa"
        if word in _MINDS and plural_before and atoms.words[start] not in ("a", "an"):
            wanted += "nj"  # "Police suspect foul play"
        wanted += _headline_ends(atoms, index, lexicon, lists=lists) if known == "u" else ""
        means_to = following == "t" and tags[index - 1] in "nyY"  # "The army plans to attack"
        sure = word not in lexicon.event_heads or atoms.words[index + 1] in _AWAY  # no "call for", but "call off"
        many = (plural_before or tags[index - 1] == "y") and sure  # "Al-Shabaab gun down"
        means_to = means_to and (known == "w" or (atoms.headline and plural_before))  # "Rebels vow to attack"
        takes = means_to or ((known == "w" or many) and _takes_particle(atoms, index, lexicon))
        if agrees and takes:
            tags[index] = "z" if known == "w" else "b"
            return
        if agrees and following in wanted and not (following == "e" and known != "w"):
            tags[index] = "z" if known == "w" else "b"
            if atoms.headline and known == "u":
                _join_verbs(atoms, index + 1, end, lexicon)
            return


def _behind(atoms: Atoms, index: int, lexicon: Lexicon) -> str:
    """The tag behind a word that may be a verb; of 'Police arrest wanted man' an adjective's."""
    tags, word = atoms.tags, atoms.words[index]
    if word in _TAKING and tags[index + 1] == "e" and lexicon.tags[word] == "u" and _is_done_to(atoms, index, lexicon):
        tags[index + 1] = "j"
    return tags[index + 1]


def _is_of_one(atoms: Atoms, start: int, index: int) -> bool:
    """'Battle between police and gunmen leaves five dead': what left them is the one noun before the preposition."""
    if "i" not in atoms.tags[start + 1 : index] or atoms.tags[index + 1] not in "cKv":
        return False
    head = atoms.tags.index("i", start + 1) - 1
    return atoms.tags[head] == "n" and not is_plural(atoms.words[head])


def _is_surely_noun(atoms: Atoms, index: int, lexicon: Lexicon) -> bool:
    """'peace talks', 'suspected rebels': nouns, though they may be verbs elsewhere."""
    word, before = atoms.words[index], atoms.words[index - 1]
    if atoms.tags[index - 1] == "c" and before not in ("one", "1"):
        return True  # "three suspects dead"
    if word == "states" or (word == "talks" and before in _OF_TALKS):
        return True
    if atoms.tags[index + 1] == "e" and lexicon.is_of(word, _PEOPLE_ALONE):
        return True  # "Boko Haram suspects arrested"
    if atoms.tags[index - 1] == "j" and word in lexicon.event_heads and atoms.words[index + 1] in lexicon.lemmas:
        return True  # "Deadly blasts rock Kabul"
    # "Houthi rebels attack ship"
    acts = atoms.tags[index - 1] == "j" or lexicon.tags.get(atoms.words[index + 1]) == "u"
    return acts and lexicon.is_of(word, _DONE_TO)


def _takes_particle(atoms: Atoms, index: int, lexicon: Lexicon) -> bool:
    """'Envoy calls for talks', 'Men stab to death two': a headline's verb with what makes it one of its own."""
    word, before = atoms.words[index], atoms.words[index - 1]
    if not atoms.headline:
        return False
    who = atoms.tags[index - 1] in "yY" or lexicon.is_of(before, _DOERS)
    particles = lexicon.particles.get(lexicon.lemmas.get(word, word), ())
    behind = tuple(atoms.words[index + 1 : index + 3])
    return who and (behind[:1] in particles or behind in particles)


def _takes_verb(atoms: Atoms, index: int, lexicon: Lexicon) -> bool:
    """'Jos clashes claim 20 lives': what counts the next word's object is its subject."""
    counted = atoms.tags[index + 1 : index + 3] == ["n", "c"]
    return counted and is_plural(atoms.words[index]) and lexicon.tags.get(atoms.words[index + 1]) == "u"


def _lists_doers(atoms: Atoms, index: int) -> bool:
    """'Al-Shabaab, army clash', 'India, China hold border talks': a headline's comma stands for "and"."""
    before = atoms.tags[:index]
    return atoms.headline and "," in before[1:-1] and all(tag in "nyYjcd'," for tag in before)


def _headline_ends(atoms: Atoms, index: int, lexicon: Lexicon, *, lists: bool) -> str:
    """What else may follow a word of a headline that is a verb: 'Jets pound camps', 'Thousands march in Tbilisi'."""
    following = atoms.words[index + 1]
    if lists and atoms.words[index] in _TRADING:
        return "nj" if following in _TRADED else ""  # not "US, China trade war"
    if not atoms.headline or lexicon.tags.get(following) in ("w", "z"):
        return ""
    if following in _OF_EVENTS and not is_plural(atoms.words[index - 1]):
        return ""  # "Al-Shabaab attack victims"
    if atoms.words[index] in _WITHOUT_OBJECT:
        return "i"
    if lists or is_plural(following) or following not in lexicon.tags or _is_done_to(atoms, index, lexicon):
        return "nj"  # "armed men attack Awuol"
    return ""


def _is_done_to(atoms: Atoms, index: int, lexicon: Lexicon) -> bool:
    """'Gunmen storm Nigerian school': what several people or weapons do to one thing or person; no 'attack site'."""
    end = index + 1
    takes = atoms.words[index] in _TAKING
    end += takes and atoms.tags[end] == "e"
    while end < len(atoms.tags) and atoms.tags[end] in "njyY":
        end += 1
    done_to, doer = atoms.words[end - 1], atoms.words[index - 1]
    acts = is_plural(doer) and lexicon.is_of(doer, _DOERS) and (takes or done_to not in _OF_EVENTS)
    named = atoms.tags[index - 1] == "y" and done_to not in _OF_EVENTS  # "Al-Shabaab storm village"
    if named and lexicon.is_of(done_to, _DONE_TO) and not lexicon.is_of(done_to, _WEAPON | {"means"}):
        return True  # no "attack helicopter"
    lands = atoms.words[index] in _LANDS and lexicon.is_of(doer, _WEAPON) and done_to not in lexicon.event_heads
    fires = atoms.words[index] == "fire" and done_to in _FIRED  # "police fire warning shots"
    return acts and (lands or fires or lexicon.is_of(done_to, _DONE_TO))


def _join_verbs(atoms: Atoms, start: int, end: int, lexicon: Lexicon) -> None:
    """'GUNMEN SEIZE CITY HALL, BURN JAIL': verbs that follow commas in a headline with a plural subject."""
    for index in range(start + 1, min(end, len(atoms.tags) - 1)):
        bare = atoms.tags[index] == "n" and lexicon.tags.get(atoms.words[index]) == "u"
        if bare and atoms.tags[index - 1] in ",l" and atoms.tags[index + 1] in "dfvcyYnjK":
            atoms.tags[index] = "b"


def _ends_remark(tags: list[str], index: int) -> bool:
    """Whether an -ed form goes on behind a remark between commas: 'the front, known as X, claimed responsibility'."""
    closes = index > 3 and tags[index - 1] == "," and "," in tags[1 : index - 1]
    return closes and tags[index + 1 : index + 2] != ["i"] and tags[tags.index(",") - 1] in "nyY"


def _is_reduced(tags: list[str], index: int) -> bool:
    """Whether an -ed form can only be a participle: nothing before it could be its subject."""
    return index == 0 or tags[index - 1] in "i,"
