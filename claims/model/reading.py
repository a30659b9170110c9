"""An article with everything that was found in it, and by what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.model.article import Article, Header
from claims.model.claim import Claim
from claims.model.spans import Spans, text_of


def writers(author: str) -> tuple[str, ...]:
    """The names that an author's value lists; one name, or what is no list of whole names, stays as it
    is."""
    names = tuple(name.strip() for name in re.split(r"[;,] | and ", author) if name.strip())
    return names if all(" " in name for name in names) else (author,)


@dataclass(frozen=True)
class Versions:
    """What produced a reading; recorded with every run."""

    onrecord: str
    spacy_model: str
    detector: str
    detector_digest: str


@dataclass(frozen=True)
class Reading:
    """An article with everything that was found in it."""

    article: Article
    header: Header
    claims: tuple[Claim, ...]
    versions: Versions | None = None

    @property
    def outlet(self) -> str | None:
        """The publisher: the given one, else the inferred one."""
        return self.article.outlet or (self.header.outlet.value if self.header.outlet else None)

    @property
    def wire(self) -> str | None:
        """The agency credited: the given one, else the inferred one."""
        return self.article.wire or (self.header.wire.value if self.header.wire else None)

    @property
    def published(self) -> str | None:
        """ISO 8601: the given date, else the dateline's."""
        return self.article.published or (
            self.header.dateline.date if self.header.dateline else None
        )

    @property
    def byline(self) -> tuple[str, ...]:
        """Writers: the given author, else those that the text names; the outlet is none."""
        if self.article.author:
            return writers(self.article.author)
        outlet = (self.article.outlet or "").casefold()
        return tuple(item.value for item in self.header.byline if item.value.casefold() != outlet)

    def text_of(self, spans: Spans) -> str:
        """The words of a claim's content, cue or source, joined by " … " where they are apart."""
        return text_of(self.article.text, spans)
