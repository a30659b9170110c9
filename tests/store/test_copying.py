"""A store moved into another database is the same there, row by row, or it is not there."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest

from claims.errors import StoreError
from claims.model import Article, Header, Reading
from cli.diagnostics import Exit
from cli.jobs.corroborate import bring_up_to_date
from cli.main import main
from store import copying
from store.records import Filters, Move
from store.store import Store, open_store

KINDS = ("sqlite", "postgresql")


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Makes places for stores, of either kind."""
    numbers = count(1)

    def new(kind: str) -> str:
        if kind == "sqlite":
            return str(tmp_path / f"store{next(numbers)}.db")
        return str(request.getfixturevalue("postgres").new())

    return new


def _fill(location: str, make_reading: Any) -> None:
    with open_store(location) as store:
        store.articles.save(make_reading(outlet="Lake Gazette", published="2026-03-01"))
        store.articles.save(make_reading("The bridge will open in Júne.", claims=()))
        store.articles.save(Reading(Article("b.txt", "The quay is shut."), Header(), ()))
        claim = next(iter(store.claims.select(Filters(status=("current", "vanished")))))
        store.decisions.decide("Kim", [Move("status", claim.id, "correct")], note="heard it")
        store.watching.add("news", ["https://post.example/feed"])
        store.runs.finish(store.runs.start(None, "add"), {"articles": 3}, ["c.txt: gone"])
        bring_up_to_date(store)


def _told(store: Store) -> list[Any]:
    return [
        list(store.claims.select(Filters(status=("current", "vanished")))),
        list(store.articles.select()),
        list(store.decisions.select()),
        list(store.speakers.select()),
        list(store.propositions.select()),
        [claim.id for claim in store.claims.search("tólls")],
        store.claims.facets(Filters(text=("tólls",))),
        store.integrity.verify(),
    ]


@pytest.mark.parametrize("target", KINDS)
@pytest.mark.parametrize("source", KINDS)
def test_a_copy_is_the_store_in_another_place(
    place: Any, source: str, target: str, make_reading: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """It tells the same, is sound, and can be written to."""
    here, there = place(source), place(target)
    _fill(here, make_reading)
    with open_store(here) as store:
        told = _told(store)
    assert main(["copy", here, there]) == Exit.DONE
    out, err = capsys.readouterr()
    assert "3 article\n" in out and "each read again and compared" in err
    with open_store(there) as copy:
        assert _told(copy) == told
        more = make_reading("Tolls fell, Reyes said.", "c.txt", claims=())
        assert copy.articles.save(more).status == "added"
        claim = next(iter(copy.claims.select(Filters(status=("current", "vanished")))))
        copy.decisions.decide("Kim", [Move("status", claim.id, "wrong")])


@pytest.mark.parametrize("target", KINDS)
def test_a_database_that_holds_rows_is_refused(
    place: Any, target: str, make_reading: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its rows stay as they are."""
    here, there = place("sqlite"), place(target)
    _fill(here, make_reading)
    with open_store(there) as store:
        store.articles.save(Reading(Article("own.txt", "Own."), Header(), ()))
    assert main(["copy", here, there]) == Exit.STORE
    assert "holds rows already" in capsys.readouterr().err
    assert main(["copy", here, here]) == Exit.STORE
    with open_store(there) as store:
        assert [article.doc for article in store.articles.select()] == ["own.txt"]


@pytest.mark.parametrize("target", KINDS)
def test_a_row_that_is_not_the_same_leaves_no_copy(
    place: Any, target: str, make_reading: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told which one it is."""
    here, there = place("sqlite"), place(target)
    _fill(here, make_reading)
    written = copying.copy_rows

    def altered(source: Any, copy: Any, where: str) -> dict[str, int]:
        counts = written(source, copy, where)
        copy.exec_driver_sql("UPDATE outlet SET name = 'Another'")
        return counts

    monkeypatch.setattr(copying, "copy_rows", altered)
    with (
        open_store(here, read_only=True) as store,
        open_store(there) as copy,
        pytest.raises(StoreError, match=r"a row of outlet .* is not as it was"),
    ):
        store.copy_into(copy)
    with open_store(there) as copy:
        assert list(copy.articles.select()) == []


@pytest.mark.parametrize("target", KINDS)
def test_an_interrupted_copy_says_so_and_can_be_made_again(
    place: Any,
    target: str,
    make_reading: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing of it is kept."""
    here, there = place("sqlite"), place(target)
    _fill(here, make_reading)

    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(copying, "_compare", interrupted)
        assert main(["copy", here, there]) == Exit.INTERRUPTED
    assert "interrupted; nothing was copied" in capsys.readouterr().err
    assert main(["copy", here, there]) == Exit.DONE


def test_the_store_notes_where_its_copy_lies(
    place: Any, make_reading: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    """So that forgetting can name it; and both stores are named, without --store."""
    here, there = place("sqlite"), place("sqlite")
    _fill(here, make_reading)
    assert main(["copy", here, there]) == Exit.DONE
    with open_store(here) as store:
        assert store.forgetting.files() == [(there, "copy")]
    assert main(["copy", here, there, "--store", here]) == Exit.USAGE
    assert "leave out --store" in capsys.readouterr().err
