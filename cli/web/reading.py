"""An article as it is read, as paragraphs of sentences with the stretches of its claims, ready to be
drawn; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cli.rows.article_read import ArticleRead, Piece, Voice, Vouched, pieces

_SHOWN = ("cue", "source", "content")
"""Of letters that are several parts of claims, the first of these is shown."""


@dataclass(frozen=True)
class Stretch:
    """A run of letters of one part: content, cue, source or ""."""

    text: str
    part: str
    opens: tuple[int, ...]
    """Numbers of the claims, from 1, whose content begins here."""


@dataclass(frozen=True)
class Said:
    """A sentence as it is drawn, with the blank behind it."""

    voice: Voice
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Paragraph:
    """Sentences of one line of the text, and the claims that are told beside it, by number."""

    sentences: tuple[Said, ...]
    notes: tuple[tuple[int, Vouched], ...]


def paragraphs(read: ArticleRead) -> list[Paragraph]:
    """The article line by line; each claim stands beside the line of its cue."""
    begun: set[int] = set()
    found = []
    for line in _lines(read):
        said = tuple(
            Said(read.sentences[place].voice, tuple(_stretches(read, cut, begun)))
            for place, cut in line
        )
        here = {place for place, _ in line}
        notes = [(n, v) for n, v in enumerate(read.claims, 1) if v.sentence in here]
        found.append(Paragraph(said, tuple(notes)))
    return found


Cut = list[Piece]


def _lines(read: ArticleRead) -> Iterator[list[tuple[int, Cut]]]:
    """The pieces of each sentence, line by line; a blank within a line goes with the sentence before
    it."""
    line: list[tuple[int, Cut]] = []
    for piece in pieces(read):
        if piece.sentence is None:
            if "\n" in read.article.text[piece.start : piece.end] and line:
                yield line
                line = []
            elif line:
                line[-1][1].append(piece)
        elif line and line[-1][0] == piece.sentence:
            line[-1][1].append(piece)
        else:
            line.append((piece.sentence, [piece]))
    if line:
        yield line


def _stretches(read: ArticleRead, cut: Iterable[Piece], begun: set[int]) -> Iterator[Stretch]:
    """Pieces as stretches; what is begun is a claim whose number was shown already."""
    for piece in cut:
        names = {part for _, part in piece.parts}
        part = next((one for one in _SHOWN if one in names), "")
        content = [place for place, name in piece.parts if name == "content"]
        opens = tuple(place + 1 for place in content if place not in begun)
        begun.update(content)
        yield Stretch(read.article.text[piece.start : piece.end], part, opens)
