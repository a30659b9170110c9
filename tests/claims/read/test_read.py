"""Files, folders and streams to articles; what cannot be read is one line, the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Article, Claim, Failure, Link, Reading, Span, Speaker, Stance
from claims.read import Overrides, read_paths
from claims.read.roundtrip import reading_line
from claims.read import sources


def _line(text: str = "A text.", **keys: object) -> bytes:
    return json.dumps({"text": text, **keys}).encode() + b"\n"


def _articles(found: list[object]) -> list[str]:
    return [item.doc for item in found if isinstance(item, Article)]


def test_offsets_refer_to_the_text_exactly_as_given(tmp_path: Path) -> None:
    """Newlines are kept as they are; only a byte order mark goes."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne\r\n\r\ntwo\n")
    (article,) = read_paths([str(tmp_path / "a.txt")])
    assert isinstance(article, Article) and article.text == "One\r\n\r\ntwo\n"


def test_a_malformed_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    """Line 7 of 10."""
    (tmp_path / "a.jsonl").write_bytes(b"".join(b"{oops\n" if i == 7 else _line() for i in range(1, 11)))
    found = list(read_paths([str(tmp_path / "a.jsonl")]))
    assert len(_articles(found)) == 9
    (failure,) = [f for f in found if isinstance(f, Failure)]
    assert failure.where.endswith("a.jsonl:7") and "JSON" in failure.what


def test_a_cut_off_gzip_keeps_the_lines_before(tmp_path: Path) -> None:
    """What was whole is read."""
    raw = gzip.compress(b"".join(_line(str(i) * 4000) for i in range(200)))
    (tmp_path / "a.jsonl.gz").write_bytes(raw[: len(raw) - 40])
    found = list(read_paths([str(tmp_path / "a.jsonl.gz")]))
    assert isinstance(found[-1], Failure) and "gzip" in found[-1].what


def test_an_endless_line_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never held whole, and the next line is read."""
    monkeypatch.setattr(sources, "MAX_BYTES", 1000)
    (tmp_path / "a.jsonl").write_bytes(_line("x" * 5000) + _line(doc="next"))
    found = list(read_paths([str(tmp_path / "a.jsonl")]))
    assert isinstance(found[0], Failure) and _articles(found) == ["next"]


@pytest.mark.parametrize(
    "name,raw,what",
    [
        ("a.txt", b"caf\xe9 au lait", "not utf-8"),
        ("a.txt", b"  \n", "empty"),
        ("a.txt", b"\x00" * 100, "binary"),
        ("a.pdf", b"%PDF-1.7", "type of file"),
        ("a.jsonl", b'["no object"]\n', "no JSON object"),
        ("a.jsonl", b'{"title": "no text"}\n', "text"),
        ("a.jsonl.gz", b"no gzip", "gzip"),
    ],
)
def test_what_is_no_article_says_why(tmp_path: Path, name: str, raw: bytes, what: str) -> None:
    """One Failure with the file."""
    (tmp_path / name).write_bytes(raw)
    (failure,) = read_paths([str(tmp_path / name)])
    assert isinstance(failure, Failure) and what in failure.what and name in failure.where


def test_missing_files_and_empty_folders_do_not_stop_the_rest(tmp_path: Path) -> None:
    """Each in its place."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "b.txt").write_text("Text.")
    found = list(read_paths([str(tmp_path / "nope.txt"), str(tmp_path / "empty"), str(tmp_path / "b.txt")]))
    assert [type(item) for item in found] == [Failure, Failure, Article]


def test_nul_characters_become_replacements_one_for_one(tmp_path: Path) -> None:
    """Offsets stay, and it is said."""
    (tmp_path / "a.jsonl").write_bytes(_line("a\x00b"))
    (article,) = read_paths([str(tmp_path / "a.jsonl")])
    assert isinstance(article, Article) and article.text == "a\ufffdb" and article.warnings


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    """--outlet over the line's key."""
    (tmp_path / "a.jsonl").write_bytes(_line(outlet="Theirs", wire="NA"))
    (article,) = read_paths([str(tmp_path / "a.jsonl")], overrides=Overrides(outlet="Mine"))
    assert isinstance(article, Article) and (article.outlet, article.wire) == ("Mine", None)


def test_standard_input_may_be_lines_or_one_text() -> None:
    """Told apart by the first character."""
    assert _articles(list(read_paths(["-"], stdin=io.BytesIO(_line(doc="x") + _line(doc="y"))))) == ["x", "y"]
    assert _articles(list(read_paths(["-"], stdin=io.BytesIO(b"Plain words.")))) == ["-"]


def test_a_reading_goes_through_a_line_and_back() -> None:
    """Speaker, chain, stance and spans survive."""
    claim = Claim((Span(0, 1),), (), (Span(2, 4), Span(6, 8)), "mixed", Stance("deny", "negative", True),
                  Speaker("joint", None, ("A", "B"), "both", declared_count=2), (Link("Paper", None, True),), False, 0.5)
    reading = Reading(Article("d", "a bcd efgh", outlet="O"), read_header_of(), (claim,))
    line = json.dumps(reading_line(reading, with_text=True)).encode()
    (back,) = read_paths(["-"], stdin=io.BytesIO(line), accept_readings=True)
    assert isinstance(back, Reading)
    assert reading_line(back, with_text=True) == reading_line(reading, with_text=True)


def read_header_of():  # type: ignore[no-untyped-def]
    """An empty header."""
    from claims.model import Header

    return Header()


@given(st.binary(max_size=300))
def test_any_bytes_give_articles_or_failures(raw: bytes) -> None:
    """Nothing raises."""
    assert all(isinstance(item, Article | Failure) for item in read_paths(["-"], stdin=io.BytesIO(raw)))
