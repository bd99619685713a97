"""Which addresses may be asked: http and https, and of hosts on the public internet unless a source allows more.

What belongs here: deciding on a URL and on the numbers that a name resolves to. What does not: connecting (wire).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

import httpx

from sitrep.sources.fetching.failures import NotFetched

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
#: IPv6 prefixes that carry an IPv4 address which a gateway connects to: the well-known one of NAT64.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """The numbers of a name, in the order in which the system would try them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(f"the name {host} is not known: {error}", may_pass=True, concerns_host=True) from error
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def checked(address: str) -> httpx.URL:
    """An address that may be asked, if its host's numbers turn out to be public."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError) as error:
        raise NotFetched(f"no address: {error}") from error
    if url.scheme not in ("http", "https"):
        raise NotFetched(f"leads to {url.scheme or 'no scheme'}:, only http and https are asked")
    if not url.host:
        raise NotFetched("no host in the address")
    return url.copy_with(fragment=None)


def permitted(host: str, numbers: Sequence[str], allowed_private: frozenset[str]) -> list[str]:
    """The numbers to connect to: all must be public, unless the host is one that may be private."""
    if host.lower() not in allowed_private:
        for number in numbers:
            if not is_public(number):
                raise NotFetched(
                    f"{host} is {number}, a private address: allow_private of the source must name the host",
                    concerns_host=True,
                )
    return list(numbers)


def is_public(number: str) -> bool:
    """Whether a number belongs to the public internet, also where IPv6 only wraps an IPv4 address."""
    ip = ipaddress.ip_address(number.partition("%")[0])
    inner = _wrapped(ip)
    if inner is not None:
        return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _wrapped(ip: IP) -> ipaddress.IPv4Address | None:
    if not isinstance(ip, ipaddress.IPv6Address):
        return None
    if ip in NAT64:
        return ipaddress.IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour
