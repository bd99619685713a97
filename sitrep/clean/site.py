"""Which site a document comes from: the host of its address, else its source.

What belongs here: that one question. What does not: who published it (document.py).
"""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(url: str | None) -> str | None:
    """The host of an address without what says nothing: www, mobile and such."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    for prefix in ("www.", "m.", "amp.", "mobile."):
        host = host.removeprefix(prefix) if host else host
    return host or None


def site_of(url: str | None, source_name: str) -> str:
    """The site under which furniture is learned and applied."""
    return host_of(url) or source_name
