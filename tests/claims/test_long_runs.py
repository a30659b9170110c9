"""A run without blanks takes time in proportion to its length, and keeps its characters."""

from __future__ import annotations

import time

import pytest

from claims.long_runs import MAX_RUN_CHARS, tokenized

pytestmark = pytest.mark.model
RUNS = (
    "()",
    ".",
    "-",
    "'",
    "“",
    "a",
    "a.",
    "1",
    "$1",
    "/",
    "(a)",
    "…",
    "—",
    "😀",
    ",",
    "))",
    "a-",
    "'s",
)


def _blank():  # type: ignore[no-untyped-def]
    import spacy

    return spacy.blank("en")


@pytest.mark.parametrize("unit", RUNS)
def test_a_run_is_read_in_bounded_time_and_whole(unit: str) -> None:
    nlp = _blank()
    text = "He said: " + unit * (20_000 // len(unit)) + " and left."
    start = time.process_time()
    doc = tokenized(nlp, text)
    assert time.process_time() - start < 5
    assert doc.text == text
    assert [doc[-3].text, doc[-2].text, doc[-1].text] == ["and", "left", "."]


def test_a_text_without_such_a_run_is_read_as_ever() -> None:
    nlp = _blank()
    text = (
        "“No,” she said (in Tarne) at https://post.example/"
        + "x" * (MAX_RUN_CHARS - 30)
        + " on Monday."
    )
    assert [t.text for t in tokenized(nlp, text)] == [t.text for t in nlp.make_doc(text)]
