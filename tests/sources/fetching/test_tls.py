"""A real TLS server on loopback: a certificate that cannot be trusted is listed with its reason, and none is read."""

from __future__ import annotations

import datetime as dt
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
import trustme

from tests.sources.fetching.conftest import Desk, page, rss
from tests.sources.fetching.server import serving

HERE = "127.0.0.1"
YESTERDAY = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """One that this machine trusts."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def context(certificate: trustme.LeafCert) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(made)
    return made


def test_a_page_comes_under_a_certificate_that_is_trusted(authority: trustme.CA, tmp_path: Path) -> None:
    with serving(tls=context(authority.issue_cert(HERE))) as site:
        site.put("/feed", rss("/one"))
        site.put("/one", page("one"))
        found = Desk(tmp_path, site).visit()
    assert (found.fetched, found.problem) == (1, None)
    assert site.address.startswith("https:")


@pytest.mark.parametrize(
    ("issue", "reason"),
    [
        pytest.param(
            lambda _: trustme.CA().issue_cert(HERE), "unable to get local issuer certificate", id="a stranger"
        ),
        pytest.param(lambda ca: ca.issue_cert(HERE, not_after=YESTERDAY), "certificate has expired", id="expired"),
        pytest.param(
            lambda ca: ca.issue_cert("other.example"),
            "IP address mismatch, certificate is not valid for '127.0.0.1'.",
            id="another name",
        ),
    ],
)
def test_a_certificate_that_cannot_be_trusted_is_listed_with_its_reason(
    authority: trustme.CA, tmp_path: Path, issue: Callable[[trustme.CA], trustme.LeafCert], reason: str
) -> None:
    with serving() as plain, serving(tls=context(issue(authority))) as site:
        plain.put("/feed", rss(f"{site.address}/one", "/two"))
        plain.put("/two", page("two"))
        site.put("/one", page("one"))
        desk = Desk(tmp_path, plain)
        found = desk.visit()
        assert desk.visit(desk.source(name="direct", url=f"{site.address}/feed")).problem == (
            f"{site.address}/feed: its certificate cannot be trusted: {reason}"
        )
    assert (found.fetched, found.failed) == (1, 1)
    assert desk.troubles() == {"/one": (f"its certificate cannot be trusted: {reason}", 1)}
    assert desk.waited == []  # a second try now would find the same
    assert site.asked == []


def test_a_host_that_speaks_no_tls_is_listed_with_its_reason(tmp_path: Path) -> None:
    with serving() as plain:
        plain.put("/feed", rss(f"https://{HERE}:{plain.port}/one"))
        desk = Desk(tmp_path, plain)
        assert desk.visit(desk.source(politeness={"retries": 0})).failed == 1
    (reason, _) = desk.troubles()["/one"]
    assert reason is not None
    assert reason.startswith("the connection failed: [SSL")
