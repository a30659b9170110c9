"""What a claim's content says, as words, figures, times, names and polarity, sentence by sentence.

Two contents are compared in comparison.py; which claims are joined is decided in pair_model.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from claims.corroborate.copies.shingles import fold
from claims.corroborate.matching.appraisals import Appraisal, appraisals
from claims.corroborate.matching.term_weights import (
    TOKEN,
    digits_of,
    listed,
    mass,
    plain_text,
    square,
    stems_of,
    telling_stem,
    topic_of,
)
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.rules.lists import load

BREAK = re.compile(
    r"(?<=[.!?…;])[\"'”’)\]]*\s+|\s…\s|\n+|\s[-–—]{1,3}\s|—"
    r"|,?\s(?=(?:because|but|while|whereas|although|though)\s)"
)
OPEN, CLOSE = "\u201c\u00ab", "\u201d\u00bb"
OPENING = re.compile(r"[\u201c\u00ab\"]|''")
MARK_OR_TOKEN = re.compile(TOKEN.pattern + r"|[\u201c\u201d\u00ab\u00bb\"]|''")
PLAIN = tuple(
    (word,)
    for word in ("only", "just", "merely", "allow", "allowing", "permit", "permitting", "letting")
)
"""Words before which a negation turns nothing into its contrary."""
AROUND, LONG, NAME = 300, 14, 4


CLAUSES = frozenset({"when", "where", "which", "who", "whose", "while", "after", "before"})
"""Words that open a clause about something already named."""
HEAD = 3
"""Telling words within which a sentence comes to its predicate."""


@dataclass(frozen=True)
class Segment:
    """One sentence of a content, or one stretch of a quotation."""

    text: str
    words: tuple[str, ...]
    """Every word, folded."""
    aligned: tuple[str, ...]
    """For each word its stem, "" where it carries no content."""
    bag: frozenset[str]
    """Stems of the words that carry content, figures and times left out."""
    figures: frozenset[str]
    dates: frozenset[str]
    names: frozenset[str]
    bare: bool
    """Whether it is a name and nothing else."""
    turns: tuple[int, ...]
    """Places of the words that turn the sentence into its contrary."""
    quoted: tuple[bool, ...]
    """For each word, whether quotation marks enclose it."""

    @cached_property
    def opening(self) -> frozenset[str]:
        """Stems up to the first clause about something already named."""
        clause = next(
            (i for i, word in enumerate(self.words) if i and word in CLAUSES), len(self.words)
        )
        return frozenset(stem for stem in self.aligned[:clause] if stem)

    @cached_property
    def head(self) -> frozenset[str]:
        """The stems within which it comes to its predicate."""
        return frozenset([stem for stem in self.aligned if stem][:HEAD])

    @cached_property
    def mass(self) -> float:
        """Weight of its stems."""
        return mass(self.bag)

    @cached_property
    def square(self) -> float:
        """Squared weights of its stems."""
        return square(self.bag)


@dataclass(frozen=True)
class Content:
    """A claim's content read once, for all comparisons."""

    segments: tuple[Segment, ...]
    words: tuple[str, ...]
    bag: frozenset[str]
    said: date | None = None
    """The day of the article."""
    around: str = ""
    """The paragraph that the content stands in."""
    article: tuple[str, str] = ("", "")
    """Id and text."""
    appraisals: tuple[Appraisal, ...] = ()
    """Whose act it rejects."""

    @cached_property
    def square(self) -> float:
        """Squared weights of its stems."""
        return square(self.bag)

    @cached_property
    def context(self) -> tuple[frozenset[str], float]:
        """Stems of the paragraph, and their squared weights."""
        stems = stems_of(self.around)
        return stems, square(stems)

    @cached_property
    def topic(self) -> tuple[frozenset[str], float]:
        """The article's most telling stems, and their squared weights."""
        return topic_of(*self.article)

    @cached_property
    def in_quotes(self) -> tuple[str, ...]:
        """The words that quotation marks enclose."""
        pairs = (
            pair
            for segment in self.segments
            for pair in zip(segment.words, segment.quoted, strict=True)
        )
        return tuple(word for word, quoted in pairs if quoted)

    @cached_property
    def matcher(self) -> SequenceMatcher[str]:
        """Finds in these words the longest run of others."""
        return SequenceMatcher(None, (), self.words, autojunk=False)


def read_claim(claim: StatedClaim, article: StatedArticle) -> Content:
    """The claim's content with the words around it, the article's topic and day."""
    content = read_content(claim.quote, claim.kind)
    spans = claim.content
    around = _paragraphs(article.text, spans[0].start, spans[-1].end) if spans else ""
    return replace(
        content,
        said=_day(article.published),
        around=around,
        article=(article.id, article.text),
        appraisals=appraisals(claim, article.text),
    )


