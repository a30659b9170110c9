"""Saving: what counts as the same article, what an edition keeps."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select

from claims.model import Article, Evidence, Header, Inferred, Span, Speaker, Versions
from store.records import Filters
from store.store import Store, open_store
from store.tables.declared import METADATA

NEW_TEXT = "The bridge will open in June, Ana Reyes told the Harbour Post. A museum is planned, Reyes said."


def _rows(location: str) -> str:
    engine = create_engine(location if "://" in location else f"sqlite:///{location}")
    with engine.connect() as connection:
        tables = sorted(METADATA.tables.items())
        rows = {
            name: sorted(map(repr, connection.execute(select(table)))) for name, table in tables
        }
    engine.dispose()
    return repr(rows)


def test_the_same_article_again_changes_no_row(store: Store, make_reading: Any) -> None:
    """Adding twice is adding once."""
    assert store.articles.save(make_reading()).status == "added"
    before = _rows(store.location)
    assert store.articles.save(make_reading()).status == "unchanged"
    assert _rows(store.location) == before


def test_a_stored_article_need_not_be_read_again(store: Store, make_reading: Any) -> None:
    """`unchanged` knows an article before detection, by its doc, its URL or its text."""
    store.articles.save(make_reading(url="https://www.post.example/bridge"))
    text = make_reading().article.text
    assert store.articles.unchanged(Article("a.txt", text))
    assert store.articles.unchanged(
        Article("b.txt", text, url="http://post.example/bridge?utm_source=x")
    )
    assert store.articles.unchanged(Article("b.txt", text))
    assert not store.articles.unchanged(Article("a.txt", text + " More."))


def test_a_given_outlet_replaces_an_inferred_one(store: Store, make_reading: Any) -> None:
    """The row keeps its id and its wire."""
    header = Header(
        outlet=Inferred("Nordwire", Evidence(Span(0, 3), "The")),
        wire=Inferred("Nordwire", Evidence(Span(0, 3), "The")),
    )
    first = store.articles.save(replace(make_reading(), header=header))
    given = replace(make_reading(outlet="Harbour Post"), header=header)
    assert not store.articles.unchanged(given.article)
    second = store.articles.save(given)
    article = store.articles.get("a.txt")
    assert (second.status, second.article_id) == ("updated", first.article_id)
    assert (article.outlet, article.outlet_inferred, article.wire) == (
        "Harbour Post",
        False,
        "Nordwire",
    )
    assert store.articles.save(given).status == "unchanged"


def test_one_text_in_two_outlets_is_two_articles(store: Store, make_reading: Any) -> None:
    """The outlet tells articles apart."""
    store.articles.save(make_reading(outlet="Harbour Post"))
    assert store.articles.save(make_reading(doc="b.txt", outlet="Valley Times")).status == "added"
    assert len(list(store.articles.select())) == 2


def test_two_copies_of_a_file_do_not_fight_over_the_title(store: Store, make_reading: Any) -> None:
    """A title of the same text under another doc fills a gap but never overwrites."""
    store.articles.save(make_reading(title="Bridge to open"))
    assert (
        store.articles.save(make_reading(doc="b.txt", title="BRIDGE TO OPEN")).status == "unchanged"
    )


def test_an_edition_keeps_ids_and_lists_what_vanished(
    store: Store, make_reading: Any, make_claim: Any
) -> None:
    """Another text under the same doc: claims that go on keep their ids, others are kept with the
    former edition."""
    first = store.articles.save(make_reading())
    old = {claim.quote: claim.id for claim in store.claims.select()}
    claims = (
        make_claim(
            NEW_TEXT, "The bridge will open in June", "told", "Ana Reyes", via="the Harbour Post"
        ),
        make_claim(
            NEW_TEXT,
            "A museum is planned",
            "said",
            "Reyes",
            Speaker("person", "Ana Reyes", mention="Reyes"),
        ),
    )
    result = store.articles.save(make_reading(NEW_TEXT, claims=claims))
    kept = store.claims.get(old["The bridge will open in May"])
    assert (result.status, result.kept, result.changed) == ("edition", 1, (kept.id,))
    assert set(result.vanished) == {old["tolls would rise"], old["a delay"]}
    assert (kept.quote, kept.article_id, kept.vanished) == (
        "The bridge will open in June",
        result.article_id,
        False,
    )
    assert store.articles.get("a.txt").edition_of == first.article_id
    assert not store.articles.get(first.article_id).current
    assert all(claim.vanished for claim in store.claims.of_article(first.article_id))


def test_both_editions_again_change_nothing(store: Store, make_reading: Any) -> None:
    """A former edition that is stored already does not come back as a new one."""
    store.articles.save(make_reading())
    store.articles.save(make_reading("Another text.", claims=()))
    before = _rows(store.location)
    assert store.articles.save(make_reading()).status == "unchanged"
    assert store.articles.save(make_reading("Another text.", claims=())).status == "unchanged"
    assert _rows(store.location) == before


def test_another_detector_keeps_ids(store: Store, make_reading: Any) -> None:
    """A re-run matches its claims to the stored ones by their spans and sources."""
    store.articles.save(replace(make_reading(), versions=Versions("1", "m", "d", "x")))
    ids = {claim.id for claim in store.claims.select()}
    again = make_reading()
    moved = replace(again.claims[0], content=(Span(4, 27),))
    result = store.articles.save(
        replace(again, claims=(moved, *again.claims[1:]), versions=Versions("1", "m", "d", "y"))
    )
    assert (result.status, result.kept, len(result.changed)) == ("redetected", 3, 1)
    assert {claim.id for claim in store.claims.select()} == ids


def test_an_edition_is_found_by_its_new_words(
    store: Store, make_reading: Any, make_claim: Any
) -> None:
    """The search index follows a claim whose words changed."""
    store.articles.save(make_reading())
    store.articles.save(
        make_reading(
            NEW_TEXT,
            claims=(make_claim(NEW_TEXT, "The bridge will open in June", "told", "Ana Reyes"),),
        )
    )
    assert [claim.quote for claim in store.claims.search("bridge June")] == [
        "The bridge will open in June"
    ]
    assert list(store.claims.search("bridge May")) == []


def test_a_run_is_recorded(store: Store, make_reading: Any) -> None:
    """Versions, counts and failures of a run are kept."""
    run = store.runs.start(Versions("1", "m", "d", "x"), "add")
    store.articles.save(make_reading(), run)
    store.runs.finish(run, {"articles": 1}, ["b.txt: is empty"])
    (kept,) = store.runs.select()
    assert (kept.id, kept.counts, kept.failures, kept.versions["detector"]) == (
        run,
        {"articles": 1},
        ("b.txt: is empty",),
        "d",
    )


_WRITER = """
import sys
sys.path[:0] = [".", "tests/store"]
from conftest import TEXT, reading
from store.store import open_store
with open_store(sys.argv[1]) as store:
    for number in range(100000):
        # The lists are loaded with the first article; the kill is to hit the writing.
        if number == 1:
            print("ready", flush=True)
        store.articles.save(reading(TEXT + f" Edition {number}.", doc=f"{sys.argv[2]}-{number}.txt"))
        print("ready", flush=True)
"""


def _kill_while_writing(path: Path, times: int) -> None:
    open_store(path).close()
    for turn in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), str(turn)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.05 + 0.013 * turn)
            process.kill()
        with open_store(path) as opened:
            articles = list(opened.articles.select())
            assert articles
            assert all(len(opened.claims.of_article(article.id)) == 3 for article in articles)
            assert sum(1 for claim in opened.claims.select(Filters()) if claim.chain) == len(
                articles
            )


def test_a_killed_writer_leaves_whole_articles(tmp_path: Path) -> None:
    """After kill -9 every article in the store has all its claims."""
    _kill_while_writing(tmp_path / "store.db", 2)


@pytest.mark.slow
def test_a_writer_killed_often_leaves_whole_articles(tmp_path: Path) -> None:
    """The same at many moments."""
    _kill_while_writing(tmp_path / "store.db", 25)
