"""People's judgements on propositions and origins: they come before the rules and survive every
weighing again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cli.jobs.corroborate import bring_up_to_date
from store.records import Move
from store.store import Store


def _claims(store: Store) -> list[str]:
    return [
        claim.id for article in store.corroboration.stated_articles() for claim in article.claims
    ]


def _decide(store: Store, what: str, a: str, **new: Any) -> str:
    store.decisions.decide("ada", [Move(what, a, json.dumps(new), before=None)], note="")
    return str(store.decisions.select()[-1].id)


def _weighed(store: Store, id: str) -> Any:
    bring_up_to_date(store)
    return store.propositions.get(id)


@pytest.fixture
def two(store: Store, make_reading: Any) -> tuple[Store, str, str]:
    """A store with claims that say different things, and two of them."""
    store.articles.save(make_reading())
    first, _, third = _claims(store)
    return store, first, third


def test_claims_that_a_person_joined_are_one_proposition_until_it_is_undone(
    two: tuple[Store, str, str],
) -> None:
    """The join shows its reason, is confirmed, and an undo parts them again."""
    store, a, b = two
    assert _weighed(store, a).id != _weighed(store, b).id
    decision = _decide(store, "proposition", a, **{"with": b, "same": True})
    verdict = _weighed(store, a)
    assert verdict.id == _weighed(store, b).id
    assert any(
        "a person joined them" in member.reason and member.confirmed for member in verdict.claims
    )
    store.decisions.decide("ada", [Move("undo", decision, None, before=None)], note="")
    assert _weighed(store, a).id != _weighed(store, b).id


def test_a_later_judgement_on_a_pair_replaces_an_earlier_one(two: tuple[Store, str, str]) -> None:
    """Joined, then parted."""
    store, a, b = two
    _decide(store, "proposition", a, **{"with": b, "same": True})
    _decide(store, "proposition", b, **{"with": a, "same": False})
    assert _weighed(store, a).id != _weighed(store, b).id


@pytest.mark.parametrize(("relation", "least"), [("same", 1), ("different", 2)])
def test_origins_stand_as_a_person_decided(
    two: tuple[Store, str, str], relation: str, least: int
) -> None:
    """Whatever their names show."""
    store, a, b = two
    _decide(store, "proposition", a, **{"with": b, "same": True})
    _decide(store, "origin", a, **{"with": b, "relation": relation})
    verdict = _weighed(store, a)
    assert verdict.origins_min == least
    assert any(pair.reason == "a person decided so" for pair in verdict.pairs)
