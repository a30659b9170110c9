"""What a page says of its article: of all its values (page_values.py) those that hold; the more reliable
wins, what none says stays unknown, and every value is kept with where it stands."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from claims.outlet.outlets import of_domain
from claims.read.addresses import article_address, host
from claims.read.bylines import Byline, agency_in, byline, one_word
from claims.read.dates import in_address, published
from claims.read.html_text import lines_of
from claims.read.page_house import TITLE_PARTS, TITLE_WITH_NAME, house_of
from claims.read.page_like_address import LIKE_ADDRESS, called_like_address
from claims.read.page_values import PageValues, Value
from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_TITLE_BLANKS = 2
"""Of a heading that may be the title."""
PLATFORMS = frozenset(name.casefold() for name in listed("pages", "platforms"))
BY_TABLE = "table of outlets, by the address"
_INFERRED = re.compile(r"^(?:www\.)?[\w-]{1,63}(?:\.[\w-]{1,63})+$")
_COMPANY = re.compile(rf"\b(?:{alternation(listed('pages', 'companies'))})\b\.?")
"""Words of a company, which owns an outlet and is seldom called one."""


class Page:
    """The parts of a page that speak of its article."""

    def __init__(self, tree: HtmlElement, url: str | None = None) -> None:
        self.values = PageValues(tree, url)
        self.base = url
        self._like: str | None = None

    def row(self) -> dict[str, Any]:
        """The keys of an article that the page tells, without its text."""
        values = self.values
        addresses = (article_address(value, self.base) for value, _ in values.addresses)
        url = next(filter(None, addresses), None)
        outlet = self._outlet() or of_domain(host(url)) or self._called_by_domain()
        outlet = outlet or self._like_address(url) or house_of(self.values.tree)
        written = self._written(outlet)
        credit = next(filter(None, (agency_in(value) for value, _ in values.credits)), None)
        return {
            "title": self._title(outlet),
            "url": url,
            "outlet": outlet,
            "author": written.author,
            "wire": written.wire or credit,
            "published": self._published(url),
            "section": next((value for value, _ in values.sections), None),
            "language": next(filter(None, (_code(value) for value, _ in values.languages)), None),
            "told": self._told(outlet, url),
        }

    def body(self) -> list[str]:
        """The article's lines as the head holds them; often it does not."""
        body = self.values.node.get("articleBody")
        if not isinstance(body, str):
            return []
        return lines_of(body) if "<p" in body else html.unescape(body).split("\n")

    def _title(self, outlet: str | None) -> str | None:
        """The heading that another value repeats, else the first value."""
        titles = self.values.titles
        told = [value for value, place in titles if not place.startswith("page ")]
        for heading in self.values.headings:
            if heading and any(_near(heading, value) for value in told):
                return heading
        if not told and (shown := self._shown_in_title(outlet)):
            return shown
        return without_outlet(titles[0][0], outlet) if titles else None

    def _shown_in_title(self, outlet: str | None) -> str | None:
        """The longest heading that the page's own title holds, where it is no name of the house."""
        title = _folded(next((v for v, place in self.values.titles if place == "page title"), ""))
        held = [
            heading
            for heading in self.values.all_headings
            if heading.count(" ") >= MIN_TITLE_BLANKS
            and _folded(heading) in title
            and _folded(heading) != _folded(outlet or "")
        ]
        return max(held, key=len, default=None)

    def _outlet(self) -> str | None:
        """Of several names the one that ends the page's title, or stands in it before another one, which then
        only carries it; else the first that is none of a company, else of one. A bare domain is none."""
        told = (part.strip() for name, _ in self.values.outlets for part in name.split(" | "))
        names = [name for name in map(self._in_title, told) if _is_name(name)]
        title = " ".join(value for value, place in self.values.titles if place == "page title")
        parts = [_folded(part) for part in TITLE_PARTS.split(title)]
        own = [name for name in names if name.casefold() not in PLATFORMS]
        if names and not own:
            own = [name for name in self.values.publications() if name.casefold() not in PLATFORMS]
        inner = [name for name in own if _folded(name) in parts[1:]]
        if len(set(map(_folded, inner))) > 1:
            return min(inner, key=lambda name: parts.index(_folded(name)))
        shown = _folded(title)
        named = next((n for n in own if len(set(own)) > 1 and shown.endswith(_folded(n))), None)
        plain = next((name for name in own if not _COMPANY.search(name)), None)
        return named or plain or next(iter(own or names), None)

    def _called_by_domain(self) -> str | None:
        """Whose domain the page gives for its outlet's name; where no table knows it, as the page writes it with a
        capital ("Tidewater.com")."""
        told = [name for name, _ in self.values.outlets if _INFERRED.match(name)]
        known = next(filter(None, (of_domain(name.casefold()) for name in told)), None)
        return known or next((name for name in told if name[0].isupper()), None)

    def _like_address(self, url: str | None) -> str | None:
        if self._like is None:
            self._like = called_like_address(self.values.tree, url) or ""
        return self._like or None

    def _in_title(self, name: str) -> str:
        """For a domain the part of the page's title that is called like it: "Tidewater" for "TIDEWATER.COM"."""
        if not _INFERRED.match(name):
            return name
        title = next((value for value, place in self.values.titles if place == "page title"), "")
        label = _folded(name.removeprefix("www.").split(".")[0])
        return next((part for part in TITLE_PARTS.split(title) if _folded(part) == label), name)

    def _written(self, outlet: str | None) -> Byline:
        """The writers of the first place that names any, and the agency of the first that names one."""
        places: dict[str, list[str]] = {}
        values = self.values.authors
        for value, place in values:
            places.setdefault(place, []).append(value)
        read = [byline(values, outlet) for values in places.values()]
        author = next((found.author for found in read if found.author), None)
        author = author or one_word(
            [v for v, place in values if place.startswith("JSON-LD")], outlet
        )
        return Byline(author, next((found.wire for found in read if found.wire), None))

    def _published(self, url: str | None) -> str | None:
        """The first date; where those differ by the day, the one that the address bears out."""
        dates = [date for value, _ in self.values.dates if (date := published(value))]
        day = in_address(url)
        return next((date for date in dates if day and date[:10] == day), None) or next(
            iter(dates), day
        )

    def _told(self, outlet: str | None, url: str | None) -> list[dict[str, str]]:
        """A row for every value of the page."""
        values = self.values
        companies = [(name, place) for name, place in values.outlets if _COMPANY.search(name)]
        day = in_address(url)
        found: dict[str, list[Value]] = {
            "title": values.titles,
            "outlet": values.outlets,
            "owner": _owners([*values.owners, *companies], outlet),
            "url": values.addresses,
            "author": values.authors,
            "wire": values.credits,
            "dateline": values.datelines,
            "published": [*values.dates, *([(day, "address")] if day else [])],
            "modified": [(published(value) or value, place) for value, place in values.modified],
            "section": values.sections,
            "language": values.languages,
        }
        if outlet and not values.outlets:
            by_table = BY_TABLE if outlet == of_domain(host(url)) else ""
            by_address = LIKE_ADDRESS if outlet == self._like else ""
            found["outlet"] = [(outlet, by_table or by_address or TITLE_WITH_NAME)]
        return [
            {"key": key, "value": value, "source": place}
            for key, items in found.items()
            for value, place in items
        ]


