"""From figures of many voices to low, best and high."""

import pytest

from sitrep.resolve.tolls import UnknownTollRule
from tests.resolve.builders import Report, Said, Toll, killed, run

DAY = "2024-01-30"


def report(name, published, *tolls, publisher=None, more=()):
    said = tuple(Said("bombing", DAY, "sibi", tolls=mention) for mention in (tolls, *more))
    return Report(name, published, said, publisher=publisher)


def toll(done):
    (row,) = done.frames["incident"].to_dict("records")
    return tuple(row[f"killed_{end}"] for end in ("low", "best", "high")), row["toll_disputed"], row["toll_rule"]


def groups(done):
    return {
        row["victim_group"]: (row["low"], row["best"], row["high"])
        for row in done.frames["incident_casualty"].to_dict("records")
        if row["outcome"] == "killed"
    }


def test_groups_add_up_to_the_total(types):
    done = run(
        report("one", DAY, killed(4, "security_force"), killed(2, "civilian"), more=[(killed(9, "militant"),)]),
        types=types,
    )
    assert toll(done) == ((15, 15, 15), False, "latest_official")
    assert groups(done) == {
        "security_force": (4, 4, 4),
        "civilian": (2, 2, 2),
        "militant": (9, 9, 9),
        "total": (15, 15, 15),
    }


def test_parts_are_never_added(types):
    done = run(report("one", DAY, killed(7), killed(3, "woman"), killed(4, "child")), types=types)
    assert toll(done)[0] == (7, 7, 7)
    assert groups(done)["unknown"] == (7, 7, 7)


def test_the_dead_of_whom_no_group_is_known_are_the_rest_of_the_total(types):
    done = run(report("one", DAY, killed(10), killed(6, "civilian")), types=types)
    assert groups(done) == {"civilian": (6, 6, 6), "unknown": (4, 4, 4), "total": (10, 10, 10)}


def test_the_same_dead_by_two_names_are_not_added(types):
    """Seven killed: foreigners, says a governor; militants, three of them, says the army that struck."""
    governor, army = killed(7, "civilian", by="a governor"), killed(3, "militant", by="a military statement")
    done = run(report("one", DAY, killed(7), more=[(governor,), (army,)]), types=types)
    assert toll(done)[0] == (7, 7, 7)
    assert groups(done) == {"civilian": (7, 7, 7), "militant": (0, 0, 3), "total": (7, 7, 7)}


def test_groups_that_two_speakers_count_add_up_where_nobody_states_a_total(types):
    police, hospital = killed(2, "security_force", by="police"), killed(3, "civilian", by="a hospital")
    assert toll(run(report("one", DAY, police, more=[(hospital,)]), types=types))[0] == (5, 5, 5)


@pytest.mark.parametrize(("civilians", "most"), [(9, 9), (15, 15)], ids=["parts overlap", "a later figure"])
def test_groups_are_never_added_to_more_than_a_total(types, civilians, most):
    """Nine dead, nine residents and a policeman among them; seven dead, and later fifteen civilians."""
    said = killed(civilians, "civilian", by="police"), killed(1, "security_force", by="police")
    done = run(report("one", DAY, killed(9, by="police"), more=[said]), types=types)
    assert toll(done)[0][2] == most


def test_sides_that_contradict_each_other_span_the_toll_and_dispute_it(types):
    army = report("one", DAY, killed(9, "militant", by="a military statement"))
    group = report("two", "2024-01-31", killed(2, "militant", by="the group"))
    assert toll(run(army, group, types=types)) == ((2, 9, 9), True, "latest_official")


def test_two_speakers_of_one_document_are_two_claims(types):
    done = run(report("one", DAY, killed(9, "militant", by="military"), killed(2, "militant", by="BLA")), types=types)
    assert toll(done) == ((2, 9, 9), True, "latest_official")


def test_at_least_is_no_dispute_with_more(types):
    done = run(report("one", DAY, killed(7, high=None)), report("two", "2024-01-31", killed(9)), types=types)
    assert toll(done)[:2] == ((7, 9, 9), False)


def test_a_count_rounded_is_no_dispute(types):
    done = run(report("one", DAY, killed(100)), report("two", "2024-01-31", killed(103)), types=types)
    assert toll(done)[:2] == ((100, 103, 103), False)


def test_none_beside_a_count_is_another_scene(types):
    done = run(report("one", DAY, killed(7), more=[(killed(0),)]), types=types)
    assert toll(done)[0] == (7, 7, 7)


def test_said_to_be_none_is_zero_and_unsaid_is_null(types):
    done = run(report("one", DAY, killed(0)), types=types)
    assert toll(done)[0] == (0, 0, 0)
    (row,) = done.frames["incident"].to_dict("records")
    assert row["injured_low"] is None or str(row["injured_low"]) == "<NA>"


