"""A reading as one JSON line and back: the machine format, schema 1; nothing is detected here."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import pairwise
from typing import Any, get_args

from claims.model import (
    Article,
    Claim,
    Dateline,
    Evidence,
    Header,
    Inferred,
    Link,
    Reading,
    Span,
    Spans,
    Speaker,
    SpeakerKind,
    Stance,
)
from claims.read.decode import UnreadableError, whole
from claims.read.setting_lines import evidence_of, evidence_row, setting_keys, setting_of
from claims.rules.vocabulary import Kind, Polarity, StanceName

MAX_COUNT = 2**31 - 1
"""People whom one source can stand for, for that is what every database holds."""
NEXT_STEP = "lines with `schema` and `attributions` come from onrecord"


def reading_line(reading: Reading, *, with_text: bool = False) -> dict[str, Any]:
    """The JSON object of a reading; with_text makes it one that `add` takes back."""
    article, header = reading.article, reading.header
    line: dict[str, Any] = {
        "schema": 1,
        "doc": article.doc,
        "outlet": reading.outlet,
        "outlet_inferred": reading.outlet is not None and article.outlet is None,
        "wire": reading.wire,
        "byline": list(reading.byline),
        "dateline": _dateline(header.dateline),
    }
    credits = [credit.value for credit in header.credits]
    if set(credits) - {reading.wire}:
        line["credits"] = credits
    if with_text:
        line |= _text_and_metadata(reading)
    line["attributions"] = [_attribution(claim) for claim in reading.claims]
    return line


def _text_and_metadata(reading: Reading) -> dict[str, Any]:
    article = reading.article
    line: dict[str, Any] = {
        "text": article.text,
        "title": article.title,
        "url": article.url,
        "published": reading.published,
    }
    known = {"section": article.section, "language": article.language}
    line |= {key: value for key, value in known.items() if value}
    if article.outlet_facts:
        line["outlet_facts"] = asdict(article.outlet_facts)
    return line


def _attribution(claim: Claim) -> dict[str, Any]:
    speaker = claim.speaker
    return {
        "cue": [list(span) for span in claim.cue],
        "source": [list(span) for span in claim.source],
        "content": [list(span) for span in claim.content],
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "members": list(speaker.members),
        "via": claim.via,
        "chain": [
            {"who": k.intermediary, "evidence": evidence_row(k.evidence), "inferred": k.inferred}
            for k in claim.chain
        ],
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
        "speaker_confidence": round(speaker.confidence, 3),
        "runner_up": speaker.runner_up,
        **setting_keys(claim.setting),
        "reasons": list(claim.reasons),
    }


def _dateline(line: Dateline | None) -> dict[str, Any] | None:
    return (
        {"place": line.place, "date": line.date, "evidence": evidence_row(line.evidence)}
        if line
        else None
    )


def reading_of(row: dict[str, Any], article: Article, *, outlet_given: bool = False) -> Reading:
    """The reading that a line holds; raises UnreadableError where a span lies outside the text or a
    key is wrong.

    outlet_given: the user named the outlet, so it is no longer inferred.
    """
    try:
        claims = tuple(_claim(item, article.text) for item in row["attributions"])
        inferred = bool(row.get("outlet_inferred")) and not outlet_given
        header = _header(row, article, inferred)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise UnreadableError(
            f"an attribution or the header is malformed: {error}", NEXT_STEP
        ) from None
    return Reading(replace(article, outlet=None) if inferred else article, header, claims)


def _header(row: dict[str, Any], article: Article, inferred: bool) -> Header:
    nowhere = Evidence(Span(0, 0), "")
    wire, line = article.wire, row.get("dateline")
    credits = row.get("credits") or ([wire] if wire else [])
    return Header(
        outlet=Inferred(article.outlet, nowhere) if inferred and article.outlet else None,
        wire=Inferred(wire, nowhere) if wire else None,
        byline=tuple(Inferred(name, nowhere) for name in _strings(row.get("byline") or [])),
        dateline=_dateline_of(line, article.text) if line else None,
        credits=tuple(Inferred(name, nowhere) for name in _strings(credits)),
    )


def _dateline_of(line: dict[str, Any], text: str) -> Dateline:
    evidence = evidence_of(line.get("evidence"), text) or Evidence(Span(0, 0), "")
    return Dateline(_string(line["place"]), _string(line["date"]), evidence)


def _claim(item: dict[str, Any], text: str) -> Claim:
    reasons = _strings(item.get("reasons", []))
    links = (
        Link(
            _named(link["who"]), evidence_of(link.get("evidence"), text), bool(link.get("inferred"))
        )
        for link in item.get("chain", [])
    )
    return Claim(
        cue=_spans(item["cue"], text),
        source=_spans(item["source"], text),
        content=_spans(item["content"], text),
        kind=_one_of(Kind, item["kind"]),
        stance=Stance(
            _one_of(StanceName, item["stance"]),
            _one_of(Polarity, item["polarity"]),
            bool(item["hedged"]),
        ),
        speaker=_speaker(item, reasons),
        chain=tuple(links),
        setting=setting_of(item, text),
        nested=bool(item["nested"]),
        confidence=_share(item["confidence"], "confidence"),
        reasons=reasons,
    )


def _speaker(item: dict[str, Any], reasons: tuple[str, ...]) -> Speaker:
    count = item.get("declared_count")
    return Speaker(
        kind=_one_of(SpeakerKind, item["speaker_kind"]),
        name=_string(item["speaker"]),
        members=_strings(item.get("members", [])),
        mention=_string(item.get("mention")) or "",
        affiliation=_string(item.get("affiliation")),
        principal=_string(item.get("principal")),
        declared_count=None if count is None else _count(count),
        confidence=_share(item.get("speaker_confidence", 1.0), "speaker_confidence"),
        inferred=bool(item.get("inferred")),
        reasons=reasons,
        runner_up=_string(item.get("runner_up")),
    )


def _one_of(words: Any, raw: object) -> Any:
    """The value where it is a member of the type; raises ValueError else."""
    if raw not in get_args(words):
        raise ValueError(f"{raw!r} is none of {', '.join(get_args(words))}")
    return raw


def _count(raw: Any) -> int:
    count = int(raw)
    if not 0 <= count <= MAX_COUNT:
        raise ValueError(f"declared_count is not between 0 and {MAX_COUNT:,}")
    return count


def _share(raw: Any, key: str) -> float:
    """A number from 0 to 1; raises ValueError for any other."""
    if not 0 <= float(raw) <= 1:
        raise ValueError(f"{key} is not between 0 and 1")
    return float(raw)


def _string(raw: object) -> str | None:
    """The text, or None for none; raises TypeError for anything else."""
    if raw is not None and not isinstance(raw, str):
        raise TypeError(f"{raw!r} is no string")
    return whole(raw) if raw else None


def _named(raw: object) -> str:
    """A text that is not empty; raises ValueError or TypeError."""
    name = _string(raw)
    if not name:
        raise ValueError("a name is missing")
    return name


def _strings(raw: object) -> tuple[str, ...]:
    """The texts of a list; raises TypeError for anything else."""
    if not isinstance(raw, list):
        raise TypeError(f"{raw!r} is no list of strings")
    return tuple(_named(item) for item in raw)


def _spans(raw: list[list[int]], text: str) -> Spans:
    """Spans of the text in order; raises ValueError where they overlap or lie outside."""
    spans = tuple(Span(int(start), int(end)) for start, end in raw)
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError("a span lies outside the text")
    if any(a.end > b.start for a, b in pairwise(spans)):
        raise ValueError("spans overlap or are out of order")
    return spans
