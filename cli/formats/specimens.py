"""A row of each list made of an empty record: it names and types the columns where there is nothing
to list."""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def specimen(record: type[Any]) -> Any:
    """A record with an empty value of the right type in every field; something stands for what may
    be None."""
    hints = get_type_hints(record)
    return record(**{field.name: _empty(hints[field.name]) for field in fields(record)})


def _empty(hint: Any) -> Any:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _empty(next(part for part in parts if part is not type(None)))
    if is_dataclass(hint) and isinstance(hint, type):
        return specimen(hint)
    if origin is tuple and is_dataclass(parts[0]):
        return (_empty(parts[0]),)
    if origin is Literal:
        return parts[0]
    if hint is Any:
        return ""
    kind = origin or hint
    return (
        {}
        if issubclass(kind, Mapping)
        else ()
        if issubclass(kind, Sequence) and kind is not str
        else kind()
    )
