"""Docs whose words are known parsed by spaCy and read by the detector; where threads help, the second half of a
batch is parsed while the first is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from claims.blas import by_numpy, one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_TOKENS_TOGETHER = 20_000
"""Tokens that spaCy holds states of at one time: bounds memory, for each takes some 10 kB."""
_ONE_AT_A_TIME = Lock()
"""spaCy's parts keep what they share of the docs that they parse."""


def annotated(nlp: Language, docs: list[Doc]) -> Iterator[Doc]:
    """The docs parsed and with what the detector finds, in order."""
    from claims.detect.factory import NAME

    detect: Any = nlp.get_pipe(NAME)
    by_numpy(nlp)
    with ExitStack() as held:
        begun, stopped = [], Event()
        held.callback(stopped.set)
        for half in _halves(docs) if detect.detector.has_threads else [docs]:
            found = held.enter_context(detect.ahead(half))
            begun.append((detect.detector.later(partial(_parse, nlp, half, NAME, stopped)), found))
            held.callback(begun[-1][0].given_up)
        for parsed, found in begun:
            parsed.result()
            yield from found


def _parse(nlp: Language, docs: list[Doc], but: str, stopped: Event) -> None:
    """Parses the docs, but for those left when nobody waits for them any more."""
    with _ONE_AT_A_TIME, one_thread():
        for some in _groups(docs):
            if stopped.is_set():
                return
            # spaCy parses a quarter of a batch side by side, and the more the faster
            list(nlp.pipe(some, batch_size=4 * len(some), disable=[but]))


def _halves(docs: list[Doc]) -> list[list[Doc]]:
    """The docs in two, the first half no smaller."""
    middle = (len(docs) + 1) // 2
    return [half for half in (docs[:middle], docs[middle:]) if half]


def _groups(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The docs in order, as many together as MAX_TOKENS_TOGETHER allows, one at least."""
    group: list[Doc] = []
    tokens = 0
    for doc in docs:
        if group and tokens + len(doc) > MAX_TOKENS_TOGETHER:
            yield group
            group, tokens = [], 0
        group.append(doc)
        tokens += len(doc)
    if group:
        yield group
