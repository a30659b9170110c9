"""What a person decides on the claim in hand after a question: a window asks, the answer goes on to
decide_now.py."""

from __future__ import annotations

import asyncio
from typing import Any, get_args

from textual import work

from claims.errors import OnrecordError
from claims.model import Spans
from claims.rules.vocabulary import STANCES
from cli.browse.article import ArticleText
from cli.browse.choice_dialog import Choice, Choose
from cli.browse.decide_now import Deciding, Done
from cli.browse.span_picker import Pick
from cli.jobs import claim_decisions
from cli.jobs.candidates import candidates
from cli.sanitise import one_line
from store.records import ArticleRecord, ClaimRecord, Move
from store.records.kinds import SpanPart

PARTS: tuple[SpanPart, ...] = get_args(SpanPart)
NOT = {"positive": "is so", "negative": "is not so"}


class Judge(Deciding):
    """The browser's judgements that ask something first."""

    def action_speaker(self) -> None:
        """Candidates with reasons, or a name as typed."""
        if (claim := self._in_hand()) is not None:
            self._offer_speakers(claim)

    @work(group="offer", exclusive=True)
    async def _offer_speakers(self, claim: ClaimRecord) -> None:
        def load() -> list[Choice]:
            others = self._store.claims.of_article(claim.article_id)
            found = candidates(claim, others, self._store.speakers)
            return [Choice(c.name, c.name or "(nobody)", c.reason) for c in found]

        def more(typed: str) -> list[Choice]:
            return [
                Choice(s.name, s.name, f"known from {s.claims:,} claims")
                for s in self._store.speakers.matching(typed)[:6]
            ]

        try:
            choices = await asyncio.to_thread(load)
        except OnrecordError as error:
            self.complain(str(error))
            return
        title = f"Who says “{claim.quote[:50]}”? Now: {claim.speaker or 'nobody named'}"
        name = await self.push_screen_wait(Choose(title, choices, free=True, more=more))
        if name is not None:
            self._decide(claim, [claim_decisions.speaker_move(claim, name)])

    @work(group="offer", exclusive=True)
    async def action_stance(self) -> None:
        """One of the eight, with its polarity kept."""
        if (claim := self._in_hand()) is None:
            return
        other = "negative" if claim.polarity == "positive" else "positive"
        choices = [
            Choice(f"{name}/{claim.polarity}", name, stance.meaning)
            for name, stance in STANCES.items()
        ]
        choices.append(
            Choice(
                f"{claim.stance}/{other}",
                other,
                f"the words say it {NOT[other]}; now {claim.polarity}",
            )
        )
        title = f"What does “{claim.cue_text[:30]}” do? Now: {claim.stance}, {claim.polarity}"
        value = await self.push_screen_wait(Choose(title, choices))
        if value is not None:
            self._decide(claim, [claim_decisions.stance_move(claim, value)])

    @work(group="offer", exclusive=True)
    async def action_chain(self) -> None:
        """Names from the one nearest the speaker on, parted by semicolons."""
        if (claim := self._in_hand()) is None:
            return
        now = "; ".join(link.intermediary for link in claim.chain)
        title = "Through whom? Nearest the speaker first, parted by semicolons; empty for nobody"
        value = await self.push_screen_wait(Choose(title, [], free=True, now=one_line(now)))
        if value is not None:
            self._decide(claim, [claim_decisions.chain_move(claim, value.split(";"))])

    @work(group="offer", exclusive=True)
    async def action_edit(self) -> None:
        """Other words for content, source or cue."""
        if (claim := self._in_hand()) is None:
            return
        words = {"content": claim.quote, "source": claim.mention, "cue": claim.cue_text}
        choices = [Choice(part, part, one_line(words[part])[:80]) for part in PARTS]
        chosen = await self.push_screen_wait(Choose("Which words are wrong?", choices))
        if chosen is None:
            return
        part = next(part for part in PARTS if part == chosen)
        article = await asyncio.to_thread(self._store.articles.get, claim.article_id)
        now = getattr(claim, part)
        spans = await self.push_screen_wait(
            Pick(f"Select the {part}", article.text, now, _near(claim))
        )
        if spans is None or (part == "content" and not spans):
            return
        self._decide(claim, claim_decisions.span_moves(claim, article, part, spans))

    @work(group="offer", exclusive=True)
    async def action_missed(self) -> None:
        """A claim that the machine missed: content, then source, then who that is."""
        body = self.query_one(ArticleText)
        claim = self.claim
        article = body.article if isinstance(self.focused, ArticleText) else None
        if article is None and claim is not None:
            article = await asyncio.to_thread(self._store.articles.get, claim.article_id)
        if article is None:
            self.notify("Open an article first.", timeout=2)
            return
        near = _near(claim) if claim else 0
        content = await self.push_screen_wait(
            Pick("1 of 2: select what is claimed", article.text, (), near)
        )
        if not content:
            return
        source = await self.push_screen_wait(
            Pick(
                "2 of 2: select who says it; backspace where nobody is named",
                article.text,
                (),
                content[0].start,
            )
        )
        if source is not None:
            await self._add_missed(article, content, source)

    async def _add_missed(self, article: ArticleRecord, content: Spans, source: Spans) -> None:
        mention = " ".join(article.text[s:e] for s, e in source)
        speaker: str | None = ""
        if source:
            made = _as_claim(article, content, source, mention)
            others = await asyncio.to_thread(self._store.claims.of_article, article.id)
            found = await asyncio.to_thread(candidates, made, others, self._store.speakers)
            found.sort(
                key=lambda c: (
                    not (
                        c.name and set(mention.casefold().split()) & set(c.name.casefold().split())
                    )
                )
            )
            choices = [Choice(c.name, c.name or "(nobody)", c.reason) for c in found]
            speaker = await self.push_screen_wait(
                Choose(f"Who is “{mention[:60]}”?", choices, free=True)
            )
        if speaker is None:
            return

        def done() -> Done:
            id = claim_decisions.add_missed(
                self._store,
                article,
                content=content,
                source=source,
                speaker=speaker or "",
                who=self.who,
            )
            return f"claim entered · {id[:8]} (z undo)", True

        self._write(done)

    @work(group="offer", exclusive=True)
    async def action_note(self) -> None:
        """A note beside the status as it stands."""
        if (claim := self._in_hand()) is None:
            return
        note = await self.push_screen_wait(Choose("Note", [], free=True, now=one_line(claim.note)))
        if note is not None:
            status = "correct" if claim.status == "corrected" else claim.status
            self._decide(claim, [claim_decisions.status_move(claim, status)], note=note)

    @work(group="offer", exclusive=True)
    async def action_outlet(self) -> None:
        """The publisher of the article; later articles learn from it."""
        if (claim := self._in_hand()) is None:
            return
        title = "Which outlet published it? Known from then on"
        name = await self.push_screen_wait(
            Choose(title, [], free=True, now=one_line(claim.outlet or ""))
        )
        if name:
            self._decide(claim, [Move("outlet", claim.article_id, name)])


def _near(claim: ClaimRecord) -> int:
    return min((span.start for span in (*claim.content, *claim.cue, *claim.source)), default=0)


def _as_claim(article: ArticleRecord, content: Spans, source: Spans, mention: str) -> ClaimRecord:
    values: dict[str, Any] = dict.fromkeys(ClaimRecord.__dataclass_fields__)
    values |= {
        "id": "",
        "article_id": article.id,
        "content": content,
        "source": source,
        "cue": (),
        "mention": mention,
    }
    values |= {
        "chain": (),
        "members": (),
        "reasons": (),
        "quote": "",
        "status": "unreviewed",
        "note": "",
    }
    return ClaimRecord(**values)
