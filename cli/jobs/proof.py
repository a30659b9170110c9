"""A draft compared with the store: what is looked up, and what stands behind what is found; nothing is
written."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.proof.model import Finding, Passage, Standing
from cli import diagnostics
from cli.jobs.choice import Choice
from cli.jobs.proof_record import StoreRecord
from cli.jobs.speakers import say_unknown
from cli.views.cells import counted
from store.records import Filters

if TYPE_CHECKING:
    from claims.model import Reading
    from store import Store

PASSAGES_TOGETHER = 100
"""Passages of a draft that are looked up at once, so that memory does not grow with it."""


@dataclass(frozen=True)
class Proof:
    """A draft with its findings, in the order of its text."""

    reading: Reading
    findings: tuple[Finding, ...]
    articles: int
    """Among how many it was looked for."""

    @property
    def why_none(self) -> str:
        """Why a draft without findings has none."""
        unread = self.reading.article.unread_language
        if unread:
            return f"in a language that is not read ({unread})"
        return "nothing in it is quoted or attributed"


def proofs(
    where: str | None, filters: Filters, drafts: list[str], choice: Choice, told: dict[str, Any]
) -> Iterator[Proof]:
    """Each draft looked up in the store, in order; raises UsageError where no draft is named, and
    StoreError where there is no store."""
    from cli.jobs.extract import readings
    from cli.jobs.open_store import open_read_only

    with open_read_only(where) as store:
        say_unknown(store, filters)
        articles = store.articles.count_current()
        if not articles:
            diagnostics.note("the store holds no articles: nothing can be on record")
        if waiting := store.corroboration.waiting():
            diagnostics.note(
                f"{counted(waiting, 'article')} not weighed yet, so that origins are missing; `onrecord check` weighs"
            )
        record = StoreRecord(store, filters)
        for reading in readings(drafts, choice, **told):
            proof = prove_reading(store, record, reading, articles)
            _say_nothing_found(proof)
            yield proof


def _say_nothing_found(proof: Proof) -> None:
    if proof.reading.article.unread_language:
        # A script must not take a draft of which nothing was looked up for a clean one.
        diagnostics.record(diagnostics.Exit.INPUT)
    if not proof.findings:
        diagnostics.note(f"{proof.reading.article.doc}: {proof.why_none}")


def prove_reading(store: Store, record: StoreRecord, reading: Reading, articles: int) -> Proof:
    """Every passage of a draft looked up; of one in a language that is not read none is known."""
    from claims.proof.passages import passages_of

    passages = () if reading.article.unread_language else passages_of(reading)
    findings: list[Finding] = []
    for at in range(0, len(passages), PASSAGES_TOGETHER):
        with _uncollected():
            findings += _judged(reading, passages[at : at + PASSAGES_TOGETHER], record)
    return Proof(reading, tuple(_with_standing(store, findings)), articles)


def _judged(
    reading: Reading, passages: Sequence[Passage], record: StoreRecord
) -> Iterator[Finding]:
    """The findings on some passages, each of the likeliest articles where these settle it."""
    from claims.proof.lookup import looked_up
    from claims.proof.proof import judge, looked_at, looked_at_first, settled

    first = record.likeliest([looked_up(reading, one, around=False) for one in passages])
    pairs = [*zip(passages, record.read(first), strict=True)]
    record.read_claims(claim for pair in pairs for claim in looked_at_first(reading, *pair))
    findings = [settled(reading, *pair) for pair in pairs]
    others = [one for one, finding in zip(passages, findings, strict=True) if not finding]
    every = record.every([looked_up(reading, one) for one in others]) if others else []
    pairs = [*zip(others, record.read(every), strict=True)]
    record.read_claims(claim for pair in pairs for claim in looked_at(reading, *pair))
    judged = (judge(reading, *pair) for pair in pairs)
    yield from (finding or next(judged) for finding in findings)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a look for what refers to itself: nothing here does, and each look goes through all that the
    reader of drafts holds."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _with_standing(store: Store, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with what the record holds of the proposition behind each."""
    ids = {p.claim.stated.id for f in findings for p in f.places[:1] if p.claim}
    behind = store.propositions.standing(sorted(ids)) if ids else {}
    for finding in findings:
        claim = finding.places[0].claim if finding.places else None
        told = behind.get(claim.stated.id) if claim else None
        yield replace(finding, standing=Standing(*told)) if told else finding
