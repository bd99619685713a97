"""Visits to a real server on loopback: what is new is fetched once, and what goes wrong is listed and tried again."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import threading
import zlib
from collections.abc import Callable
from email.utils import format_datetime

import pytest

from sitrep.sources import read_paths
from sitrep.sources.fetching.visit import AlreadyVisited, one_visit
from tests.sources.fetching.conftest import BEGAN, Desk, page, rss
from tests.sources.fetching.server import Reply, Site, Write, packed, serving


def two_pages(site: Site) -> None:
    site.put("/feed", Reply(rss("/one", "/two").encode(), headers={"ETag": '"f1"'}, type="application/rss+xml"))
    site.put("/one", Reply(page("one").encode(), headers={"ETag": '"p1"'}))
    site.put("/two", Reply(page("two").encode(), headers={"Last-Modified": "Sun, 10 Mar 2024 10:00:00 GMT"}))


def outcome(desk: Desk, **options: object) -> tuple[int, int, int, int]:
    found = desk.visit(**options)  # type: ignore[arg-type]
    assert found.problem is None, found.problem
    return found.fetched, found.unchanged, found.failed, found.left_over


def test_new_entries_are_fetched_with_their_sidecars(desk: Desk, site: Site) -> None:
    site.put(
        "/feed",
        rss(
            """
      <item><title>Gunmen  kill five</title><link>/news/five.html</link><guid isPermaLink="false">id-5</guid>
        <pubDate>Sun, 10 Mar 2024 09:30:00 +0500</pubDate><author>R. Roe</author></item>""".strip()
        ),
    )
    site.put("/news/five.html", page("five"))
    assert outcome(desk) == (1, 0, 0, 0)
    assert desk.pages() == [page("five").encode()]
    (said,) = desk.sidecars()
    assert said == {
        "url": f"{site.address}/news/five.html",
        "title": "Gunmen kill five",
        "published": "Sun, 10 Mar 2024 09:30:00 +0500",
        "author": "R. Roe",
        "feed_entry_id": "id-5",
        "feed": "wire",
        "feed_title": "The Wire",
        "fetched_at": BEGAN.isoformat(),
        "fetched_from": f"{site.address}/news/five.html",
        "http_content_type": "text/html; charset=utf-8",
    }
    (path,) = desk.place.landing.rglob("*.html")
    assert path.relative_to(desk.place.landing).parts[:2] == ("wire", "2024-03")
    assert path.name.startswith("five-")


def test_a_feed_that_did_not_change_is_not_sent_again(desk: Desk, site: Site) -> None:
    two_pages(site)
    assert outcome(desk) == (2, 0, 0, 0)
    assert outcome(desk) == (0, 0, 0, 0)
    first, *pages, last = site.paths()
    assert (first, sorted(pages), last) == ("/feed", ["/one", "/two"], "/feed")  # pages are fetched side by side
    assert site.asked[-1].headers["if-none-match"] == '"f1"'


def test_only_what_is_new_or_changed_is_asked_for(desk: Desk, site: Site) -> None:
    def item(path: str, updated: str) -> str:
        return f"<entry><id>{path}</id><link href='{path}'/><title>{path}</title><updated>{updated}</updated></entry>"

    def atom(*items: str) -> str:
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title>{"".join(items)}</feed>'

    old, new = "2024-03-10T08:00:00Z", "2024-03-10T11:00:00Z"
    site.put("/feed", atom(item("/one", old), item("/two", old), item("/three", old)))
    for path in ("/one", "/two", "/three"):
        site.put(path, Reply(page(path).encode(), headers={"ETag": path}))
    assert outcome(desk) == (3, 0, 0, 0)
    site.put("/feed", atom(item("/four", new), item("/one", old), item("/two", new), item("/three", new)))
    site.put("/two", Reply(page("two, corrected").encode(), headers={"ETag": "2b"}))
    site.put("/four", page("four"))
    site.asked.clear()
    assert outcome(desk) == (2, 1, 0, 0)  # four is new, two is changed, three is said to be and is not
    assert sorted(site.paths()) == ["/feed", "/four", "/three", "/two"]
    assert len(desk.pages()) == 5  # what two was stands beside what it is


def test_a_page_whose_bytes_are_the_same_is_no_news(desk: Desk, site: Site) -> None:
    site.put("/list", "/one")
    site.put("/one", page("one"))
    source = desk.source("pages", "/list")
    assert [outcome(desk, source=source)[:2] for _ in range(2)] == [(1, 0), (0, 1)]
    assert len(desk.pages()) == 1


def test_packed_answers_are_unpacked(desk: Desk, site: Site) -> None:
    site.put("/feed", packed(rss("/one", "/two", "/three")))
    site.put("/one", packed(page("one")))
    raw = zlib.compressobj(wbits=-15)
    site.put("/two", Reply(raw.compress(b"two") + raw.flush(), headers={"Content-Encoding": "deflate"}))
    site.put("/three", Reply(zlib.compress(b"three"), headers={"Content-Encoding": "deflate"}))
    assert outcome(desk) == (3, 0, 0, 0)
    assert desk.pages() == [page("one").encode(), b"three", b"two"]
    assert site.asked[-1].headers["accept-encoding"] == "gzip, deflate"


def test_a_character_set_that_only_the_host_names_is_heeded(desk: Desk, site: Site) -> None:
    site.put("/feed", rss("/one"))
    site.put("/one", Reply(page("Взрыв в Грозном").encode("cp1251"), type="text/html; charset=windows-1251"))
    assert outcome(desk) == (1, 0, 0, 0)
    (found,) = read_paths([desk.place.landing / "wire"])
    assert found.media_type == "text/html;charset=windows-1251"
    assert "Взрыв в Грозном" in found.payload.decode(found.media_type.partition("charset=")[2])


def too_many_requests(seconds: str) -> Reply:
    return Reply(b"slow down", 429, {"Retry-After": seconds})


@pytest.mark.parametrize(
    ("said", "waited"),
    [
        pytest.param("7", 7, id="seconds"),
        pytest.param(format_datetime(BEGAN + dt.timedelta(seconds=9), usegmt=True), 9, id="a date"),
        pytest.param(format_datetime(BEGAN - dt.timedelta(days=9), usegmt=True), 2, id="a date gone by"),
        pytest.param("soon", 2, id="words"),
    ],
)
def test_a_host_that_asks_for_patience_gets_it(desk: Desk, site: Site, said: str, waited: float) -> None:
    site.put("/feed", rss("/one"))
    site.put("/one", too_many_requests(said), Reply(page("one").encode()))
    assert outcome(desk) == (1, 0, 0, 0)
    assert desk.waited == [waited]


def test_a_host_that_asks_for_too_much_patience_is_left_alone_until_then(desk: Desk, site: Site) -> None:
    site.put("/feed", rss("/one", "/two", "/three"))
    site.put("/one", too_many_requests("3600"), Reply(page("one").encode()))
    site.put("/two", page("two"))
    site.put("/three", page("three"))
    source = desk.source(politeness={"concurrency": 1})
    found = desk.visit(source)
    assert (found.fetched, found.failed, found.left_over, desk.waited) == (0, 1, 2, [])
    assert desk.troubles() == {"/one": ("429 Too Many Requests, and asks for 3600 s of patience", 1)}
    assert found.notes[-1].endswith("is left alone until 2024-03-10 13:00:00 UTC: 2 pages wait")
    assert desk.visit(source, hours=0.5).fetched == 1  # the one that failed has a pause of its own, long over
    assert desk.visit(source, hours=0.6).fetched == 2


def test_a_host_that_stumbles_is_asked_again_ever_later(desk: Desk, site: Site) -> None:
    site.put("/feed", rss("/one"))
    site.put("/one", Reply(status=500), Reply(status=503), Reply(status=502), Reply(page("one").encode()))
    assert outcome(desk) == (1, 0, 0, 0)
    assert desk.waited == [2, 4, 8]


def test_what_failed_is_listed_and_tried_again_at_growing_intervals_until_it_is_given_up(
    desk: Desk, site: Site
) -> None:
    site.put("/feed", Reply(rss("/one", "/two").encode(), headers={"ETag": '"f1"'}))
    site.put("/one", Reply(status=404))
    site.put("/two", page("two"))
    source = desk.source(politeness={"give_up_after": 4})
    assert outcome(desk, source=source) == (1, 0, 1, 0)
    assert desk.troubles() == {"/one": ("404 Not Found", 1)}
    assert desk.visit(source).failed == 0  # not yet
    pauses = []
    for _ in range(3):
        (pause,) = desk.next_tries().values()
        assert pause is not None
        pauses.append(pause)
        assert desk.visit(source, hours=pause / dt.timedelta(hours=1)).failed == 1
    assert pauses == [dt.timedelta(minutes=15), dt.timedelta(hours=1), dt.timedelta(hours=4)]
    assert (desk.troubles(), desk.next_tries()) == ({"/one": ("404 Not Found", 4)}, {"/one": None})
    site.put("/one", page("one"))
    assert desk.visit(source, hours=1000).fetched == 0
    assert desk.visit(source, again=True).fetched == 1
    assert desk.troubles() == {}


def drip(write: Write) -> None:
    """A byte every now and then, for ever: never silent, never done."""
    pause = threading.Event()
    while True:
        write(b".")
        pause.wait(0.02)


def say_nothing(_: Write) -> None:
    threading.Event().wait(3)


def endless(write: Write) -> None:
    while True:
        write(b"x" * 65536)


def bomb() -> Reply:
    """A tenth of a megabyte that unpacks to a hundred."""
    body = io.BytesIO()
    with gzip.GzipFile(fileobj=body, mode="wb") as file:
        for _ in range(100):
            file.write(bytes(1_000_000))
    return Reply(body.getvalue(), headers={"Content-Encoding": "gzip"})


def cut_short() -> Reply:
    return Reply(gzip.compress(b"much" * 1000)[:-20], headers={"Content-Encoding": "gzip"})


def elsewhere(where: str) -> Reply:
    return Reply(status=302, headers={"Location": where})


HARM = {
    "slow": (lambda: Reply(drip), "too slow: not whole after 4 s"),
    "silent": (lambda: Reply(say_nothing), "silent for 2 s"),
    "endless": (lambda: Reply(endless), "larger than 0.5 MB"),
    "says that it is large": (
        lambda: Reply(b"", headers={"Content-Length": "9999999"}), "larger than 0.5 MB: it says 10.0 MB",
    ),
    "gzip bomb": (bomb, "larger than 0.5 MB when unpacked"),
    "broken gzip": (lambda: Reply(b"\x1f\x8b no", headers={"Content-Encoding": "gzip"}), "broken packing: "),
    "cut short": (cut_short, "cut short: "),
    "packed otherwise": (lambda: Reply(b"..", headers={"Content-Encoding": "br"}), "packed as 'br'"),
    "to file:": (lambda: elsewhere("file:///etc/passwd"), "redirects to file:/etc/passwd: leads to file:, only http"),
    "to gopher:": (lambda: elsewhere("gopher://x.org/"), "redirects to gopher://x.org/: leads to gopher:, only http"),
    "to no address": (lambda: elsewhere("http://[::1/"), "no proper answer: Invalid URL in location header"),
    "to nowhere": (lambda: Reply(status=302), "302 Found, which leads nowhere"),
    "to a private address": (lambda: elsewhere("http://127.0.0.2:PORT/x"), "127.0.0.2 is 127.0.0.2, a private address"),
    "to metadata of a cloud": (lambda: elsewhere("http://169.254.169.254/"), "169.254.169.254 is 169.254.169.254, a p"),
    "to a number in disguise": (lambda: elsewhere("http://2130706434/"), "2130706434 is 127.0.0.2, a private address"),
    "in a circle": (lambda: elsewhere("/harm"), "redirects in a circle, back to http://127.0.0.1:"),
    "a picture": (lambda: Reply(b"\x89PNG", type="image/png"), "of type image/png, wanted: text/html"),
    "without a type": (lambda: Reply(b"x", type=""), "of type unknown, wanted: text/html"),
    "gone": (lambda: Reply(status=410), "410 Gone"),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARM)
def test_a_page_that_cannot_be_used_is_listed_and_the_others_come(desk: Desk, site: Site, harm: str) -> None:
    make, reason = HARM[harm]
    reply = make()
    if where := reply.headers.get("Location"):
        reply = elsewhere(where.replace("PORT", str(site.port)))
    site.put("/feed", rss("/harm", "/good"))
    site.put("/harm", reply)
    site.put("/good", page("good"))
    limits = {"page_megabytes": 0.5, "total_seconds": 4, "read_seconds": 2}
    found = desk.visit(desk.source(limits=limits, politeness={"retries": 0}))
    assert (found.fetched, found.failed, found.problem) == (1, 1, None)
    ((path, (said, tries)),) = desk.troubles().items()
    assert (path, tries) == ("/harm", 1)
    assert said is not None
    assert said.startswith(reason)
    assert desk.pages() == [page("good").encode()]
    assert "/x" not in site.paths()  # the private address was not asked


def test_a_chain_of_redirects_has_an_end(desk: Desk, site: Site) -> None:
    site.put("/feed", rss("/0", "/5"))
    for number in range(9):
        site.put(f"/{number}", elsewhere(f"/{number + 1}"))
    site.put("/9", page("nine"))
    found = desk.visit(desk.source(limits={"redirects": 5}))
    assert (found.fetched, desk.troubles()) == (1, {"/0": ("more than 5 redirects", 1)})
    assert desk.sidecars()[0]["fetched_from"] == f"{site.address}/9"


def test_private_addresses_are_asked_only_where_the_source_allows(desk: Desk, site: Site) -> None:
    two_pages(site)
    found = desk.visit(desk.source(allow_private=False))
    assert found.problem == (
        f"{site.address}/feed: 127.0.0.1 is 127.0.0.1, a private address: "
        "allow_private of the source must name the host"
    )
    assert site.asked == []
    assert desk.visit(desk.source(allow_private=["127.0.0.1"])).fetched == 2


def test_a_name_that_leads_elsewhere_at_the_next_look_is_not_followed(desk: Desk, site: Site) -> None:
    """The number that was checked is the one that is connected to: a name is looked up once for each connection."""
    looked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:  # noqa: ARG001
        looked.append(host)
        return ["127.0.0.1"]

    two_pages(site)
    site.put("/feed", rss(f"http://news.example:{site.port}/one"))
    object.__setattr__(desk.place, "resolver", resolver)
    assert desk.visit().fetched == 0
    assert desk.troubles()["/one"][0] == (
        "news.example is 127.0.0.1, a private address: allow_private of the source must name the host"
    )
    assert "/one" not in site.paths()


def test_robots_are_told_what_they_may_not_ask(desk: Desk, site: Site) -> None:
    two_pages(site)
    site.put("/robots.txt", Reply(b"User-agent: *\nDisallow: /two\nCrawl-delay: 3\n", type="text/plain"))
    found = desk.visit()
    assert (found.fetched, desk.troubles()) == (1, {"/two": ("robots.txt does not allow it", 1)})
    assert desk.waited == [3]
    assert [one.path for one in site.asked] == ["/robots.txt", "/feed", "/one"]
    assert desk.visit(desk.source(politeness={"robots": False}), again=True).fetched == 1


def test_what_a_host_asks_of_robots_is_read_once_a_day(desk: Desk, site: Site) -> None:
    two_pages(site)
    for hours in (0, 1, 24):
        desk.visit(hours=hours)
    assert [one.path for one in site.asked].count("/robots.txt") == 2


def test_a_host_that_cannot_say_what_it_asks_is_not_asked(desk: Desk, site: Site) -> None:
    two_pages(site)
    site.put("/robots.txt", Reply(status=503), Reply(status=404))
    problem = desk.visit().problem
    assert problem is not None
    assert "robots.txt cannot be read (503 Service Unavailable), so nothing is asked of this host for now" in problem
    assert site.paths() == []
    assert desk.visit().fetched == 2


def test_a_host_is_asked_one_thing_after_another(desk: Desk, site: Site) -> None:
    two_pages(site)
    desk.visit(desk.source(politeness={"seconds_between": 2}))
    assert desk.waited == [2, 2, 2]  # robots.txt, the feed, two pages


def test_a_dead_host_is_left_alone_after_some_failures(desk: Desk, site: Site) -> None:
    with serving() as dead:
        gone = dead.address
    site.put("/feed", rss(*(f"{gone}/{number}" for number in range(9)), "/one"))
    site.put("/one", page("one"))
    found = desk.visit(desk.source(allow_private=["127.0.0.1"], politeness={"retries": 0, "concurrency": 1}))
    assert (found.fetched, found.failed, found.left_over) == (1, 3, 6)
    assert found.notes[-1].endswith("6 pages wait")


def test_a_visit_that_died_goes_on_where_it_was(desk: Desk, site: Site) -> None:
    """The feed was read and noted, then the process was stopped: its next visit gets a 304, and goes on."""
    two_pages(site)
    source = desk.source(politeness={"seconds_between": 1, "concurrency": 1})
    desk.waits_left = 2  # robots.txt, the feed, one page
    with pytest.raises(KeyboardInterrupt):
        desk.visit(source)
    desk.waits_left = None
    assert (len(desk.pages()), desk.visit(source).fetched, len(desk.pages())) == (1, 1, 2)
    assert site.paths() == ["/feed", "/one", "/feed", "/two"]


def test_one_visit_at_a_time(desk: Desk) -> None:
    source = desk.source()
    with one_visit(desk.place, source), pytest.raises(AlreadyVisited):
        desk.visit(source)


def test_what_is_over_the_limit_is_left_for_the_next_visit(desk: Desk, site: Site) -> None:
    site.put("/feed", Reply(rss("/1", "/2", "/3", "/4", "/5").encode(), headers={"ETag": '"f"'}))
    for number in range(1, 6):
        site.put(f"/{number}", page(str(number)))
    source = desk.source(limits={"pages": 2})
    assert [outcome(desk, source=source) for _ in range(3)] == [(2, 0, 0, 3), (2, 0, 0, 1), (1, 0, 0, 0)]


def test_we_say_who_we_are(desk: Desk, site: Site) -> None:
    two_pages(site)
    desk.visit()
    assert {one.headers["user-agent"] for one in site.asked} == {"sitrep/0.1 (+desk@example.org)"}


LISTINGS: dict[str, tuple[Callable[[], Reply], str]] = {
    "a page": (lambda: Reply(page("no feed").encode()), "no feed: "),
    "a picture": (lambda: Reply(b"\x89PNG\r\n\x1a\n", type="image/png"), "no feed: "),
    "nothing": (lambda: Reply(b""), "no feed: "),
    "huge": (lambda: Reply(endless), "larger than 0.5 MB"),
    "an error": (lambda: Reply(status=403), "403 Forbidden"),
}


@pytest.mark.parametrize("fault", LISTINGS)
def test_a_feed_that_cannot_be_used_is_a_problem_of_the_source(desk: Desk, site: Site, fault: str) -> None:
    make, reason = LISTINGS[fault]
    site.put("/feed", make())
    found = desk.visit(desk.source(limits={"listing_megabytes": 0.5}))
    assert found.problem is not None
    assert found.problem.startswith(f"{site.address}/feed: {reason}")
    assert desk.pages() == []


def test_a_broken_feed_is_read_as_far_as_it_goes_and_told(desk: Desk, site: Site) -> None:
    site.put("/feed", rss("/one", "/two").replace("</channel></rss>", "<item><title>cut & "))
    site.put("/one", page("one"))
    site.put("/two", page("two"))
    found = desk.visit()
    assert found.fetched == 2
    assert any("not well formed: " in note for note in found.notes)


def test_an_entity_bomb_does_not_go_off(desk: Desk, site: Site) -> None:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{names}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    item = "<item><title>&l11; &f;</title><link>/one</link></item>"
    site.put("/feed", rss(item).replace('<?xml version="1.0"?>', doctype))
    site.put("/one", page("one"))
    assert desk.visit().fetched == 1
    assert len(desk.sidecars()[0].get("title", "")) < 100
    assert "root:" not in str(desk.sidecars())


def test_ids_that_stand_for_several_addresses_are_told_and_all_are_fetched(desk: Desk, site: Site) -> None:
    def item(path: str) -> str:
        return f"<item><title>{path}</title><link>{path}</link><guid isPermaLink='false'>same</guid></item>"

    site.put("/feed", rss(item("/one"), item("/two"), item("/two"), "<item><title>no link</title></item>"))
    site.put("/one", page("one"))
    site.put("/two", page("two"))
    found = desk.visit()
    assert found.fetched == 2
    assert [note.partition("/feed: ")[2] for note in found.notes] == [
        "1 ids stand for several addresses each",
        "1 entries repeat the address of another",
        "1 entries have no http or https address",
    ]


def test_links_are_relative_to_where_the_feed_was_found(desk: Desk, site: Site) -> None:
    site.put("/feed", elsewhere("/deep/er/feed.xml"))
    site.put(
        "/deep/er/feed.xml",
        rss("one.html", "../two.html", "//127.0.0.1:PORT/three", "?four").replace("PORT", str(site.port)),
    )
    for path in ("/deep/er/one.html", "/deep/two.html", "/three", "/deep/er/feed.xml?four"):
        site.put(path, page(path))
    assert outcome(desk) == (4, 0, 0, 0)


def test_a_password_in_the_address_of_a_feed_goes_to_its_host_alone(desk: Desk, site: Site) -> None:
    two_pages(site)
    site.put("/feed", elsewhere(f"{site.address}/real"))
    site.put("/real", rss("/one"))
    desk.visit(desk.source(url=f"http://reader:secret@127.0.0.1:{site.port}/feed"))
    sent = {one.path: one.headers.get("authorization") for one in site.asked}
    assert (sent["/feed"], sent["/one"]) == ("Basic cmVhZGVyOnNlY3JldA==", None)
