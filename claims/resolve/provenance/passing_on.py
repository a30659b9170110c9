"""How likely words were passed on through a medium where an article names it, by one fitted figure over what the
text shows around the name; whose words they were is via.py's.

The weights are trained on labelled places (training/via.py).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference.names_in_source import head_token
from claims.resolve.mentions import outlets
from claims.resolve.provenance.media_mentions import Medium, media_of
from claims.resolve.provenance.own_sentence import Place
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"[A-Za-z’'-]+|[^\sA-Za-z]")
_SHAPES = {
    "acronym": re.compile(r"[A-Z0-9]{2,6}$"),
    "domain": re.compile(r".*\w\. ?[a-z]{2,3}$"),
    "ends as media": re.compile(rf".*\b(?:{alternation(listed('media', 'told_name_ends'))})$"),
    "bare name": re.compile(rf".*\b(?:{alternation(listed('media', 'bare_names'))})$"),
}
_NOUN_BEHIND = re.compile(rf"^(?:{alternation(listed('media', 'nouns'))})\b")
_FIGURES = re.compile(r"\d")
BESIDE, REACH = 60, 400
"""How many characters around a name are looked at for words beside it, and for words of its sentence."""
STEPS = 4
"""How many words up the parse are looked at."""
_SENTENCE_SIGNS = {
    "interview": re.compile(r"\binterview", re.IGNORECASE),
    "obtained": re.compile(rf"\b(?:{alternation(listed('relays', 'obtained'))})", re.IGNORECASE),
    "asked": re.compile(rf"\b(?:{alternation(listed('relays', 'pressed'))})\b", re.IGNORECASE),
}


def places(context: ArticleContext) -> list[Place]:
    """The places where an article may name a medium, in order, each with its log odds."""
    weights = load("relay_weights")["weights"]
    return [
        Place(medium, math.fsum(weights.get(sign, 0.0) for sign in signs(context, medium)))
        for medium in media_of(context)
    ]


def signs(context: ArticleContext, medium: Medium) -> set[str]:
    """What the text shows around a medium, by name."""
    text = context.text
    around = context.sentence(medium.start)
    sentence = text[max(around.start, medium.start - REACH) : min(around.end, medium.end + REACH)]
    shown = {"bias", f"is {medium.kind}", *_of_name(context, medium)}
    shown |= {f"sentence {name}" for name, sign in _SENTENCE_SIGNS.items() if sign.search(sentence)}
    if context.is_quoted(medium.start):
        shown.add("quoted")
    shown |= set(_beside(text, medium))
    shown |= set(_in_parse(context, medium))
    return shown


def _of_name(context: ArticleContext, medium: Medium) -> Iterator[str]:
    name = medium.name
    if outlets.is_outlet(name):
        yield "listed"
    if name in context.told_media:
        yield "told"
    yield from (f"name {shape}" for shape, pattern in _SHAPES.items() if pattern.match(name))
    if context.index.counts[name] > 2:
        yield "named often"


def _beside(text: str, medium: Medium) -> Iterator[str]:
    before = [w.lower() for w in _WORD.findall(text[max(0, medium.start - BESIDE) : medium.start])]
    if before[-1:] and before[-1] in "“\"‘'":
        yield "in marks"
        before.pop()
    if before[-1:] and before[-1] in words("function_words", "articles"):
        before.pop()
    behind = [w.lower() for w in _WORD.findall(text[medium.end : medium.end + BESIDE])]
    if before:
        yield f"before {before[-1]}"
        yield f"before {' '.join(before[-2:])}"
        if len(before) > 1:
            yield f"earlier {before[-2]}"
    if behind:
        yield f"behind {_FIGURES.sub('0', behind[0])}"
        if len(behind) > 1:
            yield f"behind {' '.join(behind[:2])}"
    if _NOUN_BEHIND.match(text[medium.end + 1 : medium.end + BESIDE]):
        yield "noun behind"


def _in_parse(context: ArticleContext, medium: Medium) -> Iterator[str]:
    head = head_token(context.doc, medium.start, medium.end)
    if head is None:
        return
    token, path, by = head[1], list[str](), ""
    yield f"dep {token.dep_}"
    for _ in range(STEPS):
        path.append(token.dep_)
        if token.head.i == token.i:
            break
        token = token.head
        if token.tag_ in ("IN", "TO"):
            by = token.lower_
        yield f"under {token.lower_}"
        yield f"path {'<'.join(path)} {token.lower_}" if len(path) < 3 else f"far {token.lower_}"
        yield from (f"{by} under {kind}" for kind in _kinds(context, token))
        if token.tag_.startswith("VB"):
            break
    yield f"path {'<'.join(path)}"


def _kinds(context: ArticleContext, token: Token) -> Iterator[str]:
    """What a word does: a cue of some claim, or a word of a list."""
    if context.is_cue(token.idx):
        yield "a cue"
    yield from (
        name for name in ("goes_on", "wrote", "asked") if token.lower_ in words("relays", name)
    )
