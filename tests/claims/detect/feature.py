"""The long feature of tests/data/feature.txt: the claims that must be found in it, and how a
reading compares.

<1:source> [1:cue] {1:content} as in shapes.txt, but numbers begin anew in each paragraph, those
from 50 on excepted. [1/deny:cue] asks for a stance. {0:words} may be a claim or not: readers
differ. What is not marked is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from claims.model import Claim, Reading, Span
from tests.claims.detect.shapes import CLOSES, PARTS, Wanted, letters

FILE = Path(__file__).resolve().parents[2] / "data" / "feature.txt"
OVERLAP = 0.5
"""Share of letters from which a found content is the marked one."""
_OPEN = re.compile(r"([<\[{])(\d+)(?:/(\w+))?:")
Key = tuple[int, int]
"""Paragraph (0 for numbers that hold everywhere) and number."""


@dataclass
class Feature:
    """The plain text, its claims, and the stretches where readers differ."""

    text: str
    claims: list[Wanted]
    open: list[Span]


@dataclass
class Comparison:
    """What of a feature was found and what was found besides, each as words to read."""

    wanted: int = 0
    found: int = 0
    missing: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    stances: list[str] = field(default_factory=list)
    """Found claims whose stance is another than asked."""
    parts: list[str] = field(default_factory=list)
    """Found claims with another cue or source, or a content that begins elsewhere."""

    @property
    def recall(self) -> float:
        """Share of the marked claims that were found."""
        return self.found / self.wanted

    @property
    def precision(self) -> float:
        """Share of the claims on the first level that are marked."""
        return self.found / (self.found + len(self.false))


def load() -> Feature:
    """The feature as marked."""
    body, text = FILE.read_text(encoding="utf-8"), ""
    stack, claims = list[tuple[str, Key, int]](), dict[Key, Wanted]()
    at = paragraph = 0
    while at < len(body):
        opened = _OPEN.match(body, at)
        if opened:
            number = int(opened[2])
            key = (0, number) if number >= 50 else (paragraph, number)
            stack.append((opened[1], key, len(text)))
            if opened[3]:
                claims.setdefault(key, Wanted()).facts["stance"] = opened[3]
            at = opened.end()
        elif stack and body[at] == CLOSES[stack[-1][0]]:
            mark, key, start = stack.pop()
            getattr(claims.setdefault(key, Wanted()), PARTS[mark]).append(Span(start, len(text)))
            at += 1
        else:
            paragraph += body.startswith("\n\n", at)
            text += body[at]
            at += 1
    wanted = [claim for (_, number), claim in claims.items() if number]
    return Feature(
        text, wanted, [s for (_, number), c in claims.items() if not number for s in c.content]
    )


def compare(feature: Feature, reading: Reading) -> Comparison:
    """A reading against the marks."""
    out, used = Comparison(wanted=len(feature.claims)), set[int]()
    text = feature.text
    for wanted in feature.claims:
        goal = letters(wanted.content, text)
        likeness = {
            i: _likeness(goal, c, text) for i, c in enumerate(reading.claims) if i not in used
        }
        best = max(
            likeness,
            key=lambda i: (likeness[i], _shares(reading.claims[i].cue, wanted.cue)),
            default=None,
        )
        if best is None or likeness[best] < OVERLAP:
            out.missing.append(_shown(wanted, text))
            continue
        used.add(best)
        out.found += 1
        _differences(out, wanted, reading.claims[best], text)
    out.false = [
        _shown(c, text)
        for i, c in enumerate(reading.claims)
        if i not in used and _counts(feature, c)
    ]
    return out


def _likeness(goal: set[int], claim: Claim, text: str) -> float:
    got = letters(claim.content, text)
    return len(goal & got) / len(goal | got) if goal | got else 0.0


def _counts(feature: Feature, claim: Claim) -> bool:
    return not claim.nested and not _shares(claim.content, feature.open)


def _shares(one: Iterable[Span], other: Iterable[Span]) -> bool:
    others = list(other)
    return any(a.start < b.end and b.start < a.end for a in one for b in others)


def _differences(out: Comparison, wanted: Wanted, claim: Claim, text: str) -> None:
    got, asked = claim.stance.stance, wanted.facts.get("stance", "")
    unsaid = got in ("deny", "ask", "decline")
    if (asked and got != asked) or (not asked and unsaid and claim.stance.polarity == "positive"):
        out.stances.append(f"{got} for {asked or 'a statement'}: {_shown(claim, text)}")
    for part in ("cue", "source"):
        goal, words = getattr(wanted, part), getattr(claim, part)
        if goal and not _shares(goal, words):
            out.parts.append(f"{part} {[text[s:e] for s, e in words]} for {_shown(wanted, text)}")
    if min(letters(wanted.content, text)) != min(letters(claim.content, text)):
        out.parts.append(
            f"begins {text[claim.content[0].start :][:40]!r} for {_shown(wanted, text)}"
        )


def _shown(claim: Wanted | Claim, text: str) -> str:
    parts = (
        " … ".join(text[s:e] for s, e in part)[:90]
        for part in (claim.source, claim.cue, claim.content)
    )
    return " | ".join(parts)
