"""`onrecord help`: a topic, or the help of a command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from cli import diagnostics, output


def help_command(
    context: typer.Context,
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC|COMMAND]", help="What to read about.")
    ] = None,
) -> None:
    """\b
    Examples:
      onrecord help
      onrecord help single-source
      onrecord help list

    Explain a topic, such as labels, filters or formats, or show the help of a command.
    """
    commands = getattr(context.find_root().command, "commands", {})
    if topic is None:
        _list_topics()
    elif not _show_topic(topic, commands):
        _show_command(context, topic, commands)


def _list_topics() -> None:
    from cli.help.topics import TOPICS
    from cli.views.help import topics_table

    output.show(topics_table(TOPICS.values()))
    diagnostics.note("onrecord help TOPIC; `onrecord --help` lists the commands")


def _show_topic(name: str, commands: Mapping[str, Any]) -> bool:
    """Prints the page of a topic; False where there is none of the name."""
    from cli.help.topics import text_of, topic
    from cli.views.help import Page

    page = topic(name)
    if page is None:
        return False
    if output.on_terminal():
        output.show(Page(text_of(page)))
    else:
        output.pieces([text_of(page)])
    if name in commands:
        diagnostics.note(f"`onrecord {name} --help` shows the options of the command")
    return True


def _show_command(context: typer.Context, name: str, commands: Mapping[str, Any]) -> None:
    """Prints a command's help; raises UsageError where there is neither a topic nor a command."""
    from cli.help.topics import unknown

    if name not in commands:
        raise unknown(name, commands)
    command = commands[name]
    with command.make_context(
        name, [], parent=context.find_root(), resilient_parsing=True
    ) as inner:
        output.pieces([command.get_help(inner) + "\n"])
