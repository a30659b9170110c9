"""A claim before it is asked through whom it came, and what is asked of it alone."""

from __future__ import annotations

from typing import NamedTuple

from claims.model import Attribution, Link, Setting, Span, Speaker
from claims.resolve.article import first_person
from claims.resolve.article.context import ArticleContext
from claims.rules.lists import words


class Told(NamedTuple):
    """A claim with its speaker, its sentence, its setting, and what the rules of chain.py say."""

    attribution: Attribution
    speaker: Speaker
    clause: Span
    setting: Setting
    by_rule: Link | None

    @property
    def anchor(self) -> Span:
        """The words that it is found by: those that attribute it, where there are any; of "was quoted …
        as saying" the last."""
        parts = self.attribution
        return (parts.cue[-1:] or parts.source or parts.content or (Span(0, 0),))[0]

    def source(self, context: ArticleContext) -> str:
        """Its source as written, small."""
        spans = self.attribution.source
        return " ".join(context.text[s.start : s.end] for s in spans).casefold()

    def is_pronoun(self, context: ArticleContext) -> bool:
        """Whether a pronoun stands for its source."""
        return first_person.is_pronoun(self.source(context).strip(" ,"))

    def goes_on(self, context: ArticleContext) -> bool:
        """Whether its cue is a word of saying by which an interview goes on."""
        spans = self.attribution.cue
        cue = " ".join(context.text[s.start : s.end] for s in spans).casefold().split()
        return bool(words("relays", "goes_on") & {*cue})

    def is_quoted(self, context: ArticleContext) -> bool:
        """Whether words of it stand in quotation marks."""
        return any(context.is_quoted(s.start) for s in self.attribution.content)
