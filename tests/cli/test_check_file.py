"""`check FILE`: a file that is in no store is read and shown, and no store is made or changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Claim, Header, Link, Reading, Span, Speaker, Stance
from cli.main import main

TEXT = "The quay will close, Mira Oduya told the Tarne Herald. Officials backed the new toll."


def spans(words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


CLAIMS = (
    Claim(spans("told"), spans("Mira Oduya"), spans("The quay will close"), "indirect", Stance(),
          Speaker("person", "Mira Oduya", mention="Mira Oduya"), (Link("Tarne Herald", None),)),
    Claim(spans("backed"), spans("Officials"), spans("the new toll"), "indirect", Stance(),
          Speaker("group", mention="Officials")),
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file beside a machine that knows its claims."""

    def readings(paths: list[str], *_: Any, **__: Any) -> Iterator[Reading]:
        yield Reading(Article(paths[0], TEXT), Header(), CLAIMS)

    monkeypatch.setattr("cli.jobs.extract.readings", readings)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "none.db"))
    path = tmp_path / "quay.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_claim_stands_beside_who_vouches(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Named or not; no store is made."""
    store = tmp_path / "none.db"
    assert main(["check", str(file), "--store", str(store)]) == 0
    printed = capsys.readouterr()
    words = " ".join(printed.out.split())
    assert "The quay will close, Mira Oduya told the Tarne Herald. [·1]" in words
    assert "Mira Oduya through Tarne Herald · not weighed" in words
    assert "Officials (no name) · not weighed" in words
    assert "not in the store; read now, nothing is kept" in printed.err
    assert not store.exists()


def test_a_list_option_lists_its_claims(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table: who vouches, through whom, what is said."""
    assert main(["check", str(file), "--limit", "5"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "Mira Oduya Tarne Herald The quay will close" in words
    assert "Officials (no name) backed the new toll" in words


def test_machines_get_the_whole_article_too(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its claims stand in no store: without ids and labels."""
    assert main(["check", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (article,) = found["articles"]
    assert article["id"] is None and article["text"] == TEXT
    assert [claim["label"] for claim in article["claims"]] == [None, None]
    assert [row["speaker"] for row in found["claims"]] == ["Mira Oduya", None]


def test_a_file_of_another_folder_is_not_taken_for_an_article(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Though it bears the same name."""
    from store.store import open_store

    location = tmp_path / "some.db"
    with open_store(location) as store:
        store.articles.save(Reading(Article("elsewhere/quay.txt", "Other."), Header(), ()))
    assert main(["check", str(file), "--store", str(location)]) == 0
    assert "read now" in capsys.readouterr().err


def test_a_store_that_lacks_the_file_stays_as_it_is(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Machines get the same claims as rows; --exit-code holds."""
    from store.store import open_store

    location = tmp_path / "some.db"
    with open_store(location):
        pass
    before = location.read_bytes()
    command = ["check", str(file), "--jsonl", "--exit-code", "--store", str(location)]
    assert main(command) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["speaker"], row["quote"]) for row in rows] == [
        ("Mira Oduya", "The quay will close"),
        (None, "the new toll"),
    ]
    assert location.read_bytes() == before


def test_an_article_of_the_store_is_looked_up(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not read again."""
    from store.store import open_store

    location = tmp_path / "some.db"
    with open_store(location) as store:
        store.articles.save(Reading(Article(str(file), TEXT), Header(), CLAIMS))
    assert main(["check", str(file), "--all", "--store", str(location)]) == 0
    assert "read now" not in capsys.readouterr().err
