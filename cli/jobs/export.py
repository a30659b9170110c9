"""Stored articles as the lines that `add` takes back; the shape of a line is
claims.read.roundtrip's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from claims.model import (
    Article,
    Claim,
    Dateline,
    Evidence,
    Header,
    Inferred,
    Link,
    OutletFacts,
    Precision,
    Reading,
    SaidOn,
    Setting,
    Span,
    Speaker,
    Stance,
)
from cli.formats.flat import PARTS
from cli.jobs.private import PrivateNames
from cli.rows.claims import UNIT
from store.records import Filters

if TYPE_CHECKING:
    from store import Store
    from store.records import ArticleRecord, ClaimRecord


def article_lines(
    store: Store, filters: Filters, names: PrivateNames | None = None
) -> Iterator[dict[str, Any]]:
    """A line for each article with its claims; with filters, the matching claims and their articles
    alone."""
    from claims.read.roundtrip import reading_line

    wanted = None if filters == Filters() else {claim.id for claim in store.claims.select(filters)}
    facts = store.articles.outlet_facts()
    names = names or PrivateNames(asked=False)
    for article in store.articles.select():
        claims = [
            c
            for c in store.claims.of_article(article.id)
            if not c.vanished and (wanted is None or c.id in wanted)
        ]
        if claims or wanted is None:
            line = dict(
                reading_line(
                    reading(article, claims, facts.get(article.outlet or "")), with_text=True
                )
            )
            yield line | {
                "unit": UNIT,
                "attributions": [
                    _with_words(a, article.text) | _private(c, names)
                    for a, c in zip(line["attributions"], names.counted(claims), strict=True)
                ],
            }


def _private(claim: ClaimRecord, names: PrivateNames) -> dict[str, str]:
    """Who the unnamed source is, where that was asked for and somebody says so."""
    return (
        {"private_speaker": claim.private_speaker} if names.asked and claim.private_speaker else {}
    )


def _with_words(attribution: dict[str, Any], text: str) -> dict[str, Any]:
    """The attribution with the words of each of its spans, so that nobody has to cut them out."""
    words = {
        f"{part}_words": [text[start:end] for start, end in attribution[part]] for part in PARTS
    }
    return attribution | words


def reading(
    record: ArticleRecord, claims: list[ClaimRecord], facts: OutletFacts | None = None
) -> Reading:
    """The stored article as it came out of the pipeline, with what is known of its outlet."""
    nowhere = Evidence(Span(0, 0), "")
    inferred = (
        Inferred(record.outlet, nowhere) if record.outlet and record.outlet_inferred else None
    )
    header = Header(
        outlet=inferred,
        wire=Inferred(record.wire, nowhere) if record.wire else None,
        byline=tuple(Inferred(name, nowhere) for name in record.byline),
        dateline=_dateline(record),
        credits=tuple(Inferred(name, nowhere) for name in record.credits),
    )
    outlet = None if inferred else record.outlet
    article = _article(record, outlet, facts if facts and facts.kind else None)
    return Reading(article, header, tuple(claim(c) for c in claims))


def _article(record: ArticleRecord, outlet: str | None, facts: OutletFacts | None) -> Article:
    return Article(
        record.doc,
        record.text,
        record.title,
        record.url,
        outlet,
        record.published,
        outlet_facts=facts,
        section=record.section,
        language=record.language,
        unread_language=record.unread_language,
        told=record.told,
        retrieval=record.retrieval,
    )


def claim(record: ClaimRecord) -> Claim:
    """The stored claim as it came out of the pipeline."""
    chain = tuple(
        Link(link.intermediary, _evidence(link.evidence), link.inferred) for link in record.chain
    )
    stance = Stance(record.stance, record.polarity, record.hedged)
    return Claim(
        record.cue,
        record.source,
        record.content,
        record.kind,
        stance,
        _speaker(record),
        chain,
        nested=record.nested,
        saying=record.saying,
        confidence=record.confidence,
        reasons=record.reasons,
        setting=_setting(record),
    )


def _speaker(record: ClaimRecord) -> Speaker:
    return Speaker(
        kind=record.named_kind or record.speaker_kind,
        name=record.named,
        members=record.members,
        mention=record.mention,
        affiliation=record.affiliation,
        principal=record.principal,
        declared_count=record.declared_count,
        confidence=record.speaker_confidence,
        inferred=record.speaker_inferred,
        reasons=record.reasons,
        runner_up=record.runner_up,
    )


def _setting(record: ClaimRecord) -> Setting:
    def noted(name: str, value: str | None) -> Inferred | None:
        return Inferred(value, _shown(record, name)) if value else None

    precision = cast(Precision, record.said_on_precision)
    return Setting(
        SaidOn(record.said_on, precision, _shown(record, "said_on")) if record.said_on else None,
        noted("channel", record.channel),
        noted("venue", record.venue),
        noted("audience", record.audience),
        noted("anonymity", record.anonymity),
    )


def _shown(record: ClaimRecord, name: str) -> Evidence:
    return _evidence(record.setting_evidence.get(name)) or Evidence(Span(0, 0), "")


def _dateline(record: ArticleRecord) -> Dateline | None:
    evidence = _evidence(record.dateline_evidence)
    return Dateline(record.dateline_place, record.dateline_date, evidence) if evidence else None


def _evidence(raw: tuple[int, int, str] | None) -> Evidence | None:
    return Evidence(Span(raw[0], raw[1]), raw[2]) if raw else None
