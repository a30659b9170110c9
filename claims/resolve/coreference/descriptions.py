"""Whom a description stands for, when no name stands in it: media, bodies, documents, people. No
pronouns."""

from __future__ import annotations

import re

from claims.folding import fold_mention
from claims.model import Speaker
from claims.resolve.article import first_person
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import (
    anonymous,
    leads,
    media_descriptions,
    organisation_descriptions,
    person_descriptions,
)
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.mentions.mention import Mention
from claims.resolve.mentions.traits import one_form
from claims.resolve.model import KINDS, Guess, named
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

UNNAMED_CHARACTERS = 600
"""How far behind a source without a name "the aide" may take it up."""
ISSUED_CHARACTERS = 600
"""How far behind "said in a statement" a text may go on with "the statement"."""
_ISSUED = re.compile(
    rf"\b(?:{alternation(listed('documents', 'said_in'))}) an? ([\w-]+(?: [\w-]+){{0,2}})"
)
_CLITIC = re.compile(r"['’]s?$")
_OWNED = re.compile(
    r"(?:([Hh]is|[Hh]er)|([A-ZÀ-Þ][\w.’'-]{0,60}(?: [A-ZÀ-Þ][\w.’'-]{0,60}){0,3}?)['’]s?) "
)


def nominal(context: ArticleContext, bare: str, noun: str, plural: bool | None, at: int) -> Speaker:
    """Whom a description stands for: media, a body, a document, a person, or nobody by name."""
    if anonymous.OFFICIAL_MEDIA.search(bare):
        return Speaker("outlet", confidence=0.8, reasons=("Media speak, none by name.",))
    lower_case = context.index.bodies.ending(bare)
    if lower_case and noun in fold_mention(lower_case[0]).split():
        name, kind = lower_case
        reason = "The name without its capitals."
        return Speaker(KINDS[kind], name, confidence=0.8, reasons=(reason,))
    if nobody := anonymous.unnamed(bare, noun, context.index, plural):
        return nobody
    many = anonymous.is_many(noun, plural)
    return (
        _medium(context, bare, noun, at)
        or _document(context, bare, noun, at, many)
        or (_called(context, bare, noun, at) if not many else None)
        or _organisation(context, bare, noun, at)
        or (None if many else _person(context, bare, noun, at))
        or anonymous.nobody(bare, noun, context.index)
    )


def _medium(context: ArticleContext, bare: str, noun: str, at: int) -> Speaker | None:
    """ "The newspaper", "the report": the outlet or document before, None where the noun is of
    another kind."""
    piece = noun in first_person.PIECES
    outlet = noun.removesuffix("s") in words("nominals", "outlets")
    if not outlet and not (piece and bare[:4].casefold() == "the "):
        return None
    guess = media_descriptions.named(bare, context.index)
    if not guess and not INDEFINITE.match(bare):
        spoken_of = media_descriptions.agency if noun == "agency" else media_descriptions.outlet
        guess = spoken_of(context.index, at, context.own_names, context.quoted)
    guess = guess or (context.works.speaks(noun, at) if piece else None)
    if guess:
        return named(guess)
    reason = "No outlet is named before."
    return Speaker("document" if piece else "outlet", confidence=0.6, reasons=(reason,))


def _document(context: ArticleContext, bare: str, noun: str, at: int, many: bool) -> Speaker | None:
    if not {noun, noun.removesuffix("s")} & words("nominals", "documents"):
        return None
    definite = not INDEFINITE.match(bare)
    guess = _issued(context, bare, noun, at) if definite and not many else None
    guess = guess or (context.works.speaks(noun, at) if definite and not many else None)
    reason = "A document that the article gives to nobody."
    return named(guess) if guess else Speaker("document", confidence=0.7, reasons=(reason,))


