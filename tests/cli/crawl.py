"""Web archives of what the stub pipeline reads."""

from __future__ import annotations

import gzip
from pathlib import Path

from tests.claims.read.makers import PARAGRAPHS, page, warc

IN_ARCHIVE = 9
"""Articles of each."""


def archive(file: Path, odd: dict[int, str] | None = None) -> Path:
    """A web archive of articles, packed as crawlers do; odd: what some of them do."""
    pages = (
        warc((f"https://{file.stem}.example/{at}", 200, _page(file, at, odd or {})))
        for at in range(IN_ARCHIVE)
    )
    file.write_bytes(b"".join(map(gzip.compress, pages)))
    return file


def _page(file: Path, at: int, odd: dict[int, str]) -> bytes:
    first = f"The quay {at} of {file.name} is safe, Aldo Ferrand said. {odd.get(at, '')}"
    return page([first, *PARAGRAPHS]).encode()
