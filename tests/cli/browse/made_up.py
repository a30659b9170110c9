"""A made-up library for the browser's tests: hostile text included, no store behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.model import Span
from store.records import (
    ArticleRecord,
    ClaimRecord,
    Filters,
    LinkRecord,
    SpeakerRecord,
    VerdictClaim,
    VerdictRecord,
)

HOSTILE = "\x1b]52;c;aGk=\x07\x1b[31m[/red] [link=file:///etc/passwd]x\u202e"
FIRST = f'Mayor Ilse Varga said "the bridge {HOSTILE} is shut" on Monday.\n\n'
BODY = FIRST + "Filler line.\n\n" * 60 + "Officials said tolls rise."
QUOTE = BODY[BODY.index("the bridge") : BODY.index('" on Monday')]


def article() -> ArticleRecord:
    """One article of the made-up Harrow Ledger."""
    return ArticleRecord(
        "a" * 32,
        "ledger-1",
        BODY,
        f"Bridge shut {HOSTILE}",
        None,
        "Harrow Ledger",
        False,
        "Tidewater Agency",
        (),
        None,
        None,
        None,
        "2031-04-02",
        None,
        True,
    )


def claim(number: int, *, quote: str = QUOTE, speaker: str | None = "Ilse Varga", last: bool = False) -> ClaimRecord:
    """A claim at the top of the article, or at its end."""
    words = "tolls rise" if last else quote
    at = BODY.index(words)
    who = "Officials" if last else "Mayor Ilse Varga"
    cue = BODY.index("said", at - 8 if last else 0)
    return ClaimRecord(
        id=f"{number:032x}",
        article_id="a" * 32,
        doc="ledger-1",
        title="Bridge shut",
        outlet="Harrow Ledger",
        wire="Tidewater Agency",
        published="2031-04-02",
        cue=(Span(cue, cue + 4),),
        source=(Span(BODY.index(who), BODY.index(who) + len(who)),),
        content=(Span(at, at + len(words)),),
        quote=words,
        cue_text="said",
        mention=who,
        kind="direct",
        stance="assert",
        polarity="positive",
        hedged=False,
        nested=False,
        speaker_id="s1" if speaker else None,
        speaker=speaker,
        speaker_kind="person" if speaker else "unnamed",
        members=(),
        principal=None,
        affiliation=None,
        declared_count=None,
        speaker_inferred=False,
        chain=(LinkRecord("Port Radio", None, False),),
        confidence=0.9,
        reasons=("a reason " + HOSTILE,),
        label="SINGLE",
    )


def verdict(number: int, label: str, named: bool, one: ClaimRecord) -> VerdictRecord:
    """A proposition of one claim."""
    low = 2 if label == "CORROBORATED" else 1
    member = VerdictClaim(one, "supports", "an origin " + HOSTILE, None)
    reasons = ("because " + HOSTILE,)
    return VerdictRecord(f"{number:032x}", label, named, False, (), low, low, 1, 1, (member,), (), reasons)


class MadeUp:
    """A library of as many claims as asked for."""

    def __init__(self, many: int = 2) -> None:
        self.rows = [claim(i) for i in range(many - 1)] + [claim(many, speaker=None, last=True)] if many else []
        self.asked: list[Filters] = []
        self.pages: list[int] = []

    def claims(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> Iterable[ClaimRecord]:
        """The claims of the speakers asked for."""
        self.pages.append(offset)
        found = self._found(filters)
        return found[offset:] if limit is None else found[offset : offset + limit]

    def _found(self, filters: Filters) -> list[ClaimRecord]:
        self.asked.append(filters)
        wanted = [word.casefold() for word in filters.speaker]
        return [c for c in self.rows if not wanted or any(word in (c.speaker or "").casefold() for word in wanted)]

    def count_claims(self, filters: Filters) -> int:
        """How many there are."""
        return len(self._found(filters))

    def speakers(self, filters: Filters, limit: int | None = None) -> Iterable[SpeakerRecord]:
        """One speaker, where there is a claim."""
        many = sum(c.speaker is not None for c in self._found(filters))
        return [SpeakerRecord("s1", "Ilse Varga", "person", (), None, many, 1, 1, None, None)] if many else []

    def article(self, key: str) -> ArticleRecord:
        """The one article."""
        return article()

    def claims_of_article(self, article_id: str) -> Sequence[ClaimRecord]:
        """The first and the last claim."""
        return [self.rows[0], self.rows[-1]]

    def verdicts(self, filters: Filters) -> Iterable[VerdictRecord]:
        """Three propositions in no order."""
        if not self.rows:
            return []
        first, last = self.rows[0], self.rows[-1]
        labels = (("CORROBORATED", True, first), ("SINGLE", True, first), ("SINGLE", False, last))
        return [verdict(i, label, named, one) for i, (label, named, one) in enumerate(labels)]
