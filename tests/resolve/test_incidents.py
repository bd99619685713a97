"""Which mentions become one incident, and what its row then says."""

from dataclasses import replace

import pytest

from tests.resolve.builders import Report, Said, incidents, killed, mention, run, together

BOMB = Said("bombing", "2024-01-30", "sibi", tolls=(killed(4),), on=("civilians",))


def test_two_reports_of_one_day_and_town_are_one_incident(types):
    one = Report("one", "2024-01-30", (BOMB,))
    two = Report("two", "2024-01-31", (Said("bombing", "2024-01-30", "sibi", tolls=(killed(5),)),))
    done = run(one, two, types=types)
    assert together(done) == {frozenset((mention(one), mention(two)))}
    (row,) = incidents(done)
    wanted = ("event_type", "country", "place_name", "killed_low", "killed_best", "killed_high")
    assert {key: row[key] for key in wanted} == {
        "event_type": "bombing",
        "country": "PK",
        "place_name": "Sibi",
        "killed_low": 4,
        "killed_best": 5,
        "killed_high": 5,
    }
    assert row["toll_disputed"] is True
    assert row["document_count"] == row["origin_count"] == 2
    assert row["headline"] == "Bombing against civilians in Sibi, Balochistan on 2024-01-30: 5 killed (4 to 5)"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Said("bombing", "2024-01-30", "quetta"), "another town on one day"),
        (Said("bombing", "2024-01-23", "sibi"), "a week earlier in one town"),
        (Said("bombing", "2024-01-30", "saravan"), "another country"),
        (Said("protest", "2024-01-30", "sibi"), "another kind of event"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_look_alikes_stay_apart(types, other, why):
    one, two = Report("one", "2024-01-30", (BOMB,)), Report("two", "2024-01-31", (other,))
    assert len(together(run(one, two, types=types))) == 2, why


def test_strike_and_counter_strike_stay_apart(types):
    strike = Said("air_strike", "2024-01-17", "balochistan", by=("state.ir",), on=("state.pk",))
    answer = Said("air_strike", "2024-01-18", "iran", by=("state.pk",), on=("state.ir",))
    one, two = Report("one", "2024-01-18", (strike,)), Report("two", "2024-01-18", (answer,))
    assert len(together(run(one, two, types=types))) == 2


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said("bombing", "2024-01-30", "sibi", modality="denied"), "denied"),
        (Said("armed_attack", None, "balochistan", modality="habitual"), "habitual"),
        (Said("bombing", "2024-01-30", "sibi", modality="hypothetical"), "hypothetical"),
        (Said("armed_attack", None, "sibi", modality="threatened"), "threatened"),
        (Said("armed_attack", "2024-02-02", "sibi", modality="planned"), "planned"),
        (Said("armed_attack", "2024-01-30", "sibi", is_aggregate=True, tolls=(killed(200),)), "aggregate"),
        (Said("armed_attack", None, "pakistan"), "unspecific"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_single_happening_has_a_reason_instead(types, said, reason):
    done = run(Report("one", "2024-01-31", (said,)), types=types)
    assert together(done) == set()
    assert list(done.frames["mention"]["unresolved_reason"]) == [reason]


def test_words_and_measures_of_an_undated_report_are_news_without_a_name(types):
    told, old = Said("condemn", None, None), Said("condemn", None, None, is_background=True)
    assert len(together(run(Report("one", None, (told,)), types=types))) == 1
    assert together(run(Report("one", None, (old,)), types=types)) == set()


def test_who_is_named_in_an_undated_report_did_something_in_particular(types):
    freed, nobody = Said("release", None, None, by=("state.pk",)), Said("release", None, None)
    assert len(together(run(Report("one", None, (freed,)), types=types))) == 1
    assert together(run(Report("one", None, (nobody,)), types=types)) == set()


def test_a_vague_mention_joins_the_incident_that_fits_it_alone(types):
    vague = Report("vague", "2024-02-02", (Said("bombing", "2024-01-30", "pakistan", tolls=(killed(4),)),))
    sibi = Report("sibi", "2024-01-31", (BOMB,))
    assert together(run(sibi, vague, types=types)) == {frozenset((mention(sibi), mention(vague)))}


def test_a_vague_mention_that_fits_two_incidents_stays_open(types):
    vague = Report("vague", "2024-02-02", (Said("bombing", "2024-01-30", "balochistan"),))
    sibi = Report("sibi", "2024-01-31", (Said("bombing", "2024-01-30", "sibi"),))
    mach = Report("mach", "2024-01-31", (Said("bombing", "2024-01-30", "mach"),))
    done = run(sibi, mach, vague, types=types)
    assert len(together(done)) == 3 - 1
    mentions = done.frames["mention"].set_index("mention_id")
    assert mentions.loc[mention(vague), "unresolved_reason"] == "ambiguous"
    assert "unresolved" in set(done.frames["join_evidence"]["decision"])


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        (Said("bombing", "2024-01-30", "balochistan", tolls=(killed(4),)), True),
        (Said("bombing", "2024-01-30", "balochistan", tolls=(killed(4),), is_background=True), False),
    ],
    ids=["news", "background"],
)
def test_what_a_document_tells_as_its_news_founds_an_incident_where_several_fit(types, told, stands):
    vague = Report("vague", "2024-02-02", (told,))
    sibi = Report("sibi", "2024-01-31", (Said("bombing", "2024-01-30", "sibi"),))
    mach = Report("mach", "2024-01-31", (Said("bombing", "2024-01-30", "mach"),))
    found = together(run(sibi, mach, vague, types=types))
    assert (frozenset((mention(vague),)) in found) is stands
    assert len(found) == 2 + stands


