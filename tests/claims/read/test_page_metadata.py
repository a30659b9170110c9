"""What a page says of its article: dates, writers, outlet, title and address in their everyday shapes."""

from __future__ import annotations

import pytest

from claims.model import Article
from claims.read.bylines import byline
from claims.read.charset import decoded_page
from claims.read.dates import in_address, published
from claims.read.decode import Overrides
from claims.read.html_page import page_item
from claims.read.json_ld import article_node
from claims.read.options import ReadOptions
from claims.read.page_lines import article_lines
from claims.read.unwrap import paragraphs
from tests.claims.read.makers import JSON_LD, TITLE, json_ld, page

OPTIONS = ReadOptions("utf-8", Overrides(), False)


def _read(
    head: str = "", *, url: str | None = None, title: str = TITLE, above: str = "",
    foot: str | None = "© 2026 Ellery Gazette",
) -> Article:  # fmt: skip
    made = page(head=head, title=title, above=above).replace("© 2026 Ellery Gazette", foot or "")
    item = page_item(made, "a", OPTIONS, url)
    assert isinstance(item, Article)
    return item


def _meta(**values: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in values.items()
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-05-04", "2026-05-04"),
        ("2026-05-04T09:20:00Z", "2026-05-04T09:20:00+00:00"),
        ("2026-05-04T09:20:00.000+0200", "2026-05-04T09:20:00+02:00"),
        ("2026-05-04 09:20", "2026-05-04T09:20"),
        ("2026-05-04T09:20:00-05", "2026-05-04T09:20:00-05:00"),
        ("2026/5/4", "2026-05-04"),
        ("20260504", "2026-05-04"),
        ("Mon, 04 May 2026 09:20:00 GMT", "2026-05-04T09:20:00+00:00"),
        ("4 May 2026", "2026-05-04"),
        ("May 4th, 2026", "2026-05-04"),
        ("Monday, May 4, 2026 at 9:20 am", "2026-05-04"),
        ("2026", None),
        ("May 2026", None),
        ("Sept 11", None),
        ("yesterday", None),
        ("2 hours ago", None),
        ("3/4/26", None),
        ("2026-00-04", None),
        ("2026-02-30", None),
        ("2026-05-04T25:61:00Z", "2026-05-04"),
        ("Mon, 04 May 2026 09:99:00", "2026-05-04"),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_a_date_is_read_where_it_is_whole_and_has_one_meaning(words: str, day: str | None) -> None:
    """With the precision and zone that are written; none is invented."""
    assert published(words) == day


def test_an_address_holds_a_day_between_slashes() -> None:
    """Not any eight digits."""
    assert in_address("https://a.example/2026/05/04/bridge") == "2026-05-04"
    assert in_address("https://a.example/2026/13/04/bridge") is None
    assert in_address("https://a.example/item/20260504123") is None


@pytest.mark.parametrize(
    ("raw", "author", "wire"),
    [
        (["Sam Orr"], "Sam Orr", None),
        (["By Sam Orr and Ann Bell"], "Sam Orr, Ann Bell", None),
        (["Sam Orr, Ann Bell & Ilse Brandt"], "Sam Orr, Ann Bell, Ilse Brandt", None),
        (["BY SAM ORR"], "Sam Orr", None),
        (["Sam Orr, Chief Reporter"], "Sam Orr", None),
        (["Sam Orr", "Reuters"], "Sam Orr", "Reuters"),
        (["Reuters"], None, "Reuters"),
        (["Sam Orr, Reuters"], "Sam Orr", "Reuters"),
        (["Gazette Staff"], None, None),
        (["Ellery Gazette"], None, None),
        (["https://a.example/people/sam-orr"], None, None),
        (["sam.orr@gazette.example"], None, None),
        (["admin"], None, None),
        (["Sam Orr", "sam orr"], "Sam Orr", None),
        (["Written by: Sam Orr"], "Sam Orr", None),
        (["From Sam Orr in Port Ellery"], "Sam Orr", None),
        (["From our correspondent in Port Ellery"], None, None),
    ],
)
def test_writers_are_people_and_agencies_are_wires(
    raw: list[str], author: str | None, wire: str | None
) -> None:
    """Without posts, addresses and the outlet's own name."""
    made = byline(raw, "Ellery Gazette")
    assert (made.author, made.wire) == (author, wire)


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A\nB", "datePublished": "2026-05-04"}',
        '{"@type": "NewsArticle", "headline": "A B", "datePublished": "2026-05-04",}',
        '<!-- {"@type": "NewsArticle", "headline": "A B", "datePublished": "2026-05-04"} -->',
        '[{"@type": "WebSite", "name": "x"}, {"@type": "Article", "headline": "A B"}]',
        '{"@graph": [{"@graph": [{"@type": "Article", "headline": "A B"}]}]}',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;A B&quot;}",
    ],
)
def test_json_ld_is_read_as_pages_write_it(script: str) -> None:
    """With raw line ends, trailing commas, comments, entities, lists and graphs."""
    assert article_node(["{broken", script])["headline"].split() == ["A", "B"]


