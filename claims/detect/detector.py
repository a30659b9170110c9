"""spaCy docs in, attributions out: the trained network run by onnxruntime; no repair rules, no
spaCy component."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.blas import one_thread
from claims.detect.confidence import Signs, probability, reasons
from claims.detect.decode import certainty, chosen, log_softmax, spans_of, viterbi
from claims.detect.encode import Paragraph, assemble, lines_of, pack, paragraphs
from claims.detect.geometry import Range
from claims.detect.link import Linker, WindowLinker
from claims.detect.manifest import DEFAULT, NAMES, folder, manifest
from claims.detect.names import Entities, NameReader, Packed, Seen, entities_of, seen_of
from claims.detect.readings import Said, readings
from claims.model import Attribution, Span, Spans
from claims.onnx_runtime import onnxruntime
from claims.wordpieces import wordpieces

if TYPE_CHECKING:
    from spacy.tokens import Doc


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


@dataclass
class Proposed:
    """What the network makes of a document."""

    candidates: list[Candidate]
    entities: Entities | None
    """None where the model does not look for them."""


@dataclass
class Detection:
    """What a document is found to hold."""

    attributions: list[Attribution]
    entities: Entities | None


class Detector:
    """The tagger and linker of a model, loaded once; raises ModelError where they are missing."""

    def __init__(self, model: str = DEFAULT) -> None:
        library = onnxruntime()

        self._manifest = manifest(model)
        weights = folder(model)
        options = library.SessionOptions()
        options.intra_op_num_threads = (
            int(os.environ.get("ONRECORD_THREADS", "0")) or os.cpu_count() or 1
        )
        options.log_severity_level = 3
        options.add_session_config_entry(
            "session.intra_op.allow_spinning", "0"
        )  # waiting threads would burn CPU time
        with as_file(weights / "tagger.onnx") as path:
            self._session = library.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        self.tokenizer = wordpieces()
        with as_file(weights / "linker.npz") as path:
            self._linker = Linker(dict(np.load(path)))
        self._names = None
        self._asked = Detector(self._manifest.names_of) if self._manifest.names_of else None
        if self._manifest.names:
            with as_file(weights / NAMES) as path:
                self._names = NameReader(dict(np.load(path)))

    def find(self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]) -> list[Detection]:
        """The attributions of each doc in order of their first span; skipped stretches are never
        read."""
        return [
            Detection(self._likely(proposed.candidates), proposed.entities)
            for proposed in self.read(docs, skip)
        ]

    def _likely(self, candidates: list[Candidate]) -> list[Attribution]:
        weighed = (candidate.weighed(self._manifest.confidence) for candidate in candidates)
        return [
            attribution for attribution in weighed if attribution.confidence >= self._manifest.least
        ]

    def read(self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]) -> list[Proposed]:
        """Everything the network proposes for each doc, likely or not, in order of their first
        span."""
        with one_thread():
            return [self._read(doc, stretches) for doc, stretches in zip(docs, skip, strict=True)]

    def _read(self, doc: Doc, skip: Sequence[Span]) -> Proposed:
        proposed = Proposed([], [] if self._manifest.named else None)
        first, *others = readings(paragraphs(doc, self.tokenizer, skip), self._manifest.readings)
        said = Said(map(self._tags, reading) for reading in others)
        named: list[tuple[Packed, Seen]] = []
        for window in first:
            packed = assemble(window)
            _, _, heads, offsets = packed
            logits, hidden, *guessed = self.run(*packed[:2])
            logs = said.mean(offsets, log_softmax(logits[heads]))
            proposed.candidates.extend(self._decode(packed, logs, hidden[heads]))
            if proposed.entities is not None and not self._asked:
                named.append((packed, seen_of(doc, packed, hidden, *guessed)))
        if self._asked:
            proposed.entities = self._asked.entities_in(doc, skip)
        elif proposed.entities is not None:
            proposed.entities = entities_of(named, self._names)
        proposed.candidates.sort(
            key=lambda candidate: min(candidate.cue + candidate.source + candidate.content)
        )
        return proposed

    def entities_in(self, doc: Doc, skip: Sequence[Span]) -> Entities:
        """The entities of a doc alone."""
        named = []
        for window in pack(paragraphs(doc, self.tokenizer, skip)):
            packed = assemble(window)
            _, hidden, *guessed = self.run(*packed[:2])
            named.append((packed, seen_of(doc, packed, hidden, *guessed)))
        return entities_of(named, self._names)

    def run(self, pieces: list[int], features: list[int]) -> list[NDArray[np.float32]]:
        """Logits (pieces, TAGS) and states (pieces, hidden) of one window's pieces, and the logits
        of entities (pieces, kinds) where the model looks for them.

        One window a run: int8 activations are scaled over all that is run together, so that windows
        in company would change each other's claims, over articles too; and nothing is lost, for one
        window fills a core.
        """
        inputs = {
            "pieces": np.array([pieces], dtype=np.int64),
            "features": np.array([features], dtype=np.int64),
        }
        wanted = ["logits", "hidden", *(["entities"] if self._manifest.entities else [])]
        return [out[0] for out in self._session.run(wanted, inputs)]

    def _tags(self, window: list[Paragraph]) -> tuple[list[Range], NDArray[np.float32]]:
        """Where the words of a window stand, and (words, TAGS): the logarithms of their tags'
        probabilities."""
        pieces, features, heads, offsets = assemble(window)
        return offsets, log_softmax(self.run(pieces, features)[0][heads])

    def _decode(
        self, packed: Packed, logs: NDArray[np.float32], states: NDArray[np.float32]
    ) -> list[Candidate]:
        lines = lines_of(packed)
        tags = viterbi(logs, lines)
        spans = spans_of(tags)
        if not spans["cue"] or not spans["content"]:
            return []
        linked = _linked(spans, self._linker.on(states, lines))
        sure = chosen(np.exp(logs), tags)
        return [_candidate(parts, links, sure, packed) for parts, links in linked]


def _linked(
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


def _candidate(
    parts: dict[str, list[Range]],
    links: list[float],
    sure: NDArray[np.float32],
    packed: Packed,
) -> Candidate:
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
