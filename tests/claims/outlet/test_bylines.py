"""By-lines in their everyday shapes, above and below a text."""

from __future__ import annotations

import pytest

from claims.outlet import read_header

BODY = (
    "The swing bridge over the Harl was shut on Monday after inspectors found a crack, the harbour office said.\n\n"
    "“It is a precaution,” said Mayor Ilse Brandt.\n\nThe bridge carries 12,000 cars a day."
)


def _names(found: object) -> list[str]:
    return [item.value for item in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "line",
    [
        "By Sam Orr, PORT ELLERY",
        "By Sam Orr @samorr",
        "By Sam Orr (@samorr)",
        "Posted by Sam Orr on May 4, 2026",
        "By Sam Orr on Monday",
        "By Sam Orr · 4 May 2026",
        "By Sam Orr | Staff Writer",
    ],
)
def test_what_stands_behind_a_name_is_no_second_one(line: str) -> None:
    """A place in capitals, an account, a day, a post."""
    assert _names(read_header(f"{line}\n\n{BODY}").byline) == ["Sam Orr"]


def test_a_name_in_capitals_ends_before_its_agency() -> None:
    """As agencies set it: "By SAM ORR Associated Press"."""
    header = read_header(f"By SAM ORR Associated Press\n\n{BODY}")
    assert _names(header.byline) == ["SAM ORR"]
    assert header.outlet is not None and header.outlet.value == "AP"


def test_names_in_capitals_alone_are_all_writers() -> None:
    """Where the first one stands in capitals too, the second is no place."""
    header = read_header(f"By SAM ORR and ANN BELL\n\n{BODY}")
    assert _names(header.byline) == ["SAM ORR", "ANN BELL"]


def test_who_reported_from_where_is_read_at_the_foot() -> None:
    """As writers, or as who helped where the text is signed."""
    foot = "Sam Orr reported from Port Ellery, and Ann Bell from Merriden."
    assert _names(read_header(f"{BODY}\n\n{foot}").byline) == ["Sam Orr", "Ann Bell"]
    signed = read_header(f"By Joe Finch\n\n{BODY}\n\n{foot}")
    assert _names(signed.byline) == ["Joe Finch"]
    assert _names(signed.contributors) == ["Sam Orr", "Ann Bell"]


def test_a_sentence_of_what_somebody_reported_is_no_credit() -> None:
    """Only a line of nothing else is one."""
    text = f"{BODY}\n\nSam Orr reported from the pier that nobody had come; the mayor denied it."
    assert read_header(text).byline == ()


def test_edited_by_names_an_editor() -> None:
    assert _names(read_header(f"{BODY}\n\nEdited by: Cal Dunn").editors) == ["Cal Dunn"]
