"""Raw bytes and rows to Articles, with what had to be changed or doubted; opens no file."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from claims.model import Article, OutletFacts, Retrieval
from claims.read.bylines import Byline, byline
from claims.read.told import told_of

BOM = b"\xef\xbb\xbf"
ODD = re.compile("[\x00\ud800-\udfff]")
KEYS = ("title", "url", "outlet", "published", "author", "wire")
NOTES = ("section", "language", "unread_language")
"""Keys that are taken where they hold a string, and passed over where they do not."""
NOTHING = ("", "NA", "N/A", "null", "None")
FIRST_YEAR = 1600
"""Before it there were no newspapers; "0001-01-01" is what programs write for no date."""
MAX_YEARS_AHEAD = 1
"""Of a date, for an article may be dated to next year's first issue."""
_EXTENDED = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?", re.DOTALL)
NUL_SHARE, NUL_COUNT = 0.05, 8
"""More NULs than both is a binary file; fewer are slips in a text."""


class UnreadableError(ValueError):
    """Raised when bytes or a row are no article; its arguments are what and the next step."""

    def __init__(self, what: str, next_step: str = "") -> None:
        super().__init__(what)
        self.what, self.next_step = what, next_step


class WrongTypeError(UnreadableError):
    """Raised when a file is of no type that is read; the next step names those that are."""


@dataclass(frozen=True)
class Overrides:
    """What the user says of every article; it wins over what the input says."""

    outlet: str | None = None
    published: str | None = None
    author: str | None = None
    wire: str | None = None


def decoded(raw: bytes, encoding: str) -> str:
    """The text of the bytes, a leading byte order mark dropped; raises UnreadableError."""
    body = raw.removeprefix(BOM)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(raw) - len(body)
        raise UnreadableError(
            f"not {encoding}: byte {at} is invalid", "name the file's encoding with --encoding"
        ) from None
    except (LookupError, UnicodeError):
        raise UnreadableError(
            f"cannot read as encoding {encoding!r}", "try utf-8, cp1252 or latin-1"
        ) from None


def is_binary(raw: bytes, encoding: str) -> bool:
    """Whether the bytes hold too many NULs for a text in the encoding."""
    if re.match(r"u(tf)?[-_]?(16|32)", encoding, re.IGNORECASE):
        return False
    nuls = raw[:8192].count(0)
    return nuls > NUL_COUNT and nuls > NUL_SHARE * len(raw[:8192])


def row_of(text: str) -> dict[str, Any]:
    """The JSON object of a line; raises UnreadableError."""
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"malformed JSON: {error.msg}", "one JSON object a line") from None
    except (ValueError, RecursionError):
        problem = "malformed JSON: a number is too long or the nesting too deep"
        raise UnreadableError(problem, "one JSON object a line") from None
    if not isinstance(row, dict):
        raise UnreadableError("no JSON object", "one JSON object a line, with at least `text`")
    return row


def article(row: dict[str, Any], doc: str, overrides: Overrides) -> Article:
    """An Article of a row with at least `text`; raises UnreadableError."""
    text = row.get("text")
    if not isinstance(text, str):
        raise UnreadableError(
            "no `text` key with a string", "each line is a JSON object with at least `text`"
        )
    if not text.strip():
        raise UnreadableError("the text is empty", "leave it out")
    clean, warnings = _clean(text)
    values = _values(row)
    name = row.get("doc")
    doc = whole(doc if name in (None, "") else str(name))
    made = Article(
        doc=doc,
        text=clean,
        warnings=warnings,
        outlet_facts=_facts(row.get("outlet_facts")),
        told=told_of(row.get("told")),
        retrieval=_retrieval(row.get("retrieval")),
        **values,
    )
    said: dict[str, Any] = {key: value for key, value in vars(overrides).items() if value}
    if said.get("outlet"):
        said["outlet_facts"] = None
    return _dated(replace(made, **said))


