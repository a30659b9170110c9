"""Ctrl-C: the first lets what is being saved be finished and ends the command in order, the second ends it at once;
what is said then stands in diagnostics.py."""

from __future__ import annotations

import atexit
import signal
import sys
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer, current_thread, main_thread

from cli import diagnostics

WAITS = "finishing what is being saved; Ctrl-C again ends at once"
ENDED = "ended at once; finished articles are kept"
HOOK_SECONDS = 0.05
"""After so long whatever collected rubbish has gone on."""


class _State:
    """Of this process: whether Ctrl-C came, and whether something is being saved that it waits for."""

    over = False
    """The command is over; Python tidies up."""
    came = False
    saving = False
    waits = False


def attend() -> None:
    """Heeds Ctrl-C from here on, unless whoever began this process wants it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _heed)
        sys.unraisablehook = _heed_later
        # Registered first and so run last: behind it Python takes its handlers away, and one more Ctrl-C would
        # end a command that is over by the signal.
        atexit.register(signal.signal, signal.SIGINT, signal.SIG_IGN)


def finished() -> None:
    """From here on the first Ctrl-C has nothing to end, and is not heeded."""
    _State.over = True


def _heed(*_: object) -> None:
    if _State.came:
        diagnostics.end_at_once(ENDED)
    _State.came = True
    if _State.over:
        return
    if not _State.saving:
        raise KeyboardInterrupt
    _State.waits = True
    diagnostics.note_at_once(WAITS)


def _heed_later(what: sys.UnraisableHookArgs) -> None:
    """A Ctrl-C that came while rubbish was collected, where Python would drop it with a traceback, comes again."""
    if what.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(what)
        return
    _State.came = False
    Timer(HOOK_SECONDS, _come_again).start()


def _come_again() -> None:
    """A signal to the main thread, which a wait there ends at; where there is none, what is seen after the wait."""
    if hasattr(signal, "pthread_kill") and (number := main_thread().ident):
        signal.pthread_kill(number, signal.SIGINT)
    else:
        interrupt_main()


@contextmanager
def finishing() -> Iterator[None]:
    """Around what is saved: the first Ctrl-C waits for its end. Raises KeyboardInterrupt then."""
    _State.saving = True
    try:
        yield
    finally:
        _State.saving = False
    if _State.waits:
        _State.waits = False
        raise KeyboardInterrupt


@contextmanager
def kept_from_children() -> Iterator[None]:
    """Around the start of processes: a Ctrl-C that they are born under is this process's alone."""
    if not hasattr(signal, "pthread_sigmask") or current_thread() is not main_thread():
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        with suppress(OSError):
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
