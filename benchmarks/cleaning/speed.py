"""How fast cleaning is, on one core and in processor time (so that other work on the machine does not count).

    python -m benchmarks.cleaning.speed

Plain texts of 4 kB, valid UTF-8, everything on; and whole HTML pages against trafilatura alone on the same pages.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml
from trafilatura import bare_extraction

from benchmarks.cleaning.quality import cases
from sitrep.clean import clean, load_rules
from sitrep.clean.html import DATE_OPTIONS
from sitrep.records import Delivery

AS_OF = dt.date(2026, 11, 20)
TEXT_BYTES = 4000
TEXTS = 400
PAGES = 40
ROUNDS = 7


def seconds(*works: Callable[[], object]) -> list[float]:
    """Processor time of the fastest of some rounds of each work, taken in turn so that all see the same machine."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def plain_texts() -> list[bytes]:
    """Texts of about 4 kB: labelled texts of several shapes, one below the other until they are long enough."""
    parts = [case.payload for case in cases() if case.media_type == "text/plain"]
    texts = []
    for number in range(TEXTS):
        text = parts[number % len(parts)]
        following = number + 1
        while len(text) < TEXT_BYTES:
            text += b"\n\n" + parts[following % len(parts)]
            following += 7
        texts.append(text[:TEXT_BYTES].decode("utf-8", "ignore").encode())
    return texts


def pages() -> list[str]:
    """Pages of about 100 kB as news sites have them: menus, scripts, an article, other stories."""
    stories = yaml.safe_load((Path(__file__).parent / "stories.yaml").read_text("utf-8"))
    return [_page(number, stories) for number in range(PAGES)]


def _page(number: int, stories: Sequence[dict[str, object]]) -> str:
    story = stories[number % len(stories)]
    paragraphs = [p for other in stories for p in other["paragraphs"]]  # type: ignore[attr-defined]
    body = "".join(f"<p>{paragraphs[(number + n) % len(paragraphs)]}</p>\n" for n in range(20))
    menu = "".join(f'<li class="menu-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(150))
    links = "".join(
        f'<div class="card"><a href="/{n}"><img src="{n}.jpg"><h3>Story {n} of the day about town {n}</h3></a>'
        f"<span>{n} h</span></div>"
        for n in range(80)
    )
    script = "<script>" + "var a = {'k': 'value of some setting'};\n" * 400 + "</script>"
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{story["title"]} | Post</title>{script}'
        f'<meta property="article:published_time" content="2024-01-17T08:00:00Z"></head>'
        f"<body><nav><ul>{menu}</ul></nav>"
        f'<main><article><h1>{story["title"]}</h1><div class="body">{body}</div></article><aside>{links}</aside></main>'
        f"<footer><ul>{menu}</ul><p>© 2024 Post. All rights reserved.</p></footer>{script}</body></html>"
    )


def plain_rate() -> float:
    """Plain texts a second."""
    rules = load_rules()
    deliveries = [Delivery("bench", str(n), text, "text/plain") for n, text in enumerate(plain_texts())]
    (work,) = seconds(lambda: [clean(delivery, "d", AS_OF, rules) for delivery in deliveries])
    return len(deliveries) / work


def html_ratio() -> tuple[float, float]:
    """Time for a page, and how many times that of trafilatura alone it is."""
    rules = load_rules()
    texts = pages()
    deliveries = [Delivery("bench", str(n), text.encode(), "text/html") for n, text in enumerate(texts)]
    ours, alone = seconds(
        lambda: [clean(delivery, "d", AS_OF, rules) for delivery in deliveries],
        lambda: [
            bare_extraction(t, include_comments=False, with_metadata=True, date_extraction_params=DATE_OPTIONS)
            for t in texts
        ],
    )
    return ours / len(texts), ours / alone


def main() -> None:
    print(f"plain texts of {TEXT_BYTES} bytes: {plain_rate():.0f} a second")
    each, ratio = html_ratio()
    print(f"HTML pages of {len(pages()[0]) // 1000} kB: {each * 1000:.1f} ms each, {ratio:.2f} times trafilatura alone")


if __name__ == "__main__":
    main()
