"""Messages between a reading process and its parent: length, then JSON or bytes; nothing that could run
code."""

from __future__ import annotations

import json
import struct
from contextlib import suppress
from dataclasses import asdict, fields
from typing import IO, Any

from claims.model import Article, Failure, OutletFacts, Told
from claims.read.decode import Overrides
from claims.read.options import Item, ReadOptions
from claims.read.told import MAX_TOLD

LENGTH = struct.Struct(">Q")
HELD_BYTES = 512 * 1024
"""Of answers that wait for each other, on the way and at either end."""
MAX_FRAME_BYTES = 128 * 1024 * 1024
"""Of a message; a longer one is none of ours."""


def widened(stream: IO[bytes] | None) -> None:
    """Lets a pipe hold the answers of several documents, where the system can: whoever writes need not wait, nor
    whoever reads be woken for each."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        stream and fcntl.fcntl(stream, fcntl.F_SETPIPE_SZ, HELD_BYTES)


def framed(body: bytes) -> bytes:
    """A message as it is sent, for several that go at once."""
    return LENGTH.pack(len(body)) + body


def send(stream: IO[bytes], body: bytes) -> None:
    """One message."""
    stream.write(LENGTH.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; None where the other side has ended or speaks no sense."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > MAX_FRAME_BYTES:
        return None
    body = stream.read(length)
    return body if len(body) == length else None


def packed(value: Any) -> bytes:
    """A value of JSON as bytes."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def item_row(item: Item) -> dict[str, Any]:
    """An article or a failure as JSON."""
    row = {"kind": type(item).__name__, **vars(item)}
    if isinstance(item, Article):
        facts = item.outlet_facts
        row |= {"outlet_facts": asdict(facts) if facts else None, "retrieval": None}
        row["told"] = [(told.key, told.value, told.source) for told in item.told]
    return row


def item_of(row: dict[str, Any]) -> Item:
    """And back; raises KeyError, TypeError or ValueError where it is neither."""
    kind = row.pop("kind")
    if kind == "Failure":
        return Failure(**row)
    if kind != "Article" or not all(isinstance(row.get(key), str) for key in ("doc", "text")):
        raise ValueError(kind)
    facts = row.pop("outlet_facts")
    row.pop("retrieval", None)  # which is known to who asked, not to who reads
    row["warnings"] = tuple(map(str, row["warnings"]))
    row["told"] = tuple(Told(*map(str, told)) for told in row["told"][:MAX_TOLD])
    return Article(outlet_facts=OutletFacts(**facts) if facts else None, **row)


OF_THE_RUN = ("names", "unread_keys", "elsewhere")
"""Options that note what a whole run has seen; one document's process begins with none."""


def options_row(options: ReadOptions) -> dict[str, Any]:
    """Options as JSON."""
    said = {f.name: getattr(options, f.name) for f in fields(options) if f.name not in OF_THE_RUN}
    return {**said, "overrides": asdict(options.overrides), "columns": dict(options.columns)}


def options_of(row: dict[str, Any]) -> ReadOptions:
    """And back."""
    return ReadOptions(**{**row, "overrides": Overrides(**row["overrides"])})
