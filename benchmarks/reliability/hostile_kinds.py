"""Kinds of hostile text: pieces of which nobody writes many in a row, in shapes in which they hurt most. Made,
not collected; how long one takes to be read is measured elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

LETTERS = (
    "a", "A", "é", "ß", "ﬁ", "Ａ", "ж", "Ω", "א", "ع", "漢", "ひ", "한", "ก", "क्ष", "𝒜", "ª", "1", "٣", "½", "²",
    "Ⅷ", "😀", "👩‍👩‍👧‍👧", "🇫🇷", "e\u0301", "a" + "\u0300\u0301\u0302\u0303\u0304\u0305" * 2, "\u0301", "ﷺ",
)  # fmt: skip
MARKS = (
    *".,;:!?…'\"’“”‘«»„-–—()[]{}<>/\\|&*#@=+%$^~`_§•°¶†¿",
    "''",
    "``",
    "--",
    "...",
    "?!",
    "’s ",
    "\ufffd",
)
UNSEEN = (
    " ", "\t", "\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\u00a0", "\u2009", "\u3000", "\u200b",
    "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u202a", "\u202e", "\u202c", "\u2066",
    "\u2069", "\ufe0f", "\U000e0041", "\ue000", "\ufdd0", "\x01", "\x1b[31m", "\x7f", "\u061c", "\u180e", "\u034f",
)  # fmt: skip
WORDS = (
    "said ", "said, ", "he said ", "said that ", "that ", "who ", "which said ", "and ", "of ", "the ", "not ", "he ",
    "according to ", "Mr. ", "Dr. Brandt ", "Ilse ", "Ilse Brandt ", "Ilse Brandt, ", "Ilse Brandt said ",
    "Mayor Ilse Brandt of Harlen ", "van der ", "O’Hara-", "J. ", "U.S. ", "a.m. ", "e.g. ", "No. 7, ", "told ",
    "Ilse Brandt told the Gazette that ", "officials ", "two people familiar with the plan ", "its spokesman, ",
    "Jan. 1, 2026 ", "2026-03-01 ", "yesterday ", "12:30 ", "3.14", "1,000,000 ", "$1bn ", "10% ", "+44 20 7946 ",
    "https://a.example/b?c=d&e=f ", "https://", "http://a.example/" , "www.a.example ", "a@b.example ", "@name ",
    "#tag ", "(AP) ", "- AFP ", "HARLEN, May 4 - ", "By ", "By Ilse Brandt and ", "Q: ", "A: ", "BRANDT: ",
    "BRANDT (to the chair): ", "• ", "> ", "* ", "[1] ", "(1) ", "a) ", "| a | b |\n", "a,b,c\n", '{"a": ', "<p>",
    "</p>", "<a href=x>", "<!-- ", "&amp; ", "&#8220;", "&", "%20", "\\n", "=E2=80=9C", "Ã©", "â€œ", "[/red]", "[b]",
    "“No,” he said. ", "“No,” ", "“No, “", "“No ‘no’ no” ", "\"No,\" he said. ", "'No,' he said. ", "« No » ",
    "— No, he said. ", "“", "“ ", " ”", "”“", "(he said) ", "(", "((a) ", "), ", "said: “", "said (", "asked whether ",
    "if ", "Will it open? ", "so-called ", "“so-called” ", "allegedly ", "it was said that ", "No. ", "said.” ",
)  # fmt: skip
PAIRS = ("()", "[]", "{}", "<>", "“”", "‘’", "«»", '""', "''", "„“", "（）", "「」")


class Kind(NamedTuple):
    """A kind of text, of any length."""

    name: str
    make: Callable[[int], str]

    def text(self, characters: int) -> str:
        """So long a text of it, between two sentences as an article has them."""
        return f"HARLEN - The bridge is shut, Ilse Brandt said.\n\n{self.make(characters)}\n\nIt rained."


def _run(unit: str) -> Callable[[int], str]:
    return lambda n: unit * (n // len(unit))


def _nested(pair: str) -> Callable[[int], str]:
    return lambda n: pair[0] * (n // 2) + pair[1] * (n // 2)


def _in_quotation(unit: str) -> Callable[[int], str]:
    return lambda n: f"“{unit * (n // len(unit))},” said Ilse Brandt."


def _long_words(unit: str) -> Callable[[int], str]:
    return _run(unit.strip() * 30 + " ")


def _sentences(unit: str) -> Callable[[int], str]:
    return _run(f"Ilse Brandt said {unit}. ")


def _paragraphs(unit: str) -> Callable[[int], str]:
    return _run(f"{unit}\n\n")


SHAPES = (_in_quotation, _long_words, _sentences, _paragraphs)


def kinds() -> tuple[Kind, ...]:
    """All of them: each piece in a row, each pair nested, and each in one more shape by turns."""
    return tuple(_kinds())


def _kinds() -> Iterator[Kind]:
    pieces = dict.fromkeys((*LETTERS, *MARKS, *UNSEEN, *WORDS))
    for pair in PAIRS:
        yield Kind(f"{pair} nested", _nested(pair))
        yield Kind(f"{pair} in a row", _run(pair))
    for unit in pieces:
        yield Kind(f"{unit!r} in a row", _run(unit))
    for number, unit in enumerate(unit for unit in pieces if unit.strip()):
        if number % 3 == 0:
            shape = SHAPES[number // 3 % len(SHAPES)]
            yield Kind(f"{unit!r}, {shape.__name__.strip('_').replace('_', ' ')}", shape(unit))
