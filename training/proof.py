"""Fits how close a claim of the record is to indirect speech of a draft, on the made-up drafts that are there to fit
to (benchmarks/data/proof, tune, true and fresh); writes claims/rules/en/proof_weights.json.

    python -m training.proof
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.proof import bundles
from claims.model import Reading
from claims.proof.beside import Beside
from claims.proof.lookup import looked_up
from claims.proof.model import Passage, RecordedArticle
from claims.proof.nearest import compared
from claims.proof.passages import passages_of
from cli.jobs.proof_record import StoreRecord
from store import NO_FILTER, open_store
from training.by_bundle import Example, fitted, write

REASON = (
    "Trained weights of whether a claim of the record says what indirect speech of a draft says."
)
MIN_SHARED_WORDS = 0.8
"""Of a claim and the words that a label names, from which the claim is meant."""
PENALTY = 0.5


PARTS = ("tune", "true", "fresh")
"""Parts of the made-up drafts that are there to fit to."""


@dataclass(frozen=True)
class Labelled:
    """A passage of a draft as it was read, its label, and the articles that may hold it."""

    bundle: str
    draft: Reading
    passage: Passage
    label: dict[str, Any]
    articles: Sequence[RecordedArticle]


def labelled(form: str, parts: Sequence[str] = PARTS) -> Iterator[Labelled]:
    """Every labelled passage of a form that was found in its draft."""
    for part in parts:
        read = list(bundles.read(bundles.bundles(part)))
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "made.db") as store:
            store.articles.save_many([reading for b in read for reading in b.articles], None)
            record = StoreRecord(store, NO_FILTER)
            for bundle in read:
                for row, draft in zip(bundle.bundle["drafts"], bundle.drafts, strict=True):
                    for passage in passages_of(draft):
                        label = _label(row, passage, form)
                        if label and passage.form == form:
                            near = record.near(looked_up(draft, passage))
                            yield Labelled(bundle.bundle["bundle"], draft, passage, label, near)


def examples() -> Iterator[Example]:
    """The features of each claim near to a labelled passage, and whether it is the one that is meant."""
    for one in labelled("indirect"):
        near = compared(one.draft, one.passage, one.articles, every=True)
        yield from (
            Example(one.bundle, b.features, _is_meant(one.label["record"], b)) for b in near
        )


def _label(row: dict[str, Any], passage: Passage, form: str) -> dict[str, Any] | None:
    start, end = passage.span
    for label in row["findings"]:
        at = row["text"].index(label["quote"])
        shared = min(end, at + len(label["quote"])) - max(start, at)
        if label["form"] == form and 2 * shared >= min(end - start, len(label["quote"])):
            return dict(label)
    return None


def _is_meant(record: dict[str, str] | None, beside: Beside) -> bool:
    stated = beside.near.claim.stated
    if record is None or beside.near.article.stated.doc != record["doc"]:
        return False
    ours, theirs = (set(re.findall(r"\w+", t.casefold())) for t in (stated.quote, record["quote"]))
    return len(ours & theirs) >= MIN_SHARED_WORDS * min(len(ours), len(theirs))


def main() -> None:
    """Write the weights."""
    rows = list(examples())
    weights = fitted(rows, PENALTY)
    write("proof_weights", REASON, weights)
    print(f"{len(rows):,} claims, {sum(row.right for row in rows)} of them meant: {weights}")


if __name__ == "__main__":
    main()
