"""How long the first rows of each list take in stores of made-up news, beside the bare SQL of the same answer.

    python -m benchmarks.first_pages hundred.db million.db --rounds 20

`python -m benchmarks.filled` makes the stores; names and words are those of its news. Stores are asked in turns, so
that other work on the machine slows all of them alike; of time of processors, a server's included, it takes none.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import NamedTuple

from sqlalchemy import text

from benchmarks.made_news import people, vocabulary
from benchmarks.timed import Times
from store import Store, open_store
from store.records import NO_FILTER, Filters

ROWS, ROUNDS = 50, 5
_CLAIM = """
SELECT claim.*, article.doc, article.title, article.published, outlet.name, speaker.name FROM {found}
JOIN article ON article.id = claim.article_id LEFT JOIN outlet ON outlet.id = article.outlet_id
LEFT JOIN speaker ON speaker.id = claim.speaker_id WHERE NOT claim.vanished AND {which}
ORDER BY {order}, claim.start, claim.number LIMIT 50
"""
_WORD = {
    "sqlite": "claim.number IN (SELECT rowid FROM claim_search WHERE claim_search MATCH :word)",
    "postgresql": "claim.words @@ to_tsquery('simple', :word)",
}
_NAMED = "claim.speaker_id IN (SELECT speaker_id FROM speakerword WHERE word = :word)"
_SPEAKERS = """
SELECT speakercount.*, speakername.name
FROM (SELECT * FROM speakercount ORDER BY claims DESC, name, speaker_id LIMIT 50) AS speakercount
JOIN speakername ON speakername.speaker_id = speakercount.speaker_id
"""
_NAMES = """
SELECT name, claims FROM speakercount WHERE speaker_id IN (
  SELECT canonical_id FROM speaker WHERE id IN (SELECT speaker_id FROM speakerword WHERE word = :word))
"""
_FORMS = """
SELECT id, name, affiliation, joined,
  (SELECT count(*) FROM claim WHERE speaker_id = speaker.id AND effective_speaker_id IS NULL AND NOT vanished),
  (SELECT count(*) FROM claim WHERE effective_speaker_id = speaker.id AND NOT vanished)
FROM speaker WHERE canonical_id IN (
  SELECT canonical_id FROM speaker WHERE id IN (SELECT speaker_id FROM speakerword WHERE word = :word))
"""
_COPIES = "SELECT * FROM copy JOIN article ON article.id = copy.article_id LIMIT 50"
_FACETS = (
    *(
        f"SELECT value, claims FROM facetcount WHERE word = '{word}' ORDER BY claims DESC, value LIMIT 12"
        for word in ("speaker", "saying", "stance", "kind", "label")
    ),
    "SELECT outlet.name, claims FROM facetcount JOIN outlet ON outlet.id = value WHERE word = 'outlet' "
    "ORDER BY claims DESC LIMIT 12",
    "SELECT status, count(*) FROM review GROUP BY status",
)
_COUNTED = (
    "SELECT stance, kind, saying, count(*) FROM {found} WHERE {which} GROUP BY 1, 2, 3",
    "SELECT outlet_id, count(*) FROM {found} {article} WHERE {which} GROUP BY 1 ORDER BY 2 DESC LIMIT 12",
    """SELECT shown.name, sum(n) FROM (
      SELECT coalesce(effective_speaker_id, speaker_id) AS id, count(*) AS n FROM {found} WHERE {which} GROUP BY 1
    ) AS said JOIN speaker ON speaker.id = said.id JOIN speaker AS shown ON shown.id = speaker.canonical_id
    GROUP BY 1 ORDER BY 2 DESC LIMIT 12""",
    "SELECT label, count(*) FROM {found} JOIN propositionclaim ON claim_id = claim.id "
    "JOIN proposition ON proposition.id = proposition_id WHERE {which} GROUP BY 1",
    "SELECT status, count(*) FROM {found} JOIN review ON claim_id = claim.id WHERE {which} GROUP BY 1",
)
"""Facets without names of outlets, and without what a filter says of words of its own."""


class _Page(NamedTuple):
    """A list's first page, and the SQL that would do."""

    ask: Callable[[], object]
    bare: str | tuple[str, ...]
    word: str = ""


