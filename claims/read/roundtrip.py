"""A reading as one JSON line and back: the machine format, schema 1; nothing is detected here."""

from __future__ import annotations

from dataclasses import asdict, replace
from itertools import pairwise
from typing import Any

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
    text_of,
)
from claims.read.decode import UnreadableError, whole
from claims.read.line_values import count, flag, named, one_of, share, string, strings, whole_number
from claims.read.setting_lines import evidence_of, evidence_row, setting_keys, setting_of
from claims.rules.vocabulary import Kind, Polarity, SayingName, StanceName, saying_of_stance

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
    helped = {"contributors": header.contributors, "editors": header.editors}
    line |= {key: [item.value for item in items] for key, items in helped.items() if items}
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
    known |= {"unread_language": article.unread_language}
    line |= {key: value for key, value in known.items() if value}
    if article.told:
        line["told"] = [asdict(value) for value in article.told]
    if article.retrieval:
        line["retrieval"] = asdict(article.retrieval)
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
        "chain": [_link(link) for link in claim.chain],
        "kind": claim.kind,
        "stance": claim.stance.stance,
        "polarity": claim.stance.polarity,
        "hedged": claim.stance.hedged,
        "saying": claim.saying,
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


def _link(link: Link) -> dict[str, Any]:
    shown = evidence_row(link.evidence)
    return {"who": link.intermediary, "evidence": shown, "inferred": link.inferred}


def _dateline(line: Dateline | None) -> dict[str, Any] | None:
    if line is None:
        return None
    row = {"place": line.place, "date": line.date, "evidence": evidence_row(line.evidence)}
    return {**row, "day": line.day} if line.day else row


def reading_of(row: dict[str, Any], article: Article, *, outlet_given: bool = False) -> Reading:
    """The reading that a line holds; raises UnreadableError where a span lies outside the text or a
    key is wrong.

    outlet_given: the user named the outlet, so it is no longer inferred.
    """
    try:
        claims = tuple(_claim(item, article.text) for item in row["attributions"])
        inferred = flag(row.get("outlet_inferred"), "outlet_inferred") and not outlet_given
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
        byline=tuple(Inferred(name, nowhere) for name in strings(row.get("byline") or [])),
        dateline=_dateline_of(line, article.text) if line else None,
        credits=tuple(Inferred(name, nowhere) for name in strings(credits)),
    )


def _dateline_of(line: dict[str, Any], text: str) -> Dateline:
    evidence = evidence_of(line.get("evidence"), text) or Evidence(Span(0, 0), "")
    day = string(line.get("day"))
    return Dateline(string(line["place"]), string(line["date"]), evidence, day)


def _hold_words(item: dict[str, Any], text: str) -> None:
    """Raises ValueError where a line says the words of its spans and the text has others: it was
    changed."""
    for part in ("cue", "source", "content"):
        said = item.get(f"{part}_words")
        found = [text[start:end] for start, end in _spans(item[part], text)]
        if said is not None and [whole(str(words)) for words in said] != found:
            raise ValueError(
                f"the text at the spans of {part} is not that of {part}_words; change both, or leave "
                f"{part}_words out"
            )


def _claim(item: dict[str, Any], text: str) -> Claim:
    _hold_words(item, text)
    reasons = strings(item.get("reasons", []))
    links = (
        Link(
            named(link["who"]),
            evidence_of(link.get("evidence"), text),
            flag(link.get("inferred"), "inferred"),
        )
        for link in item.get("chain", [])
    )
    return Claim(
        cue=_spans(item["cue"], text),
        source=_spans(item["source"], text),
        content=_spans(item["content"], text),
        kind=one_of(Kind, item["kind"]),
        stance=Stance(
            one_of(StanceName, item["stance"]),
            one_of(Polarity, item["polarity"]),
            flag(item["hedged"], "hedged"),
        ),
        speaker=_speaker(item, text, reasons),
        chain=tuple(links),
        setting=setting_of(item, text),
        saying=_saying(item),
        nested=flag(item["nested"], "nested"),
        confidence=share(item["confidence"], "confidence"),
        reasons=reasons,
    )


def _saying(item: dict[str, Any]) -> SayingName:
    """What the line says, or what its stance tells."""
    given = item.get("saying")
    return one_of(SayingName, given) if given else saying_of_stance(item["stance"])


def _speaker(item: dict[str, Any], text: str, reasons: tuple[str, ...]) -> Speaker:
    people = item.get("declared_count")
    return Speaker(
        kind=one_of(SpeakerKind, item["speaker_kind"]),
        name=string(item["speaker"]),
        members=strings(item.get("members", [])),
        mention=_mention(item, text),
        affiliation=string(item.get("affiliation")),
        principal=string(item.get("principal")),
        declared_count=None if people is None else count(people),
        confidence=share(item.get("speaker_confidence", 1.0), "speaker_confidence"),
        inferred=flag(item.get("inferred"), "inferred"),
        reasons=reasons,
        runner_up=string(item.get("runner_up")),
    )


def _mention(item: dict[str, Any], text: str) -> str:
    """The words of the source, joined as the line joins them; never others that it has, for they are
    cited as the article's."""
    spans = _spans(item["source"], text)
    joined = " ".join(text[start:end] for start, end in spans)
    return joined if item.get("mention") == joined else text_of(text, spans)


def _spans(raw: list[list[int]], text: str) -> Spans:
    """Spans of the text in order; raises ValueError where they overlap or lie outside."""
    spans = tuple(Span(whole_number(start), whole_number(end)) for start, end in raw)
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        raise ValueError("a span lies outside the text")
    if any(a.end > b.start for a, b in pairwise(spans)):
        raise ValueError("spans overlap or are out of order")
    return spans
