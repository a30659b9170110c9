"""Takes out of a page's tree what stands among its paragraphs and is none: advertisements, and links to other
articles that are paragraphs of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_LINK_CHARACTERS = 160
"""Of a paragraph that is nothing but a link to another article."""
MAX_AD_SHARE = 0.2
"""Of the page's text that an advertisement can be; what is more is the page under a wrong name."""
_ADS = frozenset({"ad", "ads", "advert", "advertisement", "advertorial", "sponsored", "promo"})
"""Words of a class or id, whole ones."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s*$")


def prune(tree: HtmlElement) -> None:
    """Takes them out of the tree, and leaves what follows each in its place; tables that only lay the page
    out become blocks."""
    for table in tree.iter("table"):
        if any(
            next(cell.iter("p", "h1", "h2", "div"), None) is not None for cell in table.iter("td")
        ):
            for part in table.iter("table", "tbody", "tr", "td", "th"):
                part.tag = "div"
    whole = len(tree.text_content())
    for element in list(tree.iter("div", "aside", "section", "p", "li", "ins")):
        if _is_ad(element, whole) or (element.tag in ("p", "li") and _is_link(element)):
            element.drop_tree()


def _is_ad(element: HtmlElement, whole: int) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower().split()
    return not _ADS.isdisjoint(names) and len(element.text_content()) < MAX_AD_SHARE * whole


def _is_link(element: HtmlElement) -> bool:
    """Whether it is a line that is one link, and no sentence."""
    links = element.findall(".//a")
    if len(links) != 1:
        return False
    text = " ".join(element.text_content().split())
    linked = " ".join(links[0].text_content().split())
    return text == linked and len(text) <= MAX_LINK_CHARACTERS and not _SENTENCE_END.search(text)