def test_an_undated_report_gets_its_date_from_another(types):
    dated = Report("dated", "2024-01-30", (BOMB,))
    undated = Report("undated", None, (Said("bombing", None, "sibi", tolls=(killed(4),), time_text="on Tuesday"),))
    done = run(dated, undated, types=types)
    assert len(together(done)) == 1
    documents = done.frames["document"].set_index("document_id")
    assert str(documents.loc[undated.document_id, "published_on"]) == "2024-01-30"
    assert documents.loc[undated.document_id, "published_basis"] == "corroborated"
    mentions = done.frames["mention"].set_index("mention_id")
    assert str(mentions.loc[mention(undated), "occurred_from"]) == "2024-01-30"
    assert mentions.loc[mention(undated), "date_basis"] == "corroborated"


@pytest.mark.parametrize(("words", "basis"), [("on October 8", "unknown"), ("on January 26", "corroborated")])
def test_a_report_of_another_season_gets_no_date(types, words, basis):
    dated = Report("dated", "2024-01-30", (BOMB,))
    same = Said("bombing", None, "sibi", tolls=(killed(4),))
    beside = Said("armed_attack", None, "mach", tolls=(killed(9),), happening=1, time_text=words)
    undated = Report("undated", None, (same, beside))
    documents = run(dated, undated, types=types).frames["document"].set_index("document_id")
    assert documents.loc[undated.document_id, "published_basis"] == basis


@pytest.mark.parametrize(
    ("words", "is_background", "days"),
    [
        ("on Wednesday", False, ("2024-01-24", "2024-01-24")),
        ("last month", True, ("2023-12-01", "2023-12-31")),
        (None, False, ("2024-01-29", "2024-01-30")),
        (None, True, None),
        ("a day earlier", False, None),
    ],
)
def test_what_an_undated_report_tells_beside_it_is_dated_from_its_day(types, words, is_background, days):
    dated = Report("dated", "2024-01-30", (BOMB,))
    same = Said("bombing", None, "sibi", tolls=(killed(4),), time_text="on Tuesday")
    beside = Said("condemn", None, by=("state.ir",), happening=1, time_text=words, is_background=is_background)
    undated = Report("undated", None, (same, beside))
    done = run(dated, undated, types=types)
    told = done.frames["mention"].set_index("mention_id").loc[mention(undated, 1)]
    assert told["date_basis"] == ("corroborated" if days else "unknown")
    incidents = done.frames["incident"].set_index("event_type")
    found = (incidents.loc["condemn", "occurred_from"], incidents.loc["condemn", "occurred_to"]) if days else None
    assert (tuple(map(str, found)) if found else None) == days


def test_a_report_that_names_no_place_gets_that_of_another_and_one_that_names_any_keeps_it(types):
    bomb = replace(BOMB, by=("group.bla",), on=("military.pk",))
    told = Report("told", "2024-01-30", (bomb,))
    wide = Report("wide", "2024-01-30", (replace(bomb, place="balochistan"),))
    silent = Report("silent", "2024-01-30", (replace(bomb, place=None),))
    done = run(told, wide, silent, types=types)
    assert len(together(done)) == 1
    mentions = done.frames["mention"].set_index("mention_id")[["place_id", "geo_precision", "place_basis"]]
    assert [*mentions.loc[mention(silent)]] == ["sibi", "exact", "corroborated"]
    assert [*mentions.loc[mention(told)]] == ["sibi", "exact", "stated"]
    assert [*mentions.loc[mention(wide)]] == ["balochistan", "admin1", "stated"]


