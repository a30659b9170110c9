"""Raw bytes and rows to Articles, with what had to be changed or doubted; opens no file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from claims.model import Article

BOM = b"\xef\xbb\xbf"
ODD = re.compile("[\x00\ud800-\udfff]")
KEYS = ("title", "url", "outlet", "published", "author", "wire")
NOTHING = ("", "NA", "N/A", "null", "None")


class Unreadable(ValueError):
    """Raised when bytes or a row are no article; its arguments are what and the next step."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what, self.next_step = what, next_step


@dataclass(frozen=True)
class Overrides:
    """What the user says of every article; it wins over what the input says."""

    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    wire: str | None = None


def decoded(raw: bytes, encoding: str) -> str:
    """The text of the bytes, a leading byte order mark dropped; raises Unreadable."""
    try:
        return raw.removeprefix(BOM).decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"not {encoding}: byte {error.start} is invalid", "name the file's encoding with --encoding") from None
    except LookupError:
        raise Unreadable(f"no encoding is called {encoding!r}", "try utf-8, cp1252 or latin-1") from None


def article(row: dict[str, Any], doc: str, overrides: Overrides) -> Article:
    """An Article of a row with at least `text`; raises Unreadable."""
    text = row.get("text")
    if not isinstance(text, str):
        raise Unreadable("no `text` key with a string", "each line is a JSON object with at least `text`")
    if not text.strip():
        raise Unreadable("the text is empty")
    wrong = next((k for k in (*KEYS, "doc") if row.get(k) is not None and not isinstance(row[k], str | int)), None)
    if wrong and not (wrong == "author" and isinstance(row[wrong], list)):
        raise Unreadable(f"`{wrong}` is no string")
    clean, warnings = _clean(text)
    values = {key: _value(row.get(key)) for key in KEYS}
    made = Article(doc=str(row.get("doc") or doc), text=clean, warnings=warnings, **values)
    given = {k: v for k, v in vars(overrides).items() if v}
    return _dated(replace(made, **given))


def _clean(text: str) -> tuple[str, tuple[str, ...]]:
    clean, count = ODD.subn("\ufffd", text)
    return clean, (f"{count} NUL or surrogate characters replaced by U+FFFD",) if count else ()


def _value(raw: object) -> str | None:
    if isinstance(raw, list):
        raw = ", ".join(str(item) for item in raw)
    text = str(raw).strip() if raw is not None else ""
    return None if text in NOTHING else text


def _dated(made: Article) -> Article:
    if made.published is None:
        return made
    try:
        datetime.fromisoformat(made.published)
    except ValueError:
        warning = f"published {made.published!r} is no ISO 8601 date and is left out"
        return replace(made, published=None, warnings=(*made.warnings, warning))
    return made
