"""Readings to row dicts; no database calls, and the way back is in from_rows.py."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from claims.folding import name_key
from claims.identity.written_name import looks_like_name
from claims.ids import canonical_url, digest, speaker_id
from claims.model import Article, Claim, Reading, Setting, Spans, text_of
from store.mapping.article_notes import notes
from store.tables import now

_LIVING_MEMORY_YEAR = 1930
"""Who speaks in an older article is another bearer of a name."""
CONTEXT_CHARS = 32
"""Of the article's text kept before and after a claim's spans."""
Row = dict[str, Any]


def text_hash(text: str) -> str:
    """Equal for equal texts."""
    return digest("text", text)


def sort_key(published: str | None) -> str:
    """A date or time as UTC text that sorts by time; "" where there is none or it cannot be
    read."""
    if not published:
        return ""
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", published):
        return published
    try:
        time = datetime.fromisoformat(published)
        in_utc = time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time
    except (ValueError, OverflowError):
        return ""
    return in_utc.isoformat(timespec="seconds") + "Z"


def metadata(reading: Reading) -> Row:
    """The columns of an article that better knowledge may change."""
    article, header = reading.article, reading.header
    dateline = header.dateline
    return {
        "title": article.title,
        "url": article.url,
        "url_key": canonical_url(article.url) if article.url else None,
        "outlet_id": outlet_id(reading.outlet),
        "outlet_inferred": bool(reading.outlet and not article.outlet),
        "wire": reading.wire,
        "wire_inferred": bool(reading.wire and not article.wire),
        "author": article.author,
        "byline": list(reading.byline),
        "credits": [credit.value for credit in header.credits],
        "dateline_place": dateline.place if dateline else None,
        "dateline_date": dateline.date if dateline else None,
        "dateline_start": dateline.evidence.span.start if dateline else None,
        "dateline_end": dateline.evidence.span.end if dateline else None,
        "dateline_text": dateline.evidence.text if dateline else None,
        "published": reading.published,
        "published_inferred": bool(reading.published and not article.published),
        "published_key": sort_key(reading.published),
        **notes(article, header),
    }


def outlet_id(name: str | None) -> str | None:
    """The id of an outlet's row."""
    return digest("outlet", name_key(name)) if name else None


def article_row(reading: Reading, id: str, run_id: str | None) -> Row:
    """A new article row, current and without a former edition."""
    article = reading.article
    return metadata(reading) | {
        "id": id,
        "doc": article.doc,
        "text": article.text,
        "text_hash": text_hash(article.text),
        "fetched": now(),
        "edition_of": None,
        "current": True,
        "detector": detector_of(reading),
        "run_id": run_id,
    }


def detector_of(reading: Reading) -> str | None:
    """What detected: one string that changes with the model; None for claims that came with the
    article."""
    versions = reading.versions
    return (
        f"{versions.detector} {versions.detector_digest} {versions.onrecord} {versions.spacy_model}"
        if versions
        else None
    )


def claim_row(reading: Reading, claim: Claim, id: str, article: str) -> Row:
    """All columns of a claim but its number."""
    return {
        "id": id,
        "article_id": article,
        "kind": claim.kind,
        "stance": claim.stance.stance,
        "polarity": claim.stance.polarity,
        "hedged": claim.stance.hedged,
        "saying": claim.saying,
        "nested": claim.nested,
        "parent": None,
        **_span_columns(claim, reading.article.text),
        **_speaker_columns(claim, era(reading.published)),
        **setting_columns(claim.setting),
        "confidence": claim.confidence,
        "reasons": [*claim.reasons, *(r for r in claim.speaker.reasons if r not in claim.reasons)],
        "detector": detector_of(reading),
        "vanished": False,
    }


def _span_columns(claim: Claim, text: str) -> Row:
    """The spans, their words, and some text before and after all of them."""
    first, last = _outer(claim)
    return {
        "start": first,
        "cue": _plain(claim.cue),
        "source": _plain(claim.source),
        "content": _plain(claim.content),
        "quote": text_of(text, claim.content),
        "cue_text": text_of(text, claim.cue),
        **context_columns(text, first, last),
    }


