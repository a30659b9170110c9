"""The only writer of stderr, and the exit codes; data never goes here."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn

from cli.sanitise import clean
from store.database.location import without_secrets

if TYPE_CHECKING:
    from rich.console import Console


class Exit(IntEnum):
    """How a command ended; the highest of several wins."""

    DONE = 0
    """All done."""
    FOUND = 1
    """`check --exit-code` listed something."""
    USAGE = 2
    """Wrong use or configuration."""
    INPUT = 3
    """Some or all input unreadable; the rest is kept."""
    STORE = 4
    """The store cannot be opened, read or written."""
    MODEL = 5
    """A language model is missing."""
    INTERRUPTED = 130
    """Ctrl-C; finished articles are kept."""


MEANING = {
    Exit.DONE: "done",
    Exit.FOUND: "something is listed (with --exit-code)",
    Exit.USAGE: "wrong use or configuration",
    Exit.INPUT: "some or all input unreadable, the rest kept",
    Exit.STORE: "a store problem",
    Exit.MODEL: "a model is missing",
    Exit.INTERRUPTED: "interrupted, what was finished kept",
}
"""Each code in a few words, as the help says it."""


class State:
    """What holds for one run of the command: settings of --debug and --no-input, what the user
    typed that may hold a password, and the worst code so far."""

    typed: tuple[str, ...] = ()
    debug = False
    no_input = False
    worst = 0


def reset(typed: Iterable[str] = ()) -> None:
    """Forget the settings of an earlier run in this process; no password that was typed is said."""
    State.debug, State.no_input, State.worst = False, False, 0
    State.typed = tuple(typed)


def may_ask() -> bool:
    """Whether a question would meet somebody: a terminal, and no --no-input."""
    return sys.stdin.isatty() and not State.no_input


def console() -> Console:
    """A Rich console on stderr, for progress bars."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False)


def note(line: str) -> None:
    """One line of narration."""
    try:
        sys.stderr.write(without_secrets(clean(line), State.typed).rstrip("\n") + "\n")
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        # Nobody reads on.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def note_at_once(line: str) -> None:
    """The same past all buffers: a signal may come while one is being written."""
    with suppress(OSError):
        os.write(2, f"onrecord: {line}\n".encode())


def end_at_once(line: str) -> NoReturn:
    """Ends this process without another step, as Ctrl-C twice asks for; a transaction under way is undone."""
    shown = "\x1b[?25h" if os.isatty(2) else ""  # a progress line hides the cursor
    note_at_once(line + shown)
    os._exit(Exit.INTERRUPTED)


def record(code: int) -> None:
    """Remember an exit code; the highest wins."""
    State.worst = max(State.worst, int(code))


def error(message: str, code: int) -> None:
    """One line saying what, where and the next step; the code is remembered."""
    note("onrecord: " + " ".join(message.split()))
    record(code)


def crash(exc: BaseException, code: int, message: str | None = None) -> None:
    """An exception as one line; with --debug its traceback first."""
    if State.debug:
        note("".join(traceback.format_exception(exc)))
    error(message or str(exc) or type(exc).__name__, code)
