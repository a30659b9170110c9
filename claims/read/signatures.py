"""What the first bytes of a file say it is; reads nothing but them, and knows no reader."""

from __future__ import annotations

import re
from collections.abc import Callable

HEAD_BYTES = 64 * 1024
"""Of a file that are looked at."""

Signature = Callable[[bytes], bool]
"""Whether a file that begins so is of a type."""

_COMMENT = rb"<!--(?:(?!-->)[^\x00]){0,4000}-->"
_LEAD = (
    rb"(?:\xef\xbb\xbf)?\s{0,999}(?:<\?xml[^>]{0,999}>\s{0,999})?(?:"
    + _COMMENT
    + rb"\s{0,999}){0,9}"
)
_STYLED = (
    rb"(?:(?:<\?xml-stylesheet[^>]{0,999}>|<!doctype[^>]{0,999}>|" + _COMMENT + rb")\s{0,99}){0,9}"
)
_HTML = re.compile(_LEAD + rb"<(?:!doctype\s{1,99}html\b|html\b)", re.IGNORECASE)
_FEED = re.compile(_LEAD + _STYLED + rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_JSON_FEED = re.compile(rb'"version"\s{0,9}:\s{0,9}"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version')
_NEWSML = re.compile(
    _LEAD
    + rb"(?:<!DOCTYPE[^\[>]{0,500}\[[^\]]{0,9000}\]\s{0,99}>\s{0,99})?"
    + _STYLED
    + rb"<(?:[\w.-]{1,20}:)?(?:newsItem|newsMessage|packageItem|nitf)\b"
)
_MBOX = re.compile(rb"From \S{1,200} .{10,60}\d{4}[^\r\n]{0,20}\r?\n[A-Za-z][\w-]{0,60}:")
_FIELD = re.compile(rb"^([A-Za-z][\w-]{0,60}):", re.MULTILINE)
_SENT = {b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"}


def _plain(head: bytes) -> bytes:
    """The bytes as one-byte letters where a mark says that they are UTF-16."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace").encode("ascii", "replace")
    return head


def is_html(head: bytes) -> bool:
    """Whether it begins as a page."""
    return bool(_HTML.match(_plain(head)))


def is_feed(head: bytes) -> bool:
    """Whether it begins as RSS, Atom or JSON Feed."""
    head = _plain(head)
    return bool(_FEED.match(head)) or (
        head.lstrip()[:1] == b"{" and bool(_JSON_FEED.search(head[:4096]))
    )


def is_newsml(head: bytes) -> bool:
    """Whether it begins as NewsML-G2 or NITF."""
    return bool(_NEWSML.match(_plain(head)))


def is_rtf(head: bytes) -> bool:
    """Whether it begins as RTF, whatever it is called."""
    return head.lstrip()[:5] == b"{\\rtf"


def is_pdf(head: bytes) -> bool:
    """Whether a PDF's mark stands near its beginning."""
    return b"%PDF-" in head[:1024] and head.lstrip()[:1] not in (b"<", b"{", b"[")


def is_zip(head: bytes) -> bool:
    """Whether it is an archive of files, of whatever use."""
    return head[:4] in (b"PK\x03\x04", b"PK\x05\x06")


def is_archive(head: bytes) -> bool:
    """Whether it is an archive of files that stand for themselves."""
    return is_zip(head) and not _other_office(head)


def is_docx(head: bytes) -> bool:
    """Whether it is an archive that begins as Word's do."""
    return is_zip(head) and b"[Content_Types].xml" in head and not _other_office(head)


def _other_office(head: bytes) -> bool:
    return any(part in head for part in (b"xl/", b"ppt/", b"visio/"))


def is_mail(head: bytes) -> bool:
    """Whether it begins with the fields of a message that was sent."""
    if not _FIELD.match(head):
        return False
    fields = {name.lower() for name in _FIELD.findall(_front(head))}
    return bool(fields & _SENT) and bool(fields & {b"from", b"date", b"subject"})


def _front(head: bytes) -> bytes:
    """What stands before the first empty line."""
    return re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]


def is_saved_archive(head: bytes) -> bool:
    """Whether it begins as a page that a browser saved in one file (MHTML)."""
    front = _front(head).lower() if is_mail(head) else b""
    return b"multipart/related" in front and (
        b"snapshot-content-location" in front or b"<saved by" in front or b"\nto:" not in front
    )


def is_mailbox(head: bytes) -> bool:
    """Whether it begins with a message of an mbox file."""
    return bool(_MBOX.match(head))


def is_parquet(head: bytes) -> bool:
    """Whether it begins as Parquet."""
    return head[:4] == b"PAR1"


def is_warc(head: bytes) -> bool:
    """Whether it begins as a web archive, not packed."""
    return head[:5] == b"WARC/"


def is_opml(head: bytes) -> bool:
    """Whether it begins as a list of feeds."""
    return bool(re.match(_LEAD + rb"<opml\b", head, re.IGNORECASE))


def never(head: bytes) -> bool:
    """For types that nothing but the name tells."""
    return False


_NOT_READ: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx or .csv"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"\x1f\x8b", "gzip of a type that is not read packed; unpack it"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it"),
    (b"Rar!", "a RAR archive; unpack it"),
)


def why_not(head: bytes) -> str:
    """What a file is that no reader takes."""
    for mark, words in _NOT_READ:
        if head.startswith(mark):
            return words
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "a picture"
    if is_zip(head) and _other_office(head):
        return "an Office file that is no text; save its table as .csv"
    if re.match(_LEAD + rb"<[A-Za-z]", head):
        return "XML of a kind that is not read"
    return "a type of file that is not read"
