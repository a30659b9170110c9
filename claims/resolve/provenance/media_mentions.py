"""Where an article names media, or what may be one; whether words came through them is weighed in
passing_on.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.folding import fold_mention
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import media_descriptions
from claims.resolve.mentions import outlets
from claims.resolve.provenance.media_runs import Run, runs
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_PROGRAMME = re.compile(rf"(?<!\w)(?:{alternation(listed('media', 'programmes'))})(?!\w)")
_BEHIND = re.compile(
    rf"(?<!\.)(?:(?: [a-z][a-z-]{{0,30}}){{1,6}}| (?:{alternation(listed('dates', 'weekdays'))}))$"
)
"""What is no part of a name behind it: "the Tarn news agency", "told the Tarn Post Tuesday"."""
_CLOSING = "”\"’'"


class Medium(NamedTuple):
    """A place where an article may name a medium: its name, and by what it may be one."""

    start: int
    end: int
    name: str
    kind: str
    """outlet, body, programme, run (of capitals) or noun."""


def media_of(context: ArticleContext) -> list[Medium]:
    """In the order of the text, none over another; the publisher's and the wire's are left out."""
    found: list[Medium] = []
    for medium in sorted(_all(context), key=lambda m: (m.start, -m.end)):
        if not found or medium.start >= found[-1].end:
            found.append(medium)
    own = (*context.own_names, context.publisher)
    return [m for m in found if not any(outlets.same(m.name, o) for o in own)]


def _all(context: ArticleContext) -> Iterator[Medium]:
    text = context.text
    for match in _PROGRAMME.finditer(text):
        quoted = text[match.end() : match.end() + 2].strip(".,")[:1] in (*_CLOSING, "")
        if quoted or " " in match.group():
            yield Medium(match.start(), match.end(), match.group(), "programme")
    for mention in context.index.mentions:
        if mention.kind == "outlet" or mention.name in context.told_media:
            yield Medium(mention.start, mention.end, without_kind(mention.name), "outlet")
        elif mention.kind == "organisation" and not _is_body(mention.name):
            yield Medium(mention.start, mention.end, without_kind(mention.name), "body")
    for run in runs(context.index):
        name = _taken_up(context, run) if run.noun else run.name
        yield Medium(run.start, run.end, name, "noun" if run.noun else "run")


def _taken_up(context: ArticleContext, run: Run) -> str:
    """The medium that "the paper" takes up, or its own words."""
    if not run.name.casefold().startswith("the "):
        return run.name
    own = (*context.own_names, context.publisher)
    guess = media_descriptions.outlet(
        context.index, run.start, own, context.quoted, context.told_media
    )
    return guess.name if guess else run.name


def without_kind(name: str) -> str:
    """A medium's name without what it is, or a day: "the Tarn news agency" that was taken for "Tarn news"."""
    return _BEHIND.sub("", name) or name


def _is_body(name: str) -> bool:
    """Whether a name ends in a word of bodies, which are told things too."""
    last = fold_mention(name).split()[-1:]
    return bool({*last} & words("nominals", "bodies", "body_words", "formal_bodies"))
