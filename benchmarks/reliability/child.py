"""The real command in a process that ends itself, as by kill -9, at the statement of a number; the
database sees no difference. Without a number it counts the statements.

    python -m benchmarks.reliability.child NUMBER|count:FILE WORDS…
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # reading processes import this module again
    from sqlalchemy import Engine, event

    from cli.main import run

    order = sys.argv.pop(1)
    seen, last = 0, 0 if order.startswith("count:") else int(order)

    def step(*_: Any) -> None:
        """One more statement, before it or after it, or a transaction about to end."""
        global seen
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, moment, step)
    sys.argv[0] = "onrecord"
    try:
        run()
    finally:
        if not last:
            Path(order.removeprefix("count:")).write_text(str(seen))
