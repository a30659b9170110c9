"""People of whom a text speaks without a name, whom a pronoun may take up as well as those it names: "a neighbor",
"another passenger". Whom a description with a name behind it means does not belong here.

Needs the parse, and finds nobody without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from claims.folding import fold_mention
from claims.resolve.mentions.callings import is_calling
from claims.resolve.mentions.head_noun import noun_of
from claims.rules.lists import words
from claims.tokens import tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claims.resolve.mentions.index import Index

_ROLES = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "pobj": "object"}
MAX_WORDS = 8
"""Of a description that is one person and no clause."""


class Nameless(NamedTuple):
    """Somebody without a name: what stands for him, and where, with the role and the gender of the noun."""

    key: str
    phrase: str
    start: int
    end: int
    role: str
    gender: str | None


def described(
    called: str, start: int, role: str, known: Mapping[str, str] | None = None, noun: str = ""
) -> Nameless | None:
    """Somebody by what he is called, None where that means several, or may mean somebody whom the text names:
    "the judge", unless he is known as "a judge" before: known holds who was, by their nouns."""
    noun, said = noun or noun_of(called), fold_mention(called).split()
    if not noun or _is_many(noun) or not 1 < len(said) <= MAX_WORDS:
        return None
    new = said[0] in words("descriptions", "bringing_in")
    key = f"{noun} {start}" if new else (known or {}).get(noun)
    return Nameless(key, called, start, start + len(called), role, _gender(noun)) if key else None


def _is_many(noun: str) -> bool:
    plural = noun.endswith("s") and not noun.endswith("ss")
    return plural or noun in words("descriptions", "plural_nouns") | words(
        "nominals", "collectives"
    )


def brought_in(doc: Doc, index: Index) -> Iterator[Nameless]:
    """The people whom a text brings in as one of many, in order."""
    if not doc.has_annotation("DEP"):
        return
    for opening in tokens_among(doc, words("descriptions", "bringing_in")):
        noun = opening.head
        if opening.dep_ not in ("det", "nummod") or noun.i <= opening.i or not _is_one(noun):
            continue
        if any(m.kind == "person" for m in index.inside(noun.idx, noun.right_edge.idx + 1)):
            continue  # who is named behind it
        words_of = index.text[opening.idx : noun.idx + len(noun)]
        if one := described(
            words_of, opening.idx, _ROLES[noun.dep_], None, fold_mention(noun.text)
        ):
            yield one


def _is_one(noun: Token) -> bool:
    """Whether a noun is one person's, in a place in its clause in which somebody acts or is met."""
    if noun.head.lower_ in words("shapes", "putting_to"):
        return False  # who asks is not who answers
    return noun.dep_ in _ROLES and noun.tag_ in ("NN", "") and _is_person(noun.lower_)


def _gender(noun: str) -> str | None:
    if noun in words("nominals", "women"):
        return "f"
    return "m" if noun in words("nominals", "men") else None


def _is_person(noun: str) -> bool:
    return is_calling(noun) or noun in words("nominals", "more_people")
