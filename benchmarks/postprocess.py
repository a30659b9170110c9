"""What each step and rule of post-processing is worth: F1 of attributions without it, on dev and on
the sixty passages, and the marked claims of the tests (shapes.txt, feature.txt) that need it.

The network and the parser read every text once; the steps then run over what they gave, once with all
of them and once without each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.world import rows, spans
from benchmarks.world.markup import load as load_passages
from claims import engine
from claims.blas import by_numpy, one_thread
from claims.detect import repair
from claims.detect.detector import Detector
from claims.detect.entities import write_entities
from claims.detect.manifest import DEFAULT
from claims.detect.postprocess import (
    boundaries,
    false_positives,
    quotation_marks,
    signatures,
    steps,
)
from claims.model import Article, Attribution, Header, Reading
from claims.pipeline import claims_of, header_of
from claims.resolve.provenance.nested import nested
from tests.claims.detect import feature, shapes

if TYPE_CHECKING:
    from spacy.tokens import Doc

HERE = Path(__file__).resolve().parent
DEV = HERE.parent.parent / "shared" / "eval" / "polnear-dev.jsonl.gz"
DOCS_AT_ONCE = 16
F1S = ("attribution", "strict")
LISTS: tuple[tuple[ModuleType, str], ...] = (
    (steps, "STEPS"),
    (quotation_marks, "RULES"),
    (false_positives, "RULES"),
    (boundaries, "RULES"),
    (signatures, "SHAPES"),
    (repair, "RULES"),
)
"""Every list whose members are taken out one at a time."""


@dataclass(frozen=True)
class ReadText:
    """A text as the parser and the network left it."""

    article: Article
    header: Header
    doc: Doc
    raw: list[Attribution]


def read(texts: list[tuple[str, str]], model: str) -> list[ReadText]:
    """Every text (its name, its words) read once."""
    nlp, detector = engine.load(None, model), Detector(model)
    by_numpy(nlp)
    out = []
    for first in range(0, len(texts), DOCS_AT_ONCE):
        batch = texts[first : first + DOCS_AT_ONCE]
        articles = [Article(name, text) for name, text in batch]
        headers = [header_of(article) for article in articles]
        with one_thread(), nlp.select_pipes(disable="onrecord_detect"):
            docs = list(nlp.pipe([article.text for article in articles]))
        proposals = detector.find(docs, [header.furniture for header in headers])
        for article, header, doc, proposed in zip(articles, headers, docs, proposals, strict=True):
            if proposed.entities is not None:
                write_entities(doc, proposed.entities)
            out.append(ReadText(article, header, doc, proposed.attributions))
    return out


def processed(text: ReadText) -> list[Attribution]:
    """The attributions behind all steps that stand in the lists now."""
    repaired = repair.repair(text.doc, text.raw)
    return steps.postprocess(text.doc, repaired, text.header.furniture)


@contextmanager
def without(module: ModuleType, name: str, number: int) -> Iterator[None]:
    """One member of a list of steps or rules left out."""
    members = getattr(module, name)
    setattr(module, name, (*members[:number], *members[number + 1 :]))
    try:
        yield
    finally:
        setattr(module, name, members)


class Scored:
    """Texts with their gold attributions, and what all steps together give for them."""

    def __init__(self, texts: list[ReadText], gold: list[list[Any]]) -> None:
        self.texts = texts
        self._gold = [
            spans.prepare(row, text.article.text) for row, text in zip(gold, texts, strict=True)
        ]
        self._whole = [processed(text) for text in texts]
        self._counts = [self._count(n, found) for n, found in enumerate(self._whole)]
        self.f1 = {name: _f1(self._counts, name) for name in F1S}

    def _count(self, number: int, attributions: list[Attribution]) -> Counter[str]:
        """Claims inside another's content are left out, as the scorers leave them out."""
        made = [
            {"cue": a.cue, "source": a.source, "content": a.content, "nested": inner}
            for a, inner in zip(attributions, nested(attributions), strict=True)
        ]
        text = self.texts[number].article.text
        return spans.counts(self._gold[number], spans.prepare(made, text))

    def cells(self) -> list[str]:
        """Each F1 less that of all steps, and the number of attributions that are others."""
        counts, differing = list(self._counts), 0
        for number, (text, whole) in enumerate(zip(self.texts, self._whole, strict=True)):
            found = processed(text)
            old, new = (
                Counter((a.cue, a.source, a.content) for a in side) for side in (whole, found)
            )
            if old != new:
                differing += max((old - new).total(), (new - old).total())
                counts[number] = self._count(number, found)
        return [*(f"{_f1(counts, name) - self.f1[name]:+.4f}" for name in F1S), str(differing)]


