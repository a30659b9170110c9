"""Nexis: Nexis Uni's documents, each closed by "End of Document", and the older texts that count
"1 of 10 DOCUMENTS"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claims.read.exports import fields
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_END = re.compile(r"\s*End of Document\s*$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s*(\d{1,4}) (?:of|von|de|sur) (\d{1,4}) (?:DOCUMENTS?|DOKUMENTEN?|documents?)\s*$"
)
_LABELS = alternation(listed("exports", "nexis_labels", "nexis_after"))
_LABEL = re.compile(rf"\s*({_LABELS})(?:\s*:\s*|\s*$)(.*)$", re.IGNORECASE)
_AFTER = {label.lower() for label in listed("exports", "nexis_after")}
_RIGHTS = re.compile(r"\s*(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)


def is_nexis(lines: Sequence[str]) -> bool:
    """Whether lines are those of such a file."""
    labels = {m[1].lower() for m in map(_LABEL.match, lines) if m}
    if any(map(_COUNTED.match, lines)):
        return bool(labels & {"length", "länge", "longueur", "byline", "load-date"})
    return any(map(_END.match, lines)) and "body" in labels


def begins_part(line: str) -> bool:
    """Whether a line goes on with none before it."""
    return any(mark.match(line) for mark in (_LABEL, _END, _COUNTED))


def rows(lines: Sequence[str], *, wrapped: bool) -> tuple[list[dict[str, Any]], int]:
    """A row for each document, and how many documents the file says that it has."""
    if any(map(_END.match, lines)):
        parts = _parts(lines, _END)
        closed = parts[:-1]  # what follows the last mark is no document
        return [_modern(part, first=n == 0) for n, part in enumerate(closed)], len(closed)
    marks = [m for m in map(_COUNTED.match, lines) if m]
    parts = _parts(lines, _COUNTED)[1:]
    return [_older(part, wrapped=wrapped) for part in parts], max(
        (int(m[2]) for m in marks), default=0
    )


def _parts(lines: Sequence[str], mark: re.Pattern[str]) -> list[list[str]]:
    out: list[list[str]] = [[]]
    for line in lines:
        if mark.match(line):
            out.append([])
        else:
            out[-1].append(line)
    return out


def _modern(part: list[str], *, first: bool) -> dict[str, Any]:
    """Title, outlet, day, labels, "Body" alone, the text; the first has the cover page before it."""
    lines = [line for line in part if line.strip()]
    body = next((n for n, line in enumerate(lines) if line.strip().lower() == "body"), len(lines))
    told, _ = _labels(lines[:body])
    dated = [n for n, line in enumerate(lines[:body]) if fields.is_day(line) and n >= 2]
    at = dated[-1] if first and dated else dated[0] if dated else 0
    titles = lines[max(0, at - 2) : at - 1] if first else lines[: at - 1]
    end = next((n for n in range(body + 1, len(lines)) if _ends_text(lines[n])), len(lines))
    after, _ = _labels(lines[end:])
    return _row(
        told | {k: v for k, v in after.items() if k not in told},
        title=" ".join(" ".join(titles).split()),
        source=lines[at - 1] if at else "",
        dated=lines[at] if at else "",
        text=fields.text(lines[body + 1 : end], wrapped=False),
    )


def _ends_text(line: str) -> bool:
    match = _LABEL.match(line)
    if match is None or match[1].lower() not in _AFTER:
        return False
    return ":" in line or line.strip() == match[1]


def _older(part: list[str], *, wrapped: bool) -> dict[str, Any]:
    """Outlet, day, title, labels and text, parted by blank lines."""
    lines = [line for line in part if not _RIGHTS.match(line)]
    start = next((n for n, line in enumerate(lines) if _LABEL.match(line)), len(lines))
    head = lines[:start]
    at = next((n for n, line in enumerate(head) if fields.is_day(line)), 0)
    above = [line.strip() for line in head[:at] if line.strip()]
    told, stop = _labels(lines[start:], to_text=True)
    rest = lines[start + stop :]
    end = next((n for n, line in enumerate(rest) if _ends_text(line)), len(rest))
    after, _ = _labels(rest[end:])
    return _row(
        told | {k: v for k, v in after.items() if k not in told},
        title=told.get("headline") or _title(head[at + 1 :]),
        source=above[0] if above else "",
        dated=head[at] if head else "",
        text=fields.text(rest[:end], wrapped=wrapped),
    )


def _title(lines: list[str]) -> str:
    """The last block of lines below the day: an edition may stand between."""
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return " ".join(blocks[-1].split())


def _labels(lines: Sequence[str], *, to_text: bool = False) -> tuple[dict[str, str], int]:
    """Labels with their values, which may go on in the next line, and where the lines without a label
    begin; to_text: what follows those is not looked at."""
    out: dict[str, str] = {}
    stop, name = 0, ""
    for number, line in enumerate(lines):
        match = _LABEL.match(line)
        if match:
            name = match[1].lower()
            out.setdefault(name, match[2].strip())
            stop = number + 1
            if name in ("body", "volltext"):
                break
        elif not line.strip():
            name = ""
        elif name and stop == number:
            out[name] = f"{out[name]} {line.strip()}".strip()
            stop = number + 1
        elif to_text:
            break
    return out, stop


def _row(
    labels: dict[str, str], *, title: str, source: str, dated: str, text: str
) -> dict[str, Any]:
    return {
        "title": title or None,
        "outlet": fields.outlet(source),
        "published": fields.day(dated),
        "author": labels.get("byline") or labels.get("author") or labels.get("autor"),
        "section": _section(labels),
        "dateline": labels.get("dateline"),
        "language": labels.get("language") or labels.get("sprache") or labels.get("langue"),
        "text": text,
    }  # fmt: skip


def _section(labels: dict[str, str]) -> str | None:
    """ "NEWS" of "NEWS; Pg. 3"."""
    written = labels.get("section") or labels.get("rubrik") or labels.get("rubrique") or ""
    return written.split(";")[0].strip() or None
