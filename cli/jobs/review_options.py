"""Carries out what the options of `review` say on one claim or article, as one act; asks
nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from claims.errors import UsageError
from cli import diagnostics, output
from cli.jobs import claim_decisions
from cli.jobs.reviewing import article_of
from cli.output import Format
from cli.rows import claim_row
from cli.views.cells import MARKS
from cli.views.review import both_values
from store.records import ArticleRecord, ClaimRecord, Move
from store.records.kinds import Comparison, kind_of

if TYPE_CHECKING:
    from store import Store


@dataclass(frozen=True)
class Orders:
    """The options of one call; None or False where not given."""

    status: str | None = None
    speaker: str | None = None
    stance: str | None = None
    chain: tuple[str, ...] | None = None
    content: Sequence[str] | None = None
    source: Sequence[str] | None = None
    cue: Sequence[str] | None = None
    same_as: str | None = None
    not_same: str | None = None
    same_origin: str | None = None
    other_origin: str | None = None
    outlet: str | None = None
    wire: str | None = None
    read: bool | None = None
    add: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is to be decided."""
        return any(
            getattr(self, f.name) not in (None, False) or (f.name == "read" and self.read is False)
            for f in fields(self)
        )

    @property
    def on_article(self) -> bool:
        """Whether the id is an article's."""
        return self.outlet is not None or self.wire is not None or self.read is not None


def carry_out(store: Store, id: str, orders: Orders, *, who: str, note: str, fmt: Format) -> None:
    """Decides, and says what stands now; raises UsageError before anything is written."""
    if orders.add:
        claim = store.claims.get(_add(store, article_of(store, id), orders, who, note))
    elif orders.on_article:
        _on_article(store, article_of(store, id), orders, who, note)
        return
    else:
        claim = store.claims.get(id)
        store.decisions.decide(reviewer=who, moves=_moves(store, claim, orders), note=note)
        claim = store.claims.get(claim.id)
    if fmt is Format.HUMAN:
        output.line(told(claim))
    else:
        output.rows(fmt, "claims", [claim_row(claim)])


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
        moves.append(claim_decisions.chain_move(claim, orders.chain))
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


def _add(store: Store, article: ArticleRecord, orders: Orders, who: str, note: str) -> str:
    """Enters a claim that the machine missed; raises UsageError where its words are not the
    article's."""
    if not orders.content:
        raise UsageError("--add needs --content: the words of the claim, as the article has them")
    content = claim_decisions.spans_of(article, orders.content, 0, "--content")
    near = content[0].start
    return claim_decisions.add_missed(
        store, article, content=content, who=who, note=note,
        source=claim_decisions.spans_of(article, orders.source or (), near, "--source"),
        cue=claim_decisions.spans_of(article, orders.cue or (), near, "--cue"),
        speaker=orders.speaker or "", stance=orders.stance or "assert",
    )  # fmt: skip


def _on_article(store: Store, article: ArticleRecord, orders: Orders, who: str, note: str) -> None:
    """Decides on the article itself; raises UsageError where a claim's values are given too, or
    nothing is."""
    if any(
        (orders.status, orders.speaker, orders.stance, orders.content, orders.source, orders.cue)
    ):
        raise UsageError(
            "an article's outlet, wire or reading and a claim's values are decided in two calls"
        )
    moves = (
        [Move("outlet", article.id, orders.outlet.strip())]
        if orders.outlet and orders.outlet.strip()
        else []
    )
    if orders.wire is not None:
        moves.append(
            Move(
                "wire",
                article.id,
                "" if orders.wire.strip() in claim_decisions.NOBODY else orders.wire.strip(),
            )
        )
    if orders.read is not None:
        moves.append(Move("read", article.id, "yes" if orders.read else ""))
    if not moves:
        raise UsageError("--outlet: no name stands behind it")
    store.decisions.decide(reviewer=who, moves=moves, note=note)
    for move in moves:
        value = (
            {"yes": "wholly", "": "not wholly"}[move.after or ""]
            if move.kind == "read"
            else move.after or "none"
        )
        output.line(f"{article.doc}: {move.kind} {value}")


def reverse(store: Store, who: str, *, redo: bool) -> None:
    """Takes back or brings back one act, and says what it was."""
    act = store.decisions.redo(who) if redo else store.decisions.undo(who)
    if not act:
        diagnostics.note(f"{who}: nothing to {'redo' if redo else 'undo'}")
    for decision in act:
        words = kind_of(decision.kind).said(decision.after)
        output.line(
            f"{'again' if redo else 'taken back'}: {decision.kind} {words} on {decision.subject[:8]}".replace(
                "  ", " "
            )
        )
