"""Files, folders and streams to articles; what cannot be read is one line, the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Article, Failure
from claims.read import Overrides, json_lines, read_paths


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
    (tmp_path / "a.jsonl").write_bytes(
        b"".join(b"{oops\n" if i == 7 else _line() for i in range(1, 11))
    )
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
    assert len(_articles(found)) > 100


def test_an_endless_line_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never held whole, and the next line is read."""
    monkeypatch.setattr(json_lines, "MAX_BYTES", 1000)
    (tmp_path / "a.jsonl").write_bytes(_line("x" * 5000) + _line(doc="next"))
    found = list(read_paths([str(tmp_path / "a.jsonl")]))
    assert isinstance(found[0], Failure) and _articles(found) == ["next"]


@pytest.mark.parametrize(
    "name,raw,what",
    [
        ("a.txt", b"caf\xe9 au lait", "not utf-8"),
        ("a.txt", b"  \n", "empty"),
        ("a.txt", b"\x00" * 100, "binary"),
        ("a.bin", b"%&1.7", "type of file"),
        ("a.pdf", b"%PDF-1.7", "broken PDF"),
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
    found = list(
        read_paths([str(tmp_path / "nope.txt"), str(tmp_path / "empty"), str(tmp_path / "b.txt")])
    )
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
    assert _articles(
        list(read_paths(["-"], stdin=io.BytesIO(_line(doc="x") + _line(doc="y"))))
    ) == ["x", "y"]
    assert _articles(list(read_paths(["-"], stdin=io.BytesIO(b"Plain words.")))) == ["-"]


@given(st.binary(max_size=300))
def test_any_bytes_give_articles_or_failures(raw: bytes) -> None:
    """Nothing raises."""
    assert all(
        isinstance(item, Article | Failure) for item in read_paths(["-"], stdin=io.BytesIO(raw))
    )


@given(st.lists(st.binary(max_size=60).filter(lambda raw: b"\n" not in raw), max_size=5))
def test_every_line_that_is_no_article_is_one_failure(lines: list[bytes]) -> None:
    """The good line after them is read, whatever they hold."""
    raw = b"{}\n" + b"".join(line + b"\n" for line in lines) + _line(doc="good")
    found = list(read_paths(["-"], stdin=io.BytesIO(raw)))
    assert _articles(found)[-1] == "good" and len(found) <= len(lines) + 2


def test_a_pattern_passes_over_the_parts_of_the_saved_pages_that_it_finds(tmp_path: Path) -> None:
    """As a folder does; such a folder without its page is a folder."""
    words = "<p>The quay was shut on Monday because of the flood, Mayor Ilse Brandt said to the harbour office.</p>"
    for name in ("a.html", "a_files/ad.html", "a_files/in/ad.html", "b_files/c.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words.replace("quay", f"quay {name}"))
    items = list(read_paths([f"{tmp_path}/**/*.html"]))
    assert [item.doc for item in items if isinstance(item, Article)] == [
        f"{tmp_path}/a.html",
        f"{tmp_path}/b_files/c.html",
    ]
    (passed,) = (item for item in items if isinstance(item, Failure))
    assert passed.skipped and str(passed) == f"{tmp_path}/a_files: the parts of a saved page"


def test_a_folder_is_read_in_order_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Below it too, whatever the case of the ending; other types and JSON are left alone."""
    for name in (
        "b.txt",
        "a.TXT",
        ".hidden.txt",
        "sub/c.txt",
        ".git/d.txt",
        "e.pdf",
        "package.json",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    names = [Path(doc).name for doc in _articles(list(read_paths([str(tmp_path)])))]
    assert names == ["a.TXT", "b.txt", "c.txt"]


def test_names_hold_no_character_that_cannot_be_written() -> None:
    """A lone surrogate in doc or title is replaced too."""
    (item,) = read_paths(
        ["-"], stdin=io.BytesIO(b'{"text": "a", "doc": "d\\udfff", "title": "t\\ud800"}')
    )
    assert isinstance(item, Article) and (item.doc, item.title) == ("d\ufffd", "t\ufffd")


def test_the_invalid_byte_is_counted_from_the_start_of_the_file(tmp_path: Path) -> None:
    """A byte order mark counts."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfab\xff")
    (failure,) = read_paths([str(tmp_path / "a.txt")])
    assert (
        isinstance(failure, Failure)
        and "byte 5" in failure.what
        and "--encoding" in failure.next_step
    )


def test_another_encoding_is_read_when_named(tmp_path: Path) -> None:
    """UTF-16 is no binary file then."""
    (tmp_path / "a.txt").write_bytes("The harbour is closed.".encode("utf-16"))
    (item,) = read_paths([str(tmp_path / "a.txt")], encoding="utf-16")
    assert isinstance(item, Article) and item.text == "The harbour is closed."


def test_a_date_that_is_none_is_left_out_and_said() -> None:
    """The article is kept."""
    (item,) = read_paths(["-"], stdin=io.BytesIO(_line(published="last Tuesday")))
    assert isinstance(item, Article) and item.published is None and "ISO 8601" in item.warnings[0]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("20260301", "2026-03-01"),
        ("2026-W09-7", "2026-03-01"),
        ("20260301T101500Z", "2026-03-01T10:15:00+00:00"),
        ("2026-03-01T10:15:00Z", "2026-03-01T10:15:00Z"),
        ("2026-03-01 10:15", "2026-03-01 10:15"),
    ],
)
def test_every_form_of_iso_8601_is_a_date_and_kept_in_one(written: str, kept: str) -> None:
    """As files have it and as --published gives it; what is in that form stays letter for letter."""
    for key, overrides in ((written, None), ("2020-01-01", Overrides(published=written))):
        line = io.BytesIO(_line(published=key))
        (item,) = read_paths(["-"], stdin=line, overrides=overrides)
        assert isinstance(item, Article) and (item.published, item.warnings) == (kept, ())


@pytest.mark.parametrize("keys", [{"title": True}, {"doc": ["a"]}, {"outlet": {}}, {"author": [1]}])
def test_a_key_of_the_wrong_type_fails_its_line(keys: dict[str, object]) -> None:
    """It is named."""
    (item,) = read_paths(["-"], stdin=io.BytesIO(_line(**keys)))
    assert isinstance(item, Failure) and next(iter(keys)) in item.what


def test_lines_may_follow_blank_ones_on_standard_input() -> None:
    """The first character that is no blank decides, and lines are counted from the first."""
    found = list(read_paths(["-"], stdin=io.BytesIO(b"\n\n" + _line())))
    assert _articles(found) == ["-:3"]


def test_attributions_are_ignored_unless_asked_for() -> None:
    """Else a line of somebody else's would pass for a reading."""
    (item,) = read_paths(["-"], stdin=io.BytesIO(_line(schema=1, attributions="nonsense")))
    assert isinstance(item, Article)
