"""Carries out what the options of `review` say on one claim or article, as one act; asks
nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli import diagnostics, output
from cli.jobs import claim_decisions
from cli.jobs.review_request import Orders
from cli.jobs.reviewing import article_of
from cli.output import Format
from cli.rows.claims import claim_row
from cli.views.cells import MARKS
from cli.views.review import both_values
from store.records import ArticleRecord, ClaimRecord, Move
from store.records.kinds import Comparison, kind_of

if TYPE_CHECKING:
    from store import Store


PRIVATE = (
    "kept as a private decision: the article leaves this source unnamed, so the name shows on your "
    "screen and leaves it only with --with-private; where the article does name it, say where with "
    "--source"
)


def carry_out(
    store: Store, id: str, orders: Orders, *, reviewer: str, note: str, fmt: Format
) -> None:
    """Decides, and says what stands now; raises UsageError before anything is written."""
    if orders.add:
        claim = store.claims.get(_add(store, article_of(store, id), orders, reviewer, note))
    elif orders.on_article:
        _on_article(store, article_of(store, id), orders, reviewer, note)
        return
    else:
        claim = store.claims.get(id)
        store.decisions.decide(reviewer=reviewer, moves=_moves(store, claim, orders), note=note)
        claim = store.claims.get(claim.id)
    named = (orders.speaker or "").strip() not in claim_decisions.NOBODY
    if named and _is_private(store, claim):
        diagnostics.note(PRIVATE)
    if fmt is Format.HUMAN:
        output.line(told(claim))
    else:
        output.rows(fmt, "claims", [claim_row(claim)])


def _is_private(store: Store, claim: ClaimRecord) -> bool:
    """Whether who speaks, as it was said last, is kept beside the claim."""
    decisions = [one for one, stands in store.decisions.history([claim.id]) if stands]
    return [one.private for one in decisions if one.kind in ("speaker", "add")][-1:] == [True]


def told(claim: ClaimRecord) -> str:
    """A claim's status after a decision, with what was put right."""
    values = "; ".join(
        f"{name}: {human} (machine: {machine})" for name, machine, human in both_values(claim)
    )
    return f"{claim.id[:8]} {MARKS[claim.status]} {claim.status}" + (
        f"  {values}" if values else ""
    )


def _moves(store: Store, claim: ClaimRecord, orders: Orders) -> list[Move]:
    moves: list[Move] = []
    if orders.content or orders.source or orders.cue:
        article = store.articles.get(claim.article_id)
        near = claim_decisions.first_offset(claim)
        for part in ("content", "cue", "source"):
            if words := getattr(orders, part):
                spans = claim_decisions.spans_of(article, words, near, f"--{part}")
                moves += claim_decisions.span_moves(claim, article, part, spans)
    if orders.speaker is not None:
        moves.append(claim_decisions.speaker_move(claim, orders.speaker))
    if orders.stance is not None:
        moves.append(claim_decisions.stance_move(claim, orders.stance))
    if orders.chain is not None:
        article = store.articles.get(claim.article_id)
        moves.append(
            claim_decisions.chain_move(claim, article, orders.chain, store.articles.has_outlet)
        )
    pairs: tuple[tuple[Comparison, str | None, bool], ...] = (
        ("proposition", orders.same_as, True),
        ("proposition", orders.not_same, False),
        ("origin", orders.same_origin, True),
        ("origin", orders.other_origin, False),
    )
    moves += [
        claim_decisions.pair_move(what, claim, store.claims.get(id), same)
        for what, id, same in pairs
        if id
    ]
    return moves + ([claim_decisions.status_move(claim, orders.status)] if orders.status else [])


def _add(store: Store, article: ArticleRecord, orders: Orders, reviewer: str, note: str) -> str:
    """Enters a claim that the machine missed; raises UsageError where its words are not the
    article's."""
    if not orders.content:
        raise UsageError("--add needs --content: the words of the claim, as the article has them")
    content = claim_decisions.spans_of(article, orders.content, 0, "--content")
    near = content[0].start
    return claim_decisions.add_missed(
        store, article, content=content, reviewer=reviewer, note=note,
        source=claim_decisions.spans_of(article, orders.source or (), near, "--source"),
        cue=claim_decisions.spans_of(article, orders.cue or (), near, "--cue"),
        speaker=orders.speaker or "", stance=orders.stance or "assert",
    )  # fmt: skip


def _on_article(
    store: Store, article: ArticleRecord, orders: Orders, reviewer: str, note: str
) -> None:
    """Decides on the article itself; raises UsageError where a claim's values are given too, or
    nothing is."""
    of_claim = (orders.status, orders.speaker, orders.stance, orders.content, orders.source, orders.cue)  # fmt: skip
    if any(of_claim):
        raise UsageError(
            "an article's outlet, wire or reading and a claim's values are decided in two calls"
        )
    moves = _article_moves(article.id, orders)
    if not moves:
        raise UsageError("--outlet: no name stands behind it")
    store.decisions.decide(reviewer=reviewer, moves=moves, note=note)
    for move in moves:
        value = move.after or "none"
        if move.kind == "read":
            value = "wholly" if move.after else "not wholly"
        output.line(f"{article.doc}: {move.kind} {value}")


def _article_moves(article_id: str, orders: Orders) -> list[Move]:
    moves: list[Move] = []
    if outlet := (orders.outlet or "").strip():
        moves.append(Move("outlet", article_id, outlet))
    if orders.wire is not None:
        wire = orders.wire.strip()
        moves.append(Move("wire", article_id, "" if wire in claim_decisions.NOBODY else wire))
    if orders.read is not None:
        moves.append(Move("read", article_id, "yes" if orders.read else ""))
    return moves


def reverse(store: Store, reviewer: str, *, redo: bool) -> None:
    """Takes back or brings back one act, and says what it was."""
    act = store.decisions.redo(reviewer) if redo else store.decisions.undo(reviewer)
    if not act:
        diagnostics.note(f"{reviewer}: nothing to {'redo' if redo else 'undo'}")
    for decision in act:
        words = kind_of(decision.kind).said(decision.after)
        output.line(
            f"{'again' if redo else 'taken back'}: {decision.kind} {words} on {decision.subject[:8]}".replace(
                "  ", " "
            )
        )