@pytest.mark.parametrize(
    "script", ["[" * 100_000, "{}", "null", '{"@type": "WebPage", "name": "x"}', "1e999999"]
)
def test_json_ld_without_an_article_says_nothing(script: str) -> None:
    """However deep."""
    assert article_node([script]) == {}


def test_the_more_reliable_of_two_values_wins() -> None:
    """JSON-LD before meta tags, which stand in where it says nothing."""
    meta = _meta(
        og__site_name="The Gazette Online",
        article__published_time="2026-05-05",
        og__title="Bridge!",
    )
    read = _read(json_ld() + meta)
    assert (read.outlet, read.published, read.title) == (
        "Ellery Gazette",
        "2026-05-04T09:20:00+02:00",
        TITLE,
    )
    read = _read(meta)
    assert (read.outlet, read.published, read.author) == ("The Gazette Online", "2026-05-05", None)


def test_a_value_that_is_no_date_gives_way_to_one_that_is() -> None:
    """A template's month 00."""
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-00-00"}
    read = _read(json_ld(node) + _meta(article__published_time="2026-05-04"))
    assert read.published == "2026-05-04"


def test_an_agency_that_stands_as_author_is_the_wire() -> None:
    """And no writer."""
    read = _read(_meta(author="Reuters", og__site_name="Ellery Gazette"))
    assert (read.author, read.wire) == (None, "Reuters")


def test_a_bare_domain_is_no_outlet() -> None:
    """It is unknown rather than guessed."""
    assert _read(_meta(og__site_name="gazette.example"), foot=None).outlet is None


def test_the_frame_names_the_outlet_where_the_head_does_not() -> None:
    """The end of the page's title, where its foot or its link home bears it out."""
    assert _read().outlet == "Ellery Gazette"
    home = '<a href="/">Ellery Gazette</a>'
    assert _read(foot=home).outlet == "Ellery Gazette"
    assert _read(foot='<a href="/">Home</a>').outlet is None
    told = [t for t in _read().told if t.key == "outlet"]
    assert [t.source for t in told] == ["page title and home link"]


def test_the_foot_names_the_owner() -> None:
    """Where it is another name than the outlet's."""

    def owners(foot: str) -> list[str]:
        return [t.value for t in _read(json_ld(), foot=foot).told if t.key == "owner"]

    assert owners("© 2031 Tidewater Media Group. All rights reserved.") == ["Tidewater Media Group"]
    assert owners("The Gazette is owned by Moorland Press Ltd.") == ["Moorland Press Ltd"]
    assert owners("© 2026 Ellery Gazette") == []
    assert owners("All text is free.") == []


def test_a_writer_may_go_by_one_name() -> None:
    """Where metadata name nobody else, and the word stands for no newsroom."""

    def author(*names: str) -> str | None:
        node = {"@type": "NewsArticle", "headline": TITLE, "author": [{"name": n} for n in names]}
        return _read(json_ld(node)).author

    assert author("Plume") == "Plume"
    assert author("Plume", "Sam Orr") == "Sam Orr"
    assert [author(word) for word in ("Admin", "Newsroom", "plume7", "Reuters")] == [None] * 4


def test_an_address_behind_a_name_is_no_part_of_it() -> None:
    assert _read(_meta(author="SAM ORR sorr@gazette.example")).author == "Sam Orr"


