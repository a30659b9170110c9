"""Tables of claims, and one claim in its context; pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from claims.detect.confidence import word
from claims.model import Spans
from claims.rules.vocabulary import ANONYMITY
from cli.sanitise import clean, one_line, text
from cli.views.cells import ID_CHARS, claim_words, grid, mark, speaker_words
from cli.views.reasons import machine_reasons
from cli.views.review import review_facts
from cli.views.verdicts import BY_PERSON
from store.records import ArticleRecord, ClaimRecord

CONTEXT_CHARS = 300
"""Characters of context on either side of a claim."""
CHAIN_QUOTE_CHARS = 60


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


def chain_line(claim: ClaimRecord) -> Text:
    """The chain in one line, from the claim back to the outlet."""
    quote = one_line(claim.quote).strip("\"“”'")
    hops = [
        speaker_words(claim),
        *(link.intermediary for link in claim.chain),
        *(name for name in (claim.wire, claim.outlet) if name),
    ]
    distinct = [hop for i, hop in enumerate(hops) if i == 0 or hop != hops[i - 1]]
    short = quote if len(quote) <= CHAIN_QUOTE_CHARS else quote[: CHAIN_QUOTE_CHARS - 1] + "…"
    line = Text(f"“{short}”")
    for hop in distinct:
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
    """When, by what means, where and to whom, and why unnamed."""
    return (
        ("said on", claim.said_on),
        ("by", claim.channel),
        ("at", claim.venue),
        ("to", claim.audience),
        ("unnamed:", ANONYMITY[claim.anonymity] if claim.anonymity else None),
    )


def claim_context(
    claim: ClaimRecord, article: ArticleRecord, decided: Iterable[str] = ()
) -> RenderableType:
    """A claim in its paragraph, its chain and what the machine made of it; decided: which decisions of
    people its verdict rests on."""
    on_people = tuple(decided)
    return Group(
        _head(claim),
        Text(""),
        _excerpt(claim, article.text),
        Text(""),
        chain_line(claim),
        text(" · ".join(_facts(claim, by_person=bool(on_people)))),
        *(text(f"  {reason}") for reason in on_people),
        *review_facts(claim),
        *_reasons(claim),
        Text("«content» [cue] {source}", "dim"),
    )


def _head(claim: ClaimRecord) -> Text:
    day = (claim.published or "")[:10]
    parts = (claim.id[:ID_CHARS], claim.outlet, day, claim.title, claim.doc)
    return text(" · ".join(part for part in parts if part), "bold")


def _excerpt(claim: ClaimRecord, body: str) -> Text:
    """The claim's paragraph, cut where it is long."""
    spans = [*claim.content, *claim.cue, *claim.source]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    start = max(0, body.rfind("\n", 0, first) + 1, first - CONTEXT_CHARS)
    newline = body.find("\n", last)
    end = min(len(body) if newline < 0 else newline, last + CONTEXT_CHARS)
    return marked(body, claim.content, claim.cue, claim.source, start, end)


def _facts(claim: ClaimRecord, *, by_person: bool) -> list[str]:
    facts = [
        claim.kind,
        claim.stance,
        claim.polarity,
        "hedged" if claim.hedged else "",
        f"saying: {claim.saying}",
        "nested" if claim.nested else "",
        claim.speaker_kind,
        f"{claim.label} ({BY_PERSON})" if claim.label and by_person else claim.label or "",
        sure(claim.confidence),
        *(f"{label} {value}" for label, value in _setting(claim) if value),
    ]
    return [fact for fact in facts if fact]


def _reasons(claim: ClaimRecord) -> list[Text]:
    lines = [f"{'overruled: ' * overruled}{reason}" for reason, overruled in machine_reasons(claim)]
    lines += [claim.effective_speaker_reason] if claim.effective_speaker_reason else []
    return [text("  " + line, "dim") for line in lines]
