"""A store of two made-up articles, built by hand: no model is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Evidence, Header, Inferred, Link, Reading, Span, Speaker, Stance, Versions

VERSIONS = Versions("0", "none", "none", "0" * 32)
TEXT = (
    'TARNE — "The bridge [red]will\x1b]0;owned\x07 close[/nope]," Mira Oduya told the Tarne Herald on Monday.'
    "\n\nA clerk said the toll doubled."
)


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    return tuple(Span(text.index(w), text.index(w) + len(w)) for w in words)


def made_up(outlet: str = "Lake Gazette", doc: str = "bridge.txt") -> Reading:
    """An article with a named and an unnamed speaker."""
    bridge = spans(TEXT, "The bridge [red]will\x1b]0;owned\x07 close[/nope]")
    herald = spans(TEXT, "Tarne Herald")[0]
    first = Claim(
        spans(TEXT, "told"),
        spans(TEXT, "Mira Oduya"),
        bridge,
        "direct",
        Stance(),
        Speaker("person", "Mira Oduya", mention="Mira Oduya"),
        (Link("Tarne Herald", Evidence(herald, "Tarne Herald")),),
        confidence=0.9,
    )
    second = Claim(
        spans(TEXT, "said"),
        spans(TEXT, "A clerk"),
        spans(TEXT, "the toll doubled"),
        "indirect",
        Stance(),
        Speaker("unnamed", mention="A clerk"),
        confidence=0.8,
    )
    header = Header(wire=Inferred("LNA", Evidence(Span(0, 5), "TARNE")))
    return Reading(Article(doc, TEXT, "Bridge", None, outlet, "2026-03-01"), header, (first, second), VERSIONS)


@pytest.fixture
def store_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with one article, and a terminal of 80 columns."""
    from store import open_store

    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "made.db"
    with open_store(path) as store:
        run = store.start_run(VERSIONS, "add")
        store.save(made_up(), run)
        store.finish_run(run, {}, [])
    return path
