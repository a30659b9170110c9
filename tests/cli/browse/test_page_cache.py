"""What a list holds: keys in parts, pages near the cursor, each asked for once; and how a facet
gets into a filter."""

from __future__ import annotations

import pytest

from cli.browse.facets import toggled
from cli.browse.page_cache import MAX_PAGES, ROWS_PER_PAGE, PageCache


def held(rows: int) -> PageCache:
    """So many keys, the first page with its rows."""
    found = PageCache()
    found.begin(list(range(rows)), list(range(min(rows, ROWS_PER_PAGE))))
    return found


def test_a_page_is_asked_for_once() -> None:
    """And not at all where it is held or lies behind the end."""
    list_ = held(250)
    assert not list_.lacks(0)
    assert list_.lacks(2) and not list_.lacks(2)
    assert not list_.lacks(3) and not list_.lacks(-1)
    assert list(list_.keys_of(2)) == list(range(200, 250))


def test_far_pages_are_let_go_of() -> None:
    """Those farthest from the cursor first."""
    list_ = held(ROWS_PER_PAGE * 30)
    for page in range(1, 30):
        list_.keep(page, ["row"] * ROWS_PER_PAGE, near=page * ROWS_PER_PAGE)
    assert list_.row(29 * ROWS_PER_PAGE) == "row" and list_.row(0) is None
    assert sum(list_.row(page * ROWS_PER_PAGE) is not None for page in range(30)) == MAX_PAGES


def test_the_end_of_the_first_page_may_come_later() -> None:
    """Then it is to be fetched again; a full one is not."""
    assert held(30).append(list(range(30, 60))) == 0
    assert held(ROWS_PER_PAGE).append(list(range(ROWS_PER_PAGE, 2 * ROWS_PER_PAGE))) is None


def test_after_a_judgement_only_pages_beside_the_cursor_are_fetched_again() -> None:
    """The others are asked for when they come into sight."""
    list_ = held(ROWS_PER_PAGE * 10)
    for page in range(1, 8):
        list_.keep(page, ["row"] * ROWS_PER_PAGE, near=0)
    assert list_.only_near(5 * ROWS_PER_PAGE) == [4, 5, 6]
    assert list_.row(0) is None and list_.lacks(0)


@pytest.mark.parametrize(
    ("query", "token", "then"),
    [
        ("", "stance:deny", "stance:deny"),
        ("ferry stance:deny", "stance:deny", "ferry"),
        ("outlet:Postal", "outlet:Post", "outlet:Postal outlet:Post"),
        ('speaker:"Ana Reyes" toll', 'speaker:"Ana Reyes"', "toll"),
        ('"two words" kind:direct', "kind:direct", '"two words"'),
    ],
)
def test_a_facet_goes_in_and_out_as_a_whole_word(query: str, token: str, then: str) -> None:
    """What only begins alike stays."""
    assert toggled(query, token) == then
