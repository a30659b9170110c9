"""What an edition does to the claims of the one before it, as spans of both texts: their words stay in
the texts alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def edition_changes(
    old: Sequence[Row], new: Sequence[Row], carried: Collection[str]
) -> list[dict[str, Any]]:
    """A row for each claim that was added, dropped, kept because a person decided on it, or that says
    something else now, in the order of the new text, what is gone last."""
    before = {row["id"]: row for row in old if not row["vanished"]}
    changes: list[dict[str, Any]] = []
    for row in sorted(new, key=lambda row: row["start"]):
        former = before.pop(row["id"], None)
        if former is None:
            changes.append(_change("added", row["id"], None, row))
        elif _says(former) != _says(row):
            changes.append(_change("changed", row["id"], former, row))
    for id, former in before.items():
        changes.append(_change("kept" if id in carried else "dropped", id, former, None))
    return changes


def _says(row: Row) -> tuple[Any, ...]:
    """What of a claim has to differ to be a change; line breaks and blanks do not."""
    return " ".join(row["quote"].split()), row["speaker_id"], row["stance"], row["polarity"]


def _change(outcome: str, id: str, former: Row | None, row: Row | None) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "id": id,
        "was": former["content"] if former else None,
        "now": row["content"] if row else None,
        "was_stance": former["stance"] if former else None,
        "now_stance": row["stance"] if row else None,
        "was_speaker": former["speaker_id"] if former else None,
        "now_speaker": row["speaker_id"] if row else None,
    }
