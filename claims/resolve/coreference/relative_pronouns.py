"""Whom "who" and "which" stand for: the noun that the clause hangs on. Other pronouns are in
pronouns.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.model import Speaker
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions.index import Mention
from claims.resolve.model import KINDS, ResolvePhrase
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOSITION = re.compile(
    rf"(?: \([^)]*\))?, (?:{alternation(listed('descriptions', 'bearer_openings'))})\b[\w\s’'.-]{{0,60}}"
)
_IT_WAS = re.compile(
    r"(?:It|it|That) (?:was|is) (?P<who>[^.;:]{1,120}?)(?:, and|,| and) not [^.;:]{1,120}?, ?$"
)
"""It was Ada Holm, not Per Orr, |who"""
_NO_NOUN_PHRASE = ("IN", "MD", "RB", "TO", "VB", "WD", "WP", "WR")
"""The first letters of the tags of what is no part of one."""
BEARER_CHARACTERS = 80
"""How far before an apposition the name may stand that it is about."""


def antecedent(
    context: ArticleContext, at: int, depth: int, resolve: ResolvePhrase
) -> Speaker | None:
    """The speaker that a relative pronoun at a position takes up, None where the text does not
    settle it."""
    if cleft := _cleft(context, at):
        return _of([cleft], 0.85)
    near = next((m for m in context.index.before(at, 2) if 0 <= at - m.end <= 3), None)
    span = covering(context.doc, at, at + 1)
    noun = _noun(span[0]) if span is not None and len(span) else None
    if noun is None:
        return _of([near], 0.75) if near else None
    if near and near.kind == "person" and (pair := _with_near(context, near)):
        return _of([pair, near], 0.8)
    heads = [
        m
        for m in _mentions(context, noun)
        if m.kind != "person" or context.text[at : at + 5].casefold() != "which"
    ]
    if heads:
        return _of(heads, 0.9 if near and near in heads else 0.8)
    if near and near.end >= noun.idx + len(noun) and near.kind == "person":
        return _of([near], 0.75)
    if bearer := _bearer(context, noun):
        return _of([bearer], 0.8)
    return _described(context, noun, depth, resolve)


def _cleft(context: ArticleContext, at: int) -> Mention | None:
    """Who it was, where the text adds who it was not: "It was the chemist, Ada Holm, not Per Orr, who said so"."""
    start = context.sentence(at).start
    match = _IT_WAS.match(context.text, start, at)
    if match is None or not _is_noun_phrase(context, *match.span("who")):
        return None
    before = context.index.inside(match.start("who"), match.end("who"))
    return before[0] if len(before) == 1 and before[0].kind == "person" else None


def _is_noun_phrase(context: ArticleContext, start: int, end: int) -> bool:
    """Whether a stretch is a name with what stands in apposition to it: no verb, preposition or clause."""
    span = covering(context.doc, start, end)
    return span is not None and not any(t.tag_[:2] in _NO_NOUN_PHRASE for t in span)


def _described(
    context: ArticleContext, noun: Token, depth: int, resolve: ResolvePhrase
) -> Speaker | None:
    """Whom the noun itself means, or the subject that it is said of."""
    subject = _copula(noun)
    if subject is not None:
        speaker = resolve(subject.text, subject.idx, None, depth + 1)
        return speaker if speaker.name else None
    start = noun.left_edge.idx
    text = context.text[start : noun.idx + len(noun)]
    return resolve(text, start, None, depth + 1) if text.strip() else None


def _noun(token: Token) -> Token | None:
    head = token
    for _ in range(6):
        if head.dep_ == "relcl":
            return head.head
        if head.head is head or head.head.i == head.i:
            return None
        head = head.head
    return None


def _with_near(context: ArticleContext, near: Mention) -> Mention | None:
    """The person joined by "and" to the one right before the pronoun."""
    before = context.index.before(near.start, 1)
    joined = (
        before
        and before[0].kind == "person"
        and context.text[before[0].end : near.start] == " and "
    )
    return before[0] if joined else None


def _mentions(context: ArticleContext, noun: Token) -> list[Mention]:
    first = context.index.covering(noun.idx)
    if first is None:
        return []
    out = [first]
    if (
        noun.dep_ == "conj"
        and (other := context.index.covering(noun.head.idx))
        and other.kind == "person"
    ):
        out.insert(0, other)
    for token in noun.conjuncts if noun.dep_ != "conj" else ():
        other = context.index.covering(token.idx)
        if other and other.kind == "person" == first.kind and other not in out:
            out.append(other)
    return out


def _bearer(context: ArticleContext, noun: Token) -> Mention | None:
    """Whom an apposition is about: "Ada Holm, a trader who …"."""
    start = noun.left_edge.idx
    for mention in context.index.before(noun.idx, 3):
        between = context.text[mention.end : noun.idx]
        if mention.kind == "person" and _APPOSITION.fullmatch(between):
            return mention
        if mention.start < start - BEARER_CHARACTERS:
            break
    return None


def _copula(noun: Token) -> Token | None:
    """The subject of "X is a lawyer who …"."""
    verb = noun.head
    if noun.dep_ not in ("attr", "acomp") or verb.lower_ not in words(
        "descriptions", "forms_of_be"
    ):
        return None
    return next((c for c in children(verb) if c.dep_ == "nsubj"), None)


def _of(mentions: list[Mention], confidence: float) -> Speaker:
    names = tuple(dict.fromkeys(m.name for m in mentions))
    if len(names) > 1:
        return Speaker(
            "joint",
            members=names,
            confidence=0.7,
            reasons=("The names that the relative clause hangs on.",),
        )
    kind = KINDS.get(mentions[0].kind, "person")
    reason = "The name that the relative clause hangs on."
    return Speaker(kind, names[0], confidence=confidence, reasons=(reason,))
