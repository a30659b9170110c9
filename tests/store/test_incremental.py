"""Weighing a few articles at a time: the same in any order as all at once, whole after a kill, one
at a time."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, event, text

from claims.corroborate import blocking
from claims.corroborate.batch import weigh
from claims.corroborate.incremental import grow
from claims.model import Article, Claim, Header, Link, Reading, Span, Speaker, Stance
from cli.jobs.corroborate import bring_up_to_date
from store.records import Move
from store.store import Store, open_store
from store.upgrade import migrate

WORDS = (
    *("harbour", "bridge", "pillar", "crack", "toll", "ferry", "mayor", "budget"),
    *("clinic", "school", "vaccine", "strike", "storm", "flood", "mill", "quarry"),
)
PEOPLE = ("Ana Reyes", "Ilva Dorn", "Petar Quill", None)


def made(number: int, seed: int) -> Reading:
    """One of a few made-up stories, told with small differences, so that copies, agreement and
    conflict come about."""
    chance = random.Random(f"{seed} {number}")
    story = random.Random(f"{seed} {chance.randrange(3)}")
    sentences = [
        " ".join(story.sample(WORDS, 6)) + f" word{story.randrange(30)} x{n}" for n in range(12)
    ]
    text, claims = "", []
    for sentence in sentences[chance.randrange(3) : chance.randrange(5, 12)]:
        if chance.random() < 0.2:
            sentence += f" {chance.randrange(3)} times"
        if chance.random() < 0.6:
            start = len(text)
            text += f"{sentence}, they said. "
            speaker = chance.choice(PEOPLE)
            stance = Stance(chance.choice(["assert", "assert", "deny"]))
            claims.append(
                Claim(
                    (Span(start + len(sentence) + 7, start + len(sentence) + 11),),
                    (),
                    (Span(start, start + len(sentence)),),
                    "indirect",
                    stance,
                    Speaker("person" if speaker else "none", speaker, mention=speaker or ""),
                    (Link("Radio Keld", None),) if chance.random() < 0.2 else (),
                    chance.random() < 0.1,
                )
            )
        else:
            text += sentence + ". "
    article = Article(
        f"doc{number}", text, outlet=f"Outlet {number % 4}", published=f"2020-0{1 + number % 4}-01"
    )
    return Reading(article, Header(), tuple(claims))


def shown(verdict: Any, members: Any) -> tuple[Any, ...]:
    """A verdict as a plain value, with what is said of its claims."""
    plain = (
        verdict.label,
        verdict.origins_min,
        verdict.origins_max,
        verdict.named,
        verdict.conflicts_with,
        verdict.reasons,
    )
    return (*plain, *((id, member.role, member.copy_of, member.reason) for id, member in members))


def weighed(store: Store) -> dict[str, Any]:
    """Everything that weighing left to be shown."""
    verdicts = {
        v.id: shown(v, [(m.claim.id, m) for m in v.claims]) for v in store.propositions.select()
    }
    return verdicts | {
        f"copy {c.doc}": (c.of, c.share, c.evidence, c.credit) for c in store.articles.copies()
    }


def whole(store: Store) -> dict[str, Any]:
    """The same, found over the whole collection at once."""
    articles = list(store.corroboration.stated_articles())
    docs = {article.id: article.doc for article in articles}
    found = weigh(articles)
    verdicts = {v.id: shown(v, [(m.claim_id, m) for m in v.members]) for v in found.verdicts}
    return verdicts | {
        f"copy {docs[c.article_id]}": (docs[c.of], c.share, c.evidence, c.credit)
        for c in found.copies
    }


def _grown(folder: Path, seed: int, order: list[int], sizes: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch, open_store(folder / "store.db") as store:
        patch.setattr(blocking, "MAX_PAIRED_HOLDERS", 3)
        patch.setattr(blocking, "FIRST_HOLDERS", 2)
        for place, number in enumerate(order):
            store.articles.save(made(number, seed))
            if place % sizes[0] == 0:
                with store.corroboration.repository() as shelf:
                    grow(shelf, sizes[1])
        bring_up_to_date(store)
        assert weighed(store) == whole(store)
        for number in order[:3]:
            other = made(number + 50, seed)
            store.articles.save(
                Reading(Article(f"doc{number}", other.article.text), Header(), other.claims)
            )
            with store.corroboration.repository() as shelf:
                grow(shelf, sizes[1])
        bring_up_to_date(store)
        assert weighed(store) == whole(store)


ORDERS: dict[str, Any] = {
    "seed": st.integers(0, 99),
    "order": st.permutations(range(14)),
    "sizes": st.lists(st.integers(1, 4), min_size=2, max_size=2),
}


@settings(
    max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(**ORDERS)
def test_any_order_and_any_batches_end_where_all_at_once_does(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int], sizes: list[int]
) -> None:
    """Adding, weighing in between, another edition of some: the verdicts are those of weighing
    everything at once."""
    _grown(tmp_path_factory.mktemp("grown"), seed, order, sizes)


@pytest.mark.slow
@settings(
    max_examples=60, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(**ORDERS)
def test_many_orders_end_where_all_at_once_does(
    tmp_path_factory: pytest.TempPathFactory, seed: int, order: list[int], sizes: list[int]
) -> None:
    """The same for many collections."""
    _grown(tmp_path_factory.mktemp("grown"), seed, order, sizes)


_WEIGHER = """
import sys
sys.path.insert(0, ".")
from claims.corroborate.incremental import grow
from store.store import open_store
with open_store(sys.argv[1]) as store:
    print("ready", flush=True)
    for told in sys.stdin:
        with store.corroboration.repository() as shelf:
            if not grow(shelf, 1):
                break
