"""What a claim's content says, as words, figures, times, names and polarity, sentence by sentence.

Two contents are compared in agreement.py; which claims are joined is decided in decide.py.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from claims.corroborate.appraisals import Appraisal, appraisals
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.corroborate.shingles import fold
from claims.corroborate.stems import rules, stem

TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
BREAK = re.compile(
    r"(?<=[.!?…;])[\"'”’)\]]*\s+|\s…\s|\n+|\s[-–—]{1,3}\s|—"
    r"|,?\s(?=(?:because|but|while|whereas|although|though)\s)"
)
FIGURE = re.compile(r"\d+(?:\.\d+)?(?:st|nd|rd|th|s)?")
OPEN, CLOSE = "\u201c\u00ab", "\u201d\u00bb"
OPENING = re.compile(r"[\u201c\u00ab\"]|''")
MARK_OR_TOKEN = re.compile(TOKEN.pattern + r"|[\u201c\u201d\u00ab\u00bb\"]|''")
PLAIN = tuple((word,) for word in ("only", "just", "merely", "allow", "allowing", "permit", "permitting", "letting"))
"""Words before which a negation turns nothing into its contrary."""
TOPIC, AROUND, LONG, NAME = 40, 300, 14, 4
RAREST = 6.0
"""Weight of a word that common.json does not hold."""


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
    def context(self) -> frozenset[str]:
        """Stems of the paragraph."""
        return stems_of(self.around)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The article's most telling stems."""
        return topic_of(*self.article)


@cache
def _common() -> dict[str, float]:
    text = (files("claims.rules") / "common.json").read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rules()[name]["words"])


def weight(word: str) -> float:
    """How much it shows that two contents share the stem: little for what any news text holds."""
    return _common().get(word, RAREST)


def mass(words: Sequence[str] | frozenset[str]) -> float:
    """The weights together."""
    return sum(weight(word) for word in words)


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
    inside = kind == "direct" or (kind == "mixed" and not OPENING.search(plain.partition("\u201d")[0]))
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


def plain_text(text: str) -> str:
    """Numbers without commas, one kind of apostrophe."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", text).replace("\u2018", "'").replace("\u2019", "'")


def stems_of(text: str) -> frozenset[str]:
    """The stems of the words that carry content."""
    words = (fold(m[0]).strip(".'-\"") for m in TOKEN.finditer(plain_text(text)))
    return frozenset(stem(word) for word in words if word and not _empty(word) and not FIGURE.fullmatch(word))


@lru_cache(maxsize=4096)
def topic_of(article_id: str, text: str) -> frozenset[str]:
    """The stems that a text repeats and that other texts hold seldom; the id only keys the cache."""
    words = (fold(m[0]).strip(".'-\"") for m in TOKEN.finditer(plain_text(text)))
    counts = Counter(stem(word) for word in words if word and not _empty(word) and not FIGURE.fullmatch(word))
    telling = sorted(counts, key=lambda word: (-math.sqrt(counts[word]) * weight(word), word))
    return frozenset(telling[:TOPIC])


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
    quoted = []
    for m in MARK_OR_TOKEN.finditer(text):
        if m[0][0].isalnum():
            quoted.append(inside or direct)
        else:
            inside = m[0] in OPEN or (m[0] not in CLOSE and not inside)
    tokens = [(fold(m[0]).strip(".'-"), m[0], m.start()) for m in TOKEN.finditer(text)]
    words = tuple(word for word, _, _ in tokens)
    figures, aligned, names = set(), [], set()
    for place, (word, shown, start) in enumerate(tokens):
        figure = _figure(word, words[place + 1 : place + 2], text[max(0, start - 1) : start])
        aligned.append("" if figure or _empty(word) else stem(word))
        if figure:
            figures.add(figure)
        elif aligned[-1] and shown[0].isupper() and place:
            names.add(aligned[-1])
    segment = Segment(
        text.strip(), words, tuple(aligned), frozenset(aligned) - {""}, frozenset(figures), _dates(tokens),
        frozenset(names), _bare([shown for _, shown, _ in tokens]), _turns(words), tuple(quoted),
    )  # fmt: skip
    return segment, inside


def _empty(word: str) -> bool:
    skipped = word.partition("'")[0] in _words("stop") or word in _words("dates")
    skipped = skipped or word in _words("negators") or word in _words("contrary")
    return skipped or word in rules()["scales"]["words"] or word.endswith("n't") or len(word) < 2


def _figure(word: str, after: Sequence[str], before: str) -> str:
    """The number that the word stands for, scaled by the word after it; "" where it is none."""
    digits = rules()["numbers"]["words"].get(word, word)
    if not FIGURE.fullmatch(digits):
        return ""
    value = float(re.sub(r"[a-z]+$", "", digits))
    value *= rules()["scales"]["words"].get(after[0], 1) if after else 1
    return ("$" if before in "$€£" and before else "") + f"{value:.12g}"


def _dates(tokens: Sequence[tuple[str, str, int]]) -> frozenset[str]:
    """Weekdays and months; May alone needs its capital, and not at the beginning."""
    months = {word for word, _, _ in tokens if word in _words("dates")}
    return frozenset(months | {"may" for _, shown, _ in tokens[1:] if shown == "May"})


def _bare(shown: Sequence[str]) -> bool:
    return len(shown) <= NAME and all(word[0].isupper() and fold(word) not in _words("stop") for word in shown)


def _turns(words: Sequence[str]) -> tuple[int, ...]:
    """Left out: an opening "No,", which answers; "not only", which adds; "who are not …", which describes; "not
    allow", which bans."""
    turning = _words("negators") | _words("contrary")
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
    return any(word in _words("rejecting") and not q for word, q in zip(segment.words, segment.quoted, strict=True))
