"""Commands whose code is loaded when one of them is asked for; the list of all needs none of it."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

import typer
from typer.core import TyperGroup

from cli.command_table import COMMANDS, epilog
from cli.readable_help import ReadableCommand
from cli.untyped import take_as_it_is


class LazyGroup(TyperGroup):
    """A group that knows its commands by the table alone."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands()

    # Typer's contexts and formatters are of a library that it holds for itself.
    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the help."""
        return list(self.commands)

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return take_as_it_is(super().get_help_option(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


class _Commands(MutableMapping[str, Any]):
    """The commands by name, each made when it is first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = _made(name)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def _made(name: str) -> Any:
    """A command of Typer's; raises KeyError where there is none of the name."""
    from cli.command_code import code_of
    from cli.options import common

    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    alone.command(name, cls=ReadableCommand, short_help=COMMANDS[name], epilog=epilog(name))(
        common(code_of(name))
    )
    command: Any = typer.main.get_command(alone)
    for parameter in command.params:
        take_as_it_is(parameter)
    return command
