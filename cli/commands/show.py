"""`onrecord show`: one claim in its context, or an article's own header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import output
from cli.jobs.private import PrivateNames
from cli.options import formats, private

if TYPE_CHECKING:
    from store import Store
    from store.records import ArticleRecord, ClaimRecord


@formats
@private
def show(
    where: str | None,
    fmt: output.Format,
    names: PrivateNames,
    claim_id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim's id, or an article's id, name or path.")
    ],
) -> None:
    """\b
    Examples:
      onrecord show 3fa9c1
      onrecord show 3fa9c1 --json
      onrecord show morning/ferry.txt

    Show a claim in its paragraph, with cue, source and chain; or of an article its title, outlet, writers,
    dates and whatever else it tells, each with where that came from.
    """
    from cli.jobs.open_store import open_for_reading, the_claim
    from cli.jobs.read_article import article_of_claim_word

    with open_for_reading(where) as store:
        article = article_of_claim_word(store, claim_id)
        if article is not None:
            return _show_article(store, article, fmt)
        (claim,) = names.counted([the_claim(store, claim_id)])
        if fmt is output.Format.HUMAN:
            _show_claim(store, claim)
        else:
            output.rows(fmt, "claims", [names.row(claim)])


def _show_claim(store: Store, claim: ClaimRecord) -> None:
    from cli.views.claims import claim_context

    decided = [d for v in store.propositions.of_claims([claim.id]) for d in v.decided]
    output.show(claim_context(claim, store.articles.get(claim.article_id), decided))


def _show_article(store: Store, article: ArticleRecord, fmt: output.Format) -> None:
    from cli.rows.articles import article_row
    from cli.views.articles import article_facts

    if fmt is output.Format.HUMAN:
        claims = sum(not claim.vanished for claim in store.claims.of_article(article.id))
        output.show(article_facts(article, claims))
    else:
        output.rows(fmt, "articles", [article_row(article)])
