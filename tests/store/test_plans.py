"""First pages as a large store makes them: found within indices, and no table of claims, articles or speakers is
read whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from sqlalchemy import Engine, event

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from store.queries import few
from store.records import NO_FILTER, Filters, Move
from store.store import Store, open_store

SIZES = (
    ("article", "ix_article_current", "12000 1001"), ("article", "ix_article_order", "12000 5 1"),
    ("article", "ix_article_outlet_id", "12000 41"), ("article", "sqlite_autoindex_article_1", "12000 1"),
    ("claim", "ix_claim_confidence", "114000 1001 1001"), ("claim", "ix_claim_kind", "114000 1001 1001"),
    ("claim", "ix_claim_effective_speaker_id", "114000 1001"), ("claim", "ix_claim_said", "114000 15 15 15"),
    ("claim", "ix_claim_listing", "114000 10 1 1 1"), ("claim", "ix_claim_saying", "114000 1001 1001"),
    ("claim", "ix_claim_stance", "114000 1001 1001"), ("claim", "sqlite_autoindex_claim_1", "114000 1"),
    ("speaker", "ix_speaker_canonical_id", "8900 1"), ("speaker", "sqlite_autoindex_speaker_1", "8900 1"),
    ("speakername", "sqlite_autoindex_speakername_1", "8900 1 1"),
    ("speakeroutlet", "speakeroutlet", "381759 17 1"), ("article", "ix_article_text_hash", "12000 1"),
    ("article", "ix_article_doc", "12000 1"), ("article", "ix_article_url_key", "12000 1001"),
)  # fmt: skip
"""What ANALYZE samples of a store of 114,000 claims of made-up news."""
PAGE = 50
OF_MANY = (
    r"claim|article|speaker|speakername|said|others|names|speaker_\d|article_\d|speakercount|articlecount"
    r"|speakeroutlet|speakerword|jointmember|daycount|claimvalue|worded"
)
"""Tables that grow with the store, and what queries call them."""


def _listed(filters: Filters) -> Callable[[Store], object]:
    return lambda store: list(islice(store.claims.sorted(filters, by="saying", limit=PAGE), PAGE))


def _facets(filters: Filters) -> Callable[[Store], object]:
    return lambda store: store.claims.facets(filters)


PAGES: dict[str, Callable[[Store], object]] = {
    "list": _listed(Filters(said=True)),
    "list WORD": _listed(Filters(text=("quay",), said=True)),
    "list --speaker": _listed(Filters(speaker=("Oduya",), said=True)),
    "speakers": lambda store: (
        list(store.speakers.select(NO_FILTER, PAGE)),
        store.speakers.count(NO_FILTER),
    ),
    "speakers behind one": lambda store: list(store.speakers.select(NO_FILTER, PAGE, _one(store))),
    "names": lambda store: store.speakers.matching_names("Oduya"),
    "speaker NAME": lambda store: [
        (
            store.speakers.forms(one.id),
            store.speakers.roles(one.id),
            store.speakers.joint_claims(one.id),
        )
        for one in store.speakers.matching("Oduya")
    ],
    "copies": lambda store: (store.articles.copies(PAGE), store.articles.count_copies()),
    "facets": _facets(NO_FILTER),
    "facets WORD": _facets(Filters(text=("quay",))),
    "facets WORD and stance": _facets(Filters(text=("quay",), stance=("assert",))),
    "facets WORD and days": _facets(Filters(text=("quay",), since="2026", until="2026-03")),
    "facets WORD and outlet": _facets(Filters(text=("quay",), outlet=("Post",))),
    "facets of a kind": _facets(Filters(kind=("indirect",), said=True)),
    "facets of a kind and days": _facets(Filters(kind=("indirect",), until="2026-03")),
    "facets of days": _facets(Filters(since="2026", until="2026-03")),
}


def _one(store: Store) -> str:
    return next(iter(store.speakers.select(NO_FILTER, 1))).id


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A small store that says of itself that it is a large one."""
    location = str(tmp_path_factory.mktemp("plans") / "s.db")
    if request.param == "postgresql":
        location = request.getfixturevalue("postgres").new_store()
    with open_store(location) as store:
        store.articles.save_many([_reading(n) for n in range(30)])
        (first, *_) = store.claims.select()
        store.decisions.decide("Kim", [Move("status", first.id, "correct")])
        if request.param == "sqlite":
            with store._engine.begin() as raw:
                raw.exec_driver_sql("ANALYZE")
                raw.exec_driver_sql("DELETE FROM sqlite_stat1")
                raw.exec_driver_sql("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", list(SIZES))
    with open_store(location) as store:
        yield store


