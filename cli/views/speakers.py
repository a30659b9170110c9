"""Speakers: the table of all, the record of one in time order, proposals and decisions; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, claim_words, counted, grid
from store.records import (
    ClaimRecord,
    DecisionRecord,
    FormRecord,
    ProposalRecord,
    RoleRecord,
    SpeakerRecord,
)
from store.records.kinds import kind_of

if TYPE_CHECKING:
    from claims.identity.changes import Change

ALONE = "a name alone: these may be several people"


def speakers_table(speakers: Iterable[SpeakerRecord]) -> RenderableType:
    """One row a speaker: name, kind, affiliation, counts and dates."""
    table = grid(
        ("SPEAKER", {"ratio": 3}),
        ("KIND", {}),
        ("AFFILIATION", {"ratio": 2, "min_width": 11}),
        ("CLAIMS", {"justify": "right"}),
        ("ARTICLES", {"justify": "right"}),
        ("OUTLETS", {"justify": "right"}),
        ("FIRST", {"no_wrap": True}),
        ("LAST", {"no_wrap": True}),
    )
    for speaker in speakers:
        counts = (f"{speaker.claims:,}", f"{speaker.articles:,}", f"{speaker.outlets:,}")
        dates = (text((speaker.first or "")[:10]), text((speaker.last or "")[:10]))
        table.add_row(
            text(speaker.name, "bold"),
            text(speaker.kind),
            text(speaker.affiliation),
            *counts,
            *dates,
        )
    return table


def speaker_page(
    speaker: SpeakerRecord,
    claims: Sequence[ClaimRecord],
    forms: Sequence[FormRecord],
    roles: Sequence[RoleRecord],
    changes: Sequence[Change],
) -> RenderableType:
    """Who a speaker is, and the record in time order, with what was said otherwise before."""
    lines = [
        text(speaker.name, "bold"),
        text(", ".join(p for p in (speaker.kind, speaker.affiliation) if p)),
    ]
    lines += [
        text(f"{role.office}, {role.since or '…'} to {role.until or 'now'}") for role in roles
    ]
    if speaker.aliases:
        lines.append(text("also: " + "; ".join(speaker.aliases)))
    lines += [text(f"· {form.name}: {form.reason}", "dim") for form in forms if form.reason]
    if speaker.kind == "person" and " " not in speaker.name.strip():
        lines.append(text(ALONE, "italic"))
    counts = f"{counted(speaker.claims, 'claim')} in {counted(speaker.articles, 'article')}"
    counts += f" of {counted(speaker.outlets, 'outlet')}"
    if joint := sum(claim.speaker_kind == "joint" for claim in claims):
        counts += f", and {joint:,} together with others"
    return Group(*lines, Text(counts), Text(""), _record(claims, changes))


def _record(claims: Sequence[ClaimRecord], changes: Sequence[Change]) -> RenderableType:
    table = grid(
        ("DATE", {"no_wrap": True}), ("ID", {"no_wrap": True, "width": ID_CHARS}), ("CLAIM", {"ratio": 1}),
        ("OUTLET", {"max_width": 18}),
    )  # fmt: skip
    by_id = {claim.id: claim for claim in claims}
    before = {change.after: change for change in changes}
    for claim in claims:
        said = text(claim_words(claim))
        if claim.speaker_kind == "joint":
            said.append(f"\n(joint: {one_line(', '.join(claim.members))})", "dim")
        if claim.effective_speaker_reason:
            said.append(f"\n({one_line(claim.effective_speaker_reason)})", "dim")
        if (change := before.get(claim.id)) and change.before in by_id:
            said.append("\n" + said_before(change, by_id[change.before]), "yellow")
        date, outlet = (
            text((claim.published or "")[:10]),
            text(claim.outlet or claim.wire or claim.doc),
        )
        table.add_row(date, text(claim.id[:ID_CHARS], "cyan"), said, outlet)
    return table


def said_before(change: Change, earlier: ClaimRecord) -> str:
    """The earlier claim that a later one departs from, and in what."""
    date = (earlier.published or "")[:10]
    return f"said before ({date}, {earlier.id[:ID_CHARS]}): {one_line(earlier.quote)} — now {change.reason}"


def proposals_table(proposals: Iterable[ProposalRecord]) -> RenderableType:
    """One row a pair: id, both names, why they may be one."""
    table = grid(
        ("ID", {"no_wrap": True, "width": ID_CHARS}), ("SPEAKER", {"ratio": 2}), ("MAY BE", {"ratio": 2}),
        ("KIND", {}), ("WHY", {"ratio": 3}), ("SURE", {"justify": "right"}),
    )  # fmt: skip
    for proposal in proposals:
        names = (text(proposal.a_name, "bold"), text(proposal.b_name, "bold"))
        reasons = text("; ".join(proposal.reasons))
        table.add_row(
            text(proposal.id[:ID_CHARS], "cyan"),
            *names,
            text(proposal.kind),
            reasons,
            f"{proposal.confidence:.2f}",
        )
    return table


def decisions_table(decisions: Iterable[DecisionRecord]) -> RenderableType:
    """One row a decision: number, time, who, what."""
    table = grid(
        ("NUMBER", {"justify": "right"}), ("AT", {"no_wrap": True}), ("WHO", {}), ("DECISION", {"ratio": 1}),
        ("NOTE", {"ratio": 1}),
    )  # fmt: skip
    for decision in decisions:
        table.add_row(
            str(decision.id),
            text(decision.at[:16]),
            text(decision.reviewer),
            text(said_decision(decision, who=False)),
            text(decision.note),
        )
    return table


def said_decision(decision: DecisionRecord, *, who: bool = True) -> str:
    """A decision in words."""
    sentence, value = kind_of(decision.kind).sentence, decision.after or ""
    if sentence:
        said = sentence(decision.subject, value)
    else:
        said = " ".join(filter(None, (decision.kind, decision.subject[:ID_CHARS], value)))
    return one_line(
        f"{decision.id}, {said} (by {decision.reviewer}, {decision.at[:10]})" if who else said
    )
