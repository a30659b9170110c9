"""What is counted as claims come and go is what a count of all claims gives, whatever is done."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from claims.errors import UsageError
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from cli.jobs.corroborate import bring_up_to_date
from store.counts.compare import miscounted
from store.database import rows
from store.database.session import reading as snapshot
from store.queries import facet_blocks, facet_names, facet_walk, facets, few
from store.queries.pages import FACETS
from store.records import NO_FILTER, Filters, Move
from store.store import Store, open_store
from tests.store.older import make_older

PEOPLE = ("Odessa Thrumble", "Ivor Pellgrave", "I. Pellgrave", "Thrumble", "Zebulon Krantz")
"""Of whom some are one, as soon as the whole name is there."""
SENTENCES = (
    "cranes stand idle",
    "ferries carry livestock",
    "chandlers refuse notes",
    "the lamp burns oil",
)
OUTLETS = ("Fenwick Courier", "Lake Gazette", None)
DAYS = ("2026-03-01", "2026-03-02", "2025-12-31", None)
PERIODS = (
    (None, None), ("2026", None), (None, "2025"), ("2025-12", "2026-03-01"), ("2026-03-02", "2026-03-02"),
    ("2027", None),
)  # fmt: skip
"""From when to when is asked, each perhaps left open."""
ACTS = (
    "save", "save", "edition", "again", "metadata", "name", "private", "wrong", "alias", "merge", "split",
    "articles", "weigh", "role", "outlet", "missed", "undo", "redo", "forget article", "forget speaker",
    "forget outlet",
)  # fmt: skip
MANY = 20
"""Examples from which a failure is worth being made smaller."""
OLDER = (
    "DROP TABLE claimvalue",
    "DROP TABLE claimblock",
    "DROP TABLE valuecode",
    "DROP INDEX IF EXISTS ix_speaker_number",
    "UPDATE alembic_version SET version_num = '0030'",
)
"""What makes a store one of the revision before."""
TOGETHER = "Odessa Thrumble and Ivor Pellgrave"
said = st.tuples(
    st.sampled_from(SENTENCES), st.sampled_from((*PEOPLE, TOGETHER, "the harbour master"))
)
acts = st.tuples(
    st.sampled_from(ACTS), st.integers(0, 9), st.lists(said, min_size=1, max_size=4), st.sampled_from(OUTLETS),
    st.sampled_from(DAYS),
)  # fmt: skip


def reading(
    number: int,
    sentences: Sequence[tuple[str, str]],
    outlet: str | None,
    day: str | None,
    more: str = "",
    kept: int | None = None,
) -> Reading:
    """An article of these statements, and what a detector found in it: so many of them at the most."""
    words, claims = f"Number {number} of the tide tables. {more}", list[Claim]()
    for at, (content, who) in enumerate(sentences):
        start = len(words) + 1
        words += f" {content}, {who} said."
        source = start + len(content) + 2
        cue = source + len(who) + 1
        named = who in PEOPLE
        speaker = Speaker("person" if named else "unnamed", who if named else None, mention=who)
        if who == TOGETHER:
            speaker = Speaker("joint", None, mention=who, members=tuple(who.split(" and ")))
        spans = [
            (Span(cue, cue + 4),),
            (Span(source, source + len(who)),),
            (Span(start, start + len(content)),),
        ]
        stance = Stance("deny" if at == 2 else "assert")
        claims.append(Claim(*spans, "direct" if at == 1 else "indirect", stance, speaker, ()))
    article = Article(f"tide-{number}.txt", words, outlet=outlet, published=day)
    versions = Versions("1", "en", f"detector {kept}", "x")
    return Reading(article, Header(), tuple(claims[:kept]), versions=versions)


def save(store: Store, kind: str, number: int, made: tuple[Any, ...]) -> None:
    """Articles as they come: new ones, a later edition, another reading or more metadata of the same text."""
    if kind == "edition":
        store.articles.save(reading(number % 3, *made, more="Corrected."))
    elif kind == "again":
        store.articles.save_many([reading(number % 3, *made, kept=number % 4)])
    elif kind == "metadata":
        store.articles.save(reading(number % 3, made[0], "Fenwick Courier", "2026-03-05"))
    else:
        store.articles.save_many([reading(n % 3, *made) for n in (number, number + 1)])


def decide(store: Store, kind: str, at: int) -> None:
    """What a person decides on one of the claims, or on who speaks."""
    claims, speakers = list(store.claims.select()), list(store.speakers.select())
    if not claims:
        return
    claim = claims[at % len(claims)]
    if kind in ("name", "private"):
        wanted = [c for c in claims if (c.speaker is None) is (kind == "private")]
        if wanted:
            store.decisions.decide(
                "Kim", [Move("speaker", wanted[at % len(wanted)].id, "Ada Vole")]
            )
    elif kind in ("wrong", "outlet"):
        move = (
            Move("status", claim.id, "wrong")
            if kind == "wrong"
            else Move("outlet", claim.article_id, "New Post")
        )
        store.decisions.decide("Kim", [move])
    elif kind == "missed":
        spans = {"content": [[0, 6]], "source": [], "cue": []}
        store.decisions.add_claim(
            "Kim", {"article": claim.article_id, "speaker": "Ada Vole"} | spans
        )
    elif speakers:
        on_speakers(
            store,
            kind,
            speakers[at % len(speakers)].id,
            speakers[(at + 1) % len(speakers)].id,
            claim,
        )


def on_speakers(store: Store, kind: str, one: str, other: str, claim: Any) -> None:
    """Who is who."""
    if kind == "alias":
        store.decisions.alias("Kim", one, "Zebulon Krantz")
    elif kind == "merge" and one != other:
        store.decisions.merge("Kim", one, other)
    elif kind == "split":
        names = [form.id for form in store.speakers.forms(one)]
        if len(names) > 1:
            store.decisions.split("Kim", names[1:], names[:1])
    elif kind == "articles":
        store.decisions.split_articles("Kim", one, [claim.doc])
    elif kind == "role":
        store.decisions.role("Kim", one, "harbour master", "2026", None)


def forget(store: Store, kind: str, at: int) -> None:
    """One of them, for good."""
    things = {
        "article": [f"article:{a.doc}" for a in store.articles.select()],
        "speaker": [f"speaker:{s.name}" for s in store.speakers.select()],
        "outlet": [f"outlet:{name}" for name in store.articles.outlet_facts()],
    }[kind]
    if things:
        store.forgetting.forget([store.forgetting.find(things[at % len(things)])], "Kim")


def do(store: Store, kind: str, at: int, *made: Any) -> None:
    """One act."""
    try:
        if kind in ("save", "edition", "again", "metadata"):
            save(store, kind, at, made)
        elif kind == "weigh":
            bring_up_to_date(store)
        elif kind == "undo":
            store.decisions.undo("Kim")
        elif kind == "redo":
            store.decisions.redo("Kim")
        elif kind.startswith("forget"):
            forget(store, kind.split()[1], at)
        else:
            decide(store, kind, at)
    except UsageError:
        return  # it names several, or is one already: nothing was written


def faults(store: Store) -> list[str]:
    """What is miscounted."""
    with snapshot(store._engine, store.location) as connection:
        return list(miscounted(connection))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_store(path).close()
    return path


def check(location: Any, sequence: Sequence[tuple[Any, ...]]) -> None:
    """Counts are right after every act, and lists that read them are those that count."""
    with open_store(location) as store:
        for act in sequence:
            do(store, *act)
            assert faults(store) == [], act
        everything = Filters(since="1000")
        dated = [s for s in store.speakers.select() if s.first and s.articles == 1]
        counted = {s.id: s for s in store.speakers.select(everything)}
        assert [counted[s.id] for s in dated] == dated


def check_copy(empty: Path, sequence: Sequence[tuple[Any, ...]]) -> None:
    """In a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        check(shutil.copy(empty, Path(folder) / "s.db"), sequence)


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of articles fill several statements."""
    monkeypatch.setattr(rows, "_ROWS_A_STATEMENT", 2)


@pytest.mark.parametrize("examples", [6, pytest.param(250, marks=pytest.mark.slow)])
def test_counts_are_right_after_any_acts(empty: Path, examples: int) -> None:
    """Saving, editions, decisions, taking them back, joining, parting, forgetting."""
    short = examples < MANY
    checks = settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), derandomize=short,
        phases=(Phase.generate,) if short else (Phase.reuse, Phase.generate, Phase.shrink), print_blob=not short,
    )  # fmt: skip
    checks(
        given(st.lists(acts, min_size=4, max_size=12))(lambda sequence: check_copy(empty, sequence))
    )()


def test_counts_are_right_after_acts_on_a_server(request: pytest.FixtureRequest) -> None:
    """A few series of the same."""
    server = request.getfixturevalue("postgres")
    checks = settings(
        max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True,
        phases=(Phase.generate,),
    )  # fmt: skip
    checks(
        given(st.lists(acts, min_size=6, max_size=10))(
            lambda sequence: check(server.new_store(), sequence)
        )
    )()


def _full(store: Store) -> None:
    store.articles.save_many(
        [reading(n, [(SENTENCES[n % 4], PEOPLE[n % 5]), (SENTENCES[1], "the mayor")], OUTLETS[n % 3], DAYS[n % 4])
         for n in range(12)]
    )  # fmt: skip


def test_both_databases_count_alike(store: Store) -> None:
    """And lists of everything read what is kept: as those do that count."""
    _full(store)
    for kind in ("name", "merge", "outlet", "undo", "forget speaker", "edition", "articles"):
        do(store, kind, 1, [(SENTENCES[0], PEOPLE[1])], OUTLETS[0], DAYS[0])
        assert faults(store) == []
    kept = list(store.speakers.select())
    assert list(store.speakers.select(NO_FILTER, 50)) == kept
    assert store.speakers.count(NO_FILTER) == len(kept) > 2
    every = Filters(status=("current",))  # which asks for the same, and is counted
    assert list(store.speakers.select(every)) == kept
    bring_up_to_date(store)
    assert faults(store) == []
    for since, until in PERIODS:
        asked = Filters(since=since, until=until)
        walked = store.claims.facets(replace(asked, min_confidence=0.0))
        assert store.claims.facets(asked) == walked
        assert {word: store.claims.facet(asked, word) for word in FACETS} == walked
        assert sum(n for _, n in walked["kind"]) == store.claims.count(asked)
    first = store.claims.facets(Filters(min_confidence=0.0), ("speaker", "kind"), 1)
    assert [*first] == ["speaker", "kind"]
    assert store.claims.facets(NO_FILTER, ("speaker", "kind"), 1) == first


def _nothing_said(number: int) -> Reading:
    one = reading(20 + number, [(SENTENCES[number], PEOPLE[number])], OUTLETS[number % 3], DAYS[3])
    return replace(one, claims=tuple(replace(claim, saying="none") for claim in one.claims))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def judged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A store that is only read: full, weighed, and judged in part."""
    if request.param == "sqlite":
        location = str(tmp_path_factory.mktemp("judged") / "store.db")
    else:
        location = request.getfixturevalue("postgres").new_store()
    with open_store(location) as store:
        _full(store)
        store.articles.save_many([_nothing_said(n) for n in range(3)])
        bring_up_to_date(store)
        claims = list(store.claims.select())
        store.decisions.decide("Kim", [Move("status", claims[at].id, "correct") for at in (0, 3)])
        store.decisions.decide("Kim", [Move("status", claims[5].id, "wrong")])
        (nothing, *_) = store.claims.select(Filters(saying=("none",)))
        store.decisions.decide("Kim", [Move("status", nothing.id, "correct")])
        yield store


