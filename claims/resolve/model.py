"""What resolution hands on. Finding speakers does not belong here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from claims.model import Attribution, Link, Setting, Speaker, SpeakerKind

NO_SETTING = Setting()
KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "state": "state",
    "outlet": "outlet",
    "document": "document",
}
"""What a speaker is, by the kind of the mention that names it."""


class ResolvePhrase(Protocol):
    """Who a source as written is, where `at` is where it begins; for resolvers that meet a source
    within a source."""

    def __call__(
        self, phrase: str, at: int, attribution: Attribution | None = None, depth: int = 0
    ) -> Speaker:
        """The speaker; deeper calls stop at a depth of their own."""


class Guess(NamedTuple):
    """Who a pronoun or a description may stand for: the best name, the next best, how sure, and
    why."""

    name: str
    kind: str
    confidence: float
    reason: str
    runner_up: str | None = None


@dataclass(frozen=True)
class Resolution:
    """Who one attribution's source is, who passed the words on, and whether it stands inside
    another's content."""

    speaker: Speaker
    chain: tuple[Link, ...] = ()
    nested: bool = False
    setting: Setting = NO_SETTING


def named(guess: Guess) -> Speaker:
    """A guess as a speaker."""
    return Speaker(
        KINDS.get(guess.kind, "person"),
        guess.name,
        confidence=guess.confidence,
        reasons=(guess.reason,),
        runner_up=guess.runner_up,
    )
