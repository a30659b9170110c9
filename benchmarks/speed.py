"""Speed of reading against the bare spaCy model, interleaved in one run; by stage where one thread reads.

    python -m benchmarks.speed [--model MODEL] [--articles N] [--rounds N] [--threads N [--turn N]] [--long] [--memory]

Needs the evaluation data; --threads reads with so many threads and compares time on the clock as well, without the
stages, so many articles a turn; --long times a made-up article of 200 kB and one of 2 MB, --memory reads in a fresh
process.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("ONRECORD_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy

from claims.blas import by_numpy
from claims.detect.detector import Detector
from claims.engine import find_model, unused
from claims.model import Article
from claims.pipeline import BATCH_ARTICLES, Pipeline

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "polnear-dev.jsonl.gz"
PARAGRAPH = (
    'The harbour board will meet again on Friday, Mira Oduya said. "Nobody has asked the boatmen," she told the '
    "Gazette. Boran Tesk, who runs the ferry, denied that the pier was unsafe.\n\n"
)
MEMORY = """
import resource, sys
from claims.model import Article
from claims.pipeline import Pipeline
list(Pipeline(detector=sys.argv[1]).read([Article(str(i), sys.argv[2] * 40) for i in range(16)]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def stages(texts: list[str], model: str, rounds: int) -> dict[str, object]:
    """Tokens a CPU second, ratios to the bare model, and what each stage costs beside it.

    Each round reads other texts: what is remembered of words must not flatter.
    """
    bare, used = spacy.load(find_model()), spacy.load(find_model(), exclude=unused(model))
    by_numpy(used)
    detector, pipeline = Detector(model), Pipeline(detector=model)
    list(pipeline.read([Article("warm", PARAGRAPH)]))
    cost: dict[str, float] = defaultdict(float)
    tokens = 0
    for number in range(rounds):
        some = texts[number::rounds]
        docs = [bare.make_doc(text) for text in some]
        articles = [Article(str(number), text) for number, text in enumerate(some)]
        cost["bare spaCy"] += cpu(lambda some=some: list(bare.pipe(some)))  # type: ignore[misc]
        cost["spaCy's parts in use"] += cpu(lambda some=some: list(used.pipe(some, batch_size=64)))  # type: ignore[misc]
        cost["network and links"] += cpu(lambda docs=docs: detector.read(docs, [()] * len(docs)))  # type: ignore[misc]
        cost["whole"] += cpu(lambda articles=articles: list(pipeline.read(articles)))  # type: ignore[misc]
        tokens += sum(map(len, docs))
    cost["repair, stance, resolution"] = (
        cost["whole"] - cost["spaCy's parts in use"] - cost["network and links"]
    )
    return {
        "tokens": tokens,
        "tokens a CPU second": {
            name: round(tokens / cost[name]) for name in ("bare spaCy", "whole")
        },
        "ratio to bare spaCy": round(cost["bare spaCy"] / cost["whole"], 3),
        "cost, bare spaCy = 1": {
            name: round(value / cost["bare spaCy"], 3) for name, value in cost.items()
        },
    }


def on_the_clock(texts: list[str], model: str, rounds: int, turn: int) -> dict[str, object]:
    """Of each round, bare spaCy's time by that of the whole: on the clock, and of the processors. The two take
    turns, so many articles each, so that other work meets both; both make tokens of texts."""
    bare, pipeline = spacy.load(find_model()), Pipeline(detector=model)
    list(pipeline.read([Article("warm", PARAGRAPH)]))
    ratios: dict[str, list[float]] = defaultdict(list)
    for number in range(rounds):
        spent: dict[str, float] = defaultdict(float)
        some = texts[number::rounds]
        for first in range(0, len(some), turn):
            batch = some[first : first + turn]
            articles = [Article(str(n), text) for n, text in enumerate(batch, first)]
            for name, work in (
                ("bare", lambda batch=batch: list(bare.pipe(batch))),
                ("whole", lambda articles=articles: list(pipeline.read(articles))),
            ):
                clock = time.perf_counter()
                spent[f"{name}, processor"] += cpu(work)
                spent[f"{name}, clock"] += time.perf_counter() - clock
        for kind in ("clock", "processor"):
            ratios[kind].append(spent[f"bare, {kind}"] / spent[f"whole, {kind}"])
    return {
        f"ratio to bare spaCy, {kind}": {
            "least": round(min(found), 3),
            "median": round(median(found), 3),
        }
        for kind, found in ratios.items()
    }


def growth(model: str) -> float:
    """CPU time of an article of 2 MB by that of one of 200 kB."""
    pipeline, text = Pipeline(detector=model), PARAGRAPH * (200_000 // len(PARAGRAPH))
    list(pipeline.read([Article("warm", PARAGRAPH)]))
    short, long = (
        cpu(lambda n=n: list(pipeline.read([Article("long", text * n)]))) for n in (1, 10)
    )  # type: ignore[misc]
    return round(long / short, 2)


def memory(model: str) -> int:
    """Peak memory in MB of a fresh process that reads sixteen articles of 10 kB."""
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, model, PARAGRAPH], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def main() -> int:
    """Print everything asked for as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--model", default="fast")
    parser.add_argument("--articles", type=int, default=28)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, help="of the detector and what goes on beside it")
    parser.add_argument("--turn", type=int, default=BATCH_ARTICLES, help="articles of a turn")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--memory", action="store_true")
    args = parser.parse_args()
    if not DATA.is_file():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    with gzip.open(DATA, "rt", encoding="utf-8") as lines:
        texts = [
            row["text"]
            for row, _ in zip(map(json.loads, lines), range(args.articles), strict=False)
        ]
    figures: dict[str, object] = {"model": args.model}
    if args.threads:
        os.environ["ONRECORD_THREADS"] = str(args.threads)
        figures |= {"threads": args.threads} | on_the_clock(
            texts, args.model, args.rounds, args.turn
        )
    else:
        figures |= stages(texts, args.model, args.rounds)
    if args.long:
        figures["time(2 MB) / time(200 kB)"] = growth(args.model)
    if args.memory:
        figures["peak memory, MB"] = memory(args.model)
    print(json.dumps(figures, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
