"""Topics of the help as people read them in a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult
from rich.constrain import Constrain
from rich.table import Table
from rich.theme import Theme

if TYPE_CHECKING:
    from cli.help.topics import Topic

WIDTH = 100
"""Columns of a page; longer lines are hard to follow."""


def topics_table(topics: Iterable[Topic]) -> Table:
    """Each topic with what it is about and other words for it."""
    table = Table("TOPIC", "ABOUT", "ALSO", box=None, pad_edge=False, header_style="bold")
    for topic in topics:
        table.add_row(topic.name, topic.summary, ", ".join(topic.others))
    return table


class Page:
    """A page of Markdown, set; names of code are bold, for a ground of their own would be a black box
    on a light terminal."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.markdown import Markdown

        markdown = Markdown(self._text, code_theme="ansi_dark")
        with console.use_theme(Theme({"markdown.code": "bold"})):
            yield from console.render(Constrain(markdown, WIDTH), options)
