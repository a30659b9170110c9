"""An article with everything that was found in it, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.article import Article, Header
from claims.model.claim import Claim
from claims.model.spans import Spans, text_of


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
        """Writers: the given author, else those that the text names."""
        if self.article.author:
            return (self.article.author,)
        return tuple(item.value for item in self.header.byline)

    def text_of(self, spans: Spans) -> str:
        """The words of a claim's content, cue or source, joined by " … " where they are apart."""
        return text_of(self.article.text, spans)
