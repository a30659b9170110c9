"""What our components write on a doc, as bytes and back: `doc.to_bytes`, `DocBin` and `nlp.pipe` in
several processes pack it with msgpack, which knows no dataclass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

import srsly

from claims import model
from claims.model import Span

MARK = "onrecord_type"
"""The key that says which dataclass a packed one is."""
Chain = Callable[[Any], Any] | None
"""What packs or unpacks other things."""
_TYPES: dict[str, type[Any]] = {
    name: thing
    for name, thing in vars(model).items()
    if isinstance(thing, type) and is_dataclass(thing)
}


def encode(thing: Any, chain: Chain = None) -> Any:
    """One of our dataclasses as a dict; anything else as the chain has it."""
    if type(thing) in _TYPES.values():
        packed = {field.name: getattr(thing, field.name) for field in fields(thing)}
        return {MARK: type(thing).__name__, **packed}
    return chain(thing) if chain else thing


def decode(thing: Any, chain: Chain = None) -> Any:
    """The dataclass again; a dict of somebody else as the chain has it."""
    kind = _TYPES.get(str(thing.get(MARK))) if isinstance(thing, dict) else None
    if kind is not None:
        return kind(**{name: _frozen(value) for name, value in thing.items() if name != MARK})
    return chain(thing) if chain else thing


def _frozen(value: Any) -> Any:
    """Lists as the tuples that they were; two numbers are a span."""
    if not isinstance(value, list):
        return value
    if len(value) == 2 and all(isinstance(part, int) for part in value):
        return Span(*value)
    return tuple(map(_frozen, value))


def register() -> None:
    """Make both known to msgpack; calling it again changes nothing."""
    srsly.msgpack_encoders.register(MARK, func=encode)
    srsly.msgpack_decoders.register(MARK, func=decode)
