"""Writes the README's samples anew from the demo's newsroom, ids and all: `make samples`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from cli.jobs.add import add_paths
from cli.jobs.corroborate import bring_up_to_date
from cli.jobs.sample import newsroom
from store import open_store

README = Path(__file__).parent.parent / "README.md"
WIDTH = 100
_SAMPLE = re.compile(r"^    \$ onrecord (.+)\n((?:    .*\n|\n(?=    ))+)", re.MULTILINE)
CUT = "    ...\n"
"""The last line of a sample that shows no more parts of the output, parted by blank lines, than stand
there."""
_ID = re.compile(r"\b[0-9a-f]{8}\b")


def main() -> None:
    """Puts the demo's output and its ids into the README."""
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")


def renewed(readme: str) -> str:
    """The README with the output, of today, of whatever it shows as run on the newsroom."""
    with TemporaryDirectory() as folder:
        store = Path(folder, "demo.db")
        with newsroom() as editions, open_store(store) as opened:
            for path in editions:
                add_paths(opened, [path])
            bring_up_to_date(opened)
        ids: dict[str, str] = {}

        def fresh(sample: re.Match[str]) -> str:
            said = _as_far_as(sample[2], _output(sample[1], store))
            ids.update(zip(_ID.findall(sample[2]), _ID.findall(said), strict=False))
            lines = "".join(f"    {line}".rstrip() + "\n" for line in said.splitlines())
            return f"    $ onrecord {sample[1]}\n{lines}"

        readme = _SAMPLE.sub(fresh, readme)
    return _ID.sub(lambda id: ids.get(id[0], id[0]), readme)


def _as_far_as(shown: str, said: str) -> str:
    """The output, cut where the sample that is there is."""
    if not shown.endswith(CUT):
        return said
    parts = shown.removesuffix(CUT).strip("\n").count("\n\n") + 1
    return "\n\n".join(said.split("\n\n")[:parts]) + "\n\n...\n"


def _output(words: str, store: Path) -> str:
    """What a terminal of the width shows: the table, and below it what is said on stderr."""
    run = [
        sys.executable,
        "-c",
        "from cli.main import run; run()",
        *words.split(),
        "--store",
        str(store),
    ]
    environment = os.environ | {"COLUMNS": str(WIDTH), "NO_COLOR": "1"}
    done = subprocess.run(run, capture_output=True, text=True, env=environment, check=True)
    return done.stdout + "".join(
        f"{line}\n" for line in done.stderr.splitlines() if line.startswith("showing")
    )


if __name__ == "__main__":
    main()
