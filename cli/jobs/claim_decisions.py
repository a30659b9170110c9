"""From words to judgements: spans by their words, statuses and stances checked; what is written is
the store's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.detect.kind import kind_of
from claims.detect.quotes import quoted_positions
from claims.errors import UsageError
from claims.folding import name_key
from claims.model import Span, Spans
from claims.outlet.outlets import is_outlet
from claims.rules.vocabulary import GIVEN_STATUSES, STANCES
from store.records import ArticleRecord, ClaimRecord, Move
from store.records.kinds import Comparison, SpanPart

if TYPE_CHECKING:
    from store.store import Store

NOBODY = ("", "-")
_OFFSETS = re.compile(r"(\d+):(\d+)$")


def first_offset(claim: ClaimRecord) -> int:
    """Where the first of a claim's parts begins in its article; 0 where it has none."""
    return min((span.start for span in (*claim.content, *claim.cue, *claim.source)), default=0)


def status_move(claim: ClaimRecord, status: str) -> Move:
    """A judgement of the whole claim; raises UsageError on another word."""
    if status == "corrected":
        raise UsageError(
            "corrected follows from putting something right; say what with --speaker, --content, …"
        )
    if status not in GIVEN_STATUSES:
        raise UsageError(f"status: {status!r} is none of {', '.join(GIVEN_STATUSES)}")
    return Move("status", claim.id, status)


def speaker_move(claim: ClaimRecord, name: str) -> Move:
    """Who speaks; nobody where the name is empty or a dash."""
    plain = " ".join(name.split())
    return Move("speaker", claim.id, "" if plain in NOBODY else plain)


def stance_move(claim: ClaimRecord, value: str) -> Move:
    """What the cue does, as deny or deny/negative; raises UsageError."""
    stance, slash, polarity = value.strip().casefold().partition("/")
    if stance not in STANCES:
        raise UsageError(f"stance: {stance!r} is none of {', '.join(STANCES)}")
    if slash and polarity not in ("positive", "negative"):
        raise UsageError(f"polarity: {polarity!r} is neither positive nor negative")
    return Move("stance", claim.id, value.strip().casefold())


def chain_move(
    claim: ClaimRecord,
    article: ArticleRecord,
    names: Sequence[str],
    is_stored: Callable[[str], bool],
) -> Move:
    """Through whom it came, the one nearest the speaker first; raises UsageError on a name of which no
    word stands in the article and that is no outlet's, listed or stored: a chain is handed on as the
    article's."""
    tidied = [plain for name in names if (plain := " ".join(name.split()))]
    there = set(name_key(f"{article.title or ''} {article.outlet or ''} {article.text}").split())
    known = {name_key(link.intermediary) for link in claim.chain}
    for name in tidied:
        key = name_key(name)
        written = key in known or there & set(key.split())
        if not (written or is_outlet(name) or is_stored(name)):
            raise UsageError(
                f"--via: the article names no {name!r}, and no outlet is called so; who passed the words "
                "on is given as the article has it"
            )
    return Move("chain", claim.id, json.dumps(tidied, ensure_ascii=False))


def span_moves(
    claim: ClaimRecord, article: ArticleRecord, part: SpanPart, spans: Spans
) -> list[Move]:
    """Another content, cue or source; with a content its kind follows."""
    moves = [Move(part, claim.id, json.dumps([list(span) for span in spans]))]
    kind = (
        kind_of(spans, article.text, quoted_positions(article.text))
        if part == "content"
        else claim.kind
    )
    return moves if kind == claim.kind else [*moves, Move("kind", claim.id, kind)]


def pair_move(relation: Comparison, claim: ClaimRecord, other: ClaimRecord, same: bool) -> Move:
    """Whether two claims are one proposition, or rest on one origin; raises UsageError on a claim
    and itself."""
    if claim.id == other.id:
        raise UsageError("a claim cannot be compared with itself; name another one")
    if relation == "proposition":
        return Move(relation, claim.id, json.dumps({"with": other.id, "same": same}))
    return Move(
        "origin",
        claim.id,
        json.dumps({"with": other.id, "relation": "same" if same else "different"}),
    )


def spans_of(article: ArticleRecord, parts: Sequence[str], near: int, option: str) -> Spans:
    """The spans that words of the text or START:END name, the occurrence nearest to an offset;
    raises UsageError."""
    spans: list[Span] = []
    for part in parts:
        offsets = _OFFSETS.match(part)
        span = (
            Span(int(offsets[1]), int(offsets[2]))
            if offsets
            else _nearest(article.text, part, near)
        )
        if span is None or not 0 <= span.start < span.end <= len(article.text):
            raise UsageError(
                f"{option}: the article does not hold {part!r}; copy its words or give START:END"
            )
        spans.append(span)
    spans.sort()
    if any(a.end > b.start for a, b in pairwise(spans)):
        raise UsageError(f"{option}: the parts overlap; name each stretch once")
    return tuple(spans)


def _nearest(text: str, words: str, near: int) -> Span | None:
    places = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    best = min(places, key=lambda place: abs(place - near), default=None)
    return None if best is None else Span(best, best + len(words))


def add_missed(
    store: Store, article: ArticleRecord, *, content: Spans, source: Spans = (), cue: Spans = (),
    speaker: str = "", stance: str = "assert", reviewer: str, note: str = "",
) -> str:  # fmt: skip
    """Enters a claim that the machine missed and gives its id; raises UsageError."""
    if stance not in STANCES:
        raise UsageError(f"stance: {stance!r} is none of {', '.join(STANCES)}")
    entered: dict[str, object] = {
        "article": article.id,
        "content": [list(span) for span in content],
        "source": [list(span) for span in source],
        "cue": [list(span) for span in cue],
        "speaker": "" if speaker in NOBODY else speaker,
        "stance": stance,
        "kind": kind_of(content, article.text, quoted_positions(article.text)),
    }
    return store.decisions.add_claim(reviewer, entered, note)
