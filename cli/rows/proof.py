"""Findings of `proof` as plain data: what a draft has, what the record has, and what stands behind it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from claims.proof.model import Bearing, Change, Form, Sign, Verdict


@dataclass(frozen=True)
class PlaceLine:
    """A passage of the record."""

    claim: str | None
    """Id of the claim that holds it; None for the article's own words."""
    article: str
    doc: str
    outlet: str | None
    published: str | None
    speaker: str
    """Whose words it is there, by name or as the article describes them; "" for the article's own."""
    named: bool
    """Whether the record names them."""
    via: tuple[str, ...]
    cue: str
    before: str
    """What stands before the passage in its sentence."""
    passage: str
    after: str
    """What stands behind it there."""
    start: int
    end: int
    in_marks: bool
    nearness: float
    status: str
    """unreviewed, or what a reviewer said of the claim; "" where it lies in none."""


@dataclass(frozen=True)
class PieceLine:
    """A stretch of the draft's words compared with the record's."""

    sign: Sign
    text: str


@dataclass(frozen=True)
class FindingLine:
    """A passage of a draft with what the record holds of it."""

    draft: str
    number: int
    form: Form
    verdict: Verdict
    changes: tuple[Change, ...]
    bearing: Bearing | None
    harmless: bool
    words: str
    start: int
    end: int
    sentence: str
    speaker: str
    """As the draft has it; "" where it names nobody."""
    reasons: tuple[str, ...]
    comparison: tuple[PieceLine, ...]
    places: tuple[PlaceLine, ...]
    label: str | None
    """Of the proposition behind the first place; None where nothing was weighed."""
    origins_min: int | None
    origins_max: int | None
    contested: bool

    @property
    def is_clean(self) -> bool:
        """Whether nothing needs a look: the record has it so, or so but for what nobody minds."""
        return self.verdict in ("verbatim", "paraphrase") or self.harmless


def finding_row(line: FindingLine) -> dict[str, Any]:
    """One finding, every key of it."""
    return {
        key: [*value] if isinstance(value, tuple) else value for key, value in asdict(line).items()
    }