@pytest.mark.parametrize(
    "asked",
    [
        {"text": ("cranes",)}, {"text": ("cranes",), "said": True}, {"speaker": ("Thrumble",), "stance": ("assert",)},
        {"text": ("carry",), "since": "2026"}, {"outlet": ("Gazette",)}, {"label": ("POSSIBLY SINGLE",)},
        {"text": ("Thrumble",)}, {"text": ("cranes", "Thrumble")}, {"text": ("stand", "idle"), "until": "2026-03-01"},
        {"text": ("cranes stand",)}, {"text": ("cranes stand", "idle"), "outlet": ("Courier", "Gazette")},
        {"text": ("thr",), "unfinished": "text"}, {"since": "2026", "saying": ("statement",)},
        {"text": ("cran",), "unfinished": "text"}, {"kind": ("direct",), "min_confidence": 0.1},
        {"status": ("unreviewed",)}, {"status": ("correct",)},
        {"text": ("cranes stand", "id"), "unfinished": "text"}, {"kind": ("indirect",)},
        {"kind": ("direct", "mixed"), "said": True}, {"said": True}, {"saying": ("any",), "kind": ("direct",)},
        {"stance": ("assert",), "outlet": ("Gaz",), "unfinished": "outlet"},
        {"label": ("SINGLE", "POSSIBLY SINGLE"), "said": True},
        {"kind": ("direct",), "until": "2026-03-01"}, {"kind": ("direct",), "since": "2026-03", "until": "2026"},
        {"label": ("CONTESTED", "POSSIBLY SINGLE")}, {"outlet": ("Gazette",), "since": "2025-12-31", "said": True},
        {"stance": ("assert",), "kind": ("direct",), "saying": ("none", "statement")},
        {"text": ("…",)}, {"text": ("-",), "kind": ("indirect",)}, {"text": ("?",), "unfinished": "text"},
    ],
)  # fmt: skip
def test_facets_of_what_is_kept_are_those_of_claims(
    judged: Store, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever is walked: claims, what is kept of each, or blocks of that."""
    monkeypatch.setattr(facet_blocks, "_BLOCKS_A_STEP", 1)
    monkeypatch.setattr(facet_names, "_LOOKED_UP", 1)
    kept = judged.claims.facets(Filters(**asked))
    assert judged.claims.facets(Filters(**asked), limit=1) == {
        word: values if word == "status" else values[:1] for word, values in kept.items()
    }
    monkeypatch.setattr(few, "_FEW_CLAIMS", 0)
    assert judged.claims.facets(Filters(**asked)) == kept
    monkeypatch.setattr(facets, "can_answer", lambda _: False)
    assert judged.claims.facets(Filters(**asked)) == kept
    monkeypatch.setattr(facet_walk, "are_enough", lambda _: False)
    assert judged.claims.facets(Filters(**asked)) == kept
    assert kept["kind"] and kept["status"]
    monkeypatch.undo()
    monkeypatch.setattr(facet_walk, "_MANY_REVIEWS", 1)
    assert judged.claims.facets(Filters(**asked)) == kept


def test_a_phrase_before_the_word_that_is_typed_is_whole(store: Store) -> None:
    """Only what is typed last may go on."""
    _full(store)
    bring_up_to_date(store)
    asked = Filters(text=("cranes stan", "id"), unfinished="text")
    assert list(store.claims.select(asked)) == []
    assert store.claims.facets(asked)["kind"] == []


def test_a_wrong_count_is_a_fault_and_goes_with_the_next_upgrade(location: str) -> None:
    """Verifying tells; nothing is mended there, and everything counted anew by the upgrade."""
    with open_store(location) as store:
        _full(store)
        assert store.integrity.verify().faults == ()
        with store._engine.begin() as raw:
            raw.execute(text("UPDATE speakercount SET claims = claims + 1 WHERE outlets = 2"))
            raw.execute(text("DELETE FROM articlecount"))
            raw.execute(text("UPDATE claimvalue SET stance = 'doubt' WHERE number = 1"))
            raw.execute(text("UPDATE claimvalue SET number = 999 WHERE number = 2"))
        told = store.integrity.verify().faults
        with store._engine.begin() as raw:
            for statement in OLDER:
                raw.execute(text(statement))
    assert any("speakers whose counts" in fault for fault in told)
    assert "3 claims of which something else is kept to be counted" in told
    assert "12 articles whose counts are not those of their claims" in told
    with open_store(location) as store:
        assert store.integrity.verify().faults == ()


def test_an_older_store_is_counted_as_it_is_upgraded(location: str, tmp_path: Path) -> None:
    """Its claims were saved before there were counts."""
    with open_store(tmp_path / "today.db") as store:
        _full(store)
        make_older(location, "0024", store)
    with open_store(location) as store:
        assert faults(store) == []
        assert store.speakers.count(NO_FILTER) == len(list(store.speakers.select())) > 2


def test_who_fills_a_new_store_gets_no_more_room(tmp_path: Path) -> None:
    """Of memory, for the database's pages: that is for who counts a large store anew."""
    with open_store(tmp_path / "new.db") as store, store._engine.connect() as raw:
        usual = raw.exec_driver_sql("PRAGMA cache_size").scalar()
    with open_store(tmp_path / "other.db") as store:
        _full(store)
        with store._engine.connect() as raw:
            assert raw.exec_driver_sql("PRAGMA cache_size").scalar() == usual == -2000
