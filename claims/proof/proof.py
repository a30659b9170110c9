"""A passage of a draft and the record: what to look up, and which of the two judges it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Reading
from claims.proof.indirect import prove_indirect
from claims.proof.lookup import looked_up
from claims.proof.model import CLEAN, Finding, Passage, Record, RecordedArticle
from claims.proof.mouths import same_mouth
from claims.proof.quotation import prove_quotation

NEARLY_ALL = 0.8
"""Of a fit, from which nothing nearer is looked for where the very speaker says it."""


def prove(reading: Reading, passage: Passage, record: Record) -> Finding:
    """What the record holds of one passage."""
    return judge(reading, passage, record.near(looked_up(reading, passage)))


def judge(reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]) -> Finding:
    """The same where the articles that may hold it are at hand."""
    of_form = prove_quotation if passage.form == "quotation" else prove_indirect
    return of_form(reading, passage, articles)


def is_settled(finding: Finding) -> bool:
    """Whether articles less likely to hold the passage need not be looked at: the speaker says it in these, and
    nothing is wrong, or hardly a word other than in the draft."""
    first = next(iter(finding.places), None)
    if first is None or first.claim is None:
        return False
    # Of what is said in other words no pieces are told: its very words may stand elsewhere.
    nearly = finding.verdict == "altered" and finding.pieces and first.nearness >= NEARLY_ALL
    if finding.verdict not in CLEAN and not nearly:
        return False
    return same_mouth(finding.passage.voice, first.claim.voice) == "same"
