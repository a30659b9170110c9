"""Documents, recordings and works: their titles and who issued them. People and bodies do not
belong here."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claims.folding import fold_mention
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import clean
from claims.resolve.model import Guess
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation

_FAMILIES = tuple(row.split() for row in listed("documents", "families"))
_WORD = r"(?:(?:[A-Z]\.){1,10}|[A-Z][\w&’'-]{0,60})"
_JOINING = alternation(listed("function_words", "joining"))
_CAP = rf"{_WORD}(?: (?:(?:{_JOINING}) ){{0,4}}{_WORD}){{0,{MAX_WORDS}}}"


class _Work(NamedTuple):
    at: int
    noun: str
    name: str
    kind: str
    titled: bool


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    nouns = alternation(sorted(listed("nominals", "documents"), key=len, reverse=True))
    issued_by = alternation(listed("documents", "issued_by"))
    titled_as = alternation(listed("documents", "titled_as"))
    issuing = alternation(listed("documents", "issuing"))
    return (
        re.compile(rf"\b({nouns})s? (?:{issued_by}) (?:the )?({_CAP})"),
        re.compile(rf"\b({_CAP}?)(?:['’]s)? (?:[a-z0-9][\w-]{{0,60}} ){{0,3}}({nouns})\b"),
        re.compile(
            rf"\b({nouns})s?,? (?:(?:{titled_as}|,) )?[“\"‘]([A-Z0-9][^”\"’\n]{{1,60}})[”\"’]"
        ),
        re.compile(rf"({_CAP}) (?:{issuing})[^.\n“\"]{{0,40}}? ({nouns})\b"),
    )


class Works:
    """The works that an article names, in the order of its text."""

    def __init__(self, index: Index) -> None:
        self.index = index
        by, owned, titled, released = _patterns()
        works = [self._issued(m.start(), m[1], m[2]) for m in by.finditer(index.text)]
        works += [self._issued(m.start(2), m[2], m[1]) for m in owned.finditer(index.text)]
        works += [self._issued(m.start(2), m[2], m[1]) for m in released.finditer(index.text)]
        works += [
            _Work(m.start(), fold_mention(m[1]), clean(m[2]).rstrip(",."), "document", True)
            for m in titled.finditer(index.text)
        ]
        self.works = sorted((w for w in works if w), key=lambda w: w.at)

    def _issued(self, at: int, noun: str, issuer: str) -> _Work | None:
        if fold_mention(issuer) in words("names", "not_names") or not clean(issuer):
            return None
        name, kind = self.index.full(issuer, "organisation")
        if kind not in ("organisation", "outlet"):
            return None
        return _Work(at, fold_mention(noun), name, kind, False)

    def speaks(self, noun: str, at: int) -> Guess | None:
        """Who speaks through "the ad", "the film", "the report" at a position."""
        single = noun.removesuffix("s")
        family = next((f for f in _FAMILIES if single in f or noun in f), [single, noun])
        before = [w for w in self.works if w.at < at and w.noun.removesuffix("s") in family]
        if not before:
            return None
        titled = [w for w in before if w.titled]
        work = titled[-1] if titled and single in words("documents", "titled") else before[-1]
        other = next((w.name for w in reversed(before) if w.name != work.name), None)
        reason = (
            "The work that the article titles before."
            if work.titled
            else "The document speaks for whoever issued it."
        )
        return Guess(
            work.name,
            "document" if work.titled or work.kind != "outlet" else "outlet",
            0.66,
            reason,
            other,
        )
