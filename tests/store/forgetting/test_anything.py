"""Whatever a store holds and whatever of it is forgotten: its bytes tell nothing, and what stays is as
it was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from stored_bytes import beyond, standing, stored_bytes

from claims.errors import UsageError
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from cli.jobs.corroborate import bring_up_to_date
from store.records import Move
from store.store import Store, open_store
from tests.store.forgetting.newsroom import as_shown, assert_sound, forget

PEOPLE = (
    "Odessa Thrumble",
    "Ivor Pellgrave",
    "Zebulon Krantz",
    "Philippa Drummond",
    "Wilhelmina Oakshott",
)
OUTLETS = ("Fenwick Courier", "Lake Gazette", None)
SENTENCES = (
    "quayside cranes will stand idle", "nightly ferries carry livestock", "mudflats swallowed two lorries",
    "chandlers refuse crumpled notes", "the lighthouse burns whale oil", "dredgers found a drowned chapel",
)  # fmt: skip
SECRETS = ("Tiberius Vole", "Hyacinth Bramwell", "met behind the cannery", "owes me eleven crowns")
MANY = 20
"""Examples from which a failure is worth being made smaller."""
said = st.tuples(st.sampled_from(SENTENCES), st.sampled_from((*PEOPLE, "a harbour pilot")))
articles = st.tuples(st.lists(said, min_size=1, max_size=4), st.sampled_from(OUTLETS))
decided = st.tuples(
    st.sampled_from(("name", "private", "wrong", "alias", "merge", "outlet", "undo", "chain")),
    st.integers(0, 9), st.sampled_from(SECRETS[:2]), st.sampled_from(("", *SECRETS[2:])),
)  # fmt: skip


def reading(number: int, sentences: Sequence[tuple[str, str]], outlet: str | None) -> Reading:
    """An article of these statements, and what is found in it."""
    text, claims = f"Number {number} of the tide tables.", list[Claim]()
    for content, who in sentences:
        start = len(text) + 1
        text += f" {content}, {who} said."
        content_span, source = Span(start, start + len(content)), start + len(content) + 2
        cue = source + len(who) + 1
        named = who in PEOPLE
        speaker = Speaker("person" if named else "unnamed", who if named else None, mention=who)
        claims.append(
            Claim(
                (Span(cue, cue + 4),), (Span(source, source + len(who)),), (content_span,), "indirect",
                Stance(), speaker, (),
            )
        )  # fmt: skip
    return Reading(Article(f"tide-{number}.txt", text, outlet=outlet), Header(), tuple(claims))


def decide(store: Store, kind: str, at: int, name: str, note: str) -> None:
    """A decision of a kind on one of the claims, or on who speaks."""
    claims, speakers = list(store.claims.select()), list(store.speakers.select())
    claim = claims[at % len(claims)]
    if kind in ("name", "private"):
        wanted = [c for c in claims if (c.speaker is None) is (kind == "private")]
        moves = [Move("speaker", wanted[at % len(wanted)].id, name)] if wanted else []
    elif kind == "merge" and len(speakers) > 1:
        a, b = speakers[at % len(speakers)], speakers[(at + 1) % len(speakers)]
        store.decisions.merge("Kim", a.id, b.id, note)
        return
    elif kind == "alias" and speakers:
        moves = [Move("alias", speakers[at % len(speakers)].id, name)]
    elif kind == "outlet":
        moves = [Move("outlet", claim.article_id, name)]
    elif kind == "undo":
        store.decisions.undo("Kim")
        return
    else:
        value = {"wrong": ("status", "wrong"), "chain": ("chain", f'["{name}"]')}.get(kind)
        moves = [Move(value[0], claim.id, value[1])] if value else []  # type: ignore[arg-type]
    if moves:
        store.decisions.decide("Kim", moves, note)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    open_store(path).close()
    return path


def stores(empty: Path, readings: Sequence[Reading], *others: Sequence[Reading]) -> Iterator[Store]:
    """Stores that hold these readings, one each."""
    with tempfile.TemporaryDirectory() as folder:
        for number, some in enumerate((readings, *others)):
            path = shutil.copy(empty, Path(folder) / f"{number}.db")
            with open_store(path) as store:
                store.articles.save_many(list(some))
                bring_up_to_date(store)
                yield store


def in_any_store(test: Any, examples: int) -> Any:
    few = examples < MANY
    phases = (Phase.generate,) if few else (Phase.reuse, Phase.generate, Phase.shrink)
    checks = settings(
        max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck),
        derandomize=few, phases=phases, print_blob=not few,
    )  # fmt: skip
    everything = st.lists(articles, min_size=1, max_size=4), st.lists(decided, max_size=5)
    return checks(given(*everything, st.integers(0, 99))(test))


def check(empty: Path, made: Any, decisions: Any, at: int) -> None:
    """One of the articles is forgotten: like a store without it. Then one thing of each other kind."""
    readings = [reading(number, *each) for number, each in enumerate(made)]
    gone = readings[at % len(readings)]
    left = [each for each in readings if each is not gone]
    plain = stores(empty, readings, left)
    store = next(plain)
    forget(store, gone.article.doc)
    assert_sound(store)
    shown, path = as_shown(store), Path(store.location)
    bytes_left = stored_bytes(str(path))
    other = next(plain)
    assert shown == as_shown(other)
    assert beyond(bytes_left, stored_bytes(other.location), [gone.article.text]) == set()
    plain.close()
    with_decisions(empty, readings, decisions, at)


def with_decisions(empty: Path, readings: Sequence[Reading], decisions: Any, at: int) -> None:
    """After decisions of every kind: a name of theirs, then each decision, then everything."""
    several = stores(empty, readings)
    store = next(several)
    for each in decisions:
        decide(store, *each)
    bring_up_to_date(store)
    forget_a_name(store, SECRETS[at % 2])
    while numbers := [d.id for d in store.decisions.select() if d.kind not in ("undo", "forget")]:
        forget(store, f"decision:{numbers[at % len(numbers)]}")
        assert_sound(store)
    assert not standing(store.location, SECRETS)
    for each in readings:
        forget(store, each.article.doc)
    assert_sound(store)
    assert not standing(store.location, [*SENTENCES, *PEOPLE, *SECRETS, "Fenwick Courier"])
    several.close()


def forget_a_name(store: Store, name: str) -> None:
    """As a speaker's, where it is one; an outlet of the same name stays."""
    try:
        store.forgetting.find(f"speaker:{name}")
    except UsageError:
        return
    forget(store, f"speaker:{name}")
    assert_sound(store)
    if not any(d.kind == "outlet" and name in (d.after or "") for d in store.decisions.select()):
        assert not standing(store.location, [name])


@pytest.mark.parametrize("examples", [2, pytest.param(60, marks=pytest.mark.slow)])
def test_nothing_of_it_stays_and_all_else_does(empty: Path, examples: int) -> None:
    in_any_store(lambda made, decisions, at: check(empty, made, decisions, at), examples)()
