"""A spaCy Doc to packed windows of wordpieces and features; nothing about tags.

Training and run time share this, so that the detector sees what it was trained on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claims.detect.quotes import quoted_positions
from claims.model import Span
from claims.tokens import ends_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from tokenizers import Tokenizer

WINDOW_PIECES = 256
"""Wordpieces of a window, separators included."""
CLS, SEP, PAD, UNKNOWN = 101, 102, 0, 100
PLAIN = str.maketrans({"“": '"', "”": '"'})
"""Curly double marks are read as straight ones, so that a paper's style of marks changes no
claim."""
MAX_HEADLINE_WORDS = 25
"""A first line of no more words and marks is taken for a headline, unless it opens with a
quotation."""
OPENING_MARKS = frozenset(['"', "“", "''", "``", "«", "„"])
MAX_WORD_LETTERS = 40
"""Letters of a word that the tokenizer sees; longer ones are no words of a language."""
WORDS_REMEMBERED = 50_000
"""Words whose pieces are remembered; then they are forgotten, so that no run grows without end."""


@dataclass(frozen=True)
class Paragraph:
    """A line's words as pieces; heads index pieces, offsets are the words' code points."""

    pieces: list[int]
    features: list[int]
    heads: list[int]
    offsets: list[tuple[int, int]]


class Word(NamedTuple):
    """A token as it is written, and where it begins."""

    text: str
    start: int


def paragraphs(doc: Doc, tokenizer: Tokenizer, skip: Sequence[Span]) -> list[Paragraph]:
    """The lines of the text that have words outside the skipped stretches; over-long lines come in
    parts."""
    quoted = quoted_positions(text_of(doc))
    lines = [line for line in _lines(doc, skip) if line]
    pieces = _pieces(tokenizer, (word.text for line in lines for word in line))
    return [
        part
        for place, line in enumerate(lines)
        for part in _paragraphs(line, pieces, quoted, _caseless(line, first=place == 0))
    ]


def _lines(doc: Doc, skip: Sequence[Span]) -> list[list[Word]]:
    """The words between line breaks and skipped stretches; some lines may be empty."""
    text, lines = text_of(doc), list[list[Word]]([[]])
    for start, end in zip(*ends_of(doc), strict=True):
        written = text[start:end]
        if written.isspace():
            if "\n" in written or "\r" in written:
                lines.append([])
        elif skip and any(s < end and start < e for s, e in skip):
            lines.append([])
        else:
            lines[-1].append(Word(written, start))
    return lines


def _caseless(line: list[Word], *, first: bool) -> bool:
    """Whether capitals say nothing in a line: a headline, which papers set as they like, or a line
    all in capitals."""
    shown = [word.text for word in line if word.text.isalpha()]
    capitals = len(shown) >= 3 and all(word.isupper() for word in shown)
    return capitals or (
        first and len(line) <= MAX_HEADLINE_WORDS and line[0].text not in OPENING_MARKS
    )


@lru_cache(maxsize=2)
def _known(tokenizer: Tokenizer) -> dict[str, list[int]]:
    """The pieces of every word that was met, by tokenizer."""
    return {}


def _pieces(tokenizer: Tokenizer, words: Iterable[str]) -> dict[str, list[int]]:
    """The pieces of each word as written; its neighbours never change them, so that one look is
    enough."""
    by_text = _known(tokenizer)
    if len(by_text) > WORDS_REMEMBERED:
        by_text.clear()
    new = [word for word in dict.fromkeys(words) if word not in by_text]
    shown = [word[:MAX_WORD_LETTERS].translate(PLAIN) for word in new]
    encoded = tokenizer.encode(shown, is_pretokenized=True, add_special_tokens=False)
    by_word: list[list[int]] = [[] for _ in new]
    for piece, number in zip(encoded.ids, encoded.word_ids, strict=True):
        if number is not None:
            by_word[number].append(piece)
    by_text.update((word, ids or [UNKNOWN]) for word, ids in zip(new, by_word, strict=True))
    return by_text


def _paragraphs(
    line: list[Word], pieces: Mapping[str, list[int]], quoted: bytearray, caseless: bool
) -> Iterable[Paragraph]:
    current = Paragraph([], [], [], [])
    for word in line:
        ids = pieces[word.text]
        if len(current.pieces) + len(ids) > WINDOW_PIECES - 2:
            yield current
            current = Paragraph([], [], [], [])
        case = _case(word.text.lower() if caseless else word.text)
        current.heads.append(len(current.pieces))
        current.pieces.extend(ids)
        current.features.extend([2 * case + bool(quoted[word.start])] * len(ids))
        current.offsets.append((word.start, word.start + len(word.text)))
    if current.pieces:
        yield current


@lru_cache(maxsize=20_000)
def _case(word: str) -> int:
    """0 to 3: lower, title, upper or other; a feature is twice this, and one more inside quotation
    marks."""
    return 1 if word.istitle() else 2 if word.isupper() else 0 if word.islower() else 3


def pack(parts: Sequence[Paragraph], first: int = WINDOW_PIECES) -> list[list[Paragraph]]:
    """Neighbouring paragraphs that fit into one window together; first: wordpieces of the first
    window."""
    out: list[list[Paragraph]] = []
    room = 0
    for part in parts:
        if len(part.pieces) + 1 > room:
            room = (WINDOW_PIECES if out else max(first, len(part.pieces) + 2)) - 1
            out.append([])
        out[-1].append(part)
        room -= len(part.pieces) + 1
    return out


def assemble(
    packed: Sequence[Paragraph],
) -> tuple[list[int], list[int], list[int], list[tuple[int, int]]]:
    """Pieces, features, first piece of each word, and the words' offsets of one window."""
    pieces, features = [CLS], [0]
    heads: list[int] = []
    offsets: list[tuple[int, int]] = []
    for part in packed:
        heads.extend(len(pieces) + head for head in part.heads)
        pieces.extend([*part.pieces, SEP])
        features.extend([*part.features, 0])
        offsets.extend(part.offsets)
    return pieces, features, heads, offsets


def lines_of(window: tuple[list[int], list[int], list[int], list[tuple[int, int]]]) -> list[int]:
    """The number of each word's paragraph in an assembled window."""
    pieces, _, heads, _ = window
    out, line, at = [], 0, 0
    for head in heads:
        line += pieces[at:head].count(SEP)
        at = head
        out.append(line)
    return out
