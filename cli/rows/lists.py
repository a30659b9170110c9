"""What each list is made of, and its columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from cli.formats.flat import flat
from cli.formats.specimens import specimen
from cli.rows.audit import audit_row
from cli.rows.claims import claim_row
from cli.rows.decisions import run_row
from cli.rows.forgetting import forgetting_row
from cli.rows.listed import article_line_row, outlet_row
from cli.rows.proof import FindingLine, finding_row
from cli.rows.speakers import speaker_row
from cli.rows.verdicts import copy_row, flat_proposition, verdict_row
from store.records import (
    ArticleLine,
    AuditFigure,
    ClaimRecord,
    CopyRecord,
    ForgettingRecord,
    OutletLine,
    RunRecord,
    SpeakerRecord,
    VerdictRecord,
)

FLAT: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"propositions": flat_proposition}
"""How rows of a list become columns, where `flat` alone would not read well."""


RECORDS: dict[str, tuple[type[Any], Callable[[Any], dict[str, Any]]]] = {
    "claims": (ClaimRecord, claim_row),
    "speakers": (SpeakerRecord, speaker_row),
    "propositions": (VerdictRecord, verdict_row),
    "copies": (CopyRecord, copy_row),
    "articles": (ArticleLine, article_line_row),
    "outlets": (OutletLine, outlet_row),
    "runs": (RunRecord, run_row),
    "audit": (AuditFigure, audit_row),
    "findings": (FindingLine, finding_row),
    "forgotten": (ForgettingRecord, forgetting_row),
}
"""What each list is made of, so that its columns are known where it is empty."""


READ = {
    "claims": ("id", "speaker", "via", "content_text", "content_start", "content_end", "stance", "outlet", "published",
               "status", "confidence", "label", "label_decided", "url"),
    "findings": ("draft", "number", "verdict", "changes", "words", "speaker", "places_speaker", "places_passage",
                 "places_outlet", "places_published", "places_claim"),
    "propositions": ("proposition", "label", "min", "max", "quote", "speakers", "outlets", "decided", "reasons"),
}  # fmt: skip
"""The columns that people read in Markdown; other lists show all of theirs."""


PRIVATE = "private_speaker"
"""The column of --with-private."""


def columns_to_read(name: str, every: Mapping[str, Any]) -> list[str]:
    """The columns for people of a list that has all these, and those asked for besides."""
    usual = list(READ.get(name, every))
    return usual + [PRIVATE] * (PRIVATE in every and PRIVATE not in usual)


def columns(name: str) -> dict[str, Any]:
    """The columns of a list, each with an empty value of its type; empty where the list is made of
    loose rows."""
    if name not in RECORDS:
        return {}
    record, row = RECORDS[name]
    return FLAT.get(name, flat)(row(specimen(record)))
