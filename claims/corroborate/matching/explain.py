"""How reasons name articles, numbers and names and quote words, so that they can be read aloud;
decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claims.corroborate.copies.shingles import fold
from claims.corroborate.matching.stems import stem
from claims.corroborate.matching.term_weights import TOKEN
from claims.corroborate.model import StatedArticle

QUOTED = 80
"""Characters of a quotation in a reason."""
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
PLAIN = 10_000
"""From this number on thousands are set apart; a year never is."""


def printed(article: StatedArticle) -> str:
    """The outlet and the day; the id of the article where its outlet is not known."""
    return (article.outlet or article.doc) + (
        f", {article.published[:10]}" if article.published else ""
    )


def cut(quote: str) -> str:
    """The beginning of a quotation, in quotation marks, with an ellipsis where words are left
    out."""
    if len(quote) <= QUOTED:
        return f"“{quote}”"
    whole_words = (
        quote[:QUOTED].rsplit(None, 1)[0] if " " in quote[:QUOTED].strip() else quote[:QUOTED]
    )
    return f"“{whole_words} …”"


def number(figure: str) -> str:
    """A figure of a content as a person writes it: 9e+07 is 90 million, and of money says so."""
    value = float(figure.lstrip("$"))
    return _plain(value) + (" in money" if figure.startswith("$") else "")


def _plain(value: float) -> str:
    for size, word in SCALES:
        if value >= size and round(value / size, 2) == value / size:
            return f"{_digits(value / size)} {word}"
    return _digits(value)


def _digits(value: float) -> str:
    fixed = f"{value:,.6f}" if value >= PLAIN else f"{value:.6f}"
    return fixed.rstrip("0").rstrip(".")


def numbers(figures: Iterable[str]) -> list[str]:
    """Figures as a person writes them, the smaller ones first."""
    return [
        number(figure) for figure in sorted(figures, key=lambda figure: float(figure.lstrip("$")))
    ]


def times(dates: Iterable[str]) -> list[str]:
    """Months and weekdays with their capitals."""
    return sorted(date.title() for date in dates)


def written(stems: Collection[str], text: str) -> list[str]:
    """Stems as the words that the text has for them, those with a capital first; the stem where it
    has none."""
    found: dict[str, str] = {}
    for word in sorted(
        (m[0] for m in TOKEN.finditer(text)), key=lambda word: not word[0].isupper()
    ):
        found.setdefault(stem(fold(word).strip(".'-")), word)
    return sorted(found.get(one, one) for one in stems)


def listed(names: Iterable[str]) -> str:
    """A, B and C."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def beside(what: str, ones: Collection[str], others: Collection[str]) -> str:
    """What one claim has and the other has not, as a part of a sentence; "" where both have nothing
    of their own."""
    if ones and others:
        return f"one {what} {listed(ones)}, the other {listed(others)}"
    return f"only one {what} {listed(ones or others)}" if ones or others else ""