"""


def _filled(path: Path, count: int = 12) -> None:
    with open_store(path) as store:
        store.articles.save_many([made(number, 1) for number in range(count)])


def _weigher(path: Path) -> subprocess.Popen[bytes]:
    """A process that weighs an article for each line it is told."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WEIGHER, str(path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _tell(process: subprocess.Popen[bytes], articles: int) -> None:
    assert process.stdin is not None
    process.stdin.write(b"one\n" * articles)
    process.stdin.flush()


def test_a_killed_weighing_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """After kill -9 some articles still wait, and weighing those gives what weighing all at once
    would."""
    path = tmp_path / "store.db"
    _filled(path)
    with _weigher(path) as process:
        _tell(process, 5)
        time.sleep(0.15)
        process.kill()
    with open_store(path) as store:
        assert store.corroboration.is_stale()
        bring_up_to_date(store)
        assert not store.corroboration.is_stale()
        assert weighed(store) == whole(store)


def test_two_processes_may_weigh_at_once(tmp_path: Path) -> None:
    """Each takes its articles, none is weighed twice or left out."""
    path = tmp_path / "store.db"
    _filled(path)
    with _weigher(path) as one, _weigher(path) as other:
        for process in (one, other):
            _tell(process, 30)
        assert (one.wait(), other.wait()) == (0, 0)
    with open_store(path) as store:
        assert not store.corroboration.is_stale()
        assert weighed(store) == whole(store)


def test_a_decision_lets_its_claims_be_weighed_again(tmp_path: Path) -> None:
    """A decision about a claim, and its undoing, make the weighing stale; nothing else is weighed
    for it."""
    path = tmp_path / "store.db"
    _filled(path, 6)
    with open_store(path) as store:
        bring_up_to_date(store)
        claim = next(iter(store.claims.select()))
        store.decisions.decide("Kim", [Move("status", claim.id, "wrong")])
        assert store.corroboration.waiting() == 1
        bring_up_to_date(store)
        store.decisions.decide("Kim", [Move("undo", str(store.decisions.select()[0].id))])
        assert store.corroboration.waiting() == 1


