"""How fast the browser answers over a million ready-made claims: first screen, a key, jumps, search
and facets.

With `--beside-a-writer`: over fewer claims, while another process adds articles and a person
decides.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.browse.alone import measure
from benchmarks.browse.beside import measure_beside_a_writer
from benchmarks.browse.made import CLAIMS, MANY_WORDS, make


def main() -> int:
    """Print milliseconds as JSON; an argument names a store to keep and use again."""
    if "--beside-a-writer" in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "shared.db"
            make(path, CLAIMS // 20, MANY_WORDS)
            found = asyncio.run(measure_beside_a_writer(path))
        print(json.dumps(found | {"load": os.getloadavg()[0]}, indent=2))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "million.db"
        if not path.exists():
            make(path, CLAIMS)
        found = asyncio.run(measure(path))
        print(json.dumps(found | {"load": os.getloadavg()[0]}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
