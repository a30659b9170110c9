"""Lists a page at a time, what is counted over them, what is not handed on, and a store that is opened to
be read alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.errors import StoreError, UsageError
from claims.model import Article, Claim, Header, Reading, Speaker, Stance
from cli.jobs.corroborate import bring_up_to_date
from store.queries.facet_names import by_count
from store.records import NO_FILTER, SORT_KEYS, Coverage, DayCount, Filters, Move
from store.store import Store, open_store
from tests.store.conftest import claim

NAMES = ("Mira Oduya", "Asta Lund", "Tomas Reyle")


def _fill(store: Store) -> Store:
    """Nine articles of three outlets and none, by three speakers and a nameless one; one accuses."""
    for n in range(9):
        name = NAMES[n % 3]
        text = f"The quay cost {n} million, {name} said. Dockers said the crane is old."
        said = claim(
            text, f"The quay cost {n} million", "said", name, Speaker("person", name, mention=name)
        )
        unnamed = claim(
            text, "the crane is old", "said the"[:4], "Dockers", Speaker("group", mention="Dockers")
        )
        if n == 4:
            said = Claim(
                said.cue, said.source, said.content, "indirect", Stance("accuse"), said.speaker
            )
        outlet = (None, "Lake Gazette", "Harlen Post", "North Courier")[n % 4]
        article = Article(f"{n}.txt", text, outlet=outlet, published=f"2026-03-{n // 2 + 1:02}")
        store.articles.save(Reading(article, Header(), (said, unnamed)))
    bring_up_to_date(store)
    return store


@pytest.fixture
def full(store: Store) -> Store:
    """Those articles in a store of the test's own, to be written to."""
    return _fill(store)


@pytest.fixture(scope="module")
def filled(read_only: str) -> Iterator[Store]:
    """Those articles in a store that is only read."""
    with open_store(read_only) as opened:
        yield _fill(opened)


def _walked(read: Callable[[str | None], list[Any]], limit: int) -> list[str]:
    ids: list[str] = []
    while page := read(ids[-1] if ids else None):
        assert len(page) <= limit
        ids += [record.id for record in page]
    return ids


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 8])
@pytest.mark.parametrize("by", ["date", "saying"])
def test_the_first_claims_of_few_are_those_of_all(filled: Store, by: str, limit: int) -> None:
    """However many of a day are among them, and whatever else is asked."""
    for other in ({}, {"outlet": ("Post",)}, {"since": "2026-03-02"}, {"status": ("current",)}):
        filters = Filters(text=("quay",), said=True, **other)  # type: ignore[arg-type]
        whole = [claim.id for claim in filled.claims.sorted(filters, by=by)]
        first = [claim.id for claim in filled.claims.sorted(filters, by=by, limit=limit)]
        assert first == whole[:limit]


@pytest.mark.parametrize("by", SORT_KEYS)
@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("filters", [NO_FILTER, Filters(text=("quay",)), Filters(outlet=("Post",))])
def test_the_pages_of_an_order_are_the_order(
    filled: Store, by: str, reverse: bool, filters: Filters
) -> None:
    """Whatever the order and the filters; what has no outlet or no name comes last."""
    whole = [claim.id for claim in filled.claims.sorted(filters, by=by, reverse=reverse)]
    walked = _walked(
        lambda after: filled.claims.page(filters, by=by, reverse=reverse, after=after, limit=4), 4
    )
    assert walked == whole and whole


@pytest.mark.parametrize("by", SORT_KEYS)
@pytest.mark.parametrize(
    "filters", [NO_FILTER, Filters(text=("quay",)), Filters(speaker=("Lund",))]
)
def test_the_first_of_a_list_are_asked_for_alone(filled: Store, by: str, filters: Filters) -> None:
    """They are those that the whole list has first."""
    whole = [claim.id for claim in filled.claims.sorted(filters, by=by)]
    first = [claim.id for claim in filled.claims.sorted(filters, by=by, limit=2)]
    assert first == whole[:2] and len(whole) > 2


def test_speakers_are_counted_without_being_read(filled: Store) -> None:
    """Those of a filter too; and named, those with most claims first."""
    assert filled.speakers.count(NO_FILTER) == len(list(filled.speakers.select())) == 3
    assert filled.speakers.count(Filters(outlet=("Harlen Post",))) == 2
    assert filled.speakers.matching_names("Asta") == ["Asta Lund"]
    assert filled.speakers.matching_names("Nobody") == []
    names = [speaker.name for speaker in filled.speakers.matching("Lund")]
    assert filled.speakers.matching_names("Lund") == names


