"""What needs eyes first: the order in which propositions are looked at, and that of `check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from store import Filters, Move, Store, open_store
from tests.older_stores import as_revision

MADE = Versions("1", "sm", "net", "aaaa")
CARRIED = (
    ("the ferry sinks off the harbour wall", "Mara Lind", 1),
    ("the quay closes for the whole winter", "Mara Lind", 3),
    ("the toll doubles on every weekday", None, 3),
    ("the lock opens again next Tuesday", "Mara Lind", 2),
)
"""What is said, by whom, and in how many outlets."""


def readings() -> Iterator[Reading]:
    """An article an outlet; each sentence stands in so many of them."""
    for number in range(3):
        said = [one for one in CARRIED if number < one[2]]
        text = " ".join(f"{who or 'Officials'} said {words}." for words, who, _ in said)
        claims = []
        for words, who, _ in said:
            at = text.index(words)
            mention = who or "Officials"
            source = at - len(f"{mention} said ")
            speaker = Speaker("person" if who else "group", who, mention=mention)
            cue = (Span(at - len("said "), at - 1),)
            place = cue, (Span(source, source + len(mention)),), (Span(at, at + len(words)),)
            claims.append(Claim(*place, "indirect", Stance(), speaker, confidence=0.9))
        article = Article(
            f"a{number}", text, outlet=f"Post {number}", published=f"2031-01-0{number + 1}"
        )
        yield Reading(article, Header(), tuple(claims), MADE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Those articles, weighed."""
    from cli.jobs.corroborate import bring_up_to_date

    with open_store(tmp_path / "order.db") as opened:
        for reading in readings():
            opened.articles.save(reading)
        bring_up_to_date(opened)
        yield opened


def order(store: Store, filters: Filters | None = None, first: int = 100) -> list[str]:
    """The first words of each, as the browser lists them."""
    ids = [id for part in store.propositions.ids(filters or Filters(), first) for id in part]
    return [" ".join(v.claims[0].claim.quote.split()[1:2]) for v in store.propositions.by_id(ids)]


def test_what_most_outlets_carry_comes_first(store: Store) -> None:
    """Of as many outlets, what rests on less; in parts of any size alike."""
    assert order(store) == ["quay", "toll", "lock", "ferry"]
    assert order(store, first=1) == order(store)


def test_what_somebody_reviewed_comes_last(store: Store) -> None:
    """One of its claims is enough."""
    quay = next(c for c in store.claims.select() if "quay" in c.quote)
    store.decisions.decide("Kim", [Move("status", quay.id, "correct")])
    assert order(store) == ["toll", "lock", "ferry", "quay"]
    assert order(store, Filters(outlet=("Post 0",))) == ["toll", "lock", "ferry", "quay"]


def test_a_filter_keeps_the_order(store: Store) -> None:
    """Of what it leaves."""
    assert order(store, Filters(outlet=("Post 2",))) == ["quay", "toll"]
    assert order(store, Filters(text=("lock",))) == ["lock"]


def test_check_lists_the_weakest_first_and_of_those_what_most_outlets_carry(store: Store) -> None:
    """Also under a filter."""
    for filters, words in (
        (Filters(), ["quay", "lock", "ferry", "toll"]),
        (Filters(speaker=("Lind",)), ["quay", "lock", "ferry"]),
    ):
        found = store.propositions.select(filters)
        assert [v.claims[0].claim.quote.split()[1] for v in found] == words


def test_an_older_store_is_counted_when_it_is_opened(store: Store) -> None:
    """By the migration, as weighing counts."""
    path = Path(store.location)
    store.close()
    with open_store(as_revision(path, "0017")) as upgraded:
        assert order(upgraded) == ["quay", "toll", "lock", "ferry"]