def _reading(number: int) -> Reading:
    name = ("Mira Oduya", "Asta Lund", "Tomas Reyle")[number % 3]
    text = f"The quay cost {number} million, {name} said. Mira Oduya and Asta Lund said so too."
    both = Speaker(
        "joint", None, mention="Mira Oduya and Asta Lund", members=("Mira Oduya", "Asta Lund")
    )
    speakers = (Speaker("person", name, mention=name), both)
    claims = tuple(
        Claim((), (), (Span(at, at + 8),), "indirect", Stance(), speaker, ())
        for at, speaker in enumerate(speakers)
    )
    return Reading(
        Article(f"{number}.txt", text, published="2026-03-01", outlet="Post"), Header(), claims
    )


LOOKS = ("SELECT", "WITH")


def _asked(
    engine: Engine, page: Callable[[], object], kinds: tuple[str, ...] = LOOKS
) -> list[tuple[str, Any]]:
    """The statements of a page, or of a change; of many alike the first."""
    asked: list[tuple[str, Any]] = []

    def keep(_: Any, __: Any, statement: str, given: Any, ___: Any, many: bool) -> None:
        if statement.startswith(kinds):
            asked.append((statement, given[0] if many else given))

    event.listen(engine, "before_cursor_execute", keep)
    page()
    event.remove(engine, "before_cursor_execute", keep)
    return asked


def _plan(engine: Engine, statement: str, given: Any) -> list[str]:
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not sqlite:
            # The tables are small here: what a large one would be asked by an index for is not to be read whole.
            for way in ("seqscan", "hashjoin", "mergejoin"):
                connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        rows = connection.exec_driver_sql(f"{explain} {statement}", given)
        return [row[3] if sqlite else row[0] for row in rows]


IN_ORDER = (
    "ix_article_order",
    "ix_speakercount_order",
    "sqlite_autoindex_speakercount_1",
    "speakercount_pkey",
)
"""Indexes that are walked in the order of a list until a page is full, and that by which speakers are counted, a
row each."""


def _reads_whole(plan: list[str]) -> list[str]:
    """Steps that read a large table, and not only walk it in the order of the list until a page is full."""
    return [
        step
        for step, behind in zip(plan, [*plan[1:], ""], strict=True)
        if not any(index in step for index in IN_ORDER)
        and (
            re.search(rf"Seq Scan on ({OF_MANY})\b", step)
            or re.match(rf"SCAN ({OF_MANY})\b", step)
            or "ix_article_current (current=?)" in step  # which nearly all of them are
            or (
                re.search(rf"Index (Only )?Scan (Backward )?using \w+ on ({OF_MANY})\b", step)
                and not re.match(r"\s*Index Cond:", behind)
            )
        )
    ]


@pytest.mark.parametrize("page", PAGES)
def test_a_first_page_reads_no_large_table_whole(filled: Store, page: str) -> None:
    """Nor counts within an index that holds every claim."""
    asked = _asked(filled._engine, lambda: PAGES[page](filled))
    assert asked
    for statement, given in asked:
        plan = _plan(filled._engine, statement, given)
        assert not _reads_whole(plan), (statement, plan)


def test_the_pages_have_rows(filled: Store) -> None:
    """So that the plans are those of something that is found."""
    for page in ("list", "list WORD", "list --speaker", "names"):
        assert PAGES[page](filled), page
    (one,) = filled.speakers.matching("Oduya")
    assert len(filled.speakers.joint_claims(one.id)) == 30


