"""Attributions as the network proposes them, with what it was unsure of; nothing is run here."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.detect.confidence import Signs, probability, reasons
from claims.detect.decode import certainty
from claims.detect.geometry import Range
from claims.detect.link import WindowLinker
from claims.detect.names import Packed
from claims.model import Attribution, Span, Spans


@dataclass(frozen=True)
class Candidate:
    """An attribution as the network proposes it, with what it was unsure of."""

    cue: Spans
    source: Spans
    content: Spans
    signs: Signs

    def weighed(self, weights: Mapping[str, float]) -> Attribution:
        """The attribution with its probability and what lowered it."""
        likely = probability(self.signs, weights)
        return Attribution(
            self.cue, self.source, self.content, likely, doubts=reasons(self.signs, weights)
        )


def linked(
    spans: dict[str, list[Range]], linker: WindowLinker
) -> list[tuple[dict[str, list[Range]], list[float]]]:
    """The parts of each attribution, and the logarithms of how sure its links are: owner, giver."""
    cues, sources, contents = spans["cue"], spans["source"], spans["content"]
    heads = linker.heads_of(cues)
    owners = [(heads[cue], log) for cue, log in linker.cues_of(contents, cues)]
    givers = linker.sources_of(cues, sources)
    out = []
    for head in sorted({owner for owner, _ in owners}):
        source, source_log = givers[head]
        parts = {
            "cue": [
                cue for cue, h in zip(cues, heads, strict=True) if h == head or cue == cues[head]
            ],
            "source": [sources[source]] if source >= 0 else [],
            "content": [
                content
                for content, (owner, _) in zip(contents, owners, strict=True)
                if owner == head
            ],
        }
        out.append((parts, [min(log for owner, log in owners if owner == head), source_log]))
    return out


def candidate(
    parts: dict[str, list[Range]],
    links: list[float],
    sure: NDArray[np.float32],
    packed: Packed,
) -> Candidate:
    """An attribution of these parts, links and probabilities of each word's tag."""
    _, features, heads, offsets = packed
    logs = {part: _log(sum(certainty(sure, r) for r in ranges) / len(ranges)) if ranges else 0.0
            for part, ranges in parts.items()}  # fmt: skip
    edges = min(float(sure[i]) for start, end in parts["content"] for i in (start, end - 1))
    words = [i for start, end in parts["content"] for i in range(start, end)]
    signs = Signs(
        **logs,
        edges=_log(edges),
        owner=links[0],
        giver=links[1],
        sourceless=float(not parts["source"]),
        short=float(len(words) <= 3),
        quoted=sum(features[heads[i]] % 2 for i in words) / len(words),
    )
    cue, source, content = (_spans(parts[part], offsets) for part in ("cue", "source", "content"))
    return Candidate(cue, source, content, signs)


def _log(probability: float) -> float:
    return math.log(max(probability, 1e-38))  # a float32 can be rounded to none


def _spans(ranges: list[Range], offsets: list[tuple[int, int]]) -> Spans:
    return tuple(Span(offsets[s][0], offsets[e - 1][1]) for s, e in sorted(ranges))
