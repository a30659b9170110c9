"""CPU seconds of resolving (who speaks, through whom, when) against the rest of reading, in one
run."""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path
from typing import Any

from claims import pipeline
from claims.model import Article

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "polnear-dev.jsonl.gz"
ARTICLES = 42


def main() -> int:
    """Print the seconds and the share as JSON."""
    if not DATA.is_file():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        rows = [row for row, _ in zip(map(json.loads, lines), range(ARTICLES), strict=False)]
    articles = [Article(row["doc"], row["text"], row.get("title")) for row in rows]
    spent, inner = [0.0], pipeline.resolve

    def timed(*given: Any) -> Any:
        start = time.process_time()
        try:
            return inner(*given)
        finally:
            spent[0] += time.process_time() - start

    pipeline.resolve = timed
    reader = pipeline.Pipeline()
    list(reader.read(articles[:2]))
    spent[0], start = 0.0, time.process_time()
    list(reader.read(articles))
    whole = time.process_time() - start
    rest = whole - spent[0]
    share = round(spent[0] / rest, 4)
    print(
        json.dumps(
            {
                "articles": len(articles),
                "rest": round(rest, 2),
                "resolve": round(spent[0], 2),
                "share": share,
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
