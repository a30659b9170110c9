"""A speaker's record on the page, and the list of speakers in pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from store.records import Filters
from store.store import Store, open_store

DAYS = 600
EARLY, LATE = "the sluice will be shut before winter", "the sluice will not be shut before winter"


def _says(name: str, words: str, number: int) -> Reading:
    text = f"{name} said {words}."
    day = f"20{20 + number // 336:02}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    article = Article(f"{name}{number}.txt", text, f"Day {number}", None, "Lake Gazette", day)
    cue, content = len(name) + 1, len(name) + len(" said ")
    claim = Claim(
        (Span(cue, cue + 4),), (Span(0, len(name)),), (Span(content, content + len(words)),), "indirect",
        Stance("assert"), Speaker("person", name, mention=name), confidence=0.9,
    )  # fmt: skip
    return Reading(article, Header(), (claim,))


@pytest.fixture(scope="module")
def long_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Somebody who speaks on six hundred days and turns about on the last, and three who speak once."""
    path: Path = tmp_path_factory.mktemp("long") / "long.db"
    with open_store(path) as store:
        words = [
            EARLY,
            *(f"gauge {chr(97 + n // 26)}{chr(97 + n % 26)} is fine" for n in range(1, DAYS)),
            LATE,
        ]
        every = [_says("Asta Lund", each, n) for n, each in enumerate(words)]
        once = [_says(name, "the quay is dry", 3) for name in ("Ivo Braga", "Kim Orr", "Lea Voss")]
        store.articles.save_many([*every, *once])
    with open_store(path, read_only=True) as store:
        yield store


@pytest.fixture
def asta(long_record: Store, ask: Any) -> Iterator[tuple[Any, str]]:
    """The page over that store, and the id of who speaks so often."""
    (one,) = long_record.speakers.matching("Asta Lund")
    with ask(long_record) as client:
        yield client, one.id


def test_what_was_said_otherwise_before_is_found_among_any_number_of_claims(
    asta: tuple[Any, str],
) -> None:
    """In the data of the record, however long it is."""
    client, id = asta
    (change,) = client.get(f"/speakers/{id}.json").json()["speaker"]["changes"]
    assert change["reason"] == "the opposite"


def test_an_earlier_claim_of_another_page_stands_beside_the_one_that_departs_from_it(
    asta: tuple[Any, str],
) -> None:
    """With its day and words, not as an id alone."""
    client, id = asta
    page = client.get(f"/speakers/{id}?reverse=1&limit=10").text
    assert "Said otherwise before" in page and f"2020-01-01: {EARLY}" in page


def test_pages_of_speakers_are_the_whole_list_in_order(asta: tuple[Any, str]) -> None:
    """Those with as many claims stand by name, and none is left out or comes twice."""
    client, _ = asta
    names: list[str] = []
    address = "/speakers.json?limit=1"
    while address:
        page = client.get(address).json()
        names += [speaker["name"] for speaker in page["speakers"]]
        address = page["next"]
    assert names == ["Asta Lund", "Ivo Braga", "Kim Orr", "Lea Voss"]


def test_a_page_of_speakers_counts_what_the_filters_leave(long_record: Store) -> None:
    """Claims, articles and days, as the whole list does."""
    since = Filters(since="2021-02")
    (first,) = long_record.speakers.select(since, 1)
    whole = next(iter(long_record.speakers.select(since)))
    assert first == whole and 0 < first.claims == first.articles < DAYS
