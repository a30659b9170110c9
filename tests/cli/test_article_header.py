"""`show ARTICLE` says where each value came from, and `changes ARTICLE` what an edition did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import main
from tests.claims.read.makers import PARAGRAPHS, json_ld, page

pytestmark = pytest.mark.model
HEAD = (
    json_ld()
    + '<link rel="canonical" href="https://gazette.example/harbour/1">'
    + '<meta property="article:published_time" content="2026-05-05">'
    + '<meta property="article:modified_time" content="2026-05-06T10:00:00Z">'
)
EDITED = (
    PARAGRAPHS[0],
    "“It is no more than a precaution,” said Mayor Ilse Brandt. “We will know more on Monday, when the engineers "
    "have looked at it.”",
    "Ferries will run every ten minutes, the operator Harl Lines said.",
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A page that was added, edited and added again: its path and the store's."""
    folder = tmp_path_factory.mktemp("edited")
    path, store = folder / "a.html", str(folder / "a.db")
    for paragraphs in (PARAGRAPHS, EDITED):
        path.write_text(page(paragraphs, head=HEAD))
        assert main(["add", str(path), "--store", store]) == 0
    return str(path), store


def test_an_article_shows_each_value_with_its_place(
    edited: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two days that differ both stand there; what only the text says is said to be the text's."""
    path, store = edited
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["show", path, "--store", store]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    shown = {line[0]: " ".join(line[1:]) for line in lines if line}
    assert shown["outlet"] == "Ellery Gazette JSON-LD publisher"
    assert shown["published"].startswith("2026-05-04T09:20:00+02:00 (to the second) JSON-LD")
    assert shown["≠"] == "2026-05-05 meta article:published_time"
    assert shown["modified"] == "2026-05-06T10:00:00+00:00 meta article:modified_time"
    assert shown["wire"].startswith("Reuters the text")
    assert shown["author"] == "Sam Orr; Ann Bell JSON-LD author"


def test_an_article_is_a_row_for_machines(
    edited: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With the precision and zone of its date."""
    path, store = edited
    assert main(["show", path, "--json", "--store", store]) == 0
    (row,) = json.loads(capsys.readouterr().out)["articles"]
    assert (row["precision"], row["zone"], row["language"]) == ("second", "+02:00", "en")
    assert row["byline"] == ["Sam Orr", "Ann Bell"] and row["section"] == "Harbour"
    told = {(t["key"], t["source"]): t["value"] for t in row["told"]}
    assert told["published", "meta article:published_time"] == "2026-05-05"


def test_an_edition_lists_what_it_did_to_the_claims(
    edited: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that went and came are marked without colour."""
    path, store = edited
    assert main(["changes", path, "--store", store]) == 0
    said = capsys.readouterr()
    assert "{+no more than+}" in said.out and "[-Friday,-]" in said.out
    assert "1 added, 1 dropped, 1 changed, 0 kept" in said.err
    assert main(["changes", path, "--jsonl", "--store", store]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["outcome"], row["speaker"]) for row in rows][:2] == [
        ("changed", "Ilse Brandt"),
        ("added", "Harl Lines"),
    ]
    assert rows[0]["words"][-1] == {"change": "replace", "was": "Friday,", "now": "Monday,"}
    assert rows[2]["was"] == "The bridge carries 12,000 cars a day" and rows[2]["now"] is None


def test_an_article_without_a_later_edition_says_so(
    edited: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And a name that is no article's is a wrong use."""
    other = tmp_path / "b.txt"
    other.write_text("The quay is shut, she said.")
    assert main(["add", str(other), "--store", edited[1]]) == 0
    capsys.readouterr()
    assert main(["changes", str(other), "--store", edited[1]]) == 0
    assert "there is one edition" in capsys.readouterr().err
    assert main(["changes", "nowhere.txt", "--store", edited[1]]) == 2
