"""Whether origins of different names are independent by what their claims show; names are judged in
relations.py, doubts in doubts.py."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import product

from claims.corroborate.independence.doubts import (
    MIN_FRAGMENT_MASS,
    Compared,
    SourcedClaim,
    doubt,
)
from claims.corroborate.independence.origins import Source, leaning
from claims.corroborate.independence.relations import Related, relate
from claims.corroborate.independence.testimony import beside, first_hand, goes_by, grounds_named
from claims.corroborate.matching.comparison import compare
from claims.corroborate.matching.constraints import MIN_VERBATIM_WORDS
from claims.corroborate.matching.explain import cut, printed
from claims.corroborate.matching.stems import stem
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.folding import name_key
from claims.rules.lists import words

MIN_STATEMENT_MASS, MIN_STATEMENT_WORDS = 10.0, 5
"""Weight and number of the words in quotation marks that two speakers would hardly choose alike."""

PAPERS = frozenset(
    stem(word) for word in (*words("origins", "papers"), *words("origins", "documents"))
)
"""Words for papers, which alone do not tell which one."""
PERHAPS_DERIVED = "one goes by another's word or paper, perhaps the other's"


def relate_origins(
    a: Source,
    of_a: Sequence[SourcedClaim],
    b: Source,
    of_b: Sequence[SourcedClaim],
    one_claim: bool = False,
) -> tuple[Related, str]:
    """Same, different or undetermined with the reason, and the words that show it; one_claim says that a
    person held what they say for one."""
    by_names = relate(a, b, _witness(a, of_a, b, of_b))
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
    derived = _one_ground(of_a, of_b, compared) or _derived(a, of_a, b, of_b)
    if derived:
        return derived
    if by_names[0] == "undetermined":
        return by_names, sources
    reason = doubt(a, of_a, b, of_b, compared, one_claim)
    return (("undetermined", reason) if reason else by_names), sources


def _one_ground(
    of_a: Sequence[SourcedClaim], of_b: Sequence[SourcedClaim], compared: Sequence[Compared]
) -> tuple[Related, str] | None:
    """Same where both have one statement or lean on one document, with what shows it; None where they do
    not."""
    if statement := _one_statement(compared):
        return ("same", "the same words in quotation marks are one statement"), statement
    if document := _leant_on(of_a, of_b):
        return ("same", f"both lean on {document}"), _sources(of_a, of_b)
    return None


def _witness(
    a: Source, of_a: Sequence[SourcedClaim], b: Source, of_b: Sequence[SourcedClaim]
) -> bool:
    """Whether one is a person, the other none, and the person tells what he saw himself."""
    if (a.kind == "person") == (b.kind == "person"):
        return False
    telling, other = (of_a, b) if a.kind == "person" else (of_b, a)
    return first_hand(_stated(telling)) and not beside(_stated(telling), other)


def _derived(
    a: Source, of_a: Sequence[SourcedClaim], b: Source, of_b: Sequence[SourcedClaim]
) -> tuple[Related, str] | None:
    """How two stand of whom one goes by another's word or paper, with the words that say so; None where
    neither does."""
    by_a, by_b = grounds_named(_stated(of_a)), grounds_named(_stated(of_b))
    for grounds, other in ((by_a, b), (by_b, a)):
        if word := goes_by(grounds, other):
            return ("same", "one goes by the other's word or paper"), grounds[word]
    if both := _one_paper(by_a.keys(), by_b.keys()):
        return ("same", "both go by one word or paper"), f"{by_a[both]} / {by_b[both]}"
    for grounds, other, told in ((by_a, b, of_b), (by_b, a, of_a)):
        if grounds and not (other.kind == "person" and first_hand(_stated(told))):
            return ("undetermined", PERHAPS_DERIVED), min(grounds.values())
    return None


def _one_paper(left: Set[str], right: Set[str]) -> str:
    """A word of what both go by; "" where they share none, or only that both are papers ("the court's report",
    "the union's report")."""
    telling = left & right - PAPERS
    of_different = bool(left - PAPERS) and bool(right - PAPERS)
    return min(telling or (set() if of_different else left & right), default="")


def _stated(claims: Sequence[SourcedClaim]) -> list[tuple[StatedArticle, StatedClaim]]:
    return [(sourced.article, sourced.claim) for sourced in claims]


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