def _pages(store: Store) -> dict[str, _Page]:
    words, name = vocabulary()[0], people()[5].split()[1]
    match = _WORD[store._engine.dialect.name]

    def listed(**asked: tuple[str, ...]) -> Callable[[], object]:
        filters = Filters(said=True, **asked)  # type: ignore[arg-type]
        return lambda: list(islice(store.claims.sorted(filters, by="saying", limit=ROWS), ROWS))

    def claims(which: str) -> str:
        # The few that are found are sorted by what is no index.
        order = (
            "article.published_key, article.id"
            if which == "true"
            else "article.published_key || ''"
        )
        return _CLAIM.format(found="claim", which=which, order=order)

    def facets(filters: Filters) -> Callable[[], object]:
        return lambda: store.claims.facets(filters)

    speakers = store.speakers
    of = {word: Filters(text=(word,)) for word in (words[900], words[3])}
    article = "JOIN article ON article.id = claim.article_id"
    counted = _of("claim", match, article)
    dated = _of(f"claim {article}", "article.published_key >= '2019'", "")
    both = "claim.kind = 'indirect' AND article.published_key >= '2019'"
    half = Filters(kind=("indirect",), since="2019")
    return {
        "list": _Page(listed(), claims("true")),
        "list, a rare word": _Page(listed(text=(words[900],)), claims(match), words[900]),
        "list, a common word": _Page(listed(text=(words[3],)), claims(match), words[3]),
        "list --speaker": _Page(listed(speaker=(name,)), claims(_NAMED), name.lower()),
        "names of --speaker": _Page(lambda: speakers.matching_names(name), _NAMES, name.lower()),
        "speakers": _Page(
            lambda: (list(speakers.select(NO_FILTER, ROWS)), speakers.count(NO_FILTER)),
            (_SPEAKERS, "SELECT count(*) FROM speakercount"),
        ),
        "speaker NAME": _Page(
            lambda: speakers.forms(speakers.matching(name)[0].id), (_NAMES, _FORMS), name.lower()
        ),
        "copies": _Page(lambda: store.articles.copies(ROWS), _COPIES),
        "facets": _Page(facets(NO_FILTER), _FACETS),
        "facets, a rare word": _Page(facets(of[words[900]]), counted, words[900]),
        "facets, a common word": _Page(facets(of[words[3]]), counted, words[3]),
        "facets, half of all days": _Page(facets(Filters(since="2019")), dated),
        "facets, a kind": _Page(
            facets(Filters(kind=("indirect",))), _of("claim", "claim.kind = 'indirect'", article)
        ),
        "facets, a kind and days": _Page(facets(half), _of(f"claim {article}", both, "")),
    }


def _of(found: str, which: str, article: str) -> tuple[str, ...]:
    return tuple(
        one.format(found=found, which=which + " AND NOT vanished", article=article)
        for one in _COUNTED
    )


def _bare(store: Store, page: _Page) -> Callable[[], object]:
    bare = (page.bare,) if isinstance(page.bare, str) else page.bare
    queries, values = list(map(text, bare)), {"word": page.word} if page.word else {}

    def ask() -> object:
        with store._engine.connect() as connection:
            return [
                connection.execute(query, values if ":word" in query.text else {}).all()
                for query in queries
            ]

    return ask


def _told(name: str, stores: Sequence[Store], rounds: int) -> Iterator[str]:
    """A line of a page for each store, smallest first: how many times the one before it takes."""
    both = []
    for store in stores:
        page = _pages(store)[name]
        both.append([Times(ask, store._engine) for ask in (page.ask, _bare(store, page))])
    for _ in range(rounds):
        for pair in both:
            for one in pair:
                one.again()
    before = 0.0
    for ours, bare in both:
        took, least = ours.of_processors(), bare.of_processors()
        grown = f"{took / before:7.2f}" if before else "       "
        clock = f"{ours.on_the_clock():8.1f} {ours.on_the_clock(0.95):8.1f}"
        yield f"{name:25} {took:8.1f} {least:8.1f} {took / max(least, 0.01):7.1f} {grown} {clock}"
        before = took


def main() -> int:
    """Print what each page takes in each store: milliseconds of processors, of the bare SQL, how many times that is,
    how many times the store before; on the clock the median and within what 95 of 100 come."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stores", nargs="+", help="files or database URLs, the smallest first")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pages", default="", help="only those whose names begin so")
    options = parser.parse_args()
    with ExitStack() as opened:
        stores = [opened.enter_context(open_store(one, create=False)) for one in options.stores]
        print(" / ".join(f"{store.claims.count():,}" for store in stores), "claims")
        for name in _pages(stores[0]):
            if name.startswith(options.pages):
                print(*_told(name, stores, options.rounds), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