def test_an_address_tells_an_outlet_that_is_known() -> None:
    """By its domain or one above it, where the page does not say."""
    assert _read(url="https://www.ptinews.com/story/1").outlet == "PTI"
    assert _read(url="https://www.harbour.example/story/1", foot=None).outlet is None
    assert _read(url="https://www.gazette.example/story/1", foot=None).outlet == "Ellery Gazette"
    assert _read(json_ld(), url="https://www.ptinews.com/story/1").outlet == "Ellery Gazette"


def test_the_title_goes_without_the_outlet() -> None:
    """Where that is known, and only that."""
    head = _meta(
        og__title="Ferry - and bridge - shut | Ellery Gazette", og__site_name="Ellery Gazette"
    )
    assert _read(head, title="News").title == "Ferry - and bridge - shut"


def test_the_canonical_address_wins_unless_it_is_a_front_page() -> None:
    """Relative ones are made whole."""
    front = '<link rel="canonical" href="https://a.example/">'
    own = _meta(og__url="https://a.example/harbour/1")
    assert (
        _read(front + own, url="https://a.example/x?utm_source=y").url
        == "https://a.example/harbour/1"
    )
    relative = '<link rel="canonical" href="/harbour/2">'
    assert _read(relative, url="https://a.example/x").url == "https://a.example/harbour/2"
    for wrong in ("javascript:alert(1)", "http://[", "https://", "x" * 3000, "file:///etc/passwd"):
        assert _read(f'<link rel="canonical" href="{wrong}">').url is None


def test_one_time_is_the_day_and_several_are_none() -> None:
    """For one of several could be a neighbour's."""
    one = '<p><time datetime="2026-05-04T09:20:00+02:00">today</time></p>'
    assert _read(above=one).published == "2026-05-04T09:20:00+02:00"
    assert _read(above=one + '<p><time datetime="2026-05-06">x</time></p>').published is None


def test_lines_of_the_page_go_and_credits_stay() -> None:
    """Buttons, promotion, counters of pictures, the title itself."""
    lines = [
        TITLE, "Share on X", "- Tweet", "1 of 4 | The bridge", "By Sam Orr", "PORT ELLERY (Reuters) - It is shut.",
        "Advertisement", "Sign up for our newsletter", "Related: Ferry fares", "Share prices fell, she said.",
        "(Reporting by Sam Orr)", "(Reporting by Sam Orr)",
    ]  # fmt: skip
    assert article_lines(lines, TITLE) == [
        "By Sam Orr", "PORT ELLERY (Reuters) - It is shut.", "Share prices fell, she said.", "(Reporting by Sam Orr)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"<meta charset=windows-1252>\x93so\x94", "“so”"),
        (b"<meta charset=iso-8859-1>\x93so\x94", "“so”"),
        ("<meta charset=latin1>“so”".encode(), "“so”"),
        (b"\x93so\x94", "“so”"),
        ("“so”".encode(), "“so”"),
        ("\ufeff“so”".encode("utf-16-le"), "“so”"),
        (b"<meta charset=utf-16>plain", "plain"),
        (b"<meta charset=x-user-defined>plain", "plain"),
        ("<meta charset=gb2312>桥".encode("gb18030"), "桥"),
    ],
)
def test_letters_are_what_a_page_declares_or_shows(raw: bytes, text: str) -> None:
    """As browsers take it."""
    assert decoded_page(raw).split(">")[-1].startswith(text)


def test_wrapped_lines_become_paragraphs_and_short_ones_stay() -> None:
    """A list or verse is no paragraph."""
    wrapped = [
        "The bridge was shut on Monday after inspectors found a crack, the",
        "harbour office said. It will stay so until engineers have looked at the",
        "pier.",
        "",
        "Fares:",
        "Ferry 2",
        "Bus 3",
    ]
    first, *rest = paragraphs(wrapped)
    assert first.endswith("looked at the pier.") and rest == ["Fares:", "Ferry 2", "Bus 3"]


def test_the_fixture_is_what_the_page_says() -> None:
    """All of JSON_LD's values."""
    read = _read(json_ld(JSON_LD))
    assert (read.section, read.language, read.author) == ("Harbour", "en", "Sam Orr, Ann Bell")