def test_other_rules_weigh_everything_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that was weighed by other rules forgets its verdicts and keeps its decisions."""
    path = tmp_path / "store.db"
    _filled(path, 6)
    with open_store(path) as store:
        bring_up_to_date(store)
        before = weighed(store)
        store.decisions.decide(
            "Kim", [Move("status", next(iter(store.claims.select())).id, "correct")]
        )
        bring_up_to_date(store)
        monkeypatch.setattr("store.queue.queue.RULES", 99)
        assert store.corroboration.is_stale()
        bring_up_to_date(store)
        assert weighed(store) == before
        assert [decision.after for decision in store.decisions.select()] == ["correct"]


def _questions(path: Path, count: int) -> int:
    """Statements that weighing so many articles together takes."""
    _filled(path, count)
    asked: list[str] = []
    with open_store(path) as store, store.corroboration.repository() as shelf:
        event.listen(store._engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
        assert grow(shelf, count) == count
    return len(asked)


def test_what_articles_share_is_asked_once(tmp_path: Path) -> None:
    """Four times the articles take no more questions, but for longer ways from one claim to the
    next."""
    few, many = _questions(tmp_path / "few.db", 10), _questions(tmp_path / "many.db", 40)
    assert many < few + 20, (few, many)


def test_articles_are_weighed_by_day(tmp_path: Path) -> None:
    """Those of one event together, in whatever order they came in."""
    with open_store(tmp_path / "store.db") as store:
        for number in (3, 0, 2, 1):
            store.articles.save(made(number, 1))
        days = {article.id: article.published for article in store.articles.select()}
        with store.corroboration.repository() as shelf:
            taken = [days[id] for number in range(4) for id in shelf.take(1)]
    assert taken == sorted(taken) and len(taken) == 4


def test_what_waits_in_an_older_store_takes_the_day_of_its_article(tmp_path: Path) -> None:
    """The upgrade loses nothing that waits."""
    path = tmp_path / "store.db"
    with create_engine(f"sqlite:///{path}").begin() as connection:
        migrate(connection, "0008")
        for number in range(4):
            day, id = f"2026-01-0{number * 3 % 4 + 1}", f"a{number}"
            row = {
                **dict.fromkeys(("id", "doc", "text", "text_hash"), id),
                **dict.fromkeys(("outlet_inferred", "wire_inferred", "published_inferred"), False),
                **dict.fromkeys(("byline", "credits"), "[]"),
                "published": day,
                "published_key": day,
                "current": True,
                "fetched": "2026-02-01 00:00:00",
            }
            names = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO article ({names}) VALUES ({values})"), row)
            connection.execute(text("INSERT INTO unweighed (article_id) VALUES (:id)"), {"id": id})
    with open_store(path) as store:
        days = {article.id: article.published for article in store.articles.select()}
        with store.corroboration.repository() as shelf:
            taken = [days[id] for id in shelf.take(9)]
    assert taken == sorted(taken) and len(taken) == 4


def test_saving_many_is_saving_one_after_the_other(tmp_path: Path) -> None:
    """Doubles and editions among them included."""
    readings = [made(number, 2) for number in (1, 2, 3, 1, 4)]
    other = made(9, 2)
    readings.append(Reading(replace(other.article, doc="doc2"), Header(), other.claims))
    with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "many.db") as many:
        apart = [one.articles.save(reading) for reading in readings]
        assert many.articles.save_many(readings) == apart
        assert list(many.claims.select()) == list(one.claims.select())
        assert list(many.claims.search("bridge")) == list(one.claims.search("bridge"))


@pytest.mark.slow
def test_lists_find_their_first_page_by_index(tmp_path: Path) -> None:
    """Of a store that took stock, neither claims nor propositions are sorted as a whole."""
    statements: list[tuple[str, Any]] = []
    with open_store(tmp_path / "store.db") as store:
        store.articles.save_many([made(number, 3) for number in range(30)])
        bring_up_to_date(store)
        store.corroboration.take_stock()
        with sqlite3.connect(tmp_path / "store.db") as raw:
            event.listen(
                store._engine, "before_cursor_execute", lambda *a: statements.append((a[2], a[3]))
            )
            next(iter(store.claims.select()))
            next(iter(store.propositions.select()))
            firsts = [
                s
                for s in statements
                if "ORDER BY article.published_key" in s[0] or "FROM proposition" in s[0]
            ]
            plans = [
                [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {text}", given)]
                for text, given in firsts[:2]
            ]
    assert len(plans) == 2
    assert not [
        step for plan in plans for step in plan if step == "USE TEMP B-TREE FOR ORDER BY"
    ], plans
