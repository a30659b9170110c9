"""One article as it is read: its sentences, who vouches for each, what stands behind every claim and
what against it; plain data with offsets, drawn by terminal, browser and page alike."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from claims.rules.vocabulary import Role, role_of
from claims.sentences import sentences
from store.records import ArticleRecord, ArticleVerdicts, ClaimRecord, VerdictClaim, VerdictRecord

Voice = Literal["named", "unnamed", "nobody"]
"""Who stands by a sentence: somebody with a name, somebody without one, or nobody (the narrator)."""
Part = Literal["content", "cue", "source"]
PARTS: tuple[Part, ...] = ("content", "cue", "source")
How = Literal["denies", "holds", "contradicts"]
"""What another claim does to this one: denies it, holds what this one denies, or says otherwise."""

_OTHER: dict[Role, Role] = {"supports": "denies", "denies": "supports"}


class Sentence(NamedTuple):
    """A sentence, and which claims of the article have words in it."""

    start: int
    end: int
    voice: Voice
    claims: tuple[int, ...]
    """Their places among the article's claims."""


@dataclass(frozen=True)
class Against:
    """A claim that cannot hold beside another one: whose, where, and why."""

    claim: ClaimRecord
    how: How
    proposition: str
    reason: str


@dataclass(frozen=True)
class Vouched:
    """A claim of the article with the verdict of its proposition and what speaks against it."""

    claim: ClaimRecord
    verdict: VerdictRecord | None
    """None where the claim stands in no proposition: inside another one, or not weighed yet."""
    role: Role | None
    """What it does there; None where it stands in none."""
    against: tuple[Against, ...]
    sentence: int
    """The sentence at which it is told who vouches: that of the cue."""

    @property
    def outlets(self) -> int:
        """In how many outlets the claim is held."""
        members = self.verdict.claims if self.verdict else ()
        held = {m.claim.outlet or m.claim.doc for m in members if m.role == "supports"}
        return len(held)


@dataclass(frozen=True)
class ArticleRead:
    """An article, its sentences and its claims in the order of the text."""

    article: ArticleRecord
    sentences: tuple[Sentence, ...]
    claims: tuple[Vouched, ...]


class Piece(NamedTuple):
    """A stretch of text in which the same words of the same claims stand; the pieces of an article
    are its text."""

    start: int
    end: int
    sentence: int | None
    parts: tuple[tuple[int, Part], ...]
    """Places of claims, and as which of their parts the words stand there."""


def read_article(
    article: ArticleRecord, claims: Sequence[ClaimRecord], found: ArticleVerdicts | None = None
) -> ArticleRead:
    """The article as it is read; what a person judged wrong and what a later edition dropped stands
    in it no more."""
    found = found or ArticleVerdicts()
    kept = [claim for claim in claims if not claim.vanished and claim.status != "wrong"]
    spans = [*sentences(article.text)]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    within = [_within(claim, ends, starts) for claim in kept]
    here: dict[int, list[int]] = defaultdict(list)
    for place, held in enumerate(within):
        for sentence in held:
            here[sentence].append(place)
    read = [
        Sentence(start, end, _loudest([voice_of(kept[i]) for i in here[place]]), (*here[place],))
        for place, (start, end) in enumerate(spans)
    ]
    stands = {m.claim.id: (verdict, m.role) for verdict in found.verdicts for m in verdict.claims}
    vouched = (
        _vouched(claim, held[0], stands.get(claim.id), found)
        for claim, held in zip(kept, within, strict=True)
    )
    return ArticleRead(article, tuple(read), tuple(vouched))


def _vouched(
    claim: ClaimRecord, sentence: int, stands: tuple[VerdictRecord, Role] | None,
    found: ArticleVerdicts,
) -> Vouched:  # fmt: skip
    if stands is None:
        return Vouched(claim, None, None, (), sentence)
    verdict, role = stands
    return Vouched(claim, verdict, role, _against(claim, verdict, role, found), sentence)


def voice_of(claim: ClaimRecord) -> Voice:
    """Whether somebody vouches for a claim, and with a name."""
    if claim.speaker or claim.members:
        return "named"
    return "unnamed" if claim.mention.strip() else "nobody"


def _loudest(voices: Sequence[Voice]) -> Voice:
    return "named" if "named" in voices else "unnamed" if "unnamed" in voices else "nobody"


def _within(claim: ClaimRecord, ends: Sequence[int], starts: Sequence[int]) -> list[int]:
    """The sentences that hold words of the claim, that of its cue first."""
    places = [
        place
        for part in (claim.cue, claim.source, claim.content)
        for start, end in part
        for place in range(bisect_right(ends, start), bisect_left(starts, end))
    ]
    return list(dict.fromkeys(places)) or [0]


def _against(
    claim: ClaimRecord, verdict: VerdictRecord, role: Role, found: ArticleVerdicts
) -> tuple[Against, ...]:
    """Who denies what the claim holds, and who holds what it denies; copies of a text once."""
    if role not in _OTHER:
        return ()
    others = [(verdict, _OTHER[role], "")]
    if role == "supports":
        conflicts = found.conflicts.get(verdict.id, ())
        others += [(conflict.verdict, role, conflict.reason) for conflict in conflicts]
    return tuple(
        Against(m.claim, _how(claim, m.claim), other.id, reason or m.reason)
        for other, side, reason in others
        for m in _originals(other.claims)
        if m.role == side
    )


def _originals(members: Sequence[VerdictClaim]) -> Iterator[VerdictClaim]:
    docs = {member.claim.doc for member in members}
    return (m for m in members if m.copy_of is None or m.copy_of not in docs)


def _how(claim: ClaimRecord, other: ClaimRecord) -> How:
    denies, denied = (role_of(one.stance, one.polarity) == "denies" for one in (claim, other))
    return "contradicts" if denies == denied else "denies" if denied else "holds"


def pieces(read: ArticleRead) -> Iterator[Piece]:
    """The text cut wherever a sentence or a part of a claim begins or ends, in order and whole."""
    begin: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    finish: dict[int, list[tuple[int, Part]]] = defaultdict(list)
    for place, vouched in enumerate(read.claims):
        for part in PARTS:
            for start, end in getattr(vouched.claim, part):
                begin[start].append((place, part))
                finish[end].append((place, part))
    opens = {sentence.start: place for place, sentence in enumerate(read.sentences)}
    closes = {sentence.end for sentence in read.sentences}
    edges = sorted({0, len(read.article.text), *begin, *finish, *opens, *closes})
    here: list[tuple[int, Part]] = []
    sentence: int | None = None
    for start, end in pairwise(edges):
        here = [one for one in here if one not in finish.get(start, ())] + begin.get(start, [])
        sentence = opens.get(start, None if start in closes else sentence)
        yield Piece(start, end, sentence, (*here,))
