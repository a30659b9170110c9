"""No page repeats an accusation that nobody reviewed, unless it is asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.main import main
from store.records import Filters
from store.store import open_store

TEXT = "The mayor took bribes, Mira Oduya alleged. The ferry will sail, Oduya said."


def _claim(words: str, cue: str, mention: str, stance: str) -> Claim:
    spans = [(Span(TEXT.index(w), TEXT.index(w) + len(w)),) for w in (cue, mention, words)]
    speaker = Speaker("person", "Mira Oduya", mention=mention)
    return Claim(*spans, "indirect", Stance(stance), speaker, ())  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store of an accusation and another claim by one speaker."""
    path = tmp_path / "r.db"
    claims = (
        _claim("The mayor took bribes", "alleged", "Mira Oduya", "accuse"),
        _claim("The ferry will sail", "said", "Oduya", "assert"),
    )
    with open_store(path) as store:
        store.articles.save(Reading(Article("a.txt", TEXT, outlet="Post"), Header(), claims))
    return path


def _page(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    main(["report", *words, "--store", str(path)])
    return capsys.readouterr().out


def test_it_is_left_out_and_counted(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of lists; and a page about nothing else is refused."""
    page = _page(path, capsys, "--speaker", "Oduya")
    assert "1 unreviewed accusation (" in page
    assert "Mira Oduya (accusing" not in page
    with open_store(path) as store:
        id = next(iter(store.claims.select(Filters()))).id
    assert not _page(path, capsys, id)


def test_it_stands_where_it_was_asked_for(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Marked as unreviewed."""
    page = _page(path, capsys, "--speaker", "Oduya", "--with-accusations")
    assert "took bribes" in page and "unreviewed, confidence" in page
