"""One question to one host, and its answer.

What belongs here: the connection, to a number that was checked a moment before (so that a name cannot lead elsewhere
between check and connection), and its times. What does not: redirects, retries, robots.txt (fetcher).

Each question has a connection of its own: between two pages of a host lies a second at least, so that little is lost,
and one clock bounds all of it: name, handshake, headers, body. Proxies of the environment are not used: behind one no
address could be checked.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from sitrep.sources.fetching import bodies
from sitrep.sources.fetching.addresses import Resolver, permitted, resolve
from sitrep.sources.fetching.failures import NotFetched
from sitrep.sources.settings import Limits


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an address, how much may come, and what must be so for it to come at all."""

    url: httpx.URL
    limit: int  # bytes, unpacked
    headers: Mapping[str, str]
    as_it_lies: bool = False  # a file: an encoding of the way is taken off only where the file itself has none


@dataclass(frozen=True, slots=True)
class Answer:
    """What came; the body is read only where it was given (status 200)."""

    url: httpx.URL
    status: int
    reason: str
    headers: Mapping[str, str]  # names in lower case
    body: bytes = b""

    @property
    def media_type(self) -> str:
        """The type that the host calls it, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Wire:
    """How hosts are reached: times, which of them may be private, and how names are resolved."""

    limits: Limits
    allowed_private: frozenset[str] = frozenset()
    resolver: Resolver = resolve
    tls: ssl.SSLContext | None = None

    def ask(self, question: Question) -> Answer:
        """Put one question; raises NotFetched where no whole answer comes."""
        deadline = time.monotonic() + self.limits.total_seconds
        backend = _Checked(self, deadline)
        times = httpx.Timeout(self.limits.read_seconds, connect=self.limits.connect_seconds)
        pool = httpcore.ConnectionPool(ssl_context=self.tls, max_keepalive_connections=0, network_backend=backend)
        with (
            _in_words(self.limits),
            pool,
            httpx.Client(transport=_Pool(pool), timeout=times, trust_env=False) as client,
            client.stream("GET", question.url, headers=question.headers) as answer,
        ):
            return _read(answer, question)


def _read(answer: httpx.Response, question: Question) -> Answer:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    if answer.status_code != httpx.codes.OK:
        return Answer(question.url, answer.status_code, answer.reason_phrase, headers)
    encoding = headers.get("content-encoding", "")
    if question.as_it_lies and question.url.path.endswith(".gz"):
        encoding = ""
    stated = headers.get("content-length", "")
    if stated.isdigit() and int(stated) > question.limit:
        raise NotFetched(f"larger than {question.limit / 1_000_000:g} MB: it says {int(stated) / 1_000_000:.1f} MB")
    body = bodies.read(answer.iter_raw(), encoding, question.limit)
    return Answer(question.url, answer.status_code, answer.reason_phrase, headers, body)


class TotalTime(httpcore.TimeoutException):
    """The answer as a whole took too long, however steadily it came."""


@contextmanager
def _in_words(limits: Limits) -> Iterator[None]:
    """Faults of the connection, as reasons."""
    try:
        yield
    except TotalTime as error:
        said = f"too slow: not whole after {limits.total_seconds:g} s"
        raise NotFetched(said, may_pass=True, concerns_host=True) from error
    except httpcore.ConnectTimeout as error:
        said = f"no connection within {limits.connect_seconds:g} s"
        raise NotFetched(said, may_pass=True, concerns_host=True) from error
    except httpcore.TimeoutException as error:
        said = f"silent for {limits.read_seconds:g} s"
        raise NotFetched(said, may_pass=True, concerns_host=True) from error
    except (httpcore.ProtocolError, httpx.ProtocolError) as error:
        raise NotFetched(f"no proper answer: {error}", may_pass=True) from error
    except (httpcore.NetworkError, OSError) as error:
        if isinstance(error.__context__, ssl.SSLCertVerificationError):
            said = f"its certificate cannot be trusted: {error.__context__.verify_message}"
            raise NotFetched(said, concerns_host=True) from error
        said = f"the connection failed: {error or type(error).__name__}"
        raise NotFetched(said, may_pass=True, concerns_host=isinstance(error, httpcore.ConnectError)) from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError, ValueError) as error:
        raise NotFetched(f"no address that can be asked: {error}") from error


class _Checked(httpcore.NetworkBackend):
    """Connects to numbers that may be asked, and to nothing else."""

    def __init__(self, wire: Wire, deadline: float) -> None:
        self._wire, self._deadline = wire, deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = permitted(host, self._wire.resolver(host, port), self._wire.allowed_private)
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for number in numbers:
            try:
                left = _left(timeout, self._deadline)
                stream = self._plain.connect_tcp(number, port, left, local_address, socket_options)
                return _Timed(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed


class _Timed(httpcore.NetworkStream):
    """A connection that ends at a fixed moment."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _or_total(self._deadline):
            return self._stream.read(max_bytes, _left(timeout, self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with _or_total(self._deadline):
            self._stream.write(buffer, _left(timeout, self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        with _or_total(self._deadline):
            made = self._stream.start_tls(ssl_context, server_hostname, _left(timeout, self._deadline))
        return _Timed(made, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(timeout: float | None, deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TotalTime
    return left if timeout is None else min(timeout, left)


@contextmanager
def _or_total(deadline: float) -> Iterator[None]:
    """A timeout at the fixed moment is one of the whole, not of the last read."""
    try:
        yield
    except httpcore.TimeoutException as error:
        if time.monotonic() >= deadline:
            raise TotalTime from error
        raise


class _Pool(httpx.BaseTransport):
    """httpx over a connection pool of our own, which is httpcore's public way to choose how connections are made."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One exchange; what goes wrong comes out as httpcore's errors."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        assert isinstance(request.stream, httpx.SyncByteStream)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=url,
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._answer.stream, Iterable)
        yield from self._answer.stream

    def close(self) -> None:
        """Let go of the connection."""
        self._answer.close()
