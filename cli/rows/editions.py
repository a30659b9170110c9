"""An edition of an article beside the one before it: the claims that differ, and which of their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from store.records import ArticleRecord

OUTCOMES = ("added", "dropped", "changed", "kept")
"""What an edition can do to a claim; kept is one that a person decided on."""


@dataclass(frozen=True)
class EditionChange:
    """One claim that differs between two editions."""

    outcome: str
    claim_id: str
    was: str | None
    now: str | None
    was_speaker: str | None
    now_speaker: str | None
    was_stance: str | None
    now_stance: str | None


@dataclass(frozen=True)
class Edition:
    """An edition beside the one before it; changes is None where it came in before they were noted."""

    former: ArticleRecord
    article: ArticleRecord
    changes: tuple[EditionChange, ...] | None


def word_changes(was: str, now: str) -> Iterator[tuple[str, str, str]]:
    """Stretches of words: "equal", "delete", "insert" or "replace", with the words before and now."""
    old, new = was.split(), now.split()
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield tag, " ".join(old[a:b]), " ".join(new[c:d])
