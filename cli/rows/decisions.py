"""Rows of decisions and runs."""

from __future__ import annotations

from typing import Any

from store.records import DecisionRecord, RunRecord


def decision_row(decision: DecisionRecord) -> dict[str, Any]:
    """One decision."""
    return {
        "id": decision.id,
        "at": decision.at,
        "who": decision.reviewer,
        "what": decision.kind,
        "subject": decision.subject,
        "old": decision.before,
        "new": decision.after,
        "note": decision.note,
        "private": decision.private,
    }


def judgement_row(decision: DecisionRecord, stands: bool) -> dict[str, Any]:
    """One decision, and whether it stands."""
    return {**decision_row(decision), "stands": stands}


def run_row(run: RunRecord) -> dict[str, Any]:
    """One run; times are ISO 8601 UTC, finished is null where it was cut off."""
    return {
        "id": run.id,
        "command": run.command,
        "started": run.started,
        "finished": run.finished,
        "versions": dict(run.versions),
        "counts": dict(run.counts),
        "failures": list(run.failures),
    }
