"""Readings made by hand and a store on a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.model import Article, Claim, Evidence, Header, Link, Reading, Span, Speaker, Stance
from store.database import rows
from store.store import Store, open_store

TEXT = (
    "The bridge will open in May, Ana Reyes told the Harbour Post. "
    "Reyes said tolls would rise. Officials denied a delay."
)


def claim(
    text: str,
    content: str,
    cue: str,
    mention: str,
    speaker: Speaker | None = None,
    via: str | None = None,
    nested: bool = False,
) -> Claim:
    """A claim whose spans are found by their words."""

    def span(words: str) -> tuple[Span, ...]:
        at = text.index(words)
        return (Span(at, at + len(words)),)

    who = speaker or Speaker("person", "Ana Reyes", mention=mention)
    chain = (Link(via, Evidence(span(via)[0], via)),) if via else ()
    return Claim(span(cue), span(mention), span(content), "indirect", Stance(), who, chain, nested)


def reading(
    text: str = TEXT, doc: str = "a.txt", claims: tuple[Claim, ...] | None = None, **given: str
) -> Reading:
    """A reading of the text with its three claims, or with those given."""
    if claims is None:
        claims = (
            claim(text, "The bridge will open in May", "told", "Ana Reyes", via="the Harbour Post"),
            claim(
                text,
                "tolls would rise",
                "said",
                "Reyes",
                Speaker("person", "Ana Reyes", mention="Reyes", affiliation="Harbour Board"),
            ),
            claim(text, "a delay", "denied", "Officials", Speaker("group", mention="Officials")),
        )
    return Reading(Article(doc, text, **given), Header(), claims)  # type: ignore[arg-type]


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """Makes readings."""
    return reading


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """Makes claims."""
    return claim


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, once in SQLite and once in PostgreSQL."""
    if request.param == "sqlite":
        location = str(tmp_path / "store.db")
    else:
        location = request.getfixturevalue("postgres").new_store()
    with open_store(location) as opened:
        yield opened


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def read_only(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a module's tests have a store that they only read, once in SQLite and once in PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("read-only") / "store.db")
    return str(request.getfixturevalue("postgres").new_store())


@pytest.fixture
def short_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of rows fill several statements."""
    monkeypatch.setattr(rows, "_ROWS_A_STATEMENT", 2)
