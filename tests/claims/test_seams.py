"""What becomes of a line's end that a width made, in a text that is read and in a file's lines."""

from __future__ import annotations

import pytest

from claims.read.unwrap import paragraphs
from claims.seams import seam

LINE = "The harbour office of Merriden said on Monday that the"


@pytest.mark.parametrize(
    ("before", "after", "text", "becomes"),
    [
        ("the well", "known pier", "", (0, " ")),
        ("the harb", "our", "", (0, " ")),
        ("the har-", "bour", "", (1, "")),
        ("the well-", "known pier", "a well-known pier", (0, "")),
        ("Mira Quill-", "Hesse", "", (0, "")),
        ("the har\u00ad", "bour", "", (1, "")),
        ("he said -", "and left", "", (0, " ")),
        ("in 2019-", "2020", "", (0, " ")),
    ],
)
def test_a_parted_word_is_whole_again_and_other_words_are_parted_by_a_blank(
    before: str, after: str, text: str, becomes: tuple[int, str]
) -> None:
    """A hyphen stays where the word has one elsewhere, or a name goes on."""
    assert seam(before, after, text) == becomes


def test_lines_of_a_file_keep_a_hyphen_that_the_file_writes_elsewhere() -> None:
    """As a message or an archive's export breaks them."""
    lines = [f"{LINE} well-", "known pier is shut.", "", "The well-known pier is old."]
    assert paragraphs(lines)[0] == f"{LINE} well-known pier is shut."


def test_lines_of_a_file_join_a_name_at_its_hyphen() -> None:
    """Without a blank in it."""
    assert paragraphs([f"{LINE} Quill-", "Hesse pier is shut."])[0].endswith(
        "Quill-Hesse pier is shut."
    )
