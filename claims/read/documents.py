"""What readers of documents share: a row of what one says to an Article, or to the failure in its
place."""

from __future__ import annotations

from typing import IO, Any

from claims.model import Failure
from claims.read.decode import UnreadableError, article, whole
from claims.read.options import MAX_DOCUMENT_BYTES, TOO_LARGE, Item, ReadOptions


def document(
    row: dict[str, Any], where: str, options: ReadOptions, *, among_others: bool = False
) -> Item:
    """The article of a row; a failure where it has no text, which among others (the rows of a table) is no
    error."""
    if not str(row.get("text") or "").strip():
        what, next_step = "no text of an article was found in it", "save its text and name that"
        return Failure(where, what, "" if among_others else next_step, skipped=among_others)
    try:
        return article({**row, "text": tidy(row["text"])}, where, options.overrides)
    except UnreadableError as error:
        return Failure(where, error.what, error.next_step)


def whole_bytes(raw: IO[bytes]) -> bytes:
    """All bytes of a document; raises UnreadableError where they are too many."""
    read = raw.read(MAX_DOCUMENT_BYTES + 1)
    if len(read) > MAX_DOCUMENT_BYTES:
        raise UnreadableError(*TOO_LARGE)
    return read


def tidy(text: str) -> str:
    """The text without what a terminal would take for commands or turn round."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return whole(lines.translate(_UNSEEN))


_UNSEEN: dict[int, str | None] = {
    **{code: " " for code in (*range(32), *range(0x80, 0xA0)) if code not in (9, 10)},
    0x7F: None,
    0xAD: None,
    **dict.fromkeys(
        (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0xFEFF)
    ),
    0xA0: " ",
}
