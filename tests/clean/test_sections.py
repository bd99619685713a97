"""Live blogs and round-ups become sections with their own times."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.clean import clean, load_rules
from sitrep.records import CleanDocument, Delivery
from tests.clean.test_spans import accounted

RULES = load_rules()
AS_OF = dt.date(2026, 11, 20)
POSTS = (
    "Two people were killed when a shell hit a bus near the station in Karwat, the mayor has written on Telegram.",
    "The ministry of defence says that it has shot down eleven drones over the coast during the night.",
    "Talks between the two foreign ministers in Selburg have ended without a result, a diplomat told VNA today.",
)
ADDRESS = "https://live.example/1"


def sections(text: str, **sidecar: str) -> tuple[CleanDocument, ...]:
    found = clean(Delivery("s", "a.txt", text.encode(), "text/plain", sidecar), "parent", AS_OF, RULES)
    for document in found:
        accounted(document)
    return found


def told(found: tuple[CleanDocument, ...]) -> list[tuple[int | None, str | None, str, str | None]]:
    return [(d.section, d.title, d.clean_text, d.published.at.isoformat() if d.published.at else None) for d in found]


def test_a_live_blog_is_divided_at_its_times() -> None:
    text = (
        "War live: what happened on Wednesday\n17 January 2024\n\n14:05 GMT\nShell hits bus in Karwat\n" + POSTS[0]
        + "\n\n11.40am GMT\n" + POSTS[1] + "\n\n09:15 GMT\n" + POSTS[2] + "\n\nShare this: Facebook | Twitter"
    )  # fmt: skip
    found = sections(text, url=ADDRESS)
    title = "War live: what happened on Wednesday"
    assert told(found) == [
        (0, "Shell hits bus in Karwat", f"{title}\nShell hits bus in Karwat\n{POSTS[0]}", "2024-01-17T14:05:00+00:00"),
        (1, title, POSTS[1], "2024-01-17T11:40:00+00:00"),
        (2, title, POSTS[2], "2024-01-17T09:15:00+00:00"),
    ]
    assert {d.parent_document_id for d in found} == {"parent"}
    assert len({d.document_id for d in found} | {"parent"}) == 4
    assert {(d.url, d.published.on, d.published.precision) for d in found} == {
        (ADDRESS, dt.date(2024, 1, 17), "second")
    }


def test_entries_that_begin_with_their_time_are_sections_of_a_live_page() -> None:
    text = (
        "LIVE: Fire across the river, day three\n17 January 2024\n\n14:05 - " + POSTS[0] + "\n\n11:40 - " + POSTS[1]
        + "\n\n09:15 - Two soldiers wounded near Karwat."
    )  # fmt: skip
    found = sections(text)
    assert [d.clean_text.rsplit("\n")[-1] for d in found] == [
        "14:05 - " + POSTS[0], "11:40 - " + POSTS[1], "09:15 - Two soldiers wounded near Karwat."
    ]  # fmt: skip
    assert {d.published.on for d in found} == {dt.date(2024, 1, 17)}


def test_midnight_between_two_posts_moves_the_day() -> None:
    text = "War live\n17 January 2024\n\n01:10 GMT\n{}\n\n00:20 GMT\n{}\n\n23:30 GMT\n{}".format(*POSTS)
    assert [d.published.on for d in sections(text)] == [dt.date(2024, 1, day) for day in (17, 17, 16)]


def test_posts_with_full_dates_keep_their_own() -> None:
    text = "The war diary of the north\n\n" + "\n\n".join(
        f"{day} January 2024\n{post}" for day, post in zip((3, 5, 9), POSTS, strict=True)
    )
    assert [(d.published.on, d.published.basis) for d in sections(text)] == [
        (dt.date(2024, 1, day), "text") for day in (3, 5, 9)
    ]


def test_a_numbered_round_up_is_divided_at_its_numbers() -> None:
    text = "Security round-up for 17 January 2024\n\n" + "\n\n".join(f"{n}. {p}" for n, p in enumerate(POSTS, start=1))
    assert [(d.section, d.clean_text.splitlines()[-1][:6]) for d in sections(text)] == [
        (0, "1. Two"), (1, "2. The"), (2, "3. Tal"),
    ]  # fmt: skip


NOT_DIVIDED = [
    "Shell hits bus in Karwat\nPublished 14:05 GMT\nUpdated 15:10 GMT\n17 January 2024\n\n" + "\n\n".join(POSTS),
    "Army sets three demands\n\n" + "\n\n".join(f"{n}. {p}" for n, p in enumerate(POSTS, start=1)),
    "Shell hits bus in Karwat\n\n14:05\n" + POSTS[0] + "\n\n15:05\n" + POSTS[1],
    "Shell hits bus in Karwat\n\n" + POSTS[0] + "\n\n3.\n\n4.\n\n5.\n\n" + POSTS[1],
]


@pytest.mark.parametrize("text", NOT_DIVIDED, ids=["two stamps", "a list of demands", "two posts", "numbers alone"])
def test_one_report_stays_one(text: str) -> None:
    (document,) = sections(text)
    assert (document.section, document.parent_document_id, document.document_id) == (None, None, "parent")


def test_a_live_page_keeps_its_times() -> None:
    posts = "".join(
        f'<div class="post"><span class="when">{hour}:05 GMT</span><p>{post}</p>'
        "<p>More is not known, and the line is bad.</p></div>"
        for hour, post in zip((14, 11, 9), POSTS, strict=True)
    )
    markup = (
        '<html><head><title>War live: Wednesday</title><script type="application/ld+json">{"@type": "LiveBlogPosting", '
        '"datePublished": "2024-01-17T08:00:00Z"}</script></head><body><nav><a>Home</a></nav><article>'
        f"<h1>War live: Wednesday</h1>{posts}</article></body></html>"
    )
    found = clean(Delivery("s", "a.html", markup.encode(), "text/html"), "parent", AS_OF, RULES)
    for document in found:
        accounted(document)
    assert [(d.section, d.published.at and d.published.at.hour, d.published.basis) for d in found] == [
        (0, 14, "metadata"), (1, 11, "metadata"), (2, 9, "metadata"),
    ]  # fmt: skip


def test_times_of_links_between_paragraphs_divide_nothing() -> None:
    text = "Shell hits bus in Karwat\n\n" + "\n\n2 hours ago\n\n".join([*POSTS, POSTS[0].replace("Two", "Ten")])
    assert len(sections(text)) == 1
