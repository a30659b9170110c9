"""What of a claim a list shows: its content alone, or cue and content as one phrase."""

from __future__ import annotations

import pytest

from claims.detect.standing_alone import Words, phrase
from claims.model import Span, Spans, text_of


def said(text: str, cue: str, *content: str, source: str = "", kind: str = "indirect") -> str:
    """The words that are shown of a claim in a text."""

    def spans(*parts: str) -> Spans:
        return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts if part)

    cued, told = spans(cue), spans(*content)
    parts = Words(kind, cued, spans(source), told, text_of(text, cued), text_of(text, told))
    return phrase(parts).words


@pytest.mark.parametrize(
    ("text", "cue", "content", "shown"),
    [
        ("Oduya is endorsing the senator's campaign.", "is endorsing", "the senator's campaign",
         "is endorsing the senator's campaign"),
        ("Krag called the board a joke.", "called", "the board a joke", "called the board a joke"),
        ("Krag said the lock is shut.", "said", "the lock is shut", "the lock is shut"),
        ("Krag told him to shut the lock.", "told him", "to shut the lock", "told him to shut the lock"),
        ("Krag told to shut the lock.", "told", "to shut the lock", "told to shut the lock"),
        ("According to Krag the lock is shut.", "According to", "the lock is shut", "the lock is shut"),
        ("Krag denied on Monday any leak.", "denied", "any leak", "denied … any leak"),
        ("Krag resaid the lock.", "resaid", "the lock", "resaid the lock"),
    ],
)  # fmt: skip
def test_a_content_that_is_no_clause_is_shown_with_its_cue(
    text: str, cue: str, content: str, shown: str
) -> None:
    """A verb of saying brings a clause, unless what follows is to be done."""
    assert said(text, cue, content, source="Krag" if "Krag" in text else "Oduya") == shown


def test_a_cue_between_two_parts_stays_between_them() -> None:
    """Nobody is named who says it, so the phrase is the sentence."""
    text = "Tomas Reyle, 24, is accused of setting the fire."
    shown = said(text, "is accused", "Tomas Reyle, 24", "of setting the fire")
    assert shown == "Tomas Reyle, 24 … is accused of setting the fire"


def test_a_cue_behind_the_content_is_not_put_first() -> None:
    """It would turn the sentence round."""
    text = "The new quay, Ms. Krag promised, would be long."
    assert said(text, "promised", "The new quay", source="Ms. Krag") == "The new quay"


def test_a_quotation_stands_by_itself() -> None:
    """Whatever brings it."""
    assert said("Krag called it “a joke”.", "called it", "a joke", kind="direct") == "a joke"
