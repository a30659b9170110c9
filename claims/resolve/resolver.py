"""Speakers, chains and settings of one article, in the order of its text; each is read in a module of
its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Article, Attribution, Header, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.model import Resolution
from claims.resolve.provenance import chain, unnamed_sources, via
from claims.resolve.provenance.nested import nested
from claims.resolve.provenance.setting import Settings
from claims.resolve.provenance.told_claim import Told
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
    order = in_order(attributions)
    told = [told_of(context, attributions[i], settings) for i in order]
    inner = nested(attributions)
    chains = via.links(context, told)
    out = {
        i: Resolution(one.speaker, links, inner[i], one.setting)
        for i, one, links in zip(order, told, chains, strict=True)
    }
    return _with_anonymity(context, [out[i] for i in range(len(attributions))])


def told_of(context: ArticleContext, attribution: Attribution, settings: Settings) -> Told:
    """A claim with what is known before it is asked through whom it came; in the order of the text."""
    speaker = resolve_source(context, attribution)
    clause = context.clause(attribution)
    setting = settings.of(attribution, clause, context.index)
    by_rule = None
    if speaker.kind != "outlet":
        by_rule = chain.link(context, attribution, clause, speaker.name)
    return Told(attribution, speaker, clause, setting, by_rule)


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
