"""Labelled articles with other people put in: the labels stand at the new names."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.renamed import copies_of, renamed

TEXT = "Ilse Brandt of Harbour Post met Anton Reyer. Brandt left; Reyer stayed with Dr. Ho."
NAMES = [
    (TEXT.index(name), TEXT.index(name) + len(name), letter)
    for name, letter in (("Ilse Brandt", "P"), ("Harbour Post", "O"), ("Anton Reyer", "P"))
] + [(TEXT.rindex(name), TEXT.rindex(name) + len(name), "P") for name in ("Brandt", "Reyer", "Ho")]


@given(st.integers())
def test_what_stands_between_names_stays(seed: int) -> None:
    """But for a title that a name may get, which is no part of it."""
    made, spans = renamed(TEXT, NAMES, random.Random(seed))
    assert [letter for _, _, letter in spans] == [letter for _, _, letter in sorted(NAMES)]
    assert made[spans[-1][1] :] == "." and made[slice(*spans[1][:2])] == "Harbour Post"
    assert made[spans[2][1] : spans[3][0]] == ". "
    assert all(made[start:end].strip() == made[start:end] for start, end, _ in spans)


@given(st.integers())
def test_one_person_keeps_one_name(seed: int) -> None:
    """The surname alone is a word of the full name."""
    made, spans = renamed(TEXT, NAMES, random.Random(seed))
    first, again = (made[slice(*spans[i][:2])] for i in (0, 3))
    assert again in first


def test_people_are_others() -> None:
    made, _ = renamed(TEXT, NAMES, random.Random(1))
    assert "Ilse" not in made and "Anton" not in made


def test_bodies_change_only_where_asked_and_keep_what_they_are() -> None:
    """The surname alone stays a word of the full name's; "Post" says what the body is."""
    made = {renamed(TEXT, NAMES, random.Random(seed), bodies=True)[0] for seed in range(20)}
    assert all(" Post met " in text for text in made)
    assert any("Harbour Post" not in text for text in made)


def test_every_second_copy_has_other_bodies() -> None:
    copies = [text for _, text, _ in copies_of([(str(n), TEXT, NAMES) for n in range(8)], 2)]
    assert all("Harbour Post" in text for text in copies[::2])
    assert any("Harbour Post" not in text for text in copies[1::2])
