"""Who could have spoken, ranked with reasons: from the article, then from the store; a person
chooses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.folding import name_key
from store.records import ClaimRecord, SpeakerRecord

MAX_CANDIDATES = 12
MAX_NAME_PARTS, MAX_SPEAKERS_PER_PART = 3, 4
MIN_NAME_CHARS = 3
"""Of a word of a mention that speakers are looked up by."""


class People(Protocol):
    """Where speakers are looked up."""

    def matching(self, words: str) -> list[SpeakerRecord]:
        """Speakers one of whose names holds the words."""


@dataclass(frozen=True)
class Candidate:
    """A name to choose, "" for nobody, and why it is offered."""

    name: str
    reason: str


@dataclass(frozen=True)
class SourceMention:
    """The words of an article that name a source, and what is known of whom they mean."""

    words: str
    start: int
    """Where the claim begins in the article."""
    claim_id: str = ""
    speaker: str | None = None
    """Who it is said to be by now."""
    machine_speaker: str | None = None
    """Whom the machine took it for, where a person said otherwise."""
    runners_up: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()


def mention_of(claim: ClaimRecord) -> SourceMention:
    """The source of a stored claim."""
    return SourceMention(
        words=claim.mention,
        start=_start(claim),
        claim_id=claim.id,
        speaker=claim.speaker,
        machine_speaker=claim.machine.get("speaker") if claim.machine else None,
        runners_up=_runners_up(claim),
        chain=tuple(link.intermediary for link in claim.chain),
    )


def candidates(
    mention: SourceMention, others: Sequence[ClaimRecord], people: People
) -> list[Candidate]:
    """The best first, of all that the article's other claims and the store offer; the one that
    stands now is not offered again."""
    by_key: dict[str, Candidate] = {}
    for candidate in _offers(mention, others, people):
        key = name_key(candidate.name)
        if key and key != name_key(mention.speaker or "") and key not in by_key:
            by_key[key] = candidate
    best = list(by_key.values())[:MAX_CANDIDATES]
    return [*best, Candidate("", "nobody: the source names no one")]


def _offers(
    mention: SourceMention, others: Sequence[ClaimRecord], people: People
) -> Iterable[Candidate]:
    if mention.machine_speaker:
        yield Candidate(str(mention.machine_speaker), "what the machine found")
    for name in mention.runners_up:
        yield Candidate(name, "the machine's runner-up")
    name_parts = _name_parts(mention.words)
    yield from _in_article(mention, others, name_parts)
    for word in sorted(name_parts, key=len, reverse=True)[:MAX_NAME_PARTS]:
        for speaker in people.matching(word)[:MAX_SPEAKERS_PER_PART]:
            reason = f"known from {speaker.claims:,} claims; the mention holds “{word}”"
            yield Candidate(speaker.name, reason)
    for name in mention.chain:
        yield Candidate(name, "stands in the chain as the one who passed it on")
    if mention.words and not mention.speaker:
        yield Candidate(mention.words, "as the article words it")


def _name_parts(words: str) -> set[str]:
    """The words of a mention that may be parts of a name, folded: "the minister" has none."""
    return {
        part
        for word in words.split()
        if word[:1].isupper()
        for part in name_key(word).split()
        if len(part) >= MIN_NAME_CHARS
    }


def _in_article(
    mention: SourceMention, others: Sequence[ClaimRecord], name_parts: set[str]
) -> Iterable[Candidate]:
    """Who else speaks in the article: those first whose last name the mention holds, then the
    nearest."""
    by_name: dict[str, list[ClaimRecord]] = {}
    for other in others:
        if other.speaker and other.id != mention.claim_id and other.status != "wrong":
            by_name.setdefault(other.speaker, []).append(other)

    def distance(claim: ClaimRecord) -> int:
        return abs(_start(claim) - mention.start)

    ranked = []
    for name, claims in by_name.items():
        nearest = min(claims, key=distance)
        unlike = name_key(name).rpartition(" ")[2] not in name_parts
        ranked.append((unlike, nearest, name, claims))
    for unlike, nearest, name, claims in sorted(ranked, key=lambda row: (row[0], distance(row[1]))):
        count = f"{len(claims)} claim{'s' * (len(claims) > 1)} here"
        side = "before" if _start(nearest) < mention.start else "after"
        why = "the mention holds the name; " if not unlike else ""
        yield Candidate(name, f"{why}{count}, the nearest {side} it: “{nearest.quote[:60]}”")


def _start(claim: ClaimRecord) -> int:
    return claim.content[0].start if claim.content else 0


def _runners_up(claim: ClaimRecord) -> tuple[str, ...]:
    """Names that the machine's reasons weighed and left, as in “Runner-up: Mira Oduya”."""
    marks = ("runner-up: ", "Runner-up: ")
    told = [
        reason.split(mark, 1)[1].split(" (")[0].strip(" .")
        for reason in claim.reasons
        for mark in marks
        if mark in reason
    ]
    return (*([claim.runner_up] if claim.runner_up else []), *told)
