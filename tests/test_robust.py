"""Any text in, spans that lie in it out: the real pipeline on hostile and odd articles."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Article, Claim, Reading
from claims.pipeline import Pipeline

pytestmark = pytest.mark.model

WORDS = [
    "Mayor Ilse Brandt",
    "she",
    " said ",
    "“",
    "”",
    '"',
    "''",
    "«",
    "that ",
    "the bridge is closed",
    ".",
    "\n\n",
    "\n",
    " told the Harbour Gazette",
    "[/red]",
    "\x1b[31m",
    "\u202e",
    "according to ",
    "police",
    "’",
    "1.5",
    "- AFP",
    "Q: ",
    "A: ",
    "BRANDT: ",
    "\n— Ilse Brandt",
    "it emerged that ",
    "allegedly ",
    "• ",
    "‘",
    " ",
]


def _read(pipeline: Pipeline, text: str) -> Reading:
    (reading,) = pipeline.read([Article("a", text)])
    return reading


def _sound(claim: Claim, text: str) -> bool:
    parts = (claim.cue, claim.source, claim.content)
    ordered = all(a.end <= b.start for part in parts for a, b in itertools.pairwise(part))
    return (
        ordered
        and bool(claim.content)
        and all(0 <= s < e <= len(text) for part in parts for s, e in part)
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30))
def test_spans_lie_in_the_text_sorted_and_disjoint(pipeline: Pipeline, words: list[str]) -> None:
    """Whatever the text, nothing raises and every span is sound."""
    text = "".join(words)
    reading = _read(pipeline, text)
    assert all(_sound(claim, text) for claim in reading.claims)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "a" * 70_000, "“" * 3_000, "''" * 1_000, "said " * 2_000]
)
def test_degenerate_texts_do_not_raise(pipeline: Pipeline, text: str) -> None:
    """Empty, endless and mark-only texts are read."""
    assert _read(pipeline, text).article.text == text


@pytest.mark.slow
def test_a_text_longer_than_one_spacy_document_is_read_whole(pipeline: Pipeline) -> None:
    """A claim far behind the first cut has offsets of the whole text and its speaker's full
    name."""
    filler = "The harbour lay quiet and the boats stayed in. " * 3_000
    text = f"Ilse Brandt, the mayor, opened the bridge.\n\n{filler}\n\n“The bridge is safe,” Brandt said.\n"
    claim = _read(pipeline, text).claims[-1]
    assert text[slice(*claim.content[0])].startswith("The bridge is safe")
    assert claim.speaker.name == "Ilse Brandt"


@pytest.mark.slow
def test_two_megabytes_without_a_full_stop_are_read(pipeline: Pipeline) -> None:
    """spaCy alone refuses more than a million characters."""
    assert _read(pipeline, "the mayor of the town spoke on and on " * 53_000).claims is not None
