"""What the words and the grammar of a claim show of the kind of its saying: its cue's words, how the content hangs
on them, what is supposed and what is so; what each of it weighs is learned (training/sayings.py)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from claims.rules.lists import words
from claims.stemming import bare_stem
from claims.tokens import children as hanging_on

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTED = frozenset("\"“”'‘’`")
HELPERS = frozenset({"aux", "auxpass"})
LENGTHS = ((1, "1"), (2, "2"), (3, "3"), (5, "4 or 5"), (8, "6 to 8"), (14, "9 to 14"))
"""A content's words up to so many, and what that is called."""


def shape_of(
    cue: Sequence[Token], content: Sequence[Token], source: Sequence[Token]
) -> Iterator[str]:
    """What the text shows, by name, as far as it was parsed."""
    main = _main(cue)
    said = [token for token in content if not token.is_punct]
    yield from _words(cue, main)
    if main is not None:
        yield from _supposed(main)
    if said:
        yield from _hanging(_head(said), cue, content)
    if source and (head := _head(source)).lower_ in words("sayings", "anybody"):
        yield f"source {head.lower_}"
    if _quoted(content):
        yield "quoted"
    yield f"words {_length(sum(token.is_alpha for token in content))}"


def _words(cue: Sequence[Token], main: Token | None) -> Iterator[str]:
    """The cue's words without their endings, and the one that is its verb."""
    yield from (f"word {bare_stem(token.lower_)}" for token in cue if token.is_alpha)
    if main is not None:
        yield f"verb {bare_stem(main.lower_)}"


def _main(cue: Sequence[Token]) -> Token | None:
    """The cue's last verb that helps no other, else its last word."""
    verbs = [token for token in cue if token.tag_.startswith("VB") and token.dep_ not in HELPERS]
    return next(chain(reversed(verbs), reversed(cue)), None)


def _head(tokens: Sequence[Token]) -> Token:
    """The first that hangs on none of the others."""
    among = {token.i for token in tokens}
    return next((t for t in tokens if t.head.i not in among or t.head.i == t.i), tokens[0])


def _supposed(main: Token) -> Iterator[str]:
    """Whether the cue's verb may be, is not, or is only if."""
    for child in hanging_on(main):
        if child.dep_ == "aux" and child.tag_ == "MD":
            yield f"modal {child.lower_}"
        elif child.dep_ == "aux" and child.tag_ == "TO":
            yield "main to"
        elif child.dep_ == "neg":
            yield "negated"
        elif child.dep_ == "mark" and child.lower_ in words("sayings", "conditions"):
            yield f"under {child.lower_}"
        elif child.dep_ == "mark" and child.lower_ in words("sayings", "times"):
            yield "in a time clause"


def _hanging(head: Token, cue: Sequence[Token], content: Sequence[Token]) -> Iterator[str]:
    """By what the content hangs on its cue, and what noun it is where it is one."""
    spoken, held = {token.i for token in cue}, {token.i for token in content}
    if head.head.i in spoken and head.head.i != head.i:
        yield f"hangs on the cue by {head.dep_}"
        if head.head.dep_ == "prep" or head.head.tag_ == "IN":
            yield f"by preposition {head.head.lower_}"
    elif any(token.head.i in held for token in cue):
        yield "cue hangs on the content"
    else:
        yield "apart from the cue"
    if head.tag_.startswith(("NN", "PR")):
        yield from _noun(head)


def _noun(head: Token) -> Iterator[str]:
    children = hanging_on(head)
    before = next((child.lower_ for child in children if child.dep_ in ("det", "poss")), "none")
    known = before == "none" or before in words("sayings", "determiners")
    yield f"noun with {before if known else 'determiner'}"
    if any(child.dep_ in ("relcl", "acl") for child in children):
        yield "noun with a clause"
    if any(child.dep_ == "prep" for child in children):
        yield "noun with a preposition"


def _quoted(content: Sequence[Token]) -> bool:
    """Whether marks stand in it or right before it."""
    if any(token.text in QUOTED for token in content):
        return True
    first = min((token.i for token in content), default=0)
    return first > 0 and content[0].doc[first - 1].text in QUOTED


def _length(count: int) -> str:
    return next((name for most, name in LENGTHS if count <= most), "many")
