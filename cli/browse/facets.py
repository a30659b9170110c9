"""The panel of facets: values of the filter words with counts that follow it; the filter itself is
the app's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.text import Text

from cli.browse.bindings import enter_binding
from cli.browse.columns import FACET
from cli.browse.rows import Rows
from cli.sanitise import text
from store.records import Filters

if TYPE_CHECKING:
    from store.store import Store

WORDS = ("status", "label", "saying", "stance", "kind", "outlet", "speaker")
"""The quick ones first: each is shown as soon as it is counted."""


@dataclass(frozen=True)
class Facet:
    """A value of a filter word; value is "" for the word's own line."""

    word: str
    value: str
    count: int = 0
    chosen: bool = False

    @property
    def token(self) -> str:
        """The value as a filter word of a query."""
        plain = self.value.replace('"', " ")
        return (
            f'{self.word}:"{plain}"' if any(c.isspace() for c in plain) else f"{self.word}:{plain}"
        )


def toggled(query: str, token: str) -> str:
    """The query with the token at its end, or without it where it holds it as a word."""
    words = re.findall(r'[^\s"]*"[^"]*"?|\S+', query)
    return " ".join(
        [word for word in words if word != token] if token in words else [*words, token]
    )


class FacetSource:
    """One word after the other."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self._store, self._filters = store, filters

    def order(self) -> Iterable[Sequence[Facet]]:
        """Each word's line and its values."""
        for word, counted in self._store.claims.facets(self._filters, WORDS).items():
            chosen = {value.casefold() for value in getattr(self._filters, word)}
            if counted:
                yield [
                    Facet(word, ""),
                    *(Facet(word, v, n, v.casefold() in chosen) for v, n in counted),
                ]

    def page(self, keys: Sequence[Any]) -> Sequence[Any]:
        """The facets are their own rows."""
        return keys


def facet_cells(facet: Facet) -> list[Text]:
    """The word, or a value with its count; a chosen one is ticked."""
    if not facet.value:
        return [Text(facet.word, "bold"), Text()]
    label = Text("✓ " if facet.chosen else "  ").append_text(text(facet.value[:200]))
    return [label, Text(f"{facet.count:>7,}")]


class Facets(Rows):
    """Facets as a list; enter puts a value into the filter or takes it out."""

    BINDINGS = enter_binding("Tick")

    def __init__(self) -> None:
        super().__init__(FACET, facet_cells, id="facets", empty="Nothing to count.")
