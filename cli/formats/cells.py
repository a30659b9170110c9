"""One value as the text of a cell; where cells stand is the format's."""

from __future__ import annotations

import json
import re
from typing import Any

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_LONE = re.compile("[\ud800-\udfff]")
_FORMULA = re.compile(
    r"[\s\x00-\x20\u00ad\u200b-\u200f\u2060\ufeff\ufffd]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n]"
)
"""How a cell begins that a spreadsheet may run: after space or what it drops, full-width forms
included."""


def cell(value: Any) -> str:
    """A value in a table of text: control characters become U+FFFD one for one, newlines stay."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple) and value and all(isinstance(item, int) for item in value):
        return "; ".join(map(str, value))
    if isinstance(value, list | tuple | dict):
        return visible(json.dumps(value, ensure_ascii=False)) if value else ""
    return visible(str(value))


def spreadsheet_cell(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    raw = cell(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "'" + raw if not number and _FORMULA.match(raw) else raw


def read(value: Any) -> str:
    """A cell for people: the items of a list beside each other."""
    return "; ".join(map(cell, value)) if isinstance(value, list | tuple) else cell(value)


def visible(raw: str) -> str:
    """Control characters, bidi overrides and lone surrogates as U+FFFD, one for one; newline, tab
    and CR stay."""
    return _CONTROLS.sub("\ufffd", whole(raw))


def whole(raw: str) -> str:
    """Lone surrogates as U+FFFD, one for one: half a character fits no file."""
    return _LONE.sub("\ufffd", raw)


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON in which every control character and bidi override is an escape, so that nothing is lost
    or obeyed."""
    raw = whole(json.dumps(value, ensure_ascii=False, indent=indent))
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", raw)
