"""A nested row as one of plain columns, the same way for every list; cells are spelled by each
format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
PARTS = ("cue", "source", "content")
_IN_PARTS = (*PARTS, "mention", "quote", "spans", "unit", "schema")
"""Keys of a nested claim whose words and places stand in the columns of its parts."""
_FIXED = ("said",)
"""Mappings whose words are always the same; others stay one column."""


def flat(row: Row) -> dict[str, Any]:
    """Columns of a row: parts as text, start, end; `said` as its words; a list of mappings as a
    list a word."""
    spread = "spans" in row
    columns: dict[str, Any] = {}
    for key, value in row.items():
        if key == "schema" or (spread and key in _IN_PARTS):
            continue
        if key in _FIXED:
            columns |= {f"{key}_{word}": inner for word, inner in value.items()}
        elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            columns |= {f"{key}_{word}": [item.get(word) for item in value] for word in value[0]}
        else:
            columns[key] = value
    return columns | (_parts(row) if spread else {})


def _parts(row: Row) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    words = {"cue": row.get("cue_text"), "source": row.get("mention"), "content": row.get("quote")}
    for part in PARTS:
        here = [span for span in row["spans"] if span["part"] == part]
        columns[f"{part}_text"] = words[part]
        columns[f"{part}_start"] = [span["start"] for span in here]
        columns[f"{part}_end"] = [span["end"] for span in here]
    return columns | {"unit": row["unit"]}