def _f1(counts: list[Counter[str]], name: str) -> float:
    total: Counter[str] = sum(counts, Counter())
    return 2 * total[f"{name}:p"] / (total[f"{name}:P"] + total[f"{name}:R"])


class Promised:
    """The marked claims of shapes.txt and feature.txt, which the tests hold the detector to."""

    def __init__(self, model: str) -> None:
        self._cases, self._feature = shapes.load(), feature.load()
        texts = [*(case.text for case in self._cases), self._feature.text]
        *self._shapes, self._long = read([(str(n), text) for n, text in enumerate(texts)], model)
        self._known = self._failing()

    def cells(self) -> list[str]:
        """How many shapes, and how many claims of the feature, fail now that did not before."""
        pairs = zip(self._failing(), self._known, strict=True)
        return [str(len(failing - known)) for failing, known in pairs]

    def _failing(self) -> tuple[set[str], set[str]]:
        cases = zip(self._cases, self._shapes, strict=True)
        failing = {text.article.doc for case, text in cases if shapes.problems(case, _read(text))}
        told = feature.compare(self._feature, _read(self._long))
        return failing, {*told.missing, *told.false, *told.stances, *told.parts}


def _read(text: ReadText) -> Reading:
    claims = claims_of(text.doc, processed(text), text.article, text.header)
    return Reading(text.article, text.header, claims)


def dev_texts(file: Path, model: str) -> Scored | None:
    """The dev articles, where they lie beside the checkout."""
    if not file.is_file():
        return None
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines if line.strip()]
    texts = read([(row["doc"], row["text"]) for row in gold], model)
    return Scored(texts, [row["attributions"] for row in gold])


def passages(model: str) -> Scored:
    """The sixty passages."""
    found = load_passages(HERE / "world" / "passages.txt")
    texts = read([(p.name, p.text) for p in found], model)
    return Scored(texts, [rows.gold_row(p)["attributions"] for p in found])


def members() -> Iterator[tuple[str, Any]]:
    """The name of every step and rule, and how to leave it out."""
    for module, name in LISTS:
        for number, member in enumerate(getattr(module, name)):
            of = module.__name__.rpartition(".")[2]
            own = f"{member.__module__.rpartition('.')[2]}.{member.__name__}"
            yield f"{of}: {own}", partial(without, module, name, number)


def table(sets: dict[str, Scored], promised: Promised) -> Iterator[str]:
    """The lines of a table in Markdown."""
    columns = [f"{name} {figure}" for name in sets for figure in ("F1", "strict", "claims")]
    columns += ["shapes failing", "feature claims wrong"]
    yield f"| without | {' | '.join(columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    for name, leave_out in members():
        with leave_out():
            cells = [cell for scored in sets.values() for cell in scored.cells()]
            cells += promised.cells()
        yield f"| {name} | {' | '.join(cells)} |"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.postprocess", description=__doc__)
    parser.add_argument("--model", default=DEFAULT, help="fast, accurate or a folder of weights")
    parser.add_argument("--dev", type=Path, default=DEV, help="the dev articles with their gold")
    asked = parser.parse_args()
    model = asked.model
    dev = dev_texts(asked.dev, model)
    if dev is None:
        print(
            "without the evaluation data (../shared/eval): the sixty passages alone",
            file=sys.stderr,
        )
    sets = ({"dev": dev} if dev else {}) | {"passages": passages(model)}
    promised = Promised(model)
    for name, scored in sets.items():
        f1 = ", ".join(f"{figure} {value:.4f}" for figure, value in scored.f1.items())
        print(f"{name}, all steps: {f1}")
    for line in table(sets, promised):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
