"""Whether origins of different names are independent by what their claims show; names are judged in
relations.py, doubts in doubts.py."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from claims.corroborate.independence.doubts import (
    MIN_FRAGMENT_MASS,
    Compared,
    SourcedClaim,
    doubt,
)
from claims.corroborate.independence.origins import Source, leaning
from claims.corroborate.independence.relations import Related, relate
from claims.corroborate.matching.comparison import compare
from claims.corroborate.matching.constraints import MIN_VERBATIM_WORDS
from claims.corroborate.matching.explain import cut, printed
from claims.folding import name_key

MIN_STATEMENT_MASS, MIN_STATEMENT_WORDS = 10.0, 5
"""Weight and number of the words in quotation marks that two speakers would hardly choose alike."""


def relate_origins(
    a: Source, of_a: Sequence[SourcedClaim], b: Source, of_b: Sequence[SourcedClaim]
) -> tuple[Related, str]:
    """Same, different or undetermined with the reason, and the words that show it."""
    by_names = relate(a, b)
    sources = _sources(of_a, of_b)
    if by_names[0] == "same":
        return by_names, sources
    pairs = list(product(of_a, of_b))
    twice = next((left for left, right in pairs if _one_sentence(left, right)), None)
    if twice:
        shown = f"{cut(twice.claim.quote)} ({printed(twice.article)})"
        return ("same", "one sentence of one text, printed twice"), shown
    compared = [
        (left, right, compare(left.claim, left.content, right.claim, right.content))
        for left, right in pairs
    ]
    statement = _one_statement(compared)
    if statement:
        return ("same", "the same words in quotation marks are one statement"), statement
    document = _leant_on(of_a, of_b)
    if document:
        return ("same", f"both lean on {document}"), sources
    if by_names[0] == "undetermined":
        return by_names, sources
    reason = doubt(a, of_a, b, of_b, compared)
    return (("undetermined", reason) if reason else by_names), sources


def _one_sentence(left: SourcedClaim, right: SourcedClaim) -> bool:
    """Whether a copy has the other's words of the same source; a person may have named it in one of
    them alone."""
    if left.text_id != right.text_id or left.article.id == right.article.id:
        return False
    if name_key(left.claim.mention) != name_key(right.claim.mention):
        return False
    agreement = compare(left.claim, left.content, right.claim, right.content)
    same_words = (
        agreement is not None
        and agreement.likeness.run_words >= MIN_VERBATIM_WORDS
        and agreement.likeness.run_mass >= MIN_FRAGMENT_MASS
    )
    return same_words or name_key(left.claim.quote) == name_key(right.claim.quote)


def _one_statement(compared: Sequence[Compared]) -> str:
    """Words in quotation marks that both have, with their article; "" where there are none or too
    few."""
    for left, _, agreement in compared:
        if (
            agreement
            and agreement.likeness.quoted_run_mass >= MIN_STATEMENT_MASS
            and agreement.likeness.run_words >= MIN_STATEMENT_WORDS
        ):
            return f"{cut(agreement.setting.sentences[0])} ({printed(left.article)})"
    return ""


def _leant_on(of_a: Sequence[SourcedClaim], of_b: Sequence[SourcedClaim]) -> str:
    """The document that claims of both lean on."""
    first = {leaning(sourced.claim) for sourced in of_a} - {""}
    second = {leaning(sourced.claim) for sourced in of_b} - {""}
    return min(first & second, default="")


def _sources(of_a: Sequence[SourcedClaim], of_b: Sequence[SourcedClaim]) -> str:
    """The source as each side has it, with its article."""
    firsts = [sourced[0] for sourced in (of_a, of_b) if sourced]
    return " / ".join(
        f"“{first.claim.mention or 'no source'}” ({printed(first.article)})" for first in firsts
    )
