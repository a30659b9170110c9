"""Names that are the beginning of another's or that nothing but a mark tells apart."""

from __future__ import annotations

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
