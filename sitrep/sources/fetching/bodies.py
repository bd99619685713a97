"""The bytes of an answer, unpacked and counted as they come.

What belongs here: content encodings and the size limit, which holds for what is unpacked. What does not: the network.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from sitrep.sources.fetching.failures import NotFetched

_AUTO = 47  # zlib's number for "gzip or zlib, as the header says"
_RAW = -15  # deflate without a header, which some servers send
_PIECE = 1 << 16  # what a small packed piece may become at a time
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
PLAIN = frozenset({"", "identity"})


def read(pieces: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """All of an answer; raises NotFetched where it is larger than the limit, broken, or packed in an unknown way."""
    name = encoding.strip().lower()
    if name not in PACKED | PLAIN:
        raise NotFetched(f"packed as {name!r}, which was not asked for")
    made = bytearray()
    for piece in unpacked(pieces) if name in PACKED else pieces:
        made += piece
        if len(made) > limit:
            raise NotFetched(f"larger than {limit / 1_000_000:g} MB" + (" when unpacked" if name in PACKED else ""))
    return bytes(made)


def unpacked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip or deflate holds, in small pieces: memory does not grow with what a piece would unpack to."""
    unpacker = _Unpacker()
    for piece in pieces:
        yield from unpacker.feed(piece)
    yield unpacker.end()


class _Unpacker:
    """Members of gzip one after another, or one stream of deflate, with its header or without."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_AUTO)
        self._begun = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """What some more bytes unpack to."""
        while piece:
            if self._member.eof:
                piece = piece.lstrip(b"\0")  # padding
                if not piece:
                    return
                self._member = zlib.decompressobj(_AUTO)
            yield self._some(piece)
            piece = self._member.unused_data if self._member.eof else self._member.unconsumed_tail

    def _some(self, piece: bytes) -> bytes:
        try:
            made = self._member.decompress(piece, _PIECE)
        except zlib.error as error:
            if self._begun:
                raise NotFetched(f"broken packing: {error}") from error
            self._member, self._begun = zlib.decompressobj(_RAW), True
            return self._some(piece)
        self._begun = True
        return made

    def end(self) -> bytes:
        """What was held back; raises NotFetched where more should have come."""
        rest = self._member.flush() if self._begun else b""
        if self._begun and not self._member.eof:
            raise NotFetched("cut short: the packing ends before its content does", may_pass=True)
        return rest
