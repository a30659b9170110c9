"""What a line of a page's extracted text shows of whether it is the article's own: its words and shape, its place
among the others, and where it stands in the page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from claims.read import page_lines
from claims.read.page_blocks import NEAR_UP, Block, Blocks, by_readers, folded, frames
from claims.rules.lists import listed
from claims.rules.lists import words as word_set
from claims.rules.patterns import alternation

Shown = Iterator[tuple[str, float]]
FAR = 10
"""Lines from either end that are told apart."""
SHORT, MIDDLE, LONG = 30, 70, 200
"""Characters of a line; from the second on, one that ends a sentence may be a paragraph."""
SHARES = (0.4, 0.75)
"""Of the paragraphs that an element holds which is their home."""
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_ASKS = re.compile(r"\?[\"'”’»)\]]*\s*$")
_QUOTE = re.compile(r"[“”\"«»]")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@\w|https?:|www\.|#\w|\.com\b")


def _any(*groups: str) -> str:
    return f"(?:{alternation(listed('furniture', *groups))})"


_OPENED = {
    name: re.compile(rf"[-•*>|(\[\s]*+{_any(*groups)}\b", re.IGNORECASE)
    for name, groups in {
        "opening": ("openings", "stems", "promotions"),
        "label": ("labels", "page_labels"),
        "reader opening": ("reader_openings",),
    }.items()
}
_COUNTED = {
    name: re.compile(rf"\b{_any(*groups).lower()}\b")
    for name, groups in {
        "matter": ("reader_matters",),
        "reader word": ("reader_words",),
    }.items()
}
_HELD = {
    name: re.compile(rf"\b{_any(*groups).lower()}\b")
    for name, groups in {
        "saying": ("saying",),
        "credit": ("credit_words",),
        "forbidden": ("forbidden_uses",),
        "media": ("media", "pictures"),
        "network": ("networks",),
        "contact": ("contacts",),
    }.items()
}
_RULES = {
    "rule own": page_lines.OWN,
    "rule readers": page_lines.TO_READERS,
    "rule forbidden": page_lines.FORBIDDEN,
    "rule reached": page_lines.REACHED,
    "rule contact": page_lines.CONTACT,
}
_WORKS = _any("writers_deeds")
_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TAGS = _HEADS | {"p", "li", "div", "td", "h1", "blockquote", "figcaption", "dd", "dt", "pre"}
_WITHIN = (
    *("aside", "figure", "header", "footer", "nav", "form", "table", "blockquote"),
    *("article", "main", "li"),
)
_NEXT = ("linked", "short", "sentence", "frame", "home 0.4", "home 0.75", "by readers")
"""What a line's neighbours show that tells of the line too."""


def measures(
    lines: Sequence[str], blocks: Blocks, row: Mapping[str, Any]
) -> list[dict[str, float]]:
    """Of every line what it shows, by name; what is not named is 0."""
    prose = [is_prose(line) for line in lines]
    long = [place for place, is_one in enumerate(prose) if is_one]
    first, last = (long[0], long[-1]) if long else (len(prose), -1)
    shown = [
        {
            **dict(_of_words(line)),
            **dict(_of_shape(line)),
            **dict(_of_row(line, row)),
            **dict(_of_place(place, prose, first, last)),
        }
        for place, line in enumerate(lines)
    ]
    for found, more in zip(shown, _in_page(lines, prose, blocks), strict=True):
        found |= more
    for name in _NEXT:
        values = [found.get(name, 0.0) for found in shown]
        for place, found in enumerate(shown):
            found[f"before {name}"] = values[place - 1] if place else 0.0
            found[f"next {name}"] = values[place + 1] if place + 1 < len(shown) else 0.0
    return shown


def is_prose(line: str) -> bool:
    """Whether a line may be a paragraph."""
    return len(line) >= MIDDLE and bool(_SENTENCE.search(line))


def is_life(line: str, writers: Sequence[str]) -> bool:
    """Whether a line says who the writer is: "Sam Orr covers the harbour for the Gazette."."""
    return any(
        re.match(rf"{re.escape(name)}(?:,[^.]{{0,80}},)?\s+{_WORKS}\b", line, re.IGNORECASE)
        for name in writers
    )


def _in_page(
    lines: Sequence[str], prose: Sequence[bool], blocks: Blocks
) -> Iterator[dict[str, float]]:
    """What the page around each line shows."""
    where = [blocks.find(line) for line in lines]
    long = [n for n, is_one in zip(where, prose, strict=True) if is_one and n is not None]
    homes = {f"home {share}": blocks.home(long, share) for share in SHARES}
    rooms = {number for number in blocks.rooms() if long and number > long[0]}
    first_room = min(rooms, default=len(blocks.all))
    before, behind = _last_known(where), _last_known(where[::-1])[::-1]
    for place, number in enumerate(where):
        if number is None:
            yield {"not found": 1.0}
            continue
        around = blocks.all[number].around[1:]
        yield {
            **dict(_of_block(blocks.all[number], lines[place])),
            **{name: float(home in around) for name, home in homes.items() if home is not None},
            **dict(_of_neighbours(number, (before[place], behind[place]), blocks)),
            "behind a room": float(number > first_room),
            "in a room": float(number in rooms),
        }


