"""One claim as the page shows it; pure."""

from __future__ import annotations

from collections.abc import Sequence

from cli.report.evidence import paragraph
from cli.report.model import ClaimView
from cli.sanitise import one_line
from cli.views.citation import CITED_ID_CHARS, citation, link_of, negated, speaker_of
from cli.views.claims import sure
from store.records import ArticleRecord, ClaimRecord, DecisionRecord


def claim_view(
    claim: ClaimRecord,
    article: ArticleRecord,
    copy_of: str | None,
    decisions: Sequence[DecisionRecord],
    *,
    private: bool = False,
) -> ClaimView:
    """A claim with its paragraph, chain, facts, reasons, decisions and citation; private: also who its
    unnamed source is."""
    segments, before, after = paragraph(claim, article)
    return ClaimView(
        id=claim.id[:CITED_ID_CHARS],
        anchor=f"claim-{claim.id}",
        speaker=speaker_of(claim),
        when=one_line(claim.published or "")[:10] or "no date",
        outlet=one_line(claim.outlet or claim.doc),
        title=one_line(claim.title or claim.doc),
        link=link_of(claim),
        label=claim.label,
        copy_of=one_line(copy_of) if copy_of else None,
        before=before,
        after=after,
        segments=segments,
        chain=_chain(claim),
        facts=_facts(claim),
        reasons=tuple(map(one_line, claim.reasons)),
        decisions=tuple(_decision(d) for d in decisions),
        citation=citation(claim, private=private),
    )


def _chain(claim: ClaimRecord) -> tuple[str, ...]:
    through = (
        one_line(link.intermediary) + (" (inferred)" if link.inferred else "")
        for link in claim.chain
    )
    ends = (one_line(end) for end in (claim.wire, claim.outlet) if end)
    hops = [speaker_of(claim), *through, *ends]
    return tuple(hop for i, hop in enumerate(hops) if i == 0 or hop != hops[i - 1])


def _facts(claim: ClaimRecord) -> tuple[str, ...]:
    facts = [f"{claim.kind} speech", claim.stance]
    facts += ["negative"] if negated(claim) else []
    facts += [word for word, holds in (("hedged", claim.hedged), ("nested", claim.nested)) if holds]
    facts += (
        [f"speaker: {claim.speaker_kind}"] if claim.speaker_kind != "none" else ["no speaker named"]
    )
    facts += ["no longer in the article"] if claim.vanished else []
    facts += ["unreviewed"] if claim.status == "unreviewed" else []
    return (*facts, sure(claim.confidence))


def _decision(decision: DecisionRecord) -> str:
    new = f" → {one_line(decision.after)}" if decision.after else ""
    note = f" ({one_line(decision.note)})" if decision.note else ""
    return f"Decided by {one_line(decision.reviewer) or 'somebody'} on {decision.at[:10]}: {decision.kind}{new}{note}"
