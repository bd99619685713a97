"""Sources from sitrep.toml to the warehouse: the commands, the job and schedule of each, against a real server."""

from __future__ import annotations

from collections.abc import Iterator

import dagster as dg
import pytest

from dagster_project.instance import open_instance
from dagster_project.project import build_definitions
from sitrep.store.settings import SettingsError
from tests.pipeline.conftest import Place, call
from tests.pipeline.reports import KHARTOUM, QUETTA
from tests.sources.fetching.conftest import rss
from tests.sources.fetching.server import Reply, Site, serving

SETTINGS = """
[landing]
settle_seconds = 0

[[sources]]
name = "the-wire"
kind = "rss"
url = "{site}/feed"
cron = "*/15 * * * *"
timezone = "Asia/Karachi"
allow_private = true
politeness = {{ seconds_between = 0, retries = 0 }}

[[sources]]
name = "asleep"
kind = "sitemap"
url = "{site}/map.xml"
enabled = false
allow_private = true
"""


def article(text: str) -> str:
    title, _, body = text.partition("\n")
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{body}</p></article></body></html>"
    )


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        made.put("/feed", rss("/quetta", "/khartoum", "/gone"))
        made.put("/quetta", article(QUETTA))
        made.put("/khartoum", article(KHARTOUM))
        yield made


@pytest.fixture
def fed(place: Place, site: Site) -> Place:
    place.home.open().settings_file.write_text(SETTINGS.format(site=site.address))
    return place


def test_check_says_what_would_come_and_fetches_nothing(fed: Place, site: Site) -> None:
    done = call("sources", "check", "the-wire", "--home", fed.home.path)
    assert (done.code, done.err) == (
        0, "No contact is configured: set `contact` under [fetching], so that hosts can write to you.\n",
    )  # fmt: skip
    assert done.out.splitlines() == [
        "the-wire: 3 entries",
        *(f"  /{name} · {site.address}/{name}" for name in ("quetta", "khartoum", "gone")),
    ]
    assert site.paths() == ["/feed"]
    assert list(fed.home.landing.rglob("*.html")) == []


def test_check_ends_with_1_where_a_source_cannot_be_read(fed: Place) -> None:
    done = call("sources", "check", "--home", fed.home.path)
    assert done.code == 1
    assert "asleep: 404 Not Found" in done.out


def test_fetch_brings_pages_that_a_run_reads_and_list_says_how_it_went(fed: Place, site: Site) -> None:
    done = call("sources", "fetch", "the-wire", "--home", fed.home.path)
    assert done.code == 0, done.err
    folder = fed.home.landing / "the-wire"
    first, second, third = done.out.splitlines()
    assert first == "the-wire: 2 fetched, 0 unchanged, 1 failed, 0 left"
    assert second.startswith(f"  {site.address}/gone: 404 Not Found, next try ")
    assert third == f"They are in {folder}: the daemon takes them in, or `sitrep run {folder}`"
    assert fed.run(folder).code == 0
    said = fed.sql("select url, source_name from core.delivery order by url")
    assert said.splitlines()[1:] == [f"{site.address}/khartoum,the-wire", f"{site.address}/quetta,the-wire"]
    listed = call("sources", "list", "--home", fed.home.path).out
    assert "404 Not Found" in listed
    assert "never (not enabled)" in listed


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["fetch", "nobody"], "no source is called nobody: there are the-wire, asleep"),
        (["check", "the-wire", "nobody"], "no source is called nobody: there are the-wire, asleep"),
    ],
)
def test_an_unknown_source_is_told(fed: Place, arguments: list[str], complaint: str) -> None:
    done = call("sources", *arguments, "--home", fed.home.path)
    assert (done.code, done.err) == (2, f"sitrep: {complaint}\n")


def test_no_sources_at_all_is_told(place: Place) -> None:
    done = call("sources", "list", "--home", place.home.path)
    assert done.code == 2
    assert "has no sources: add a [[sources]] table, see docs/sources.md" in done.err


def test_each_source_has_an_asset_a_job_and_a_schedule(fed: Place) -> None:
    defs = build_definitions(fed.home.path)
    specs = {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}
    assert {"landing/the_wire", "landing/asleep"} <= specs.keys()
    assert specs["landing/the_wire"].group_name == "sources"
    assert specs["landing/the_wire"].description
    schedule = defs.resolve_schedule_def("fetch_the_wire")
    assert (schedule.cron_schedule, schedule.execution_timezone, schedule.job_name, schedule.default_status) == (
        "*/15 * * * *",
        "Asia/Karachi",
        "fetch_the_wire",
        dg.DefaultScheduleStatus.RUNNING,
    )
    assert defs.resolve_job_def("fetch_asleep").tags["sitrep/fetch"] == "asleep"
    with pytest.raises(dg.DagsterInvariantViolationError):
        defs.resolve_schedule_def("fetch_asleep")


def test_a_run_tells_how_a_visit_went_and_a_dead_listing_fails_it(fed: Place, site: Site) -> None:
    key = dg.AssetKey(["landing", "the_wire"])
    with open_instance(fed.home) as instance:
        job = build_definitions(fed.home.path).resolve_job_def("fetch_the_wire")
        assert job.execute_in_process(instance=instance).success
        (event,) = instance.fetch_materializations(key, limit=5).records
        said = event.asset_materialization.metadata
        assert {name: said[name].value for name in said if name.startswith("pages ")} == {
            "pages fetched": 2,
            "pages unchanged": 0,
            "pages failed": 1,
            "pages left for the next visit": 0,
            "pages that failed so far": 1,
        }
        site.put("/feed", Reply(status=410))
        ended = job.execute_in_process(instance=instance, raise_on_error=False)
        (failure,) = [one for one in ended.all_events if one.event_type_value == "STEP_FAILURE"]
        assert f"the-wire could not be read: {site.address}/feed: 410 Gone" in str(failure.event_specific_data)
        assert len(instance.fetch_materializations(key, limit=5).records) == 1


def test_visits_do_not_pile_up(fed: Place) -> None:
    defs = build_definitions(fed.home.path)
    schedule = defs.resolve_schedule_def("fetch_the_wire")
    with open_instance(fed.home) as instance, dg.build_schedule_context(instance) as context:
        assert isinstance(schedule(context), dg.RunRequest)
        job = defs.resolve_job_def("fetch_the_wire")
        run = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
        skipped = schedule(context)
        assert isinstance(skipped, dg.SkipReason)
        assert skipped.skip_message == "The last visit is not over yet."
        instance.report_run_canceled(run)
        assert isinstance(schedule(context), dg.RunRequest)


def test_settings_that_name_no_such_kind_keep_the_definitions_from_loading(place: Place) -> None:

    place.home.open().settings_file.write_text('[[sources]]\nname = "x"\nkind = "fax"\nurl = "http://example.org"\n')
    with pytest.raises(SettingsError, match=r"sources\.0\.kind"):
        build_definitions(place.home.path)
