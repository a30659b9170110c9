"""Made-up articles and claims for the tests of weighing."""

from __future__ import annotations

from dataclasses import replace

from claims.corroborate.batch import weigh
from claims.corroborate.model import StatedArticle, StatedClaim, Verdict
from claims.model import Span

SAID = "the harbour bridge at Velmora was closed after inspectors noticed cracks in its pillars"


def claim(
    speaker: str | None = None, kind: str = "person", quote: str = SAID, **other: object
) -> StatedClaim:
    """An assertion, with whatever else the test sets."""
    plain = StatedClaim(
        "", "", quote, (Span(0, len(quote)),), speaker, kind, (), speaker or "", None, None, None, (),
        "indirect", "assert", "positive", False, False,
    )  # fmt: skip
    return replace(plain, **other)  # type: ignore[arg-type]


def article(doc: str, *claims: StatedClaim, text: str = "", **other: object) -> StatedArticle:
    """An article with claims that get its id."""
    stated = tuple(replace(c, id=f"{doc}-{n}", article_id=doc) for n, c in enumerate(claims))
    plain = StatedArticle(
        doc, doc, text or f"Text of {doc}.", f"{doc} Post", None, (), (), None, stated
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def verdict_on(*claims: StatedClaim) -> Verdict:
    """The only verdict over claims that stand in one article each."""
    (verdict,) = weigh(article(f"d{n}", c) for n, c in enumerate(claims)).verdicts
    return verdict
