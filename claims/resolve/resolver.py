"""Speakers, chains and settings of one article, in the order of its text; each is read in a module of
its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Article, Attribution, Header, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.model import Resolution
from claims.resolve.provenance import chain, passing_on, unnamed_sources
from claims.resolve.provenance.nested import nested
from claims.resolve.provenance.setting import Settings
from claims.resolve.speaker import resolve_source

if TYPE_CHECKING:
    from spacy.tokens import Doc


def resolve_all(
    doc: Doc, attributions: Sequence[Attribution], article: Article, header: Header
) -> list[Resolution]:
    """Speakers in the order of the text, so that each knows who spoke before; then intermediaries
    and settings."""
    if not attributions:
        return []
    context = ArticleContext(doc, attributions, article, header)
    settings = Settings(context.text, article, header)
    inner = nested(attributions)
    out: list[Resolution | None] = [None] * len(attributions)
    carried, places = chain.Carried(context.text), passing_on.likely_places(context)
    for i in in_order(attributions):
        attribution = attributions[i]
        speaker = resolve_source(context, attribution)
        clause = context.clause(attribution)
        setting = settings.of(attribution, clause, context.index)
        link = None
        if speaker.kind != "outlet":
            link = chain.link(context, attribution, clause, speaker.name) or passing_on.link(
                context, places, attribution, clause, speaker.name
            )
        links = carried.on(speaker, attribution, clause, link, setting)
        out[i] = Resolution(speaker, links, inner[i], setting)
    return _with_anonymity(context, [r for r in out if r is not None])


def _with_anonymity(context: ArticleContext, found: list[Resolution]) -> list[Resolution]:
    """Why each source is unnamed; a pronoun that was given a name and speaks unnamed loses it."""
    unnamed = unnamed_sources.reasons(context, [r.speaker for r in found])
    return [
        replace(
            resolution,
            speaker=unnamed_sources.without_name(resolution.speaker, unnamed[i]),
            setting=replace(resolution.setting, anonymity=unnamed[i].why),
        )
        if i in unnamed
        else resolution
        for i, resolution in enumerate(found)
    ]


def in_order(attributions: Sequence[Attribution]) -> list[int]:
    """The numbers of attributions in the order of the text."""
    return sorted(range(len(attributions)), key=lambda i: _first(attributions[i]))


def _first(attribution: Attribution) -> Span:
    return min((*attribution.source, *attribution.cue, *attribution.content), default=Span(0, 0))
