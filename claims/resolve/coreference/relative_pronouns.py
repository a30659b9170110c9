"""Whom "who" and "which" stand for: the noun that the clause hangs on. Other pronouns are in
focus.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.model import Speaker, SpeakerKind
from claims.tokens import covering

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.resolve.mentions.index import Mention

_BE = frozenset({"is", "was", "are", "were", "be", "been", "'s", "’s", "became", "remains"})
_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "state": "state",
    "outlet": "outlet",
}


def antecedent(reader: Any, at: int, depth: int) -> Speaker | None:
    """The speaker that a relative pronoun at a position takes up, None where the text does not
    settle it."""
    near = next((m for m in reader.index.before(at, 2) if 0 <= at - m.end <= 3), None)
    span = covering(reader.doc, at, at + 1)
    noun = _noun(span[0]) if span is not None and len(span) else None
    if noun is None:
        return _of([near], 0.75) if near else None
    if near and near.kind == "person" and (pair := _with_near(reader, near)):
        return _of([pair, near], 0.8)
    found = [
        m
        for m in _mentions(reader, noun)
        if m.kind != "person" or reader.text[at : at + 5].casefold() != "which"
    ]
    if found:
        return _of(found, 0.9 if near and near in found else 0.8)
    if near and near.end >= noun.idx + len(noun) and near.kind == "person":
        return _of([near], 0.75)
    bearer = _bearer(reader, noun)
    if bearer:
        return _of([bearer], 0.8)
    subject = _copula(noun)
    if subject is not None:
        said = reader.phrase(subject.text, subject.idx, None, depth + 1)
        return said if said.name else None
    start = noun.left_edge.idx
    text = reader.text[start : noun.idx + len(noun)]
    return reader.phrase(text, start, None, depth + 1) if text.strip() else None


def _noun(token: Token) -> Token | None:
    head = token
    for _ in range(6):
        if head.dep_ == "relcl":
            return head.head
        if head.head is head or head.head.i == head.i:
            return None
        head = head.head
    return None


def _with_near(reader: Any, near: Mention) -> Mention | None:
    """The person joined by "and" to the one right before the pronoun."""
    before = reader.index.before(near.start, 1)
    joined = (
        before and before[0].kind == "person" and reader.text[before[0].end : near.start] == " and "
    )
    return before[0] if joined else None


def _mentions(reader: Any, noun: Token) -> list[Mention]:
    first = reader.index.covering(noun.idx)
    if first is None:
        return []
    out = [first]
    if (
        noun.dep_ == "conj"
        and (other := reader.index.covering(noun.head.idx))
        and other.kind == "person"
    ):
        out.insert(0, other)
    for token in noun.conjuncts if noun.dep_ != "conj" else ():
        other = reader.index.covering(token.idx)
        if other and other.kind == "person" == first.kind and other not in out:
            out.append(other)
    return out


def _bearer(reader: Any, noun: Token) -> Mention | None:
    """Whom an apposition is about: "Ada Holm, a trader who …"."""
    start = noun.left_edge.idx
    for mention in reader.index.before(noun.idx, 3):
        between = reader.text[mention.end : noun.idx]
        if mention.kind == "person" and re.fullmatch(
            r"(?: \([^)]*\))?, (?:an?|the|former|his|her)\b[\w\s’'.-]{0,60}", between
        ):
            return mention  # type: ignore[no-any-return]
        if mention.start < start - 80:
            break
    return None


def _copula(noun: Token) -> Token | None:
    """The subject of "X is a lawyer who …"."""
    verb = noun.head
    if noun.dep_ not in ("attr", "acomp") or verb.lower_ not in _BE:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _of(found: list[Mention], sure: float) -> Speaker:
    names = tuple(dict.fromkeys(m.name for m in found))
    if len(names) > 1:
        return Speaker(
            "joint",
            members=names,
            confidence=0.7,
            reasons=("The names that the relative clause hangs on.",),
        )
    kind = _KINDS.get(found[0].kind, "person")
    return Speaker(
        kind, names[0], confidence=sure, reasons=("The name that the relative clause hangs on.",)
    )
