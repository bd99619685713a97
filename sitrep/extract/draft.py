"""What one sentence says of one event, as it grows from the sentence's own words to what the document knows.

What belongs here: the record alone. What does not: filling it from a sentence (drafting.py) or from others (story.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sitrep.extract.event import Event
from sitrep.extract.parties import Party
from sitrep.extract.settings import Where
from sitrep.extract.spans import Span
from sitrep.extract.status import Status
from sitrep.extract.text import Sentence
from sitrep.ontology.gazetteer import Places
from sitrep.records import CasualtyMention, Occurrence

_YEAR = 300  # days
_TOWNS, _OWN = frozenset({"place", "admin2"}), 2  # levels of places; strength of one that grammar ties to the event
_THESE = frozenset({"the", "these", "those", "all", "both"})


@dataclass(slots=True)
class Part:
    """A party in a role of an event."""

    role: str
    party: Party
    certainty: str = "stated"
    speaker: Party | None = None
    rule: str = ""  # how the text says so: "frame.subject", "toll.victim" ...


@dataclass(slots=True, eq=False)
class Draft:
    """What one sentence says of one event, before other sentences are heard."""

    sentence: Sentence
    event_type: str  # "": that of the happening which it belongs to
    rule: str
    start: int
    end: int
    status: Status
    is_title: bool = False
    parts: list[Part] = field(default_factory=list)
    tolls: list[CasualtyMention] = field(default_factory=list)
    echoes: list[CasualtyMention] = field(default_factory=list)  # of its tolls: known or outdated where others stand
    pieces: list[CasualtyMention] = field(
        default_factory=list
    )  # of its tolls: of some of the dead, where more are told
    when: Occurrence | None = None
    when_distance: int = 9
    time: Span | None = None
    anaphor: Span | None = None  # "a day earlier": counted from what was told before
    is_todays: bool = False  # what was told last before it was of "today"
    counts_back: bool = False  # "a day after the raid": the raid is a day before what was told
    where: Where | None = None
    beside: Where | None = None  # a place of its sentence that grammar ties to nothing: where its happening has none
    site: tuple[int, int] | None = None  # tokens of the whole phrase in which its sentence says where it was
    speaker: Party | None = None
    is_nominal: bool = False
    is_plural: bool = False  # told by a noun for several
    is_several: bool = False  # ... with a word that says so: "two attacks", "separate attacks"
    shifts: bool = False  # its sentence opens by leaving the scene: "Elsewhere", "Hours later", "The same day"
    is_separate: bool = False  # ... in words that allow of nothing else: "In a separate incident"
    is_also: bool = False  # "they also blew up a bridge", "a man meanwhile was shot": beside what was told
    goes_on: bool = False  # "he then set off his explosives"
    is_other: bool = False  # what a past time is known by: "since August, when fighters stormed posts"
    is_judged: bool = False  # "he condemned the attack": what somebody spoke of or answered
    is_apart: bool = False  # behind "after" or "since" in its clause: not what the clause tells
    brings_in: bool = False  # its people are new to the text: "gunmen killed two guards", not "the gunmen", "they"
    brings_back: bool = False  # who came to harm was spoken of before: "the gunmen", "they", "all four"
    side: frozenset[str] = frozenset()  # of its place: "in northern Yala"
    opens: bool = False  # its sentence opens with where it was: "In Yaldo, two men were shot dead"
    is_charge: bool = False  # what somebody in its sentence is sought or tried for: "a suspect in the murder of X"
    part_of: Draft | None = None  # the attack of which it tells a part: "The first blast killed 25."
    not_of: list[Draft] = field(default_factory=list)  # deeds of its sentence that its dead did not die in
    entry: int | None = None  # the entry of a list in which it is told, by the first sentence of that
    refers: bool = False  # says nothing by itself: kept only where an earlier mention is meant
    adds: bool = False  # "six more people": more of what was told
    only_harms: bool = False  # "Three people were hurt.": how, where and by whom another sentence tells
    is_lost: bool = False  # refers to nothing that was told: "an incident"
    is_avenged: bool = False  # "in retaliation for the killing of X": why the news happened
    told_on: Occurrence | None = None  # the day on which somebody told it, where its own is counted from that
    is_answered: bool = False  # what is told answers it: it came before
    claims: bool = False  # a claim of responsibility for what another sentence tells
    names: str = ""  # "they", of "they were X rebels": who did what was told before is named
    means: frozenset[str] = frozenset()
    event: Event | None = None
    heard: tuple[Party, ...] = ()  # named before in sentences that tell of no event
    tellers: tuple[int, ...] = ()  # where those of them stand who told something: "Police confirmed it."
    happening: int = -1
    rank: int = 0  # how many mentions of its happening were told before
    why: dict[str, str] = field(default_factory=dict)  # by which rule a field was filled, where not by its own words

    @property
    def is_fresh(self) -> bool:
        """Whether the words bring in something new: 'a blast', not 'the blast'."""
        return self.is_nominal and not self.status.definite and not self.status.told_which

    @property
    def tells_harm(self) -> bool:
        """Whether its words only tell that people came to harm: 'three were killed'."""
        return self.event is None or self.event.trigger.frame.harm is not None

    @property
    def is_new_figure(self) -> bool:
        """Whether it only says what a toll has come to, or was at first: a toll that was told before."""
        if self.event is not None or not self.tolls:
            return False
        early = any(toll.quote.split()[0].lower() not in _THESE for toll in self.echoes)
        return early or "toll.stated" in self.why.values()

    @property
    def own_time(self) -> Occurrence | None:
        """The time that its own clause gives it, in days or only in words."""
        return self.when if self.when_distance <= 1 else None

    @property
    def is_timed(self) -> bool:
        """Whether its own clause says when it was, or its sentence opens with it: 'On Monday two bombs ... killed'."""
        if self.when_distance <= 1:
            return True
        return (
            self.when_distance == 2
            and not self.status.definite
            and self.time is not None
            and self.time.first <= self.sentence.first + 1
        )

    def credit(self, pronoun: str, name: str) -> None:
        """Gives the figures that 'he' told to whom he is."""
        told = {id(t): replace(t, attributed_to=name) for t in self.tolls if t.attributed_to == pronoun}
        for figures in (self.tolls, self.echoes, self.pieces):
            figures[:] = [told.get(id(toll), toll) for toll in figures]

    def parties(self, role: str, second: str = "", third: str = "") -> list[Party]:
        """The parties in some roles; not those who deny that they did it."""
        return [
            part.party
            for part in self.parts
            if (part.role == role or part.role == second or part.role == third) and part.certainty != "denied"
        ]


def is_of_a_year(draft: Draft, places: Places) -> bool:
    """'the year's massacres', 'in 2024: the worst attacks': several, over a time in which no one thing happens.

    Not so "the 2008 Mumbai attacks": those of one town by their year are known as one.
    """
    when, where = draft.when, draft.where
    if not draft.is_plural or when is None or when.date_from is None or when.date_to is None:
        return False
    if (when.date_to - when.date_from).days < _YEAR:
        return False
    own = draft.status.definite and where is not None and where.strength <= _OWN
    place = places.get(where.span.place_id or "") if own and where is not None else None
    return place is None or place.level not in _TOWNS
