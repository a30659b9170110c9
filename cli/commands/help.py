"""`onrecord help`: a topic, or the help of a command."""

from __future__ import annotations

from typing import Annotated

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
    from cli.help.topics import TOPICS, text_of, unknown
    from cli.help.topics import topic as topic_of
    from cli.views.help import Page, topics_table

    root = context.find_root()
    commands = getattr(root.command, "commands", {})
    if topic is None:
        output.show(topics_table(TOPICS.values()))
        diagnostics.note("onrecord help TOPIC; `onrecord --help` lists the commands")
    elif (found := topic_of(topic)) is not None:
        text = text_of(found)
        if output.on_terminal():
            output.show(Page(text))
        else:
            output.page(text)
        if topic in commands:
            diagnostics.note(f"`onrecord {topic} --help` shows the options of the command")
    elif topic in commands:
        command = commands[topic]
        with command.make_context(topic, [], parent=root, resilient_parsing=True) as inner:
            output.page(command.get_help(inner) + "\n")
    else:
        raise unknown(topic, commands)
