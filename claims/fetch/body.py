"""An answer's body within its limit, unpacked a piece at a time, so that a bomb is known when it begins to
grow."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from claims.fetch.model import FetchError

PIECE_BYTES = 256 * 1024
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}


def whole(pieces: Iterable[bytes], encoding: str, max_bytes: int) -> bytes:
    """The body; raises FetchError where it is longer than allowed, broken, or packed otherwise."""
    out = bytearray()
    try:
        for piece in _unpacked(pieces, encoding.strip().lower()):
            out += piece
            if len(out) > max_bytes:
                raise FetchError(
                    f"larger than {max_bytes / 1024 / 1024:.0f} MB", "save it, and name the file"
                )
    except zlib.error:
        raise FetchError(
            "an answer whose gzip data is broken", "try again later", temporary=True
        ) from None
    return bytes(out)


def _unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in _WINDOWS:
        raise FetchError(f"an answer packed in a way that was not asked for ({encoding[:40]})")
    unpacker = zlib.decompressobj(_WINDOWS[encoding])
    for piece in pieces:
        while piece and not unpacker.eof:
            yield unpacker.decompress(piece, PIECE_BYTES)
            piece = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise zlib.error("cut off")
