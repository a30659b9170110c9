"""What a page shows of writers and day above its first paragraph, for pages that say it nowhere else."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claims.other_form import days_in
from claims.outlet.patterns import MONTH
from claims.read.dates import published
from claims.rules.lists import listed
from claims.rules.lists import words as word_set
from claims.rules.patterns import BLANKS, alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHOWN = "page above the text"
"""Where such a value stands."""
MIN_PARAGRAPH_CHARACTERS = 120
"""Of the first paragraph of a text."""
MAX_BYLINE_CHARACTERS = 160
MAX_DATE_CHARACTERS = 90
"""Of a line that shows the day."""
MAX_BESIDE = 12
"""Elements right above the heading that may belong to it."""
MAX_CALLED = 3
FIRST_DAY = "1990"
"""Before which no page was published: an earlier day above a text is one that it tells of."""
MAX_ELEMENTS = 400
"""Above the text that are looked at."""
_ASIDE = frozenset({"nav", "aside", "script", "style", "head"})
_LINES = frozenset(
    {
        "p", "div", "span", "time", "li", "address", "a", "section", "header", "h2", "h3", "h4", "h5", "h6", "i", "em",
        "b", "strong", "small", "font", "td", "cite", "footer",
    }
)  # fmt: skip
_EDGE = r"(?:^|$|[\s_-])"


def _any(group: str) -> str:
    return f"(?:{alternation(listed('pages', group))})"


_BYLINE = re.compile(rf"{_EDGE}{_any('byline_names')}{_EDGE}", re.IGNORECASE)
_NO_BYLINE = re.compile(_any("no_byline_names"), re.IGNORECASE)
_DATED = re.compile(rf"{_EDGE}{_any('date_names')}{_EDGE}", re.IGNORECASE)
_BY = re.compile(rf"(?:(?:{alternation(listed('header', 'written'))})\s+)?by:?\s+", re.IGNORECASE)
_LABELLED = re.compile(
    rf"(?:{alternation(listed('header', 'byline_labels'))})\s*:\s", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"^[^a-z]{0,12}(?:[A-Za-z]{3,9}[^a-z]{0,12})?\d{4}\s*[-–|/·]\s*")
"""A day before the name."""
MAX_NAME_LINE = 60
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'.-]{0,20}){1,3}")
_BY_NAME = re.compile(rf"(?i:by:?) {_FULL_NAME.pattern}")
_POSTED = re.compile(
    rf"(?:{alternation(listed('header', 'byline_labels'))})s?:?\s+(?=[A-ZÀ-Þ][^\W\d_]+ [A-ZÀ-Þ])"
)
"""A post that labels the name behind it."""
_WEEKDAY = alternation(listed("dates", "weekdays"))
_CUT = re.compile(
    rf"{BLANKS}(?:[|•·–—]|\b(?:{_any('byline_ends')}|{_WEEKDAY})\b|\b\d{{1,2}}(?:[:/. ]\d{{2}}|/ ?\d)"
    r"|\b[\w-]{2,40}\.com\b|\b\d{4}\b)"
    r"|(?<!\s)\s++-\s|(?<!\s)\s++on\s++(?=\d|mon\b|tue|wed|thu|fri\b|sat\b|sun\b)",
    re.IGNORECASE,
)
"""What ends the names of a by-line."""
_MONTHS = re.compile(
    rf"(?<!\s)\s*+(?:,\s*+)?\b(?:{MONTH}\s++\d{{1,2}}|\d{{1,2}}\s++{MONTH})\b.*", re.DOTALL
)
_UPDATED = re.compile(rf"{BLANKS}[|•·]|(?<!\s)\s++(?:updated|last)\b", re.IGNORECASE)
"""What follows the day on which a page was published."""
_DIGIT = re.compile(r"\d")
_LATER = re.compile(rf"\b(?:{alternation(listed('pages', 'changed'))})\b", re.IGNORECASE)
"""What stands before the day on which a page was changed, or is looked at."""
_LABEL = re.compile(rf"^(?:{_any('date_labels')}(?: on| at)?\s*:?\s*)", re.IGNORECASE)


class Line(NamedTuple):
    """An element, and its words."""

    element: HtmlElement
    words: str


def first_paragraph(tree: HtmlElement) -> HtmlElement | None:
    """The element with which the article's text begins, as far as its length tells."""
    for element in tree.iter("p", "blockquote"):
        if len(element.text_content().strip()) >= MIN_PARAGRAPH_CHARACTERS:
            return element
    # Some pages part their paragraphs by line breaks, or by blocks of other names.
    for line in tree.iter("br", "div", "span"):
        own = line.tail if line.tag == "br" else line.text
        if len((own or "").strip()) >= MIN_PARAGRAPH_CHARACTERS:
            return line
    return None


def _lines(elements: list[HtmlElement]) -> list[Line]:
    return [Line(element, _spaced(element)) for element in elements]


def _spaced(element: HtmlElement) -> str:
    """The words of an element, those of parts beside each other apart."""
    return " ".join(" ".join(element.itertext()).split())


