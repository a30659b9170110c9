"""ProQuest: records between lines of underscores, each a list of "Label: value" with the text under
one of the labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claims.read.exports import fields
from claims.rules.lists import listed
from claims.rules.patterns import BLANKS, alternation

_RULE = re.compile(r"\s*_{20,}\s*$")
_LABELS = alternation(sorted(listed("exports", "proquest_labels"), key=len, reverse=True))
_LABEL = re.compile(rf"\s*({_LABELS})\s*(?::\s*(.*)|)$")
_NO_TEXT = re.compile(r"(?:full text )?(?:is )?not (?:currently )?available\b.{0,80}$|none$", re.I)


def is_proquest(lines: Sequence[str]) -> bool:
    """Whether lines are those of such a file."""
    labels = {m[1].lower() for m in map(_LABEL.match, lines) if m}
    return "full text" in labels and bool(
        labels & {"publication title", "publication info", "proquest document id", "proquest document link"}
    )  # fmt: skip


def begins_part(line: str) -> bool:
    """Whether a line goes on with none before it."""
    return bool(_LABEL.match(line) or _RULE.match(line))


def rows(lines: Sequence[str], *, wrapped: bool) -> tuple[list[dict[str, Any]], int]:
    """A row for each record, and how many the file has."""
    parts: list[list[str]] = [[]]
    for line in lines:
        if _RULE.match(line):
            parts.append([])
        else:
            parts[-1].append(line)
    records = [part for part in parts if _is_record(part)]
    out = [_row(part, wrapped=wrapped) for part in records]
    return out, len(out)


def _is_record(part: list[str]) -> bool:
    labels = {m[1].lower() for m in map(_LABEL.match, part) if m}
    return bool(labels & {"full text", "publication title", "publication info", "proquest document id"})  # fmt: skip


def _row(part: list[str], *, wrapped: bool) -> dict[str, Any]:
    head, told = _labelled(part)
    value = {name: " ".join(" ".join(lines).split()) for name, lines in told.items()}
    body = fields.text(told.get("full text", []), wrapped=wrapped)
    info = value.get("publication info", "")
    source = value.get("publication title") or re.split(rf"{BLANKS}[;.]\s*+|, ", info)[0]
    dated = (
        value.get("publication date")
        or (re.search(r"\b\d{1,2} [A-Z][a-z]{2,8} \d{4}", info) or [""])[0]
    )
    return {
        "title": value.get("title") or (head[-1] if head else None),
        "outlet": fields.outlet(source.split(";")[0]),
        "published": fields.day(dated),
        "author": _given_first(value.get("author", "")),
        "credit": value.get("credit"),
        "dateline": value.get("dateline"),
        "section": value.get("section"),
        "language": value.get("language of publication"),
        "url": value.get("document url"),
        "text": "" if _NO_TEXT.match(body) else body,
    }  # fmt: skip


def _labelled(part: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """The lines above the first label, and the lines under each; the first of a label holds."""
    head: list[str] = []
    out: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in part:
        match = _LABEL.match(line)
        if match:
            lines = out.setdefault(match[1].lower(), [])
            if not lines and match[2]:
                lines.append(match[2])
        elif lines is not None:
            lines.append(line)
        elif line.strip():
            head.append(line.strip())
    return head, out


def _given_first(written: str) -> str | None:
    """ "Orr, Sam; Bell, Ann" as people write their names."""
    names = [part.strip(" .,") for part in written.split(";") if part.strip(" .,")]
    turned = [re.sub(r"^([^,]{2,40}), ([^,]{2,40})$", r"\2 \1", name) for name in names]
    return "; ".join(turned) or None
