"""Validates JSON against a schema: the keywords of JSON Schema that the tests' schemas use, and no
other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES: dict[str, type] = {"object": dict, "array": list, "string": str, "integer": int}
_KEYWORDS = {
    "title", "type", "additionalProperties", "required", "properties", "items", "minItems", "const",
    "enum", "pattern", "minLength", "minimum", "anyOf", "$ref", "$defs",
}  # fmt: skip


def faults(
    value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str = "$"
) -> Iterator[str]:
    """What is wrong with a value, each with its place; raises KeyError on a keyword that is not known
    here."""
    if unknown := set(schema) - _KEYWORDS:
        raise KeyError(f"{at}: {unknown}")
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        tried = [list(faults(value, choice, root, at)) for choice in schema["anyOf"]]
        if all(tried):
            yield from min(tried, key=len)
    if "type" in schema and type(value) is not _TYPES[schema["type"]]:
        yield f"{at}: {value!r} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from _of_object(value, schema, root, at)
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{at}: too short"
        for i, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), root, f"{at}[{i}]")
    else:
        yield from _of_scalar(value, schema, at)


def _of_object(
    value: dict[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], at: str
) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{at}: {name} is missing"
    for name, part in value.items():
        if name in known:
            yield from faults(part, known[name], root, f"{at}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{at}: {name} is not known"


def _of_scalar(value: Any, schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match"
    if len(value) < schema.get("minLength", 0) if isinstance(value, str) else False:
        yield f"{at}: empty"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{at}: {value} is too small"
