"""Each type of document that is read: a good one, a broken one, an odd encoding."""

from __future__ import annotations

import io
import json
import os
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Article, Failure
from claims.read import read_paths
from claims.read.options import Item
from tests.claims.read.makers import (
    PARAGRAPHS,
    TEXT,
    TITLE,
    archive,
    docx,
    entry,
    json_ld,
    message,
    page,
    pdf,
    rss,
    warc,
)  # fmt: skip

WHOLE = Article(
    doc="",
    text=TEXT,
    title=TITLE,
    url=None,
    outlet="Ellery Gazette",
    published="2026-05-04T09:20:00+02:00",
    author="Sam Orr, Ann Bell",
    section="Harbour",
    language="en",
)
"""Everything that the page of the fixtures says."""
TABLE_HEAD = "headline,maintext,date_publish,source_domain,authors,url"


def _read(path: Path, raw: bytes | str, **told: object) -> list[Item]:
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(read_paths([str(path)], **told))  # type: ignore[arg-type]


def _article(items: Sequence[Item]) -> Article:
    (item,) = items
    assert isinstance(item, Article), item
    return item


def _problem(items: Sequence[Item]) -> str:
    (item,) = items
    assert isinstance(item, Failure), item
    return item.what


def _mbox(*texts: str) -> bytes:
    mark = b"From news@gazette.example Mon May  4 09:20:00 2026\n"
    return b"".join(mark + message(text).as_bytes() + b"\n" for text in texts)


def _csv(*rows: str) -> str:
    return "\n".join((TABLE_HEAD, *rows)) + "\n"


ROW = f'"{TITLE}","{TEXT}",2026-05-04 09:20:00,gazette.example,"[\'Sam Orr\', \'Ann Bell\']",https://gazette.example/1'


def test_a_page_is_read_with_all_that_its_head_says(tmp_path: Path) -> None:
    """The golden article; buttons, captions, navigation and the foot stay behind."""
    above = "<ul><li>Tweet</li><li>Share this</li></ul><p>1 of 4 | The bridge on Monday</p>"
    path = tmp_path / "a.html"
    read = _article(_read(path, page(head=json_ld(), above=above)))
    assert read == replace(WHOLE, doc=str(path))


def test_a_saved_archive_of_a_page_is_read_the_same(tmp_path: Path) -> None:
    """MHTML, whose part names no encoding, with the address from which it was saved."""
    body = page(head=json_ld()).encode()
    raw = (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://gazette.example/harbour/1\r\n"
        b"Subject: x\r\nDate: Tue, 05 May 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + body
        + b"\r\n--b--\r\n"
    )
    path = tmp_path / "a.mhtml"
    url = "https://gazette.example/harbour/1"
    assert _article(_read(path, raw)) == replace(WHOLE, doc=str(path), url=url)


def test_a_page_in_one_file_keeps_where_it_was_saved_from(tmp_path: Path) -> None:
    """SingleFile's comment; embedded pictures count for nothing."""
    comment = "<!--\n Page saved with SingleFile \n url: https://gazette.example/harbour/7 \n-->"
    picture = "data:image/png;base64," + "A" * 6_000_000
    raw = (
        page()
        .replace("<html", f"{comment}<html")
        .replace("<aside>", f'<aside><img src="{picture}">')
    )
    assert _article(_read(tmp_path / "a.html", raw)).url == "https://gazette.example/harbour/7"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8"])
def test_a_page_says_its_encoding_or_shows_it(tmp_path: Path, encoding: str) -> None:
    """Declared wrongly or not at all."""
    raw = page().replace("Brandt", "Brändt").encode(encoding)
    assert (
        "“It is a precaution,” said Mayor Ilse Brändt"
        in _article(_read(tmp_path / "a.htm", raw)).text
    )


