"""Writes docs/reliability.md from the figures of the series and page.txt; every number in a table is a
figure.

    python -m benchmarks.reliability.page
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "benchmarks" / "data" / "reliability.json"
FAULTS = ROOT / "benchmarks" / "data" / "mutations.json"
PAGE = ROOT / "docs" / "reliability.md"
TEXT = Path(__file__).with_name("page.txt")
PARTS = ("kills", "decisions", "upgrades", "writers", "restarts", "disks", "damage", "hostile")
ALL_PARTS = (*PARTS, "sizes")
NOT_RUN = {"fault": "not run yet"}
APART = {"asked", "date", "commit", "seconds", "fault"}
Found = dict[str, Any]


def page(figures: dict[str, dict[str, Found]], faults: dict[str, Found]) -> str:
    """The whole page."""
    from benchmarks.reliability.series import SERIES

    every = {part: {one.name: NOT_RUN for one in SERIES if one.part == part} for part in ALL_PARTS}
    figures = {part: {**names, **figures.get(part, {})} for part, names in every.items()}
    tables = {part: "\n".join(_table(figures[part])) for part in PARTS}
    caught = sum(bool(one["caught by"]) for one in faults.values())
    return TEXT.read_text(encoding="utf-8").format(
        **tables,
        sizes="\n".join(_sizes(figures["sizes"])),
        faults="\n".join(_faults(faults)),
        caught=f"{caught} of {len(faults)} are caught.",
    )


def _table(rows: dict[str, Found]) -> Iterator[str]:
    yield "| series | what was done and seen | faults | date, commit |"
    yield "|---|---|---|---|"
    for name, found in rows.items():
        seen = "; ".join(f"{what} {_number(n)}" for what, n in found.items() if what not in APART)
        yield f"| {name} | {seen} | {found.get('fault', 'none')} | {_when(found)} |"


def _sizes(rows: dict[str, Found]) -> Iterator[str]:
    yield "| article | seconds, half and whole | ratio | MB, half and whole | ratio | faults | date, commit |"
    yield "|---|---|---|---|---|---|---|"
    for name, found in rows.items():
        seconds, memory = (
            " and ".join(map(_number, found.get(key, ())))
            for key in ("seconds of the processor", "MB")
        )
        ratios = [str(found.get(key, "")) for key in ("time", "memory")]
        cells = [name, seconds, ratios[0], memory, ratios[1], str(found.get("fault", "none"))]
        yield f"| {' | '.join([*cells, _when(found)])} |"


def _faults(faults: dict[str, Found]) -> Iterator[str]:
    yield "| fault | what it breaks | caught by |"
    yield "|---|---|---|"
    for name, one in faults.items():
        test = f"`{one['caught by'].split('::')[0]}`" if one["caught by"] else "not caught"
        yield f"| {name}, in `{one['file']}` | {one['breaks']} | {test} |"


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def _when(found: Found) -> str:
    return f"{found['date']}, {found['commit']}" if "date" in found else ""


def read(path: Path) -> dict[str, Any]:
    """The figures of a file, none where there is none."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def main() -> int:
    """Writes the page."""
    PAGE.write_text(page(read(FIGURES), read(FAULTS)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