def _is_name(name: str) -> bool:
    """Whether it is no bare address; a house may be called like one, in capitals."""
    return (not _INFERRED.match(name) or name.isupper()) and not name.startswith("http")


def _owners(told: list[Value], outlet: str | None) -> list[Value]:
    """Those that are another name than the outlet's."""
    return [item for item in told if _folded(item[0]) != _folded(outlet or "")]


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name behind a bar or dash, or before a colon, a bar or a dash."""
    name = re.escape((outlet or "").strip())
    before = (
        re.match(rf"(?is){name}\s{{0,3}}(?::|[|–—-](?=\s))\s{{1,3}}(\S.*)", title)
        if outlet
        else None
    )
    if before:
        return before[1].strip()
    head, mark, tail = re.match(r"(?s)(.*?)(?:((?<!\s)\s+[|–—-]\s+)([^|–—]*))?$", title).groups()  # type: ignore[union-attr]
    same = bool(outlet) and (tail or "").strip().casefold() == (outlet or "").casefold()
    return head.strip() if mark and same else title.strip()


def _code(written: str) -> str | None:
    match = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", written)
    return match[0].lower() if match else None


def _folded(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _near(heading: str, told: str) -> bool:
    a, b = _folded(heading), _folded(told)
    return bool(a) and bool(b) and (a in b or b in a) and min(len(a), len(b)) * 2 > max(len(a), len(b))  # fmt: skip
