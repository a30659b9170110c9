"""What words and grammar show of a saying: made-up sentences, cut by hand."""

from __future__ import annotations

import pytest

from claims import engine
from claims.detect.saying_shape import shape_of

pytestmark = pytest.mark.model


def shown(cue: str, content: str, text: str, source: str = "") -> set[str]:
    """What the parts show, each found in the text by its words."""
    with (nlp := engine.load()).select_pipes(disable=["onrecord_detect"]):
        doc = nlp(text)
    parts = []
    for words in (cue, content, source):
        start = text.index(words)
        parts.append([t for t in doc if start <= t.idx < start + len(words)])
    return set(shape_of(*parts))


def test_the_words_of_a_cue_stand_without_their_endings_and_its_verb_apart() -> None:
    """So that what is learned of "announces" holds for "announced"."""
    found = shown("has announced", "the sale", "Ms. Krag has announced the sale.")
    assert {"word announc", "verb announc", "word has"} <= found
    assert "verb has" not in found


def test_what_may_be_and_what_is_not_are_told() -> None:
    """Speech that is only imagined is nobody's."""
    assert "modal could" in shown("could say", "it is lost", "One could say it is lost.")
    assert "negated" in shown("did not say", "it is lost", "Ms. Krag did not say it is lost.")


def test_a_content_tells_by_what_it_hangs_on_its_cue() -> None:
    """A thing that is done stands where a thing that is said would be a clause."""
    act = shown("signed", "the treaty", "The minister signed the treaty.")
    said = shown("said", "the lock is shut", "The minister said the lock is shut.")
    assert {"hangs on the cue by dobj", "noun with the", "words 2"} <= act
    assert "hangs on the cue by ccomp" in said


def test_marks_and_pronouns_of_nobody_in_particular_are_told() -> None:
    """A quotation is somebody's words; "you" is seldom a speaker."""
    found = shown("said", "“it is lost”", "You said “it is lost”.", "You")
    assert {"quoted", "source you"} <= found


def test_a_claim_without_a_cue_or_words_shows_little() -> None:
    """And breaks nothing."""
    assert set(shape_of([], [], [])) == {"words 1"}
