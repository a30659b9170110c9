"""A reading as one JSON line and back: the machine format, schema 1; nothing is detected here."""

from __future__ import annotations

from typing import Any

from claims.model import (
    Article, Claim, Dateline, Evidence, Header, Inferred, Link, Reading, Span, Spans, Speaker, Stance,
)
from claims.read.decode import Unreadable


def reading_line(reading: Reading, *, with_text: bool = False) -> dict[str, Any]:
    """The JSON object of a reading; with_text makes it one that `add` takes back."""
    article, dateline = reading.article, reading.header.dateline
    line: dict[str, Any] = {
        "schema": 1,
        "doc": article.doc,
        "outlet": reading.outlet,
        "outlet_inferred": reading.outlet is not None and article.outlet is None,
        "wire": reading.wire,
        "byline": list(reading.byline),
        "dateline": {"place": dateline.place, "date": dateline.date, "evidence": _evidence(dateline.evidence)} if dateline else None,
    }
    if with_text:
        line |= {"text": article.text, "title": article.title, "url": article.url, "published": reading.published}
    line["attributions"] = [_attribution(claim) for claim in reading.claims]
    return line


def _attribution(claim: Claim) -> dict[str, Any]:
    speaker = claim.speaker
    return {
        "cue": [list(s) for s in claim.cue],
        "source": [list(s) for s in claim.source],
        "content": [list(s) for s in claim.content],
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "members": list(speaker.members),
        "via": claim.via,
        "chain": [{"who": k.who, "evidence": _evidence(k.evidence), "inferred": k.inferred} for k in claim.chain],
        "kind": claim.kind,
        "stance": claim.stance.stance,
        "polarity": claim.stance.polarity,
        "hedged": claim.stance.hedged,
        "nested": claim.nested,
        "confidence": claim.confidence,
        "mention": speaker.mention,
        "affiliation": speaker.affiliation,
        "principal": speaker.principal,
        "declared_count": speaker.declared_count,
        "inferred": speaker.inferred,
        "reasons": list(claim.reasons),
    }


def _evidence(evidence: Evidence | None) -> list[Any] | None:
    return [*evidence.span, evidence.text] if evidence else None


def reading_of(row: dict[str, Any], article: Article) -> Reading:
    """The reading that a line holds; raises Unreadable where a span lies outside the text or a key is wrong."""
    try:
        claims = tuple(_claim(item, article.text) for item in row["attributions"])
        header = _header(row, article)
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(f"an attribution is malformed: {error}", "lines with `schema` and `attributions` come from onrecord") from None
    if row.get("outlet_inferred"):
        article = Article(**{**vars(article), "outlet": None})
    return Reading(article, header, claims)


def _header(row: dict[str, Any], article: Article) -> Header:
    whole = Evidence(Span(0, 0), "")
    outlet = Inferred(row["outlet"], whole) if row.get("outlet_inferred") and row.get("outlet") else None
    wire = Inferred(row["wire"], whole) if row.get("wire") else None
    line = row.get("dateline")
    dateline = Dateline(line["place"], line["date"], _found(line["evidence"]) or whole) if line else None
    byline = tuple(Inferred(name, whole) for name in row.get("byline") or ())
    return Header(outlet, wire, byline, dateline)


def _claim(item: dict[str, Any], text: str) -> Claim:
    cue, source, content = (_spans(item[part], text) for part in ("cue", "source", "content"))
    speaker = Speaker(
        kind=item["speaker_kind"], name=item["speaker"], members=tuple(item.get("members", ())), mention=item.get("mention", ""),
        affiliation=item.get("affiliation"), principal=item.get("principal"), declared_count=item.get("declared_count"),
        inferred=bool(item.get("inferred")), reasons=tuple(item.get("reasons", ())),
    )
    chain = tuple(Link(k["who"], _found(k.get("evidence")), bool(k.get("inferred"))) for k in item.get("chain", ()))
    return Claim(
        cue, source, content, item["kind"], Stance(item["stance"], item["polarity"], bool(item["hedged"])), speaker, chain,
        bool(item["nested"]), float(item["confidence"]), tuple(item.get("reasons", ())),
    )


def _found(raw: list[Any] | None) -> Evidence | None:
    return Evidence(Span(int(raw[0]), int(raw[1])), str(raw[2])) if raw else None


def _spans(raw: list[list[int]], text: str) -> Spans:
    spans = tuple(Span(int(s), int(e)) for s, e in raw)
    if any(not 0 <= s < e <= len(text) for s, e in spans) or list(spans) != sorted(spans):
        raise ValueError("a span lies outside the text")
    return spans
