"""Heads of pages in shapes that pages of outlets have: by-lines behind a standfirst, lists with "and" behind the last
comma, a house's own meta tags, an outlet that calls itself by its address."""

from __future__ import annotations

import pytest

from claims.model import Article
from claims.read.bylines import byline
from claims.read.dates import published
from claims.read.decode import Overrides
from claims.read.html_page import page_item
from claims.read.options import ReadOptions

TITLE = "Swing bridge shut after crack is found"
TEXT = (
    "The swing bridge over the Harl was shut on Monday after inspectors found a crack in its northern pier, which the "
    "harbour office had known of since March.",
    "The bridge carries 12,000 cars a day, according to the county, and it is the only way for lorries that bring "
    "grain to the mills.",
)


def _read(head: str = "", above: str = "", behind: str = "", end: str = "") -> Article:
    body = f"<h1>{TITLE}</h1>{above}<p>{TEXT[0]}</p>{behind}<p>{TEXT[1]}</p>"
    made = f"<html><head><title>{TITLE}{end}</title>{head}</head><body><article>{body}</article></body></html>"
    item = page_item(made, "a", ReadOptions("utf-8", Overrides(), False))
    assert isinstance(item, Article)
    return item


def test_the_last_of_a_list_has_no_and() -> None:
    """It was a writer called "and Tom Hale"."""
    assert byline(["Sam Orr, Ann Bell, and Tom Hale"]).author == "Sam Orr, Ann Bell, Tom Hale"


@pytest.mark.parametrize("name", ["Search.Byline", "cms-author", "story:author_name"])
def test_a_house_has_its_own_names_for_writers(name: str) -> None:
    """Their ends are the same everywhere."""
    assert _read(head=f'<meta name="{name}" content="Sam Orr">').author == "Sam Orr"


@pytest.mark.parametrize(
    ("above", "behind"),
    [
        ("<p>By SAM ORR 10/ 5/11 09:19 PM ET</p>", ""),
        ("<p class='source'>By Sam Orr Tidewater.com Archive</p>", ""),
        ("<p>By The Ellery Gazette</p><p>Written by: Sam Orr</p>", ""),
        ("<p>Ilse Brandt</p>", "<p>By Sam Orr</p>"),
    ],
    ids=["a day in digits", "where else it stands", "a house", "behind the first paragraph"],
)
def test_a_by_line_is_read_to_its_end_and_wherever_it_stands(above: str, behind: str) -> None:
    """Also where the page names somebody else above it."""
    assert _read(above=above, behind=behind).author == "Sam Orr"


@pytest.mark.parametrize(
    ("name", "end", "outlet"),
    [
        ("Tidewater.com", "", "Tidewater.com"),
        ("TIDEWATER.COM", " - Tidewater", "Tidewater"),
        ("Tidewater.com", " | Tidewater | News", "Tidewater"),
        ("tidewater.example", "", None),
    ],
)
def test_an_outlet_that_calls_itself_by_its_address(
    name: str, end: str, outlet: str | None
) -> None:
    """Is called as its title does, else as it writes itself with a capital."""
    assert _read(head=f'<meta property="og:site_name" content="{name}">', end=end).outlet == outlet


def test_an_early_day_above_the_text_is_one_that_it_tells_of() -> None:
    """No page was published then."""
    assert (
        _read(above="<ul><li>The bridge was opened on August 14, 1935</li></ul>").published is None
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [("23.01.2019", "2019-01-23"), ("4.5.2026, 9:20", "2026-05-04"), ("31.02.2019", None)],
)
def test_where_dots_part_a_day_it_stands_before_the_month(words: str, day: str | None) -> None:
    """Nowhere is it the other way round."""
    assert published(words) == day


@pytest.mark.parametrize(
    ("end", "frame", "outlet"),
    [
        (" - 4 May 2026 - Ellery Gazette", "", "Ellery Gazette"),
        (" - Ellery Gazette Sport (Ellery Publishing)", "", "Ellery Gazette Sport"),
        ("", "<a href='/'><img alt='Go to Ellery Gazette homepage'></a>", "Ellery Gazette"),
        (
            "",
            "<footer>©2005-2026 ElleryGazette, LLC. All rights reserved.</footer>",
            "ElleryGazette",
        ),
        ("", "<img alt='The Ellery Gazette: news of the harbour'>", "The Ellery Gazette"),
        ("", "<img alt='ellerygazette'><img alt='Gazette of Ellery'>", None),
    ],
    ids=["title", "its section", "link home", "rights", "picture", "no such name"],
)
@pytest.mark.parametrize("address", ["www.ellerygazette.co.uk", "theellerygazette.example"])
def test_an_outlet_is_called_as_its_address_is(
    end: str, frame: str, outlet: str | None, address: str
) -> None:
    """Wherever the frame of the page writes it so."""
    link = f'<link rel="canonical" href="https://{address}/harbour/bridge">'
    assert _read(head=link, end=end, behind=frame).outlet == outlet


def test_the_end_of_a_title_may_say_more_than_the_address() -> None:
    """Its other parts may be a headline that holds the same word."""
    link = '<link rel="canonical" href="https://gazette.example/harbour/bridge">'
    assert _read(head=link, end=" | Ellery Gazette").outlet == "Ellery Gazette"
    assert _read(head=link, end=" | Our gazette wins | Harbour").outlet is None


def test_a_page_without_an_address_is_of_the_site_to_which_most_of_its_links_lead() -> None:
    """Five at least."""
    links = "".join(f"<a href='https://news.ellery.example/{n}'>{n}</a>" for n in range(5))
    assert _read(behind=f"{links}<img alt='Ellery: better news'>").outlet == "Ellery"
    assert (
        _read(behind="<a href='https://ellery.example/1'>1</a><img alt='Ellery: better'>").outlet
        is None
    )


def test_a_platform_is_no_outlet_by_its_address() -> None:
    """It carries what others publish."""
    link = '<link rel="canonical" href="https://ellery.blogspot.com/2026/bridge">'
    assert _read(head=link, end=" | Blogspot").outlet is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<link rel="canonical" href="https://a.example/2026/HARBOUR/05/04/bridge">', "2026-05-04"),
        ('<meta name="pub_date" content="20260504">', "2026-05-04"),
        ('<link rel="canonical" href="https://a.example/2026/harbour/13/04/bridge">', None),
    ],
)
def test_a_day_may_have_its_section_between_its_parts(head: str, day: str | None) -> None:
    """In an address; a meta tag may write it without marks."""
    assert _read(head=head).published == day
