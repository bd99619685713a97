"""Everything that can be wrong with a newsroom's folder, in one folder and one run: each bad record ends in quarantine
with its reason, every good one beside it is read, and nothing raises.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from sitrep.store.home import Home
from tests.clean.test_bad_input import pdf
from tests.pipeline.conftest import Done, Place, call

NEWS = "Gunmen attacked a convoy near {} on Tuesday, killing two soldiers and wounding five others, officials said."
SECRET = "the password of the machine is swordfish"


def news(town: str) -> str:
    return f"Two soldiers die near {town}\n\nPublished 18 January 2024\n\n{NEWS.format(town)}"


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def bad_inputs(folder: Path) -> dict[str, tuple[bytes, str]]:
    """File -> its bytes, and how the reason begins with which its record is set aside."""
    (folder / "secret.txt").write_text(SECRET)
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{folder}/secret.txt">]>'
    item = "<item><title>&e;</title><description>&e;</description></item>"
    feed = f'<?xml version="1.0"?>{entity}<rss><channel>{item}</channel></rss>'
    return {
        "empty.txt": (b"", "has_bytes: raw_size = 0"),
        "white.txt": (b" \n\t\r\n ", "empty: no text"),
        "furniture.txt": (b"Share this: Facebook | Twitter\nAdvertisement\nSubscribe now for unlimited access",
                          "boilerplate: nothing but furniture of a page"),
        "binary.txt": (bytes(range(256)) * 20, "binary: "),
        "cut-short.txt.gz": (gzip.compress(news("Mach").encode() * 50)[:-30], "broken gzip: "),
        "bomb.zip": (zipped({"a.txt": b"0" * 60_000_000}), "zip bomb: "),
        "tricks.zip": (zipped({"../../a.txt": b"evil"}), "unsafe path: leads out of its archive"),
        "one-line.txt": (b"word " * 10_000_000, "too large: "),
        "deep.html": (b"<div>" * 50_000 + NEWS.encode(), "nested too deep: "),
        "entities.xml": (entity.encode() + b"<doc>&e;</doc>", "empty: "),
        "entities.rss": (feed.encode(), "empty: "),
        "scan.pdf": (pdf(None), "no text layer: "),
        "half.jsonl": (json.dumps({"text": news("Sibi")}).encode() + b'\n{"text": "Gun', "not valid JSON"),
    }  # fmt: skip


def good_inputs() -> dict[str, tuple[bytes, str]]:
    """File -> its bytes, and the town that its report must be found by."""
    deep = f"<html><body>{'<div>' * 400}<p>{NEWS.format('Duki')}</p>{'</div>' * 400}</body></html>"
    charset = f'<meta charset="utf-16"></head><body><p>{NEWS.format("Zhob")} Mr Peña saw it.</p></body></html>'
    towns = ("Turbat", "Gwadar", "Panjgur", "Kalat")
    plain = {f"plain-{town.lower()}.txt": (news(town).encode(), town) for town in towns}
    return plain | {
        "wrong-charset.html": (f"<html><head>{charset}".encode(), "Zhob"),
        "zeros.txt": (news("Pishin").replace("attacked", "attacked\0").encode(), "Pishin"),
        "surrogates.json": (json.dumps({"text": news("Chaman") + " \ud83d"}).encode(), "Chaman"),
        "marks.txt": (f"\u202e\u200f{news('Hub')}\u202c".encode(), "Hub"),
        "nested.html": (deep.encode(), "Duki"),
        "tricks-beside.zip": (zipped({"b.txt": news("Khuzdar").encode()}), "Khuzdar"),
    }


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Done, Path]:
    root = tmp_path_factory.mktemp("bad")
    folder = root / "newsroom"
    folder.mkdir()
    for name, (payload, _) in {**bad_inputs(root), **good_inputs()}.items():
        (folder / name).write_bytes(payload)
    place = Place(Home(root / "home"))
    return place, call("run", folder, "--home", place.home.path, "--as-of", "2024-01-20"), root


def test_the_run_ends_well(ran: tuple[Place, Done, Path]) -> None:
    _, done, _ = ran
    assert done.code == 0, done.out + done.err
    assert "Traceback" not in done.out + done.err


def test_every_bad_record_is_in_quarantine_with_its_reason(ran: tuple[Place, Done, Path]) -> None:
    place, _, root = ran
    found: dict[str, str] = dict(
        place.rows(
            "select regexp_replace(split_part(raw_path, '!', 1), '#.*', ''), array_to_string(reasons, ' ')"
            " from quality.quarantine join core.delivery using (delivery_id)"
        )
    )
    assert sorted(found) == sorted(bad_inputs(root))
    for name, (_, reason) in bad_inputs(root).items():
        assert reason in found[name], (name, found[name])


def test_every_good_record_beside_them_is_read(ran: tuple[Place, Done, Path]) -> None:
    place, _, _ = ran
    texts = [text for (text,) in place.rows("select clean_text from core.document")]
    for name, (_, town) in good_inputs().items():
        assert sum(NEWS.format(town) in text for text in texts) == 1, name
    assert sum(NEWS.format("Sibi") in text for text in texts) == 1, "the good line beside the broken one"
    assert any("Mr Peña saw it." in text for text in texts)
    assert len(texts) == len(good_inputs()) + 1


def test_no_external_entity_was_read(ran: tuple[Place, Done, Path]) -> None:
    place, _, _ = ran
    kept = [path for path in place.home.path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    assert kept == []