def test_the_pages_of_propositions_and_speakers_are_the_lists(filled: Store) -> None:
    """In the order of the lists."""
    verdicts = [verdict.id for verdict in filled.propositions.select()]
    assert _walked(lambda after: filled.propositions.page(after=after, limit=3), 3) == verdicts
    speakers = [speaker.id for speaker in filled.speakers.select()]
    assert _walked(lambda id: list(filled.speakers.select(NO_FILTER, 2, id)), 2) == speakers
    assert len(speakers) == 3 and len(verdicts) > 3


def test_a_page_behind_what_is_not_there_is_refused(filled: Store) -> None:
    """Rather than begun anew."""
    with pytest.raises(UsageError, match="ffffff"):
        filled.claims.page(after="ffffff")
    with pytest.raises(UsageError, match="--sort"):
        filled.claims.page(by="size")


def test_accusations_that_nobody_reviewed_can_be_left_out(full: Store) -> None:
    """Of lists and counts alike, until somebody has."""
    handed_on = Filters(no_open_accusations=True)
    (accusing,) = full.claims.select(Filters(stance=("accuse",)))
    assert full.claims.count(handed_on) == full.claims.count() - 1 == 17
    assert accusing.id not in [claim.id for claim in full.claims.page(handed_on, limit=50)]
    assert ("accuse", 1) not in full.claims.facet(handed_on, "stance")
    full.decisions.decide(reviewer="Kim", moves=[Move("status", accusing.id, "correct")])
    assert full.claims.count(handed_on) == 18


def test_outlets_are_counted(filled: Store) -> None:
    """Those with most claims first, by name where they have as many."""
    lines = filled.articles.outlet_lines()
    assert [(line.name, line.articles, line.claims, line.speakers) for line in lines] == [
        ("Harlen Post", 2, 4, 2),
        ("Lake Gazette", 2, 4, 2),
        ("North Courier", 2, 4, 2),
    ]
    assert (lines[0].first, lines[0].last) == ("2026-03-02", "2026-03-04")


def test_claims_are_counted_by_day_and_outlet(filled: Store) -> None:
    """Those of one speaker here."""
    speaker = next(one for one in filled.speakers.select() if one.name == "Mira Oduya")
    assert filled.claims.days(Filters(speaker_id=speaker.id)) == [
        DayCount("2026-03-01", None, False, False, 1),
        DayCount("2026-03-02", "North Courier", False, False, 1),
        DayCount("2026-03-04", "Harlen Post", False, False, 1),
    ]


def test_what_an_article_copies_and_who_copies_it(filled: Store) -> None:
    """Nothing here copies anything."""
    assert filled.articles.family(filled.articles.get("0.txt").id) == (None, [])


def test_a_store_can_be_opened_to_be_read_alone(full: Store) -> None:
    """Everything is read, nothing is written, and what others write meanwhile is seen."""
    with open_store(full.location, read_only=True) as opened:
        assert opened.claims.count() == 18
        with pytest.raises(StoreError):
            opened.runs.start("made up", {})
        full.articles.save(Reading(Article("new.txt", "The quay is shut."), Header(), ()))
        assert opened.articles.get("new.txt").text == "The quay is shut."


def test_a_store_that_is_read_alone_is_not_made(tmp_path: Path) -> None:
    """Nor its folder."""
    with pytest.raises(StoreError, match="no store"):
        open_store(tmp_path / "folder" / "none.db", read_only=True)
    assert not list(tmp_path.iterdir())


def test_copies_come_by_their_doc_as_many_as_asked_for(store: Store) -> None:
    """In the order of the originals, whatever language a server was made for."""
    text = (
        "The quay is shut for the winter and the crane is sold, the harbour board said in a note. "
    )
    for number, doc in enumerate(("b", "Z", "a", "ä")):
        store.articles.save(Reading(Article(doc, text * 9, outlet=f"Post {number}"), Header(), ()))
    bring_up_to_date(store)
    copies = store.articles.copies()
    assert [(copy.of, copy.doc) for copy in copies] == sorted((c.of, c.doc) for c in copies)
    assert store.articles.copies(2) == copies[:2]
    assert store.articles.count_copies() == len(copies) == 3


def test_what_people_found_equally_often_comes_by_its_name() -> None:
    """However it was counted."""
    counts = {"wrong": 1, "unreviewed": 3, "correct": 1, "unsure": 0}
    assert by_count(Coverage(counts)) == [("unreviewed", 3), ("correct", 1), ("wrong", 1)]
