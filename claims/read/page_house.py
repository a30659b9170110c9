"""What the frame of a page says of the house behind it, for pages whose head says nothing: the outlet's name in its
title and its home link, the owner at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_NAME_CHARACTERS = 60
MAX_NAME_WORDS = 6
MAX_LINE_CHARACTERS = 200
MAX_FOOT_CHARACTERS = 3_000
"""Of a page's end, where no element is called its foot."""
MAX_LINKS = 400
"""Of a page that are looked at."""
TITLE_WITH_NAME = "page title and home link"
FOOT = "page foot"
TITLE_PARTS = re.compile(r" [|–—•·-] |: ")
_LOGO = re.compile(alternation(listed("pages", "house_names")), re.IGNORECASE)
_JOINERS = alternation(listed("pages", "house_joiners"))
_REST = r"(?:[\w&’'-]|\.(?=\w)){0,30}"
_NAME = rf"(?P<name>[A-ZÀ-Þ]{_REST}(?: (?:{_JOINERS}|[A-ZÀ-Þ0-9]{_REST})){{0,7}})"
_RIGHTS = re.compile(
    r"(?i:©|\(c\)|\bcopyright)"
    rf"(?i:\s|©|\(c\)|\b(?:{alternation(listed('pages', 'rights'))})\b|\d{{4}}|[-–,.]){{0,12}}{_NAME}"
)
_OWNED = re.compile(
    rf"\b(?:{alternation(listed('pages', 'owned'))}) (?:and \w{{1,20}} )?by (?:the )?{_NAME}"
)
_RESERVED = re.compile(
    rf"[\s.,|]{{0,9}}\b(?:{alternation(listed('pages', 'rights_ends'))})\b.*$", re.IGNORECASE
)


def house_of(tree: HtmlElement) -> str | None:
    """The part of the page's title that its link home, or the line of rights at its foot, bears out."""
    title = next((" ".join(t.text_content().split()) for t in tree.iter("title")), "")
    parts = [part for part in TITLE_PARTS.split(title) if 1 < len(part) <= MAX_NAME_CHARACTERS]
    feet = owners_at_foot(tree)
    names = {_folded(name) for name in (*home_links(tree), *feet)}
    named = (
        part for part in (*parts[-1:], *parts[:1]) if len(parts) > 1 and _folded(part) in names
    )
    return next(named, None) or _pictured(tree, feet)


def _pictured(tree: HtmlElement, feet: list[str]) -> str | None:
    """The name of the picture at the page's top, where the page's words have it too."""
    for picture in tree.xpath("//img[@alt]")[:1]:
        name = " ".join(str(picture.get("alt")).split())
        folded = _folded(name)
        if not 1 < len(name.split()) <= MAX_NAME_WORDS or len(name) > MAX_NAME_CHARACTERS:
            continue
        called = f"{picture.get('src') or ''} {picture.get('class') or ''}"
        by_foot = any(_folded(owner).startswith(folded) for owner in feet)
        if (
            by_foot
            or (_LOGO.search(called) and name in tree.text_content())
            or _stands_first(name, tree)
        ):
            return name
    return None


def _stands_first(name: str, tree: HtmlElement) -> bool:
    """Whether a line of the page begins with the name and goes on behind a mark."""
    mark = re.compile(rf"{re.escape(name)}\s{{0,3}}[·|•,–—-]")
    return any(
        mark.match(words.lstrip()) for words in tree.itertext() if len(words) <= MAX_LINE_CHARACTERS
    )


def owners_at_foot(tree: HtmlElement) -> list[str]:
    """Who holds the rights, or is said to own the outlet."""
    words = _foot(tree)
    found = (match["name"] for pattern in (_RIGHTS, _OWNED) for match in pattern.finditer(words))
    names = (_RESERVED.sub("", name).strip(" .,-") for name in found)
    return list(dict.fromkeys(name for name in names if len(name) > 2 and not name.isdigit()))[:5]


def home_links(tree: HtmlElement) -> Iterator[str]:
    """What the links to the front page are called."""
    for link in tree.xpath("//a[@href]")[:MAX_LINKS]:
        href = str(link.get("href")).strip()
        is_home = link.get("rel") == "home" or _LOGO.search(link.get("class") or "")
        if is_home or href in ("/", "./", "#/") or re.fullmatch(r"https?://[^/?#]+/?", href):
            yield " ".join(link.text_content().split()) or str(link.get("title") or "")
        for picture in link.iter("img") if is_home or href == "/" else ():
            yield str(picture.get("alt") or "")


def _foot(tree: HtmlElement) -> str:
    feet = tree.xpath("//footer[not(ancestor::article)]|//*[contains(@class,'footer')]")
    words = " | ".join(" ".join(" | ".join(foot.itertext()).split()) for foot in feet[-3:])
    return (words or " ".join(tree.text_content().split()))[-MAX_FOOT_CHARACTERS:]


def _folded(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold().removeprefix("the")