def test_no_place_is_lent_where_no_other_document_has_one(types):
    silent = Report("silent", "2024-01-30", (replace(BOMB, place=None), replace(BOMB, happening=1)))
    mentions = run(silent, types=types).frames["mention"].set_index("mention_id")
    assert mentions["place_id"].isna()[mention(silent)]
    assert mentions["place_basis"].isna()[mention(silent)]


def test_a_day_that_came_from_another_report_gives_none_to_a_third(types):
    dated = Report("dated", "2024-01-30", (BOMB,))
    same = Said("bombing", None, "sibi", tolls=(killed(4),), time_text="on Tuesday")
    siege = Said("armed_attack", None, "mach", tolls=(killed(9),), happening=1, time_text="on Tuesday")
    between = Report("between", None, (same, siege))
    third = Report("third", None, (replace(siege, happening=0),))
    done = run(dated, between, third, types=types)
    documents = done.frames["document"].set_index("document_id")["published_basis"]
    assert documents[between.document_id] == "corroborated"
    assert documents[third.document_id] == "unknown"
    mentions = done.frames["mention"].set_index("mention_id")["date_basis"]
    assert mentions[mention(third)] == "unknown"


def test_of_days_that_a_report_gives_the_one_it_says_most_often_stands(types):
    early = replace(BOMB, day="2024-01-27", basis="explicit", tolls=())
    (row,) = incidents(run(Report("one", "2024-01-31", (BOMB, early, replace(BOMB, tolls=()))), types=types))
    assert str(row["occurred_from"]) == "2024-01-30"
    (row,) = incidents(run(Report("one", "2024-01-31", (replace(BOMB, basis="document"), early)), types=types))
    assert str(row["occurred_from"]) == "2024-01-27"


@pytest.mark.parametrize(
    ("headline", "text", "stands"),
    [
        ("kachhi_town", "mach", "mach"),  # a town that is called like the district
        ("kachhi_town", "kachhi", "kachhi"),
        ("quetta", "mach", "quetta"),  # neither near nor around it: the headline is as good
        ("mach", "pakistan", "mach"),
    ],
)
def test_a_headline_that_names_the_area_yields_to_the_place_of_its_text(types, headline, text, stands):
    said = (replace(BOMB, place=headline), replace(BOMB, place=text))
    (row,) = incidents(run(Report("one", "2024-01-31", said, title_end=50), types=types))
    assert row["place_id"] == stands


@pytest.mark.parametrize(
    ("published", "dead", "is_one"),
    [
        ("2024-02-04", 7, True),  # a later report, which dates nothing itself
        ("2024-02-04", 40, False),
        ("2024-02-20", 7, False),  # too late to go without saying
    ],
)
def test_what_only_a_date_line_dates_joins_what_was_told_days_before(types, published, dead, is_one):
    first = Report("first", "2024-01-30", (replace(BOMB, tolls=(killed(7),)),))
    bare = replace(BOMB, day=published, basis="document", tolls=(killed(dead),))
    found = incidents(run(first, Report("later", published, (bare,)), types=types))
    assert len(found) == (1 if is_one else 2)


@pytest.mark.parametrize(("dead", "is_one"), [(7, True), (6, True), (1, False)])
def test_two_undated_reports_of_a_town_and_its_usual_attackers_need_tolls_that_agree(types, dead, is_one):
    said = Said("bombing", None, "sibi", tolls=(killed(7),), by=("group.bla",))
    other = replace(said, tolls=(killed(dead),))
    assert len(incidents(run(Report("one", None, (said,)), Report("two", None, (other,)), types=types))) == (
        1 if is_one else 2
    )


def test_an_undated_report_of_a_district_finds_what_another_tells_of_a_village_in_it(types):
    village = Report("village", "2024-01-30", (replace(BOMB, place="mach", tolls=(killed(7),)),))
    district = replace(BOMB, day=None, basis="unknown", place="kachhi", tolls=(killed(7),))
    assert len(incidents(run(village, Report("undated", None, (district,)), types=types))) == 1


