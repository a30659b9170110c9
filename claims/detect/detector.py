"""spaCy docs in, attributions out: the trained network run by onnxruntime; no repair rules, no
spaCy component."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.resources import as_file
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from claims.blas import one_thread
from claims.detect.ahead import InTurn, Later, done
from claims.detect.candidates import Candidate, candidate, linked
from claims.detect.decode import chosen, log_softmax, spans_of, viterbi
from claims.detect.encode import assemble, lines_of, paragraphs
from claims.detect.link import Linker
from claims.detect.manifest import DEFAULT, NAMES, folder, manifest
from claims.detect.names import Entities, NameReader, Packed, entities_of, seen_of
from claims.detect.network import Network, Outputs
from claims.detect.readings import Offsets, Said, readings
from claims.model import Attribution, Span
from claims.wordpieces import wordpieces

if TYPE_CHECKING:
    from spacy.tokens import Doc

T = TypeVar("T")
MAX_WINDOWS_AHEAD = 24
"""Windows of the docs to come that threads may run, of those handed over together, but for one doc, which is begun
whole; of each window some 300 kB are kept."""


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


@dataclass(frozen=True)
class Asked:
    """A document whose windows are run."""

    doc: Doc
    windows: list[tuple[Packed, Later[Outputs]]]
    others: list[list[tuple[Offsets, Later[Outputs]]]]
    """Windows of further readings."""
    names: Asked | None
    """The same document as another model's, which finds its entities."""

    def runs(self) -> list[Later[Outputs]]:
        """All windows that are run for it."""
        of_others = [run for reading in self.others for _, run in reading]
        named = self.names.runs() if self.names else []
        return [*of_others, *(run for _, run in self.windows), *named]


class Detector:
    """The tagger and linker of a model, loaded once; raises ModelError where they are missing."""

    def __init__(self, model: str = DEFAULT, beside: Network | None = None) -> None:
        """beside: a network whose threads run this one too."""
        self._manifest = manifest(model)
        weights = folder(model)
        self._network = Network(weights, self._manifest.entities, beside)
        self.run = self._network.run
        self.tokenizer = wordpieces()
        with as_file(weights / "linker.npz") as path:
            self._linker = Linker(dict(np.load(path)))
        self._names = None
        of_names = self._manifest.names_of
        self._asked = Detector(of_names, self._network) if of_names else None
        if self._manifest.names:
            with as_file(weights / NAMES) as path:
                self._names = NameReader(dict(np.load(path)))

    @property
    def has_threads(self) -> bool:
        """Whether threads work before anybody waits for them."""
        return self._network.has_threads

    def later(self, work: Callable[[], T]) -> Later[T]:
        """Other work for the threads that run the network, behind what they have been given."""
        return Later(self._network.others, work)

    def find(self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]) -> list[Detection]:
        """The attributions of each doc in order of their first span; skipped stretches are never
        read."""
        with self.ahead(docs, skip) as found:
            return list(found)

    @contextmanager
    def ahead(
        self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]
    ) -> Iterator[Iterator[Detection]]:
        """The same one doc after the other. Threads run the network from here on, for which a doc needs its words
        alone; the parse is looked at when its turn comes."""
        with self._proposing(docs, skip) as proposals:
            yield (
                Detection(self._likely(proposed.candidates), proposed.entities)
                for proposed in proposals
            )

    def _likely(self, candidates: list[Candidate]) -> list[Attribution]:
        weighed = (candidate.weighed(self._manifest.confidence) for candidate in candidates)
        return [
            attribution for attribution in weighed if attribution.confidence >= self._manifest.least
        ]

    def read(self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]) -> list[Proposed]:
        """Everything the network proposes for each doc, likely or not, in order of their first
        span."""
        with self._proposing(docs, skip) as proposals:
            return list(proposals)

    @contextmanager
    def _proposing(
        self, docs: Sequence[Doc], skip: Sequence[Sequence[Span]]
    ) -> Iterator[Iterator[Proposed]]:
        most = MAX_WINDOWS_AHEAD if self.has_threads else 0
        asked = InTurn(map(self._ask, docs, skip), Asked.runs, most)
        with closing(asked):
            yield map(self._proposed, asked)

    def _ask(self, doc: Doc, skip: Sequence[Span]) -> Asked:
        first, *others = readings(paragraphs(doc, self.tokenizer, skip), self._manifest.readings)
        with _all_or_none() as begun:
            run = partial(self._run_later, begun)
            later = [[run(assemble(window), 1) for window in reading] for reading in others]
            return Asked(
                doc,
                [run(assemble(window)) for window in first],
                [[(packed[3], run) for packed, run in reading] for reading in later],
                self._asked._ask(doc, skip) if self._asked else None,
            )

    def _run_later(
        self, begun: list[Later[Outputs]], packed: Packed, kept: int | None = None
    ) -> tuple[Packed, Later[Outputs]]:
        pieces, features, heads, _ = packed
        begun.append(self._network.later(pieces, features, heads, kept))
        return packed, begun[-1]

    def _proposed(self, asked: Asked) -> Proposed:
        done(asked.runs())
        with one_thread():
            candidates = list(self._candidates(asked))
            candidates.sort(key=lambda one: min(one.cue + one.source + one.content))
            return Proposed(candidates, self._entities(asked))

    def _candidates(self, asked: Asked) -> Iterator[Candidate]:
        said = Said(
            [(offsets, log_softmax(run.result()[0])) for offsets, run in reading]
            for reading in asked.others
        )
        for packed, run in asked.windows:
            logits, states, *_ = run.result()
            logs = said.mean(packed[3], log_softmax(logits))
            yield from self._decode(packed, logs, states)

    def _entities(self, asked: Asked) -> Entities | None:
        if self._asked and asked.names:
            return self._asked._entities(asked.names)
        if not self._manifest.named:
            return None
        named = []
        for packed, run in asked.windows:
            _, states, guessed = run.result()
            named.append((packed, seen_of(asked.doc, packed, states, guessed)))
        return entities_of(named, self._names)

    def _decode(
        self, packed: Packed, logs: NDArray[np.float32], states: NDArray[np.float32]
    ) -> list[Candidate]:
        lines = lines_of(packed)
        tags = viterbi(logs, lines)
        spans = spans_of(tags)
        if not spans["cue"] or not spans["content"]:
            return []
        links_of = linked(spans, self._linker.on(states, lines))
        sure = chosen(np.exp(logs), tags)
        return [candidate(parts, links, sure, packed) for parts, links in links_of]


@contextmanager
def _all_or_none() -> Iterator[list[Later[Outputs]]]:
    """Windows to begin; where that is broken off, nobody will ask for those begun."""
    begun: list[Later[Outputs]] = []
    try:
        yield begun
    except BaseException:
        for run in begun:
            run.given_up()
        raise