def _organisation(context: ArticleContext, bare: str, noun: str, at: int) -> Speaker | None:
    common = organisation_descriptions.common(bare, noun, context.index)
    if not common and _CLITIC.sub("", bare).casefold() == f"the {noun}":
        common = organisation_descriptions.named_so(noun, context.index, at)
    if noun not in words("nominals", "bodies") and not common:
        return None
    guess = None
    if not INDEFINITE.match(bare):
        guess = organisation_descriptions.body(noun, bare, context.index, at)
    guess = guess or common
    reason = f"A body ({noun}) that the article does not name."
    return named(guess) if guess else Speaker("organisation", confidence=0.6, reasons=(reason,))


def _person(context: ArticleContext, bare: str, noun: str, at: int) -> Speaker | None:
    if noun in words("nominals", "collectives") or _goes_on_unnamed(context, bare, noun, at):
        return None
    guess = (
        _counterpart(context, bare, noun, at)
        or person_descriptions.described(bare, noun, context.index, at, context.focus)
        or leads.introduced(bare, noun, context.index, at, context.source_starts)
        or leads.newcomer(bare, noun, context.index, at)
    )
    return named(guess) if guess and guess.name != _owner(context, bare, at) else None


def _called(context: ArticleContext, bare: str, noun: str, at: int) -> Speaker | None:
    """The one person whom the text has called so before, where a body may be called so too: "the guard"."""
    if bare.casefold() != f"the {noun}" or noun not in words("nominals", "bodies"):
        return None
    before = context.index.before(at)
    called = {
        m.name
        for m in before
        if m.kind == "person"
        and any(t.head == one_form(noun) for t in context.index.traits.get(m.name, ()))
    }
    last = next((m for m in before if m.name in called or _ends_so(m, noun)), None)
    if len(called) != 1 or last is None or last.name not in called:
        return None
    return named(Guess(called.pop(), "person", 0.8, "The article gives the person this role."))


def _ends_so(mention: Mention, noun: str) -> bool:
    """Whether a body's name ends in a noun, so that the noun alone may mean it: "the Coast Guard"."""
    return mention.kind != "person" and fold_mention(mention.name).split()[-1:] == [noun]


def _counterpart(context: ArticleContext, bare: str, noun: str, at: int) -> Guess | None:
    """Who else of the article has the office of whoever "her counterpart" belongs to."""
    owner = _owner(context, bare, at) if noun in words("descriptions", "counterparts") else None
    heads = {t.head for t in context.index.traits.get(owner, ()) if t.head} if owner else set()
    same = {
        name
        for name, traits in context.index.traits.items()
        if name != owner and any(t.head in heads & words("titles", "offices") for t in traits)
    }
    if len(same) != 1:
        return None
    return Guess(next(iter(same)), "person", 0.75, "The other one who has the office.")


def _goes_on_unnamed(context: ArticleContext, bare: str, noun: str, at: int) -> bool:
    """Whether "the aide" takes up a person who spoke last, and without a name."""
    named = context.last_speaker[2] if context.last_speaker else -1
    return (
        bare.casefold() == f"the {noun}"
        and noun in words("nominals", "unnamed")
        and named < context.last_unnamed < at < context.last_unnamed + UNNAMED_CHARACTERS
    )


def _owner(context: ArticleContext, bare: str, at: int) -> str | None:
    """Whose somebody is who is described by that: "his mother", "Holm's lawyer" are not he himself."""
    match = _OWNED.match(bare)
    if not match:
        return None
    if match[1]:
        guess = context.focus.third(at, match[1].casefold())
        return guess.name if guess else None
    return context.index.full(match[2])[0]


def _issued(context: ArticleContext, bare: str, noun: str, at: int) -> Guess | None:
    """Who has just said something in "a statement" that the text goes on from: "the statement"."""
    if context.last_speaker is None or bare.casefold() != f"the {noun}":
        return None
    name, kind, end = context.last_speaker
    if not 0 <= at - end < ISSUED_CHARACTERS:
        return None
    sentence = context.sentence(max(0, end - 1))
    named = [m[1] for m in _ISSUED.finditer(context.text, sentence.start, min(sentence.end, at))]
    if not any(noun in fold_mention(words_behind).split() for words_behind in named):
        return None
    return Guess(name, kind, 0.75, "The document in which the last speaker spoke.")
