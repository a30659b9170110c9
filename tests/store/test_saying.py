"""Kinds of saying: kept, asked for, and what claims nothing left out of tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from claims.rules.vocabulary import SAYINGS, STANCES, SayingName, saying_of_stance
from cli.jobs.corroborate import bring_up_to_date
from cli.jobs.export import claim as exported
from cli.query import for_people
from store import open_store
from store.records import Filters, Move
from store.store import Store
from tests.older_stores import as_revision


@pytest.fixture
def kept(store: Store, make_reading: Any) -> Store:
    """Three claims: a statement, one that claims nothing, a demand, in the order of the text."""
    reading = make_reading()
    kinds: tuple[SayingName, ...] = ("demand", "none", "statement")
    claims = tuple(replace(c, saying=k) for c, k in zip(reading.claims, kinds, strict=True))
    store.articles.save(replace(reading, claims=claims))
    return store


def sayings(store: Store, filters: Filters) -> list[str]:
    """What a list gives, in its order."""
    return [claim.saying for claim in store.claims.select(filters)]


def test_a_kind_is_kept_and_goes_out_again(kept: Store) -> None:
    """In the order of the text."""
    assert sayings(kept, Filters()) == ["demand", "none", "statement"]
    assert exported(next(iter(kept.claims.select()))).saying == "demand"


def test_what_claims_nothing_is_left_out_of_tables_unless_it_is_asked_for(kept: Store) -> None:
    """Nothing that can be checked is left out."""
    assert sayings(kept, for_people(Filters())) == ["demand", "statement"]
    assert sayings(kept, for_people(Filters(saying=("none",)))) == ["none"]
    assert len(sayings(kept, for_people(Filters(saying=("any",))))) == 3


def test_what_somebody_reviewed_is_shown_whatever_the_machine_says(kept: Store) -> None:
    """A person's word counts."""
    (nothing,) = kept.claims.select(Filters(saying=("none",)))
    kept.decisions.decide("Kim", [Move("status", nothing.id, "correct")])
    assert len(sayings(kept, for_people(Filters()))) == 3


def test_statements_come_first(kept: Store) -> None:
    """Then what is held, meant or asked for."""
    found = [claim.saying for claim in kept.claims.sorted(by="saying")]
    assert found == ["statement", "demand", "none"]


def test_a_facet_counts_kinds(kept: Store) -> None:
    """The browser and the page offer them."""
    assert dict(kept.claims.facet(Filters(), "saying")) == dict.fromkeys(found_kinds(), 1)


def found_kinds() -> tuple[str, ...]:
    """The kinds of the three claims."""
    return ("demand", "none", "statement")


def test_an_older_store_has_kinds_by_stance(tmp_path: Path, make_reading: Any) -> None:
    """Until it is detected again."""
    reading = make_reading()
    asked = replace(reading.claims[0], stance=replace(reading.claims[0].stance, stance="ask"))
    with open_store(tmp_path / "new.db") as store:
        store.articles.save(replace(reading, claims=(asked, *reading.claims[1:])))
    with open_store(as_revision(tmp_path / "new.db", "0022")) as store:
        assert sayings(store, Filters()) == ["demand", "statement", "statement"]


@pytest.mark.parametrize("stance", list(STANCES))
def test_every_stance_has_a_kind(stance: str) -> None:
    """And none of them is nothing."""
    assert saying_of_stance(stance) in set(get_args(SayingName)) - {"none"}
    assert set(SAYINGS) == set(get_args(SayingName))


def test_a_proposition_of_nothing_is_left_out_of_tables_and_statements_come_first(
    kept: Store,
) -> None:
    """Of one label; data hold every proposition."""
    bring_up_to_date(kept)

    def listed(filters: Filters) -> list[str]:
        return [v.claims[0].claim.saying for v in kept.propositions.select(filters)]

    assert sorted(listed(Filters())) == ["demand", "none", "statement"]
    assert kept.propositions.count(for_people(Filters())) == 2
    assert "none" not in listed(for_people(Filters()))
