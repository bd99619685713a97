"""Ids that survive, aliases, and what each publish changed."""

import json
from collections.abc import Collection
from dataclasses import replace

from sitrep.resolve.history import Past, identify
from sitrep.resolve.memory import Memory
from tests.resolve.builders import Report, Said, killed, mention, next_history, run

SIBI = Said("bombing", "2024-01-30", "sibi", tolls=(killed(4),))


def ids(done):
    return dict(zip(done.frames["mention"]["mention_id"], done.frames["mention"]["incident_id"], strict=True))


def test_an_incident_keeps_its_id_when_reports_join_it(types):
    one = Report("one", "2024-01-30", (SIBI,))
    two = Report("two", "2024-01-31", (SIBI,))
    first = run(one, types=types)
    second = run(two, one, types=types, history=next_history(None, first), seq=2)
    assert ids(second) == {mention(one): ids(first)[mention(one)], mention(two): ids(first)[mention(one)]}


def test_when_two_become_one_the_older_id_stays(types):
    exact = Report("exact", "2024-01-30", (SIBI,))
    far = Report("far", "2024-01-31", (replace(SIBI, day=None, place=None, basis="unknown"),))
    first = run(far, types=types)
    both = run(exact, far, types=types, history=next_history(None, first), seq=2)
    history = next_history(next_history(None, first), both)
    kept = ids(first)[mention(far)]
    assert len(set(ids(both).values())) == 2  # nothing tells that the placeless one is the bombing in Sibi
    bridge = replace(far, said=(replace(SIBI, basis="unknown"),))
    merged = run(exact, bridge, types=types, history=history, seq=3)
    assert ids(merged) == {mention(exact): kept, mention(bridge): kept}
    gone = ids(both)[mention(exact)]
    assert merged.frames["incident_alias"].to_dict("records") == [{"alias_id": gone, "incident_id": kept}]
    last = merged.frames["incident_revision"].set_index(["incident_id", "published_seq"])
    assert json.loads(last.loc[(gone, 3), "change"])["merged_into"] == [None, kept]


def test_when_one_becomes_two_the_oldest_mention_keeps_the_id(types):
    one = Report("one", "2024-01-30", (SIBI,))
    two = Report("two", "2024-01-31", (SIBI,))
    first = run(one, types=types)
    history = next_history(None, first)
    second = run(one, two, types=types, history=history, seq=2)
    history = next_history(history, second)
    moved = replace(two, said=(replace(SIBI, place="quetta"),))
    third = run(one, moved, types=types, history=history, seq=3)
    assert ids(third)[mention(one)] == ids(first)[mention(one)]
    assert ids(third)[mention(moved)] != ids(first)[mention(one)]


def test_a_newer_engine_that_reads_the_same_words_keeps_the_id(types):
    one = Report("one", "2024-01-30", (SIBI,))
    first = run(one, types=types)
    reread = replace(one, said=(replace(SIBI, event_type="suicide_bombing"),))
    assert mention(reread) != mention(one)
    second = run(reread, types=types, history=next_history(None, first), seq=2)
    assert ids(second)[mention(reread)] == ids(first)[mention(one)]


def test_a_revision_says_what_changed_and_on_whose_word(types):
    one = Report("one", "2024-01-30", (SIBI,))
    two = Report("two", "2024-01-31", (replace(SIBI, tolls=(killed(6, by="police"),)),))
    first = run(one, types=types)
    second = run(one, two, types=types, history=next_history(None, first), seq=2)
    rows = second.frames["incident_revision"].to_dict("records")
    assert [(row["revision"], row["published_seq"]) for row in rows] == [(1, 1), (2, 2)]
    change = json.loads(rows[1]["change"])
    assert change["killed_best"] == [4, 6]
    assert change["toll_disputed"] == [False, True]
    assert list(rows[1]["documents"]) == [two.document_id]
    assert json.loads(rows[1]["state"])["incident"]["killed_best"] == 6


class _Asked(Memory):
    """A memory that counts the questions about ids."""

    def __init__(self) -> None:
        super().__init__()
        self.questions = 0

    def born(self, incident_ids: Collection[str]) -> dict[str, int]:
        self.questions += 1
        return super().born(incident_ids)


def test_new_incidents_cost_one_question_however_many_there_are() -> None:
    memory = _Asked()
    found = identify([[f"m{n}"] for n in range(50)], {}, Past(memory=memory))
    assert len(set(found.ids)) == 50
    assert memory.questions == 1
