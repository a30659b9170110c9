"""Makes each fault in a copy of the project and runs the fast tests of its room, then the next nearest,
up to the first that fails; prints which faults were caught.

    python -m benchmarks.mutations [--only WORDS]

Only the tests named beside a fault are run: the whole suite could only catch more.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.mutations.faults import FAULTS, Fault

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("claims", "store", "cli", "tests", "docs", "benchmarks", "pyproject.toml", "README.md")
FIGURES = ROOT / "benchmarks" / "data" / "mutations.json"
LEAST_CAUGHT = 18
NO_TESTS = 5
"""How pytest ends where nothing was to be run."""


def caught_by(fault: Fault, folder: Path, source: str) -> str | None:
    """The first test that fails with the fault and passes without it, None where none does."""
    file = folder / fault.file
    for test in fault.tests:
        file.write_text(made(fault, source), encoding="utf-8")
        failed = _failing(test, folder)
        file.write_text(source, encoding="utf-8")
        if failed and not _failing(failed, folder):
            return failed
    return None


def _failing(test: str, folder: Path) -> str | None:
    """The first test that fails in a folder, a file, or by name."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-m", "not slow", test],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if failed:
        return failed[0].split(" - ")[0].split(maxsplit=1)[1]
    if done.returncode not in (0, NO_TESTS):
        raise SystemExit(f"{test}: pytest ended with {done.returncode}\n{done.stdout[-2000:]}")
    return None


def made(fault: Fault, source: str) -> str:
    """The file with the fault in it; raises ValueError unless the line stands there once."""
    if source.count(fault.old) != 1:
        raise ValueError(
            f"{fault.name}: {fault.file} holds its line {source.count(fault.old)} times"
        )
    return source.replace(fault.old, fault.new)


def _copy(folder: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in COPIED:
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, folder / name, ignore=ignored)
        else:
            shutil.copy(place, folder / name)


def main() -> int:
    """Prints a line a fault, and keeps them as figures; 1 where too few were caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="of which name or file holds these words")
    parser.add_argument("--write", type=Path, default=FIGURES, help="the file of figures")
    options = parser.parse_args()
    kept: dict[str, Any] = json.loads(options.write.read_text()) if options.write.exists() else {}
    with tempfile.TemporaryDirectory(prefix="onrecord-faults-") as name:
        folder = Path(name)
        _copy(folder)
        for fault in FAULTS:
            if options.only not in f"{fault.name} {fault.file}":
                continue
            start, file = time.monotonic(), folder / fault.file
            test = caught_by(fault, folder, file.read_text(encoding="utf-8"))
            kept[fault.name] = {"file": fault.file, "breaks": fault.breaks, "caught by": test}
            said = f"{time.monotonic() - start:.0f} s: {fault.name}: {test or 'NOT CAUGHT'}\n"
            sys.stdout.write(said)
            sys.stdout.flush()
            kept = {one.name: kept[one.name] for one in FAULTS if one.name in kept}
            options.write.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    caught = sum(bool(one["caught by"]) for one in kept.values())
    sys.stdout.write(f"{caught} of {len(kept)} caught\n")
    return 0 if len(kept) - caught <= len(FAULTS) - LEAST_CAUGHT else 1


if __name__ == "__main__":
    sys.exit(main())
