"""How well claims are joined and on how many independent origins they are found to rest, over made-up
coverage of events (benchmarks/data/independence).

    python -m benchmarks.independence [tune|held|all]    onrecord: reads the articles, weighs them
    python -m benchmarks.independence --store STORE      the same of a store that holds them already
    python -m benchmarks.independence --baselines        beside what simple counting says
    python -m benchmarks.independence --given            onrecord told claims, speakers and joins
    python -m benchmarks.independence --predictions FILE what anybody else predicts
    python -m benchmarks.independence --labels           by label: what was read against what was said
    python -m benchmarks.independence --errors           every proposition whose label is another
    python -m benchmarks.independence --articles         the articles, as JSONL, for whoever predicts
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.independence import baselines, events, given, score
from benchmarks.propositions import Row, fill, weighed


def read_and_weighed(rows: Sequence[Row]) -> list[Row]:
    """What onrecord makes of the articles, all in one store."""
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        articles.write_text(lines_of(rows), encoding="utf-8")
        return list(weighed(fill(Path(folder) / "made.db", articles)))


def lines_of(rows: Sequence[Row]) -> str:
    """The articles as JSONL."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in events.articles(rows))


def _predictions(args: argparse.Namespace, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """By name of who predicts, the propositions; the first is what labels and errors are told of."""
    found: dict[str, list[Row]] = {}
    if args.predictions:
        lines = args.predictions.read_text(encoding="utf-8").splitlines()
        found[args.predictions.stem] = score.located(map(json.loads, filter(None, lines)), rows)
    elif args.given:
        found["onrecord, given"] = given.predicted(rows)
    else:
        found["onrecord"] = list(weighed(args.store)) if args.store else read_and_weighed(rows)
    if args.baselines:
        found |= {name: baselines.predicted(rows, of) for name, of in baselines.BASELINES.items()}
    return found


def table(columns: Mapping[str, Mapping[str, float]]) -> str:
    """A row a figure, a column a predictor."""
    names = list(columns)
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for figure in columns[names[0]]:
        cells = (_cell(columns[name][figure]) for name in names)
        lines.append(f"| {figure} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.3f}".removeprefix("0") if value < 1 else f"{value:.2f}"


def labels(predicted: Sequence[Row], rows: Sequence[Row]) -> str:
    """A row a label as read, a column a label as predicted."""
    counts = score.confusion(predicted, rows)
    told = sorted({label for _, label in counts})
    lines = [f"| as read | {' | '.join(told)} |", f"|---|{'---|' * len(told)}"]
    for label in sorted({label for label, _ in counts}):
        lines.append(f"| {label} | {' | '.join(str(counts[label, other]) for other in told)} |")
    return "\n".join(lines)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.independence",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("part", nargs="?", choices=(*events.PARTS, "all"), default="all")
    parser.add_argument("--store", type=Path)
    parser.add_argument("--predictions", type=Path)
    for name in ("given", "baselines", "labels", "errors", "articles", "json"):
        parser.add_argument(f"--{name}", action="store_true")
    args = parser.parse_args()
    rows = events.read(args.part)
    if args.articles:
        print(lines_of(rows), end="")
        return 0
    found = _predictions(args, rows)
    figures = {name: score.figures(predicted, rows) for name, predicted in found.items()}
    print(json.dumps(figures, indent=1) if args.json else table(figures))
    first = next(iter(found.values()))
    if args.labels:
        print(f"\n{labels(first, rows)}")
    if args.errors:
        print("\n" + "\n".join(score.errors(first, rows)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
