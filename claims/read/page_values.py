"""Everything that a page says of its article, each value with where it stands: JSON-LD, meta tags, microdata,
what is shown; which of them holds is chosen in page_metadata.py."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claims.read.json_ld import article_node, listed, scripts
from claims.read.meta_names import AUTHORS, DATES, MODIFIED, OUTLETS, OWNERS, TITLES
from claims.read.page_house import FOOT, owners_at_foot
from claims.read.page_shown import SHOWN, Above

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Value = tuple[str, str]
"""A value, and where it stands."""
MAX_VALUE_CHARACTERS = 500
"""Of a title, a name or an address."""
MAX_PUBLISHED_IN = 120
MAX_HEADINGS = 60
"""Of a page, and lines that stand out as headings do."""
_PUBLISHED_IN = re.compile(r"(?<!\s)\s*+published in\s*+", re.IGNORECASE)
_SECTIONS = ("article:section", "parsely-section", "section")
_DATED = re.compile(r"\b(?:first-)?published-at$")
"""Of a house's own names for the day."""
_WRITTEN = re.compile(r"(?:^|[.:_-])(?:byline|authors?|author[_-]?name)$")
"""Of its own names for the writers."""
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|Page saved with SingleFile\s+url:\s*(\S+)")


class PageValues:
    """The parts of a page that speak of its article; lists of values, the more reliable first."""

    def __init__(self, tree: HtmlElement, url: str | None = None) -> None:
        self.tree, self.base = tree, url
        self.meta = _meta(tree)
        self.headings = [_text(h) for h in tree.iter("h1")]
        self.all_headings = [_text(h) for h in tree.iter("h1", "h2", "h3", "b", "strong", "font")][
            :MAX_HEADINGS
        ]
        shown = [*self.headings, *(value for value, _ in self._metas(("og:title",)))]
        self.node = article_node(scripts(tree), shown)
        self.above = Above(tree)

    @cached_property
    def titles(self) -> list[Value]:
        """Of the article; the page's own title last."""
        told = [*self._ld("headline"), *self._metas(TITLES), *self._micro("headline")]
        named = [(_text(t), "page title") for t in self.tree.iter("title")]
        return [*told, *((h, "page heading") for h in self.headings if h), *named[:1]]

    @cached_property
    def outlets(self) -> list[Value]:
        """Names of the publisher."""
        found = [
            (name, f"JSON-LD {key}")
            for key in ("publisher", "sourceOrganization", "isPartOf")
            for item in listed(self.node.get(key))
            if (name := _words(item.get("name") if isinstance(item, dict) else item))
        ]
        return [*found, *self._metas(OUTLETS)]

    def publications(self) -> list[str]:
        """What a platform's page names as the publication that it is published in."""
        found = []
        for element in self.tree.iter("a", "span", "div", "p"):
            words = _text(element)
            if _PUBLISHED_IN.match(words) and len(words) <= MAX_PUBLISHED_IN:
                rest = _PUBLISHED_IN.sub("", words, count=1)
                after = element.getnext()
                linked = [_text(a) for a in element.iter("a") if a is not element]
                found += linked[:1] or (
                    [rest] if rest else [_text(after)] if after is not None else []
                )
        return [name for name in found if name]

    @cached_property
    def owners(self) -> list[Value]:
        """Names of who owns the outlet or the rights."""
        found = []
        for item in listed(self.node.get("publisher")):
            parent = item.get("parentOrganization") if isinstance(item, dict) else None
            found += [(_name(parent), "JSON-LD publisher parentOrganization")]
        found += [(_name(self.node.get("copyrightHolder")), "JSON-LD copyrightHolder")]
        foot = ((name, FOOT) for name in owners_at_foot(self.tree))
        return [*((name, place) for name, place in found if name), *self._metas(OWNERS), *foot]

    @cached_property
    def authors(self) -> list[Value]:
        """As they are written, also lists in one value."""
        told = [
            (name, f"JSON-LD {key}")
            for key in ("author", "creator")
            for item in _flat(self.node.get(key))
            for name in _names(item)
        ]
        marked = [(_text(e), "page rel=author") for e in self.tree.xpath("//a[@rel='author']")[:9]]
        micro = self.tree.xpath("//*[@itemprop='author']")
        named = [_text((e.xpath(".//*[@itemprop='name']") or [e])[0]) for e in micro[:9]]
        shown = [
            *((name, "microdata author") for name in named),
            *((words, SHOWN) for words in self.above.byline()),
        ]
        own = tuple(name for name in self.meta if _WRITTEN.search(name) and name not in AUTHORS)
        return [*told, *self._metas(AUTHORS), *marked, *self._metas(own), *shown]

    @cached_property
    def dates(self) -> list[Value]:
        """When it was published."""
        micro = self.tree.xpath(
            "//time[@itemprop='datePublished' or @pubdate]/@datetime|//*[@itemprop='datePublished']/@content"
            "|//abbr[contains(concat(' ', @class, ' '), ' published ')]/@title"
        )
        return [
            *self._ld("datePublished"),
            *self._metas(DATES),
            *self._metas(tuple(name for name in self.meta if _DATED.search(name))),
            *((str(value), "microdata datePublished") for value in micro[:3]),
            *self._times(),
            *((words, SHOWN) for words in self.above.day()),
        ]

    @cached_property
    def modified(self) -> list[Value]:
        """When it was last changed."""
        micro = self.tree.xpath(
            "//*[@itemprop='dateModified']/@datetime|//*[@itemprop='dateModified']/@content"
        )
        values = [*self._ld("dateModified"), *self._metas(MODIFIED)]
        return [*values, *((str(value), "microdata dateModified") for value in micro[:3])]

    @cached_property
    def sections(self) -> list[Value]:
        """Of the outlet."""
        told = [_words(value) for value in listed(self.node.get("articleSection"))]
        return [*((v, "JSON-LD articleSection") for v in told if v), *self._metas(_SECTIONS)]

    @cached_property
    def languages(self) -> list[Value]:
        """Codes, as they are written."""
        root = self.tree.getroottree().getroot()
        own = root.get("lang") or root.get("xml:lang")
        return [*self._ld("inLanguage"), *([(own, "page lang")] if own else [])]

    @cached_property
    def addresses(self) -> list[Value]:
        """Of the article, as they are written."""
        canonical = self.tree.xpath("//link[@rel='canonical']/@href")
        page = self.node.get("mainEntityOfPage")
        own = _words(page.get("@id") if isinstance(page, dict) else page) or _words(self.node.get("url"))  # fmt: skip
        saved = _saved_from(self.tree)
        told = [
            *((str(value), "link rel=canonical") for value in canonical[:3]),
            *self._metas(("og:url",)),
            (own, "JSON-LD mainEntityOfPage"),
            (self.base, "where it was fetched or saved"),
            (saved, "comment of the saved page"),
        ]
        return [(value, place) for value, place in told if value]

    @cached_property
    def datelines(self) -> list[Value]:
        """Places from where it was written."""
        return [*self._ld("dateline"), *self._ld("locationCreated")]

    @cached_property
    def credits(self) -> list[Value]:
        """Who is credited with the text."""
        return [*self._ld("creditText"), *self._ld("provider")]

    def _times(self) -> Iterator[Value]:
        """The one time that the article's head shows, or that the page shows at all."""
        times = self.tree.xpath("(//article|//main)[1]//time/@datetime") or self.tree.xpath(
            "//time/@datetime"
        )
        values = list(dict.fromkeys(map(str, times)))
        if len(values) == 1:
            yield values[0], "page time"
        elif values and (start := self.above.start) is not None:
            above = start.xpath("preceding::time[not(ancestor::aside or ancestor::nav)]/@datetime")
            if len(set(above)) == 1:
                yield str(above[0]), "page time"

    def _ld(self, key: str) -> list[Value]:
        found = [_name(value) for value in listed(self.node.get(key))]
        return [(name, f"JSON-LD {key}") for name in found if name]

    def _micro(self, name: str) -> Iterator[Value]:
        for element in self.tree.xpath(f"//*[@itemprop='{name}']")[:3]:
            if words := _text(element):
                yield words, f"microdata {name}"

    def _metas(self, names: tuple[str, ...]) -> Iterator[Value]:
        for name in names:
            for value in filter(None, map(_words, self.meta.get(name, ()))):
                yield value, f"meta {name}"


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = tag.get("content")
        if name and content:
            out.setdefault(name.strip().lower(), []).append(content)
    return out


def _saved_from(tree: HtmlElement) -> str | None:
    for comment in tree.xpath("//comment()|preceding-sibling::comment()")[:20]:
        match = _SAVED_FROM.search(str(comment.text or "")[:2000])
        if match:
            return match[1] or match[2]
    return None


def _flat(value: Any) -> list[Any]:
    return [item for outer in listed(value) for item in listed(outer)]


def _names(item: Any) -> list[str]:
    """The names of one author, whose name may be a list itself."""
    raw = item.get("name") if isinstance(item, dict) else item
    return [name for value in _flat(raw) if (name := _words(value))]


def _name(value: Any) -> str | None:
    return (
        _words(value.get("name") or value.get("@value"))
        if isinstance(value, dict)
        else _words(value)
    )


def _words(value: Any) -> str | None:
    """A string of metadata on one line; None for anything else or more than a line's worth."""
    if not isinstance(value, str):
        return None
    text = " ".join(re.sub(r"<[^>]{0,200}>", " ", html.unescape(value)).split())
    return text if text and len(text) <= MAX_VALUE_CHARACTERS else None


def _text(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())[:MAX_VALUE_CHARACTERS]