def test_a_smaller_figure_of_the_outlet_itself_is_a_part(types):
    done = run(report("one", DAY, killed(6, by="officials"), more=[(killed(1),)]), types=types)
    assert toll(done)[0] == (6, 6, 6)


def test_a_group_in_one_report_is_no_rival_of_a_total_in_another(types):
    done = run(report("one", DAY, killed(10)), report("two", "2024-01-31", killed(3, "security_force")), types=types)
    assert toll(done)[:2] == ((10, 10, 10), False)


def test_people_are_no_civilians_where_another_report_counts_soldiers(types):
    """'26 people' of one report are 14 soldiers and others in the next."""
    people = killed(26, words="26 people"), killed(26, "civilian", words="26 people")
    done = run(report("one", DAY, *people), report("two", "2024-01-31", killed(14, "security_force")), types=types)
    assert groups(done) == {"security_force": (14, 14, 14), "total": (26, 26, 26), "unknown": (12, 12, 12)}


def test_a_group_named_within_a_total_is_no_rival_of_more_of_them(types):
    one = report("one", DAY, killed(20), killed(5, "civilian"))
    two = report("two", "2024-01-31", killed(20), killed(20, "civilian", high=None))
    assert toll(run(one, two, types=types))[:2] == ((20, 20, 20), False)


def test_rivals_groups_are_not_added_where_a_total_is_stated(types):
    said = (killed(7), killed(7, "civilian", by="the governor"), killed(3, "militant", by="the army"))
    done = run(report("one", DAY, *said), types=types)
    assert toll(done) == ((7, 7, 7), False, "latest_official")
    assert groups(done) == {"civilian": (7, 7, 7), "militant": (0, 0, 3), "total": (7, 7, 7)}


@pytest.mark.parametrize(
    ("others", "wanted"),
    [
        ((killed(6, "civilian"), killed(5, "militant")), (9, 9, 9)),
        ((killed(8, "civilian", by="the army"), killed(8, "civilian", by="the mayor")), (9, 9, 9)),
        ((killed(40, "security_force", by="the rebels"),), (9, 9, 40)),
        ((killed(40, "security_force"),), (9, 9, 9)),
    ],
    ids=["the outlet's groups", "within the total", "a named rival counts more", "another scene of the outlet's own"],
)
def test_a_stated_total_is_raised_by_a_named_rival_alone(types, others, wanted):
    """Groups that exceed a total in sum are told of other scenes, or overlap."""
    done = run(report("one", DAY, killed(9, by="police"), more=[others]), types=types)
    assert toll(done)[0] == wanted


def test_groups_of_two_speakers_add_up_where_nobody_states_a_total(types):
    said = (killed(4, "civilian", by="a hospital"), killed(9, "militant", by="the army"))
    assert toll(run(report("one", DAY, *said), types=types))[0] == (13, 13, 13)


def test_a_total_of_so_many_is_a_number_and_no_list_of_people(types):
    office = killed(27, by="the office", words="A total of 27 people")
    done = run(report("one", DAY, killed(32, by="officials"), more=[(office,)]), types=types)
    assert toll(done)[0] == (27, 32, 32)


def test_as_many_as_of_another_speaker_is_the_most(types):
    army, council = killed(15, "security_force", by="the army"), killed(0, "security_force", high=30, by="the council")
    done = run(report("one", DAY, killed(15, by="the army"), army, more=[(council,)]), types=types)
    assert toll(done)[0] == (15, 15, 30)


def test_one_of_several_is_no_total(types):
    done = run(report("one", DAY, killed(5, "security_force", by="police"), killed(1, by="police")), types=types)
    assert toll(done)[0] == (5, 5, 5)


def test_the_latest_text_of_one_outlet_stands_for_it(types):
    early = report("one", DAY, killed(4), publisher="Dawn")
    late = report("two", "2024-02-01", killed(6), publisher="Dawn")
    assert toll(run(early, late, types=types)) == ((6, 6, 6), False, "latest_official")


@pytest.mark.parametrize(
    ("rule", "best"), [("latest_official", 7), ("conservative", 3), ("latest", 5), ("median", 5)], ids=str
)
def test_each_rule_picks_its_figure(types, rule, best):
    reports = (
        report("one", DAY, killed(3)),
        report("two", "2024-01-31", killed(7, by="hospital officials")),
        report("three", "2024-02-01", killed(5)),
    )
    done = run(*reports, types=types, rule=rule)
    assert toll(done) == ((3, best, 7), True, rule)


