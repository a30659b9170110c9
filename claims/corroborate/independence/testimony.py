"""On what a claim's speaker goes, as the sentences around it say: another's word or paper, or what he saw
himself; what that means for two origins is decided in pairs.py."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from claims.corroborate.independence.origins import Source
from claims.corroborate.matching.explain import printed
from claims.corroborate.matching.stems import stem
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.folding import fold_word, name_key
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

MAX_SENTENCE_CHARACTERS = 600
"""Before and behind a claim, in which its sentence must begin and end."""
BOUNDARY = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n")
GROUND = r"([^.!?;:,\n“”\"]{2,80})"
PAPER = rf"(?:{alternation(listed('origins', 'papers'))})"
HAND = rf"in (?:(?:{alternation(listed('origins', 'possessors'))}) )?hands?"
GOING_BY = re.compile(
    rf"\b(?:{alternation(listed('origins', 'citing'))})(?: (?:from|out))* {GROUND}"
    rf"|\b(?:{alternation(listed('origins', 'going_by'))}) {GROUND}"
    rf"|\b(?:{alternation(listed('origins', 'holding'))})"
    rf" ([^.!?;:,\n“”\"]{{0,60}}?\b{PAPER}\b[^.!?;:,\n“”\"]{{0,40}})"
    rf"|\bwith ([^.!?;:,\n“”\"]{{0,60}}?\b{PAPER}) {HAND}\b",
    re.IGNORECASE,
)
"""What a speaker reads from, cites or has it from, as one of the groups."""
BETWEEN = rf"(?: (?:{alternation(listed('origins', 'before_witnessing'))}|\w{{1,20}}ly)){{0,3}}"
WITNESS = re.compile(
    rf"\b(?:{alternation(listed('origins', 'witnesses'))}|(?<![\w’'-])([A-Z][\w’'-]{{1,40}})){BETWEEN}"
    rf" (?:{alternation(listed('origins', 'witnessing'))})\b"
)
"""Who saw, heard or did it himself; a name in the group."""
ASIDE = re.compile(rf" (?:{alternation(listed('origins', 'aside'))}) ")
"""What follows tells where or when, not what."""
Claims = Sequence[tuple[StatedArticle, StatedClaim]]


def sentences(article: StatedArticle, claim: StatedClaim, before: int = 1) -> str:
    """The claim's sentence, and so many of its paragraph before it."""
    if not claim.content:
        return claim.quote
    start, end = claim.content[0].start, claim.content[-1].end
    low, high = max(0, start - MAX_SENTENCE_CHARACTERS), end + MAX_SENTENCE_CHARACTERS
    first = max(low, article.text.rfind("\n", low, start) + 1)
    starts = [first, *(m.end() for m in BOUNDARY.finditer(article.text, first, start + 1))]
    closed = BOUNDARY.search(article.text, max(start, end - 1), high)
    last = closed.end() if closed else high
    return article.text[starts[max(0, len(starts) - 1 - before)] : last]


def grounds_named(claims: Claims) -> Mapping[str, str]:
    """On what claims say that they go, another's word or a paper read from: by the stem of each telling word
    the phrase in which it stands; empty where they name nothing."""
    return {
        part: f"“{found[0].strip()}” ({printed(article)})"
        for article, claim in claims
        for found in GOING_BY.finditer(sentences(article, claim))
        for part in _telling(ASIDE.split(next(filter(None, found.groups()), ""))[0])
    }


def goes_by(ground: Iterable[str], other: Source) -> str:
    """The first word of a ground that names the other origin, its body or its paper; "" where none does."""
    named = [*other.names, *other.bodies]
    if not other.names:
        named.append(other.origin.description.removesuffix(" (no name)"))
    return min({part for name in named for part in _telling(name)} & set(ground), default="")


def first_hand(claims: Claims) -> bool:
    """Whether some claim tells what its speaker saw, heard or did himself."""
    return any(
        not found[1] or name_key(found[1]) in name_key(claim.speaker or claim.mention).split()
        for article, claim in claims
        for found in WITNESS.finditer(sentences(article, claim))
    )


def beside(claims: Claims, other: Source) -> bool:
    """Whether some claim's sentence names the other origin around what is claimed: its speaker may be of that
    body."""
    around = (
        sentences(article, claim, before=0).replace(claim.quote, " ") for article, claim in claims
    )
    return any(goes_by(_telling(text), other) for text in around)


def _telling(phrase: str) -> set[str]:
    folded = {fold_word(word) for word in re.findall(r"[\w’'-]+", phrase)}
    telling = folded - words("content", "stop") - words("origins", "untelling")
    return {stem(word) for word in telling if len(word) > 1 and not word.isdigit()}
