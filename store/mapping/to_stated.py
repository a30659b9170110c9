"""Records to what weighing takes in, with what people decided on them in words; no database calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.corroborate.reviewed_reasons import OVERRULED_MARK
from claims.model import Span
from store.records import ArticleRecord, ClaimRecord

_SAME_AS_RECORD = tuple(
    field.name
    for field in fields(StatedClaim)
    if field.name not in ("chain", "owner", "reviewed", "overruled")
)
"""What weighing takes of a claim's record as it is."""
_SAYS_OTHERWISE = ("content", "stance", "polarity")
"""Corrected columns that may put a claim into another proposition."""


def stated_claim(record: ClaimRecord, owner: str | None = None) -> StatedClaim:
    """A claim as weighing needs it; owner is that of the outlet on whose word it rests."""
    return StatedClaim(
        **{name: getattr(record, name) for name in _SAME_AS_RECORD},
        chain=tuple(link.intermediary for link in record.chain),
        owner=owner,
        reviewed=_reviewed(record),
    )


def overruled_claim(record: ClaimRecord) -> StatedClaim | None:
    """The claim as the machine had it, where a person marked it wrong or gave it what may be another
    proposition; None where it stands."""
    machine = record.machine or {}
    if record.added or not (
        record.status == "wrong" or any(name in machine for name in _SAYS_OTHERWISE)
    ):
        return None
    stated = replace(stated_claim(record), **_machine_values(machine))
    return replace(stated, id=record.id + OVERRULED_MARK, overruled=True)


def stated_article(
    article: ArticleRecord, claims: Sequence[ClaimRecord], reviewed: str = ""
) -> StatedArticle:
    """An article as weighing needs it."""
    return StatedArticle(
        id=article.id,
        doc=article.doc,
        text=article.text,
        outlet=article.outlet,
        wire=article.wire,
        credits=article.credits,
        byline=article.byline,
        published=article.published,
        dateline=article.dateline_place,
        claims=tuple(stated_claim(claim) for claim in claims if claim.status != "wrong"),
        overruled=tuple(gone for claim in claims if (gone := overruled_claim(claim))),
        reviewed=reviewed,
    )


def _machine_values(machine: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: machine[name] for name in _SAME_AS_RECORD if name in machine}
    if "content" in values:
        values["content"] = tuple(Span(*span) for span in values["content"])
    if "members" in values:
        values["members"] = tuple(values["members"])
    if "chain" in machine:
        values["chain"] = tuple(link["intermediary"] for link in machine["chain"])
    return values


def _reviewed(record: ClaimRecord) -> str:
    """What a person decided that weighing must own up to."""
    by = f"by {record.reviewer or 'a reviewer'}"
    by += f" on {record.reviewed_at[:10]}" if record.reviewed_at else ""
    if record.added:
        return f"entered {by}"
    if record.status == "wrong":
        return f"marked wrong {by}"
    corrected = ", ".join(_corrected(record.machine or {}))
    parts = [f"corrected {by}: {corrected}"] if corrected else []
    parts += [record.effective_speaker_reason] if record.effective_speaker_reason else []
    return "; ".join(parts)


def _corrected(machine: Mapping[str, Any]) -> list[str]:
    """The corrected values that weighing takes, with the machine's where that is a word."""
    found = {
        "speaker": f"speaker (was {machine.get('speaker') or 'nobody'})",
        "content": "content",
        "source": "source",
        "stance": f"stance (was {machine.get('stance')})",
        "polarity": "" if "stance" in machine else f"polarity (was {machine.get('polarity')})",
        "kind": f"kind (was {machine.get('kind')})",
        "chain": "chain",
    }
    return [words for name, words in found.items() if name in machine and words]
