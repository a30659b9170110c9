"""The filter line above the tabs; how its words are understood is cli.query's."""

from __future__ import annotations

from textual.widgets import Input

from cli.browse.bindings import bindings

HINT = "/ search, or filter: speaker:NAME outlet:NAME since:2017 stance:deny status:unsure"


class FilterLine(Input):
    """One line of filter words, followed as they are typed; escape leaves it as it was."""

    BINDINGS = bindings("filter")
    PLACE = "filter"

    def __init__(self, query: str) -> None:
        super().__init__(query, placeholder=HINT, id="filter", compact=True, select_on_focus=False)
        self.applied = query

    def action_leave(self) -> None:
        """Back to the list with the words that were in force."""
        self.value = self.applied
        self.post_message(self.Submitted(self, self.value))

    def action_down(self) -> None:
        """Into the list, with what is typed."""
        self.post_message(self.Submitted(self, self.value))
