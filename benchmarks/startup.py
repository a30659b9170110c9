"""Processor time of short commands, as a share of what a bare `import sqlmodel` takes beside them.

    python -m benchmarks.startup [--rounds N] [--store FILE]

Each round starts every command once, so that a machine that slows down slows all of them. Without a
store, that of `onrecord demo` is asked, where there is one.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from cli.paths import demo_location

BARE = ("import sqlmodel", [sys.executable, "-c", "import sqlmodel"])
ONRECORD = str(Path(sys.executable).with_name("onrecord"))
ASKED = (
    ["--help"],
    ["--version"],
    ["list"],
    ["speakers"],
    ["check"],
    ["copies"],
    ["list", "--limit", "5"],
)


def cpu_seconds(command: list[str]) -> float:
    """Those of one process and all that it started; raises CalledProcessError where it fails."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return (
        after.children_user - before.children_user + after.children_system - before.children_system
    )


def measured(commands: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each command in each round, after one round that fills the caches."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            took = cpu_seconds(command)
            if number:
                seconds[name].append(took)
    return seconds


def main() -> int:
    """Print seconds and shares, least and median, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.startup", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--store", default=demo_location())
    args = parser.parse_args()
    if not Path(args.store).is_file():
        print(f"no store at {args.store}; run `onrecord demo --keep {args.store}`", file=sys.stderr)
        return 2
    os.environ["ONRECORD_STORE"] = args.store
    commands = {" ".join(words): [ONRECORD, *words] for words in ASKED}
    seconds = measured(dict([BARE]) | commands, args.rounds)
    bare = seconds[BARE[0]]
    for name, took in seconds.items():
        shares = [one / beside for one, beside in zip(took, bare, strict=True)]
        figures = {
            "CPU s, least": min(took),
            "median": statistics.median(took),
            "share of the import, least": min(shares),
            "median share": statistics.median(shares),
        }
        print(name, json.dumps({word: round(value, 3) for word, value in figures.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
