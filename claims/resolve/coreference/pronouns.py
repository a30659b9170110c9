"""Whom a pronoun stands for, by its kind; the running focus, relative clauses and pairs have
modules of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import Attribution, Speaker, SpeakerKind
from claims.resolve.article import first_person
from claims.resolve.article.salience import FEMALE, MALE, THING
from claims.resolve.coreference import anonymous, relative_pronouns
from claims.resolve.coreference.descriptions import named
from claims.resolve.coreference.plural_pronouns import pair

if TYPE_CHECKING:
    from claims.resolve.speaker import Reader


def pronoun(reader: Reader, word: str, at: int, found: Attribution | None, depth: int) -> Speaker:
    """Whom a pronoun stands for; nobody where the text does not settle it."""
    if word in first_person.FIRST:
        return _first(reader, at)
    if word in first_person.JOINT:
        return pair(reader.index, at)
    if word in first_person.RELATIVE:
        answer = relative_pronouns.antecedent(reader, at, depth) if depth < 2 else None
        return answer or Speaker(
            "group", confidence=0.6, reasons=("A relative pronoun after a description.",)
        )
    if word in MALE | FEMALE | THING:
        guess = reader.focus.third(at, word, found.content if found else ())
        if guess:
            return named(guess)
        kind: SpeakerKind = "organisation" if word in THING else "person"
        return Speaker(kind, confidence=0.3, reasons=("No earlier name fits the pronoun.",))
    count = anonymous.declared_count(word) or (1 if word.startswith("one of ") else None)
    return Speaker(
        "unnamed" if count else "group",
        declared_count=count,
        confidence=0.8,
        reasons=("The pronoun stands for several or for nobody in particular.",),
    )


def _first(reader: Reader, at: int) -> Speaker:
    """ "I": the writer outside quotation marks, who is quoted within them."""
    if at < len(reader.quoted) and reader.quoted[at]:
        outer = next(
            (
                i
                for i, a in enumerate(reader.attributions)
                if any(s <= at < e for s, e in a.content) and a.source
            ),
            None,
        )
        if outer is not None and outer not in reader.busy:
            reader.busy.add(outer)
            source = reader.attributions[outer].source[0]
            said = reader.phrase(
                reader.text[source.start : source.end], source.start, reader.attributions[outer], 1
            )
            reader.busy.discard(outer)
            return replace(
                said, reasons=("First person within the words of who is quoted.", *said.reasons)
            )
        return Speaker(
            "person",
            confidence=0.4,
            reasons=("First person within a quotation of nobody in particular.",),
        )
    if reader.author:
        return Speaker(
            "person",
            reader.author,
            confidence=0.9,
            reasons=("First person: the writer, whom the text names.",),
        )
    return Speaker(
        "person",
        confidence=0.5,
        reasons=("First person: the writer, whom the text does not name.",),
    )
