"""A spaCy Doc to packed windows of wordpieces and features; nothing about tags.

Training and run time share this, so that the detector sees what it was trained on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.detect.quotes import quoted_positions
from claims.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from tokenizers import Tokenizer

WINDOW = 256
"""Wordpieces of a window, separators included."""
CLS, SEP, PAD = 101, 102, 0
PLAIN = str.maketrans({"“": '"', "”": '"'})
"""Curly double marks are read as straight ones, so that a paper's style of marks changes no claim."""
HEADLINE = 25
"""A first line of no more words and marks is taken for a headline, unless it opens with a quotation."""
OPENING = frozenset(['"', "“", "''", "``", "«", "„"])
MAX_WORD = 40
"""Letters of a word that the tokenizer sees; longer ones are no words of a language."""


@dataclass(frozen=True)
class Paragraph:
    """A line's words as pieces; heads index pieces, offsets are the words' code points."""

    pieces: list[int]
    features: list[int]
    heads: list[int]
    offsets: list[tuple[int, int]]


def paragraphs(doc: Doc, tokenizer: Tokenizer, skip: Sequence[Span]) -> list[Paragraph]:
    """The lines of the text that have words outside the skipped stretches; over-long lines come in parts."""
    quoted = quoted_positions(doc.text)
    lines: list[list[Token]] = [[]]
    for token in doc:
        if token.is_space:
            if "\n" in token.text or "\r" in token.text:
                lines.append([])
        elif any(s < token.idx + len(token) and token.idx < e for s, e in skip):
            lines.append([])
        else:
            lines[-1].append(token)
    full = [line for line in lines if line]
    return [
        part
        for place, line in enumerate(full)
        for part in _paragraphs(line, tokenizer, quoted, _caseless(line, first=place == 0))
    ]


def _caseless(line: list[Token], *, first: bool) -> bool:
    """Whether capitals say nothing in a line: a headline, which papers set as they like, or a line all in capitals."""
    shown = [token.text for token in line if token.is_alpha]
    capitals = len(shown) >= 3 and all(word.isupper() for word in shown)
    return capitals or (first and len(line) <= HEADLINE and line[0].text not in OPENING)


def _paragraphs(line: list[Token], tokenizer: Tokenizer, quoted: bytearray, caseless: bool) -> Iterable[Paragraph]:
    words = [token.text[:MAX_WORD].translate(PLAIN) for token in line]
    encoded = tokenizer.encode(words, is_pretokenized=True, add_special_tokens=False)
    by_word: list[list[int]] = [[] for _ in line]
    for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
        if word is not None:
            by_word[word or 0].append(piece)
    current = Paragraph([], [], [], [])
    for token, ids in zip(line, by_word, strict=True):
        ids = ids or [100]
        if len(current.pieces) + len(ids) > WINDOW - 2:
            yield current
            current = Paragraph([], [], [], [])
        current.heads.append(len(current.pieces))
        current.pieces.extend(ids)
        current.features.extend([_feature(token, quoted, caseless)] * len(ids))
        current.offsets.append((token.idx, token.idx + len(token)))
    if current.pieces:
        yield current


def _feature(token: Token, quoted: bytearray, caseless: bool) -> int:
    """0 to 7: letter case (lower, title, upper, other) and whether the word starts inside quotation marks."""
    text = token.text.lower() if caseless else token.text
    case = 1 if text.istitle() else 2 if text.isupper() else 0 if text.islower() else 3
    return 2 * case + int(bool(quoted[token.idx]))


def pack(parts: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Neighbouring paragraphs that fit into one window together."""
    out: list[list[Paragraph]] = []
    room = 0
    for part in parts:
        if len(part.pieces) + 1 > room:
            out.append([])
            room = WINDOW - 1
        out[-1].append(part)
        room -= len(part.pieces) + 1
    return out


def assemble(packed: Sequence[Paragraph]) -> tuple[list[int], list[int], list[int], list[tuple[int, int]]]:
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
