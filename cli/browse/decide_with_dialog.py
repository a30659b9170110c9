"""What a person decides on the claim in hand after a question: a window asks, the answer goes on to
decide_now.py."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Literal, get_args

from rich.text import Text

from claims.errors import OnrecordError
from claims.rules.vocabulary import STANCES
from cli.browse.choice_dialog import Choice, Choose
from cli.browse.decide_now import ReviewActions
from cli.browse.desk import Desk
from cli.browse.span_picker import Pick
from cli.jobs import claim_decisions
from cli.jobs.candidates import candidates, mention_of
from cli.jobs.claim_decisions import first_offset
from cli.sanitise import one_line
from cli.views.claims import chain_line
from store.records import ClaimRecord, Move
from store.records.kinds import SpanPart

if TYPE_CHECKING:
    from store.store import Store

Question = Literal["speaker", "words", "stance", "chain", "note", "outlet"]
PARTS: tuple[SpanPart, ...] = get_args(SpanPart)
IN_OTHER_WORDS = {"positive": "is so", "negative": "is not so"}
MAX_KNOWN_SPEAKERS = 6


class ReviewDialogs:
    """The browser's decisions that ask something first."""

    def __init__(self, desk: Desk, store: Store, review: ReviewActions) -> None:
        self._desk, self._store, self._review = desk, store, review
        self._questions: dict[Question, Callable[[ClaimRecord], Awaitable[None]]] = {
            "speaker": self._speaker,
            "words": self._words,
            "stance": self._stance,
            "chain": self._chain,
            "note": self._note,
            "outlet": self._outlet,
        }

    def ask(self, about: Question) -> None:
        """Asks about the claim in hand, where there is one; another question closes this one."""
        if (claim := self._desk.claim_or_notice()) is not None:
            self._desk.app.run_worker(self._questions[about](claim), group="offer", exclusive=True)

    async def _speaker(self, claim: ClaimRecord) -> None:
        """Candidates with reasons, or a name as typed."""
        try:
            choices = await asyncio.to_thread(self._speakers_near, claim)
        except OnrecordError as error:
            self._desk.complain(str(error))
            return
        title = f"Who says “{claim.quote[:50]}”? Now: {claim.speaker or 'nobody named'}"
        dialog = Choose(title, choices, free=True, more=self._speakers_named)
        name = await self._desk.app.push_screen_wait(dialog)
        if name is not None:
            self._review.decide(claim, [claim_decisions.speaker_move(claim, name)])

    def _speakers_near(self, claim: ClaimRecord) -> list[Choice]:
        others = self._store.claims.of_article(claim.article_id)
        offered = candidates(mention_of(claim), others, self._store.speakers)
        return [Choice(c.name, c.name or "(nobody)", c.reason) for c in offered]

    def _speakers_named(self, typed: str) -> list[Choice]:
        return [
            Choice(s.name, s.name, f"known from {s.claims:,} claims")
            for s in self._store.speakers.matching(typed)[:MAX_KNOWN_SPEAKERS]
        ]

    async def _stance(self, claim: ClaimRecord) -> None:
        """One of the eight with its polarity kept, or the other polarity."""
        other = "negative" if claim.polarity == "positive" else "positive"
        choices = [
            Choice(f"{name}/{claim.polarity}", name, stance.meaning)
            for name, stance in STANCES.items()
        ]
        meaning = f"the words say it {IN_OTHER_WORDS[other]}; now {claim.polarity}"
        choices.append(Choice(f"{claim.stance}/{other}", other, meaning))
        title = f"What does “{claim.cue_text[:30]}” do? Now: {claim.stance}, {claim.polarity}"
        stance = await self._desk.app.push_screen_wait(Choose(title, choices))
        if stance is not None:
            self._review.decide(claim, [claim_decisions.stance_move(claim, stance)])

    async def _chain(self, claim: ClaimRecord) -> None:
        """Names from the one nearest the speaker on, parted by semicolons."""
        title = "Through whom did it come? Nearest the speaker first, parted by semicolons"
        now = "; ".join(link.intermediary for link in claim.chain)
        names = await self._text(title, now, "nobody; type names", about=present_chain(claim))
        if names is not None:
            try:
                article = await asyncio.to_thread(self._store.articles.get, claim.article_id)
                move = await asyncio.to_thread(
                    claim_decisions.chain_move,
                    claim,
                    article,
                    names.split(";"),
                    self._store.articles.has_outlet,
                )
            except OnrecordError as error:
                self._desk.complain(str(error))
                return
            self._review.decide(claim, [move])

    async def _words(self, claim: ClaimRecord) -> None:
        """Other words for content, source or cue."""
        words = {"content": claim.quote, "source": claim.mention, "cue": claim.cue_text}
        choices = [Choice(part, part, one_line(words[part])[:80]) for part in PARTS]
        chosen = await self._desk.app.push_screen_wait(Choose("Which words are wrong?", choices))
        if chosen is None:
            return
        part = next(part for part in PARTS if part == chosen)
        article = await asyncio.to_thread(self._store.articles.get, claim.article_id)
        now = getattr(claim, part)
        picker = Pick(f"Select the {part}", article.text, now, first_offset(claim))
        spans = await self._desk.app.push_screen_wait(picker)
        if spans is None or (part == "content" and not spans):
            return
        self._review.decide(claim, claim_decisions.span_moves(claim, article, part, spans))

    async def _note(self, claim: ClaimRecord) -> None:
        """A note beside the status as it stands."""
        note = await self._text("Note on this claim", claim.note, "type a note")
        if note is not None:
            status = "correct" if claim.status == "corrected" else claim.status
            move = claim_decisions.status_move(claim, status)
            self._review.decide(claim, [move], note=note)

    async def _outlet(self, claim: ClaimRecord) -> None:
        """The publisher of the article; later articles learn from it."""
        title = "Which outlet published it? Known from then on"
        name = await self._text(title, claim.outlet or "", "type its name")
        if name:
            self._review.decide(claim, [Move("outlet", claim.article_id, name)])

    async def _text(self, title: str, now: str, hint: str, about: Text | None = None) -> str | None:
        dialog = Choose(title, [], free=True, now=one_line(now), hint=hint, about=about)
        return await self._desk.app.push_screen_wait(dialog)


def present_chain(claim: ClaimRecord) -> Text:
    """How the claim came, as it stands: the chain from its words back to the outlet."""
    return Text("now: ", "dim").append_text(chain_line(claim))
