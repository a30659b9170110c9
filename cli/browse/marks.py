"""What the reading view marks in an article and notes beside it; pure, no widget.

Content, cue and source are told apart by signs and by style, never by colour alone: «content» of
the claim in hand, ‹content› of the others, [cue], {source}. A number stands at each sentence that
somebody vouches for, behind the sign of its label; the note of that number says who.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.text import Text

from claims.model import Span
from cli.browse.layout import Mark, Note
from cli.jobs.claim_decisions import first_offset
from cli.rows.article_read import ArticleRead, Sentence, Vouched
from cli.views.vouched import note, sign
from store.records import ClaimRecord

HERE, CUE, SOURCE, FAINT = "bold underline", "italic", "bold", "dim"
MAX_NOTE_CHARS = 1000
PASSAGE = ("▶", "◀")
"""Around the words that a draft was compared with."""


@dataclass(frozen=True)
class Ink:
    """The colours of marks; without any, signs and letters say the same."""

    cue: str = ""
    source: str = ""
    here: str = "reverse"
    """Behind cue and source of the claim in hand."""
    other: str = "underline"
    """Contents of the other claims; where there are colours, their signs are enough."""

    def legend(self) -> Text:
        """What the signs in the text say."""
        return Text.assemble(
            ("«claim»", HERE),
            " ",
            ("[cue]", f"{CUE} {self.cue}"),
            " ",
            ("{source}", f"{SOURCE} {self.source}"),
            " ‹others›",
        )


def claim_marks(claims: Sequence[ClaimRecord], current: ClaimRecord | None, ink: Ink) -> list[Mark]:
    """Marks of every claim, those of the one in hand more strongly."""
    marks: list[Mark] = []
    for claim in claims:
        is_current = current is not None and claim.id == current.id
        if not claim.vanished and (claim.status != "wrong" or is_current):
            marks += _marks(claim, is_current, ink)
    return marks


def passage_marks(passage: Span | None) -> list[Mark]:
    """The passage of an article that a draft was compared with."""
    return [Mark(*passage, *PASSAGE, HERE)] if passage else []


def faint_marks(read: ArticleRead) -> list[Mark]:
    """The sentences that nobody is named for."""
    return [Mark(s.start, s.end, "", "", FAINT) for s in read.sentences if s.voice == "nobody"]


def _marks(claim: ClaimRecord, is_current: bool, ink: Ink) -> list[Mark]:
    signs, style = ("«»", HERE) if is_current else ("‹›", ink.other)
    behind = f" {ink.here}" if is_current else ""
    cue, source = f"{CUE} {ink.cue}{behind}", f"{SOURCE} {ink.source}{behind}"
    return [
        *(Mark(s, e, signs[0], signs[1], style) for s, e in claim.content),
        *(Mark(s, e, "[", "]", cue) for s, e in claim.cue),
        *(Mark(s, e, "{", "}", source) for s, e in claim.source),
    ]


@dataclass(frozen=True)
class Noted:
    """A claim's number at the end of its sentence, and what is said of it under that number."""

    claim_id: str
    mark: Mark
    note: Note


def noted(read: ArticleRead) -> tuple[Noted, ...]:
    """Who vouches for each claim, numbered in the order of sentences."""
    order = sorted(read.claims, key=lambda vouched: vouched.sentence)
    return tuple(
        _noted(read.sentences[vouched.sentence], number, vouched)
        for number, vouched in enumerate(order, 1)
        if read.sentences
    )


def _noted(sentence: Sentence, number: int, vouched: Vouched) -> Noted:
    label, words = sign(vouched), note(vouched)
    words.truncate(MAX_NOTE_CHARS)
    style, numbered = str(label.style), f"{label.plain}{number}"
    # Around the whole sentence: what closes with it closes before the number.
    mark = Mark(sentence.start, sentence.end, "", f" {numbered}", "", style)
    runs = ((f" {numbered} ", style), *_runs(words))
    return Noted(vouched.claim.id, mark, Note(sentence.end, first_offset(vouched.claim), runs))


def marks_and_notes(
    every: Sequence[Noted], current: ClaimRecord | None
) -> tuple[list[Mark], list[Note]]:
    """The numbers and the notes, that of the claim in hand more strongly."""
    here = current.id if current else None
    notes = [_in_hand(one.note) if one.claim_id == here else one.note for one in every]
    # What closes last is drawn first: several numbers of a sentence stand in order.
    return [one.mark for one in reversed(every)], notes


def _in_hand(note: Note) -> Note:
    (number, style), *rest = note.runs
    return note._replace(runs=((f"›{number[1:]}", f"{style} bold"), *rest))


def _runs(words: Text) -> tuple[tuple[str, str], ...]:
    """The words in runs of one style."""
    base = str(words.style)
    cuts = sorted({0, len(words), *(edge for span in words.spans for edge in span[:2])})
    runs = []
    for start, end in pairwise(cuts):
        styles = [str(span.style) for span in words.spans if span.start <= start < span.end]
        runs.append((words.plain[start:end], " ".join([base, *styles]).strip()))
    return tuple(runs)
