"""HTML pages: the article kept, the page around it cut, dates read from the head."""

from __future__ import annotations

import datetime as dt

import pytest

from sitrep.clean import clean, load_rules
from sitrep.clean.html import page as read_page
from sitrep.records import CleanDocument, Delivery
from tests.clean.test_spans import accounted

RULES = load_rules()
AS_OF = dt.date(2026, 11, 20)

PARAGRAPHS = (
    "QUETTA: Gunmen attacked a paramilitary checkpost near the town of Mastung on Tuesday night, killing at least "
    "three soldiers and wounding five others, officials said.",
    "The attackers fled on motorcycles after an exchange of fire that went on for an hour, a police officer said.",
    "No group has said that it carried out the attack. The province has seen a rise in violence over two years.",
    "“We have launched a search in the hills,” the officer said, adding that two suspects had been detained.",
)

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Three soldiers killed in Mastung attack | The Valley Post</title>
<meta property="og:title" content="Three soldiers killed in Mastung attack">
<meta property="og:site_name" content="The Valley Post">
{head}
<style>.x {{ color: red }}</style></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a>Sport</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies to improve this site. <button>Accept all</button></div>
<main><article><h1>Three soldiers killed in Mastung attack</h1>
<div class="meta">By <a href="/a">R. Roe</a> | <span class="date">{stamp}</span></div>
<figure><img src="x.jpg"><figcaption>Soldiers stand guard in Quetta. Photo: AFP</figcaption></figure>
<p>{0}</p><p>{1}</p><div class="ad">Advertisement</div><p>{2}</p>
<p><strong>Read more:</strong> <a href="/x">Five dead in Kalat blast</a></p><p>{3}</p>
<div class="tags">Tags: <a>Mastung</a>, <a>Balochistan</a></div></article>
<aside><h3>Related stories</h3><ul><li><a href="/1">Blast kills ten at Quetta market</a></li>
<li><a>Talks fail again</a></li></ul></aside>
</main><footer><p>© 2019 The Valley Post. All rights reserved.</p><a>Privacy policy</a></footer>
<script>var tracked = "Gunmen attacked";</script></body></html>"""


def page(head: str = "", stamp: str = "January 17, 2024") -> CleanDocument:
    markup = PAGE.format(*PARAGRAPHS, head=head, stamp=stamp)
    (document,) = clean(Delivery("s", "a.html", markup.encode(), "text/html"), "d", AS_OF, RULES)
    accounted(document)
    return document


def test_a_page_becomes_its_article() -> None:
    document = page()
    assert document.clean_text == "\n\n".join(["Three soldiers killed in Mastung attack", *PARAGRAPHS])
    assert (document.title, document.title_start, document.title_end) == (
        "Three soldiers killed in Mastung attack",
        0,
        39,
    )
    assert (document.publisher, document.byline, document.dateline_place) == ("The Valley Post", "R. Roe", "QUETTA")
    assert (document.language, document.encoding, document.problem) == ("en", "utf-8", None)
    assert "tracked" not in document.raw_text
    assert "color: red" not in document.raw_text


HEADS = [
    ("", "January 17, 2024", "2024-01-17", "text"),
    ('<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", '
     '"datePublished": "2024-01-17T21:04:00+05:00"}]}</script>', "", "2024-01-17", "metadata"),
    ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-01-17T21:04:00+05:00",}'
     "</script>", "", "2024-01-17", "metadata"),
    ('<meta property="article:published_time" content="2024-01-17T16:04:00Z">', "", "2024-01-17", "metadata"),
    ('<meta name="dc.date" content="20240117">', "", "2024-01-17", "metadata"),
    ('<link rel="canonical" href="https://x.org/2024/01/17/attack"><meta property="og:url" '
     'content="https://x.org/2024/01/17/attack">', "", "2024-01-17", "metadata"),
    ("", '<time datetime="2024-01-17">two days ago</time>', "2024-01-17", "metadata"),
    ("", "", None, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "stamp", "on", "basis"), HEADS,
    ids=["stamp", "json-ld", "broken json-ld", "open graph", "dublin core", "address", "time", "none"],
)  # fmt: skip
def test_dates_of_a_page(head: str, stamp: str, on: str | None, basis: str) -> None:
    published = page(head, stamp).published
    assert (str(published.on) if published.on else None, published.basis) == (on, basis)


def test_a_page_too_deep_to_walk_is_read_without_an_exception() -> None:
    markup = "<html><body>" + "<div>" * 20_000 + f"<p>{PARAGRAPHS[0]}</p>" + "</div>" * 20_000 + "</body></html>"
    (document,) = clean(Delivery("s", "a.html", markup.encode(), "text/html"), "d", AS_OF, RULES)
    accounted(document)


def test_a_page_of_nothing_but_furniture_is_set_aside() -> None:
    markup = "<html><body><nav><a>Home</a><a>World</a></nav><p>Advertisement</p><p>We use cookies.</p></body></html>"
    (document,) = clean(Delivery("s", "a.html", markup.encode(), "text/html"), "d", AS_OF, RULES)
    assert document.problem == "boilerplate: nothing but furniture of a page"


def test_elements_that_were_never_closed_lose_no_text() -> None:
    paragraphs = "".join(f"<p><font>Report {number}: {PARAGRAPHS[1]}" for number in range(400))
    assert read_page(f"<html><body>{paragraphs}</body></html>", None, None).text.count(PARAGRAPHS[1]) == 400


@pytest.mark.parametrize("begin", ["<div>", "<html><body><div>"])
def test_a_page_nested_beyond_any_parser_says_so(begin: str) -> None:
    assert read_page(begin * 5000 + PARAGRAPHS[1], None, None).problem == "nested too deep: no parser gets to its text"


def test_a_piece_of_a_page_is_read_without_its_tags() -> None:
    assert read_page(f"<p>{PARAGRAPHS[1]}</p>", None, None).text == PARAGRAPHS[1]
    assert read_page(PARAGRAPHS[1], None, None).text == PARAGRAPHS[1]
