"""A draft compared with the store: what is looked up, and what stands behind what is found; nothing is
written."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any

from claims.proof.asked import Lookup
from claims.proof.model import Finding, RecordedArticle, RecordedClaim, Standing
from claims.proof.read_when_asked import ReadWhenAsked
from cli import diagnostics
from cli.jobs.choice import Choice
from cli.jobs.speakers import say_unknown
from cli.views.cells import counted
from store.records import Asked, Filters, RecordedText, RecordedWords

if TYPE_CHECKING:
    from claims.model import Reading
    from store import Store

MAX_ARTICLES = 24
"""In which one passage is looked for."""
OF_SPEAKER = 2
"""Articles besides in which the speaker says some of a passage's words, where others hold its runs."""
TELLING_RUNS = 2
"""Runs of a passage's words that an article has to hold, so that no other words need be asked for."""
OF_RUNS, OF_WORDS, OF_INDIRECT = 0.7, 0.1, 0.3
"""Share of what counts for the likeliest article, below which another is not read: by runs, and by words of
quotations and of indirect speech."""
ARTICLES_KEPT = 400
"""Read ones, for the next passages of the draft mostly stand in the same."""
PASSAGES_TOGETHER = 100
"""Passages of a draft that are looked up at once, so that memory does not grow with it."""
PAIRED_WORDS = 4
"""The most telling words of a passage, of which any two are asked for together."""
ALONE_WORDS = 3
WITH_NAME_WORDS = 5
PHRASE, PAIR, ALONE, NAMED, NAME = 3.0, 1.5, 0.4, 1.2, 0.5
"""How much a claim speaks for its article that holds a phrase, two words, one word, a word and the
speaker's name, or the name alone."""


@dataclass(frozen=True)
class Proof:
    """A draft with its findings, in the order of its text."""

    reading: Reading
    findings: tuple[Finding, ...]
    articles: int
    """Among how many it was looked for."""

    @property
    def why_none(self) -> str:
        """Why a draft without findings has none."""
        unread = self.reading.article.unread_language
        if unread:
            return f"in a language that is not read ({unread})"
        return "nothing in it is quoted or attributed"


class StoreRecord:
    """A store as the record that drafts are compared with."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self._store, self._filters = store, filters
        self._read: OrderedDict[str, RecordedArticle] = OrderedDict()

    def near(self, asked: Lookup) -> Sequence[RecordedArticle]:
        """Articles that may hold the passage, the likeliest first."""
        return self.near_each([asked])[0]

    def near_each(self, asked: Sequence[Lookup]) -> list[list[RecordedArticle]]:
        """The same for several passages, looked up together."""
        every = self._ids(asked)
        wanted = dict.fromkeys(id for ids in every for id in ids)
        missing = [id for id in wanted if id not in self._read]
        for text in self._store.articles.recorded(missing, self._filters) if missing else ():
            self._read[text.stated.id] = recorded_article(text)
        found = [[self._read[id] for id in ids if id in self._read] for ids in every]
        for id in wanted:
            if id in self._read:
                self._read.move_to_end(id)
        while len(self._read) > ARTICLES_KEPT:
            self._read.popitem(last=False)
        return found

    def _ids(self, lookups: Sequence[Lookup]) -> list[Sequence[str]]:
        """Of each passage where runs of its words stand and, for a run may be a stock phrase, where the speaker
        says some of them; only where the runs stand nowhere what shares words with it."""
        asked = [[*questions(one)] for one in lookups]
        runs = [[one for one in of if one.counts == PHRASE] for of in asked]
        named = [[one for one in of if one.counts == NAMED] for of in asked]
        telling = [some if len(some) >= TELLING_RUNS else [] for some in runs]
        found = self._ask(telling, MAX_ARTICLES, least=PHRASE * TELLING_RUNS, share=OF_RUNS)
        own = self._ask([n if f else [] for n, f in zip(named, found, strict=True)], OF_SPEAKER,
                        share=OF_RUNS)  # fmt: skip
        others = [() if f else of for f, of in zip(found, asked, strict=True)]
        shares = [OF_INDIRECT if one.indirect else OF_WORDS for one in lookups]
        sharing = self._ask(others, MAX_ARTICLES, share=shares)
        return [[*dict.fromkeys((*a, *b, *c))] for a, b, c in zip(found, own, sharing, strict=True)]

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


def proofs(
    where: str | None, filters: Filters, drafts: list[str], choice: Choice, told: dict[str, Any]
) -> Iterator[Proof]:
    """Each draft looked up in the store, in order; raises UsageError where no draft is named, and
    StoreError where there is no store."""
    from cli.jobs.extract import readings
    from cli.jobs.open_store import open_read_only

    with open_read_only(where) as store:
        say_unknown(store, filters)
        articles = store.articles.count_current()
        if not articles:
            diagnostics.note("the store holds no articles: nothing can be on record")
        if waiting := store.corroboration.waiting():
            diagnostics.note(
                f"{counted(waiting, 'article')} not weighed yet, so that origins are missing; `onrecord check` weighs"
            )
        record = StoreRecord(store, filters)
        for reading in readings(drafts, choice, **told):
            proof = prove_reading(store, record, reading, articles)
            _say_nothing_found(proof)
            yield proof


def _say_nothing_found(proof: Proof) -> None:
    if proof.reading.article.unread_language:
        # A script must not take a draft of which nothing was looked up for a clean one.
        diagnostics.record(diagnostics.Exit.INPUT)
    if not proof.findings:
        diagnostics.note(f"{proof.reading.article.doc}: {proof.why_none}")


def prove_reading(store: Store, record: StoreRecord, reading: Reading, articles: int) -> Proof:
    """Every passage of a draft looked up; of one in a language that is not read none is known."""
    from claims.proof.lookup import looked_up
    from claims.proof.passages import passages_of
    from claims.proof.proof import judge

    passages = () if reading.article.unread_language else passages_of(reading)
    findings: list[Finding] = []
    for at in range(0, len(passages), PASSAGES_TOGETHER):
        some = passages[at : at + PASSAGES_TOGETHER]
        with _uncollected():
            near = record.near_each([looked_up(reading, passage) for passage in some])
            findings += (judge(reading, *pair) for pair in zip(some, near, strict=True))
    return Proof(reading, tuple(_with_standing(store, findings)), articles)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without a look for what refers to itself: nothing here does, and each look goes through all that the
    reader of drafts holds."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _with_standing(store: Store, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings with what the record holds of the proposition behind each."""
    ids = {p.claim.stated.id for f in findings for p in f.places[:1] if p.claim}
    behind: dict[str, Standing] = {}
    for verdict in store.propositions.of_claims(sorted(ids)) if ids else ():
        standing = Standing(
            verdict.label, verdict.origins_min, verdict.origins_max, verdict.contested
        )
        behind |= {member.claim.id: standing for member in verdict.claims}
    for finding in findings:
        claim = finding.places[0].claim if finding.places else None
        yield replace(finding, standing=behind.get(claim.stated.id)) if claim else finding
