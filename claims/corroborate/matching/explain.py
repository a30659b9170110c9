"""How reasons name articles, numbers and names and quote words, so that they can be read aloud;
decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from claims.corroborate.matching.stems import stem
from claims.corroborate.matching.term_weights import TOKEN
from claims.corroborate.model import StatedArticle
from claims.folding import fold_word

MAX_QUOTED_CHARACTERS = 80
"""Of a quotation in a reason."""
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
MIN_GROUPED_FIGURE = 10_000
"""From which thousands are set apart; a year never is."""


def printed(article: StatedArticle) -> str:
    """The outlet and the day; the id of the article where its outlet is not known."""
    day = f", {article.published[:10]}" if article.published else ""
    return (article.outlet or article.doc) + day


def cut(quote: str) -> str:
    """The beginning of a quotation, in quotation marks, with an ellipsis where words are left
    out."""
    if len(quote) <= MAX_QUOTED_CHARACTERS:
        return f"“{quote}”"
    beginning = quote[:MAX_QUOTED_CHARACTERS]
    whole_words = beginning.rsplit(None, 1)[0] if " " in beginning.strip() else beginning
    return f"“{whole_words} …”"


def figure_as_written(figure: str) -> str:
    """A figure of a content as a person writes it: 9e+07 is 90 million, and of money says so;
    raises ValueError for what is no figure."""
    value = float(figure.lstrip("$"))
    return _scaled(value) + (" in money" if figure.startswith("$") else "")


def _scaled(value: float) -> str:
    for size, scale in SCALES:
        if value >= size and round(value / size, 2) == value / size:
            return f"{_digits(value / size)} {scale}"
    return _digits(value)


def _digits(value: float) -> str:
    fixed = f"{value:,.6f}" if value >= MIN_GROUPED_FIGURE else f"{value:.6f}"
    return fixed.rstrip("0").rstrip(".")


def figures_as_written(figures: Iterable[str]) -> list[str]:
    """Figures as a person writes them, the smaller ones first."""
    ascending = sorted(figures, key=lambda figure: float(figure.lstrip("$")))
    return [figure_as_written(figure) for figure in ascending]


def times(dates: Iterable[str]) -> list[str]:
    """Months and weekdays with their capitals."""
    return sorted(date.title() for date in dates)


def written(stems: Collection[str], text: str) -> list[str]:
    """Stems as the words that the text has for them, those with a capital first; the stem where it
    has none."""
    word_of: dict[str, str] = {}
    for word in sorted(TOKEN.findall(text), key=lambda word: not word[0].isupper()):
        word_of.setdefault(stem(fold_word(word)), word)
    return sorted(word_of.get(bare, bare) for bare in stems)


def enumerated(names: Iterable[str]) -> str:
    """A, B and C."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def beside(verb: str, left: Collection[str], right: Collection[str]) -> str:
    """What one claim has and the other has not, as a part of a sentence; "" where both have nothing
    of their own."""
    if left and right:
        return f"one {verb} {enumerated(left)}, the other {enumerated(right)}"
    return f"only one {verb} {enumerated(left or right)}" if left or right else ""