def test_saving_reads_no_large_table_whole(filled: Store) -> None:
    """So that an article more costs the same however many there are: new ones, and a later edition."""
    if filled._engine.dialect.name == "sqlite":
        with filled._engine.connect() as raw:
            sizes = raw.exec_driver_sql("SELECT count(*) FROM sqlite_stat1").scalar()
        assert sizes == len(SIZES)
    new = [
        replace(one, article=replace(one.article, published=f"2026-{month:02}-01"))
        for month in range(1, 9)
        for one in [_reading(100 + month)]
    ]
    later = [replace(new[0], article=replace(new[0].article, text=f"{new[0].article.text} So."))]
    for readings in (new, later):
        saved = _asked(
            filled._engine,
            lambda some=readings: filled.articles.save_many(some),  # type: ignore[misc]
            (*LOOKS, "DELETE", "UPDATE"),
        )
        assert any(statement.startswith("DELETE") for statement, _ in saved)
        for statement, given in saved:
            plan = _plan(filled._engine, statement, given)
            assert not _reads_whole(plan), (statement, plan)


def test_facets_of_a_word_read_what_is_kept_of_its_claims(filled: Store) -> None:
    """And not the claims, whose rows are many times as long, but for those of reviews."""
    for page in (one for one in PAGES if one.startswith("facets WORD")):
        asked = _asked(filled._engine, lambda page=page: PAGES[page](filled))  # type: ignore[misc]
        counting = [one for one in asked if "FROM claimvalue" in one[0]]
        assert counting
        for statement, given in counting:
            plan = _plan(filled._engine, statement, given)
            read = r"(SEARCH|SCAN) claim\b|(?<!claim_id_key) on claim\b(?! \w)"
            assert not [step for step in plan if re.search(read, step)], plan


def test_all_facets_of_a_word_are_counted_by_one_statement_from_an_index(filled: Store) -> None:
    """A server's is that of the values' table: no other is visited for the word."""
    asked = _asked(filled._engine, lambda: PAGES["facets WORD"](filled))
    ((statement, given),) = [one for one in asked if "FROM claimvalue" in one[0]]
    told = "\n".join(_plan(filled._engine, statement, given))
    if filled._engine.dialect.name == "sqlite":
        assert "claim_search VIRTUAL TABLE INDEX" in told
    else:
        assert "ix_claimvalue_words" in told
        assert "ix_claim_words" not in told


@pytest.mark.parametrize("page", ["list WORD", "list --speaker"])
def test_few_claims_are_told_apart_by_what_is_kept_of_them(filled: Store, page: str) -> None:
    """Of SQLite: claims themselves are looked up for the days of the page alone."""
    if filled._engine.dialect.name != "sqlite":
        pytest.skip("a server sorts them by what it visits for the words")
    asked = _asked(filled._engine, lambda: PAGES[page](filled))
    counting = [one for one in asked if "FROM speakercount" in one[0]]
    assert len(counting) == 1
    sorting, given = next(one for one in asked if "ORDER BY article.published_key" in one[0])
    plan = _plan(filled._engine, sorting, given)
    narrow = plan[plan.index("MATERIALIZE few") : plan.index("SCAN few")]
    assert [step for step in narrow if step.startswith("SEARCH claimvalue")]
    assert not [step for step in plan if step.startswith("SEARCH claim USING INDEX")]


def test_many_claims_of_a_word_are_met_on_a_walk(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the order in which few are sorted, and a server gathers none of them first."""
    found = [claim.id for claim in PAGES["list WORD"](filled)]  # type: ignore[attr-defined]
    monkeypatch.setattr(few, "_FEW_CLAIMS", 3)
    asked = _asked(filled._engine, lambda: PAGES["list WORD"](filled))
    assert [claim.id for claim in PAGES["list WORD"](filled)] == found  # type: ignore[attr-defined]
    if filled._engine.dialect.name == "postgresql":
        walk, given = next(one for one in asked if "ORDER BY article.published_key" in one[0])
        plan = _plan(filled._engine, walk, given)
        assert [step for step in plan if "ix_article_order" in step], plan
        assert not [step for step in plan if "ix_claim_words" in step], plan
