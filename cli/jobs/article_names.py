"""What an article is called in the store, and what is said where one name seems to be two
articles'."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.ids import text_name
from claims.model import Article, Failure, Reading
from cli import diagnostics

if TYPE_CHECKING:
    from claims.read.options import Item
    from store.records import SaveResult

_OF_STDIN = re.compile(r"-(:\d+)?")


def named_by_words(item: Item) -> Item:
    """An article of standard input without a name of its own, called by its words: what is piped
    in next is another article, and no later edition of this one."""
    if isinstance(item, Failure):
        return item
    if isinstance(item, Reading):
        return replace(item, article=_named(item.article))
    return _named(item)


def _named(article: Article) -> Article:
    if not _OF_STDIN.fullmatch(article.doc):
        return article
    return replace(article, doc=f"stdin-{text_name(article.text)}")


def warn_of_lost_claims(doc: str, result: SaveResult) -> None:
    """Says it where an edition drops most claims of the former one: it may be no edition of it."""
    lost, rest = len(result.vanished), result.kept + len(result.held)
    if result.status == "edition" and lost > rest:
        diagnostics.note(
            f"onrecord: {doc}: WARNING: taken for a later edition, which drops {lost:,} of {lost + rest:,} claims; "
            "if it is another article, give it another `doc` or URL and add both again"
        )
