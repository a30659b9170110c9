"""A passage of a draft and the record: what to look up, and which of the two judges it."""

from __future__ import annotations

from claims.model import Reading
from claims.proof.indirect import prove_indirect
from claims.proof.lookup import looked_up
from claims.proof.model import Finding, Passage, Record
from claims.proof.quotation import prove_quotation


def prove(reading: Reading, passage: Passage, record: Record) -> Finding:
    """What the record holds of one passage."""
    articles = record.near(looked_up(reading, passage))
    judge = prove_quotation if passage.form == "quotation" else prove_indirect
    return judge(reading, passage, articles)
