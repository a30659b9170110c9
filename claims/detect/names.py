"""Names of people and bodies, found by a small reader on the network's states, its own guess at
entities, the words' spelling and grammar, and the same words elsewhere in the article; nothing
about who is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.detect.decode import log_softmax
from claims.detect.encode import lines_of
from claims.detect.entities import KINDS, entity_spans
from claims.detect.name_signs import Grammar, grammar_of, signs, with_neighbours
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

Array = NDArray[np.float32]
NAMED = ("PERSON", "ORG")
"""Kinds that are read here: tag 0 is outside, kind k begins with 1 + 2k and goes on with 2 + 2k."""
TAGS = 1 + 2 * len(NAMED)
_NEVER = -1e9
AROUND = 3
"""How many words on either side the second layer sees."""
Named = tuple[int, int, str]
Entities = list[tuple[int, int, str]]
"""Start and end, code points, and kind."""
Packed = tuple[list[int], list[int], list[int], list[tuple[int, int]]]


def allowed() -> Array:
    """(TAGS, TAGS): 0 where a tag may follow another, much less where it may not."""
    out = np.zeros((TAGS, TAGS), np.float32)
    for inside in range(2, TAGS, 2):
        out[[tag for tag in range(TAGS) if tag not in (inside - 1, inside)], inside] = _NEVER
    return out


class Seen(NamedTuple):
    """What the reader is shown of a window: a row or an item for each word."""

    states: Array
    entities: Array
    written: Sequence[str]
    grammar: Sequence[Grammar]
    lines: Sequence[int]


def seen_of(doc: Doc, packed: Packed, states: Array, entities: Array) -> Seen:
    """What the reader is shown of a window; states and entities: of its words."""
    offsets, text = packed[3], text_of(doc)
    return Seen(
        states,
        entities,
        [text[start:end] for start, end in offsets],
        grammar_of(doc, [start for start, _ in offsets]),
        lines_of(packed),
    )


def inputs(seen: Seen) -> Array:
    """(words, width): what the reader takes in of each word of a window."""
    told = signs(seen.written, seen.grammar, seen.lines)
    return np.concatenate([seen.states, np.exp(log_softmax(seen.entities)), told], axis=1)


def lines_of_all(windows: Sequence[Seen]) -> list[int]:
    """The numbers of the lines of all windows, no two windows sharing one."""
    out: list[int] = []
    for seen in windows:
        first = out[-1] + 1 if out else 0
        out.extend(first + line - seen.lines[0] for line in seen.lines)
    return out


def same_words(written: Sequence[str]) -> list[int]:
    """The number of each word that can be a name's, the same wherever an article has it; -1 for the
    rest."""
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(folded, len(numbers)) if (folded := _as_name(word)) else -1
        for word in written
    ]


@lru_cache(maxsize=20_000)
def _as_name(word: str) -> str:
    """The word in lower case, nothing where it can be no name's."""
    return word.casefold() if len(word) > 1 and any(map(str.isupper, word)) else ""


def elsewhere(own: Array, numbers: Sequence[int]) -> Array:
    """(words, width): the mean row of the other places of each word's number; zeros where there are
    none."""
    chosen = np.flatnonzero(np.asarray(numbers) >= 0)
    groups = np.asarray(numbers)[chosen]
    out = np.zeros_like(own)
    if len(chosen):
        sums = np.zeros((int(groups.max()) + 1, own.shape[1]), np.float32)
        np.add.at(sums, groups, own[chosen])
        others = np.bincount(groups)[groups] - 1
        out[chosen] = (sums[groups] - own[chosen]) * (others > 0)[:, None]
        out[chosen] /= np.maximum(others, 1)[:, None]
    return out


class NameReader:
    """A network over arrays that training/names.py wrote: what it makes of a word is told to the words
    around it and to the same word elsewhere in the article, and the first tags once more."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]]) -> None:
        self._w = {name: value.astype(np.float32) for name, value in arrays.items()}
        self._allowed = allowed()

    def read(self, windows: Sequence[Seen]) -> list[list[Named]]:
        """Start and end, in words, and kind of each name of every window of an article; places and
        peoples are the network's own guess, where no name is."""
        if not windows:
            return []
        logs = zip(windows, self._logs(windows), strict=True)
        return [self._named(seen, said) for seen, said in logs]

    def _logs(self, windows: Sequence[Seen]) -> list[Array]:
        w = self._w
        lines = lines_of_all(windows)
        first = np.maximum(
            np.concatenate([inputs(seen) @ w["in.weight"] + w["in.bias"] for seen in windows]), 0
        )
        same = same_words([word for seen in windows for word in seen.written])
        around = np.concatenate(
            [with_neighbours(first, lines, AROUND), elsewhere(first, same)], axis=1
        )
        second = np.maximum(around @ w["mid.weight"] + w["mid.bias"], 0)
        logits = second @ w["out.weight"] + w["out.bias"]
        likely = np.exp(log_softmax(logits))
        seen_again = np.concatenate([likely, elsewhere(likely, same)], axis=1)
        third = with_neighbours(seen_again, lines, AROUND) @ w["again.weight"] + w["again.bias"]
        logs = log_softmax(logits + np.maximum(third, 0) @ w["last.weight"] + w["last.bias"])
        return np.split(logs, np.cumsum([len(seen.written) for seen in windows])[:-1])

    def _named(self, seen: Seen, logs: Array) -> list[Named]:
        names = spans_of(self._best(logs, seen.lines))
        taken = {word for start, end, _ in names for word in range(start, end)}
        others = (
            span
            for span in entity_spans(seen.entities)
            if span[2] not in NAMED and not taken & set(range(span[0], span[1]))
        )
        return sorted([*names, *others])

    def _best(self, logs: Array, lines: Sequence[int]) -> list[int]:
        """The likeliest tags, none going on from another line."""
        likeliest = logs.argmax(axis=1)
        before = np.where(np.diff(lines) == 0, likeliest[:-1], 0)
        steps_worth = self._allowed[np.concatenate([[0], before]), likeliest]
        if not steps_worth.any():
            return [int(tag) for tag in likeliest]  # each is the best, and all may follow
        worth, back = logs[0] + self._allowed[0], []
        for i in range(1, len(logs)):
            steps = worth[:, None] + (
                self._allowed if lines[i] == lines[i - 1] else self._allowed[0][None, :]
            )
            back.append(steps.argmax(axis=0))
            worth = steps.max(axis=0) + logs[i]
        tags = [int(worth.argmax())]
        for pointers in reversed(back):
            tags.append(int(pointers[tags[-1]]))
        return tags[::-1]


def entities_of(windows: Sequence[tuple[Packed, Seen]], reader: NameReader | None) -> Entities:
    """The entities of an article by a reader of names, or as the network guesses them."""
    shown = [seen for _, seen in windows]
    read = reader.read(shown) if reader else [list(entity_spans(seen.entities)) for seen in shown]
    return [
        (offsets[start][0], offsets[end - 1][1], kind)
        for ((_, _, _, offsets), _), spans in zip(windows, read, strict=True)
        for start, end, kind in spans
    ]


def spans_of(tags: Sequence[int]) -> list[Named]:
    """Start and end, in words, and kind of the names that tags hold."""
    out, start = [], 0
    for place, tag in enumerate([*tags, 0]):
        before = tags[place - 1] if place else 0
        if before and (tag != before + before % 2):
            out.append((start, place, KINDS[(before - 1) // 2]))
        if tag % 2:
            start = place
    return out
