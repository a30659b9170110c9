"""A store as the record that drafts are compared with: which articles may hold a passage, each read once; what is
found in them is judged in claims/proof."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from claims.proof.asked import Lookup
from claims.proof.model import RecordedArticle, RecordedClaim
from claims.proof.read_when_asked import ReadWhenAsked
from store.records import Asked, Filters, RecordedText, RecordedWords

if TYPE_CHECKING:
    from store import Store

MAX_ARTICLES = 24
"""In which one passage is looked for."""
OF_SPEAKER = 2
"""Articles besides in which the speaker says some of a passage's words, where others hold its runs."""
TELLING_RUNS = 2
"""Runs of a passage's words that an article has to hold, so that no other words need be asked for."""
MAX_LIKELIEST, AS_LIKELY = 8, 0.9
"""Articles in which a passage is looked for first, and how much they count at least as a share of the likeliest."""
OF_RUNS, OF_WORDS, OF_INDIRECT = 0.7, 0.1, 0.3
"""Share of what counts for the likeliest article, below which another is not read: by runs, and by words of
quotations and of indirect speech."""
ARTICLES_KEPT = 400
"""Read ones, for the next passages of the draft mostly stand in the same."""
PAIRED_WORDS = 4
"""The most telling words of a passage, of which any two are asked for together."""
ALONE_WORDS = 3
WITH_NAME_WORDS = 5
PHRASE, PAIR, ALONE, NAMED, NAME = 3.0, 1.5, 0.4, 1.2, 0.5
"""How much a claim speaks for its article that holds a phrase, two words, one word, a word and the
speaker's name, or the name alone."""


class StoreRecord:
    """A store as the record that drafts are compared with."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self._store, self._filters = store, filters
        self._read: OrderedDict[str, RecordedArticle] = OrderedDict()

    def near(self, asked: Lookup) -> Sequence[RecordedArticle]:
        """Articles that may hold the passage, the likeliest first."""
        (articles,) = self.read(self.every([asked]))
        return articles

    def read(self, wanted: Sequence[Sequence[str]]) -> list[list[RecordedArticle]]:
        """For each passage the articles of these ids, all of them read together."""
        every = dict.fromkeys(id for ids in wanted for id in ids)
        missing = [id for id in every if id not in self._read]
        for text in self._store.articles.recorded(missing, self._filters) if missing else ():
            self._read[text.stated.id] = recorded_article(text)
        found = [[self._read[id] for id in ids if id in self._read] for ids in wanted]
        for id in every:
            if id in self._read:
                self._read.move_to_end(id)
        while len(self._read) > ARTICLES_KEPT:
            self._read.popitem(last=False)
        return found

    def likeliest(self, lookups: Sequence[Lookup]) -> list[list[str]]:
        """The articles in which each passage is looked for first: where runs of its words stand, else where most of
        its words do, or its speaker says them."""
        asked = [[*questions(one)] for one in lookups]
        found = self._ask_runs(asked, AS_LIKELY)
        telling = [[one for one in of if one.counts in (PHRASE, PAIR, NAMED)] for of in asked]
        others = [() if f else of for f, of in zip(found, telling, strict=True)]
        sharing = self._ask(others, MAX_LIKELIEST, share=AS_LIKELY)
        return [one or other for one, other in zip(found, sharing, strict=True)]

    def every(self, lookups: Sequence[Lookup]) -> list[list[str]]:
        """All that may hold each passage: where runs of its words stand and, for a run may be a stock phrase, where
        the speaker says some of them; only where the runs stand nowhere what shares words with it."""
        asked = [[*questions(one)] for one in lookups]
        found = self._ask_runs(asked, OF_RUNS)
        named = [[one for one in of if one.counts == NAMED] for of in asked]
        own = self._ask([n if f else [] for n, f in zip(named, found, strict=True)], OF_SPEAKER,
                        share=OF_RUNS)  # fmt: skip
        others = [() if f else of for f, of in zip(found, asked, strict=True)]
        shares = [OF_INDIRECT if one.indirect else OF_WORDS for one in lookups]
        sharing = self._ask(others, MAX_ARTICLES, share=shares)
        return [[*dict.fromkeys((*a, *b, *c))] for a, b, c in zip(found, own, sharing, strict=True)]

    def _ask_runs(self, asked: Sequence[Sequence[Asked]], share: float) -> list[list[str]]:
        """The articles that hold runs of each passage's words, of those that have enough to tell."""
        runs = [[one for one in of if one.counts == PHRASE] for of in asked]
        telling = [some if len(some) >= TELLING_RUNS else [] for some in runs]
        return self._ask(telling, MAX_ARTICLES, least=PHRASE * TELLING_RUNS, share=share)

    def _ask(
        self, asked: Sequence[Sequence[Asked]], limit: int, *,
        least: float = 0.0, share: float | Sequence[float],
    ) -> list[list[str]]:  # fmt: skip
        near = self._store.articles.near_each
        return near(asked, self._filters, limit, least=least, share=share)


def questions(asked: Lookup) -> Iterator[Asked]:
    """What the index is asked, each by itself: runs of words, pairs of telling words, and the speaker."""
    for phrase in asked.phrases:
        yield Asked((phrase,), counts=PHRASE)
    for pair in combinations(asked.words[:PAIRED_WORDS], 2):
        yield Asked(pair, counts=PAIR)
    for word in (*asked.words[:ALONE_WORDS], *asked.context):
        yield Asked((word,), counts=ALONE)
    for name in asked.names:
        for word in asked.words[:WITH_NAME_WORDS]:
            yield Asked((word,), name, NAMED)
        yield Asked((), name, NAME)


def recorded_article(text: RecordedText) -> RecordedArticle:
    """An article of the store as proof compares it."""
    claims = ReadWhenAsked(
        text.quotes, lambda at: _recorded_claim(text.claim(at)), lambda at: text.content(at)
    )
    return RecordedArticle(text.stated, text.title, claims)


def _recorded_claim(told: RecordedWords) -> RecordedClaim:
    return RecordedClaim(
        told.stated, told.cue, told.cue_text, told.said_on, told.said_on_precision, told.status,
        told.speaker_confidence, told.counted,
    )  # fmt: skip