@pytest.mark.parametrize(("dead", "met"), [(23, True), (24, False), (4, False)], ids=["same", "another", "few"])
def test_an_undated_report_finds_its_incident_by_many_dead(types, dead, met):
    dated = Report("dated", "2024-01-30", (replace(BOMB, tolls=(killed(23 if dead > 9 else dead),)),))
    words = {"time_text": "on Tuesday", "sentence": "Children of the Marri school were hit on their way."}
    said = Said("bombing", None, "sorani", tolls=(killed(dead),), **words)
    dated = replace(dated, said=(replace(dated.said[0], sentence=words["sentence"]),))
    assert (len(together(run(dated, Report("undated", None, (said,)), types=types))) == 1) is met


@pytest.mark.parametrize(("village", "met"), [("Kohlwar", True), ("Dasht", False)], ids=["same", "another"])
def test_an_undated_report_finds_its_incident_by_a_rare_name(types, village, met):
    dated, undated = ("Gunmen shot a guard at Kohlwar.", f"A guard was shot at {village}.")
    first = Said("armed_attack", "2024-01-30", "balochistan", sentence=dated)
    second = Said("armed_attack", None, "balochistan", time_text="on Tuesday", sentence=undated)
    beside = " The Raisani road was shut and Haji Bakhtiar of Lehri was questioned."
    reports = (
        Report("one", "2024-01-30", (first,), text=dated + beside),
        Report("two", None, (second,), text=undated + beside),
    )
    assert (len(together(run(*reports, types=types))) == 1) is met


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Buses ran from Mach to the Sibi road again.", True),
        ("Buses ran from Mach to the Dera road again.", False),
    ],
    ids=["both", "one"],
)
def test_two_towns_that_both_reports_name_may_be_one_scene_told_of_the_wrong_one(types, text, is_one):
    first = replace(BOMB, tolls=(killed(23),))
    second = replace(first, place="mach")
    reports = (
        Report("one", "2024-01-30", (first,), text="A convoy left Mach for Sibi."),
        Report("two", "2024-01-30", (second,), text=text),
    )
    assert (len(incidents(run(*reports, types=types))) == 1) is is_one


@pytest.mark.parametrize(("town", "met"), [("Sibi", True), ("Dera", False)])
def test_an_undated_report_of_no_town_finds_its_incident_by_a_town_of_its_text(types, town, met):
    dated = Report("dated", "2024-01-30", (replace(BOMB, tolls=(killed(4),), on=("military.pk",)),))
    said = Said("bombing", None, "pakistan", tolls=(killed(4),), on=("military.pk",), time_text="on Tuesday")
    undated = Report("undated", None, (said,), text=f"A bomb went off. Those hurt were flown out of {town} at night.")
    assert (len(together(run(dated, undated, types=types))) == 1) is met


@pytest.mark.parametrize(("told", "met"), [("on January 30", True), ("on January 20", False)])
def test_a_report_that_gives_no_year_finds_its_incident_by_day_and_province(types, told, met):
    dated = Report("dated", "2024-01-30", (replace(BOMB, tolls=(killed(4),)),))
    undated = Report("undated", None, (Said("bombing", None, "balochistan", tolls=(killed(4),), time_text=told),))
    assert (len(together(run(dated, undated, types=types))) == 1) is met


def test_the_other_weekday_is_another_incident(types):
    dated = Report("dated", "2024-01-30", (BOMB,))
    undated = Report("undated", None, (Said("bombing", None, "sibi", tolls=(killed(4),), time_text="on Friday"),))
    assert len(together(run(dated, undated, types=types))) == 2


def test_links_stand_between_the_incidents_of_their_mentions(types):
    strike = Said("air_strike", "2024-01-16", "balochistan", by=("state.ir",))
    answer = Said("air_strike", "2024-01-18", "saravan", by=("state.pk",), links=(("retaliation_for", 0),), happening=1)
    report = Report("one", "2024-01-18", (strike, answer))
    done = run(report, types=types)
    mentions = done.frames["mention"].set_index("mention_id")["incident_id"]
    (link,) = done.frames["incident_link"].to_dict("records")
    assert link == {
        "incident_id": mentions[mention(report, 1)],
        "relation": "retaliation_for",
        "related_incident_id": mentions[mention(report, 0)],
        "mention_id": mention(report, 1),
    }
