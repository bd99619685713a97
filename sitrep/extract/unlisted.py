"""Names that stand where only a place can stand, and that no list of places has.

What belongs here: where such a name begins and ends, what beside it shows that it is a place, the names listed with it
and its other mentions. What does not: where the place lies (localities.py), and the places that are known (placing.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sitrep.extract.shouted import ENGLISH
from sitrep.extract.spans import Span, Spans
from sitrep.extract.text import ABBREVIATIONS, Text
from sitrep.ontology import Ontology

#: Words after which a name is nearly always a place; "to" is followed by too much else.
PLACING = frozenset({"in", "near", "outside", "around", "at", "into", "nearby"})
#: Words for a place that stand before or behind its name.
_ONE = frozenset(
    """village town city district area hamlet suburb neighbourhood neighborhood township county municipality locality
    province settlement camp crossing quarter commune parish region state territory tehsil sub-district subdistrict
    community chiefdom chieftaincy kebele woreda wereda barangay sitio purok upazila thana taluka mandal payam boma
    subcounty sub-county ward canton cercle prefecture sub-prefecture subprefecture division subdivision sub-division
    vereda corregimiento municipio barrio ejido kampung desa raion rayon hromada nahiya kibbutz moshav outpost lga
    groupement arrondissement department island valley governorate panchayat tambon moo colline""".split()
)
MANY = frozenset(
    """villages towns cities districts areas hamlets suburbs neighbourhoods neighborhoods townships counties
    municipalities localities provinces settlements camps communities barangays communes quarters wards kebeles woredas
    territories""".split()
)
KINDS = _ONE | MANY
#: Behind a dash: "the Muslim-majority areas", "Western-trained forces".
_PEOPLED = frozenset(
    "majority minority dominated inhabited populated speaking trained backed led based held controlled run appointed "
    "born made style funded sponsored allied aligned affiliated linked inspired occupied administered ruled owned era "
    "supported leaning armed registered flagged built supplied bound".split()
)
BEARINGS = frozenset(
    """north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern""".split()
)
#: Kinds that stand right before a name: "Barangay Planas", "Sitio Mambog".
AHEAD = frozenset("barangay brgy sitio purok kampung desa tambon vereda corregimiento barrio ejido camp".split())
#: Whose a camp is, between its name and the word: "Kwatas refugee camp".
_OF_CAMPS = frozenset({"refugee", "displacement", "displaced", "idp", "idps", "transit"})
#: Words between which and a name only "of" or nothing stands: "the mayor of X", "raided X".
_OF_PLACES = frozenset(
    {"residents", "inhabitants", "villagers", "mayor", "governor", "outskirts", "post", "garrison", "south", "north"}
    | {"market", "bazaar", "port"}
    | {"east", "west", "control", "capture", "fall", "siege", "people", "locals", "streets", "bombing", "shelling"}
    | {
        "base",
        "barracks",
        "outpost",
        "checkpoint",
        "airfield",
        "southwest",
        "southeast",
        "northwest",
        "northeast",
        "edge",
        "vicinity",
    }
)
#: Words before "known as X" that a place is called by.
_SPOTS = frozenset({"place", "places", "spot", "site", "point", "location", "market", "forest", "mountain", "farm"})
_OF_AREAS = frozenset({"provincial", "regional", "departmental", "administrative"})
_ANOTHER = frozenset({"another", "nearby", "neighbouring", "neighboring", "adjoining", "adjacent"})
_TAKEN = frozenset(
    {"raided", "stormed", "shelled", "bombed", "bombarded", "captured", "retook", "recaptured", "overran", "besieged"}
    | {"entered", "invaded", "reached", "fleeing", "fled", "left"}
)
#: Kinds so small that a name before one needs no other mark.
_SMALL = frozenset(
    """village hamlet district sub-district subdistrict township commune municipality community chiefdom kebele woreda
    wereda villages hamlets districts townships communes municipalities communities payam lga""".split()
)
_VILLAGE = frozenset({"village", "hamlet"})
_TOWNS = frozenset(
    """town village hamlet municipality city neighborhood neighbourhood department township canton jurisdiction suburb
    barrio""".split()
)
#: Deeds known by where they were: "the Kwatas massacre".
_DEEDS = frozenset(
    "massacre massacres ambush raid raids shelling attack attacks bombing bombings blast blasts clashes".split()
)
_FEASTS = frozenset({"easter", "christmas", "eid", "diwali", "ramadan", "ashura", "vesak", "passover", "nowruz"})
#: What "in" and "on" stand before that is no town: networks, tongues, parts of the world.
_NO_TOWNS = frozenset(
    "twitter facebook telegram instagram youtube whatsapp tiktok reddit snapchat arabic africa asia europe".split()
)
_STRIKES = frozenset({"attacked", "attack", "attacking", "struck", "torched", "looted", "razed"})
#: Words behind a bare name that was struck, where it is no person's: "attacked Kwatas on Monday".
_WHEN_STRUCK = frozenset({"on", "in", ",", "at", "late", "early", "overnight", "around", "again", "near"})
_ASSAULTS = frozenset({"attack", "attacks", "raid", "raids", "assault", "strike", "strikes", "offensive", "march"})
#: Words behind a name that show that it is a person's or a body's: "in Khan's view" is one too.
_NO_PLACE_BEHIND = frozenset({"'s", "'", "said", "says", "told", "and", "who", "has", "had"})
_THEIRS = frozenset(
    "wife husband brother sister mother father son daughter family parents widow death killers lawyer captors".split()
)
SPEAKS = frozenset({"said", "says", "told", "who", "added", "confirmed", "explained"})
#: What a name is part of that has a town around it: "at St Francis Church", "in Tayaran Square".
_BUILDINGS = frozenset(
    """church chapel cathedral mosque temple shrine synagogue monastery seminary hotel restaurant cafe school college
    university hospital clinic square street avenue boulevard roundabout prison jail mall plaza stadium theatre theater
    cinema palace hall tower club nightclub cemetery museum""".split()
)
#: Words after which a name is a place where what follows says what it lies in: "roared up to Kwatas in Burkina Faso".
_HELD = frozenset("to on upon through from across towards toward over off for by of".split())
#: ... but of these only behind such a word: "the battle for Kwatas in Sudan", no "warrant for Bemba in Congo".
_ONLY_BEHIND = {
    "for": frozenset("battle battles battling fight fighting fought clashes control push assault".split()),
    "of": frozenset(
        "market hospital chief ruler king emir bishop school forests forest hills port heart centre".split()
    )
    | frozenset("center bazaar police prison mosque church airport bridge road entrance gates area areas".split()),
    "by": frozenset({"near", "close"}),
}
#: What goes somewhere, or is sent or taken there.
_GOES = frozenset(
    """up went go rode ride drove came come moved headed marched travelled traveled returned fled flee rushed sent taken
    taking brought deployed dispatched evacuated transferred advanced way road back down delivered trucks""".split()
)
#: In capitals part of a street's name: "on Kwatas Road"; else where it leads: "on the Kwatas road".
_WAYS = frozenset({"road", "lane", "drive", "crescent", "highway", "expressway", "motorway"})
_SIEGES = frozenset({"siege", "fire", "torch"})
_ROADS = frozenset({"road", "highway", "bridge"})
LENGTHS_AWAY = frozenset("km kms kilometer kilometers kilometre kilometres mile miles metres meters".split())
#: What a town has and hardly anybody else: "Kwatas's market was shelled".
_OF_TOWNS = frozenset(
    """market markets bazaar hospital outskirts airport port streets suburbs suburb mayor residents inhabitants
    population district town city centre center downtown municipality neighbourhoods neighborhoods cathedral""".split()
)
_MAIN = frozenset({"main", "central", "only", "cattle", "general", "old", "largest", "busy"})
#: What follows the land that holds a place, where it is the end of the place's name and begins nothing: "Kwatas, Mali".
_ENDS = frozenset(". , ; : ) ( - on in at and when after by where killing leaving 's to who as late early from".split())
_BETWEEN = BEARINGS | KINDS | frozenset({"the", "a", "in", "of", "'s", "restive", "remote", "rural"})
_REACH = 7  # tokens behind a name in which what holds it stands
#: Words inside a name: "Pul e Khumri", "Santander de Quilichao".
_LINKS = frozenset("de del da do la las los el al e ul i wa bin es".split())
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "at", "ash", "ath", "az"})
_WORD = re.compile(r"[^\W\d_]")
_PLACE_WORDS = KINDS | PLACING
_LEADS_IN = PLACING | _TAKEN | AHEAD  # what may stand between another name and that of a place
_LONGEST = 4  # words of a name
_LISTED = 8  # names of one list


@dataclass(frozen=True, slots=True)
class Name:
    """A name at the tokens [first, last)."""

    first: int
    last: int
    text: str


@dataclass(frozen=True)
class Unlisted:
    """Finds the unlisted places of one text."""

    text: Text
    spans: Spans
    ontology: Ontology
    mixed_case: bool
    doubtful: dict[int, Span] = field(default_factory=dict)  # small known places that may be parts of longer names
    _covered: frozenset[int] = field(init=False)  # tokens of known names
    _shouted: frozenset[int] = field(init=False)
    _begins: frozenset[int] = field(init=False)
    _persons: frozenset[str] = field(init=False)  # surnames of those who speak, have an age, a wife, a title

    def __post_init__(self) -> None:
        object.__setattr__(self, "_covered", self._find_covered())
        object.__setattr__(self, "_shouted", self._find_shouted())
        object.__setattr__(self, "_begins", self._find_begins())
        object.__setattr__(self, "_persons", self._find_persons())

    def find(self) -> list[Name]:
        """The names, in order; each also where nothing marks it, once something has."""
        found = {name.first: name for name in self._marked()}
        for name in list(found.values()) if self.mixed_case else ():
            found |= {other.first: other for other in self._listed_with(name)}
        if self.mixed_case:
            found |= {name.first: name for name in self._again(found.values())}
        return [found[first] for first in sorted(found)]

    # ---- what is a name
    def _find_covered(self) -> frozenset[int]:
        covering = [span for span in self.spans.covering.values() if span.first not in self.doubtful]
        tokens = {token for span in covering for token in range(span.first, span.last)}
        return frozenset(tokens | set(self.spans.by_token))

    def _find_shouted(self) -> frozenset[int]:
        """The tokens of sentences in capitals alone, as headings are: "29 KILLED IN SERIES OF ATTACKS"."""
        text = self.text
        loud = (s for s in text.sentences if s.last - s.first > 3 and text.raw[s.start : s.end].isupper())
        return frozenset(token for s in loud for token in range(s.first, s.last))

    def _find_begins(self) -> frozenset[int]:
        """The tokens that begin a sentence or a quotation: their capital says nothing."""
        quoted = {i + 1 for i, word in enumerate(self.text.words) if word == '"'}
        return frozenset({s.first for s in self.text.sentences} | quoted)

    def _find_persons(self) -> frozenset[str]:
        words, titles = (*self.text.words, "", "", "", ""), self.ontology.patterns.cues["titles"]
        found = set()
        for at in self.text.marked:
            behind, second = words[at + 1], words[at + 2]
            aged = behind == "," and second.isdigit() and len(second) == 2 and words[at + 3] in (",", ".")
            theirs = (behind == "'s" and second in _THEIRS) or (behind == "and" and second in ("his", "her"))
            if behind in SPEAKS or aged or theirs or (at and words[at - 1] in titles):
                found.add(words[at])
        return frozenset(found)

    def _is_core(self, index: int) -> bool:
        """A word that is a name by itself: capital, no word of the language."""
        word = self.text.words[index]
        if len(word) < 3 or not (self.text.raw[self.text.starts[index]].isupper() or "-" in word):
            return False
        if word in self.ontology.patterns.lexicon.tags or index in self._covered or word in KINDS or word in _NO_TOWNS:
            return False
        if word.rpartition("-")[2] in _PEOPLED:
            return False
        if word in ABBREVIATIONS and self.text.words[index + 1 : index + 2] == ["."]:
            return False  # "outside Gov. Usman Kadal's house"
        return self._is_capital(index)

    def _is_capital(self, index: int) -> bool:
        start, word = self.text.starts[index], self.text.words[index]
        if word[0] not in "aeo" and not self.text.raw[start].isupper():
            return False
        article, dash, rest = self.text.raw[start : self.text.ends[index]].partition("-")
        first = rest[:1] if dash and article in _ARTICLES else self.text.raw[start]
        return first.isupper() and bool(_WORD.match(word))

    def _is_part(self, index: int) -> bool:
        """A short or single word with a capital that may stand beside a name's main word: 'Chaung Ma', 'La Cabuya'."""
        if not 0 <= index < len(self.text.words) or index in self._covered or index in self._begins:
            return False
        word = self.text.words[index]
        written = self.text.raw[self.text.starts[index] : self.text.ends[index]]
        is_word = word in self.ontology.patterns.lexicon.tags and len(word) > 2
        short = len(word) < 4 and not (len(word) > 1 and written.isupper())
        return short and not is_word and word not in _PLACE_WORDS and self._is_capital(index)

    def _joins(self, index: int) -> bool:
        """Whether only a blank stands between a token and the one before it."""
        return index > 0 and self.text.raw[self.text.ends[index - 1] : self.text.starts[index]] == " "

    def _run(self, index: int) -> Name:
        """The name whose first main word is at a token."""
        first, last = index, index + 1
        while last < len(self.text.words) and last - first < _LONGEST and self._joins(last):
            linked = self.text.words[last] in _LINKS and last + 1 < len(self.text.words)
            if self._is_core(last) or self._is_part(last):
                last += 1
            elif linked and self._joins(last + 1) and self._is_core(last + 1):
                last += 2
            else:
                last = self._tail(last)
                break
        while first > 0 and self._joins(first) and self._is_part(first - 1):
            first -= 1
        if self._small_behind(last) and self._joins(first) and self._is_head(first - 1):
            first -= 1  # "Saw Lon village"
        return Name(first, last, self.text.raw[self.text.starts[first] : self.text.ends[last - 1]])

    def _tail(self, index: int) -> int:
        """Behind the last word of a name that is a word, or another place's, by itself: 'Kwa Pauk village'."""
        span = self.spans.covering.get(index)
        if span is not None and span.place_id is None:
            return index
        last = span.last if span is not None else index + 1
        return last if self._small_behind(last) and self._is_capital(index) else index

    def _small_behind(self, index: int) -> bool:
        return index < len(self.text.words) and self.text.words[index] in _SMALL

    def _is_head(self, index: int) -> bool:
        """A word of the language with a capital inside a sentence, before a name: 'New Halfa village'."""
        word = self.text.words[index]
        plain = word in _PLACE_WORDS or index in self._covered or index in self._begins
        tag = self.ontology.patterns.lexicon.tags.get(word, "")
        return not plain and tag in ("p", "j", "n", "u", "e") and self._is_capital(index)

    # ---- what marks one as a place
    def _marked(self) -> Iterator[Name]:
        behind = 0
        for index in self.text.marked:
            if index >= behind and self._is_core(index):
                name = self._run(index)
                behind = max(name.last, index + 1)
                if self._is_place(name):
                    yield name

    def _is_place(self, name: Name) -> bool:
        words, first, last = self.text.words, name.first, name.last
        if self._is_people(name):
            return False
        if first == 0:
            return self.mixed_case and (self._is_told_what(last) or self._opens(last))
        before = words[first - 1]
        if (first - 1 in self._covered or self._is_core(first - 1)) and before not in _LEADS_IN:
            return False
        if not self.mixed_case or first in self._shouted:
            return self._is_shown_in_capitals(first, last)
        return self._stands_for_place(first, last)

    def _is_people(self, name: Name) -> bool:
        """'a Kuki village', 'the Kurdish town of Afrin': who lives there, as fighters are called by it, no name."""
        hits = self.ontology.actors.find(f"{name.text} fighters") if name.last == name.first + 1 else ()
        return any(hit.start == 0 for hit in hits)

    def _is_shown_in_capitals(self, first: int, last: int) -> bool:
        """'THE TOWNSHIP OF KWATAS', 'IN KWATAS VILLAGE': a word for a kind of place is all that shows a name there."""
        words = self.text.words
        if first > 1 and words[first - 1] == "of" and words[first - 2] in _TOWNS:
            return True
        if last == len(words) or words[last] not in _TOWNS or self.text.starts[last] > self.text.ends[last - 1] + 1:
            return False
        return words[first - 1] in ("in", "the", "at", "near", "from") and not words[last - 1].endswith(ENGLISH)

    def _stands_for_place(self, first: int, last: int) -> bool:
        """Whether the words around a name leave it no other sense than a place."""
        words = self.text.words
        before, behind = words[first - 1], words[last] if last < len(words) else ""
        earlier = words[first - 2] if first > 1 else ""
        if behind == "'s" and self._has_what_towns_have(last):
            return words[last - 1] not in self._persons
        if behind == "'s" or behind == "'" or (before == "at" and behind in _NO_PLACE_BEHIND):
            return False
        named = behind in _BUILDINGS or (behind in _WAYS and self.text.raw[self.text.starts[last]].isupper())
        if named and self._joins(last):
            return False
        named = before == "of" and (earlier in KINDS or earlier in _OF_PLACES)
        kind = behind in KINDS and before in ("in", "the", "of", "near", "at", "from", "outside", "around", "and")
        kind = kind or (behind in _OF_CAMPS and words[last + 1 : last + 2] in (["camp"], ["camps"]))
        kind = kind or (behind in _SMALL and self._goes_before(first)) or self._is_of_area(last)
        taken = (before in _TAKEN or (before == "on" and earlier in _ASSAULTS)) and behind not in _NO_PLACE_BEHIND
        taken = taken or (before in _STRIKES and (behind in _WHEN_STRUCK or behind in _ONE))
        taken = taken or (before == "the" and behind in _DEEDS and words[first] not in _FEASTS)
        if self._is_called(first) or (before == "," and behind == "," and self._names_kind(first)):
            return True
        if words[last - 1] in self._persons and before != "in" and not (kind or named or before in AHEAD):
            return False
        if before in PLACING or before in AHEAD or named or kind or taken or self._is_told_what(last):
            return True
        return (
            self._is_reached(first)
            or (self._may_be_held(first) and self._is_held(last))
            or (first in self._begins and self._opens(last))
        )

    def _has_what_towns_have(self, last: int) -> bool:
        """'Kwatas's main market', 'Kwatas's residents'."""
        words = self.text.words[last + 1 : last + 3]
        return words[:1] != [] and (words[0] in _OF_TOWNS or (words[0] in _MAIN and words[-1] in _OF_TOWNS))

    def _is_reached(self, first: int) -> bool:
        """'were rushed to Kwatas', 'laid siege to Kwatas', '20 km from Kwatas'."""
        words = self.text.words
        earlier = words[first - 2] if first > 1 else ""
        if words[first - 1] == "from":
            return earlier in LENGTHS_AWAY or earlier in _ROADS
        return words[first - 1] == "to" and (earlier in _GOES or earlier in _SIEGES)

    def _may_be_held(self, first: int) -> bool:
        """Whether what stands before a name lets it be a place, if what follows says what it lies in."""
        words = self.text.words
        before, earlier = words[first - 1], words[first - 2] if first > 1 else ""
        if before == ",":
            return any(word in _BUILDINGS or word in KINDS for word in words[max(0, first - 3) : first - 1])
        return before in _HELD and (before not in _ONLY_BEHIND or earlier in _ONLY_BEHIND[before])

    def _opens(self, last: int) -> bool:
        """'Kwatas in eastern Congo woke to gunfire', 'Kwatas's market was shelled', at the head of a sentence."""
        words = self.text.words[last : last + 2]
        if words[:1] == ["'s"]:
            return self._has_what_towns_have(last)
        return words[:1] == ["in"] and words[-1] in BEARINGS and self._is_held(last, ends=False)

    def _is_held(self, last: int, *, ends: bool = True) -> bool:
        """'in northern Mali', ', Mali,', '(Mali)': what follows a name says what it lies in."""
        words, at = self.text.words, last
        opening = words[at] if at < len(words) else ""
        if opening not in ("in", ",", "("):
            return False
        for token in range(last + 1, min(last + _REACH, len(words))):
            span = self.spans.covering.get(token)
            if span is not None:
                behind = words[span.last] if span.last < len(words) else "."
                return span.place_id is not None and (not ends or behind in _ENDS or behind in KINDS)
            if words[token] not in _BETWEEN:
                return False
        return False

    def _goes_before(self, first: int) -> bool:
        """Whether what stands before a name shows that its capital is its own: 'who "invaded" Kwatas village'."""
        before = self.text.words[first - 1]
        closed = before == '"' and first > 1 and self.text.ends[first - 2] == self.text.starts[first - 1]
        village = first + 1 < len(self.text.words) and self.text.words[first + 1] in _VILLAGE
        return closed or village or before not in (".", '"', "\n")

    def _is_of_area(self, last: int) -> bool:
        """'Kwatas, Chikun Local Government Area of Kaduna', 'Kwatas, in Kaduna State': what follows holds it."""
        words = self.text.words[last : last + 8]
        at = next((i for i in range(1, len(words) - 2) if words[i : i + 3] == ["local", "government", "area"]), 0)
        return words[:1] == [","] and at > 1 and "," not in words[1:at]

    def _is_called(self, first: int) -> bool:
        """'a place known as Miriga', 'a community called Ungwan Rogo'."""
        words = self.text.words[max(0, first - 3) : first]
        if words[-2:] == ["known", "as"] or words[-2:] == ["locally", "called"]:
            words = self.text.words[max(0, first - 4) : first - 3] if words[:1] == [","] else words[:1]
        elif words[-2:] in (["is", "called"], ["was", "called"], ["is", "named"]):
            words = words[:1]
        elif words[-1:] in (["called"], ["named"]):
            words = words[-2:-1]
        else:
            return False
        return bool(words) and (words[0] in KINDS or words[0] in _SPOTS)

    def _names_kind(self, first: int) -> bool:
        """'in the district capital, Kutum,', 'in another village, Zurak,'."""
        words = self.text.words[max(0, first - 3) : first - 1]
        if len(words) < 2:
            return False
        capital = words[1] == "capital" and (words[0] in KINDS or words[0] in _OF_AREAS)
        return capital or (words[1] in _ONE and (words[0] in _ANOTHER or words[0] == "the"))

    def _is_told_what(self, last: int) -> bool:
        """'Chaung Ma, a village in the south': an apposition says what it is."""
        words = self.text.words[last : last + 5]
        if len(words) < 4 or words[0] != "," or words[1] not in ("a", "an", "the"):
            return False
        return words[2] in _TOWNS or (words[3] in _TOWNS and words[2] not in ("mayor", "of"))

    # ---- names beside it, and again
    def _listed_with(self, name: Name) -> Iterator[Name]:
        """'the villages of Micolene and Muamula', 'Moetargyi and Kachinsu villages'."""
        words = self.text.words
        ahead = [w for w in words[max(0, name.first - 2) : name.first] if w in MANY or w in AHEAD]
        at, count = name.last, 0
        while (ahead or self._ends_alone(at)) and count < _LISTED and at < len(words) and words[at] in (",", "and"):
            at += 2 if words[at : at + 2] == [",", "and"] else 1
            following = self._run(at) if at < len(words) and self._is_core(at) else None
            if following is None or following.first != at:
                break
            yield following
            at, count = following.last, count + 1
        yield from self._listed_before(name)

    def _ends_alone(self, at: int) -> bool:
        """'in Chando and Nono.': a second name and nothing that it could do."""
        words = self.text.words
        if at + 1 >= len(words) or words[at] != "and" or not self._is_core(at + 1):
            return False
        last = self._run(at + 1).last
        return last >= len(words) or words[last] in (".", ",", ";", "on", "in", "and", ")")

    def _listed_before(self, name: Name) -> Iterator[Name]:
        words = self.text.words
        if name.last >= len(words) or words[name.last] not in MANY:
            return
        at, count = name.first - 1, 0
        while at > 1 and count < _LISTED and words[at] in (",", "and"):
            at -= 1 if words[at - 1] not in (",", "and") else 2
            begin = at
            while begin > 0 and self._joins(begin) and (self._is_core(begin - 1) or self._is_part(begin - 1)):
                begin -= 1
            if not self._is_core(at) and not self._is_part(at):
                return
            yield Name(begin, at + 1, self.text.raw[self.text.starts[begin] : self.text.ends[at]])
            at, count = begin - 1, count + 1

    def _again(self, found: Iterable[Name]) -> Iterator[Name]:
        """The other mentions of names that were marked once, where they do not name somebody."""
        taken = {token for name in found for token in range(name.first, name.last)}
        known = {name.text for name in found}
        if not known:
            return
        behind, others = 0, []
        for index in self.text.marked:
            if index >= behind and index not in taken and self._is_core(index):
                name = self._run(index)
                behind = max(name.last, index + 1)
                others.append(name)
        persons = {part for name in others for part in known if name.text != part and part in name.text.split()}
        for name in others:
            if name.text in known - persons and not self._is_somebody(name):
                yield name

    def _is_somebody(self, name: Name) -> bool:
        """Whether a word beside a name speaks of a person, or the name goes on as a body's: 'Rufaa Committee'."""
        words = self.text.words
        before = words[name.first - 1] if name.first else ""
        behind = words[name.last] if name.last < len(words) else ""
        goes_on = name.last < len(words) and self._joins(name.last) and behind not in KINDS
        capital = goes_on and self._is_capital(name.last) and self.text.raw[self.text.starts[name.last]].isupper()
        titled = before in self.ontology.patterns.cues["titles"] or (
            before == "." and name.first - 1 not in self._begins
        )
        return behind in SPEAKS or capital or (titled and self._joins(name.first))
