"""Who an attribution's source is, in the order of the text; how a source as written is read stands
in phrase.py."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Attribution, Speaker
from claims.resolve.article import first_person
from claims.resolve.article.context import ArticleContext
from claims.resolve.phrase import resolve_phrase

MIN_CONFIDENCE = 0.54
"""Below this a source stays without a name (calibrated on the dev articles, see
docs/resolving.md)."""
GOING_ON_CHARACTERS = 1200
"""How far behind a speaker's last words a quotation without a source may begin and be theirs."""
_HYPHENED = re.compile(r"(?:-[A-ZÀ-Þ][\w’']*)+")
"""The rest of a double surname that a source was cut at."""


def resolve_source(context: ArticleContext, attribution: Attribution) -> Speaker:
    """Who an attribution's source is."""
    if not attribution.source:
        return _sourceless(context, attribution)
    start, end = attribution.source[0].start, attribution.source[-1].end
    mention = " ".join(context.text[s.start : s.end] for s in attribution.source)
    rest = _HYPHENED.match(context.text, end)
    speaker = replace(
        resolve_phrase(context, mention + (rest[0] if rest else ""), start, attribution),
        mention=mention,
    )
    speaker = context.affiliations.add(_settled(speaker), start)
    if speaker.name and speaker.kind != "joint" and mention.casefold() not in first_person.FIRST:
        context.last_speaker = (speaker.name, speaker.kind, end)
        context.focus.note_speaker(speaker.name, speaker.kind, start)
    return speaker


def _settled(speaker: Speaker) -> Speaker:
    if speaker.name is None or speaker.confidence >= MIN_CONFIDENCE:
        return speaker
    might = f"It might be {speaker.name}; too little in the text says so."
    return replace(speaker, name=None, runner_up=speaker.name, reasons=(*speaker.reasons, might))


def _sourceless(context: ArticleContext, attribution: Attribution) -> Speaker:
    if attribution.same_as:
        start, end = attribution.same_as[0]
        before = _settled(resolve_phrase(context, context.text[start:end], start))
        reason = "No word of the claim names the speaker: the one before goes on."
        return replace(before, confidence=0.6, inferred=True, reasons=(reason, *before.reasons))
    if not attribution.cue and context.last_speaker and attribution.content:
        between = context.text[context.last_speaker[2] : attribution.content[0].start]
        if between.count("\n\n") <= 1 and len(between) < GOING_ON_CHARACTERS:
            reason = "The quotation goes on after the last speaker's words."
            name, kind, _ = context.last_speaker
            return Speaker(kind, name, confidence=0.6, inferred=True, reasons=(reason,))
    return Speaker("none", reasons=("No word names a source.",), confidence=0.9)
