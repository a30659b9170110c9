"""spaCy docs in, attributions out: the trained network run by onnxruntime; no repair rules, no spaCy component."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.detect.decode import certainty, log_softmax, spans_of, viterbi
from claims.detect.encode import assemble, lines_of, pack, paragraphs
from claims.detect.link import Linker
from claims.detect.manifest import manifest
from claims.model import Attribution, Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

Packed = tuple[list[int], list[int], list[int], list[tuple[int, int]]]


class Detector:
    """The shipped tagger and linker, loaded once; raises ModelError where they are missing."""

    def __init__(self) -> None:
        import onnxruntime
        from threadpoolctl import ThreadpoolController
        from tokenizers import Tokenizer

        self._manifest = manifest()
        folder = files("claims.weights")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = int(os.environ.get("ONRECORD_THREADS", "0")) or os.cpu_count() or 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads would burn CPU time
        with as_file(folder / "tagger.onnx") as path:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        with as_file(folder / "tokenizer.json") as path:
            self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        with as_file(folder / "linker.npz") as path:
            self._linker = Linker(dict(np.load(path)))
        self._blas = ThreadpoolController().select(user_api="blas")

    def find(self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]) -> list[list[Attribution]]:
        """The attributions of each doc in order of their first span; skipped stretches are never read."""
        with self._blas.limit(limits=1):  # the linker's matrices are too small to share among threads
            return [self._find(doc, stretches) for doc, stretches in zip(docs, skip, strict=True)]

    def _find(self, doc: Doc, skip: Sequence[Span]) -> list[Attribution]:
        found: list[Attribution] = []
        for paragraphs_ in pack(paragraphs(doc, self._tokenizer, skip)):
            packed = assemble(paragraphs_)
            logits, hidden = self._run(packed)
            found.extend(self._decode(packed, logits[packed[2]], hidden[packed[2]]))
        return sorted(found, key=_first)

    def _run(self, packed: Packed) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Logits and states of one window's pieces.

        One window a run: int8 activations are scaled over all that is run together, so that windows in company would
        change each other's claims, over articles too; and nothing is lost, for one window fills a core.
        """
        pieces, features = (np.array([row], dtype=np.int64) for row in packed[:2])
        logits, hidden = self._session.run(["logits", "hidden"], {"pieces": pieces, "features": features})
        return logits[0], hidden[0]

    def _decode(self, packed: Packed, logits: NDArray[np.float32], states: NDArray[np.float32]) -> list[Attribution]:
        offsets = packed[3]
        logs = log_softmax(logits / self._manifest.temperature)
        tags = viterbi(logs)
        spans = spans_of(tags)
        cues, sources, contents = spans["cue"], spans["source"], spans["content"]
        if not cues or not contents:
            return []
        linker = self._linker.on(states, lines_of(packed))
        heads = linker.heads_of(cues)
        owner = [heads[c] for c in linker.cues_of(contents, cues)]
        source = linker.sources_of(cues, sources)
        sure = np.exp(logs)
        out = []
        for head in sorted(set(owner)):
            parts = (
                [cue for cue, h in zip(cues, heads, strict=True) if h == head or cue == cues[head]],
                [sources[source[head]]] if source[head] >= 0 else [],
                [content for content, o in zip(contents, owner, strict=True) if o == head],
            )
            means = [np.mean([certainty(sure, tags, span) for span in part]) for part in parts if part]
            confidence = float(np.prod(means))
            if confidence >= self._manifest.threshold:
                cue, src, content = (_spans(part, offsets) for part in parts)
                out.append(Attribution(cue, src, content, confidence))
        return out


def _spans(ranges: list[tuple[int, int]], offsets: list[tuple[int, int]]) -> Spans:
    return tuple(Span(offsets[s][0], offsets[e - 1][1]) for s, e in sorted(ranges))


def _first(found: Attribution) -> Span:
    return min(found.cue + found.source + found.content)
