"""Small everyday texts, each with its right reading: how many are read wholly right, and by kind."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
OWN = Path(__file__).resolve().parent / "data" / "everyday"
PARTS = {
    "given": DATA / "everyday.jsonl",
    "fresh": OWN / "fresh.jsonl",
    "tune": OWN / "tune.jsonl",
    "held": OWN / "held.jsonl",
}
"""Those of the evaluation data, and strangers' texts to mend by and to judge with."""
ONRECORD = Path(sys.executable).with_name("onrecord")
_PASSED = re.compile(r"(\d+) of (\d+) pass")


def report(folder: Path, part: str = "given") -> str:
    """What the scorer of the everyday texts prints; readings go to the folder."""
    command = [sys.executable, str(DATA / "score_everyday.py"), str(PARTS[part])]
    articles = subprocess.run([*command, "--input"], capture_output=True, text=True, check=True)
    read = subprocess.run(
        [str(ONRECORD), "extract", "-"],
        input=articles.stdout,
        capture_output=True,
        text=True,
        check=True,
    )
    readings = folder / "everyday-read.jsonl"
    readings.write_text(read.stdout, encoding="utf-8")
    scored = subprocess.run(
        [*command, str(readings), "--errors"], capture_output=True, text=True, check=True
    )
    return scored.stdout


def everyday(folder: Path) -> dict[str, float]:
    """How many of the texts are read wholly right."""
    passed = _PASSED.search(report(folder))
    return {"texts right": float(passed[1]) if passed else 0.0}


def main() -> None:
    """Print the scorer's report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("/tmp"), help="for the readings")
    parser.add_argument("--part", choices=PARTS, default="given")
    given = parser.parse_args()
    print(report(given.folder, given.part))


if __name__ == "__main__":
    main()
