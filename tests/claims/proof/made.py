"""A made-up record and drafts with their claims by hand: no model is needed to judge them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from claims.proof.asked import Lookup
from claims.proof.model import Finding, RecordedArticle, RecordedClaim
from claims.proof.passages import passages_of
from claims.proof.proof import prove

TEXT = (
    "“We are not going to close the harbour before the spring, whatever the minister says,” Ana Reyes said. "
    "“Twelve boats sank.”\n\n"
    "Joost Hale, the former mayor, said that the repairs would cost 340,000 crowns.\n\n"
    "“If the vote fails, the ferry will stop in June,” said Mira Oduya. She denied that the pier was unsafe. "
    "The town has argued about its pier since the storm of 1987."
)


def at(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    start = text.index(words)
    return (Span(start, start + len(words)),)


def recorded(
    text: str,
    content: str,
    who: str,
    cue: str = "said",
    kind: str = "direct",
    stance: str = "assert",
) -> RecordedClaim:
    """A claim of the record."""
    stated = StatedClaim(
        id=content, article_id="a", quote=content, content=at(text, content), speaker=who,
        speaker_kind="person", members=(), mention=who, principal=None, affiliation=None,
        declared_count=None, chain=(), kind=kind, stance=stance, polarity="positive",  # type: ignore[arg-type]
        hedged=False, nested=False,
    )  # fmt: skip
    return RecordedClaim(stated, at(text, cue), cue)


def harbour() -> tuple[RecordedClaim, ...]:
    """The claims of the one article of the record."""
    return (
        recorded(TEXT, "We are not going to close the harbour before the spring, whatever the minister says",
                 "Ana Reyes"),
        recorded(TEXT, "Twelve boats sank", "Ana Reyes"),
        recorded(TEXT, "the repairs would cost 340,000 crowns", "Joost Hale", kind="indirect"),
        recorded(TEXT, "If the vote fails, the ferry will stop in June", "Mira Oduya"),
        recorded(TEXT, "the pier was unsafe", "Mira Oduya", "denied", "indirect", "deny"),
    )  # fmt: skip


def article(text: str = TEXT, claims: Sequence[RecordedClaim] | None = None) -> RecordedArticle:
    """An article of the record, by default its one."""
    claims = harbour() if claims is None else tuple(claims)
    stated = StatedArticle(
        "a", "a.txt", text, "Lake Gazette", None, (), (), "2026-05-04",
        tuple(claim.stated for claim in claims),
    )  # fmt: skip
    return RecordedArticle(stated, "Harbour", tuple(claims))


class OneArticle:
    """A record that always answers with its one article."""

    def __init__(self, held: RecordedArticle | None = None) -> None:
        self.asked: list[Lookup] = []
        self._held = held or article()

    def near(self, asked: Lookup) -> Sequence[RecordedArticle]:
        self.asked.append(asked)
        return [self._held]


def claim(text: str, content: str, who: str, cue: str = "said", kind: str = "direct") -> Claim:
    """A claim of a draft."""
    speaker = Speaker("person", who, mention=who)
    return Claim(at(text, cue), at(text, who), at(text, content), kind, Stance(), speaker)  # type: ignore[arg-type]


def draft(text: str, *claims: Claim) -> Reading:
    """A draft as it was read."""
    return Reading(Article("draft.txt", text, published="2026-05-10"), Header(), claims)


def quoted(words: str, who: str) -> Finding:
    """The finding on one quotation."""
    text = f"“{words}” {who} said."
    (finding,) = findings(draft(text, claim(text, words, who)))
    return finding


def reported(words: str, who: str) -> Finding:
    """The finding on one indirect saying."""
    text = f"{who} said that {words}."
    (finding,) = findings(draft(text, claim(text, words, who, kind="indirect")))
    return finding


def findings(reading: Reading, held: RecordedArticle | None = None) -> list[Finding]:
    """Every finding on a draft."""
    record = OneArticle(held)
    return [prove(reading, passage, record) for passage in passages_of(reading)]
