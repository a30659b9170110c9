"""What a page says of its article in its head: JSON-LD first, then meta tags, then the visible
heading and time; the more reliable wins, and what none says stays unknown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claims.outlet.outlets import of_domain
from claims.read.addresses import article_address, host
from claims.read.bylines import byline
from claims.read.dates import in_address, published
from claims.read.html_text import lines_of
from claims.read.json_ld import article_node, listed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_VALUE_CHARACTERS = 500
"""Of a title, a name or an address."""
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "parsely-title",
    "sailthru.title",
    "citation_title",
)
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "byline",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publishdate", "citation_publication_date",
)  # fmt: skip
_SECTIONS = ("article:section", "parsely-section", "section")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)")
_INFERRED = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)+$")


class Page:
    """The parts of a page that speak of its article."""

    def __init__(self, tree: HtmlElement, url: str | None = None) -> None:
        self.tree = tree
        self.node = article_node(
            [
                s.text or ""
                for s in tree.iter("script")
                if "ld+json" in (s.get("type") or "").lower()
            ]
        )
        self.meta = _meta(tree)
        self.base = url

    def row(self) -> dict[str, Any]:
        """The keys of an article that the page tells, without its text."""
        url = self._url()
        outlet = self._outlet() or of_domain(host(url))
        written = byline(self._authors(), outlet)
        return {
            "title": self._title(outlet),
            "url": url,
            "outlet": outlet,
            "author": written.author,
            "wire": written.wire,
            "published": self._published(url),
            "section": self._section(),
            "language": self._language(),
        }

    def body(self) -> list[str]:
        """The article's lines as the head holds them; often it does not."""
        body = self.node.get("articleBody")
        if not isinstance(body, str):
            return []
        return lines_of(body) if "<p" in body else html.unescape(body).split("\n")

    def _title(self, outlet: str | None) -> str | None:
        told = [_words(self.node.get("headline")), *self._values(_TITLES)]
        shown = [_text(h) for h in self.tree.iter("h1")]
        for heading in shown:
            if heading and any(t and (_near(heading, t)) for t in told):
                return heading
        title = next(
            filter(None, (*told, *shown, *(_text(t) for t in self.tree.iter("title")))), None
        )
        return without_outlet(title, outlet) if title else None

    def _outlet(self) -> str | None:
        for publisher in listed(self.node.get("publisher")) + listed(
            self.node.get("sourceOrganization")
        ):
            name = _words(publisher.get("name") if isinstance(publisher, dict) else publisher)
            if name and not _INFERRED.match(name) and not name.startswith("http"):
                return name
        return next((v for v in self._values(_OUTLETS) if not _INFERRED.match(v)), None)

    def _authors(self) -> list[str]:
        told = [
            _words(a.get("name") if isinstance(a, dict) else a)
            for a in _flat(self.node.get("author"))
        ]
        names = [name for name in told if name]
        return names or list(self._values(_AUTHORS)) or self._shown_authors()

    def _shown_authors(self) -> list[str]:
        found = self.tree.xpath("//a[@rel='author']|//*[@itemprop='author']")
        return list(dict.fromkeys(_text(element) for element in found[:9]))

    def _published(self, url: str | None) -> str | None:
        told = [_words(self.node.get("datePublished")), *self._values(_DATES)]
        shown = self.tree.xpath(
            "//time[@itemprop='datePublished' or @pubdate]/@datetime|//*[@itemprop='datePublished']/@content"
        )
        times = self.tree.xpath("(//article|//main)[1]//time/@datetime") or self.tree.xpath(
            "//time/@datetime"
        )
        told += [str(value) for value in (*shown, *(times if len(set(times)) == 1 else ()))]
        return next(filter(None, map(published, told)), None) or in_address(url)

    def _section(self) -> str | None:
        told = [_words(value) for value in listed(self.node.get("articleSection"))]
        return next(filter(None, (*told, *self._values(_SECTIONS))), None)

    def _language(self) -> str | None:
        root = self.tree.getroottree().getroot()
        told = (_words(self.node.get("inLanguage")), root.get("lang"), root.get("xml:lang"))
        code = next(filter(None, told), "") or ""
        match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", code)
        return match[0].lower() if match else None

    def _url(self) -> str | None:
        canonical = [str(v) for v in self.tree.xpath("//link[@rel='canonical']/@href")]
        told = (
            *canonical,
            *self._values(("og:url",)),
            _address(self.node),
            self.base,
            self._saved_from(),
        )
        # A canonical address that is the outlet's front page is a slip of its template.
        addresses = (article_address(url, self.base) for url in told if url)
        return next(filter(None, addresses), None)

    def _saved_from(self) -> str | None:
        for comment in self.tree.xpath("//comment()|preceding-sibling::comment()")[:20]:
            match = _SAVED_FROM.search(str(comment.text or "")[:2000])
            if match:
                return match[1] or match[2]
        return None

    def _values(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield from filter(None, map(_words, self.meta.get(name, ())))


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name behind a bar or dash."""
    head, mark, tail = re.match(r"(?s)(.*?)(?:(\s+[|–—-]\s+)([^|–—]*))?$", title).groups()  # type: ignore[union-attr]
    same = bool(outlet) and (tail or "").strip().casefold() == (outlet or "").casefold()
    return head.strip() if mark and same else title.strip()


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content:
            out.setdefault(name.strip().lower(), []).append(content)
    return out


def _flat(value: Any) -> list[Any]:
    return [item for outer in listed(value) for item in listed(outer)]


def _address(node: dict[str, Any]) -> str | None:
    page = node.get("mainEntityOfPage")
    return _words(page.get("@id") if isinstance(page, dict) else page) or _words(node.get("url"))


def _words(value: Any) -> str | None:
    """A string of metadata on one line; None for anything else or more than a line's worth."""
    if not isinstance(value, str):
        return None
    text = " ".join(html.unescape(value).split())
    return text if 0 < len(text) <= MAX_VALUE_CHARACTERS else None


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())[:MAX_VALUE_CHARACTERS]


def _near(heading: str, told: str) -> bool:
    a, b = (re.sub(r"\W+", "", words).casefold() for words in (heading, told))
    return (
        bool(a) and bool(b) and (a in b or b in a) and min(len(a), len(b)) * 2 > max(len(a), len(b))
    )
