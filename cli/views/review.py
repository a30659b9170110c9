"""Review for people: marks of status, coverage, machine value beside human value, history, quality,
changes; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Group, RenderableType
from rich.text import Text

from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, claim_words, grid, mark, speaker_words
from store.records import ClaimRecord, Coverage, DecisionRecord
from store.records.kinds import CORRECTIONS, kind_of

if TYPE_CHECKING:
    from cli.jobs.quality import Quality, Rate
    from cli.jobs.redetect import Change

_PARTS = ("content", "source", "cue")


def coverage_line(coverage: Coverage) -> str:
    """As in "143 of 210 reviewed, 7 unsure"."""
    line = f"{coverage.reviewed:,} of {coverage.total:,} reviewed"
    return line + (f", {coverage.unsure:,} unsure" if coverage.unsure else "")


def review_facts(claim: ClaimRecord) -> list[Text]:
    """Status, reviewer and, for each thing put right, the machine's value beside the person's."""
    if claim.status == "unreviewed" and claim.found:
        return []
    head = mark(claim).append(f" {claim.status} ", "bold")
    by = " · ".join(
        p
        for p in (claim.reviewer, (claim.reviewed_at or "")[:16].replace("T", " "), claim.note)
        if p
    )
    head.append_text(text("· " + by if by else ""))
    lines = [head]
    if claim.added:
        lines.append(Text("  entered by a person; the machine missed it"))
    if not claim.found:
        lines.append(Text("  the machine no longer finds it; kept because a person decided on it"))
    for name, machine, human in both_values(claim):
        lines.append(
            Text.assemble(
                "  ", (name, "bold"), ": ", text(human), "  (machine: ", text(machine), ")"
            )
        )
    return lines


def both_values(claim: ClaimRecord) -> list[tuple[str, str, str]]:
    """Name, machine's value and person's value of each thing that was put right."""
    machine = claim.machine or {}
    values: list[tuple[str, str, str]] = []
    if "speaker" in machine:
        values.append(("speaker", machine["speaker"] or "nobody", claim.speaker or "nobody"))
    if claim.private_speaker:
        values.append(("private speaker", "nobody", claim.private_speaker))
    if "stance" in machine or "polarity" in machine:
        was = f"{machine.get('stance', claim.stance)}/{machine.get('polarity', claim.polarity)}"
        values.append(("stance", was, f"{claim.stance}/{claim.polarity}"))
    values += _words_of_parts(claim, machine)
    if "chain" in machine:
        was = " ← ".join(link["intermediary"] for link in machine["chain"])
        now = " ← ".join(link.intermediary for link in claim.chain)
        values.append(("chain", was or "nobody", now or "nobody"))
    plain = [
        name for name in CORRECTIONS if name in machine and name not in {n for n, *_ in values}
    ]
    return values + [
        (name, str(machine[name] or "nothing"), str(getattr(claim, name) or "nothing"))
        for name in plain
    ]


def _words_of_parts(
    claim: ClaimRecord, machine: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """The same for content, cue and source, as words."""
    words = {
        "content": ("quote", claim.quote),
        "cue": ("cue_text", claim.cue_text),
        "source": ("mention", claim.mention),
    }
    for part, (column, human) in words.items():
        if part in machine:
            yield part, str(machine.get(column) or "nothing"), human or "nothing"


def deed(name: str, value: str | None) -> str:
    """What was decided, as one says it; "" for what follows from another part of the act."""
    kind = kind_of(name)
    words = kind.said(value)
    return kind.deed(words) if kind.deed else f"{name} {words}".strip()


def latest_table(decisions: Iterable[tuple[DecisionRecord, str]]) -> RenderableType:
    """One row a decision in force with the words of the claim, or the id of what else it is about;
    newest first."""
    table = grid(
        ("WHEN", {"no_wrap": True}), ("WHO", {"max_width": 16}), ("DECIDED", {"ratio": 2}), ("ON", {"ratio": 3}),
        ("NOTE", {"ratio": 1}),
    )  # fmt: skip
    for one, about in decisions:
        done = deed(one.kind, one.after) or f"{one.kind} {kind_of(one.kind).said(one.after)}"
        table.add_row(
            text(one.at[:16].replace("T", " ")),
            text(one.reviewer),
            text(done),
            text(about[:200]),
            text(one.note),
        )
    return table


def history_table(
    decisions: Sequence[tuple[DecisionRecord, bool]], body: str = ""
) -> RenderableType:
    """One row a judgement, oldest first; those taken back are marked so; body is the article's
    text."""
    table = grid(
        ("WHEN", {"no_wrap": True}), ("WHO", {"max_width": 16}), ("WHAT", {}), ("FROM", {"ratio": 1}),
        ("TO", {"ratio": 1}), ("", {}), ("NOTE", {"ratio": 1}),
    )  # fmt: skip
    for one, stands in decisions:
        table.add_row(
            text(one.at[:19].replace("T", " ")), text(one.reviewer), text(one.kind),
            text(kind_of(one.kind).said(one.before, body)), text(_new(one, body)),
            Text("" if stands else "taken back", "dim"), text(one.note),
        )  # fmt: skip
    return table


def _new(one: DecisionRecord, body: str) -> str:
    """The value that was decided; marked where it says who an unnamed source is."""
    words = kind_of(one.kind).said(one.after, body)
    return f"{words} (private)".strip() if one.private else words


def quality_table(qualities: Iterable[Quality]) -> RenderableType:
    """One row a group: precision, exactness and recall with their intervals."""
    table = grid(
        ("GROUP", {}), ("", {"ratio": 1}), ("REVIEWED", {"justify": "right"}), ("CLAIM AT ALL", {}),
        ("ALL RIGHT", {}), ("SPEAKER", {}), ("SPANS", {}), ("RECALL", {}),
    )  # fmt: skip
    for quality in qualities:
        parts = (quality.parts["speaker"], quality.parts["spans"])
        rates = (quality.precision, quality.exact, *parts, quality.recall)
        group = (text(quality.group), text(quality.value), f"{quality.reviewed:,}")
        table.add_row(*group, *map(rate, rates))
    return table


def rate(share: Rate) -> str:
    """As in ".86 (.79-.91)"; a dash where nothing was counted."""
    if share.value is None:
        return "-"
    low, high = share.interval
    return f"{_share(share.value)} ({_share(low)}-{_share(high)})"


def _share(value: float) -> str:
    """Two digits without the nought before them, so that an interval fits a column of nine at 80
    columns."""
    return "1" if value >= 0.995 else f"{value:.2f}".removeprefix("0")


def changes_table(changes: Iterable[Change]) -> RenderableType:
    """One row a claim that came, went, changed or stays because a person decided on it."""
    table = grid(
        ("", {"no_wrap": True}), ("ID", {"no_wrap": True, "width": ID_CHARS}), ("SPEAKER", {"max_width": 18}),
        ("CLAIM", {"ratio": 3}), ("WAS", {"ratio": 2}),
    )  # fmt: skip
    for change in changes:
        was = "; ".join(f"{name}: {value}" for name, value in change.was.items())
        table.add_row(
            change.outcome,
            text(change.claim.id[:ID_CHARS], "cyan"),
            text(speaker_words(change.claim)),
            text(claim_words(change.claim)),
            text(was),
        )
    return table


def next_page(context: RenderableType, coverage: Coverage) -> RenderableType:
    """The claim to decide on, and how far review has come."""
    return Group(context, Text(""), Text(one_line(coverage_line(coverage)), "dim"))
