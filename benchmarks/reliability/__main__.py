"""Runs the series, all of them or those named, and writes their figures.

    python -m benchmarks.reliability [--part kills …] [--share 0.1]

Each series ends at its first fault with what it found; figures are written after each, so that a run that
is cut short keeps what it has. --share runs so large a part of the counts, and says so in the figures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.reliability.page import FIGURES
from benchmarks.reliability.series import SERIES, Workshop


def main() -> int:
    """Runs and writes; 1 where a promise does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parts = sorted({one.part for one in SERIES})
    parser.add_argument("--part", action="append", choices=parts, help="several times for several")
    parser.add_argument("--only", help="series whose name holds these words")
    parser.add_argument("--share", type=float, default=1.0, help="of the counts, 0 to 1")
    parser.add_argument("--write", type=Path, default=FIGURES, help="the file of figures")
    options = parser.parse_args()
    broken = 0
    for one in SERIES:
        if (options.part and one.part not in options.part) or (
            options.only and options.only not in one.name
        ):
            continue
        with (
            tempfile.TemporaryDirectory(prefix="onrecord-") as folder,
            Workshop(Path(folder)) as shop,
        ):
            start = time.monotonic()
            found = one.figures(shop, options.share)
        found |= {"seconds": round(time.monotonic() - start)}
        broken += "fault" in found
        sys.stdout.write(f"{one.part}: {one.name}: {json.dumps(found)}\n")
        sys.stdout.flush()
        _note(options.write, one.part, one.name, found)
    return 1 if broken else 0


def _note(path: Path, part: str, name: str, found: dict[str, Any]) -> None:
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    stamp = {"date": date.today().isoformat(), "commit": commit}
    kept.setdefault(part, {})[name] = {**found, **stamp}
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