def read_content(quote: str, kind: str = "indirect") -> Content:
    """The content's segments; never fails: an empty quote has none."""
    plain = plain_text(quote)
    inside = kind == "direct" or (
        kind == "mixed" and not OPENING.search(plain.partition("\u201d")[0])
    )
    found = []
    for piece in _pieces(plain):
        if piece.strip():
            segment, inside = _segment(piece, inside, kind == "direct")
            found.append(segment)
    segments = tuple(segment for segment in found if segment.words)
    return Content(
        segments,
        tuple(word for segment in segments for word in segment.words),
        frozenset(word for segment in segments for word in segment.bag),
    )


def _pieces(text: str) -> Iterator[str]:
    """Sentences and clauses; a long one is parted at its commas."""
    for piece in BREAK.split(text):
        if piece and len(piece.split()) > LONG:
            yield from re.split(r"(?<=,)[\"'\u201d]*\s+(?=\S+\s+\S+\s+\S+\s)", piece)
        elif piece:
            yield piece


def _paragraphs(text: str, start: int, end: int) -> str:
    """The paragraph of the span, at most AROUND characters on each side."""
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    last = text.find("\n", end)
    return text[first : min(last if last >= 0 else len(text), end + AROUND)]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _segment(text: str, inside: bool, direct: bool) -> tuple[Segment, bool]:
    """The segment, and whether a quotation goes on after it."""
    quoted, inside = _quoted(text, inside, direct)
    tokens = [(fold(m[0]).strip(".'-"), m[0], m.start()) for m in TOKEN.finditer(text)]
    words = tuple(word for word, _, _ in tokens)
    figures, aligned, names = set(), [], set()
    for place, (word, shown, start) in enumerate(tokens):
        figure = _figure(word, words[place + 1 : place + 2], text[max(0, start - 1) : start])
        aligned.append("" if figure else telling_stem(word))
        if figure:
            figures.add(figure)
        elif aligned[-1] and shown[0].isupper() and place:
            names.add(aligned[-1])
    segment = Segment(
        text.strip(), words, tuple(aligned), frozenset(aligned) - {""}, frozenset(figures), _dates(tokens),
        frozenset(names), _bare([shown for _, shown, _ in tokens]), _turns(words), tuple(quoted),
    )  # fmt: skip
    return segment, inside


def _quoted(text: str, inside: bool, direct: bool) -> tuple[list[bool], bool]:
    """For each word whether quotation marks enclose it, and whether a quotation goes on after the
    last."""
    quoted = []
    for m in MARK_OR_TOKEN.finditer(text):
        if m[0][0].isalnum():
            quoted.append(inside or direct)
        else:
            inside = m[0] in OPEN or (m[0] not in CLOSE and not inside)
    return quoted, inside


def _figure(word: str, after: Sequence[str], before: str) -> str:
    """The number that the word stands for, scaled by the word after it; "" where it is none."""
    digits = digits_of(word)
    if not digits:
        return ""
    value = float(re.sub(r"[a-z]+$", "", digits))
    value *= load("content")["scales"]["words"].get(after[0], 1) if after else 1
    return ("$" if before in "$€£" and before else "") + f"{value:.12g}"


def _dates(tokens: Sequence[tuple[str, str, int]]) -> frozenset[str]:
    """Weekdays and months; May alone needs its capital, and not at the beginning."""
    months = {word for word, _, _ in tokens if word in listed("dates")}
    return frozenset(months | {"may" for _, shown, _ in tokens[1:] if shown == "May"})


def _bare(shown: Sequence[str]) -> bool:
    return len(shown) <= NAME and all(
        word[0].isupper() and fold(word) not in listed("stop") for word in shown
    )


def _turns(words: Sequence[str]) -> tuple[int, ...]:
    """Left out: an opening "No,", which answers; "not only", which adds; "who are not …", which
    describes; "not allow", which bans."""
    turning = listed("negators") | listed("contrary")
    return tuple(
        place
        for place, word in enumerate(words)
        if (word in turning or word.endswith("n't"))
        and not (word == "no" and place == 0)
        and words[place + 1 : place + 2] not in PLAIN
        and words[max(0, place - 2) : place - 1] not in (("who",), ("which",))
    )


def rejects(segment: Segment) -> bool:
    """Whether the sentence calls something untrue, outside quotation marks."""
    return any(
        word in listed("rejecting") and not q
        for word, q in zip(segment.words, segment.quoted, strict=True)
    )
