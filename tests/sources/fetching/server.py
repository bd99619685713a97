"""A real HTTP server on loopback whose answers a test writes down, and which notes what it was asked.

What belongs here: serving. What does not: what is served (the tests).
"""

from __future__ import annotations

import gzip
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Write = Callable[[bytes], None]


@dataclass(frozen=True)
class Reply:
    """One answer; a body may be bytes, or a function that writes as it likes."""

    body: bytes | Callable[[Write], None] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    type: str = "text/html; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """One question, as it came."""

    path: str
    headers: Mapping[str, str]
    at: float


class Site:
    """Answers by path: one that stays, or several of which each is given once and the last stays."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self.port = 0
        self.scheme = "http"

    def put(self, path: str, *replies: Reply | str | bytes) -> None:
        made = [
            one if isinstance(one, Reply) else Reply(one.encode() if isinstance(one, str) else one) for one in replies
        ]
        self.replies[path] = made

    def next(self, path: str) -> Reply:
        replies = self.replies.get(path, [Reply(b"no such page", 404)])
        return replies.pop(0) if len(replies) > 1 else replies[0]

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        """What was asked, robots.txt apart."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]


@contextmanager
def serving(host: str = "0.0.0.0", tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site at every loopback address, for as long as it lasts; under TLS where a certificate is given."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append(Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
            answer(self, site.next(self.path))

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    if tls:
        site.scheme, server.socket = "https", tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def answer(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    """Send a reply; conditions of the question are honoured where the reply bears an ETag or a date."""
    wanted = (handler.headers.get("If-None-Match"), handler.headers.get("If-Modified-Since"))
    has = (reply.headers.get("ETag"), reply.headers.get("Last-Modified"))
    status = 304 if any(one and one == other for one, other in zip(wanted, has, strict=True)) else reply.status
    body = reply.body if status != 304 else b""
    handler.close_connection = True
    handler.send_response(status)
    handler.send_header("Content-Type", reply.type)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    if isinstance(body, bytes) and "Content-Length" not in reply.headers:
        handler.send_header("Content-Length", str(len(body)))
    handler.send_header("Connection", "close")
    handler.end_headers()
    try:
        if isinstance(body, bytes):
            handler.wfile.write(body)
        else:
            body(handler.wfile.write)
    except (BrokenPipeError, ConnectionResetError):
        pass  # who asked has had enough


def packed(text: str | bytes) -> Reply:
    """A page that is sent packed."""
    data = text.encode() if isinstance(text, str) else text
    return Reply(gzip.compress(data), headers={"Content-Encoding": "gzip"})
