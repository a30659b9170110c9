"""XML of agencies (NewsML-G2, NITF) to an article for each item of text; entities are neither expanded
nor fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import IO, TYPE_CHECKING, Any

from claims.model import Failure
from claims.read.agency_items import agency_row
from claims.read.dates import published
from claims.read.documents import document, whole_bytes
from claims.read.html_text import lines_of
from claims.read.options import Item, ReadOptions
from claims.read.page_lines import article_lines
from claims.read.told import told_rows

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ITEMS = 20_000
"""Of a file that are read."""
_ITEMS = ("newsItem", "nitf")
_MEDIA = frozenset({"media", "media-caption", "media-producer", "figure", "figcaption"})
_ENTITY = re.compile(r"&([A-Za-z][\w.-]{0,60});")
_HEAD = frozenset({"hedline", "byline", "dateline", "body.head", "head", "title", "distributor"})


def read_newsml(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """An article for each item; what holds no text is named."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=True,
    )  # fmt: skip
    root = etree.fromstring(whole_bytes(raw), parser)
    items = list(_items(root)) if root is not None else []
    for number, item in enumerate(items[:MAX_ITEMS], 1):
        place = where if len(items) == 1 else f"{where}:{number}"
        yield _article(item, place, options, alone=len(items) == 1)
    if not items:
        yield Failure(where, "an agency's XML without an item of news", "check that it is whole")


def _items(root: _Element) -> Iterator[_Element]:
    """The outermost items, in their order."""
    if _name(root) in _ITEMS:
        yield root
    else:
        for child in root:
            yield from _items(child)


def _article(item: _Element, where: str, options: ReadOptions, *, alone: bool) -> Item:
    values = _nitf(item) if _name(item) == "nitf" else _g2(item)
    title = values.get("title")
    lines = article_lines(_body(item), title)
    if not lines:
        return Failure(where, f"holds no text ({title or 'an item'})", skipped=not alone)
    told = told_rows("NITF" if _name(item) == "nitf" else "NewsML-G2", values)
    row = {**agency_row(values), "text": "\n\n".join(lines), "told": told}
    return document(row, where, options, among_others=not alone)


def _g2(item: _Element) -> dict[str, Any]:
    """What an item's metadata say, by the keys of an article."""
    meta = [element for element in item if _name(element) == "contentMeta"]
    own = [element for element in item if _name(element) == "itemMeta"]
    sources = [_label(element) for element in _within(meta, "infoSource")]
    return {
        "title": _first(map(_words, _within(meta, "headline"))),
        "author": [*map(_words, _within(meta, "by")), *map(_label, _within(meta, "creator"))],
        "wire": [*map(_words, _within(meta, "creditline")), *filter(None, sources)],
        "outlet": _first(map(_label, _within(own, "provider"))),
        "owner": _first(map(_label, _within([item], "copyrightHolder"))),
        "dateline": _first(map(_words, _within(meta, "dateline"))),
        "published": _first(map(_words, (*_within(own, "firstCreated"), *_within(own, "versionCreated")))),
        "modified": _first(map(_words, _within(own, "versionCreated"))),
        "language": _first(element.get("tag") or "" for element in _within(meta, "language")),
        "url": item.get("guid"),
    }  # fmt: skip


def _nitf(item: _Element) -> dict[str, Any]:
    issued = [element.get("norm") or "" for element in _within([item], "date.issue")]
    story = [element.get("norm") or _words(element) for element in _within([item], "story.date")]
    return {
        "title": _first(map(_words, (*_within([item], "hl1"), *_within([item], "title")))),
        "author": [_words(element) for element in _within([item], "byline")],
        "wire": [_words(element) for element in _within([item], "distributor")],
        "dateline": _first(map(_words, _within([item], "dateline"))),
        "owner": _first(element.get("holder") or "" for element in _within([item], "doc.copyright")),
        "published": _first(filter(published, (*issued, *story))),
        "language": _first(element.get("lang") or "" for element in (item, *_within([item], "body"))),
    }  # fmt: skip


def _body(item: _Element) -> list[str]:
    """The lines of the item's text: the body's paragraphs, or the plain text that is written in."""
    from lxml import etree

    plain = [_raw(element) for element in _within([item], "inlineData")]
    bodies = [*_within([item], "body.content")] or [*_within([item], "body")]
    bodies = bodies or [*_within([item], "inlineXML")]
    lines: list[str] = []
    for body in bodies[:1]:
        for element in list(body.iter()):
            if not isinstance(element.tag, str):
                continue
            element.tag = _name(element)
            if element.tag in _MEDIA or element.tag in _HEAD:
                for child in list(element):
                    element.remove(child)
                element.text = None
        page = etree.tostring(body, encoding="unicode", with_tail=False)
        lines += lines_of(f"<div>{_ENTITY.sub(_known, page)}</div>")
    return lines or [line for text in plain for line in text.split("\n")]


def _known(entity: re.Match[str]) -> str:
    """An entity of HTML as it is; one that the file declares itself, which is not expanded, is left out."""
    return entity[0] if f"{entity[1]};" in html5 else ""


def _within(elements: Iterable[_Element], name: str) -> Iterator[_Element]:
    for element in elements:
        yield from (child for child in element.iter() if _name(child) == name)


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _raw(element: _Element) -> str:
    return "".join(element.itertext())


def _words(element: _Element) -> str:
    return " ".join(_raw(element).split())


def _label(element: _Element) -> str:
    """The name of a party: its own `name`, its literal, or the end of its code."""
    names = [_words(child) for child in element if _name(child) == "name"]
    code = element.get("literal") or (element.get("qcode") or "").rpartition(":")[2]
    return _first(names) or code or _words(element)


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")