def context_columns(text: str, first: int, last: int) -> Row:
    """Some of the text before and after a claim, by which its place is found again."""
    return {
        "prefix": text[max(0, first - CONTEXT_CHARS) : first],
        "suffix": text[last : last + CONTEXT_CHARS],
    }


def _speaker_columns(claim: Claim, century: str) -> Row:
    """Who speaks, as the machine found it; a decision on the speaker comes later."""
    speaker = claim.speaker
    return {
        "mention": speaker.mention,
        "speaker_id": speaker_key(claim, century),
        "effective_speaker_id": None,
        "effective_speaker_reason": None,
        "speaker_kind": speaker.kind,
        "members": list(speaker.members),
        "principal": speaker.principal,
        "affiliation": speaker.affiliation,
        "declared_count": speaker.declared_count,
        "speaker_inferred": speaker.inferred,
        "speaker_confidence": speaker.confidence,
        "runner_up": speaker.runner_up,
    }


def setting_columns(setting: Setting) -> Row:
    """When, where, by what means, to whom and why unnamed, and the words that show it."""
    said = setting.said_on
    names = ("channel", "venue", "audience", "anonymity")
    noted = {name: getattr(setting, name) for name in names}
    shown = {"said_on": said.evidence if said else None} | {
        k: v.evidence if v else None for k, v in noted.items()
    }
    return {
        "said_on": said.date if said else None,
        "said_on_precision": said.precision if said else None,
        **{name: value.value if value else None for name, value in noted.items()},
        "setting_evidence": {name: [*e.span, e.text] for name, e in shown.items() if e},
    }


def speaker_key(claim: Claim, era: str) -> str | None:
    """The id of the speaker's row, None for a source without a name."""
    speaker = claim.speaker
    if not speaker.name or not name_key(speaker.name):
        return None
    return speaker_id(speaker.name, speaker.kind, speaker.affiliation or "", era)


def era(published: str | None) -> str:
    """The century of a date before living memory, "" for later or unknown ones."""
    year = sort_key(published)[:4]
    return f"{year[:2]}00" if year.isdecimal() and int(year) < _LIVING_MEMORY_YEAR else ""


def link_rows(claim: Claim, id: str) -> list[Row]:
    """The rows of a claim's chain."""
    return [
        {
            "claim_id": id,
            "position": position,
            "intermediary": link.intermediary,
            "start": link.evidence.span.start if link.evidence else None,
            "end": link.evidence.span.end if link.evidence else None,
            "evidence": link.evidence.text if link.evidence else None,
            "inferred": link.inferred,
        }
        for position, link in enumerate(claim.chain)
    ]


def name_rows(claims: Iterable[Claim], era: str) -> list[Row]:
    """Every form in which the claims name their speakers: full names and mentions that look like
    names."""
    rows: dict[tuple[str, str], Row] = {}
    for claim in claims:
        id = speaker_key(claim, era)
        names = (
            claim.speaker.name,
            claim.speaker.mention if looks_like_name(claim.speaker.mention) else None,
        )
        for name in names if id else ():
            if name and name_key(name):
                rows.setdefault((str(id), name), _name_row(str(id), name))
    return list(rows.values())


def _name_row(id: str, name: str) -> Row:
    return {"speaker_id": id, "name": name, "key": f" {name_key(name)} ", "decided": False}


def given(article: Article) -> Row:
    """What the user or the file said about an article, by column; what was not said is left out."""
    said = {
        "title": article.title,
        "url": article.url,
        "wire": article.wire,
        "author": article.author,
        "published": article.published,
    }
    return {key: value for key, value in said.items() if value}


def _outer(claim: Claim) -> tuple[int, int]:
    spans = [*claim.cue, *claim.source, *claim.content]
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0)


def _plain(spans: Spans) -> list[list[int]]:
    return [[start, end] for start, end in spans]
