"""Entering a claim that the machine missed: windows ask for its content, its source and who that
is."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from claims.model import Spans
from cli.browse.article import ArticleText
from cli.browse.choice_dialog import Choice, Choose
from cli.browse.decide_now import ReviewActions, Written
from cli.browse.desk import Desk
from cli.browse.span_picker import Pick
from cli.jobs import claim_decisions
from cli.jobs.candidates import Candidate, SourceMention, candidates
from store.records import ArticleRecord

if TYPE_CHECKING:
    from store.store import Store

CONTENT_TITLE = "1 of 2: select what is claimed"
SOURCE_TITLE = "2 of 2: select who says it; backspace where nobody is named"


class MissedClaimDialogs:
    """Asks one thing after the other; leaving any of them enters nothing."""

    def __init__(self, desk: Desk, store: Store, review: ReviewActions) -> None:
        self._desk, self._store, self._review = desk, store, review

    def ask(self) -> None:
        """Begins in the open article, else in that of the claim in hand."""
        self._desk.app.run_worker(self._ask(), group="offer", exclusive=True)

    async def _ask(self) -> None:
        app, claim = self._desk.app, self._desk.claim
        article = await self._article()
        if article is None:
            app.notify("Open an article first.", timeout=2)
            return
        near = claim_decisions.first_offset(claim) if claim else 0
        content = await app.push_screen_wait(Pick(CONTENT_TITLE, article.text, (), near))
        if not content:
            return
        picker = Pick(SOURCE_TITLE, article.text, (), content[0].start)
        source = await app.push_screen_wait(picker)
        if source is None:
            return
        speaker = await self._speaker(article, content, source) if source else ""
        if speaker is not None:
            self._enter(article, content, source, speaker)

    async def _article(self) -> ArticleRecord | None:
        if isinstance(self._desk.app.focused, ArticleText) and self._desk.article_text.article:
            return self._desk.article_text.article
        claim = self._desk.claim
        if claim is None:
            return None
        return await asyncio.to_thread(self._store.articles.get, claim.article_id)

    async def _speaker(self, article: ArticleRecord, content: Spans, source: Spans) -> str | None:
        words = " ".join(article.text[start:end] for start, end in source)
        mention = SourceMention(words, content[0].start)
        others = await asyncio.to_thread(self._store.claims.of_article, article.id)
        offered = await asyncio.to_thread(candidates, mention, others, self._store.speakers)
        offered.sort(key=lambda candidate: not _shares_word(candidate, words))
        choices = [Choice(c.name, c.name or "(nobody)", c.reason) for c in offered]
        dialog = Choose(f"Who is “{words[:60]}”?", choices, free=True)
        return await self._desk.app.push_screen_wait(dialog)

    def _enter(self, article: ArticleRecord, content: Spans, source: Spans, speaker: str) -> None:
        def write() -> Written:
            id = claim_decisions.add_missed(
                self._store, article, content=content, source=source, speaker=speaker,
                reviewer=self._review.reviewer,
            )  # fmt: skip
            return Written(f"claim entered · {id[:8]} (z undo)", True)

        self._review.write(write)


def _shares_word(candidate: Candidate, words: str) -> bool:
    return bool(set(words.casefold().split()) & set(candidate.name.casefold().split()))
