"""Tokens a second of the whole pipeline against the bare spaCy model, interleaved in one run."""

from __future__ import annotations

import gzip
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from claims.engine import find_model
from claims.model import Article
from claims.pipeline import Pipeline

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "polnear-dev.jsonl.gz"
ARTICLES = 28
ROUNDS = 3


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print tokens per CPU second and the ratio as JSON."""
    if not DATA.is_file():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        articles = [
            Article(row["doc"], row["text"]) for row, _ in zip(map(json.loads, lines), range(ARTICLES), strict=False)
        ]
    nlp, pipeline = spacy.load(find_model()), Pipeline()
    tokens = sum(len(doc) for doc in nlp.pipe(a.text for a in articles))
    list(pipeline.read(articles[:2]))
    bare = [_seconds(lambda: list(nlp.pipe(a.text for a in articles))) for _ in range(ROUNDS)]
    whole = [_seconds(lambda: list(pipeline.read(articles))) for _ in range(ROUNDS)]
    b, w = tokens / statistics.median(bare), tokens / statistics.median(whole)
    print(
        json.dumps(
            {
                "tokens": tokens,
                "bare tokens/cpu-s": round(b),
                "onrecord tokens/cpu-s": round(w),
                "ratio": round(w / b, 3),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
