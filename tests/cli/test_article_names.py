"""No article takes another's place without a word."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from cli.main import main
from store.store import open_store

WORDS = "The bridge opens in May, Ana Reyes said. Tolls would rise, Reyes said."


def _line(text: str, doc: str | None = None) -> str:
    def attribution(cue: int, source: list[int], content: list[int]) -> dict[str, Any]:
        return {
            "cue": [[cue, cue + 4]], "source": [source], "content": [content], "speaker": "Ana Reyes",
            "speaker_kind": "person", "kind": "indirect", "stance": "assert", "polarity": "positive",
            "hedged": False, "nested": False, "confidence": 0.9, "mention": text[slice(*source)],
        }  # fmt: skip

    claims = [attribution(35, [25, 34], [0, 23]), attribution(65, [59, 64], [41, 57])]
    row = {"schema": 1, "text": text, "attributions": claims}
    return json.dumps(row | ({"doc": doc} if doc else {})) + "\n"


def _pipe(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(words.encode()), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", stdin)


@pytest.mark.parametrize("doc", [None, "-"])
def test_what_is_piped_in_takes_no_others_place(
    doc: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = str(tmp_path / "s.db")
    for text in (WORDS, WORDS.replace("bridge", "tunnel"), WORDS):
        _pipe(monkeypatch, _line(text, doc))
        assert main(["add", "-", "--store", store]) == 0
    with open_store(store, create=False) as opened:
        articles = list(opened.articles.select())
        assert [article.current for article in articles] == [True, True]
        assert len({article.doc for article in articles}) == 2
        assert opened.claims.count() == 4


def test_an_edition_that_drops_most_claims_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "s.db")
    other = WORDS.replace("bridge opens in", "school shut in ").replace("Reyes", "Ilves")
    other = other.replace("Tolls would rise", "Nobody was hurt.")
    for text, lost in ((WORDS, False), (WORDS.replace("May,", "May."), False), (other, True)):
        _pipe(monkeypatch, _line(text, "a.txt"))
        assert main(["add", "-", "--store", store]) == 0
        assert ("WARNING: taken for a later edition" in capsys.readouterr().err) == lost


def test_a_table_of_outlets_and_a_store_that_are_pipes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["list", "--store", str(tmp_path / "pipe")]) == 4
    assert main(["add", str(tmp_path), "--store", str(tmp_path / "pipe")]) == 4
    assert "is a pipe" in capsys.readouterr().err
