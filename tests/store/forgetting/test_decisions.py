"""A decision that is forgotten leaves no value, and the chain of digests stays whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from stored_bytes import standing

from store.records import Move
from store.store import Store, open_store
from tests.store.forgetting.newsroom import (
    assert_sound,
    claim_with,
    forget,
)


@pytest.mark.parametrize("undone", [False, True])
def test_a_forgotten_decision_leaves_no_value_and_no_note(desk: Store, undone: bool) -> None:
    """Its effect is undone; what was decided since no longer says what stood before."""
    one = claim_with(desk, "Quellmoor")
    before = desk.claims.get(one)
    desk.decisions.decide("Kim", [Move("speaker", one, "Philippa Drummond")], "as the minutes say")
    if undone:
        desk.decisions.undo("Kim")
    else:
        desk.decisions.decide("Lu", [Move("speaker", one, "Odessa Thrumble")])
    assert standing(desk.location, ["Philippa Drummond"])
    forget(desk, "decision:1")
    assert not standing(desk.location, ["Philippa Drummond", "as the minutes say"])
    left = desk.claims.get(one)
    assert left == before if undone else left.speaker == "Odessa Thrumble"
    assert [d.before for d in desk.decisions.select(one)] == ([] if undone else [None])
    assert_sound(desk)


def test_a_claim_that_a_person_entered_goes_with_its_decision(desk: Store) -> None:
    """Nothing else says that it is one."""
    article = desk.articles.get("news/market.txt")
    entered = {"article": article.id, "content": [[0, 20]], "speaker": "Tiberius Vole"}
    desk.decisions.add_claim("Kim", entered, "overheard it")
    assert desk.claims.count() == 7
    forget(desk, "1")
    assert desk.claims.count() == 6
    assert not standing(desk.location, ["Tiberius Vole", "overheard"])
    assert_sound(desk)


def test_the_chain_tells_who_takes_content_out_by_hand(desk: Store) -> None:
    """A row is sealed by a decision to forget, and by nothing else."""
    one = claim_with(desk, "Quellmoor")
    for status in ("wrong", "correct", "unsure"):
        desk.decisions.decide("Kim", [Move("status", one, status)], f"{status}, I say")
    forget(desk, "2")
    assert_sound(desk)
    where = desk.location if "://" in desk.location else f"sqlite:///{desk.location}"
    for statement in (
        "UPDATE decision SET note = 'never' WHERE id = 2",
        "UPDATE decision SET seal = 'abc' WHERE id = 3",
        "UPDATE decision SET kind = 'forgotten', subject = '', after = NULL, seal = 'x' WHERE id = 1",
    ):
        with create_engine(where).connect() as raw:
            raw.execute(text(statement))
            from store.decisions.chain import broken_at

            assert len(list(broken_at(raw))) == 1, statement
            raw.rollback()


def test_no_name_can_be_tried_against_what_is_left(desk: Store) -> None:
    """The digest of a decision took in a salt, which is gone with its content."""
    two = claim_with(desk, "the plan")
    desk.decisions.decide("Kim", [Move("speaker", two, "Zebulon Krantz")])
    forget(desk, "1")
    where = desk.location if "://" in desk.location else f"sqlite:///{desk.location}"
    with create_engine(where).connect() as raw:
        row = raw.execute(text("SELECT * FROM decision WHERE id = 1")).mappings().one()
    assert {key for key, value in row.items() if value} == {"id", "at", "kind", "digest", "seal"}
    assert row["kind"] == "forgotten"


def test_older_decisions_get_their_salt_and_a_broken_chain_stays_broken(tmp_path: Path) -> None:
    """Revision 0022 digests them anew, and passes over no fault."""
    from store.upgrade import migrate

    url = f"sqlite:///{tmp_path / 'store.db'}"
    with create_engine(url).begin() as connection:
        migrate(connection, "0012")
        for number in (1, 2, 3):
            connection.execute(text(
                "INSERT INTO decision (id, at, reviewer, kind, subject, after, note) VALUES "
                f"({number}, '2026-01-02 03:04:0{number}.123456', 'Kim', 'status', 'c1', 'wrong', '')"
            ))  # fmt: skip
        migrate(connection, "0021")
        connection.execute(text("UPDATE decision SET note = 'later' WHERE id = 2"))
    with open_store(tmp_path / "store.db") as store:
        assert [f.partition(":")[0] for f in store.integrity.verify().faults] == ["decision 2"]
