"""`review --next` in a plain terminal: one claim, one key; off a terminal the claim alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from claims.rules.vocabulary import STANCES
from cli import diagnostics, output
from cli.jobs import claim_decisions
from cli.jobs.candidates import candidates, mention_of
from cli.jobs.review_options import reverse, told
from cli.jobs.reviewing import next_unreviewed
from cli.output import Format
from cli.rows.claims import claim_row
from cli.sanitise import text
from cli.views.claims import claim_context
from cli.views.review import coverage_line, next_page
from store.records import ClaimRecord, Filters, Move

if TYPE_CHECKING:
    from store import Store

KEYS = "a correct · x wrong · u unsure · s speaker · t stance · space skip · z undo · q leave"
_STATUS = {"a": "correct", "x": "wrong", "u": "unsure"}


def print_next(store: Store, filters: Filters, fmt: Format) -> None:
    """The next unreviewed claim, and on stderr how to decide on it."""
    claim = next_unreviewed(store, filters)
    if claim is None:
        diagnostics.note(
            f"nothing left to review here: {coverage_line(store.claims.coverage(filters))}"
        )
        return
    if fmt is Format.HUMAN:
        output.show(
            next_page(
                claim_context(claim, store.articles.get(claim.article_id)),
                store.claims.coverage(filters),
            )
        )
        diagnostics.note(
            f"decide with `onrecord review {claim.id[:8]} --status correct`, or wrong, or unsure"
        )
    else:
        output.rows(fmt, "claims", [claim_row(claim)])


def ask(store: Store, filters: Filters, reviewer: str) -> None:
    """Claim after claim until none is left or the person leaves."""
    skipped: set[str] = set()
    while (claim := next_unreviewed(store, filters, skipped)) is not None:
        output.show(
            next_page(
                claim_context(claim, store.articles.get(claim.article_id)),
                store.claims.coverage(filters),
            )
        )
        output.line(KEYS)
        output.flush()
        while not (key := typer.getchar()) or key not in "axustz q\x03\x04":
            pass
        if key in "q\x03\x04":
            return
        if key == " ":
            skipped.add(claim.id)
        elif key == "z":
            reverse(store, reviewer, redo=False)
            skipped.clear()
        else:
            _decide(store, claim, key, reviewer)
        output.line()
    output.line(f"nothing left to review here: {coverage_line(store.claims.coverage(filters))}")


def _decide(store: Store, claim: ClaimRecord, key: str, reviewer: str) -> None:
    if key in _STATUS:
        move: Move | None = claim_decisions.status_move(claim, _STATUS[key])
    else:
        move = _speaker(store, claim) if key == "s" else _stance(claim)
    if move is not None:
        store.decisions.decide(reviewer=reviewer, moves=[move])
        output.line(told(store.claims.get(claim.id)))


def _speaker(store: Store, claim: ClaimRecord) -> Move | None:
    others = store.claims.of_article(claim.article_id)
    offered = candidates(mention_of(claim), others, store.speakers)
    for number, candidate in enumerate(offered, 1):
        output.show(text(f"{number:>3} {candidate.name or '(nobody)'}: {candidate.reason}"))
    answer = _line("number or name, empty to leave it: ")
    if not answer:
        return None
    if answer.isdecimal() and 1 <= int(answer) <= len(offered):
        answer = offered[int(answer) - 1].name
    return claim_decisions.speaker_move(claim, answer)


def _stance(claim: ClaimRecord) -> Move | None:
    answer = _line(f"{', '.join(STANCES)}; empty to leave it: ")
    if answer.partition("/")[0] not in STANCES:
        return None
    return claim_decisions.stance_move(claim, answer)


def _line(prompt: str) -> str:
    output.line(prompt)
    output.flush()
    try:
        return input("> ").strip()
    except EOFError:
        return ""
