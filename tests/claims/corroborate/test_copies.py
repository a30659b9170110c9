"""Which articles are copies."""

from __future__ import annotations

from claims.corroborate.copies.copies import find_copies
from claims.corroborate.model import StatedArticle


def _article(doc: str, text: str, published: str | None = None) -> StatedArticle:
    return StatedArticle(doc, doc, text, None, None, (), (), published, ())


def _story(seed: str, n: int = 120) -> str:
    return " ".join(f"{seed}{i}" for i in range(n))


def test_a_cut_copy_folds_under_the_earliest() -> None:
    """Half of a story, printed a day later, is its copy."""
    story = _story("word")
    (link,) = find_copies(
        [_article("late", story[:400], "2020-02-02"), _article("early", story, "2020-02-01")]
    )
    assert (link.article_id, link.of) == ("late", "early")
    assert link.evidence in story


def test_shared_quotation_is_no_copy() -> None:
    """Overlap inside quotation marks shows a common speaker alone."""
    quote = f'"{_story("q")}" '
    assert (
        find_copies(
            [_article("a", quote + _story("a", 40)), _article("b", quote + _story("b", 40))]
        )
        == ()
    )


def test_boilerplate_is_no_copy() -> None:
    """A note under many unrelated articles counts for nothing."""
    note = _story("note", 60)
    assert find_copies([_article(s, f"{_story(s, 50)} {note}") for s in "abcde"]) == ()
