"""A draft with findings of several kinds, made by hand: what its page and the browser are tested on."""

from __future__ import annotations

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from claims.proof.model import (
    Finding,
    Passage,
    Piece,
    Place,
    RecordedArticle,
    RecordedClaim,
    Standing,
    Verdict,
    Voice,
)
from cli.jobs.proof import Proof

RECORD = "The quay is dry. “The lock holds twelve boats,” Mira Oduya said of {}.\nAn official said the gate is shut."
DRAFT = (
    "“The lock holds ten boats,” said Mira Oduya {}.\n\n"
    "Tam Reyle said “the gate is shut”. “Sharks came,” said Tam Reyle."
)


def span_of(text: str, words: str) -> Span:
    """Where the words stand first."""
    return Span(text.index(words), text.index(words) + len(words))


def made_proof(attack: str = "", article_id: str = "a1" * 16, claim_id: str = "c1" * 16) -> Proof:
    """A number altered, words of somebody without a name, and what is not on record; attack stands in
    every field."""
    text, record = DRAFT.format(attack), _record(attack, article_id, claim_id)
    boats, gate = (
        _place(record, 0, "The lock holds twelve boats", 0.9),
        _place(record, 1, "the gate is shut", 1.0),
    )
    pieces = (
        Piece("=", "The lock holds"),
        Piece("-", f"twelve{attack}"),
        Piece("+", "ten"),
        Piece("=", "boats"),
    )
    standing = Standing("SINGLE", 1, 2, contested=True)
    findings = (
        _finding(text, "The lock holds ten boats", "Mira Oduya", "altered", (boats,), pieces, standing, attack),
        _finding(text, "the gate is shut", "Tam Reyle", "other speaker", (gate, boats), (), None, attack),
        _finding(text, "Sharks came", "Tam Reyle", "not on record", (boats,), (), None, attack),
    )  # fmt: skip
    article = Article(f"draft {attack}", text, title=f"Locks {attack}")
    return Proof(Reading(article, Header(), ()), findings, 2)


def _finding(
    text: str, words: str, who: str, verdict: Verdict, places: tuple[Place, ...], pieces: tuple[Piece, ...],
    standing: Standing | None, attack: str,
) -> Finding:  # fmt: skip
    span, cue = span_of(text, words), span_of(text, "said")
    speaker = Speaker("person", f"{who} {attack}", mention=who)
    claim = Claim((cue,), (), (span,), "direct", Stance(), speaker)
    passage = Passage("quotation", span, span, claim, Voice(f"{who} {attack}", "person"))
    changes = ("number",) if verdict == "altered" else ()
    return Finding(
        passage, verdict, changes, None, False, places, pieces, (f"because {attack}",), standing  # type: ignore[arg-type]
    )  # fmt: skip


def _record(attack: str, article_id: str, claim_id: str) -> RecordedArticle:
    text = RECORD.format(attack)
    said = (("Mira Oduya", "The lock holds twelve boats"), (None, "the gate is shut"))
    stated = tuple(
        StatedClaim(
            id=claim_id if name else "c2" * 16, article_id=article_id, quote=words, content=(span_of(text, words),),
            speaker=f"{name} {attack}" if name else None, speaker_kind="person" if name else "group", members=(),
            mention=f"An official {attack}", principal=None, affiliation=None, declared_count=None,
            chain=(f"Port Radio {attack}",), kind="direct", stance="assert", polarity="positive", hedged=False,
            nested=False,
        )
        for name, words in said
    )  # fmt: skip
    article = StatedArticle(
        article_id,
        f"doc {attack}",
        text,
        f"Lake Gazette {attack}",
        None,
        (),
        (),
        "2026-03-01",
        stated,
    )
    claims = tuple(RecordedClaim(one, (span_of(text, "said"),), f"said {attack}") for one in stated)
    return RecordedArticle(article, f"At the lock {attack}", claims)


def _place(record: RecordedArticle, claim: int, words: str, nearness: float) -> Place:
    text = record.stated.text
    return Place(record, record.claims[claim], span_of(text, words), claim == 0, nearness)
