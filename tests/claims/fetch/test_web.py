"""From addresses to articles: pages, feeds and lists over the network, and lists in files that lead there."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from claims.fetch.client import Client
from claims.fetch.model import Manners
from claims.fetch.web import Web
from claims.model import Article, Failure
from claims.read import read_paths
from claims.read.options import Item
from tests.claims.fetch.site import Answer, Page, Site, serving
from tests.claims.read.makers import PARAGRAPHS, TEXT, TITLE, docx, entry, json_ld, page, pdf, rss

OPML = '<opml version="2.0"><body><outline text="News">{}</outline></body></opml>'


def read(*paths: str | Path, ground: str | None = None, fetching: bool = False) -> list[Item]:
    """What is read of paths and addresses."""
    web = Web(Client(Manners(delay_seconds=0, allow_private=True, ground=ground)))
    return list(read_paths([str(path) for path in paths], web=web, fetching=fetching))


def articles(items: list[Item]) -> list[Article]:
    """Those that are articles, in the order of their addresses."""
    return sorted((i for i in items if isinstance(i, Article)), key=lambda i: i.doc)


def failures(items: list[Item]) -> list[str]:
    """What is said of the others."""
    return sorted(str(item) for item in items if isinstance(item, Failure))


def other_page(number: int) -> str:
    """A page with words of its own."""
    return page(
        (
            f"ELLERY - The ferry {number} is late, the harbour office said on Monday.",
            *PARAGRAPHS[1:],
        )
    )


def here(feed: str, site: Site) -> str:
    """A feed whose entries lie on the site."""
    return feed.replace("https://gazette.example", site.url)


def test_a_page_is_read_as_a_saved_one_is() -> None:
    """With where it came from, and when."""
    with serving({"/a": page(head=json_ld())}) as site:
        (article,) = articles(read(f"{site.url}/a"))
    assert (article.text, article.title, article.outlet) == (TEXT, TITLE, "Ellery Gazette")
    assert article.url == article.doc == f"{site.url}/a"
    assert article.retrieval and article.retrieval.address == f"{site.url}/a"
    assert article.retrieval.at.startswith("20") and article.retrieval.reserved is None


@pytest.mark.parametrize(
    "name,body", [("a.pdf", pdf([TEXT.split("\n\n")[1:3]])), ("a.docx", docx())]
)
def test_documents_are_read_by_their_content(name: str, body: bytes) -> None:
    """Whatever the host calls them."""
    with serving({f"/{name}": Answer(body, headers={"Content-Type": "text/html"})}) as site:
        (article,) = articles(read(f"{site.url}/{name}"))
    assert "It is a precaution" in article.text and article.url == f"{site.url}/{name}"


def test_the_header_tells_the_letters_of_a_page() -> None:
    """Where the page does not."""
    body = page(
        (
            "Der Bürgermeister, so Ms Brandt, “is late,” she said on Monday in the harbour of Ellery.",
        )
    )
    told = Answer(
        body.encode("cp1252"), headers={"Content-Type": "text/html; charset=windows-1252"}
    )
    with serving({"/a": told}) as site:
        (article,) = articles(read(f"{site.url}/a"))
    assert "Bürgermeister" in article.text and "“is late,”" in article.text


def test_an_article_is_kept_under_the_address_that_it_names() -> None:
    """If it is the same site's; else under the one that answered."""
    with serving() as site:
        own = f'<link rel="canonical" href="{site.url}/story">'
        other = '<link rel="canonical" href="https://harlen.example/story">'
        site.pages |= {
            "/a?utm_source=x": page(head=own),
            "/b": other_page(2).replace("<head>", f"<head>{other}"),
        }
        found = articles(read(f"{site.url}/a?utm_source=x", f"{site.url}/b"))
    assert [article.url for article in found] == [f"{site.url}/b", f"{site.url}/story"]


