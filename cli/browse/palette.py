"""The palette: every action of the first screen by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.app import App, SystemCommand

from cli.browse.keys import ACTIONS


def desk_commands(app: App[None]) -> Iterable[SystemCommand]:
    """One command an action, with the help of its key."""
    for action in ACTIONS:
        if action.place in ("app", "claim"):
            yield SystemCommand(action.label, action.help, _runner(app, action.action))


def _runner(app: App[None], action: str) -> Callable[[], object]:
    async def run() -> None:
        await app.run_action(action)

    return run
