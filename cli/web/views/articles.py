"""Articles and outlets: the lists, and one article read with its claims marked and who stands behind
each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cli.jobs.read_article import read_to_hand_on
from cli.rows.article_rows import article_read_row
from cli.rows.claims import claim_row
from cli.rows.linked import news_article, schema_org_claim
from cli.rows.listed import article_line_row, outlet_row
from cli.views.citation import web_address
from cli.web.answers import ROWS_A_READ, Answer, Row, Rows
from cli.web.asked import Asked
from cli.web.errors import MovedError, found
from cli.web.reading import paragraphs
from store.records import ArticleLine, OutletLine

Lines = list[tuple[ArticleLine, list[ArticleLine]]]


def article_list(asked: Asked) -> Answer:
    """Articles by date of which a claim passes the filters, copies under what they copy."""
    # Whether an article is listed hangs on no accusation: its claims are not told here.
    wanted = replace(asked.filters, no_open_accusations=asked.narrowed)
    ids, folded = asked.store.articles.ids(wanted)
    ids = list(reversed(ids)) if asked.reverse else ids
    start = ids.index(asked.after) + 1 if asked.after in ids else 0
    shown = ids[start : start + asked.limit]
    behind = shown[-1] if start + asked.limit < len(ids) else None
    return Answer(
        lambda: {
            "articles": _lines(asked, shown, folded),
            "total": len(ids),
            "copies": sum(map(len, folded.values())),
            "next": asked.link(after=behind) if behind else None,
        },
        lambda: {
            "query": asked.words,
            "total": len(ids),
            "articles": list(_rows(_lines(asked, shown, folded))),
            "next": asked.link(".json", after=behind) if behind else None,
        },
        lambda: Rows("articles", _every(asked, ids, folded)),
    )


def _lines(asked: Asked, ids: Sequence[str], folded: Mapping[str, list[str]]) -> Lines:
    wanted = [one for id in ids for one in (id, *folded.get(id, ()))]
    lines = {line.id: line for line in asked.store.articles.lines(wanted)}
    return [(lines[id], [lines[copy] for copy in folded.get(id, ())]) for id in ids if id in lines]


def _rows(lines: Lines) -> Iterable[Row]:
    for line, copies in lines:
        yield article_line_row(line)
        yield from (article_line_row(copy, line.id) for copy in copies)


def _every(asked: Asked, ids: Sequence[str], folded: Mapping[str, list[str]]) -> Iterable[Row]:
    for start in range(0, len(ids), ROWS_A_READ):
        yield from _rows(_lines(asked, ids[start : start + ROWS_A_READ], folded))


def one_article(asked: Asked) -> Answer:
    """An article with its claims marked; sentences that nobody is named for are faint."""
    article = found(lambda: asked.store.articles.get(asked.id), "article", asked.id)
    if article.id != asked.id:
        raise MovedError(article.id)
    read, left_out = read_to_hand_on(asked.store, article)
    of, copied_by = asked.store.articles.family(article.id)
    original = next(iter(asked.store.articles.lines([of] if of else [])), None)
    copies = asked.store.articles.lines(copied_by)
    claims = [vouched.claim for vouched in read.claims]
    return Answer(
        lambda: {
            "article": article,
            "address": web_address(article.url),
            "read": read,
            "paragraphs": paragraphs(read),
            "original": original,
            "copies": copies,
            "left_out": left_out,
        },
        lambda: {
            "article": article_read_row(read),
            "copy_of": article_line_row(original) if original else None,
            "copies": [article_line_row(copy, article.id) for copy in copies],
            "left_out": left_out,
        },
        lambda: Rows("claims", map(claim_row, claims)),
        lambda: [news_article(article), *map(schema_org_claim, claims)],
    )


def outlet_list(asked: Asked) -> Answer:
    """Outlets of the claims that the filters leave, those with most claims first."""
    outlets: list[OutletLine] = asked.store.articles.outlet_lines(asked.filters)
    return Answer(
        lambda: {"outlets": outlets},
        lambda: {"query": asked.words, "outlets": [outlet_row(outlet) for outlet in outlets]},
        lambda: Rows("outlets", map(outlet_row, outlets)),
    )
