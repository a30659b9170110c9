"""A passage of a draft and the record: what to look up, and which of the two judges it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from claims.model import Reading
from claims.proof.asked import Lookup
from claims.proof.indirect import prove_clear, prove_indirect
from claims.proof.likely import likely_claims, likely_parts, longest_words
from claims.proof.lookup import looked_up
from claims.proof.model import CLEAN, Finding, Passage, RecordedArticle, Verdict
from claims.proof.mouths import same_mouth
from claims.proof.nearest import most_sharing
from claims.proof.quotation import prove_quotation

NEAR: tuple[Verdict, ...] = ("altered", "other stance")
NEARLY_ALL = 0.8
"""Of a fit, from which nothing nearer is looked for where the very speaker says it."""


class Record(Protocol):
    """Where articles are looked up that may hold a passage."""

    def near(self, asked: Lookup) -> Sequence[RecordedArticle]:
        """Articles that hold some of the words, the likeliest first; those of the names besides."""
        ...


def prove(reading: Reading, passage: Passage, record: Record) -> Finding:
    """What the record holds of one passage."""
    return judge(reading, passage, record.near(looked_up(reading, passage)))


def judge(reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]) -> Finding:
    """The same where the articles that may hold it are at hand."""
    of_form = prove_quotation if passage.form == "quotation" else prove_indirect
    return of_form(reading, passage, articles)


def settled(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Finding | None:
    """The same where the likeliest articles settle it, None where others have to be looked at."""
    if passage.form == "quotation":
        quoted = reading.article.text[slice(*passage.span)]
        likely = likely_parts(longest_words(quoted), len(quoted), articles)
        finding = prove_quotation(reading, passage, likely) if likely else None
    else:
        finding = prove_clear(reading, passage, articles)
    return finding if finding and _is_settled(finding) else None


def _is_settled(finding: Finding) -> bool:
    """Whether the speaker says it, and nothing is wrong, or hardly a word or what the record does with them."""
    first = next(iter(finding.places), None)
    if first is None or first.claim is None:
        return False
    # Of what is said in other words no pieces are told: its very words may stand elsewhere.
    nearly = finding.verdict in NEAR and finding.pieces and first.nearness >= NEARLY_ALL
    if finding.verdict not in CLEAN and not nearly:
        return False
    return same_mouth(finding.passage.voice, first.claim.voice) == "same"


def looked_at_first(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Iterator[tuple[RecordedArticle, int]]:
    """The claims that are looked at before any others, each with its article."""
    words = longest_words(reading.article.text[slice(*passage.span)])
    return ((article, at) for article in articles for at in likely_claims(words, article))


def looked_at(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> Iterator[tuple[RecordedArticle, int]]:
    """The claims that are looked at where those leave anything open."""
    yield from looked_at_first(reading, passage, articles)
    if passage.form != "quotation":
        yield from most_sharing(reading, passage, articles)
