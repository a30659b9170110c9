"""Who is one speaker over many outlets' articles on shared events: the share of pairs of forms of
one name that stand under one speaker, and of look-alikes that are kept apart."""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from claims.folding import to_ascii

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
ONRECORD = Path(sys.executable).with_name("onrecord")
TUNED_EVENTS = ("18", "36", "36plus", "43")
"""Looked at while rules were written; the other three of the seven are reported apart."""


@dataclass
class Tally:
    """Pairs of one part of the events: how many, and those judged otherwise than people do."""

    forms: int = 0
    lookalikes: int = 0
    split: list[tuple[str, str]] = field(default_factory=list)
    joined: list[tuple[str, str]] = field(default_factory=list)

    def figures(self) -> dict[str, float | int]:
        """The figures that are reported."""
        together = self.forms - len(self.split)
        return {
            "pairs of forms": self.forms,
            "under one speaker": round(together / self.forms, 4) if self.forms else 1.0,
            "look-alikes": self.lookalikes,
            "kept apart": self.lookalikes - len(self.joined),
        }


def folded(name: str) -> str:
    """A form as it is compared: without case, marks and a leading article."""
    plain = " ".join(re.sub(r"[^a-z0-9 ]", "", to_ascii(name)).split())
    return plain.removeprefix("the ")


def gold() -> list[dict[str, Any]]:
    """The rows of the labels."""
    lines = (DATA / "events-names-dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def events_of(row: dict[str, Any]) -> set[str]:
    """The events that a row speaks of."""
    return set(row["event"].split("+")) if row["event"] != "20+20plus" else {"20", "20plus"}


def speakers_of(articles: Path, work: Path) -> list[frozenset[str]]:
    """All folded names of each speaker of a store of these articles."""
    store = work / "store.db"
    subprocess.run(
        [str(ONRECORD), "add", "--store", str(store), str(articles)],
        check=True,
        capture_output=True,
    )
    command: list[str | Path] = [ONRECORD, "speakers", "--store", store, "--jsonl", "--limit", "0"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return [frozenset(map(folded, (row["name"], *row["aliases"]))) for row in rows]


def articles_of(events: set[str], work: Path) -> Path:
    """A file with the articles of these events alone."""
    path = work / "articles.jsonl"
    with gzip.open(DATA / "events-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        kept = [line for line in lines if json.loads(line)["event"] in events]
    path.write_text("".join(kept), encoding="utf-8")
    return path


def scored(rows: list[dict[str, Any]], speakers: list[frozenset[str]]) -> Tally:
    """What became of the pairs of these rows whose both sides are found among the speakers."""
    tally = Tally()
    found = frozenset().union(*speakers)
    for row in rows:
        if "apart" in row:
            sides = [_forms(name, rows) & found for name in row["apart"]]
            if all(sides):
                tally.lookalikes += 1
                if any(sides[0] & names and sides[1] & names for names in speakers):
                    tally.joined.append(tuple(row["apart"]))
            continue
        for a, b in combinations(sorted(set(map(folded, row["forms"])) & found), 2):
            tally.forms += 1
            if not any(a in names and b in names for names in speakers):
                tally.split.append((a, b))
    return tally


def _forms(name: str, rows: list[dict[str, Any]]) -> set[str]:
    """The forms of several words of a name, and itself: a bare surname may be a relative's."""
    forms = {form for row in rows if row.get("name") == name for form in row["forms"]}
    return {key for form in {name, *forms} if " " in (key := folded(form)) or form == name}


def main() -> int:
    """Prints the figures as JSON, of the events looked at and of the others; with --misses the
    pairs judged otherwise than people do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    misses = parser.parse_args().misses
    rows = gold()
    with tempfile.TemporaryDirectory() as folder:
        events = {event for row in rows for event in (row["event"], *events_of(row))}
        speakers = speakers_of(articles_of(events, Path(folder)), Path(folder))
    parts = {
        "all": rows,
        "tuned on": [row for row in rows if row["event"] in TUNED_EVENTS],
        "held out": [row for row in rows if row["event"] not in TUNED_EVENTS],
    }
    tallies = {part: scored(some, speakers) for part, some in parts.items()}
    print(json.dumps({part: tally.figures() for part, tally in tallies.items()}, indent=1))
    if misses:
        for part in ("tuned on",):
            for a, b in (*tallies[part].split, *tallies[part].joined):
                print(f"{a} / {b}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
