"""Factiva: an article ends with "Document" and its number; its fields have codes of two letters, or
stand without them in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claims.read.exports import fields
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_END = re.compile(r"\s*+(?:AN\s++)?\|?\s*+Document\s++([A-Za-z0-9]{18,40})\s*+\|?\s*+$")
_CODES = frozenset(listed("exports", "factiva_codes"))
_CODED = re.compile(r"\s*+\|?\s*+([A-Z]{2,3})(?:\s*+\|\s*+|\s{2,}+|\t|\s*+$|\s++(?=\S))(.*)$")
_WORDS = re.compile(
    rf"\s*[\d,.]{{1,9}} (?:{alternation(listed('exports', 'factiva_words'))})\s*$", re.IGNORECASE
)
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2}):(\d\d)\s*([AP]M)?\s*$", re.IGNORECASE)
_CODE_ALONE = re.compile(r"\s*[A-Z][A-Z0-9]{1,9}\s*$")
_TEXTS = ("LP", "TD")
MIN_CODES = 4
"""In an article that has its fields coded."""


def is_factiva(lines: Sequence[str]) -> bool:
    """Whether lines are those of such a file."""
    if not any(map(_END.match, lines)):
        return False
    codes = {m[1] for m in map(_CODED.match, lines) if m} & _CODES
    return len(codes) >= MIN_CODES or any(map(_WORDS.match, lines))


def begins_part(line: str) -> bool:
    """Whether a line goes on with none before it."""
    coded = _CODED.match(line)
    return bool(coded and coded[1] in _CODES) or any(m.match(line) for m in (_END, _WORDS, _RIGHTS))


def rows(lines: Sequence[str], *, wrapped: bool) -> tuple[list[dict[str, Any]], int]:
    """A row for each article, and how many the file ends."""
    out: list[dict[str, Any]] = []
    part: list[str] = []
    for line in lines:
        if _END.match(line):
            out.append(_row(part, wrapped=wrapped))
            part = []
        else:
            part.append(line)
    return out, len(out)


def _row(part: list[str], *, wrapped: bool) -> dict[str, Any]:
    told = _coded(part)
    if len(told) < MIN_CODES:
        return _uncoded(part, wrapped=wrapped)
    value = {code: " ".join(" ".join(lines).split()) for code, lines in told.items()}
    published = fields.day(value.get("PD", ""))
    return {
        "title": value.get("HD"),
        "outlet": fields.outlet(value.get("SN", "")),
        "published": _with_time(published, value.get("ET", "")),
        "author": value.get("BY"),
        "credit": value.get("CR"),
        "section": value.get("SE"),
        "language": value.get("LA"),
        "text": fields.text(
            [line for code in _TEXTS for line in ("", *told.get(code, ()))], wrapped=wrapped
        ),
    }


def _coded(part: list[str]) -> dict[str, list[str]]:
    """The lines under each code; a code opens a line of its own, or stands before its value."""
    out: dict[str, list[str]] = {}
    code = ""
    for line in part:
        match = _CODED.match(line)
        # The text itself may begin a line with two capitals: a code comes once.
        if match and match[1] in _CODES and match[1] not in out:
            code = match[1]
            out[code] = [match[2].strip(" |")] if match[2].strip(" |") else []
        elif code:
            out[code].append(line.strip(" |"))
    return out


def _uncoded(part: list[str], *, wrapped: bool) -> dict[str, Any]:
    """Title, perhaps a by-line, "412 words", day, perhaps a time, source, code, language, rights, text."""
    count = next((n for n, line in enumerate(part) if _WORDS.match(line)), None)
    if count is None:
        return {"text": ""}
    head = [line.strip() for line in part[:count] if line.strip()]
    byline = head.pop() if len(head) > 1 and re.match(r"(?i)by\s", head[-1]) else None
    numbered = [(n, line.strip()) for n, line in enumerate(part) if n > count and line.strip()]
    rights = next((k for k, (_, line) in enumerate(numbered[:9]) if _RIGHTS.match(line)), None)
    header = [line for _, line in numbered[: 5 if rights is None else rights]]
    names = [
        line
        for line in header
        if not fields.is_day(line) and not _TIME.match(line) and not _CODE_ALONE.match(line)
    ]
    start = numbered[rights][0] + 1 if rights is not None else count + 1 + len(header)
    published = next(filter(None, map(fields.day, header)), None)
    return {
        "title": head[-1] if head else None,
        "outlet": fields.outlet(names[0]) if names else None,
        "published": _with_time(published, next(filter(_TIME.match, header), "")),
        "author": byline,
        "language": names[1] if len(names) > 1 else None,
        "text": fields.text(part[start:], wrapped=wrapped),
    }


def _with_time(published: str | None, written: str) -> str | None:
    match = _TIME.match(written.strip())
    if published is None or match is None or len(published) > 10:
        return published
    hour = int(match[1]) % 12 + 12 * (match[3].upper() == "PM") if match[3] else int(match[1])
    return f"{published}T{hour:02d}:{match[2]}" if hour < 24 and int(match[2]) < 60 else published
