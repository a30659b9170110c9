"""The name of an outlet that a page writes as its address does ("Ellery Gazette" of ellerygazette.com), for pages whose
head does not say it: in the title, at the foot, over a feed, on a picture, on the link home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.read.addresses import host
from claims.read.page_house import TITLE_PARTS, home_links, owners_at_foot
from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LIKE_ADDRESS = "page, called like its address"
"""Where such a name stands."""
MIN_LABEL_LETTERS = 3
MAX_NAME_CHARACTERS = 60
MAX_WORDS = 4
"""Of the title's end, among which is what the address is called."""
MAX_PICTURES = 30
MAX_LINKS = 400
"""Of a page that are looked at."""
MIN_LINKS = 5
"""To one site, of the links of a page whose address is unknown, and more than half of them."""
_SHARED = frozenset({"ac", "co", "com", "edu", "gov", "net", "or", "org"})
"""Second last labels of hosts under which anybody has a site."""
_PLATFORMS = frozenset(re.sub(r"\W+", "", name).casefold() for name in listed("pages", "platforms"))
_PARTS = re.compile(r" [|–—•·»-] |: ")
_COMPANY = re.compile(
    rf"[\s,]{{1,3}}(?:{alternation(listed('pages', 'companies'))})\b\.?$", re.IGNORECASE
)
_AROUND = re.compile(
    rf"^(?:{alternation(listed('pages', 'home_openings'))})\s++"
    rf"|(?<!\s)\s++(?:{alternation(listed('pages', 'home_ends'))})$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s{0,3}\([^()]{0,80}\)")


def called_like_address(tree: HtmlElement, url: str | None) -> str | None:
    """The part of the title that is the site's name, or its end that holds it; else how the page writes that name
    most often."""
    site = _site(host(url)) if url else _linked_site(tree)
    label = site.removeprefix("the")
    if len(label) < MIN_LABEL_LETTERS or site in _PLATFORMS:
        return None
    title = next((" ".join(t.text_content().split()) for t in tree.iter("title")), "")
    parts = [_AROUND.sub("", _BRACKETED.sub("", part).strip()) for part in TITLE_PARTS.split(title)]
    ends = [*parts[-1:], *parts[:-1]] if len(parts) > 1 else []
    exact = next((part for part in ends if _folded(part) == label), None)
    return (
        exact
        or next((part for part in ends[:1] if _holds(part, label)), None)
        or _written(tree, label)
    )


def _written(tree: HtmlElement, label: str) -> str | None:
    names = Counter(name for name in _names(tree) if _folded(name) == label and not name.islower())
    return names.most_common(1)[0][0] if names else None


def _names(tree: HtmlElement) -> Iterator[str]:
    """Names that the frame of a page holds, without what stands around them there."""
    for words in _framed(tree):
        for part in dict.fromkeys((words, *_PARTS.split(words)[:2])):
            plain = _AROUND.sub("", _AROUND.sub("", part.strip(" ,.")))
            name = _COMPANY.sub("", plain).strip(" ,.")
            if len(name) <= MAX_NAME_CHARACTERS and "." not in name:
                yield name


def _framed(tree: HtmlElement) -> Iterator[str]:
    yield from owners_at_foot(tree)
    yield from home_links(tree)
    for link in tree.xpath("//link[@title]")[:MAX_PICTURES]:
        yield str(link.get("title"))
    for picture in tree.xpath("//img[@alt]")[:MAX_PICTURES]:
        yield " ".join(str(picture.get("alt")).split())


def _holds(part: str, label: str) -> bool:
    """Whether words of a part of the title are the site's name: "Ellery Gazette" of gazette.example."""
    words = part.split()
    runs = ((low, high) for low in range(len(words)) for high in range(low + 1, len(words) + 1))
    return len(words) <= MAX_WORDS and any(
        _folded(" ".join(words[low:high])) == label for low, high in runs
    )


def _site(name: str) -> str:
    """What a host is called, without what it shares with others: "ellerygazette" of www.ellerygazette.co.uk."""
    labels = name.casefold().strip(".").split(".")
    if len(labels) < 2:
        return ""
    shares = len(labels) > 2 and labels[-2] in _SHARED
    return re.sub(r"\W+", "", labels[-3 if shares else -2])


def _linked_site(tree: HtmlElement) -> str:
    """What the host is called to which most links of the page lead."""
    addresses = tree.xpath("//a/@href[starts-with(., 'http')]")[:MAX_LINKS]
    sites = Counter(_site(host(str(address))) for address in addresses)
    site, count = sites.most_common(1)[0] if sites else ("", 0)
    return site if count >= MIN_LINKS and 2 * count > sites.total() else ""


def _folded(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold().removeprefix("the")
