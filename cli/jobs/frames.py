"""What a reading process and whoever began it say to each other: frames of bytes over a pipe, the kind of an answer
first; nothing of what is in them."""

from __future__ import annotations

from typing import IO

_LENGTH_BYTES = 8
LOADED, GOING_ON, READ, TROUBLE, STOP = b"L", b"G", b"R", b"T", b"S"
"""Kinds of answers: models are loaded; another article of the share is done, and the answer comes later; readings; what
went wrong with a share; why nothing can be read at all."""


def write_frame(stream: IO[bytes], *parts: bytes) -> None:
    """One frame; raises OSError where nobody reads any more."""
    stream.write(sum(map(len, parts)).to_bytes(_LENGTH_BYTES, "big"))
    for part in parts:
        stream.write(part)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame; None where the other end is gone."""
    head = stream.read(_LENGTH_BYTES)
    length = int.from_bytes(head, "big")
    body = stream.read(length) if len(head) == _LENGTH_BYTES else b""
    return body if body and len(body) == length else None
