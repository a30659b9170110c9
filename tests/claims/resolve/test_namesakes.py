"""Names that are the beginning of another's or that nothing but a mark tells apart."""

from __future__ import annotations

import pytest

from claims.resolve.mentions.people import People
from tests.work import MAX_GROWTH, growth


def _of(*names: str) -> People:
    """The people of a text that brings in these names."""
    people = People()
    for name in names:
        people.add("", name, "")
    people.close()
    return people


def test_the_father_of_a_mark_alone_may_have_an_article_in_his_surname() -> None:
    """It is written with it and compared without."""
    assert _of("Walid al-Marwani Sr.", "Walid Jr.").find("", "Walid Jr.") == "Walid al-Marwani Jr."


@pytest.mark.parametrize(
    ("names", "said", "whole"),
    [
        (("Walter Holm Sr.", "Walter Jr."), "Walter Jr.", "Walter Holm Jr."),
        (("Walter Holm III", "Walter Orr", "Walter III"), "Walter III", "Walter Holm III"),
        (("Walter Orr", "Walter III"), "Walter III", None),
        (("Walter Orr Sr.", "Walter III"), "Walter III", None),
    ],
)
def test_a_given_name_with_a_mark_is_who_bears_both_or_the_son_of_who_bears_the_opposite(
    names: tuple[str, ...], said: str, whole: str | None
) -> None:
    """A namesake without a mark tells nothing, and a number has no opposite."""
    assert _of(*names).find("", said) == whole


def test_a_number_behind_a_king_gives_nobody_a_surname() -> None:
    """It tells reigns apart."""
    people = People()
    for title, name in (("", "Charles Orr III"), ("King", "Charles III")):
        people.add(title, name, "")
    people.close()
    assert people.find("King", "Charles III") is None


@pytest.mark.parametrize(
    ("text", "short", "long", "is_own"),
    [
        ("Ana Ruiz Vega came on Monday. Ana Ruiz left.", "Ana Ruiz", "Ana Ruiz Vega", False),
        ("Ana Ruiz came. Ana Ruiz Vega, a baker, left.", "Ana Ruiz", "Ana Ruiz Vega", False),
        ("Ana Ruiz and Ana Ruiz Vega came. Ana Ruiz left.", "Ana Ruiz", "Ana Ruiz Vega", True),
        ("Jon Holm met Jon Holm Orr. Jon Holm left.", "Jon Holm", "Jon Holm Orr", True),
        ("Ana Ruiz, a baker, came. Ana Ruiz Vega left.", "Ana Ruiz", "Ana Ruiz Vega", True),
        ("James Lee Burke left. James Lee came.", "James Lee", "James Lee Burke", True),
    ],
)
def test_a_name_with_which_another_begins_is_that_ones_unless_the_text_has_both_apart(
    text: str, short: str, long: str, is_own: bool
) -> None:
    """In one sentence, brought in first by itself, or ending in a given name it is somebody else's."""
    people = People()
    for name in (long, short):
        people.add("", name, text)
    people.close(text)
    assert people.find("", short, text) == (short if is_own else long)


def test_twice_as_many_names_are_brought_together_in_twice_the_time() -> None:
    """Each is looked up among the others, not compared with all of them."""

    def brought_in(text: str) -> list[str | None]:
        names = [f"Ana {_word(n)}ez {_word(n)}a" for n in range(len(text))]
        people = _of(*names)
        return [people.find("", f"{_word(n)}ez") for n in range(len(text))]

    brought_in("a" * 200)  # what is remembered of a word is asked for once
    assert growth(brought_in, "a") < MAX_GROWTH


def _word(number: int) -> str:
    """A name of its own for each number."""
    return "B" + "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")
