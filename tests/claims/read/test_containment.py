"""A hostile file is one failure, whatever it does to its reader; the next file is read, and this process
stays small."""

from __future__ import annotations

import io
import os
import resource
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Article, Failure, Reading
from claims.read import dispatch, read_paths
from claims.read.containment import Limits, ReadingProcess
from claims.read.options import Item
from tests.claims.read.makers import archive, docx, entry, message, page, pdf, rss

MAX_GROWTH_BYTES = 200 * 1024 * 1024
"""By which this process may grow while it reads an attack."""


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[ReadingProcess]:
    """A reading process of the test's own, with short limits."""
    made = ReadingProcess(Limits(cpu_seconds=3, wall_seconds=60))
    monkeypatch.setattr(dispatch, "READING", made)
    yield made
    made.close()


def _read(folder: Path, name: str, raw: bytes) -> list[Item]:
    """What the file gives, after which a good page must be read."""
    (folder / name).write_bytes(raw)
    (folder / "next.html").write_text(page())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    *items, last = read_paths([str(folder / name), str(folder / "next.html")])
    assert isinstance(last, Article) and last.doc.endswith("next.html")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before < MAX_GROWTH_BYTES
    return items


def _problem(items: list[Item]) -> str:
    (item,) = items
    assert isinstance(item, Failure), item
    return item.what


def _deep_mail(depth: int) -> bytes:
    head = b"From: a@b.example\nMessage-ID: <1>\nDate: Mon, 04 May 2026 09:20:00 +0200\n"
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth)
    )
    return head + b"MIME-Version: 1.0\n" + parts + b"\nText.\n"


def _bomb() -> bytes:
    return archive({"a.html": b"a" * 200_000_000})


def _many_files() -> bytes:
    return archive({f"{n}.txt": "" for n in range(20_001)})


BOMB_DTD = (
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    ("name", "raw", "what"),
    [
        (
            "a.html",
            "<html><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x",
            "attributes on one tag",
        ),
        ("b.html", "<html>" + "<div>" * 50_000 + "x", "nested more than"),
        ("c.html", "<html>" + "<p>x" * 200_000, "tags"),
        ("d.html", "<html>" + "x" * 5_100_000, "longer than 5,000,000 characters"),
        ("e.zip", _bomb, "far more than an article"),
        ("f.docx", lambda: docx(["a" * 70_000_000]), "unpacks to more than 64 MB"),
        ("g.eml", _deep_mail(3000), "nested too deeply"),
        ("i.zip", _many_files, "more than 20,000 files"),
    ],
    ids=["attributes", "depth", "tags", "length", "zip", "docx", "mail", "many-files"],
)
def test_an_attack_is_refused_before_it_costs_anything(
    tmp_path: Path, name: str, raw: str | bytes | Callable[[], bytes], what: str
) -> None:
    """In a second, by the look that comes before the parser."""
    made = raw() if callable(raw) else raw  # not while tests are only collected
    body = made if isinstance(made, bytes) else made.encode()
    started = time.monotonic()
    (failure,) = _read(tmp_path, name, body)
    assert isinstance(failure, Failure) and what in failure.what
    assert time.monotonic() - started < 30


def test_unclosed_tags_are_looked_at_in_linear_time(tmp_path: Path) -> None:
    """A pattern that passes over "<" would take minutes for these."""
    started = time.monotonic()
    _read(tmp_path, "a.html", b"<html>" + b"<a href=x " * 200_000)
    assert time.monotonic() - started < 30


def test_entities_that_multiply_stay_small(tmp_path: Path) -> None:
    """Neither expanded nor followed to a file of this machine."""
    secret = tmp_path / "secret.txt"
    secret.write_text("The key is under the mat.")
    outside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    for doctype, word in ((BOMB_DTD, "&j;"), (outside, "&x;")):
        feed = rss([entry(whole=True).replace("The bridge carries", f"{word} The bridge carries")])
        raw = feed.replace("?><rss", f"?>{doctype}<rss").encode()
        for item in _read(tmp_path, "a.xml", raw):
            assert isinstance(item, Failure) or (len(item.text) < 5_000 and "mat." not in item.text)  # type: ignore[union-attr]


def test_a_reader_that_dies_is_replaced(tmp_path: Path, process: ReadingProcess) -> None:
    """Which costs the document after it nothing."""
    (tmp_path / "a.html").write_text(page())
    first = list(read_paths([str(tmp_path / "a.html")]))
    assert process._process is not None
    os.kill(process._process.pid, signal.SIGKILL)
    process._process.wait()
    assert list(read_paths([str(tmp_path / "a.html")])) == first


