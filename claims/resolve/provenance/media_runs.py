"""Where an article may name a medium that no reader of names found whole: a stretch of capitals by the words
beside it, or a noun without a name. Whether words came through it is weighed in passing_on.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claims.folding import fold_mention
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from claims.resolve.mentions.index import Index

_WORD = r"[A-Z][\w&’'!-]{0,40}(?:\. ?(?:com|org|net)\b)?"
_PLAIN = r"[A-Z][\w&!-]{0,40}"
_RUN = rf"{_WORD}(?: (?:of |& |- )?{_WORD}){{0,4}}"
_BEFORE = alternation(
    listed("relays", "before_outlet", "before_listed", "brought_by", "told", "spoken_to")
)
_KINDS = alternation((*listed("media", "nouns", "kinds"), *listed("nominals", "outlets")))
_DOING = alternation(listed("relays", "quotes", "news_reporting"))
_NAMED = (
    re.compile(rf"\b(?:{_BEFORE})\s(?:[Tt]he |an? )?(?:[a-z-]{{1,40}} ){{0,2}}?({_RUN})"),
    re.compile(rf"(?<![\w’'-])({_RUN})(?= (?:news )?(?:{_KINDS})\b)"),
    re.compile(rf"(?<![\w’'-])({_RUN})(?= (?:{_DOING})\b)"),
    re.compile(rf"(?<![\w’'-])({_PLAIN}(?: {_PLAIN}){{0,3}})['’]s?(?=\s[“\"]?[A-Z])"),
    re.compile(rf"\b(?:{alternation(listed('media', 'shows'))}),? [“\"]({_RUN}),?[”\"]"),
)
_COMMON = re.compile(
    rf"\b(?:(?:(?i:{alternation(listed('media', 'official'))}"
    rf"|(?:{alternation(listed('media', 'owners'))})-(?:{alternation(listed('media', 'owning'))})"
    r"|another)|[Tt]he(?: [a-z]{1,40})?|[A-Z][a-z]{1,40}n) "
    rf"(?:news )?(?:{_KINDS}|{alternation(listed('media', 'collective', 'short'))})\b"
    rf"|[Nn]ews (?:{alternation(listed('media', 'houses'))})\b)(?! [A-Z])"
)


class Run(NamedTuple):
    """A stretch that may name a medium, and whether it is a noun alone."""

    start: int
    end: int
    name: str
    noun: bool


def runs(index: Index) -> Iterator[Run]:
    """Every such stretch, some over one another."""
    for pattern in _NAMED:
        for match in pattern.finditer(index.text):
            if found := _named(index, *match.span(1)):
                yield found
    for match in _COMMON.finditer(index.text):
        yield Run(match.start(), match.end(), match.group(), True)


def _named(index: Index, start: int, end: int) -> Run | None:
    """A stretch as a medium's name; None for what another kind of name begins, and for what holds one."""
    owner = re.search(r"['’]s?$", index.text[start:end])
    end -= len(owner.group()) if owner else 0
    name = clean(index.text[start:end])
    if not name or fold_mention(name) in words("names", "not_names"):
        return None
    held = [
        *index.inside(start, end),
        *filter(None, (index.covering(start), index.covering(end - 1))),
    ]
    for mention in held:
        begins = mention.start == start and mention.end > end
        if mention.kind in ("outlet", "person", "state") and not begins:
            return None
    return Run(start, end, name, False)
