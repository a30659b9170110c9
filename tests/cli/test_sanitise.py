"""Hostile text is cleaned, whatever it holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cli.sanitise import clean, text


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
