"""How the help of a command tells what to write: a word for each value, never a type of Python."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

from cli.untyped import take_as_it_is


class ReadableCommand(TyperCommand):
    """A command whose arguments stand in its help as their metavars say, in the usage line too."""

    # Typer's contexts and formatters are of a library that it holds for itself.
    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words of the usage line."""
        return ["[OPTIONS]", *(_word(parameter) for parameter in self._arguments(ctx))]

    def get_help_option(self, ctx: Any) -> Any:
        """The option --help."""
        return take_as_it_is(super().get_help_option(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Writes arguments, then options."""
        rows = {"argument": list[tuple[str, str]](), "option": list[tuple[str, str]]()}
        for parameter in self.get_params(ctx):
            if (record := parameter.get_help_record(ctx)) is not None:
                is_argument = parameter.param_type_name == "argument"
                word = _word(parameter) if is_argument else record[0]
                rows[parameter.param_type_name].append((word, record[1]))
        for title, kind in (("Arguments", "argument"), ("Options", "option")):
            if rows[kind]:
                with formatter.section(title):
                    formatter.write_dl(rows[kind])

    def _arguments(self, ctx: Any) -> list[Any]:
        return [p for p in self.get_params(ctx) if p.param_type_name == "argument"]


def _word(parameter: Any) -> str:
    """As brackets and dots in a metavar say what may be left out, and what may come again."""
    return str(parameter.metavar or parameter.name.upper())
