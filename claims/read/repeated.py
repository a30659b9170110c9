"""Which names articles had in one run: two texts under one name are a slip, for a store would take
the second for a later edition of the first."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.ids import text_name
from claims.model import Article, Failure, Reading


@dataclass
class NamesGiven:
    """The name of every article so far, with its text's digest and where it was read."""

    _seen: dict[str, tuple[str, str]] = field(default_factory=dict)

    def refused(self, item: Article | Reading, where: str) -> Failure | None:
        """The failure of an article whose name another text of this run has; else it is noted.

        What a store wrote out holds every edition of an article, in their order, under one name.
        """
        if isinstance(item, Reading):
            return None
        article = item
        text = text_name(article.text)
        first_text, first_place = self._seen.setdefault(article.doc, (text, where))
        if first_text == text:
            return None
        return Failure(
            where,
            f"another text is called {article.doc!r} in this run, at {first_place}",
            "give each article a `doc` of its own, or add a later edition in a run of its own",
        )
