"""Docs whose words are known parsed by spaCy and read by the detector, a few together; where threads help, the next
few are begun while one's own are read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from functools import partial
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claims.blas import by_numpy, one_thread
from claims.detect.ahead import InTurn

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

T = TypeVar("T")
MAX_TOKENS_TOGETHER = 20_000
"""Tokens that spaCy holds states of at one time: bounds memory, for each takes some 10 kB."""
_ONE_AT_A_TIME = Lock()
"""spaCy's parts keep what they share of the docs that they parse."""


def annotated(
    nlp: Language, things: Iterable[T], docs_of: Callable[[T], list[Doc]], ahead: int
) -> Generator[tuple[T, Iterator[Doc]]]:
    """Each of the things with its docs, parsed and with what the detector finds, in order.

    ahead: how many more things are begun where threads help.
    """
    from claims.detect.factory import NAME

    detect: Any = nlp.get_pipe(NAME)
    by_numpy(nlp)
    with ExitStack() as held:
        stopped = Event()
        held.callback(stopped.set)
        begun = (_Begun(nlp, detect, thing, docs_of(thing), stopped) for thing in things)
        most = ahead if detect.detector.has_threads else 0
        groups = held.enter_context(closing(InTurn(begun, lambda group: [group], most)))
        for group in groups:
            yield group.thing, group.docs()


class _Begun(Generic[T]):
    """Docs that are parsed, and whose windows are run, by whoever comes to it first."""

    def __init__(
        self, nlp: Language, detect: Any, thing: T, docs: list[Doc], stopped: Event
    ) -> None:
        from claims.detect.factory import NAME

        self.thing = thing
        self._held = ExitStack()
        self._found: Iterator[Doc] = self._held.enter_context(detect.ahead(docs))
        self._parsed = detect.detector.later(partial(_parse, nlp, docs, NAME, stopped))

    def docs(self) -> Iterator[Doc]:
        """The docs in order."""
        with self._held:
            self._parsed.result()
            yield from self._found

    def given_up(self) -> None:
        """Nobody wants them any more."""
        self._parsed.given_up()
        self._held.close()


def _parse(nlp: Language, docs: list[Doc], but: str, stopped: Event) -> None:
    """Parses the docs, but for those left when nobody waits for them any more."""
    with _ONE_AT_A_TIME, one_thread():
        for some in _groups(docs):
            if stopped.is_set():
                return
            # spaCy parses a quarter of a batch side by side, and the more the faster
            list(nlp.pipe(some, batch_size=4 * len(some), disable=[but]))


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
