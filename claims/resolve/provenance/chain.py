"""Through whom words came: "told the Gazette", "the daily quoted her".

Venues, channels, the publisher and the wire are no intermediaries; who speaks does not belong here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.model import Attribution, Evidence, Link, Setting, Span, Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import organisation_descriptions
from claims.resolve.coreference.anonymous import OFFICIAL_MEDIA
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Mention
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_BEFORE = re.compile(
    rf"(?:\b(?:{alternation(listed('relays', 'brought_by'))}|said (?:\w+ ){{0,4}}on)|\bto)"
    r"\s+(?:the |a |an )?(?:[a-z][\w’'-]* ){0,2}$"
)
_ANCHOR = re.compile(
    rf"\b(?:{alternation(listed('relays', 'told_anchor'))}) "
    r"(?:[A-Z][\w.]+ ){1,2}[A-Z]?[\w’']+ (?:of|at|on|from) (?:the )?$|"
    rf"\b(?:{alternation(listed('relays', 'told_outlet'))}) (?:the )?$"
)
_AFTER = re.compile(
    rf"^(?:['’]s)?,?\s+(?:(?:{alternation(listed('media', 'nouns'))}|agency) )?(?:\w+ )?"
    rf"(?:{alternation(listed('relays', 'quoting'))})\b"
)
_TO = re.compile(r"\bto\s+(?:the )?$")
_SAID = re.compile(rf"\b(?:{alternation(listed('relays', 'said'))})\b[^.]*$")
BEFORE_CHARACTERS = 70
AFTER_CHARACTERS = 40
"""How far around an outlet words tell whether it passed something on."""
MAX_SILENT_PARAGRAPHS = 4
"""Paragraphs without a word of the speaker after which an interview is no longer carried on."""
_DAILY = re.compile(
    r"\b[Tt]he (?:[a-z-]+ )?(\w+) (?:also |later )?"
    rf"(?:{alternation(listed('relays', 'quotes'))})\b"
)
_TOLD_DAILY = re.compile(
    rf"\b(?:{alternation(listed('relays', 'told_daily'))}) the (?:[a-z-]+ )?(\w+)\b"
)
_CITES = re.compile(r"(?:\w+, )?(?:citing|quoting|attributing)\b")
_REPORTS = re.compile(rf"\b(?:{alternation(listed('relays', 'reporting'))})\b")


def link(
    context: ArticleContext, attribution: Attribution, clause: Span, speaker: str | None
) -> Link | None:
    """The intermediary that an attribution's own clause names."""
    index = context.index
    text, own = index.text, (*context.own_names, context.publisher)
    blocked = [*attribution.content]
    if cited := _citing(context, attribution, clause, own):
        return cited
    for mention in index.inside(clause.start, clause.end):
        if mention.kind != "outlet" or any(s.start <= mention.start < s.end for s in blocked):
            continue
        if mention.name == speaker or any(outlets.same(mention.name, o) for o in own):
            continue
        if _relays(text, mention, clause) and not _of_another(context, attribution, mention):
            return _link(text, mention)
    return _nominal(context, clause, attribution, own)


def _citing(
    context: ArticleContext, attribution: Attribution, clause: Span, own: tuple[str | None, ...]
) -> Link | None:
    """Who reported by the word of another: "state television reported, citing the interior
    ministry"."""
    text = context.text
    if not attribution.cue or not _CITES.match(text, *attribution.cue[-1]):
        return None
    head = Span(clause.start, attribution.cue[-1].start)
    inside = [s for s in attribution.content if s.start < head.end]
    for mention in reversed(context.index.inside(*head)):
        if mention.kind != "outlet" or any(s.start <= mention.start < s.end for s in inside):
            continue
        if any(outlets.same(mention.name, o) for o in own):
            return None
        if _REPORTS.search(text, mention.end, head.end):
            return _link(text, mention)
    return _official(text, head, inside)


def _official(text: str, head: Span, inside: list[Span]) -> Link | None:
    """The official media that report, none by name."""
    common = [
        m
        for m in OFFICIAL_MEDIA.finditer(text, *head)
        if not any(s.start <= m.start() < s.end for s in inside)
    ]
    if not common or not _REPORTS.search(text, common[-1].end(), head.end):
        return None
    return Link(common[-1].group(), Evidence(Span(*common[-1].span()), common[-1].group()))


def _link(text: str, mention: Mention) -> Link:
    span = Span(mention.start, mention.end)
    return Link(mention.name, Evidence(span, text[span.start : span.end]))


def _of_another(context: ArticleContext, attribution: Attribution, mention: Mention) -> bool:
    """Whether the relay stands in the clause of another attribution of the same sentence."""
    parts = sorted((*attribution.cue, *attribution.source, *attribution.content))
    if not parts:
        return False
    low, high = parts[0].start, parts[-1].end
    if low <= mention.start < high:
        return False
    own = sum(s.start <= mention.start < s.end for s in (*attribution.content, *attribution.source))
    return context.enclosing_spans(mention.start) > own and not any(
        s.start <= mention.start < s.end for s in attribution.source
    )


def _relays(text: str, mention: Mention, clause: Span) -> bool:
    head = text[max(clause.start, mention.start - BEFORE_CHARACTERS) : mention.start]
    if _ANCHOR.search(head):
        return True
    if _TO.search(head):
        return bool(_SAID.search(head))
    return bool(
        _BEFORE.search(head) or _AFTER.match(text[mention.end : mention.end + AFTER_CHARACTERS])
    )


def _nominal(
    context: ArticleContext, clause: Span, attribution: Attribution, own: tuple[str | None, ...]
) -> Link | None:
    index = context.index
    for pattern in (_DAILY, _TOLD_DAILY):
        match = pattern.search(index.text, *clause)
        if not match or match[1].casefold() not in words("nominals", "outlets"):
            continue
        if any(
            s.start <= match.start() < s.end for s in (*attribution.content, *attribution.source)
        ):
            continue
        guess = organisation_descriptions.outlet(index, match.start(), own, context.quoted)
        span = Span(match.start(), match.end(1))
        return (
            Link(guess.name, Evidence(span, index.text[span.start : span.end])) if guess else None
        )
    return None


class Carried:
    """Which speakers came in through an intermediary, so that later claims of the interview go on
    through it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._through: dict[str, tuple[Link, int] | None] = {}

    def on(
        self, speaker: Speaker, clause: Span, link: Link | None, setting: Setting
    ) -> tuple[Link, ...]:
        """The chain of a claim; what the text no longer supports is not carried."""
        name = speaker.name
        if name is None:
            return (link,) if link else ()
        if link:
            if name not in self._through or self._through[name] is not None:
                self._through[name] = (link, clause.end)
            return (link,)
        before = self._through.setdefault(name, None)
        if before is None:
            return ()
        if (
            setting.venue
            or setting.channel
            or self.text.count("\n\n", before[1], clause.start) > MAX_SILENT_PARAGRAPHS
        ):
            self._through[name] = None
            return ()
        self._through[name] = (before[0], clause.end)
        return (replace(before[0], inferred=True),)
