"""What onrecord and what plain look-ups say of each labelled passage."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.proof.bundles import Read, Row
from claims.proof.model import Finding
from cli.jobs.proof import prove_reading
from cli.jobs.proof_record import StoreRecord
from store import NO_FILTER, open_store

KINDS: dict[str, str] = {
    "tense or person": "tense",
    "left out": "left_out",
    "run together": "run_together",
}
"""Changes that labels call otherwise."""
MISSED = "missed"
"""Of a passage that was not found in the draft."""
MIN_SHARED = 0.5
"""Share of the shorter of two passages from which they are one."""


@dataclass(frozen=True)
class Judged:
    """A labelled passage with what is said of it."""

    bundle: str
    draft: Row
    label: Row
    verdict: str
    """As labels call it."""
    finding: Finding | None = None

    @property
    def change(self) -> str | None:
        """As labels call it; None where none is told."""
        if self.finding is None:
            return None
        if self.finding.bearing:
            return self.finding.bearing
        first = next(iter(self.finding.changes), None)
        return KINDS.get(first, first) if first else None


def onrecord(read: Iterable[Read]) -> Iterator[Judged]:
    """What onrecord says, the articles of all bundles in one store."""
    every = list(read)
    readings = [reading for bundle in every for reading in bundle.articles]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "made.db") as store:
        store.articles.save_many(readings, None)
        record = StoreRecord(store, NO_FILTER)
        for bundle in every:
            for row, draft in zip(bundle.bundle["drafts"], bundle.drafts, strict=True):
                proof = prove_reading(store, record, draft, len(readings))
                yield from _matched(bundle.bundle["bundle"], row, proof.findings)


def _matched(bundle: str, row: Row, findings: Iterable[Finding]) -> Iterator[Judged]:
    every = list(findings)
    for label in row["findings"]:
        start = row["text"].index(label["quote"])
        end = start + len(label["quote"])
        best = max(every, key=lambda f: _shared(f, start, end), default=None)
        if best is None or _shared(best, start, end) < MIN_SHARED:
            yield Judged(bundle, row, label, MISSED)
            continue
        yield Judged(bundle, row, label, best.verdict.replace(" ", "_"), best)


def _shared(finding: Finding, start: int, end: int) -> float:
    span = finding.passage.span
    both = min(span.end, end) - max(span.start, start)
    return both / max(1, min(span.end - span.start, end - start))


Lookup = Callable[[str, str], float]
"""How well one text is found in another, from 0 to 100."""


def _exact(words: str, text: str) -> float:
    return 100.0 * (words in text)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _normalised(words: str, text: str) -> float:
    return 100.0 * (_plain(words) in _plain(text))


def _fuzzy(words: str, text: str) -> float:
    return fuzz.partial_ratio(_plain(words), _plain(text))


BASELINES: dict[str, Lookup] = {
    "exact substring": _exact,
    "normalised substring": _normalised,
    "fuzzy substring": _fuzzy,
}


Scored = tuple[Row, Row, Row, float]
"""A bundle, a draft of it, a label, and how well its words are found."""


def scored(rows: Iterable[Row], lookup: Lookup) -> list[Scored]:
    """How well the words of each label are found in its bundle's articles."""
    every, out = list(rows), list[Scored]()
    for row in every:
        given = row["articles"] or [article for one in every for article in one["articles"]]
        texts = [article["text"] for article in given]
        for draft in row["drafts"]:
            for label in draft["findings"]:
                best = max(lookup(label["quote"], text) for text in texts)
                out.append((row, draft, label, best))
    return out


def baseline(found: Iterable[Scored], threshold: float) -> Iterator[Judged]:
    """Found or not found, whoever said it."""
    for row, draft, label, score in found:
        kind = "verbatim" if label["form"] == "quotation" else "paraphrase"
        verdict = kind if score >= threshold else "not_on_record"
        yield Judged(row["bundle"], draft, label, verdict)


def best_threshold(found: Sequence[Scored], figure: Callable[[list[Judged]], float]) -> int:
    """The threshold from 50 to 100 at which a figure is highest."""
    return max(range(50, 101), key=lambda at: figure(list(baseline(found, at))))
