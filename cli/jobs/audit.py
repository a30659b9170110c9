"""The figures of an audit in the shape that tables and charts draw; one set of numbers for terminal, page and
report. How they are counted stands in the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.rules.vocabulary import ANONYMITY, LABELS
from store.records import AuditFigure
from store.records.audit import COPY, NAMED_SOURCES, NO_REASON, ORIGINAL, SOURCES

NO_OUTLET = "(no outlet)"
UNDATED = "no date"
ALL = "all outlets"
REASONS: dict[str, str] = dict(ANONYMITY) | {NO_REASON: "the article says nothing of it"}
SINGLE = ("SINGLE", "POSSIBLY SINGLE")
"""What counts as resting on a single source, or as possibly so."""


@dataclass(frozen=True)
class Period:
    """Claims of a day, month or year, in originals and in copies."""

    name: str
    originals: int
    copies: int

    @property
    def total(self) -> int:
        """Both."""
        return self.originals + self.copies


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    of: int

    @property
    def value(self) -> float:
        """Of 1."""
        return self.part / self.of if self.of else 0.0

    @property
    def percent(self) -> str:
        """In words for a table; a dash where there is nothing to share."""
        return f"{round(100 * self.value)} %" if self.of else "-"


@dataclass(frozen=True)
class OutletAudit:
    """Whom one outlet quotes, and what that rests on."""

    name: str
    sources: dict[str, int]
    labels: dict[str, int]
    reasons: dict[str, int]
    decided: Share
    """Claims whose label rests on a reviewer's decision, of those that were weighed."""
    top_ten: Share

    @property
    def claims(self) -> int:
        """All of them."""
        return sum(self.sources.values())

    @property
    def unnamed(self) -> Share:
        """Claims of sources without a name, of all."""
        return Share(self.sources.get("unnamed", 0), self.claims)

    @property
    def named(self) -> Share:
        """Claims of sources with a name, of all."""
        return Share(sum(self.sources.get(kind, 0) for kind in NAMED_SOURCES), self.claims)

    @property
    def single(self) -> Share:
        """Claims that rest on a single source, of those that were weighed."""
        return Share(self.labels.get("SINGLE", 0), sum(self.labels.values()))

    @property
    def reasoned(self) -> Share:
        """Unnamed claims whose article gives a reason, of the unnamed ones."""
        given = sum(
            n for reason, n in self.reasons.items() if reason not in ("condition", NO_REASON)
        )
        return Share(given, sum(self.reasons.values()))


@dataclass(frozen=True)
class Audit:
    """What every view of an audit draws."""

    periods: tuple[Period, ...]
    whole: OutletAudit
    outlets: tuple[OutletAudit, ...]
    speakers: tuple[tuple[str, int], ...]
    """The ten most quoted, with their claims."""

    @property
    def claims(self) -> int:
        """All that were counted."""
        return self.whole.claims


def decided_labels(decided: Share) -> str:
    """What of the labels rests on a reviewer's decision, as a sentence."""
    rests = "rests" if decided.part == 1 else "rest"
    return (
        f"Of the labels of {decided.of:,} weighed claims {decided.part:,} {rests} on a reviewer's decision; "
        "`onrecord check --machine` shows verdicts without any."
    )


def audit_of(figures: Iterable[AuditFigure]) -> Audit:
    """The figures, put together by what they are about."""
    every = list(figures)
    order = list(dict.fromkeys(f.outlet for f in every if f.table == "sources" and not f.over_all))
    return Audit(
        _periods([f for f in every if f.table == "time"]),
        _outlet([f for f in every if f.over_all], ALL),
        tuple(
            _outlet([f for f in every if not f.over_all and f.outlet == name], name or NO_OUTLET)
            for name in order
        ),
        tuple((f.what, f.claims) for f in every if f.table == "speakers"),
    )


def _periods(figures: Sequence[AuditFigure]) -> tuple[Period, ...]:
    counts = {(f.period, f.what): f.claims for f in figures}
    names = dict.fromkeys(f.period or "" for f in figures)
    return tuple(
        Period(name or UNDATED, counts.get((name, ORIGINAL), 0), counts.get((name, COPY), 0))
        for name in names
    )


def _outlet(figures: Sequence[AuditFigure], name: str) -> OutletAudit:
    def counts(table: str, order: Iterable[str]) -> dict[str, int]:
        found = {f.what: f.claims for f in figures if f.table == table}
        return {what: found[what] for what in order if what in found}

    def share(table: str) -> Share:
        found = next((f for f in figures if f.table == table), None)
        return Share(found.claims, found.of) if found else Share(0, 0)

    return OutletAudit(
        name,
        counts("sources", SOURCES),
        counts("labels", LABELS),
        counts("reasons", REASONS),
        share("decided"),
        share("concentration"),
    )
