"""A store as the record that drafts are compared with: which articles may hold a passage, each read once; what is
found in them is judged in claims/proof."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from claims.errors import StoreError
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
TOGETHER, ENOUGH = 4, 3
"""Telling words of a passage that one claim has to hold together, and how many of them tell enough without their
speaker: an index in many pieces answers such a question as fast as that for one run of words."""
OTHER_WORDS = 8
"""By how many more words of the record than of the passage these may lie apart."""
FEW = 5
"""Articles in which such words tell where a passage stands; in more they may stand anywhere."""
FIRST_RUNS = 4
"""Of a passage's words that are asked for where no claim holds them."""
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
        self._read: OrderedDict[str, tuple[RecordedArticle, Sequence[str]]] = OrderedDict()
        """Articles by their ids, with the ids of their claims."""

    def near(self, asked: Lookup) -> Sequence[RecordedArticle]:
        """Articles that may hold the passage, the likeliest first."""
        (articles,) = self.read(self.every([asked]))
        return articles

    def read(self, wanted: Sequence[Sequence[str]]) -> list[list[RecordedArticle]]:
        """For each passage the articles of these ids, all of them read together."""
        every = dict.fromkeys(id for ids in wanted for id in ids)
        missing = [id for id in every if id not in self._read]
        for text in self._store.articles.recorded(missing, self._filters) if missing else ():
            self._read[text.stated.id] = self._article(text)
        found = [[self._read[id][0] for id in ids if id in self._read] for ids in wanted]
        for id in every:
            if id in self._read:
                self._read.move_to_end(id)
        while len(self._read) > ARTICLES_KEPT:
            self._read.popitem(last=False)
        return found

    def read_claims(self, wanted: Iterable[tuple[RecordedArticle, int]]) -> None:
        """Reads these claims together, before each would be read by itself."""
        missing: dict[str, tuple[ReadWhenAsked[RecordedClaim], int]] = {}
        for article, at in wanted:
            claims, kept = article.claims, self._read.get(article.stated.id)
            # Of an article that others have pushed out by now each claim is read when it is asked for.
            if kept and isinstance(claims, ReadWhenAsked) and not claims.knows(at):
                missing[kept[1][at]] = (claims, at)
        for told in self._told([*missing]):
            claims, at = missing[told.stated.id]
            claims.keep(at, told)

    def _article(self, text: RecordedText) -> tuple[RecordedArticle, Sequence[str]]:
        """An article as proof compares it, with the ids of its claims; whichever of these is asked for first is read
        with all of them."""

        def read(asked: int) -> RecordedClaim:
            told = {one.stated.id: one for one in self._told(text.ids)}
            for at, id in enumerate(text.ids):
                if id in told:
                    claims.keep(at, told[id])
            if text.ids[asked] not in told:
                raise StoreError(
                    f"{text.stated.doc}: a claim of it was taken back while the draft was looked up; run it again"
                )
            return told[text.ids[asked]]

        claims = ReadWhenAsked(text.quotes, read, text.contents)
        return RecordedArticle(text.stated, text.title, claims), text.ids

    def _told(self, ids: Sequence[str]) -> Iterator[RecordedClaim]:
        every = self._store.articles.recorded_claims(ids, self._filters) if ids else ()
        return map(_recorded_claim, every)

    def likeliest(self, lookups: Sequence[Lookup]) -> list[list[str]]:
        """The articles in which each passage is looked for first: where a claim holds all of its most telling words,
        else the next ones, else most of its runs of words, or what its speaker says."""
        found: list[list[str]] = [[] for _ in lookups]
        for telling, most in (_first_words, FEW), (_next_words, FEW), (_telling, MAX_LIKELIEST):
            asked = [() if f else [*telling(one)] for f, one in zip(found, lookups, strict=True)]
            likely = self._ask(asked, MAX_LIKELIEST, share=AS_LIKELY)
            new = (ids if len(ids) <= most else [] for ids in likely)
            found = [f or ids for f, ids in zip(found, new, strict=True)]
        return found

    def every(self, lookups: Sequence[Lookup]) -> list[list[str]]:
        """All that may hold each passage: where runs of its words stand and, for a run may be a stock phrase, where
        the speaker says some of them; only where the runs stand nowhere what shares words with it."""
        found = self._ask_runs([[*_phrases(one.phrases)] for one in lookups], OF_RUNS)
        pairs = [*zip(found, lookups, strict=True)]
        own = self._ask(
            [[*_named(one)] if f else () for f, one in pairs], OF_SPEAKER, share=OF_RUNS
        )
        others = [() if f else [*questions(one)] for f, one in pairs]
        shares = [OF_INDIRECT if one.indirect else OF_WORDS for one in lookups]
        sharing = self._ask(others, MAX_ARTICLES, share=shares)
        return [[*dict.fromkeys((*a, *b, *c))] for a, b, c in zip(found, own, sharing, strict=True)]

    def _ask_runs(self, runs: Sequence[Sequence[Asked]], share: float) -> list[list[str]]:
        """The articles that hold runs of each passage's words, of those that have enough to tell."""
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
    yield from _phrases(asked.phrases)
    yield from _pairs(asked)
    for word in (*asked.words[:ALONE_WORDS], *asked.context):
        yield Asked((word,), counts=ALONE)
    yield from _named(asked)
    for name in asked.names:
        yield Asked((), name, NAME)


def _first_words(asked: Lookup) -> Iterator[Asked]:
    """The most telling words, all of one claim; where they are few, of the speaker's."""
    words = asked.words[:TOGETHER]
    name = asked.names[0] if len(words) < ENOUGH and asked.names else ""
    if len(words) >= ENOUGH or name:
        yield Asked(words, name, within=asked.length + OTHER_WORDS)


def _next_words(asked: Lookup) -> Iterator[Asked]:
    words = asked.words[TOGETHER : 2 * TOGETHER]
    if len(words) >= ENOUGH:
        yield Asked(words, within=asked.length + OTHER_WORDS)


def _telling(asked: Lookup) -> Iterator[Asked]:
    """Runs of words, and words that the speaker says, or pairs of words of nobody by name."""
    yield from _phrases(asked.phrases[:FIRST_RUNS])
    yield from _named(asked) if asked.names else _pairs(asked)


def _phrases(phrases: Sequence[str]) -> Iterator[Asked]:
    return (Asked((phrase,), counts=PHRASE) for phrase in phrases)


def _pairs(asked: Lookup) -> Iterator[Asked]:
    return (Asked(pair, counts=PAIR) for pair in combinations(asked.words[:PAIRED_WORDS], 2))


def _named(asked: Lookup) -> Iterator[Asked]:
    words = asked.words[:WITH_NAME_WORDS]
    return (Asked((word,), name, NAMED) for name in asked.names for word in words)


def _recorded_claim(told: RecordedWords) -> RecordedClaim:
    return RecordedClaim(
        told.stated, told.cue, told.cue_text, told.said_on, told.said_on_precision, told.status,
        told.speaker_confidence, told.counted,
    )  # fmt: skip
