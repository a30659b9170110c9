"""Which characters of a text are taken by attributions, and which attributions stand at a place."""

from __future__ import annotations

from claims.detect.postprocess.layout import claim
from claims.detect.postprocess.taken import STRETCH_CHARACTERS, Placed, Taken
from claims.model import Span

TEXT = "Ilse Brandt said the bridge was shut."
SAID = claim([Span(17, 36)], [Span(12, 16)], [Span(0, 11)], why="made")


def test_the_characters_of_every_part_are_taken() -> None:
    taken = Taken(TEXT, [SAID])
    assert not taken.free(Span(10, 12))
    assert not taken.free(Span(36, 37), Span(30, 31))
    assert taken.free(Span(11, 12), Span(36, 37))


def test_what_is_added_later_is_taken_too() -> None:
    taken = Taken(TEXT)
    assert taken.free(Span(0, len(TEXT)))
    taken.add(SAID)
    assert not taken.free(Span(0, len(TEXT)))


def test_ones_own_parts_are_free_until_another_takes_them() -> None:
    taken = Taken(TEXT, [SAID])
    assert taken.free(Span(12, 16), but=SAID)
    taken.add(claim([Span(14, 20)], why="made"))
    assert not taken.free(Span(12, 16), but=SAID)


FAR = claim([Span(9 * STRETCH_CHARACTERS, 9 * STRETCH_CHARACTERS + 5)], why="made")


def test_what_stands_near_is_found_in_order_and_nothing_far_off() -> None:
    placed = Placed([SAID, FAR])
    placed.add(claim([Span(20, 30)], why="later"))
    assert [one.reasons for one in placed.near(Span(22, 25)).values()] == [("made",), ("later",)]
    assert placed.all()[1] is FAR


def test_what_loses_its_content_goes() -> None:
    placed = Placed([SAID, FAR])
    placed.put(0, claim([], why="empty"))
    assert placed.all() == [FAR]
    assert not placed.near(Span(0, 5))
