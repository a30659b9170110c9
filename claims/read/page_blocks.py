"""The lines of a page's tree, each with where it stands in the page: what it lies in, what of it is linked, how the
elements around it are called; and the same for a line of the extracted text, found again in the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_BLOCKS = 8_000
"""Of a page that are looked at."""
MAX_UP = 12
"""Elements around a line that are looked at."""
NEAR_UP = 3
"""Of those, the ones whose names are the line's own."""
MAX_NAMES = 4_096
"""Of elements that are remembered, for a page calls many alike."""
PREFIX = 32
"""Letters by which a line is found that the page parts otherwise."""
MAX_ROOM_CHARACTERS = 60
_NO_LETTERS = re.compile(r"[\W_]+")
_ROOM = re.compile(r"\bcomments?\b(?! on\b)|\breaders?['’]", re.IGNORECASE)
_READERS = re.compile(r"comment|disqus|replies|respon(?:d|se)s?(?![a-z])|talkback", re.IGNORECASE)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "select"}
)  # fmt: skip
_LINES = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "button", "center", "dd", "div", "dl", "dt",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
        "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_STRONG = frozenset({"b", "strong", "em", "i", "small", "cite"})
_FRAME = re.compile(
    rf"(?:^|[\s_-]){{1,2}}(?:{alternation(listed('pages', 'frame_names'))})(?:$|[\s_-])",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass
class Block:
    """A line of a page."""

    element: HtmlElement
    """The innermost element that is a line of its own."""
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    """Letters within links."""
    strong: int = 0
    """Letters that stand out."""

    @cached_property
    def text(self) -> str:
        """What it says, with single spaces."""
        return " ".join("".join(self.parts).split())

    @cached_property
    def said(self) -> str:
        """The same, folded."""
        return folded(self.text)

    @property
    def share_linked(self) -> float:
        """Of its letters."""
        return min(1.0, self.linked / max(1, len(self.said)))

    @cached_property
    def around(self) -> list[HtmlElement]:
        """The element and those around it, the nearest first."""
        out: list[HtmlElement] = []
        element = self.element
        while element is not None and len(out) < MAX_UP:
            out.append(element)
            element = element.getparent()
        return out


class Blocks:
    """The lines of a page, to be asked for one by what it says."""

    def __init__(self, tree: HtmlElement) -> None:
        self.all = [block for block in _blocks(tree) if block.text][:MAX_BLOCKS]
        self._whole: dict[str, int] = {}
        self._begun: dict[str, int] = {}
        for number, block in enumerate(self.all):
            self._whole.setdefault(block.said, number)
            self._begun.setdefault(block.said[:PREFIX], number)

    def find(self, line: str) -> int | None:
        """The number of the line in the page."""
        said = folded(line)
        return self._whole.get(said, self._begun.get(said[:PREFIX]))

    def home(self, prose: Sequence[int], share: float) -> HtmlElement | None:
        """The first element, from the first line outwards, that holds such a share of some lines, by their letters."""
        held: dict[HtmlElement, int] = {}
        for number in prose:
            for element in self.all[number].around[1:]:
                held[element] = held.get(element, 0) + len(self.all[number].said)
        whole = sum(len(self.all[number].said) for number in prose)
        return next((e for e in held if held[e] >= share * whole), None)

    def rooms(self) -> list[int]:
        """Numbers of the lines that open what a page's readers wrote."""
        return [
            n
            for n, block in enumerate(self.all)
            if len(block.text) <= MAX_ROOM_CHARACTERS and _ROOM.search(block.text)
        ]


def folded(text: str) -> str:
    """Letters and digits alone, in small letters."""
    return _NO_LETTERS.sub("", text).casefold()


def frames(elements: list[HtmlElement]) -> int:
    """How many of some elements are called as what stands around an article."""
    return sum(_is_frame(_called(element)) for element in elements)


def by_readers(elements: list[HtmlElement]) -> bool:
    """Whether one of them is called as what a page's readers wrote."""
    return any(_is_by_readers(_called(element)) for element in elements)


@lru_cache(MAX_NAMES)
def _is_frame(called: str) -> bool:
    return bool(_FRAME.search(_HUMP.sub("-", called)))


@lru_cache(MAX_NAMES)
def _is_by_readers(called: str) -> bool:
    return bool(_READERS.search(_HUMP.sub("-", called)))


def _called(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:400]


def _blocks(tree: HtmlElement) -> Iterator[Block]:
    """Every line, without recursion; what is linked or stands out is counted."""
    block = Block(tree)
    stack: list[tuple[str, HtmlElement, bool, bool]] = [("open", tree, False, False)]
    while stack:
        step, element, linked, strong = stack.pop()
        if step == "open":
            if not isinstance(element.tag, str) or element.tag in _SKIPPED:
                continue
            is_line = element.tag in _LINES
            if is_line:
                yield block
                block = Block(element if element.tag not in ("br", "hr") else element.getparent())
            linked, strong = linked or element.tag == "a", strong or element.tag in _STRONG
            _say(block, element.text, linked, strong)
            if is_line:
                stack.append(("close", element, linked, strong))
            for child in reversed(element):
                stack.append(("tail", child, linked, strong))
                stack.append(("open", child, linked, strong))
        elif step == "tail":
            _say(block, element.tail, linked, strong)
        else:
            yield block
            parent = element.getparent()
            block = Block(parent if parent is not None else element)
    yield block


def _say(block: Block, words: str | None, linked: bool, strong: bool) -> None:
    if words:
        block.parts.append(words)
        if linked or strong:
            size = len(_NO_LETTERS.sub("", words))
            block.linked += linked * size
            block.strong += strong * size
