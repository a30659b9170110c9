"""Where bodies are named that the tagger misses: by their last word, their kind, or their common
name. No people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from claims.folding import fold_mention
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_FIRMS = alternation(sorted(listed("nominals", "open_bodies"), key=len, reverse=True))
_NAMED_FIRM = re.compile(rf"\b(?:{_FIRMS}) ([A-Z][\w&-]{{0,60}}(?: [A-Z][\w&-]{{0,60}}){{0,2}})")
_FIRM_AFTER = re.compile(
    r"\b([A-Z][\w&-]{0,60}(?: [A-Z][\w&-]{0,60}){0,2}), (?:an?|the|one of)\b "
    rf"[^,.\n]{{0,60}}\b(?:{_FIRMS}|service|platform)\b"
)
"""A company that the tagger missed, told by what the text calls it: "insurer Medland", "PayKin, a
money service"."""


def firms(text: str, entities: Sequence[Spot]) -> Iterator[Spot]:
    """Companies told by what the text calls them."""
    taken = {e.start for e in entities}
    for pattern in (_NAMED_FIRM, _FIRM_AFTER):
        for match in pattern.finditer(text):
            name = match[1]
            for again in (
                re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", text)
                if match.start(1) not in taken
                else ()
            ):
                yield Spot(again.start(), again.end(), "organisation")


def bodies(text: str, entities: Sequence[Spot]) -> Iterator[Spot]:
    """Bodies that the tagger missed, told by their last word: "Dunmore Metals", "Upper Tarn
    Council"."""
    taken = {e.start for e in entities} | {e.end for e in entities}
    for match in _CAPITALS.finditer(text):
        parts = match.group().split(" ")
        while len(parts) > 1 and fold_mention(parts[0]) in _LEADING:
            parts.pop(0)
        start = match.end() - len(" ".join(parts))
        if (len(parts) > 1 and parts[-1] in _FORMS and not parts[-2].isupper()) or (
            len(parts) > 1
            and fold_mention(parts[-1]) in _body_ends()
            and not taken & {start, match.end()}
        ):
            yield Spot(start, match.end(), "organisation")


@cache
def _body_ends() -> frozenset[str]:
    return words("nominals", "bodies", "body_words") - words("organisations", "too_common")


_CAPITALS = re.compile(
    r"(?<![\w’'.-])[A-ZÀ-Þ][\w&’'-]{1,60}(?: [A-ZÀ-Þ][\w&’'-]{1,60})+(?![\w-])(?! (?:of|for) [A-Z])"
)
_NO_FIELD = alternation(listed("organisations", "no_field"))
_HEADS = alternation(listed("organisations", "common_heads"))
_OF_BODY = alternation(listed("organisations", "of_body"))
_INSTITUTION = re.compile(
    rf"(?:\b[Tt]he |['’]s? |\bby )((?:(?!(?:{_NO_FIELD})\b)[a-z][a-z-]+ ){{1,2}}?"
    rf"(?:{_HEADS})(?: of [A-Z][\w’'-]{{1,60}}(?: [A-Z][\w’'-]{{1,60}})*)?)"
    rf"(?![\w-])(?! (?:spokes\w+|chair\w*|{_OF_BODY})\b)"
    rf"|\b[Tt]he ([a-z]+s['’] (?:{alternation(listed('organisations', 'member_heads'))})"
    rf"|(?:{alternation(listed('organisations', 'banks'))}) bank"
    rf"|(?:{alternation(listed('organisations', 'office_holders'))})[’']s office)\b"
)
"""A body that goes by its common name, which is one in its country: "the transport ministry", "the
coast guard"."""


def institutions(text: str) -> list[tuple[int, int]]:
    """Where a text names bodies in small letters, article left out."""
    return [match.span(1 if match[1] else 2) for match in _INSTITUTION.finditer(text)]


_FORMS = words("organisations", "company_forms")
"""Nordvest Kabel |AS"""
_LEADING = words("names", "not_names") | {"the", "former"}