class Above:
    """What stands above the text of a page, looked for once."""

    def __init__(self, tree: HtmlElement) -> None:
        self.tree = tree

    @cached_property
    def start(self) -> HtmlElement | None:
        """The element with which the article's text begins."""
        return first_paragraph(self.tree)

    @cached_property
    def lines(self) -> list[Line]:
        """What is shown above it."""
        return _lines(_above(self.tree, self.start))

    def byline(self) -> list[str]:
        """The writers that stand above the text in an element that is called so, or behind "By"; else those
        of such an element below it."""
        return (
            _byline_of(self.lines)
            or _byline_of(_lines(_called(self.tree)))
            or _byline_of(_behind_standfirst(self.start))
            or _names_alone(self.lines)
        )

    def day(self) -> list[str]:
        """The one whole day that stands above the text in an element that is called so, else in any short line
        there."""
        called: dict[str, str] = {}
        lines: dict[str, str] = {}
        for element, line in self.lines:
            words = _LABEL.sub("", line)
            if len(words) > MAX_DATE_CHARACTERS or not _DIGIT.search(words):
                continue
            named = f"{element.get('class') or ''} {element.get('id') or ''}"
            is_called = element.tag == "time" or bool(_DATED.search(named))
            day = (
                published(words)
                or published(_UPDATED.split(words)[0])
                or published(words.rpartition(" on ")[2])
            )
            if day and is_called:
                called.setdefault(day[:10], words)
            elif not _LATER.search(words):
                lines |= {day: day for day in days_in(words) if day >= FIRST_DAY}
        days = called or lines
        return [next(iter(days))] if len(days) == 1 else []


def _behind_standfirst(start: HtmlElement | None) -> list[Line]:
    """The first line that begins with "By" right behind a first paragraph, which then only opens the article."""
    if start is None:
        return []
    behind = start.xpath(
        f"following::*[self::p or self::div or self::span][position()<={MAX_BESIDE}]"
    )
    return [
        line
        for line in _lines(behind)
        if len(line.words) <= MAX_NAME_LINE and _BY_NAME.match(line.words)
    ][:1]


def _names_alone(lines: list[Line]) -> list[str]:
    """The one line that is a person's name, or that and a day: "Siphiwe Dlamini | Published 3 hours ago"."""
    cut = (
        _CUT.split(_MONTHS.sub("", line.words))[0].strip(" ,-–—|")
        for line in lines
        if len(line.words) <= MAX_NAME_LINE
    )
    names = [name for name in cut if _FULL_NAME.fullmatch(name) and _is_first_name(name.split()[0])]
    return names[:1] if len(set(names)) == 1 else []


def _is_first_name(word: str) -> bool:
    return word.casefold() in word_set("names", "male", "female")


def _called(tree: HtmlElement) -> list[HtmlElement]:
    """Elements that are called by-lines, wherever they stand."""
    found: list[HtmlElement] = []
    for element in tree.iter("div", "span", "p", "address", "a"):
        if _BYLINE.search(element.get("class") or "") and len(found) < MAX_CALLED:
            found.append(element)
    return found


def _byline_of(lines: list[Line]) -> list[str]:
    found: list[str] = []
    for element, said in lines:
        line = _DAY_BEFORE.sub("", said)
        words = _POSTED.sub("", line)
        named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
        is_called = bool(_BYLINE.search(named)) and not _NO_BYLINE.search(named)
        is_called = is_called or bool(_LABELLED.match(line))
        if not words or len(words) > MAX_BYLINE_CHARACTERS or not (is_called or _BY.match(words)):
            continue
        links = [_spaced(a) for a in element.iter("a")] if is_called else []
        names = [link for link in links if " " in link and not _BY.match(link)]
        cut = _CUT.split(_MONTHS.sub("", _BY.sub("", words, count=1)))[0]
        found = [cut] if _BY.match(words) else names or [cut]
        found = [name for name in found if not name.casefold().startswith("the ")]  # a house
        if any(" " in name for name in found):
            break  # one word is the name of an account, and whole names may follow
    return [name for name in found if name]


def _above(tree: HtmlElement, start: HtmlElement | None) -> list[HtmlElement]:
    """The elements between the last heading and the first paragraph, and those beside that heading before it; where
    none is between, all before it."""
    if start is None:
        return []
    hidden: set[HtmlElement] = set()
    found: list[HtmlElement] = []
    before: list[HtmlElement] = []
    beside: list[HtmlElement] = []
    for element in tree.iter():
        if element is start:
            break
        if element.tag in _ASIDE or element.getparent() in hidden:
            hidden.add(element)
        elif element.tag == "h1":
            before, found = found, []
            beside = [other for other in before[-MAX_BESIDE:] if _is_beside(other, element)]
        elif element.tag in _LINES:
            found.append(element)
    return ([*beside, *found] if found else before)[-MAX_ELEMENTS:]


def _is_beside(element: HtmlElement, heading: HtmlElement) -> bool:
    """Whether an element stands in the same part of the page as its heading, below the page's own frame."""
    part = heading.getparent()
    return (
        part is not None
        and part.tag != "body"
        and any(up is part for up in element.iterancestors())
    )
