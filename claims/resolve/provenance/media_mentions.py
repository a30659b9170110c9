"""Where an article names media, or what may be one; whether words came through them is weighed in
passing_on.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.folding import fold_mention
from claims.outlet.outlets import is_outlet as is_listed
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions import outlets
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_PROGRAMME = re.compile(rf"(?<!\w)(?:{alternation(listed('media', 'programmes'))})(?!\w)")
_RUN = re.compile(r"[A-Z][\w.&-]{0,40}(?: (?:(?:of|and|the|on|for|-) )?[A-Z][\w.&!-]{0,40}){1,5}")
_CLOSING = "”\"’'"


class Medium(NamedTuple):
    """A place where an article may name a medium: its name, and by what it may be one."""

    start: int
    end: int
    name: str
    kind: str
    """outlet, body or programme."""


def media_of(context: ArticleContext) -> list[Medium]:
    """In the order of the text, none over another; the publisher's and the wire's are left out."""
    own = (*context.own_names, context.publisher)
    found: list[Medium] = []
    for medium in sorted(_all(context), key=lambda m: (m.start, -m.end)):
        if not found or medium.start >= found[-1].end:
            found.append(medium)
    return [m for m in found if not any(outlets.same(m.name, o) for o in own)]


def _all(context: ArticleContext) -> Iterator[Medium]:
    text = context.text
    for match in _PROGRAMME.finditer(text):
        quoted = text[match.end() : match.end() + 2].strip(".,")[:1] in (*_CLOSING, "")
        if quoted or " " in match.group():
            yield Medium(match.start(), match.end(), match.group(), "programme")
    for mention in context.index.mentions:
        if mention.kind == "outlet" or mention.name in context.told_media:
            yield Medium(mention.start, mention.end, mention.name, "outlet")
        elif mention.kind == "organisation" and not _is_body(mention.name):
            yield Medium(mention.start, mention.end, mention.name, "body")
    yield from _listed(context)


def _is_body(name: str) -> bool:
    """Whether a name ends in a word of bodies, which are told things too."""
    last = fold_mention(name).split()[-1:]
    return bool({*last} & words("nominals", "bodies", "body_words", "formal_bodies"))


def _listed(context: ArticleContext) -> Iterator[Medium]:
    """Outlets of several words that the list has, where the names of the article cut them."""
    text = context.text
    for match in _RUN.finditer(text):
        if any(m.kind == "outlet" for m in context.index.inside(*match.span())):
            continue
        blanks = [match.start() + m.start() for m in re.finditer(" ", match.group())]
        starts, ends = [match.start(), *(at + 1 for at in blanks)], [*blanks, match.end()]
        spans = [(s, e) for s in starts for e in ends if " " in text[s:e]]
        for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
            name = clean(text[start:end])
            if is_listed(name):
                yield Medium(start, start + len(name), name, "outlet")
                break
