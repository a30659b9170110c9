"""Characters that came through a wrong decoding or were never decoded, as what they stood for."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from claims.view.view import Edit

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,30});")
_UNSEEN = re.compile("[\u00a0\u00ad\u2000-\u200f]")
"""What an entity may stand for and nobody sees: blanks, and what has no width."""
_HIGH = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{2,}"
)
"""Runs of characters that the upper half of Windows-1252 holds."""
_C1 = re.compile("[\u0080\u0082\u0084\u0085\u008b\u0091-\u0097\u0099\u009b]")
"""The control characters that stand for marks."""
_COMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_OPENS = re.compile(r"(?<!\S)\?(?=[A-ZÀ-Þ‘'])")
_CLOSES = re.compile(r"(?<=[.,!?…])\?(?=\s|$)")
_APOSTROPHE = re.compile(r"(?<=[a-z])\?(?=(?:s|t|re|ve|ll|d|m)\b)")


def entities(text: str) -> Iterator[Edit]:
    """Entities of HTML that nobody decoded."""
    for match in _ENTITY.finditer(text) if "&" in text else ():
        decoded = html.unescape(match[0])
        if decoded != match[0] and (decoded.isprintable() or _UNSEEN.fullmatch(decoded)):
            yield Edit(*match.span(), decoded)


def composed(text: str) -> Iterator[Edit]:
    """A letter and the accent behind it as one letter."""
    for match in _COMPOSED.finditer(text):
        yield Edit(*match.span(), unicodedata.normalize("NFC", match[0]))


def misread(text: str) -> Iterator[Edit]:
    """UTF-8 that was read as Windows-1252: three letters for a curly mark, two for an accent."""
    for run in _HIGH.finditer(text):
        raw = b"".join(map(_byte, run[0]))
        try:
            decoded = raw.decode("utf-8")
        except UnicodeDecodeError:
            yield from _parts(run)
            continue
        yield Edit(*run.span(), decoded)


_SEQUENCE = re.compile(
    b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


_LOST_BYTE = re.compile("\u00e2\u20ac(?=[\\s.,;:)]|$)")


def closing(text: str) -> Iterator[Edit]:
    """A closing mark of which the last of its three bytes, that Windows-1252 leaves open, was
    lost."""
    for match in _LOST_BYTE.finditer(text):
        yield Edit(*match.span(), "”")


def _parts(run: re.Match[str]) -> Iterator[Edit]:
    """The sequences of a run that is not wholly UTF-8."""
    raw = b"".join(map(_byte, run[0]))
    for part in _SEQUENCE.finditer(raw):
        try:
            decoded = part[0].decode("utf-8")
        except UnicodeDecodeError:
            continue
        yield Edit(run.start() + part.start(), run.start() + part.end(), decoded)


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return bytes((ord(character) & 0xFF,))  # the five bytes that Windows-1252 leaves open


def c1_marks(text: str) -> Iterator[Edit]:
    """Control characters that are marks in Windows-1252."""
    for match in _C1.finditer(text):
        yield Edit(*match.span(), match[0].encode("latin-1").decode("cp1252"))


def question_marks(text: str) -> list[Edit]:
    """Question marks that stand where quotation marks were lost: one before a word and one behind
    a mark, each at least once, and no mark of quotation anywhere."""
    if "?" not in text or any(mark in text for mark in '“”"«»'):
        return []
    opening, closing = list(_OPENS.finditer(text)), list(_CLOSES.finditer(text))
    if not opening or not closing:
        return []
    edits = [Edit(*m.span(), "“") for m in opening] + [Edit(*m.span(), "”") for m in closing]
    edits += [Edit(*m.span(), "’") for m in _APOSTROPHE.finditer(text)]
    return sorted(edits)
