"""What any store exports, an empty one takes back and exports again, letter for letter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import (
    Article,
    Claim,
    Dateline,
    Evidence,
    Header,
    Inferred,
    Link,
    Reading,
    Span,
    Speaker,
    Stance,
)
from claims.read import read_paths
from cli.formats.cells import json_text
from cli.jobs.export import article_lines
from store import Store, open_store
from store.records import Filters

NASTY = [
    "\x1b[31m",
    "[/red]",
    "\u202e",
    "</script>",
    "=cmd()",
    "\r\n",
    "\u2028",
    "\ufeff",
    "é",
    "e\u0301",
    "😀",
    "“",
    "|",
    " ",
]
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=4)
TEXT = st.lists(st.sampled_from(NASTY) | ANY, min_size=1, max_size=12).map("".join)
DATE = st.none() | st.just("2026-03-01")
NAME = TEXT.map(str.strip).filter(bool)


def _as_written(text: str, claim: Claim) -> Claim:
    """The claim with the words of its source as the resolver joins them."""
    words = " ".join(text[start:end] for start, end in claim.source)
    return replace(claim, speaker=replace(claim.speaker, mention=words))


@st.composite
def readings(draw: Any, doc: str) -> Reading:
    """An article of hostile letters with claims whose spans lie in it."""
    text = draw(TEXT.filter(lambda raw: len(raw) >= 4))
    cuts = st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True).map(sorted)
    spans = cuts.map(lambda at: tuple(Span(a, b) for a, b in zip(at[::2], at[1::2], strict=False)))
    evidence = spans.map(lambda found: Evidence(found[0], text[slice(*found[0])]))
    speakers = st.builds(
        Speaker, kind=st.sampled_from(["person", "unnamed", "joint", "document", "none"]), name=st.none() | NAME,
        members=st.lists(NAME, max_size=2).map(tuple), affiliation=st.none() | NAME,
        principal=st.none() | NAME, declared_count=st.none() | st.integers(0, 9), inferred=st.booleans(),
    )  # fmt: skip
    links = st.lists(
        st.builds(Link, intermediary=NAME, evidence=st.none() | evidence, inferred=st.booleans()),
        max_size=2,
    )
    stances = st.builds(
        Stance, stance=st.sampled_from(["assert", "deny", "ask"]), polarity=st.sampled_from(["positive", "negative"]),
        hedged=st.booleans(),
    )  # fmt: skip
    claims = st.builds(
        Claim, cue=st.just(()) | spans, source=st.just(()) | spans, content=spans,
        kind=st.sampled_from(["direct", "mixed", "indirect"]), stance=stances, speaker=speakers,
        chain=links.map(tuple), nested=st.booleans(), confidence=st.floats(0, 1),
        reasons=st.lists(NAME, max_size=2).map(tuple),
    )  # fmt: skip
    claims = claims.map(partial(_as_written, text))
    inferred = st.builds(Inferred, value=NAME, evidence=evidence)
    dateline = st.builds(Dateline, place=st.none() | NAME, date=DATE, evidence=evidence)
    bylines = st.lists(inferred, max_size=2).map(tuple)
    header = Header(
        wire=draw(st.none() | inferred), byline=draw(bylines), dateline=draw(st.none() | dateline)
    )
    article = Article(doc, text, draw(st.none() | NAME), None, draw(st.none() | NAME), draw(DATE))
    return Reading(article, header, tuple(draw(st.lists(claims, max_size=3))))


def _lines(store: Store) -> list[str]:
    return [json_text(line) for line in article_lines(store, Filters())]


def _again(folder: str, lines: list[str]) -> list[str]:
    file = Path(folder, "export.jsonl")
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    with open_store(Path(folder, "second.db")) as second:
        for item in read_paths([str(file)], accept_readings=True):
            assert isinstance(item, Reading), item
            second.articles.save(item)
        return _lines(second)


def _round_trip(first: Reading, second: Reading) -> None:
    with TemporaryDirectory() as folder, open_store(Path(folder, "first.db")) as store:
        store.articles.save(first)
        store.articles.save(second)
        lines = _lines(store)
        assert _again(folder, lines) == lines


hostile = given(first=readings("a\u202e[/red]"), second=readings("=cmd()"))
slow_data = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=6, deadline=None, suppress_health_check=slow_data)
@hostile
def test_hostile_readings_come_back_as_they_went_out(first: Reading, second: Reading) -> None:
    """Names, spans, chains, headers: whatever letters they are made of."""
    _round_trip(first, second)


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=slow_data)
@hostile
def test_many_hostile_readings_come_back_as_they_went_out(first: Reading, second: Reading) -> None:
    """The same over a long series."""
    _round_trip(first, second)


def test_editions_come_back_in_their_order() -> None:
    """The former edition goes out first, whatever the hashes of the two."""
    with TemporaryDirectory() as folder, open_store(Path(folder, "first.db")) as store:
        for text in (
            "The ferry sank, Quill said.",
            "The ferry burned, Quill said.",
            "The ferry is safe, Quill said.",
        ):
            claim = Claim(
                (),
                (),
                (Span(0, text.index(",")),),
                "indirect",
                Stance(),
                Speaker("person", "Marta Quill"),
            )
            store.articles.save(
                Reading(Article("ferry", text, published="2026-03-01"), Header(), (claim,))
            )
        lines = _lines(store)
        assert "is safe" in lines[-1] and len(lines) == 3
        assert _again(folder, lines) == lines
