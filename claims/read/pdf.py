"""A PDF with a text layer to its one article: pages joined, what repeats on every page left out; a scan is
named as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from statistics import quantiles
from typing import IO

from claims.model import Failure
from claims.read.documents import document, whole_bytes
from claims.read.exports.records import Archive, archive_of, articles
from claims.read.options import Item, ReadOptions
from claims.read.unwrap import paragraphs
from claims.seams import is_hyphened

MAX_PAGES = 400
"""Of a file; more is a book."""
MAX_CHARACTERS = 4_000_000
"""Of a file's text."""
MARGIN_LINES = 2
"""At a page's top and foot that can be the same on every page."""
MIN_LINE_CHARACTERS = 20
"""Of a line that tells how wide the lines are."""
_PARTED = re.compile("([^\\W\\d_]{1,60})[\x02\ufffe]([^\\W\\d_]+)")
MIN_REPEATING_PAGES = 3
"""Pages on which a line of the margin stands before it counts as the document's own."""


def read_pdf(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article of a file, or those of an archive's export."""
    import pypdfium2

    body = whole_bytes(raw)
    try:
        pdf = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        yield Failure(
            where, "a locked PDF" if locked else "a broken PDF", "save it again, unlocked"
        )
        return
    if len(pdf) > MAX_PAGES:
        yield Failure(where, f"a PDF of more than {MAX_PAGES} pages", "split it")
        return
    pages = []
    for page in pdf:
        pages.append(page.get_textpage().get_text_bounded().splitlines())
        if sum(len(line) for lines in pages for line in lines) > MAX_CHARACTERS:
            yield Failure(where, f"a PDF of more than {MAX_CHARACTERS:,} characters", "split it")
            return
    yield from _items([line for lines in _without_margins(pages) for line in lines], where, options)


def _items(kept: list[str], where: str, options: ReadOptions) -> Iterator[Item]:
    """The article that some lines hold, or those of an archive's export."""
    archive = archive_of(kept)
    if archive is not None:
        parted = [part for line in kept for part in _parted(line, archive)]
        yield from articles(_joined(parted), archive, where, options, wrapped=False)
        return
    text = "\n\n".join(_joined(kept))
    if not text.strip():
        yield Failure(
            where, "a PDF without text, such as a scan", "run it through a text recogniser"
        )
        return
    yield document({"text": text}, where, options)


def _parted(line: str, archive: Archive) -> list[str]:
    """A line, with a blank one before it where it goes on with none; and behind it, where it is a rule."""
    before = [""] if archive.begins_part(line) else []
    return [*before, line] if any(map(str.isalnum, line)) else [*before, line, ""]


def _joined(kept: list[str]) -> list[str]:
    """The paragraphs of lines that were broken to a width."""
    widths = [len(line) for line in kept if len(line) > MIN_LINE_CHARACTERS]
    width = int(quantiles(widths, n=10)[8]) if len(widths) > 4 else None
    return _mended("\n".join(paragraphs(kept, width))).split("\n")


def _mended(text: str) -> str:
    """Words that a line's end parted, whole: with their hyphen only where the text has them so
    elsewhere."""

    def word(parted: re.Match[str]) -> str:
        first, last = parted.groups()
        return f"{first}-{last}" if is_hyphened(first, last, text) else first + last

    return _PARTED.sub(word, text)


def _without_margins(pages: list[list[str]]) -> Iterator[list[str]]:
    margins = Counter(key for lines in pages for key in set(map(_key, _margin(lines))))
    often = {
        key for key, count in margins.items()
        if count >= max(MIN_REPEATING_PAGES, 0.6 * len(pages))
    }  # fmt: skip
    for lines in pages:
        own = {id(line) for line in _margin(lines) if _key(line) in often or _is_number(line)}
        yield [line for line in lines if id(line) not in own]


def _margin(lines: list[str]) -> list[str]:
    full = [line for line in lines if line.strip()]
    return full if len(full) <= 2 * MARGIN_LINES else full[:MARGIN_LINES] + full[-MARGIN_LINES:]


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).casefold()


def _is_number(line: str) -> bool:
    return bool(
        re.fullmatch(r"\s*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", line, re.IGNORECASE)
    )
