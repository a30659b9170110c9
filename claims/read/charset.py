"""Which letters the bytes of a page or a message are: what they declare, else valid UTF-8, else
windows-1252."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE
)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})", re.IGNORECASE)
DECLARED_BYTES = 4096
"""Within which a page says its encoding."""
_WIDER = {"iso-8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "iso8859-1": "cp1252"}
"""What is declared → what is written in fact, as browsers take it."""


def decoded_page(raw: bytes, told: str | None = None) -> str:
    """The text of a page; told is what came with it (a header, the user) and is tried first."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(name, "replace")
    head = raw[:DECLARED_BYTES]
    declared = [
        m[1].decode("ascii", "replace") for m in (_XML.search(head), _META.search(head)) if m
    ]
    for name in filter(None, (told, *declared, "utf-8", "cp1252")):
        text = _tried(raw, name)
        if text is not None:
            return text
    return raw.decode("cp1252", "replace")


def _tried(raw: bytes, name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
        if known.startswith("utf-16"):
            known = "utf-8"  # a page that says so in one-byte letters is not
        known = _WIDER.get(known, known)
        if known == "cp1252" and not raw.isascii() and (utf8 := _tried(raw, "utf-8")) is not None:
            return utf8  # what is valid by chance is rarer than what is declared by habit
        return raw.decode(known)
    except (LookupError, UnicodeError, ValueError):
        return None
