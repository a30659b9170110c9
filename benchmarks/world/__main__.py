"""`python -m benchmarks.world`: extract the sixty passages with the installed command, and print
every figure."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from . import dev, measure, report, rows
from .markup import Passage, load

FOLDER = Path(__file__).resolve().parent
ONRECORD = Path(sys.executable).with_name("onrecord")


def predictions(passages: list[Passage], saved: Path | None = None) -> dict[str, list[Any]]:
    """What `onrecord extract` finds in the passages, or what a file of its output says."""
    with tempfile.TemporaryDirectory() as folder:
        export(passages, Path(folder))
        return extracted(Path(folder) / "world-bare.jsonl", saved)


def extracted(articles: Path, saved: Path | None = None) -> dict[str, list[Any]]:
    """What the installed `onrecord extract` finds in a file of articles, or has found and saved."""
    if saved:
        lines = saved.read_text(encoding="utf-8")
    else:
        lines = subprocess.run(
            [ONRECORD, "extract", articles], capture_output=True, text=True, check=True
        ).stdout
    found = (json.loads(line) for line in lines.splitlines() if line.strip())
    return {row["doc"]: row["attributions"] for row in found}


def counted(passages: list[Passage], found: measure.Predictions) -> list[Any]:
    """The counts of every passage."""
    return [measure.counted(p, found.get(p.name, [])) for p in passages]


def export(passages: list[Passage], folder: Path) -> None:
    """Write the gold for scorers of spans and of speakers, and the bare passages."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "world.jsonl": [rows.gold_row(p) for p in passages],
        "world-speakers.jsonl": [line for p in passages for line in rows.speaker_rows(p)],
        "world-bare.jsonl": [{"doc": p.name, "text": p.text} for p in passages],
    }
    for name, lines in files.items():
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / name).write_text(text, encoding="utf-8")


def main(words: list[str] | None = None) -> int:
    """Print the figures; exit code 2 for a file that is not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.world", description=__doc__)
    parser.add_argument(
        "--pred", type=Path, help="score this output of `onrecord extract` instead of running it"
    )
    parser.add_argument(
        "--export", type=Path, metavar="FOLDER", help="write the gold as JSONL and stop"
    )
    parser.add_argument(
        "--agreement", action="store_true", help="score the second labelling pass against the first"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list what was missed, invented or misnamed"
    )
    parser.add_argument(
        "--dev", type=Path, metavar="FOLDER", help="measure the dev column anew from that folder"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    asked = parser.parse_args(words)
    passages = load(FOLDER / ("passes/one.txt" if asked.agreement else "passages.txt"))
    if asked.pred and not asked.pred.is_file():
        parser.error(f"{asked.pred}: no such file; leave --pred out to run the installed command")
    if asked.export:
        export(passages, asked.export)
        return 0
    if asked.dev:
        return dev.record(
            asked.dev, FOLDER / "dev.json", lambda articles: extracted(articles, asked.pred)
        )
    if asked.agreement:
        found = {p.name: rows.gold_row(p)["attributions"] for p in load(FOLDER / "passes/two.txt")}
    else:
        found = predictions(passages, asked.pred)
    if asked.errors:
        print(report.errors(passages, found))
        return 0
    counts = counted(passages, found)
    known = (
        None if asked.agreement else json.loads((FOLDER / "dev.json").read_text(encoding="utf-8"))
    )
    print(
        report.as_json(passages, counts) if asked.json else report.tables(passages, counts, known)
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
