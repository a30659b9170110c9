"""The Reading tab: head, text, the chain below and the panel of reasons; loads in a worker
thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static

from claims.errors import OnrecordError
from claims.model import Span
from cli.browse.article import ArticleText
from cli.browse.bindings import bindings
from cli.browse.marks import HERE, Noted, noted
from cli.browse.rows import Rows
from cli.rows.article_read import ArticleRead, read_article
from cli.sanitise import one_line, text
from cli.views.article_read import legend
from cli.views.cells import mark
from cli.views.claims import chain_line, sure
from cli.views.review import history_table, review_facts
from store.records import ArticleRecord, ClaimRecord, DecisionRecord

if TYPE_CHECKING:
    from store.store import Store

MAX_CHARS = 2000
Decided = tuple[tuple[DecisionRecord, bool], ...]


class Side(VerticalScroll, can_focus=True):
    """Something to read at the side, scrolled by the same keys as everything else."""

    BINDINGS = bindings("side")
    PLACE = "side"


class Reading(Vertical):
    """One article with its claims, one of them in hand."""

    @dataclass
    class Loaded(Message):
        """A worker brought an article."""

        read: ArticleRead
        noted: tuple[Noted, ...]
        claims: tuple[ClaimRecord, ...]
        decisions: Decided
        read_by: str | None
        claim_id: str
        scroll: bool

    def __init__(self, store: Store) -> None:
        super().__init__(id="reading")
        self._store = store
        self._wanted = ""
        self._decisions: Decided = ()
        self._body = ""
        self._read_by: str | None = None
        self._passage: Span | None = None

    def compose(self) -> ComposeResult:
        """Head, text with the panel of reasons, chain and legend."""
        yield Static(id="head")
        with Horizontal(id="sheet"):
            yield ArticleText(id="body")
            with Side(id="reasons-of-claim") as panel:
                panel.border_title = "why · j k PgDn PgUp scroll · w closes"
                yield Static(id="because")
        yield Static(id="chain")
        yield Static(id="legend")

    def open(
        self, article_id: str, claim_id: str, passage: Span | None = None, *, scroll: bool = True
    ) -> None:
        """Opens an article at one of its claims, "" for its first one, or at a passage of it."""
        self._wanted, self._passage = article_id + claim_id, passage
        self._load(article_id, claim_id, scroll)

    def reload(self) -> None:
        """Fetches what is open again."""
        body = self.query_one(ArticleText)
        if body.article is not None:
            claim_id = body.claim.id if body.claim else ""
            self.open(body.article.id, claim_id, body.passage, scroll=False)

    @work(thread=True)
    def _load(self, article_id: str, claim_id: str, scroll: bool) -> None:
        try:
            article = self._store.articles.get(article_id)
            claims = tuple(
                c
                for c in self._store.claims.of_article(article.id)
                if not c.vanished or c.id == claim_id
            )
            decisions = tuple(self._store.decisions.history([claim.id for claim in claims]))
            read_by = self._store.articles.read_by(article.id)
            found = self._store.propositions.of_article(article.id)
        except OnrecordError as error:
            self.post_message(Rows.Failed(str(error)))
            return
        read = read_article(article, claims, found)
        self.post_message(
            self.Loaded(read, noted(read), claims, decisions, read_by, claim_id, scroll)
        )

    def on_reading_loaded(self, event: Loaded) -> None:
        """Shows the article, unless another was asked for by now."""
        event.stop()
        body, article = self.query_one(ArticleText), event.read.article
        if article.id + event.claim_id != self._wanted:
            return
        claim_id = body.claim.id if body.claim and not event.scroll else event.claim_id
        self._decisions, self._read_by, self._body = event.decisions, event.read_by, article.text
        self.query_one("#head", Static).update(article_line(article))
        body.show(
            event.read,
            event.noted,
            event.claims,
            claim_id,
            scroll=event.scroll,
            passage=self._passage,
        )
        self._show_claim()

    def _show_claim(self) -> None:
        body = self.query_one(ArticleText)
        claim = body.claim
        self.query_one("#chain", Static).update(
            chain_line(claim) if claim else Text("no claim was found in this article")
        )
        self.query_one("#legend", Static).update(self._facts(body))
        self.query_one("#because", Static).update(
            because(claim, self._decisions, self._body) if claim else Text()
        )

    def _facts(self, body: ArticleText) -> Text:
        """Which claim is in hand, how far review has come, and what the signs say."""
        claim, (at, of) = body.claim, body.place
        reviewed = sum(claim.status != "unreviewed" for claim in body.claims)
        facts = Text(f"claim {at} of {of}", no_wrap=True, overflow="ellipsis")
        read_by = f", all read by {one_line(self._read_by)}" if self._read_by else ""
        facts.append(f" ({reviewed} reviewed{read_by})  ", "dim")
        if claim:
            facts.append_text(mark(claim)).append(f" {claim.status}")
            facts.append("".join(f" · {fact}" for fact in (claim.kind, claim.stance)))
        # What is last is cut first on a narrow screen: the signs are read once.
        facts.append("   ").append_text(body.ink.legend())
        facts.append("  ▶draft◀" if body.passage else "", HERE)
        return facts.append(f"  {legend()}", "dim")

    def on_article_text_stepped(self, event: ArticleText.Stepped) -> None:
        """Keeps chain, legend and reasons with the claim in hand."""
        event.stop()
        if (claim := self.query_one(ArticleText).claim) is not None:
            self._wanted = claim.article_id + claim.id
        self._show_claim()


def article_line(article: ArticleRecord) -> Text:
    """Title, outlet and day of an article on one line."""
    line = text((article.title or article.doc)[:MAX_CHARS], "bold")
    line.no_wrap, line.overflow = True, "ellipsis"
    where = (
        article.outlet or article.wire or "",
        (article.published or "")[:10],
        _edition(article),
    )
    before = " · ".join(one_line(part)[:40] for part in where if part)
    return Text(f"{before} · " if before else "", no_wrap=True, overflow="ellipsis").append_text(
        line
    )


def _edition(article: ArticleRecord) -> str:
    """What is said of one that has other editions."""
    if not article.current:
        return "earlier edition"
    return "later edition" if article.edition_of else ""


def because(claim: ClaimRecord, decisions: Decided, body: str) -> RenderableType:
    """Why the machine says so, what people put right, and who decided what."""
    of_claim = [
        (decision, stands) for decision, stands in decisions if decision.subject == claim.id
    ]
    facts = (
        claim.kind,
        claim.stance,
        claim.polarity,
        *(["hedged"] if claim.hedged else []),
        claim.speaker_kind,
    )
    reviewed = review_facts(claim)
    lines = [Text("review", "bold"), *reviewed, Text()] if reviewed else []
    lines += [text(sure(claim.confidence)), text(" · ".join(facts))]
    lines += [text("- " + reason[:MAX_CHARS]) for reason in claim.reasons]
    return Group(*lines, *([Text(), history_table(of_claim, body)] if of_claim else []))
