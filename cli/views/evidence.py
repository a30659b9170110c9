"""The evidence of one proposition as a tree to read aloud: origins, relays, wires, outlets, copies;
pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from cli.sanitise import text
from cli.views.cells import ID_CHARS, counted, plural, quoted_words, speaker_words
from cli.views.verdicts import interval, label_text, otherwise
from store.records import ClaimRecord, ConflictRecord, VerdictClaim, VerdictRecord


def evidence_tree(
    verdict: VerdictRecord, conflicts: Sequence[ConflictRecord] = ()
) -> RenderableType:
    """What is said, on whom it rests and through whom it came, why, and what speaks against it."""
    tree = Tree(Text(verdict.id[:ID_CHARS] + " ", "cyan").append_text(_head(verdict)))
    if verdict.claims:
        tree.add(text(quoted_words(verdict.claims[0].claim), "italic"))
    printed = {member.claim.doc: _printed(member.claim) for member in verdict.claims}
    supporting = [member for member in verdict.claims if member.role == "supports"]
    rests = tree.add(
        Text(
            "rests on" if any(m.origin for m in supporting) else "rests on no named origin", "bold"
        )
    )
    for origin in dict.fromkeys(member.origin for member in supporting):
        branch = rests.add(text(origin or "no source named"))
        _through(branch, [member for member in supporting if member.origin == origin], printed)
    _listed(tree, [member for member in verdict.claims if member.role != "supports"])
    _lines(tree, "how the origins stand to each other", _pair_lines(verdict))
    _lines(tree, "why these claims are one", _joined_lines(verdict))
    _lines(tree, "why", (*verdict.reasons, otherwise(verdict)))
    for conflict in conflicts:
        tree.add(Text("against it: ", "bold red").append_text(text(conflict.reason))).add(
            _beside(verdict, conflict)
        )
    return tree


def _head(verdict: VerdictRecord) -> Text:
    origins = interval(verdict.origins_min, verdict.origins_max)
    channels = interval(verdict.channels_min, verdict.channels_max)
    return label_text(verdict).append(
        f" · {origins} independent {plural('origin', verdict.origins_max)} of the claim"
        f" · said through {channels} {plural('channel', verdict.channels_max)}",
        "default",
    )


def _through(branch: Tree, members: Sequence[VerdictClaim], printed: Mapping[str, str]) -> None:
    """Every claim of an origin under the outlet that has it; copies folded under the text that they
    copy."""
    originals = [member for member in members if member.copy_of is None]
    docs = {member.claim.doc for member in originals}
    for member in originals:
        node = branch.add(text(_path(member)))
        copies = [_printed(m.claim) for m in members if m.copy_of == member.claim.doc]
        if copies:
            node.add(
                text(f"{counted(len(copies), 'copy')}: " + "; ".join(dict.fromkeys(copies)), "dim")
            )
    for member in members:
        if member.copy_of is not None and member.copy_of not in docs:
            branch.add(
                text(_path(member) + f", a copy of {printed.get(member.copy_of, member.copy_of)}")
            )


def _path(member: VerdictClaim) -> str:
    """Speaker, intermediaries, wire and outlet of one claim, with its words and id."""
    claim = member.claim
    steps = [speaker_words(claim), *(f"passed on by {link.intermediary}" for link in claim.chain)]
    if claim.wire:
        steps.append(f"wire {claim.wire}")
    steps.append(f"in {_printed(claim)}")
    return " → ".join(steps) + f": {quoted_words(claim)} {claim.id[:ID_CHARS]}"


def _printed(claim: ClaimRecord) -> str:
    """The outlet and the day, as one reads them aloud; the id of the article where its outlet is
    not known."""
    return (claim.outlet or claim.doc) + (f", {claim.published[:10]}" if claim.published else "")


def _listed(tree: Tree, members: Sequence[VerdictClaim]) -> None:
    _lines(
        tree,
        "listed, not counted",
        [f"{member.claim.stance}: {_path(member)}" for member in members],
    )


def _pair_lines(verdict: VerdictRecord) -> list[str]:
    return [
        f"{pair.a} / {pair.b}: {pair.relation}, because {pair.reason}"
        + f" — {pair.evidence}" * bool(pair.evidence)
        for pair in verdict.pairs
    ]


def _joined_lines(verdict: VerdictRecord) -> list[str]:
    return [
        f"{member.claim.id[:ID_CHARS]} {'confirmed' if member.confirmed else 'suggested'}: {member.reason}"
        for member in verdict.claims[1:]
    ]


def _lines(tree: Tree, title: str, lines: Iterable[str]) -> None:
    filled = [line for line in lines if line]
    if filled:
        branch = tree.add(Text(title, "bold"))
        for line in filled:
            branch.add(text(line))


def _beside(verdict: VerdictRecord, conflict: ConflictRecord) -> RenderableType:
    """The two propositions side by side."""
    table = Table(box=None, pad_edge=False)
    for other in (verdict, conflict.verdict):
        head = text(f"{other.id[:ID_CHARS]} ").append_text(label_text(other))
        table.add_column(head, ratio=1)
    table.add_row(*(_voices(other) for other in (verdict, conflict.verdict)))
    return table


def _voices(verdict: VerdictRecord) -> Text:
    shown = [
        f"{speaker_words(m.claim)} in {m.claim.outlet or m.claim.doc}: {quoted_words(m.claim)}"
        for m in verdict.claims
    ]
    return text("; ".join(shown[:3]) + (f"; {len(shown) - 3} more" if len(shown) > 3 else ""))
