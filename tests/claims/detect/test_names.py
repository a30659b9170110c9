"""The reader of names, by arrays of its own: which tags may follow, and what a word is told."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.name_signs import signs, with_neighbours
from claims.detect.names import (
    AROUND,
    TAGS,
    NameReader,
    Seen,
    elsewhere,
    inputs,
    lines_of_all,
    same_words,
)

WORDS = ["Angels", "GM", "Tony", "Reagins", "spoke", "in", "Tarn"]
LINES = [0] * len(WORDS)
TONY = [3, 0, 1, 2, 0, 0, 0]
"""A body, then a person of two words."""
WIDTH = 16


def _entities(places: dict[int, int], length: int = len(WORDS)) -> np.ndarray:
    logits = np.zeros((length, 9), np.float32)
    logits[:, 0] = 5.0
    for place, tag in places.items():
        logits[place, tag] = 9.0
    return logits


def _seen(words: list[str], lines: list[int]) -> Seen:
    states = np.random.default_rng(len(words)).normal(size=(len(words), WIDTH)).astype(np.float32)
    return Seen(states, _entities({}, len(words)), words, [("NNP", "compound")] * len(words), lines)


def _reader(tags: list[int], seen: Seen) -> NameReader:
    """A reader that says these tags of these words, whatever stands around them."""
    target = np.full((len(tags), TAGS), -9.0)
    target[np.arange(len(tags)), tags] = 9.0
    inner = np.linalg.pinv(inputs(seen).astype(np.float64)) @ (target + 20)
    own = np.zeros((TAGS * (2 * AROUND + 2), TAGS), np.float32)
    own[AROUND * TAGS : (AROUND + 1) * TAGS] = np.eye(TAGS)
    arrays = {
        "in.weight": inner, "mid.weight": own, "out.weight": np.eye(TAGS),
        "again.weight": np.zeros((2 * TAGS * (2 * AROUND + 1), 4)), "last.weight": np.zeros((4, TAGS)),
        "again.bias": np.zeros(4),
    } | {f"{layer}.bias": np.zeros(TAGS) for layer in ("in", "mid", "out", "last")}  # fmt: skip
    return NameReader({name: value.astype(np.float32) for name, value in arrays.items()})


def _spans(tags: list[int], lines: list[int] = LINES) -> list[tuple[int, int, str]]:
    seen = _seen(WORDS, lines)
    return _reader(tags, seen).read([seen])[0]


def test_a_name_ends_where_another_begins() -> None:
    assert _spans(TONY) == [(0, 1, "ORG"), (2, 4, "PERSON")]


def test_places_are_the_network_s_own_where_no_name_is() -> None:
    seen = _seen(WORDS, LINES)._replace(entities=_entities({6: 5, 3: 5}))
    found = _reader(TONY, seen).read([seen])[0]
    assert (6, 7, "GPE") in found
    assert all(kind != "GPE" or start == 6 for start, _, kind in found)


def test_what_goes_on_has_begun() -> None:
    """At its first word or the one before: either is as likely."""
    ((start, end, kind),) = _spans([0, 0, 2, 2, 0, 0, 0])
    assert start in (1, 2) and (end, kind) == (4, "PERSON")


def test_no_name_goes_over_the_end_of_a_line() -> None:
    cut = [0, 0, 0, 1, 1, 1, 1]
    assert all(not start < 3 < end for start, end, _ in _spans([0, 0, 1, 2, 2, 0, 0], cut))


def test_an_article_without_words_has_no_names() -> None:
    assert NameReader({}).read([]) == []


def test_windows_share_no_line() -> None:
    two = [_seen(WORDS[:3], [0, 0, 1]), _seen(WORDS[:2], [0, 1])]
    assert lines_of_all(two) == [0, 0, 1, 2, 3]


def test_a_word_is_told_of_its_other_places() -> None:
    """Of capitalised words alone, and capitals aside."""
    numbers = same_words(["Felt", "felt", "FELT", "so", "Reid", "I"])
    assert numbers == [0, -1, 0, -1, 1, -1]
    own = np.array([[2.0], [9.0], [4.0], [9.0], [7.0], [9.0]], np.float32)
    assert elsewhere(own, numbers).ravel().tolist() == [4, 0, 2, 0, 0, 0]


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=12), st.data())
def test_a_word_s_signs_look_at_its_own_line_alone(words: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(words)))
    lines = [int(i >= cut) for i in range(len(words))]
    told = [("NNP", "nsubj")] * len(words)
    whole = signs(words, told, lines)
    for line in (0, 1):
        mine = [i for i, number in enumerate(lines) if number == line]
        if mine:
            alone = signs([words[i] for i in mine], told[: len(mine)], [0] * len(mine))
            assert np.array_equal(whole[mine], alone)


@given(st.lists(st.integers(0, 1), min_size=1, max_size=12))
def test_neighbours_stand_in_one_line(cuts: list[int]) -> None:
    lines = np.cumsum(cuts).tolist()
    own = np.arange(1, len(lines) + 1, dtype=np.float32)[:, None]
    around = with_neighbours(own, lines, 2)
    for i, row in enumerate(around.tolist()):
        near = [(j, int(told)) for j, told in zip(range(i - 2, i + 3), row, strict=True)]
        assert all(told in (0, j + 1) for j, told in near)
        assert all(bool(told) == (0 <= j < len(lines) and lines[j] == lines[i]) for j, told in near)