def _last_known(where: Sequence[int | None]) -> list[int | None]:
    """Of every place the last number before it."""
    out: list[int | None] = []
    known = None
    for number in where:
        out.append(known)
        known = known if number is None else number
    return out


def _of_neighbours(number: int, leaps: tuple[int | None, int | None], blocks: Blocks) -> Shown:
    for name, other in zip(("before", "behind"), leaps, strict=True):
        if other is not None:
            yield f"leap {name}", min(math.log1p(abs(number - other)), 4) / 4
    for name, other in (("above", number - 1), ("under", number + 1)):
        if 0 <= other < len(blocks.all):
            block = blocks.all[other]
            yield f"line {name} linked", block.share_linked
            yield f"line {name} short", float(len(block.text) < SHORT)
            yield f"line {name} heading", float(block.said in _headings())
            yield f"line {name} heads", float(block.element.tag in _HEADS)


def _of_words(line: str) -> Shown:
    words = max(1, len(_WORD.findall(line)))
    for name, pattern in _OPENED.items():
        yield name, float(bool(pattern.match(line)))
    small = line.lower()
    held = {name: len(pattern.findall(small)) for name, pattern in _COUNTED.items()}
    held |= {name: int(bool(pattern.search(small))) for name, pattern in _HELD.items()}
    yield from ((name, float(count > 0)) for name, count in held.items())
    yield "reader share", min(held["reader word"] / words * 10, 1.5)
    yield "reader and matter", float(held["reader word"] > 0 and held["matter"] > 0)
    yield "matters", min(held["matter"], 3) / max(3.0, words / 8)
    yield "said or quoted", float(held["saying"] > 0 or bool(_QUOTE.search(line)))
    for name, pattern in _RULES.items():
        is_short = len(line) <= page_lines.MAX_FORBIDDING_CHARACTERS
        yield name, float(is_short and bool(pattern.match(line)))
    yield "heading of a list", float(folded(line) in _headings())


def _of_shape(line: str) -> Shown:
    words, size = _WORD.findall(line), len(line)
    ends = bool(_SENTENCE.search(line))
    yield "length", math.log1p(size) / 5
    yield "short", float(size < SHORT)
    yield "middle", float(SHORT <= size < MIDDLE)
    yield "long", float(size >= LONG)
    yield "sentence", float(ends)
    yield "short sentence", float(ends and size < MIDDLE)
    yield "bare and short", float(not ends and size < MIDDLE)
    yield "bare and long", float(not ends and size >= MIDDLE)
    yield "asks", float(bool(_ASKS.search(line)))
    yield "quotes", float(bool(_QUOTE.search(line)))
    yield "bullet", float(line[:1] in "-•*–—|>")
    yield "cut", float(line.rstrip(" ]").endswith(("…", "...")))
    yield "bar", float("|" in line or " · " in line or "»" in line)
    yield "capitals", sum(word[0].isupper() for word in words) / max(1, len(words))
    yield "all capitals", float(line.isupper())
    yield "digits", sum(map(str.isdigit, line)) / max(1, size)
    yield "marked", float(bool(_ADDRESS.search(line)))


@cache
def _headings() -> frozenset[str]:
    return frozenset(map(folded, word_set("furniture", "headings", "rooms_for_readers")))


def _of_row(line: str, row: Mapping[str, Any]) -> Shown:
    said, title = folded(line), folded(str(row.get("title") or ""))
    yield "title", float(bool(title) and said == title)
    yield "in title", float(bool(said) and said != title and said in title)
    writers = [name for name in re.split(r", ", str(row.get("author") or "")) if " " in name]
    yield "writer", float(any(name.casefold() in line.casefold() for name in writers))
    yield "life", float(is_life(line, writers))
    outlet = str(row.get("outlet") or "")
    yield "outlet", float(bool(outlet) and outlet.casefold() in line.casefold())


def _of_place(place: int, prose: Sequence[bool], first: int, last: int) -> Shown:
    yield "above", float(place < first)
    yield "below", float(place > last)
    yield "last prose", float(place == last)
    yield "first prose", float(place == first)
    yield "before the end", min(len(prose) - 1 - place, FAR) / FAR
    yield "behind the head", min(place, FAR) / FAR
    yield "share of place", place / max(1, len(prose) - 1)
    yield (
        "prose around",
        sum((*prose[max(0, place - 2) : place], *prose[place + 1 : place + 3])) / 4,
    )


def _of_block(block: Block, line: str) -> Shown:
    around = block.around
    tags = {element.tag for element in around}
    linked = block.share_linked
    yield "linked", linked
    yield "all linked", float(linked > 0.9)
    yield "half linked", float(0.4 < linked <= 0.9)
    yield "strong", float(block.strong > 0.9 * len(block.said))
    yield f"tag {block.element.tag if block.element.tag in _TAGS else 'other'}", 1.0
    for name in _WITHIN:
        yield f"within {name}", float(name in tags)
    yield "frame", float(frames(around[:NEAR_UP]) > 0)
    yield "frame far", float(frames(around[NEAR_UP:]) > 0)
    yield "by readers", float(by_readers(around))
    yield "part of a line", float(len(block.said) > len(folded(line)) + 3)
