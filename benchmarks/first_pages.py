"""How long the first rows of each list take in a store of made-up news, beside the bare SQL of the same answer.

`python -m benchmarks.made_news` makes the news; names and words are those of that module. In a file what is measured is
this process' own time, of which other work on the machine takes none; of a server it is time on the clock.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from sqlalchemy import text

from benchmarks.made_news import people, vocabulary
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
    }


def _of(found: str, which: str, article: str) -> tuple[str, ...]:
    return tuple(
        one.format(found=found, which=which + " AND NOT vanished", article=article)
        for one in _COUNTED
    )


def _took(ask: Callable[[], object], *, server: bool) -> float:
    clock = time.perf_counter if server else time.process_time
    took = []
    for _ in range(ROUNDS):
        start = clock()
        ask()
        took.append(clock() - start)
    return 1000 * statistics.median(took)


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


def main() -> int:
    """Print the median milliseconds of each list of a store, of the bare SQL, and how many times that is."""
    with open_store(sys.argv[1], create=False) as store:
        server = store._engine.dialect.name != "sqlite"
        print(f"{store.claims.count():,} claims")
        for name, page in _pages(store).items():
            ours, bare = (_took(ask, server=server) for ask in (page.ask, _bare(store, page)))
            print(
                f"{name:25} {ours:9.1f} ms {bare:9.1f} ms bare {ours / max(bare, 0.01):7.1f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
