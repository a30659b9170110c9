"""What of the record a draft is compared with, and by which words that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.corroborate.model import StatedArticle, StatedClaim
    from claims.model import Spans
    from claims.rules.vocabulary import Status


@dataclass(frozen=True)
class Asked:
    """Words by which claims are looked up, all of them together."""

    phrases: tuple[str, ...]
    """Runs of words of a claim's content."""
    name: str = ""
    """A word of the speaker's name or alias."""
    counts: float = 1.0
    """How much a claim that is found so speaks for its article."""


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
    """An article with its claims but those that were judged wrong, each read when it is asked for: a draft is
    compared with few of them."""

    stated: StatedArticle
    """Without its claims, and without what says who wrote it."""
    title: str | None
    quotes: tuple[str, ...]
    """The words of each claim's content, in the order of the text."""
    content: Callable[[int], Spans]
    """Where these words stand."""
    claim: Callable[[int], RecordedWords]
    """The claim whose words stand at this place."""

    @property
    def claims(self) -> tuple[RecordedWords, ...]:
        """All of them."""
        return tuple(map(self.claim, range(len(self.quotes))))
