"""A message (EML) to its one article, as newsletters carry them, and pages that a browser saved as one
(MHTML); an mbox file to its messages."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import IO

from claims.model import Article, Failure
from claims.read.charset import decoded_page
from claims.read.dates import published
from claims.read.documents import document, whole_bytes
from claims.read.html_page import page_item
from claims.read.html_text import lines_of
from claims.read.options import MAX_BYTES, TOO_LONG, Item, Member, ReadOptions
from claims.read.page_lines import article_lines
from claims.read.told import told_rows
from claims.read.unwrap import paragraphs

MAX_FIELD_CHARACTERS = 2_000
"""Of a message's field that are read."""
MAX_PARTS = 200
"""Of a message that are looked at."""
_FROM_LINE = re.compile(rb"From \S{1,200} .{10,60}\d{4}[^\r\n]{0,20}\r?\n")
_BROKEN = Failure("", "a message nested too deeply", "save its text")


def read_mail(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article that a message is."""
    try:
        message = email.message_from_bytes(whole_bytes(raw))
        parts = _parts(message)
    except RecursionError:
        yield replace(_BROKEN, where=where)
        return
    title = field(message, "Subject")
    lines = _lines(parts)
    row = {
        "title": title,
        "text": "\n\n".join(article_lines(lines, title)),
        "published": published(field(message, "Date")),
        "outlet": _sender(message),
        "url": _bracketed(field(message, "Archived-At")),
    }
    told = told_rows("message header", row)
    item = document({**row, "told": told}, where, options)
    attached = [field_name for part in parts if (field_name := part.get_filename())]
    if attached and isinstance(item, Article):
        names = ", ".join(map(_decoded, attached[:9]))
        item = replace(item, warnings=(*item.warnings, f"attachments are not read: {names}"))
    yield item


def read_saved_archive(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article of a page that a browser saved as one file."""
    try:
        message = email.message_from_bytes(whole_bytes(raw))
        page = next((p for p in _parts(message) if p.get_content_type() == "text/html"), None)
    except RecursionError:
        yield replace(_BROKEN, where=where)
        return
    if page is None:
        yield Failure(where, "a saved page without a page", "save it again")
        return
    url = field(message, "Snapshot-Content-Location") or field(page, "Content-Location")
    yield page_item(_page(page), where, options, url)


def messages(raw: IO[bytes], where: str) -> Iterator[Member | Failure]:
    """Each message of an mbox file; a line begins one only where it says when it was sent."""
    number, size = 0, 0
    lines: list[bytes] = []
    after_blank = True
    for line in iter(lambda: raw.readline(MAX_BYTES), b""):
        if after_blank and _FROM_LINE.match(line):
            if lines:
                number += 1
                yield _message(lines, size, f"{where}:{number}")
            lines, size = [], 0
        else:
            size += len(line)
            if size <= MAX_BYTES:
                lines.append(line)
        after_blank = not line.strip()
    if lines:
        yield _message(lines, size, f"{where}:{number + 1}")


def _message(lines: list[bytes], size: int, where: str) -> Member | Failure:
    if size > MAX_BYTES:
        return Failure(where, *TOO_LONG)
    body = b"".join(line[1:] if line.startswith(b">From ") else line for line in lines)
    return Member(where, "message.eml", body)


def field(message: Message, name: str) -> str | None:
    """A field's words, decoded, on one line."""
    raw = message.get(name)
    return " ".join(_decoded(str(raw)[:MAX_FIELD_CHARACTERS]).split()) or None if raw else None


def _decoded(raw: str) -> str:
    try:
        return "".join(
            part if isinstance(part, str) else decoded_page(part, name)
            for part, name in decode_header(raw)
        )
    except (HeaderParseError, ValueError):
        return raw


def _parts(message: Message) -> list[Message]:
    out = []
    for part in message.walk():
        out.append(part)
        if len(out) >= MAX_PARTS:
            break
    return out


def _page(part: Message) -> str:
    body = part.get_payload(decode=True)
    return decoded_page(body, part.get_content_charset()) if isinstance(body, bytes) else ""


def _lines(parts: list[Message]) -> list[str]:
    """Of the page that the message is, where it holds one, else of its plain text."""
    inline = [part for part in parts if not part.get_filename()]
    for part in inline:
        if part.get_content_type() == "text/html":
            lines = lines_of(_page(part))
            if lines:
                return lines
    return [
        paragraph
        for part in inline
        if part.get_content_type() == "text/plain"
        for paragraph in paragraphs(_page(part).split("\n"))
    ]


def _sender(message: Message) -> str | None:
    """Who publishes a newsletter: its sender's name, where the message is sent to a list."""
    if not any(message.get(name) for name in ("List-Unsubscribe", "List-Id")):
        return None
    name = parseaddr(field(message, "From") or "")[0].strip(" \"'")
    from_outlet = re.fullmatch(r".+ (?:from|at|via|\|) (.+)", name)
    name = from_outlet[1] if from_outlet else name
    return name if name and "@" not in name else None


def _bracketed(address: str | None) -> str | None:
    return (address or "").strip("<> ") or None