def test_of_a_feed_whole_entries_are_read_and_the_pages_of_the_others_asked() -> None:
    """Each entry once."""
    with serving() as site:
        entries = [
            entry(whole=True, number=1),
            entry(whole=False, number=2),
            entry(whole=False, number=2),
        ]
        site.pages |= {"/feed": here(rss(entries), site), "/harbour/2": other_page(2)}
        items = read(f"{site.url}/feed")
    assert [article.doc for article in articles(items)] == [
        f"{site.url}/harbour/{n}" for n in (1, 2)
    ]
    assert failures(items) == [] and site.paths() == ["/feed", "/harbour/2"]
    whole, fetched = articles(items)
    assert whole.retrieval and whole.retrieval.address == f"{site.url}/feed"
    assert fetched.retrieval and fetched.retrieval.address == f"{site.url}/harbour/2"


def test_a_page_that_a_feed_names_leads_no_further() -> None:
    """A feed of feeds would never end."""
    with serving() as site:
        feed = here(rss([entry(whole=False, number=2)]), site)
        site.pages |= {"/feed": feed, "/harbour/2": feed.replace("harbour/2", "harbour/3")}
        items = read(f"{site.url}/feed")
    assert site.paths() == ["/feed", "/harbour/2"]
    assert "holds no whole text" in failures(items)[0]


def test_one_that_fails_is_one_line_and_the_rest_goes_on() -> None:
    """Each with its reason."""
    pages: dict[str, Page] = {
        "/robots.txt": "User-agent: *\nDisallow: /closed",
        "/reserved": Answer(page().encode(), headers={"tdm-reservation": "1"}),
        "/empty": "<html><body></body></html>",
        "/picture": Answer(b"\x89PNG", headers={"Content-Type": "image/png"}),
        "/": page(head='<link rel="alternate" type="application/rss+xml" href="/feed.xml">'),
        "/a": page(),
    }
    with serving(pages) as site:
        paths = ("none", "closed", "reserved", "empty", "picture", "", "a")
        items = read(
            *(f"{site.url}/{path}" for path in paths), "http://u:p@gazette.example/?token=7"
        )
    assert [article.doc for article in articles(items)] == [f"{site.url}/a"]
    said = "\n".join(failures(items)).replace(site.url, "")
    assert said == (
        "/: a front page, no article; its feed is /feed.xml\n"
        "/closed: robots.txt of 127.0.0.1 asks not to; save the page by hand, and name it\n"
        "/empty: no text of an article was found in it; save its text and name that\n"
        "/none: 404: the host has no such page\n"
        "/picture: a picture; save it, and name the file\n"
        "/reserved: its publisher reserves text and data mining (header); "
        "with research as your ground to go on, say --research\n"
        "http://gazette.example/?token=***: an address with a user or a password in it; take them out"
    )


def test_what_is_reserved_is_read_on_a_ground_that_is_kept() -> None:
    """With where the reservation stands."""
    told = Answer(
        page().encode(), headers={"tdm-reservation": "1", "tdm-policy": "https://gazette.example/p"}
    )
    with serving({"/a": told}) as site:
        (article,) = articles(read(f"{site.url}/a", ground="research"))
    kept = article.retrieval
    assert kept and (kept.reserved, kept.said_in, kept.policy, kept.ground) == (
        True, "header", "https://gazette.example/p", "research",
    )  # fmt: skip


@pytest.mark.parametrize("from_file", [True, False])
def test_a_list_of_feeds_leads_to_the_pages_of_each(from_file: bool, tmp_path: Path) -> None:
    """From a file where that is asked for."""
    with serving() as site:
        outline = f'<outline type="rss" xmlUrl="{site.url}/feed"/>'
        site.pages |= {
            "/feed": here(rss([entry(whole=False, number=2)]), site),
            "/harbour/2": other_page(2),
            "/feeds.opml": OPML.format(outline),
        }
        path = tmp_path / "feeds.opml"
        path.write_text(OPML.format(outline))
        items = read(path if from_file else f"{site.url}/feeds.opml", fetching=from_file)
    assert [article.doc for article in articles(items)] == [f"{site.url}/harbour/2"]