def test_a_word_file_is_read_with_its_tables_and_revisions(tmp_path: Path) -> None:
    """What is inserted and what stands in a table."""

    def words(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    body = (
        f"<w:p><w:ins>{words(PARAGRAPHS[0])}</w:ins><w:del>{words('Gone.')}</w:del></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{words(PARAGRAPHS[1])}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert _article(_read(tmp_path / "a.docx", docx())).text == TEXT
    assert _article(_read(tmp_path / "b.docx", docx(body=body))).text == "\n\n".join(PARAGRAPHS[:2])


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
    text = _article(_read(tmp_path / "a.pdf", pdf(pages))).text
    assert text.split("\n\n") == [
        *PARAGRAPHS, *PARAGRAPHS,
        "The crack had been reported in March already, a letter of the harbour office says: its inspectors had asked "
        "for a well-known engineer, who wrote that the pier was sound, a well-known mistake.",
    ]  # fmt: skip


def test_a_newsletter_is_read_with_sender_subject_and_day(tmp_path: Path) -> None:
    """From its page where it has one, else from its lines made whole."""
    shown = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    frame = f"<p>View in browser</p>{shown}<p>Unsubscribe</p>"
    wrapped = "\n\n".join(map(textwrap.fill, PARAGRAPHS))
    for number, made in enumerate((message("Look.", html=frame), message(wrapped))):
        path = tmp_path / f"{number}.eml"
        assert _article(_read(path, made.as_bytes())) == Article(
            str(path),
            TEXT,
            title=TITLE,
            outlet="Ellery Gazette",
            published="2026-05-04T09:20:00+02:00",
        )


def test_a_message_names_the_attachments_that_are_not_read(tmp_path: Path) -> None:
    """With the article, as a doubt."""
    made = message(TEXT)
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Brief.pdf")
    assert _article(_read(tmp_path / "a.eml", made.as_bytes())).warnings == (
        "attachments are not read: Brief.pdf",
    )


def test_a_mailbox_is_split_where_messages_begin(tmp_path: Path) -> None:
    """Not at a line of a text that begins with From."""
    items = _read(
        tmp_path / "a.mbox", _mbox(f"{TEXT}\n\nFrom here the road is shut, he said.", TEXT)
    )
    assert [item.doc.rpartition(":")[2] for item in items if isinstance(item, Article)] == [
        "1",
        "2",
    ]
    assert "From here the road" in items[0].text  # type: ignore[union-attr]


def test_a_feed_gives_whole_entries_and_names_the_others(tmp_path: Path) -> None:
    """An entry with a teaser is no error."""
    whole, teaser = _read(
        tmp_path / "a.xml", rss([entry(whole=True), entry(whole=False, number=2)])
    )
    assert whole == replace(
        WHOLE,
        doc=f"{tmp_path}/a.xml:1",
        author="Sam Orr",
        section=None,
        url="https://gazette.example/harbour/1",
    )
    assert isinstance(teaser, Failure) and teaser.skipped
    assert teaser.what == "holds no whole text (https://gazette.example/harbour/2)"


def test_a_json_feed_is_no_json_lines(tmp_path: Path) -> None:
    """The content decides, in a folder too."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Ellery Gazette",
        "items": [{"id": "1", "title": TITLE, "content_text": TEXT, "date_published": "2026-05-04"}],
    }  # fmt: skip
    _read(tmp_path / "feed.json", json.dumps(feed, indent=1))
    article = _article(list(read_paths([str(tmp_path)])))
    assert (article.text, article.published, article.outlet) == (
        TEXT,
        "2026-05-04",
        "Ellery Gazette",
    )


@pytest.mark.parametrize(
    "raw",
    [
        _csv(ROW).encode(),
        b"\xef\xbb\xbf" + _csv(ROW).encode(),
        _csv(ROW).encode("utf-16"),
        _csv(ROW).encode("cp1252"),
        _csv(ROW).replace("\n", "\r\n").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "windows", "crlf"],
)
def test_a_table_is_read_by_the_names_of_its_columns(tmp_path: Path, raw: bytes) -> None:
    """In whatever encoding it was saved."""
    read = _article(_read(tmp_path / "a.csv", raw))
    assert (read.title, read.text.split(), read.published) == (
        TITLE,
        TEXT.split(),
        "2026-05-04T09:20:00",
    )
    assert (read.outlet, read.author, read.url) == (
        "gazette.example", "Sam Orr, Ann Bell", "https://gazette.example/1",
    )  # fmt: skip


def test_a_column_may_be_named(tmp_path: Path) -> None:
    """By its key."""
    rows = f"when\tstory\n2026-05-04\t{PARAGRAPHS[0]}\n"
    told = {"columns": {"text": "story", "published": "when"}}
    read = _article(_read(tmp_path / "a.tsv", rows, **told))
    assert (read.text, read.published) == (PARAGRAPHS[0], "2026-05-04")


def test_an_archive_gives_each_of_its_files(tmp_path: Path) -> None:
    """What is none is named."""
    files = {
        "in/a.html": page(),
        "b.txt": "The quay is shut.",
        "logo.png": b"\x89PNG",
        "c.zip": archive({}),
    }
    items = _read(tmp_path / "a.zip", archive(files))
    assert [item.doc.removeprefix(f"{tmp_path}/") for item in items if isinstance(item, Article)] == [
        "a.zip/in/a.html", "a.zip/b.txt",
    ]  # fmt: skip
    assert [item.what for item in items if isinstance(item, Failure)] == [
        "a picture",
        "an archive in an archive",
    ]


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    """Only what was answered well, with its address."""
    pages = [
        ("https://gazette.example/1", 200, page().encode()),
        ("https://gazette.example/2", 404, b"<html>"),
    ]
    assert _article(_read(tmp_path / "a.warc", warc(*pages))).url == "https://gazette.example/1"


def test_a_parquet_table_is_read_like_any_other(tmp_path: Path) -> None:
    """Row by row."""
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"content": [TEXT, TEXT], "headline": [TITLE, None]})
    parquet.write_table(table, tmp_path / "a.parquet")
    items = list(read_paths([str(tmp_path / "a.parquet")]))
    assert [(i.text, i.title) for i in items if isinstance(i, Article)] == [
        (TEXT, TITLE),
        (TEXT, None),
    ]


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        ("a.html", "<html><body></body></html>", "no text of an article"),
        ("a.html", "", "page without content"),
        ("a.docx", docx()[:300], "broken DOCX"),
        ("a.docx", archive({"x": "y"}), "no Word document"),
        ("a.pdf", pdf([[""]]), "PDF without text"),
        ("a.pdf", b"%PDF-1.7 cut", "broken PDF"),
        ("a.eml", "Subject: x\nMIME-Version: 1.0\nFrom: a@b.example\n\n", "no text of an article"),
        ("a.xml", rss([]), "feed without entries"),
        ("a.csv", "title,url\nx,https://a.example\n", "table of addresses"),
        ("a.csv", "title,topic\nx,y\n", "without a column of text"),
        ("a.csv", "text,title\n", "table without rows"),
        ("a.zip", archive({"a": "b"})[:40], "broken ZIP"),
        ("a.parquet", b"PAR1 cut", "broken Parquet"),
        ("a.warc", b"WARC/1.0\r\n\r\n", "web archive"),
        ("a.opml", "<opml version='2.0'/>", "a list of feeds"),
        ("a.xml", "<newsItem/>", "XML of a kind"),
        ("a.rtf", "{\\rtf1 Text}", "RTF"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "old Office file"),
    ],
)
def test_what_is_broken_or_no_article_is_one_line(
    tmp_path: Path, name: str, raw: bytes | str, what: str
) -> None:
    """With its reason."""
    assert what in _problem(_read(tmp_path / name, raw))


def test_a_broken_row_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is named by its number."""
    wrong, good = _read(tmp_path / "a.csv", _csv("a,b,c,d,e,f,g", ROW))
    assert isinstance(wrong, Failure) and wrong.where.endswith(":2") and isinstance(good, Article)


def test_a_quotation_mark_that_is_not_closed_is_said(tmp_path: Path) -> None:
    """It swallows the rows below it."""
    rows = f'title,text\na,"{PARAGRAPHS[2]}\nb,{PARAGRAPHS[0].replace(",", "")}\n'
    *_, last = _read(tmp_path / "a.csv", rows)
    assert isinstance(last, Failure) and "not closed" in last.what


def test_what_is_not_english_is_said(tmp_path: Path) -> None:
    """As the text shows, whatever the page says."""
    french = (
        "Le pont a été fermé lundi après la découverte d'une fissure, a annoncé la mairie du port."
    )
    assert (
        _problem(_read(tmp_path / "a.html", page([french] * 4, title="Le pont est fermé")))
        == "not English (fr)"
    )


def test_rows_without_a_text_or_in_other_languages_are_passed_over(tmp_path: Path) -> None:
    """A table holds many; they are no errors."""
    french = (
        "Le pont a été fermé lundi après la découverte d'une fissure, a annoncé la mairie du port."
    )
    rows = f'title,text\na,\nb,"{french}"\nc,"{PARAGRAPHS[2]}"\n'
    empty, other, good = _read(tmp_path / "a.csv", rows)
    assert [isinstance(item, Failure) and item.skipped for item in (empty, other, good)] == [
        True,
        True,
        False,
    ]


def test_writers_of_json_lines_may_stand_under_byline(tmp_path: Path) -> None:
    """As other programs write them; what this program wrote holds what it found itself."""
    lines = [{"text": "The quay is shut.", "byline": ["Sam Orr", "Ann Bell"], "section": "Harbour"},
             {"text": "The quay is shut.", "byline": "Sam Orr", "author": "Ann Bell", "section": ["x"]},
             {"text": "The quay is shut.", "byline": ["Sam Orr"], "schema": 1}]  # fmt: skip
    items = _read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)))
    made = [(item.author, item.section) for item in items if isinstance(item, Article)]
    assert made == [("Sam Orr, Ann Bell", "Harbour"), ("Ann Bell", None), (None, None)]


