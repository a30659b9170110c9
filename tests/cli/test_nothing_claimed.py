"""What claims nothing (acts, topics, fragments) is left out of whatever people read first; data hold it,
and a kind of saying asked for brings it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading
from claims.rules.vocabulary import SayingName
from cli.browse.data_sources import VerdictSource
from cli.jobs.corroborate import bring_up_to_date
from cli.main import main
from store import open_store
from store.records import Filters
from tests.cli.web.conftest import client_of, person, said
from tests.cli.web.pages import json_of, page_of

TEXT = (
    "The ferry sails on Monday, Mira Oduya said.\n"
    "Tomas Reyle opened the new quay, he said.\n"
    "The town must pay, Ivo Braga demanded."
)
SAID: tuple[tuple[str, str, str, SayingName], ...] = (
    ("The ferry sails on Monday", "said", "Mira Oduya", "statement"),
    ("the new quay", "opened", "Tomas Reyle", "none"),
    ("The town must pay", "demanded", "Ivo Braga", "demand"),
)


def claims() -> tuple[Claim, ...]:
    """A statement, an act, a demand."""
    return tuple(
        replace(said(TEXT, content, cue, name, person(name)), saying=saying)
        for content, cue, name, saying in SAID
    )


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A weighed store, which every command takes."""
    path = tmp_path / "a.db"
    monkeypatch.setenv("ONRECORD_STORE", str(path))
    monkeypatch.setenv("ONRECORD_REVIEWER", "sam")
    with open_store(path) as store:
        store.articles.save(Reading(Article("a.txt", TEXT), Header(), claims()))
        bring_up_to_date(store)
    return path


def test_the_browsers_single_sources_leave_it_out(kept: Path) -> None:
    with open_store(kept, read_only=True) as store:
        assert _listed(VerdictSource(store, Filters())) == 2
        assert _listed(VerdictSource(store, Filters(saying=("any",)))) == 3


def _listed(source: VerdictSource) -> int:
    return sum(len(part) for part in source.order())


def test_the_pages_list_of_single_sources_leaves_it_out_and_its_data_hold_it(kept: Path) -> None:
    with open_store(kept, read_only=True) as store, client_of(store) as client:
        page = page_of(client, "/check")
        assert "the new quay" not in page.text and "Left out: 1 proposition" in page.text
        assert "the new quay" in page_of(client, "/check?q=saying:any").text
        assert json_of(client, "/check.json")["total"] == 3
        assert "the new quay" not in page_of(client, "/").text


def test_the_pages_list_of_claims_leaves_it_out_and_its_data_hold_it(kept: Path) -> None:
    with open_store(kept, read_only=True) as store, client_of(store) as client:
        page = page_of(client, "/claims")
        assert (
            "the new quay" not in page.text and "Left out: 1 claim that claims nothing" in page.text
        )
        shown = page_of(client, "/claims?q=saying:any").text
        assert "the new quay" in shown and "Left out" not in shown
        assert json_of(client, "/claims.json")["total"] == 3


def test_new_claims_leave_it_out_and_say_so(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "--peek", "--jsonl"])
    assert len(capsys.readouterr().out.splitlines()) == 3
    main(["new", "--peek"])
    told = capsys.readouterr()
    assert "the new quay" not in told.out and "left out: 1 claim" in told.err


def test_what_claims_nothing_alone_is_nothing_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Callable[..., tuple[int, str]]
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "b.db"))
    with open_store(tmp_path / "b.db") as store:
        store.articles.save(Reading(Article("a.txt", TEXT), Header(), claims()[1:2]))
    assert run("new", "--exit-code", "--reader", "desk") == (0, "")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs a command: its exit code, and all that it prints."""

    def given(*words: str) -> tuple[int, str]:
        code = main(list(words))
        told = capsys.readouterr()
        return code, told.out + told.err

    return given


def test_a_report_of_single_sources_leaves_it_out_and_counts_it(
    kept: Path, run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    file = tmp_path / "r.html"
    assert run("report", "-o", str(file))[0] == 0
    told = file.read_text(encoding="utf-8")
    assert "the new quay" not in told.split("Method")[0] and "Claiming nothing" in told
    assert run("report", "--saying", "any", "-o", str(file), "--force")[0] == 0
    assert "the new quay" in file.read_text(encoding="utf-8")
