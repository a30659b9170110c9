"""`check ARTICLE`: one article read out, from the store or from a file that is in none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import output

if TYPE_CHECKING:
    from store import Store
    from store.records import ArticleRecord, Filters


def show_stored(store: Store, article: ArticleRecord, weak: Filters) -> int:
    """The article's text with who vouches for each sentence; how many of its propositions the
    filters leave."""
    from cli.jobs.read_article import article_read
    from cli.views.article_read import ArticlePage

    output.show(ArticlePage(article_read(store, article, weak.min_confidence)))
    return store.propositions.count(weak)


def document_of_stored(
    store: Store, article: ArticleRecord, filters: Filters, below: int | None
) -> int:
    """The same for machines, beside the article's propositions; how many those are."""
    from cli.jobs.read_article import article_read
    from cli.rows.article_rows import article_read_row
    from cli.rows.verdicts import verdict_row

    rows = [verdict_row(verdict) for verdict in store.propositions.select(filters, below=below)]
    read = article_read(store, article, filters.min_confidence)
    output.document({"propositions": rows, "articles": [article_read_row(read)]})
    output.written(len(rows), "propositions")
    return len(rows)


def show_unread(
    path: str, min_confidence: float | None, fmt: output.Format, limit: int | None, *, listed: bool
) -> int:
    """What stands in a file that is in no store, and who vouches for it; how many claims."""
    from cli.jobs.read_article import unread_article
    from cli.jobs.unread_file import readings_of
    from cli.rows.article_rows import article_read_row
    from cli.rows.vouching import vouching_row
    from cli.views.article_read import ArticlePage
    from cli.views.vouching import vouching_table

    readings = readings_of(path, min_confidence)
    if fmt is output.Format.HUMAN and not listed:
        count = 0
        for reading in readings:
            output.show(ArticlePage(unread_article(reading)))
            count += len(reading.claims)
        return count
    every = list(readings)
    vouched = [(reading, claim) for reading in every for claim in reading.claims]
    if fmt is output.Format.JSON:
        articles = [article_read_row(unread_article(reading)) for reading in every]
        output.document({"claims": [vouching_row(*pair) for pair in vouched], "articles": articles})
        output.written(len(vouched), "claims")
        return len(vouched)
    return output.listing(
        fmt, "claims", iter(vouched), lambda: len(vouched), limit,
        lambda pair: vouching_row(*pair), vouching_table,
    )  # fmt: skip