def test_the_content_decides_and_the_user_overrides(tmp_path: Path) -> None:
    """A page called a text is a page, unless it is said to be a text."""
    raw = page(head=json_ld())
    assert _article(_read(tmp_path / "a.txt", raw)).title == TITLE
    assert _article(_read(tmp_path / "a.txt", raw, format="text")).text == raw
    assert _article(list(read_paths(["-"], stdin=io.BytesIO(raw.encode())))).title == TITLE


def test_a_folder_names_what_it_passes_over(tmp_path: Path) -> None:
    """The parts of a saved page, pictures and data, which are no errors."""
    (tmp_path / "a.html").write_text(page())
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "frame.html").write_text(page())
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    (tmp_path / "data.json").write_text("{}")
    items = list(read_paths([str(tmp_path)]))
    assert [item.doc for item in items if isinstance(item, Article)] == [str(tmp_path / "a.html")]
    passed_over = [item for item in items if isinstance(item, Failure) and item.skipped]
    assert {item.where.rpartition("/")[2]: item.what for item in passed_over} == {
        "a_files": "the parts of a saved page",
        "logo.png": "a picture",
        "data.json": ".json is read only where it is named",
    }


def test_a_folder_may_hold_pipes_and_dead_links(tmp_path: Path) -> None:
    """Neither is waited for; an article's dead link is a failure."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "logo").symlink_to(tmp_path / "gone.png")
    items = [item for item in read_paths([str(tmp_path)]) if isinstance(item, Failure)]
    assert [(item.where.rpartition("/")[2], item.skipped) for item in items] == [
        ("a.txt", False), ("logo", True), ("pipe", True),
    ]  # fmt: skip


def test_a_pattern_is_read_and_an_empty_one_named(tmp_path: Path) -> None:
    """For shells that hand it on."""
    (tmp_path / "a.txt").write_text("The quay is shut.")
    assert _article(list(read_paths([f"{tmp_path}/*.txt"]))).text == "The quay is shut."
    assert "pattern" in _problem(list(read_paths([f"{tmp_path}/*.pdf"])))


def test_an_extra_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, with what installs it."""
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    (failure,) = _read(tmp_path / "a.warc", warc())
    assert isinstance(failure, Failure) and failure.next_step == "pip install 'onrecord[warc]'"
