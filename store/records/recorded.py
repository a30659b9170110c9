"""What of the record a draft is compared with, and by which words that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claims.corroborate.model import StatedArticle, StatedClaim
    from claims.model import Spans
    from claims.rules.vocabulary import Status


class Asked(NamedTuple):
    """Words by which claims are looked up, all of them together."""

    phrases: tuple[str, ...]
    """Runs of words of a claim's content."""
    name: str = ""
    """A word of the speaker's name or alias."""
    counts: float = 1.0
    """How much a claim that is found so speaks for its article."""
    within: int = 0
    """How many words may stand between the first run and the last, where the index can tell; 0 for any number."""


@dataclass(frozen=True)
class RecordedWords:
    """A claim as a draft is compared with it."""

    stated: StatedClaim
    cue: Spans
    cue_text: str
    said_on: str | None
    said_on_precision: str | None
    status: Status
    speaker_confidence: float
    counted: bool
    """Whether filters leave it in the record."""


@dataclass(frozen=True)
class RecordedText:
    """An article with what its claims say, but those that were judged wrong, in the order of the text; the claims
    themselves are read when they are asked for: a draft is compared with few of them."""

    stated: StatedArticle
    """Without its claims, and without what says who wrote it."""
    title: str | None
    ids: tuple[str, ...]
    """Of its claims."""
    quotes: tuple[str, ...]
    """The words of each claim's content."""
    contents: Callable[[], Sequence[Spans]]
    """Where these words stand."""
