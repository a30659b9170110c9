"""The same figures on the evaluation data's dev part, kept in dev.json to stand beside; none of its
text is kept."""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from . import measure

WHAT = "PolNeAR dev, US political news of 2015-16: 84 articles, speakers of 24; what the detector was tuned on"


def record(folder: Path, target: Path, extract: Callable[[Path], dict[str, list[Any]]]) -> int:
    """Measure the dev part that lies in a folder and write the figures; exit code 2 where it is not
    there."""
    articles = folder / "polnear-dev.jsonl.gz"
    if not articles.is_file():
        print(
            f"{articles}: no such file; the evaluation data is not part of the project",
            file=sys.stderr,
        )
        return 2
    speakers: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "speakers-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        speakers[row["doc"]].append(_whole(row))
    found = extract(articles)
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        golds = [json.loads(line) for line in lines]
    counts = [
        measure.counted_rows(row, speakers[row["doc"]], found.get(row["doc"], [])) for row in golds
    ]
    figures = {
        k: round(f.value, 3) for k, f in measure.figures(counts).items() if f.value is not None
    }
    target.write_text(
        json.dumps({"what": WHAT, "figures": figures}, indent=1) + "\n", encoding="utf-8"
    )
    return 0


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    """A row of gold speakers with every key, and its source as a list of spans."""
    empty: dict[str, Any] = {
        "speaker": None,
        "speaker_alt": [],
        "members": [],
        "via": None,
        "via_alt": [],
        "via_optional": False,
    }
    return {**empty, **{k: v for k, v in row.items() if v is not None}, "source": [row["source"]]}
