"""Content as HTML, cleaned and escaped as a report's is; templates hold layout alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from claims.rules.vocabulary import CHOICES, LABELS, STATUSES
from cli.paths import version
from cli.report.page import LIMITS, environment
from cli.sanitise import one_line
from cli.views.cells import ID_CHARS, MARKS, claim_phrase, counted, speaker_words
from cli.views.citation import negated
from cli.views.speakers import ALONE, said_decision
from cli.views.verdicts import LABEL_SIGNS, interval
from cli.web.unknown import unknown
from store.records import SORT_KEYS, ClaimRecord

HERE = Path(__file__).parent


def page(name: str, content: Mapping[str, Any]) -> str:
    """The page of a template."""
    return _environment().get_template(f"{name}.html.j2").render(content)


@cache
def _environment() -> Environment:
    ours = environment(HERE / "templates")
    ours.globals |= _WORDS | {"version": version()}
    ours.filters |= _SPELLED
    return ours


def _stance(claim: ClaimRecord) -> str:
    """What the speaker does with the words, where it is more than saying so."""
    words = [] if claim.stance == "assert" else [claim.stance]
    return ", ".join(words + ["negated"] * negated(claim) + ["hedged"] * claim.hedged)


def _is_said_by_cue(claim: ClaimRecord) -> bool:
    """Whether the cue that stands before the words says the stance already."""
    cued = claim_phrase(claim).cued
    return cued and claim.cue_text.casefold().startswith(_stance(claim) or "-")


_WORDS: dict[str, Any] = {
    "LABEL_SIGNS": LABEL_SIGNS,
    "MARKS": MARKS,
    "LABELS": LABELS,
    "LIMITS": LIMITS,
    "ALONE": ALONE,
    "ID_CHARS": ID_CHARS,
    "CHOSEN": CHOICES,
    "STATUSES": (*STATUSES, "reviewed"),
    "SORTS": SORT_KEYS,
    "unknown": unknown,
}
"""What templates say and offer."""
_SPELLED: dict[str, Callable[..., Any]] = {
    "line": lambda raw: one_line(raw or ""),
    "day": lambda raw: one_line(raw or "")[:10] or "no date",
    "who": lambda claim: one_line(speaker_words(claim)),
    "counted": counted,
    "phrase": lambda claim: one_line(claim_phrase(claim).words),
    "stance": _stance,
    "said_by_cue": _is_said_by_cue,
    "decision": lambda decision: said_decision(decision, who=False),
    "interval": lambda verdict: interval(verdict.origins_min, verdict.origins_max),
}
"""How values are spelled, as elsewhere."""
