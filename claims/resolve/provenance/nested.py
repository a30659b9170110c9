"""Which claims stand inside another's content. Who speaks does not belong here."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Attribution


def nested(attributions: Sequence[Attribution]) -> list[bool]:
    """True for each attribution all of whose spans, cue or source among them, lie within one
    content of another."""
    hulls = [_hull(a) for a in attributions]
    bare = [not (a.cue or a.source) for a in attributions]
    order = sorted((s.start, s.end, i) for i, a in enumerate(attributions) for s in a.content)
    out = [False] * len(attributions)
    stack: list[tuple[int, int, int]] = []
    queue = sorted((h[0], -h[1], i) for i, h in enumerate(hulls) if h[1] > h[0])
    at = 0
    for start, minus_end, i in queue:
        while at < len(order) and order[at][0] <= start:
            stack.append(order[at])
            at += 1
        stack = [s for s in stack if s[1] > start]
        whole = (start, -minus_end) if bare[i] else None
        out[i] = any(s[1] >= -minus_end and s[2] != i and (s[0], s[1]) != whole for s in stack)
    return out


def _hull(attribution: Attribution) -> tuple[int, int]:
    spans = (*attribution.cue, *attribution.source, *attribution.content)
    return (min(s.start for s in spans), max(s.end for s in spans)) if spans else (0, 0)
