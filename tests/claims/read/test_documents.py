"""Word files and PDF: their text whole, without what the page adds."""

from __future__ import annotations

import textwrap
from pathlib import Path

from tests.claims.read.makers import (
    PARAGRAPHS,
    TEXT,
    docx,
    pdf,
)  # fmt: skip
from tests.claims.read.reading import (
    one_article,
    read_file,
)


def test_a_word_file_is_read_with_its_tables_and_revisions(tmp_path: Path) -> None:
    """What is inserted and what stands in a table."""

    def words(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:p><w:ins>{words(PARAGRAPHS[0])}</w:ins><w:del>{words('Gone.')}</w:del></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{words(PARAGRAPHS[1])}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert one_article(read_file(tmp_path / "a.docx", docx())).text == TEXT
    assert one_article(read_file(tmp_path / "b.docx", docx(body=body))).text == "\n\n".join(
        PARAGRAPHS[:2]
    )


def test_a_pdf_is_read_without_its_margins_and_with_its_words_whole(tmp_path: Path) -> None:
    """Head and page number go, lines become paragraphs again."""
    first = [line for paragraph in PARAGRAPHS for line in textwrap.wrap(paragraph, 84)]
    last = ["The crack had been reported in March already, a letter of the harbour office says: its in-",
            "spectors had asked for a well-known engineer, who wrote that the pier was sound, a well-",
            "known mistake."]  # fmt: skip
    pages = [
        ["Ellery Gazette 4 May 2026", *lines, str(n)]
        for n, lines in enumerate((first, first, last), 1)
    ]
    text = one_article(read_file(tmp_path / "a.pdf", pdf(pages))).text
    assert text.split("\n\n") == [
        *PARAGRAPHS, *PARAGRAPHS,
        "The crack had been reported in March already, a letter of the harbour office says: its inspectors had asked "
        "for a well-known engineer, who wrote that the pier was sound, a well-known mistake.",
    ]  # fmt: skip
