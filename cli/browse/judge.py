"""What a person can decide on the claim in hand; every key of a judgement ends here, and writing is a worker's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from textual import work
from textual.app import App

from claims.errors import OnrecordError
from claims.model import Spans
from cli.browse.article import ArticleText
from cli.browse.choose import Choice, Choose
from cli.browse.library import Library
from cli.browse.pick import Pick
from cli.browse.reading import Reading
from cli.browse.rows import Rows
from cli.jobs import judging
from cli.jobs.candidates import candidates
from cli.query import CHOICES
from cli.sanitise import one_line
from cli.views.review import said
from store.records import ArticleRecord, ClaimRecord, DecisionRecord, Move

PARTS = ("content", "source", "cue")


class Judge(App[None]):
    """The browser's judgements; the app mixes in what it shows."""

    _library: Library
    who: str

    def __init__(self) -> None:
        super().__init__()
        self._writing = asyncio.Lock()
        self._marked: ClaimRecord | None = None

    @property
    def claim(self) -> ClaimRecord | None:
        """The claim in hand: the row under the cursor, or the one marked in the article."""
        here = self.focused
        if isinstance(here, Rows):
            return here.current if isinstance(here.current, ClaimRecord) else None
        if isinstance(here, ArticleText):
            return here.claim
        reading = self.query(ArticleText)
        return reading.first().claim if reading and reading.first().has_focus_within else None

    def changed(self, said_: str) -> None:
        """Called when a judgement is in force: what shows claims shows them anew."""

    def complain(self, reason: str) -> None:
        """Says an error of the store."""
        self.notify(one_line(reason), severity="error", markup=False)

    def _in_hand(self) -> ClaimRecord | None:
        claim = self.claim
        if claim is None:
            self.notify("No claim is in hand; move to one first.", timeout=2)
        return claim

    @work(group="decide")
    async def _write(self, done: Callable[[], str]) -> None:
        """One write after the other, in the order of the keys."""
        async with self._writing:
            try:
                said_ = await asyncio.to_thread(done)
            except OnrecordError as error:
                self.complain(str(error))
                return
        self.changed(said_)

    def _decide(self, claim: ClaimRecord, moves: Sequence[Move], *, note: str = "") -> None:
        def done() -> str:
            self._library.decide(who=self.who, moves=moves, note=note)
            return (
                "; ".join(f"{move.what} {said(move.new, move.what)}".strip() for move in moves) + f" on {claim.id[:8]}"
            )

        status = next((move.new for move in moves if move.what == "status"), "corrected")
        pairs = all(move.what in ("proposition", "origin", "outlet", "read") for move in moves)
        if not pairs:
            self._show_decided(replace(claim, status=status or "unreviewed", reviewer=self.who))
        self._write(done)

    def _show_decided(self, claim: ClaimRecord) -> None:
        """Shows the judgement at once and goes on to the next claim; the store follows."""
        here = self.focused
        if isinstance(here, Rows) and here.current is not None and getattr(here.current, "id", "") == claim.id:
            here.replace_row(here.cursor, claim)
            here.action_open_row(1)
        elif isinstance(here, ArticleText):
            here.claims = tuple(claim if c.id == claim.id else c for c in here.claims)
            if not here.to_unreviewed():
                self.notify("Every claim of this article is reviewed.", timeout=2)
                self.query_one(Reading).reload()

    def action_judge(self, status: str) -> None:
        """The extraction as a whole."""
        if (claim := self._in_hand()) is not None:
            self._decide(claim, [judging.status_move(claim, status)])

    def action_speaker(self) -> None:
        """Candidates with reasons, or a name as typed."""
        if (claim := self._in_hand()) is not None:
            self._offer_speakers(claim)

    @work(group="offer", exclusive=True)
    async def _offer_speakers(self, claim: ClaimRecord) -> None:
        def load() -> list[Choice]:
            others = self._library.claims_of_article(claim.article_id)
            found = candidates(claim, others, self._library)
            return [Choice(c.name, c.name or "(nobody)", c.reason) for c in found]

        def more(typed: str) -> list[Choice]:
            return [
                Choice(s.name, s.name, f"known from {s.claims:,} claims")
                for s in self._library.match_speakers(typed)[:6]
            ]

        try:
            choices = await asyncio.to_thread(load)
        except OnrecordError as error:
            self.complain(str(error))
            return
        name = await self.push_screen_wait(Choose(f"Who says “{claim.quote[:60]}”?", choices, free=True, more=more))
        if name is not None:
            self._decide(claim, [judging.speaker_move(claim, name)])

    @work(group="offer", exclusive=True)
    async def action_stance(self) -> None:
        """One of the eight, with its polarity kept."""
        if (claim := self._in_hand()) is None:
            return
        choices = [
            Choice(f"{s}/{claim.polarity}", s, "as it stands" if s == claim.stance else "") for s in CHOICES["stance"]
        ]
        choices.append(
            Choice(f"{claim.stance}/{'negative' if claim.polarity == 'positive' else 'positive'}", "the other polarity")
        )
        value = await self.push_screen_wait(Choose("What does the cue do?", choices))
        if value is not None:
            self._decide(claim, [judging.stance_move(claim, value)])

    @work(group="offer", exclusive=True)
    async def action_chain(self) -> None:
        """Names from the one nearest the speaker on, parted by semicolons."""
        if (claim := self._in_hand()) is None:
            return
        now = "; ".join(link.who for link in claim.chain)
        title = "Through whom? Nearest the speaker first, parted by semicolons; empty for nobody"
        value = await self.push_screen_wait(Choose(title, [], free=True, now=one_line(now)))
        if value is not None:
            self._decide(claim, [judging.chain_move(claim, value.split(";"))])

    @work(group="offer", exclusive=True)
    async def action_edit(self) -> None:
        """Other words for content, source or cue."""
        if (claim := self._in_hand()) is None:
            return
        words = {"content": claim.quote, "source": claim.mention, "cue": claim.cue_text}
        choices = [Choice(part, part, one_line(words[part])[:80]) for part in PARTS]
        part = await self.push_screen_wait(Choose("Which words are wrong?", choices))
        if part is None:
            return
        article = await asyncio.to_thread(self._library.article, claim.article_id)
        now = getattr(claim, part)
        spans = await self.push_screen_wait(Pick(f"Select the {part}", article.text, now, _near(claim)))
        if spans is None or (part == "content" and not spans):
            return
        self._decide(claim, judging.span_moves(claim, article, part, spans))

    @work(group="offer", exclusive=True)
    async def action_missed(self) -> None:
        """A claim that the machine missed: content, then source, then who that is."""
        body = self.query_one(ArticleText)
        claim = self.claim
        article = body.article if isinstance(self.focused, ArticleText) else None
        if article is None and claim is not None:
            article = await asyncio.to_thread(self._library.article, claim.article_id)
        if article is None:
            self.notify("Open an article first.", timeout=2)
            return
        near = _near(claim) if claim else 0
        content = await self.push_screen_wait(Pick("1 of 2: select what is claimed", article.text, (), near))
        if not content:
            return
        source = await self.push_screen_wait(
            Pick("2 of 2: select who says it; backspace where nobody is named", article.text, (), content[0].start)
        )
        if source is not None:
            await self._add_missed(article, content, source)

    async def _add_missed(self, article: ArticleRecord, content: Spans, source: Spans) -> None:
        mention = " ".join(article.text[s:e] for s, e in source)
        speaker: str | None = ""
        if source:
            made = _as_claim(article, content, source, mention)
            others = await asyncio.to_thread(self._library.claims_of_article, article.id)
            found = await asyncio.to_thread(candidates, made, others, self._library)
            found.sort(key=lambda c: not (c.name and set(mention.casefold().split()) & set(c.name.casefold().split())))
            choices = [Choice(c.name, c.name or "(nobody)", c.reason) for c in found]
            speaker = await self.push_screen_wait(Choose(f"Who is “{mention[:60]}”?", choices, free=True))
        if speaker is None:
            return

        def done() -> str:
            id = judging.add_missed(
                self._library, article, content=content, source=source, speaker=speaker or "", who=self.who
            )
            return f"added {id[:8]}"

        self._write(done)

    def action_mark(self) -> None:
        """Remembers the claim to compare another one with."""
        if (claim := self._in_hand()) is not None:
            self._marked = claim
            self.notify(
                f"Marked {claim.id[:8]}; on another claim: = same, ! not the same, o same origin, O another.", timeout=4
            )

    def action_pair(self, what: str, same: bool) -> None:
        """How the claim in hand stands to the marked one."""
        claim = self._in_hand()
        if claim is None or self._marked is None or self._marked.id == claim.id:
            self.notify("Mark another claim with m first.", timeout=2)
            return
        self._decide(claim, [judging.pair_move(what, claim, self._marked, same)])

    @work(group="offer", exclusive=True)
    async def action_note(self) -> None:
        """A note beside the status as it stands."""
        if (claim := self._in_hand()) is None:
            return
        note = await self.push_screen_wait(Choose("Note", [], free=True, now=one_line(claim.note)))
        if note is not None:
            status = "correct" if claim.status == "corrected" else claim.status
            self._decide(claim, [judging.status_move(claim, status)], note=note)

    @work(group="offer", exclusive=True)
    async def action_outlet(self) -> None:
        """The publisher of the article; later articles learn from it."""
        if (claim := self._in_hand()) is None:
            return
        title = "Which outlet published it? Known from then on"
        name = await self.push_screen_wait(Choose(title, [], free=True, now=one_line(claim.outlet or "")))
        if name:
            self._decide(claim, [Move("outlet", claim.article_id, name)])

    @work(group="offer", exclusive=True)
    async def action_read_wholly(self) -> None:
        """Marks the article as read to the end, or no longer."""
        if (claim := self._in_hand()) is not None:
            read = await asyncio.to_thread(self._library.read_wholly, claim.article_id)
            self._decide(claim, [Move("read", claim.article_id, "" if read else "yes")])

    def action_undo(self) -> None:
        """Takes back the reviewer's latest act."""
        self._write(lambda: _told("taken back", self._library.undo(self.who)))

    def action_redo(self) -> None:
        """Brings back what was taken back last."""
        self._write(lambda: _told("again", self._library.redo(self.who)))


def _told(verb: str, act: Sequence[DecisionRecord]) -> str:
    parts = (f"{d.what} {said(d.new, d.what)}".strip() + f" on {d.subject[:8]}" for d in act)
    return f"{verb}: " + "; ".join(parts) if act else "nothing to take back"


def _near(claim: ClaimRecord) -> int:
    return min((span.start for span in (*claim.content, *claim.cue, *claim.source)), default=0)


def _as_claim(article: ArticleRecord, content: Spans, source: Spans, mention: str) -> ClaimRecord:
    values: dict[str, Any] = dict.fromkeys(ClaimRecord.__dataclass_fields__)
    values |= {"id": "", "article_id": article.id, "content": content, "source": source, "cue": (), "mention": mention}
    values |= {"chain": (), "members": (), "reasons": (), "quote": "", "status": "unreviewed", "note": ""}
    return ClaimRecord(**values)
