"""A passage of a draft and the record: what to look up, and which of the two judges it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Reading
from claims.proof.indirect import prove_indirect
from claims.proof.lookup import looked_up
from claims.proof.model import Finding, Passage, Record, RecordedArticle
from claims.proof.quotation import prove_quotation


def prove(reading: Reading, passage: Passage, record: Record) -> Finding:
    """What the record holds of one passage."""
    return judge(reading, passage, record.near(looked_up(reading, passage)))


def judge(reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]) -> Finding:
    """The same where the articles that may hold it are at hand."""
    of_form = prove_quotation if passage.form == "quotation" else prove_indirect
    return of_form(reading, passage, articles)
