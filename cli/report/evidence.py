"""A claim's paragraph in segments and the tree of its proposition; pure."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from claims.model import Spans
from cli.formats.cells import visible
from cli.report.model import Branch, Leaf, PropositionView, Segment
from cli.sanitise import one_line
from cli.views.cells import claim_phrase, claim_words, stance_words
from cli.views.citation import CITED_ID_CHARS, speaker_of, standing
from cli.views.verdicts import besides
from store.records import ArticleRecord, ClaimRecord, VerdictClaim, VerdictRecord

CONTEXT_CHARS = 700
"""Characters of context on either side, at most."""
QUOTE_CHARS = 300
"""Characters of a quote within a tree."""


def paragraph(claim: ClaimRecord, article: ArticleRecord) -> tuple[tuple[Segment, ...], bool, bool]:
    """The paragraphs that hold the claim, in segments, and whether the article goes on before and
    after."""
    text = article.text
    spans = [*claim.content, *claim.cue, *claim.source]
    first, last = min((a for a, _ in spans), default=0), max((b for _, b in spans), default=0)
    start = max(text.rfind("\n", 0, first) + 1, first - CONTEXT_CHARS)
    newline = text.find("\n", last)
    end = min(len(text) if newline < 0 else newline, last + CONTEXT_CHARS)
    parts = (("source", claim.source), ("cue", claim.cue), ("claim", claim.content))
    cuts = sorted(
        {
            start,
            end,
            *(at for _, places in parts for span in places for at in span if start <= at <= end),
        }
    )
    segments: list[Segment] = []
    for a, b in pairwise(cuts):
        part = next((name for name, places in parts if _inside(a, places)), "")
        segments.append(
            Segment(
                visible(text[a:b]), part, bool(part) and (not segments or segments[-1].part != part)
            )
        )
    return tuple(segments), bool(text[:start].strip()), bool(text[end:].strip())


def proposition(verdict: VerdictRecord, others: dict[str, str]) -> PropositionView:
    """A proposition with its claims under the origins they lead back to; others: quotes of those in
    conflict."""
    return PropositionView(
        id=verdict.id[:CITED_ID_CHARS],
        quote=_short(claim_words(verdict.claims[0].claim)) if verdict.claims else "",
        label=verdict.label,
        besides=", ".join(besides(verdict)),
        origins=_interval(verdict.origins_min, verdict.origins_max, "independent origin"),
        channels=_interval(verdict.channels_min, verdict.channels_max, "channel"),
        reasons=tuple(map(one_line, verdict.reasons)),
        branches=_branches(verdict),
        pairs=tuple(_pair(p.a, p.b, p.relation, p.reason) for p in verdict.pairs),
        conflicts=tuple(
            f"{id[:CITED_ID_CHARS]}: {_short(others.get(id, ''))}" for id in verdict.conflicts_with
        ),
    )


def _branches(verdict: VerdictRecord) -> tuple[Branch, ...]:
    grouped: dict[str, list[VerdictClaim]] = defaultdict(list)
    for member in verdict.claims:
        grouped[_branch(member)].append(member)
    # The first claim opened the proposition: why it is in it goes without saying.
    first = verdict.claims[0].claim.id if verdict.claims else ""
    return tuple(
        Branch(
            title, tuple(_leaf(member, explained=member.claim.id != first) for member in members)
        )
        for title, members in grouped.items()
    )


def _branch(member: VerdictClaim) -> str:
    if member.role == "supports":
        return f"Leads back to {one_line(member.origin)}" if member.origin else "Names no origin"
    return "Denies it" if member.role == "denies" else "Counted neither for nor against"


def _leaf(member: VerdictClaim, *, explained: bool) -> Leaf:
    claim = member.claim
    outlet = one_line(claim.outlet or claim.doc)
    where = ", ".join(
        part
        for part in (
            speaker_of(claim),
            outlet,
            one_line(claim.published or "")[:10],
            standing(claim),
        )
        if part
    )
    copy_of = one_line(member.copy_of) if member.copy_of else None
    reason = one_line(member.reason) if explained else ""
    return Leaf(
        claim.id[:CITED_ID_CHARS],
        claim.id,
        f"claim-{claim.id}",
        stance_words(claim),
        _short(claim_phrase(claim).words),
        where,
        copy_of,
        reason,
    )


def span(low: object, high: object) -> str:
    """ "2 to 3", or "2" where both are 2."""
    return str(low) if low == high else f"{low} to {high}"


def _inside(at: int, places: Spans) -> bool:
    return any(a <= at < b for a, b in places)


def _interval(low: int, high: int, word: str) -> str:
    return f"{span(low, high)} {word}{'' if high == 1 else 's'}"


def _pair(a: str, b: str, relation: str, reason: str) -> str:
    return one_line(f"{a} and {b}: {relation}{', ' + reason if reason else ''}")


def _short(quote: str) -> str:
    plain = one_line(quote)
    return plain if len(plain) <= QUOTE_CHARS else plain[: QUOTE_CHARS - 1] + "…"
