"""Hostile text is cleaned, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.sanitise import clean, signs, text


@given(st.text())
def test_no_control_character_survives(raw: str) -> None:
    """C0 but newline and tab, DEL, C1 and bidi overrides are gone."""
    for c in clean(raw):
        code = ord(c)
        assert c in "\n\t" or not (
            code < 32 or 127 <= code < 160 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
        )


@given(st.text(alphabet="ab[]/= \n"))
def test_markup_stays_letters(raw: str) -> None:
    """Brackets of the article are shown, never obeyed."""
    assert text(raw).plain == " ".join(raw.split())
    assert not text(raw).spans


INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\u2063\ufeff\u034f\u115f\u3164\ufe0f\U000e0041"
)


@pytest.mark.parametrize("mark", INVISIBLE)
def test_no_two_different_names_look_alike(mark: str) -> None:
    shown = f"Ana<U+{ord(mark):04X}> Reyes"
    assert clean(f"Ana{mark} Reyes") == shown
    assert text(f"Ana{mark} Reyes").plain == shown
    assert clean(shown) == shown


@pytest.mark.parametrize("plain", ["می‌خواهم", "👩‍🚒", "❤️", "क्‍ष", "Ana Reyes", "Žofie", "1️⃣"])
def test_marks_that_have_their_place_stay(plain: str) -> None:
    assert clean(plain) == plain


@pytest.mark.parametrize(
    "raw", ["plain", "a\u200bb", "\x1b[31mred\u202e\u200d", "a\u0301\u200d", "نمی\u200cخواهم", ""]
)
def test_signs_are_the_cleaned_string_letter_by_letter(raw: str) -> None:
    """So that a place in a text keeps its letter."""
    assert "".join(signs(raw)) == clean(raw) and len(signs(raw)) == len(raw)