def test_an_unknown_rule_is_refused(types):
    with pytest.raises(UnknownTollRule, match="no toll rule"):
        run(report("one", DAY, killed(3)), types=types, rule="highest")


def test_other_outcomes_are_kept_by_group(types):
    said = Said("abduction", DAY, "sibi", tolls=(Toll("abducted", 9, group="civilian"),))
    done = run(Report("one", DAY, (said,)), types=types)
    rows = done.frames["incident_casualty"].to_dict("records")
    assert [(row["outcome"], row["victim_group"], row["best"]) for row in rows] == [
        ("abducted", "civilian", 9),
        ("abducted", "total", 9),
    ]


@pytest.mark.parametrize(
    "vague",
    [
        pytest.param(killed(24, high=None, words="dozens of people"), id="dozens"),
        pytest.param(killed(0, high=60), id="up to 60"),
    ],
)
def test_who_gives_no_number_does_not_lower_the_least(types, vague):
    done = run(report("one", DAY, vague), report("two", "2024-01-31", killed(47)), types=types)
    assert toll(done)[0][:2] == (47, 47)
    assert toll(run(report("one", DAY, vague), types=types))[0][0] == vague.low


def test_a_number_that_vague_words_are_read_as_is_still_a_number(types):
    few, many = killed(3, high=None, words="at least three people"), killed(16)
    assert toll(run(report("one", DAY, few), report("two", "2024-01-31", many), types=types))[0] == (3, 16, 16)


@pytest.mark.parametrize(
    ("words", "least"),
    [
        pytest.param("a commander and one of his aides", 4, id="told one by one"),
        pytest.param("two fighters", 2, id="counted"),
    ],
)
def test_people_told_one_by_one_are_some_of_those_counted(types, words, least):
    police = killed(2, by="the police", words=words)
    done = run(report("one", DAY, killed(4, by="a spokesman"), more=[(police,)]), types=types)
    assert toll(done)[0][0] == least


def test_dozens_of_one_speaker_are_no_rival_of_what_another_counts(types):
    witness, official = killed(24, by="a witness", high=None, words="Dozens"), killed(62, by="officials")
    assert toll(run(report("one", DAY, official, more=[(witness,)]), types=types))[0] == (62, 62, 62)


def test_scores_of_a_group_are_among_those_whom_others_count(types):
    headline, witness = killed(22), killed(40, group="civilian", by="witnesses", high=None, words="scores of shoppers")
    assert toll(run(report("one", DAY, headline, more=[(witness,)]), types=types))[0] == (22, 22, 22)


def test_dozens_are_no_rival_of_a_count_of_their_order_but_of_two_they_are(types):
    vague = killed(24, by="a witness", high=None, words="Dozens")
    near, far = killed(16, by="officials"), killed(2, by="officials")
    assert toll(run(report("one", DAY, near, more=[(vague,)]), types=types))[0] == (16, 16, 16)
    assert toll(run(report("one", DAY, far, more=[(vague,)]), types=types))[0][2] == 24


def test_up_to_24_of_one_speaker_is_no_least_beside_what_another_counts(types):
    few, many = killed(13, by="the army"), killed(0, by="a resident", high=24)
    assert toll(run(report("one", DAY, few, more=[(many,)]), types=types))[0] == (13, 13, 24)


def test_two_more_are_some_of_those_who_are_counted(types):
    done = run(report("one", DAY, killed(14), killed(2, by="officials", words="Two more people")), types=types)
    assert toll(done)[0] == (14, 14, 14)


def test_how_high_a_toll_may_be_bounds_what_is_counted(types):
    done = run(report("one", DAY, killed(12, words="12"), killed(0, high=30, words="30")), types=types)
    assert toll(done)[0] == (12, 12, 30)


def test_how_high_a_toll_may_be_is_above_what_groups_add_up_to(types):
    done = run(report("one", DAY, killed(9, "security_force"), killed(0, high=30, by="an official")), types=types)
    assert toll(done)[0] == (9, 9, 30)


def test_who_is_called_by_a_last_name_alone_is_one_speaker(types):
    first, second = killed(22, by="Governor Ann Smolska"), killed(12, by="Smolska")
    done = run(report("one", DAY, killed(25, by="police"), more=[(first,), (second,)]), types=types)
    assert toll(done)[0] == (22, 25, 25)


def test_parts_that_one_speaker_tells_are_added_up_beside_the_whole(types):
    first, second = killed(22, by="a doctor", words="22 people"), killed(12, by="a doctor", words="12 others")
    done = run(report("one", DAY, killed(36, by="police"), more=[(first,), (second,)]), types=types)
    assert toll(done)[0] == (34, 36, 36)