def test_what_takes_too_long_is_ended_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the clock on the wall, where nothing else ends it."""
    made = ReadingProcess(Limits(wall_seconds=0.05))
    monkeypatch.setattr(dispatch, "READING", made)
    (tmp_path / "a.html").write_text(page())
    assert "took longer than" in _problem(list(read_paths([str(tmp_path / "a.html")])))
    made.limits = replace(made.limits, wall_seconds=60)
    assert isinstance(next(read_paths([str(tmp_path / "a.html")])), Article)
    made.close()


def test_a_reader_is_left_in_the_middle_without_harm(tmp_path: Path) -> None:
    """Who takes the first entry of a feed alone does not get the second as the next document."""
    (tmp_path / "a.xml").write_text(rss([entry(whole=True, number=n) for n in (1, 2, 3)]))
    (tmp_path / "b.html").write_text(page())
    for _ in range(2):
        stream = read_paths([str(tmp_path / "a.xml")])
        assert next(stream).doc.endswith("a.xml:1")  # type: ignore[union-attr]
        inner = next(read_paths([str(tmp_path / "b.html")]))
        assert inner.doc.endswith("b.html")  # type: ignore[union-attr]
        stream.close()  # type: ignore[attr-defined]


def test_files_that_are_asked_ahead_are_answered_in_their_order(
    tmp_path: Path, process: ReadingProcess
) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.html").write_text(page().replace("Ellery", f"Ellery{number}"))
    (tmp_path / "03b.txt").write_text("The bridge is safe, Aldo Ferrand said.")
    (tmp_path / "05b.html").write_text("<div>" * 5_000)
    (tmp_path / "07b.zip").write_bytes(archive({"inner.html": page()}))
    items = list(read_paths([str(tmp_path)]))
    places = [
        item.doc if isinstance(item, Article) else item.where
        for item in items
        if not isinstance(item, Reading)
    ]
    names = [Path(place).relative_to(tmp_path).parts[0] for place in places]
    assert names == sorted(names) and len(names) == 15
    told = [
        item.text for item in items if isinstance(item, Article) and item.doc.endswith("1.html")
    ]
    assert ["Ellery1" in told[0], "Ellery11" in told[1]] == [True, True]
    assert isinstance(items[names.index("05b.html")], Failure)


def test_a_process_that_dies_over_files_asked_together_costs_none_that_is_good(
    tmp_path: Path, process: ReadingProcess
) -> None:
    """Whichever of them it was: the one whose turn it is is asked for once more, alone."""
    for number in range(12):
        (tmp_path / f"{number:02}.html").write_text(page())
    items = []
    for number, item in enumerate(read_paths([str(tmp_path)])):
        items.append(item)
        if number in (0, 5) and process._process is not None:
            os.kill(process._process.pid, signal.SIGKILL)
            process._process.wait()
    assert [type(item) for item in items] == [Article] * 12


def test_questions_that_a_run_left_behind_are_no_answers_of_the_next(
    tmp_path: Path, process: ReadingProcess
) -> None:
    names = [str(tmp_path / f"{number}.html") for number in range(4)]
    for name in names:
        Path(name).write_text(page())
    left = read_paths(names)
    next(left)
    Path(names[1]).write_text(page().replace("Ellery", "Dunmar"))
    (again,) = read_paths([names[1]])
    assert isinstance(again, Article) and "Dunmar" in again.text
    assert [item.doc for item in left if isinstance(item, Article)] == names[1:]


def test_a_bad_file_of_an_archive_does_not_stop_the_others(tmp_path: Path) -> None:
    """Locked, damaged or a bomb."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("a.html", page())
        zipped.writestr("b.txt", b"a" * 100_000_000)
        zipped.writestr("c.txt", "The quay is shut." * 50)
    raw = bytearray(out.getvalue())
    items = _read(tmp_path, "a.zip", bytes(raw))
    assert [type(item) for item in items] == [Article, Failure, Article]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("options.html", b"<html><select>" + b"<option>x" * 59_000),
        ("links.html", b"<html><body>" + b"<a href=/x>said</a> " * 59_000),
        ("lists.html", b"<html><body>" + b"<ul><li>said so</li></ul>" * 29_000),
        ("letters.html", b"<html><body><article><p>" + b"He said so. " * 400_000),
        ("subject.eml", b"From: a@b.example\nMessage-ID: <1>\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nx"),
        ("people.eml", b"Message-ID: <1>\nFrom: " + b"a <a@b.example>, " * 20_000 + b"\n\nx"),
        ("runs.docx", docx(body="<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 900_000)),
        ("deep.docx", docx(body="<w:sdt><w:sdtContent>" * 100_000)),
        ("operators.pdf", pdf([["x"] * 400_000])),
        ("entries.xml", rss(["<item><title>a</title></item>"] * 100_000).encode()),
        ("deep.xml", b"<rss>" + b"<item>" * 400_000),
        ("deep.json", b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 900_000),
        ("plain.mhtml", b"MIME-Version: 1.0\nFrom: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n"
         + b"--b\n\n" * 300_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_would_hang_or_fill_memory_is_one_line_or_an_article(
    tmp_path: Path, process: ReadingProcess, name: str, raw: bytes
) -> None:
    """Within the limits of the reading process; the page after it is read."""
    started = time.monotonic()
    assert _read(tmp_path, name, raw)
    assert time.monotonic() - started < 90


@pytest.mark.slow
def test_a_flate_bomb_ends_its_reader_alone(tmp_path: Path, process: ReadingProcess) -> None:
    """A PDF of a few megabytes whose page is gigabytes."""
    import zlib

    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 50_000_000) for _ in range(60)) + packer.flush()
    raw = pdf([["x"]])
    at, end = raw.index(b"<< /Length"), raw.index(b"endstream")
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n" % (len(packed), packed)
    assert isinstance(_read(tmp_path, "a.pdf", raw[:at] + stream + raw[end:])[0], Failure)


@pytest.mark.slow
def test_a_parquet_bomb_ends_its_reader_alone(tmp_path: Path, process: ReadingProcess) -> None:
    """One long word that a dictionary repeats many times."""
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    words = pyarrow.array(["a" * 10_000_000]).dictionary_encode()
    column = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0] * 20_000, "int32"), words.dictionary
    )
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": column}), out)
    assert any(isinstance(item, Failure) for item in _read(tmp_path, "a.parquet", out.getvalue()))


def test_a_message_of_many_words_is_read(tmp_path: Path) -> None:
    """Long, but no attack."""
    assert isinstance(
        _read(tmp_path, "a.eml", message("He said so. " * 20_000).as_bytes())[0], Article
    )
