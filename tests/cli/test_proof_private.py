"""A name that a reviewer gave an unnamed source stands in nothing that `onrecord proof` and the Draft tab show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Header, Reading
from cli.browse.draft_source import drafts_to_browse
from cli.main import main
from store import NO_FILTER, open_store
from store.records import Filters, Move
from tests.cli.test_proof import TEXT, at, claim

SAID = "“The toll would double,” a person close to the board said."
NAMED = "“The toll would double,” Mira Oduya said."
WORDS = "A person close to the board"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which Kim said who the person close to the board is."""
    path = tmp_path / "made.db"
    found = claim(TEXT, "the toll would double", WORDS, kind="indirect")
    with open_store(path) as made:
        article = Article("quay.txt", TEXT, outlet="Tarne Herald", published="2026-05-04")
        made.articles.save(Reading(article, Header(), (found,)))
        (toll,) = made.claims.select(Filters())
        made.decisions.decide("Kim", [Move("speaker", toll.id, "Zora Quince")], note="Quince rang")
    return path


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    """A draft that has the words, read as a machine would."""
    text: str = request.param
    who = "Mira Oduya" if "Oduya" in text else "a person close to the board"

    def readings(paths: list[str], *_: Any, **__: Any) -> Iterator[Reading]:
        assert at(text, who)
        read = claim(text, "The toll would double", who)
        yield Reading(Article(paths[0], text, published="2026-05-10"), Header(), (read,))

    monkeypatch.setattr("cli.jobs.extract.readings", readings)
    file = tmp_path / "draft.txt"
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("draft", [SAID, NAMED], indirect=True)
@pytest.mark.parametrize("form", ["--json", "--jsonl", "--csv", "--markdown", "--html", ""])
def test_no_format_has_the_name(
    store: Path, draft: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The article's words stand there."""
    assert main(["proof", draft, "--store", str(store), *filter(None, [form])]) == 0
    told = capsys.readouterr()
    assert "toll would double" in told.out and "Quince" not in told.out + told.err


@pytest.mark.parametrize("draft", [SAID, NAMED], indirect=True)
def test_the_draft_tab_has_it_nowhere(store: Path, draft: str) -> None:
    """Nothing that the tab is made of."""
    (shown,) = drafts_to_browse(str(store), NO_FILTER, draft)
    (line,) = shown.findings
    assert [place.speaker for place in line.places] == [WORDS]
    assert "Quince" not in repr(shown)
