"""The made-up bundles, each with recorded articles and labelled drafts, and what onrecord reads of them; kept
between runs under the digest of what was read and of what read it."""

from __future__ import annotations

import hashlib
import json
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.model import Article, Reading
from claims.pipeline import Pipeline

DATA = Path(__file__).resolve().parent.parent / "data" / "proof"
KEPT = Path(tempfile.gettempdir()) / "onrecord-proof-readings"
Row = dict[str, Any]


@dataclass(frozen=True)
class Read:
    """A bundle with its articles and drafts as they were read."""

    bundle: Row
    articles: tuple[Reading, ...]
    drafts: tuple[Reading, ...]


def bundles(part: str, folder: Path = DATA) -> list[Row]:
    """The bundles of a part, "all" for every one, by name; of those whose drafts were written from the articles
    of another part, the articles of that part too."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    chosen = [row for row in rows if part in ("all", row["part"])]
    others = {row["articles_of"] for row in chosen if "articles_of" in row} - {part, "all"}
    if part != "all":
        chosen += [{**row, "drafts": []} for row in rows if row["part"] in others]
    return [{"articles": [], **row} for row in chosen]


def read(rows: Sequence[Row]) -> Iterator[Read]:
    """Each bundle read, or taken from an earlier run."""
    pipeline = Pipeline()
    for row in rows:
        path = KEPT / f"{row['bundle']}-{_digest(row, pipeline)}.pickle"
        if not path.exists():
            articles = tuple(pipeline.read(map(article, row["articles"])))
            drafts = tuple(pipeline.read(map(draft, row["drafts"])))
            KEPT.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(Read(row, articles, drafts)))
        kept: Read = pickle.loads(path.read_bytes())
        yield kept


def article(row: Row) -> Article:
    """A recorded article as a file would give it."""
    return Article(
        doc=row["doc"], text=row["text"], title=row["title"], outlet=row["outlet"],
        published=row["published"], author=row.get("byline"),
    )  # fmt: skip


def draft(row: Row) -> Article:
    """A draft as a file would give it."""
    return Article(doc=row["draft"], text=row["text"], title=row["title"], published=row["written"])


def _digest(row: Row, pipeline: Pipeline) -> str:
    root = Path(__file__).resolve().parents[2] / "claims"
    digest = hashlib.sha256(json.dumps(row, sort_keys=True).encode())
    digest.update(repr(pipeline.versions).encode())
    for path in sorted((*root.rglob("*.py"), *root.rglob("*.json"), *root.rglob("*.tsv"))):
        if "proof" not in path.relative_to(root).as_posix():
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
