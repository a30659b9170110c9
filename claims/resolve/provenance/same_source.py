"""Which claims of an article come from one unnamed source: its words taken up again, before and
behind. What the article says of its anonymity stands in anonymity.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Attribution, Span, Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions.head_noun import INDEFINITE, noun_of
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

GOING_ON_CHARACTERS = 3000
"""How far apart two claims of one unnamed source may stand."""
RELATIVE_CHARACTERS = 5
"""How far behind a source a relative pronoun begins that stands for it."""
PRONOUNS = words("pronouns", "male", "female", "many", "joint") | {"they", "them", "their", "it"}
ANYBODY = words("anonymity", "anybody")
_UNNAMED_KINDS = ("unnamed", "group", "person", "none")
_DEFINITE = re.compile(
    rf"(?:{alternation(listed('anonymity', 'taking_up'))})\b"
    rf"(?! (?:{alternation(listed('descriptions', 'second_openings'))})\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(rf"(?:{alternation(listed('pronouns', 'relative'))})\b", re.IGNORECASE)
_NEW = alternation(listed("anonymity", "bringing_in"))


@dataclass(frozen=True)
class Source:
    """A claim's source as far as it tells who is meant; claim is its place among the
    attributions."""

    claim: int
    span: Span
    mention: str
    noun: str
    name: str | None
    nameless: bool
    first_name_only: bool
    doubtful_name: bool
    """Whether words that hold no part of it were taken for a name, which the article may
    contradict."""

    def fits(self, of_surname: bool) -> bool:
        """Whether it can be what a statement of anonymity, or one of a surname kept back, is
        about."""
        return self.nameless or (of_surname and self.first_name_only)


def sources_of(context: ArticleContext, speakers: Sequence[Speaker]) -> list[Source]:
    """The sources of an article's claims in the order of the text."""
    out = []
    for i, (attribution, speaker) in enumerate(zip(context.attributions, speakers, strict=True)):
        span = _hull(attribution)
        if span is None:
            continue
        mention = context.text[span.start : span.end]
        named = speaker.name is not None or speaker.kind == "joint"
        out.append(
            Source(
                i,
                span,
                mention,
                noun_of(mention),
                speaker.name,
                nameless=not named and speaker.kind in _UNNAMED_KINDS,
                first_name_only=speaker.kind == "person" and " " not in (speaker.name or " "),
                doubtful_name=named and _is_doubtful(mention, speaker),
            )
        )
    return sorted(out, key=lambda source: (source.span, source.claim))


def same_source(text: str, sources: list[Source], meant: Source, of_surname: bool) -> set[int]:
    """The claims of one unnamed source, this one's among them."""
    at = sources.index(meant)
    claims = {s.claim for s in sources if s.span == meant.span}
    previous, unnamed = meant, meant
    for source in sources[at + 1 :]:
        if source.span.start - meant.span.start > GOING_ON_CHARACTERS:
            break
        if source.fits(of_surname) or _named_alike(text, source, meant):
            if _takes_up(source, meant, previous.claim in claims, unnamed.claim in claims):
                if _another(text, meant, source):
                    break
                claims.add(source.claim)
            elif source.noun == meant.noun and source.span != meant.span:
                break
            unnamed = source
        previous = source
    return claims | _earlier(sources[:at], meant)


def _hull(attribution: Attribution) -> Span | None:
    parts = attribution.source or attribution.same_as
    return Span(min(s.start for s in parts), max(s.end for s in parts)) if parts else None


def _takes_up(source: Source, meant: Source, right_behind: bool, last_unnamed: bool) -> bool:
    """Whether a later source is this one: a pronoun right behind, the same noun made definite, or a
    noun for anybody while nobody else spoke unnamed."""
    if _RELATIVE.match(source.mention):
        return right_behind and source.span.start - meant.span.end < RELATIVE_CHARACTERS
    if _is_pronoun(source.mention):
        return right_behind
    if not _DEFINITE.match(source.mention):
        return False
    return source.noun == meant.noun or (last_unnamed and source.noun in ANYBODY)


def _named_alike(text: str, source: Source, meant: Source) -> bool:
    """Whether a later source got its name as wrongly: the same one, or one that the text does not say
    in between."""
    if not source.doubtful_name or not source.name:
        return False
    said = text[meant.span.end : source.span.start]
    return source.name == meant.name or source.name.split()[-1] not in said


def _another(text: str, meant: Source, source: Source) -> bool:
    """Whether the text brings in another of the same noun in between, though no claim is its."""
    if _is_pronoun(source.mention) or not source.noun:
        return False
    brought_in = re.compile(rf"\b(?:{_NEW}) (?:[\w-]+ ){{0,3}}{re.escape(source.noun)}\b", re.I)
    return bool(brought_in.search(text, meant.span.end, source.span.start))


def _earlier(before: list[Source], meant: Source) -> set[int]:
    """Where a source is met that the statement's own words take up: "the official"."""
    claims: set[int] = set()
    if not _DEFINITE.match(meant.mention):
        return claims
    for source in reversed(before):
        if meant.span.start - source.span.start > GOING_ON_CHARACTERS:
            break
        if source.nameless and source.noun == meant.noun:
            claims.add(source.claim)
            if not _DEFINITE.match(source.mention):
                break
    return claims


def _is_doubtful(mention: str, speaker: Speaker) -> bool:
    """Whether a source holds no part of the name that it was given, or is one of several
    unnamed."""
    if speaker.kind not in ("person", "organisation", "joint") or not mention:
        return False
    held = {word.casefold() for word in re.findall(r"\w+", mention)}
    return bool(INDEFINITE.match(mention)) or not any(
        word.casefold() in held for word in re.findall(r"\w+", speaker.name or "")
    )


def _is_pronoun(mention: str) -> bool:
    return mention.casefold() in PRONOUNS
