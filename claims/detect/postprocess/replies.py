"""Which quotations of a line of several have no tag and are neither speaker's before them: "“Eleven thousand,”
Orr said. “For a dog park?” “With a fence,” said Orr."."""

from __future__ import annotations

from collections.abc import Sequence

from claims.detect.quotations import Quotation
from claims.folding import fold_mention
from claims.model import Span
from claims.rules.lists import words
from claims.turns.tags import Tag

Tagged = Sequence[tuple[Quotation, Tag]]


def untagged(
    text: str, quoted: Sequence[Quotation], tagged: Tagged
) -> list[tuple[Quotation, Span | None]]:
    """Quotations that stand between two others and are a turn of their own, each with the words that name
    whose it is, where some do: who spoke before the last."""
    tags = {q.start: tag for q, tag in tagged}
    who = [tags[q.start].who if q.start in tags else None for q in quoted]
    out: list[tuple[Quotation, Span | None]] = []
    if len({text[s:e] for span in who if span for s, e in [span]}) < 2:
        return out
    for n, quotation in enumerate(quoted):
        if n and who[n] is None and _is_turn(text, quoted, tags, n):
            who[n] = who[n - 2] if n > 1 else _behind(who, n)
            out.append((quotation, who[n]))
    return out


def _behind(who: Sequence[Span | None], n: int) -> Span | None:
    """Who speaks next but one, where nobody has spoken before the last."""
    return who[n + 2] if n + 2 < len(who) else None


def _is_turn(text: str, quoted: Sequence[Quotation], tags: dict[int, Tag], n: int) -> bool:
    """Whether whole sentences in marks stand right before another quotation, and behind words that somebody
    else said: they ask where these do not or the other way round, nobody's tag stands between, or who spoke
    before them answers."""
    own, before = quoted[n], quoted[n - 1]
    if n + 1 == len(quoted) or not _whole(text, own) or text[own.end : quoted[n + 1].start].strip():
        return False
    tag, then = tags.get(before.start), tags.get(quoted[n + 1].start)
    between = text[tag.end if tag else before.end : own.start].strip()
    if between and (tag is None or between.find(".") != len(between) - 1):
        return False
    asks = [text[q.end - 2] == "?" for q in (before, own)]
    answers = bool(tag and then and _same(text[slice(*tag.who)], text[slice(*then.who)]))
    return tag is None or asks[0] != asks[1] or answers


def _same(one: str, other: str) -> bool:
    """Whether two tags name one speaker: by one last word, or by a pronoun that fits a first name."""
    last, then = one.split()[-1], other.casefold()
    gender = "male" if then in words("pronouns", "male") else "female"
    if then in words("pronouns", "male", "female"):
        return any(fold_mention(part) in words("names", gender) for part in one.split())
    return last == other.split()[-1]


def _whole(text: str, quotation: Quotation) -> bool:
    """Whether a quotation begins and ends as a sentence does."""
    inner = text[quotation.start + 1 : quotation.end - 1].strip()
    return quotation.closed and bool(inner) and inner[0].isupper() and inner[-1] in ".?!…"
