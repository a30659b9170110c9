"""Whom a description stands for, when no name stands in it: media, bodies, documents, people. No
pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model import Speaker, SpeakerKind
from claims.resolve.article import first_person
from claims.resolve.coreference import anonymous, organisation_descriptions, person_descriptions
from claims.resolve.mentions.head_noun import INDEFINITE
from claims.resolve.model import Guess
from claims.rules.lists import words

if TYPE_CHECKING:
    from claims.resolve.speaker import Reader

KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "state": "state",
    "outlet": "outlet",
    "document": "document",
}


def nominal(reader: Reader, bare: str, noun: str, plural: bool | None, at: int) -> Speaker:
    """Whom a description stands for: media, a body, a document, a person, or nobody by name."""
    if anonymous.OFFICIAL_MEDIA.search(bare):
        return Speaker("outlet", confidence=0.8, reasons=("Media speak, none by name.",))
    whole = reader.index.ending(bare)
    if whole:
        return Speaker(
            KINDS[whole[1]], whole[0], confidence=0.8, reasons=("The name without its capitals.",)
        )
    nobody = anonymous.unnamed(bare, noun, reader.index, plural)
    if nobody:
        return nobody
    many = anonymous.is_many(noun, plural)
    single = noun.removesuffix("s")
    definite = not INDEFINITE.match(bare)
    if single in words("nominals", "outlets") or (
        noun in first_person.PIECES and bare[:4].casefold() == "the "
    ):
        guess = (
            organisation_descriptions.outlet(reader.index, at, reader.own, reader.quoted)
            if definite
            else None
        )
        guess = guess or (reader.works.speaks(noun, at) if noun in first_person.PIECES else None)
        return (
            named(guess)
            if guess
            else Speaker(
                "document" if noun in first_person.PIECES else "outlet",
                confidence=0.6,
                reasons=("No outlet is named before.",),
            )
        )
    if single in words("nominals", "documents") or noun in words("nominals", "documents"):
        guess = reader.works.speaks(noun, at) if definite and not many else None
        return (
            named(guess)
            if guess
            else Speaker(
                "document",
                confidence=0.7,
                reasons=("A document that the article gives to nobody.",),
            )
        )
    if noun in words("nominals", "bodies") or organisation_descriptions.common(bare, reader.index):
        guess = organisation_descriptions.body(noun, bare, reader.index, at) if definite else None
        guess = guess or organisation_descriptions.common(bare, reader.index)
        return (
            named(guess)
            if guess
            else Speaker(
                "organisation",
                confidence=0.6,
                reasons=(f"A body ({noun}) that the article does not name.",),
            )
        )
    guess = (
        person_descriptions.described(bare, noun, reader.index, at, reader.focus)
        if not many
        else None
    )
    guess = guess or (
        person_descriptions.introduced(bare, noun, reader.index, at, reader.spoken)
        if not many
        else None
    )
    guess = guess or (
        person_descriptions.newcomer(bare, noun, reader.index, at) if not many else None
    )
    if guess:
        return named(guess)
    return anonymous.nobody(bare, noun, reader.index)


def named(guess: Guess) -> Speaker:
    """A guess as a speaker."""
    return Speaker(
        KINDS.get(guess.kind, "person"),
        guess.name,
        confidence=guess.confidence,
        reasons=(guess.reason,),
        runner_up=guess.runner_up,
    )
