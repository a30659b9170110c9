"""An article as lines: every character keeps its offset, whatever is marked and wrapped."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from cli.browse.layout import Mark, lay_out, words
from cli.sanitise import signs


@given(st.text(max_size=200), st.integers(10, 60), st.integers(0, 200), st.integers(1, 50))
def test_every_letter_is_shown_once_at_its_offset(
    body: str, width: int, start: int, length: int
) -> None:
    """Nothing is lost but control characters, nothing is doubled, nothing moves; what has no width
    stands as its number, as everywhere."""
    mark = Mark(start, start + length, "«", "»", "bold")
    cells = [cell for line in lay_out(body, [mark], width, {}).lines for cell in line]
    letters = [(c.offset, c.sign) for c in cells if c.sign not in "«»"]
    at, expected = 0, []
    for paragraph in body.split("\n"):
        for i, shown in enumerate(signs(paragraph), at):
            expected += [(i, " " if c == "\t" else c) for c in shown if c not in "«»"]
        at += len(paragraph) + 1
    assert letters == expected


@given(st.text(alphabet="ab 橋\n", max_size=120), st.integers(10, 30))
@example(" aaaaaaaa橋橋", 11)
def test_no_line_is_wider_than_the_screen(body: str, width: int) -> None:
    """Letters of two cells are counted as two."""
    from rich.cells import cell_len

    assert all(
        cell_len("".join(c.sign for c in line)) <= width
        for line in lay_out(body, [], width, {}).lines
    )


def test_an_offset_is_found_again_on_the_screen() -> None:
    """A click leads to the character under it."""
    layout = lay_out("one two three four five six", [Mark(4, 7, "«", "»", "")], 10, {})
    line = layout.line_of(14)
    column = next(i for i, cell in enumerate(layout.lines[line]) if cell.offset == 14)
    assert layout.offset_at(line, column) == 14


def test_words_and_signs_are_steps() -> None:
    """An apostrophe belongs to its word, a quotation mark stands by itself."""
    text = "“It's shut,” he said"
    assert [text[s:e] for s, e in words(text)] == ["“", "It's", "shut", ",", "”", "he", "said"]


def test_two_names_that_differ_by_what_cannot_be_seen_look_different() -> None:
    """In the reading view as in every list: zero width, and marks of direction."""
    layout = lay_out("Mira Oduya, Mi\u200bra Odu\u202eya", [Mark(12, 14, "", "", "bold")], 60, {})
    assert (
        "".join(c.sign for line in layout.lines for c in line)
        == "Mira Oduya, Mi<U+200B>ra Odu<U+202E>ya"
    )