def _values(row: dict[str, Any]) -> dict[str, Any]:
    """What a row says beside its text; raises UnreadableError where a key holds no string."""
    wrong = next((key for key in (*KEYS, "doc") if not _is_value(key, row.get(key))), None)
    if wrong:
        raise UnreadableError(f"`{wrong}` is no string", "give a string or leave the key out")
    values = {key: _value(row.get(key)) for key in KEYS}
    if not values["author"] and "schema" not in row:
        read = _byline(row.get("byline"), values.get("outlet"))
        values["author"], values["wire"] = read.author, values.get("wire") or read.wire
    return values | {key: _value(row[key]) for key in NOTES if isinstance(row.get(key), str)}


def _facts(raw: object) -> OutletFacts | None:
    """What an exported line says of its outlet; None where it says nothing that can be read."""
    if not isinstance(raw, dict):
        return None
    return OutletFacts(**{f.name: whole(str(raw.get(f.name) or "")) for f in fields(OutletFacts)})


def _retrieval(raw: object) -> Retrieval | None:
    """How an exported article came; None where a line says nothing that can be read."""
    if not isinstance(raw, dict) or not isinstance(raw.get("address"), str):
        return None
    texts = {key: whole(raw[key]) for key in ("policy", "ground") if isinstance(raw.get(key), str)}
    reserved = raw.get("reserved")
    return Retrieval(
        whole(raw["address"]),
        whole(str(raw.get("at") or "")),
        reserved if isinstance(reserved, bool) else None,
        whole(str(raw.get("said_in") or "")),
        **texts,
    )


def _byline(raw: object, outlet: str | None) -> Byline:
    """Who wrote, as a line says under `byline`, the way other programs write it; what names nobody stays as it is."""
    names: list[Any] = raw if isinstance(raw, list) else [raw]
    if not all(isinstance(name, str) for name in names):
        return Byline(None, None)
    read = byline(names, outlet)
    return read if read.author or read.wire else Byline(_value(names), None)


def _is_value(key: str, raw: object) -> bool:
    if key == "author" and isinstance(raw, list):
        return all(isinstance(item, str) for item in raw)
    return raw is None or (isinstance(raw, str | int) and not isinstance(raw, bool))


def _clean(text: str) -> tuple[str, tuple[str, ...]]:
    nuls = text.count("\x00")
    clean, count = ODD.subn("\ufffd", text)
    parts = [
        f"{n} {kind}"
        for n, kind in ((nuls, "NUL characters"), (count - nuls, "lone surrogates"))
        if n
    ]
    return clean, tuple(f"{part} replaced by U+FFFD" for part in parts)


def whole(text: str) -> str:
    """The text with NULs and lone surrogates replaced, one for one."""
    # A lone surrogate in a name would stop the first write of it, long after reading.
    return ODD.sub("\ufffd", text)


def _value(raw: object) -> str | None:
    if isinstance(raw, list):
        raw = ", ".join(raw)
    text = whole(str(raw).strip()) if raw is not None else ""
    return None if text in NOTHING else text


def date_problem(published: str) -> str | None:
    """What keeps a date from being one on which an article appeared, None for nothing."""
    try:
        time = datetime.fromisoformat(published)
        year = (time.astimezone(UTC) if time.tzinfo else time).year
    except ValueError:
        return "is no ISO 8601 date"
    except OverflowError:
        return "lies beyond what a calendar holds"
    if year < FIRST_YEAR:
        return f"is older than any newspaper ({FIRST_YEAR})"
    if year > datetime.now(UTC).year + MAX_YEARS_AHEAD:
        return "lies in the future"
    return None


def plain_date(published: str) -> str:
    """An ISO 8601 date or time as people and lists write it, 20170327 as 2017-03-27; one that is so written stays
    letter for letter. Raises ValueError on one that is no date."""
    if _EXTENDED.fullmatch(published):
        return published
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError:
        return datetime.fromisoformat(published).isoformat()


def _dated(made: Article) -> Article:
    if made.published is None:
        return made
    problem = date_problem(made.published)
    if problem is None:
        return replace(made, published=plain_date(made.published))
    warning = f"published {made.published!r} {problem} and is left out"
    return replace(made, published=None, warnings=(*made.warnings, warning))
