"""HTML without a page around it (a feed's entry, a message, a word processor's) to lines of text, one a
block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SKIPPED = frozenset(
    {
        "script", "style", "noscript", "template", "head", "title", "svg", "iframe",
        "object", "button", "select", "form", "nav", "footer",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div",
        "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    }
)  # fmt: skip


def parsed(page: str) -> HtmlElement | None:
    """The tree of some HTML; None where nothing is in it."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def lines_of(fragment: str) -> list[str]:
    """The lines of a fragment, each with single spaces, none empty."""
    tree = parsed(fragment) if fragment.strip() else None
    if tree is None:
        return []
    return [
        line
        for line in (" ".join(part.split()) for part in "".join(_walk(tree)).split("\n"))
        if line
    ]


def _walk(root: HtmlElement) -> Iterator[str]:
    """The words and line breaks, without recursion: what is nested deeply breaks nothing."""
    stack: list[HtmlElement | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item.tag, str) and item.tag not in _SKIPPED and not _hidden(item):
            mark = "\n" if item.tag in _BLOCKS else ""
            yield mark + " ".join((item.text or "").split("\n"))
            stack.append(mark)
            for child in reversed(item):
                stack.append(" ".join((child.tail or "").split("\n")))
                stack.append(child)


def _hidden(element: HtmlElement) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None
