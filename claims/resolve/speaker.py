"""Who an attribution's source is, in the order of the text; how a source as written is read stands
in phrase.py."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Attribution, Speaker
from claims.resolve.article import first_person
from claims.resolve.article.context import ArticleContext
from claims.resolve.certainty import fitted
from claims.resolve.model import KINDS
from claims.resolve.phrase import resolve_phrase
from claims.rules.lists import words

MIN_CONFIDENCE = 0.45
"""Below this a source stays without a name (calibrated on the dev articles, see
docs/resolving.md)."""
GOING_ON_CHARACTERS = 1200
"""How far behind a speaker's last words a quotation without a source may begin and be theirs."""
_HYPHENED = re.compile(r"(?:-[A-ZÀ-Þ][\w’']{0,60})+")
"""The rest of a double surname that a source was cut at."""


def resolve_source(context: ArticleContext, attribution: Attribution) -> Speaker:
    """Who an attribution's source is, with one fitted figure for how sure that is."""
    speaker = resolve_uncertain(context, attribution)
    context.last_claim = (speaker.name, attribution) if speaker.name else None
    if not attribution.source or context.turns.speaker(
        attribution.source[0].start, speaker.mention
    ):
        return speaker  # what goes on, and what a label says, is as sure as its rule
    return fitted(speaker, speaker.mention, context.index, attribution.source[0].start)


def resolve_uncertain(context: ArticleContext, attribution: Attribution) -> Speaker:
    """Who a source is, as sure as the rule that found it; what is known of the article goes on from
    it."""
    if not attribution.source:
        return _sourceless(context, attribution)
    start, end = attribution.source[0].start, attribution.source[-1].end
    mention = " ".join(context.text[s.start : s.end] for s in attribution.source)
    rest = _HYPHENED.match(context.text, end)
    phrase = mention + (rest[0] if rest else "")
    speaker = context.turns.speaker(start, mention) or resolve_phrase(
        context, phrase, start, attribution
    )
    if speaker.name is None and (whole := _named_behind(context, attribution, speaker)):
        speaker = whole
    speaker = replace(speaker, mention=mention)
    speaker = context.affiliations.add(_settled(speaker), start)
    if speaker.kind == "unnamed":
        context.last_unnamed = end
        if not _asks(context, attribution):  # who asks is not whom "he said" behind it means
            context.focus.note_nameless(mention, start)
    if speaker.name and speaker.kind != "joint" and mention.casefold() not in first_person.FIRST:
        context.last_speaker = (speaker.name, speaker.kind, end)
        context.focus.note_speaker(speaker.name, speaker.kind, start)
    return speaker


def _named_behind(
    context: ArticleContext, attribution: Attribution, speaker: Speaker
) -> Speaker | None:
    """Whom a description brings in whose name follows at once and is no part of the claim: the source
    was cut before it."""
    start, end = attribution.source[-1]
    name = context.index.covering(end + 1)
    if (
        speaker.kind not in ("unnamed", "organisation", "outlet")
        or name is None
        or name.start != end + 1
        or name.kind not in ("person", "organisation", "outlet")
        or context.text[end] != " "
        or not context.text[start : start + 4].casefold().startswith(("the ", "a ", "an "))
        or any(s <= name.start < e for s, e in (*attribution.cue, *attribution.content))
    ):
        return None
    reason = "The name that follows the description."
    return Speaker(KINDS[name.kind], name.name, confidence=0.8, reasons=(reason,))


def _settled(speaker: Speaker) -> Speaker:
    if speaker.name is None or speaker.confidence >= MIN_CONFIDENCE:
        return speaker
    might = f"It might be {speaker.name}; too little in the text says so."
    return replace(speaker, name=None, runner_up=speaker.name, reasons=(*speaker.reasons, might))


def _sourceless(context: ArticleContext, attribution: Attribution) -> Speaker:
    if attribution.same_as:
        start, end = attribution.same_as[0]
        mention = context.text[start:end]
        named = context.turns.speaker(start, mention) or resolve_phrase(context, mention, start)
        before = _settled(named)
        reason = "No word of the claim names the speaker: the one before goes on."
        return replace(before, confidence=0.6, inferred=True, reasons=(reason, *before.reasons))
    goes_on = not attribution.cue and attribution.content and not _asked(context, attribution)
    if goes_on and context.last_speaker:
        between = context.text[context.last_speaker[2] : attribution.content[0].start]
        if between.count("\n\n") <= 1 and len(between) < GOING_ON_CHARACTERS:
            reason = "The quotation goes on after the last speaker's words."
            name, kind, _ = context.last_speaker
            return Speaker(kind, name, confidence=0.6, inferred=True, reasons=(reason,))
    return Speaker("none", reasons=("No word names a source.",), confidence=0.9)


def _asks(context: ArticleContext, attribution: Attribution) -> bool:
    """Whether a claim's words of saying put a question to somebody."""
    said = {
        word for s in attribution.cue for word in context.text[s.start : s.end].casefold().split()
    }
    return bool(said & words("shapes", "putting_to"))


def _asked(context: ArticleContext, attribution: Attribution) -> bool:
    """Whether the words are a question outside quotation marks, as an interviewer's."""
    start, end = attribution.content[0].start, attribution.content[-1].end
    return context.text[end - 1] == "?" and not context.is_quoted(start)
