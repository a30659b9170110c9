"""Blocks in which claims lie to be counted: how days are numbered, and that what stands there is kept of claims."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest

from store.mapping.claim_blocks import code_of_day, empty_block, row_of
from store.records import Filters
from store.store import open_store
from tests.store.test_miscounted import change, faults, said

DAYS = (
    "",
    "0001-01-01",
    "2019",
    "2019-01",
    "2019-01-01",
    "2019-01-31",
    "2019-12-31",
    "2020",
    "9999-12-31",
)


def test_the_numbers_of_days_sort_as_days_do() -> None:
    """However much of a day is known; none stands before all."""
    assert code_of_day("") == 0
    assert all(code_of_day(one) < code_of_day(other) for one, other in pairwise(DAYS))


def test_numbers_are_written_in_one_order_of_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a file may be carried to a machine with another."""
    block = empty_block()
    block["speakers"][0] = 1
    usual, other = row_of(7, block)["speakers"], {"little": "big", "big": "little"}[sys.byteorder]
    monkeypatch.setattr(sys, "byteorder", other)
    turned = row_of(7, block)["speakers"]
    assert isinstance(usual, bytes) and isinstance(turned, bytes)
    assert turned[:8] == usual[:8][::-1] != usual[:8]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM claimblock",
        "UPDATE claimblock SET speakers = outlets",
        "UPDATE claimblock SET days = kinds",
        "DELETE FROM valuecode",
    ],
)
def test_a_block_that_says_something_else_is_a_fault(location: str, statement: str) -> None:
    """And counted anew."""
    with open_store(location) as store:
        store.articles.save_many([said(1), said(2, "Ada Vole")])
        change(store, statement)
        assert faults(store) == ["2 claims of which something else is kept to be counted"]
        store.integrity.recount()
        assert faults(store) == []
        assert store.claims.facet(Filters(kind=("indirect",)), "speaker") == [
            ("Ada Vole", 1),
            ("Tom Reyle", 1),
        ]


def test_a_block_without_claims_goes(location: str) -> None:
    """As they are forgotten."""
    with open_store(location) as store:
        store.articles.save_many([said(1), said(2)])
        store.forgetting.forget([store.forgetting.find("speaker:Tom Reyle")], "Kim")
        with store._engine.connect() as raw:
            assert raw.exec_driver_sql("SELECT count(*) FROM claimblock").scalar() == 0
