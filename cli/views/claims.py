"""Tables of claims, and one claim in its context; pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from claims.detect.confidence import word
from claims.model import Spans
from cli.sanitise import clean, one_line, text
from cli.views.cells import ID_CHARS, claim_words, grid, mark, speaker_words
from cli.views.review import review_facts
from store.records import ArticleRecord, ClaimRecord

CONTEXT_CHARS = 300
"""Characters of context on either side of a claim."""


def sure(confidence: float) -> str:
    """How likely a claim was read rightly, in a figure and a word."""
    return f"confidence {confidence:.2f}, {word(confidence)}"


def claims_table(claims: Iterable[ClaimRecord]) -> RenderableType:
    """One row a claim: id, status of review, speaker, claim, outlet, date."""
    table = grid(
        ("ID", {"no_wrap": True, "width": ID_CHARS}),
        ("", {"no_wrap": True, "width": 1}),
        ("SPEAKER", {"max_width": 20}),
        ("CLAIM", {"ratio": 1}),
        ("OUTLET", {"max_width": 16}),
        ("DATE", {"no_wrap": True}),
    )

    for claim in claims:
        table.add_row(
            text(claim.id[:ID_CHARS], "cyan"),
            mark(claim),
            text(speaker_words(claim), "bold" if claim.speaker else "italic"),
            text(claim_words(claim)),
            text(claim.outlet or claim.wire or claim.doc),
            text((claim.published or "")[:10]),
        )
    return table


def overruled(claim: ClaimRecord, reason: str = "") -> bool:
    """Whether a person put right what the machine's reason is for; without a reason, whether it is
    the speaker."""
    parts = (
        {"stance", "polarity"}
        if reason.startswith("Stance ")
        else {"speaker", "speaker_kind", "mention"}
    )
    return bool(parts & set(claim.machine or {}))


def chain_line(claim: ClaimRecord) -> Text:
    """The chain in one line, from the claim back to the outlet."""
    quote = one_line(claim.quote).strip("\"“”'")
    hops = [
        speaker_words(claim),
        *(link.intermediary for link in claim.chain),
        *(h for h in (claim.wire, claim.outlet) if h),
    ]
    kept = [hop for i, hop in enumerate(hops) if i == 0 or hop != hops[i - 1]]
    short = quote if len(quote) <= 60 else quote[:59] + "…"
    line = Text(f"“{short}”")
    for hop in kept:
        line.append(" ← ", "dim").append(one_line(hop), "bold")
    return line


def marked(body: str, content: Spans, cue: Spans, source: Spans, start: int, end: int) -> Text:
    """A stretch of text with «content», [cue] and {source} marked, without colour too."""
    opens: dict[int, list[tuple[str, str]]] = {}
    closes: dict[int, list[tuple[str, str]]] = {}
    for spans, left, right, style in (
        (content, "«", "»", "bold"),
        (cue, "[", "]", "yellow"),
        (source, "{", "}", "cyan"),
    ):
        for a, b in spans:
            opens.setdefault(a, []).append((left, style))
            closes.setdefault(b, []).append((right, style))
    cuts = sorted({start, end, *(c for c in (*opens, *closes) if start <= c <= end)})
    out = Text()
    for at, until in zip(cuts, [*cuts[1:], end], strict=True):
        for bracket, style in (*closes.get(at, ()), *opens.get(at, ())):
            out.append(bracket, style)
        inside = next(
            (
                s
                for spans, s in ((cue, "yellow"), (source, "cyan"), (content, "bold"))
                if any(a <= at < b for a, b in spans)
            ),
            "",
        )
        out.append(clean(body[at:until]).replace("\n\n", "\n"), inside)
    return out


def _setting(claim: ClaimRecord) -> tuple[tuple[str, str | None], ...]:
    """When, by what means, where and to whom."""
    return (
        ("said on", claim.said_on),
        ("by", claim.channel),
        ("at", claim.venue),
        ("to", claim.audience),
    )


def claim_context(claim: ClaimRecord, article: ArticleRecord) -> RenderableType:
    """A claim in its paragraph, its chain and what the machine made of it."""
    spans = [*claim.content, *claim.cue, *claim.source]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    start = max(0, article.text.rfind("\n", 0, first) + 1, first - CONTEXT_CHARS)
    newline = article.text.find("\n", last)
    end = min(len(article.text) if newline < 0 else newline, last + CONTEXT_CHARS)
    head = text(
        " · ".join(
            p
            for p in (
                claim.id[:ID_CHARS],
                claim.outlet,
                (claim.published or "")[:10],
                claim.title,
                claim.doc,
            )
            if p
        ),
        "bold",
    )
    facts = [
        claim.kind,
        claim.stance,
        claim.polarity,
        *(["hedged"] if claim.hedged else []),
        *(["nested"] if claim.nested else []),
        claim.speaker_kind,
        *([claim.label] if claim.label else []),
        sure(claim.confidence),
    ]
    facts += [f"{label} {value}" for label, value in _setting(claim) if value]
    given = [claim.effective_speaker_reason] if claim.effective_speaker_reason else []
    reasons = [
        text("  " + "overruled: " * overruled(claim, r) + r, "dim") for r in claim.reasons
    ] + [text("  " + reason, "dim") for reason in given]
    legend = Text("«content» [cue] {source}", "dim")
    body = marked(article.text, claim.content, claim.cue, claim.source, start, end)

    reviewed = review_facts(claim)
    return Group(
        head,
        Text(""),
        body,
        Text(""),
        chain_line(claim),
        text(" · ".join(facts)),
        *reviewed,
        *reasons,
        legend,
    )
