"""`add` and `extract` over what people have: summary, exit code, what is said of what was not read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import main
from tests.claims.read.makers import TITLE, archive, entry, json_ld, page, rss

pytestmark = pytest.mark.model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page, a feed with a whole entry and a teaser, a picture, an archive with a broken page."""
    made = tmp_path / "news"
    made.mkdir()
    (made / "page.html").write_text(page(head=json_ld()))
    (made / "feed.xml").write_text(rss([entry(whole=True, number=4), entry(whole=False, number=5)]))
    (made / "logo.png").write_bytes(b"\x89PNG")
    (made / "more.zip").write_bytes(archive({"b.html": "<html>" + "<div>" * 600 + "x"}))
    return made


def _run(*arguments: str | Path) -> int:
    return main([str(argument) for argument in arguments])


def test_a_folder_goes_in_and_what_is_not_read_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One failure makes code 3; pictures and teasers are no failures; runs lists both again."""
    store = tmp_path / "a.db"
    assert _run("add", folder, "--store", store) == 3
    said = capsys.readouterr()
    assert (
        "more.zip/b.html: no page that is safe to read: tags nested more than 512 deep" in said.err
    )
    assert f"not read: {folder}/logo.png: a picture\n" in said.err
    assert (
        "not read: " in said.err
        and "holds no whole text (https://gazette.example/harbour/5)" in said.err
    )
    assert "2 articles (" in said.err and "1 unreadable, 2 no articles)" in said.err
    assert _run("runs", "--failures", "--store", store) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == 3 and any("nested more than" in line for line in listed)


def test_what_could_not_be_read_is_read_again_and_nothing_else(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Until a run reads it; also where a run read nothing at all, or the file has gone."""
    store = tmp_path / "a.db"
    (folder / "page.html").rename(tmp_path / "page.html")
    broken = folder / "late.html"
    broken.write_text("")
    assert _run("add", broken, "--store", store) == 3
    assert _run("add", folder, "--store", store) == 3
    capsys.readouterr()
    broken.write_text(
        page(["The quay was shut on Monday because of the flood, Mayor Ilse Brandt said."])
    )
    assert _run("add", "--retry", "--store", store) == 3
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"added 1 claim  {broken}"]
    assert "more.zip/b.html" in said.err and "late.html" not in said.err
    (folder / "more.zip").unlink()
    assert _run("add", "--retry", "--store", store) == 3
    assert "no such file" in capsys.readouterr().err
    (folder / "more.zip").write_bytes(archive({"a.txt": "The quay is shut, she said."}))
    assert _run("add", folder / "more.zip", "--store", store) == 0
    assert _run("add", "--retry", "--store", store) == 0
    assert "nothing to read again" in capsys.readouterr().err
    assert _run("add", folder, "--retry", "--store", store) == 2


def test_what_is_not_english_is_kept_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without claims, with its text and its language; so it is after an export too."""
    store, other = tmp_path / "a.db", tmp_path / "b.db"
    text = (
        "Le pont a été fermé lundi, a annoncé la mairie du port, qui ne savait rien de la fissure."
    )
    (tmp_path / "a.txt").write_text(text)
    assert _run("add", tmp_path / "a.txt", "--store", store) == 0
    assert "1 article (1 added, 1 not English, kept unread), 0 claims" in capsys.readouterr().err
    assert _run("export", "--store", store, "--jsonl", "-o", tmp_path / "a.jsonl") == 0
    assert _run("add", tmp_path / "a.jsonl", "--store", other) == 0
    capsys.readouterr()
    assert _run("export", "--store", other, "--jsonl") == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["text"], row["language"], row["unread_language"]) == (text, "fr", "fr")
    assert row["attributions"] == []


def test_what_is_passed_over_alone_is_no_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script may add a folder with pictures every night."""
    (folder / "more.zip").unlink()
    assert _run("extract", folder) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2 and "a picture" in said.err


def test_a_page_gives_its_metadata_and_its_claims(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line goes into a store again."""
    assert _run("extract", folder / "page.html", "--with-text") == 0
    row = json.loads(capsys.readouterr().out)
    wanted = {
        "title": TITLE, "outlet": "Ellery Gazette", "wire": "Reuters", "published": "2026-05-04T09:20:00+02:00",
        "byline": ["Sam Orr", "Ann Bell"], "section": "Harbour", "language": "en",
    }  # fmt: skip
    assert {key: row[key] for key in wanted} == wanted
    assert "Ilse Brandt" in {item["speaker"] for item in row["attributions"]}


def test_columns_and_formats_can_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table without a suffix whose columns have names of their own."""
    table = tmp_path / "table"
    table.write_text("day;story\n2026-05-04;The bridge is shut, Ilse Brandt said.\n")
    told = ("--as", "csv", "--column", "text=story", "--column", "published=day")
    assert _run("extract", table, "--with-text", *told) == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2026-05-04"


@pytest.mark.parametrize("wrong", [("--as", "docs"), ("--column", "story"), ("--column", "tone=x")])
def test_a_wrong_format_or_column_is_a_wrong_use(
    wrong: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which names what there is."""
    (tmp_path / "a.txt").write_text("The quay is shut.")
    assert _run("extract", tmp_path / "a.txt", *wrong) == 2
    assert wrong[0] in capsys.readouterr().err