def _lists(url: str) -> dict[str, str]:
    """Lists of two addresses, as programs write them."""
    gkg = "\t".join(
        ["20260504092000-1", "20260504092000", "1", "gazette.example", "{}", *[""] * 22]
    )
    return {
        "a.csv": f"title,url,publish_date,media_name\nOne,{url}/1,2026-05-04,Ellery Gazette\nTwo,{url}/2,,\n",
        "a.ris": f"TY  - NEWS\nTI  - One\nUR  - {url}/1\nER  - \n\nTY  - NEWS\nUR  - {url}/2\nER  - \n",
        "a.bib": f"@article{{x,\n title = {{One}},\n url = {{{url}/1}}\n}}\n@misc{{y, url={{{url}/2}}}}\n",
        "gkg.csv": "\n".join(gkg.format(f"{url}/{n}") for n in (1, 2)),
        "a.txt": f"# for the morning\n{url}/1\n\n{url}/2\n",
    }


@pytest.mark.parametrize("name", list(_lists("")))
def test_a_list_of_addresses_says_so_and_each_is_asked_where_the_user_says_it(
    name: str, tmp_path: Path
) -> None:
    """It is no article itself."""
    with serving({"/1": other_page(1), "/2": other_page(2)}) as site:
        path = tmp_path / name
        path.write_text(_lists(site.url)[name])
        (said,) = failures(read(path))
        assert "address" in said and "say --fetch" in said and site.asked == []
        items = read(path, fetching=True)
    assert [article.doc for article in articles(items)] == [f"{site.url}/1", f"{site.url}/2"]
    assert failures(items) == []


def test_what_a_list_knows_fills_what_a_page_does_not_say(tmp_path: Path) -> None:
    """The page's own word comes first."""
    bare = (
        "<html><body><article>"
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
        + "</article></body></html>"
    )
    with serving({"/1": bare, "/2": page(head=json_ld())}) as site:
        path = tmp_path / "a.csv"
        rows = (f"{n},{site.url}/{n},2025-01-02,Harlen Courier" for n in (1, 2))
        path.write_text("\n".join(("title,url,publish_date,media_name", *rows)))
        first, second = articles(read(path, fetching=True))
    assert (first.title, first.outlet, first.published) == ("1", "Harlen Courier", "2025-01-02")
    assert (second.title, second.outlet) == (TITLE, "Ellery Gazette")


def test_a_teaser_in_a_file_is_asked_for_where_the_user_says_it(tmp_path: Path) -> None:
    """Else it is named, with its address."""
    with serving({"/harbour/2": other_page(2)}) as site:
        path = tmp_path / "feed.xml"
        path.write_text(here(rss([entry(whole=False, number=2)]), site))
        assert any("say --fetch" in said for said in failures(read(path)))
        items = read(path, fetching=True)
    assert [article.doc for article in articles(items)] == [f"{site.url}/harbour/2"]
    assert failures(items) == []


def test_without_a_web_an_address_is_no_file() -> None:
    """Nothing asks the network unless the command does, and no secret is said."""
    (item,) = read_paths(["https://gazette.example/a?token=7"])
    assert isinstance(item, Failure) and "nothing here asks the network" in item.what


def test_many_hosts_are_asked_side_by_side() -> None:
    """One that is slow holds up none of the others: each answers when all three are asked."""
    all_asked = threading.Barrier(3, timeout=30)

    def slow(_: object) -> Answer:
        all_asked.wait()
        return Answer(page().encode())

    with (
        serving({"/a": slow}) as first,
        serving({"/a": slow}) as second,
        serving({"/a": slow}) as third,
    ):
        items = read(*(f"{site.url}/a" for site in (first, second, third)))
    assert len(articles(items)) == 3
