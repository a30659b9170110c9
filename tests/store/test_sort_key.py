"""The key by which times are sorted."""

from __future__ import annotations

import pytest

from store.mapping.claim_blocks import code_of_day
from store.mapping.to_rows import sort_key


@pytest.mark.parametrize(
    ("published", "key"),
    [
        ("2026-03-01T12:00:00+02:00", "2026-03-01T10:00:00Z"),
        ("2026-03", "2026-03"),
        ("٢٠٢٤-٠٣", ""),
        ("soon", ""),
        (None, ""),
    ],
)
def test_what_cannot_be_sorted_has_no_key(published: str | None, key: str) -> None:
    """Digits of other scripts neither."""
    assert sort_key(published) == key


def test_codes_of_days_sort_as_days_do() -> None:
    """Whatever is known of one; no day is before all."""
    days = ["", "0000", "0000-01", "0001", "2026", "2026-03", "2026-03-01", "2026-04", "9999-12-31"]
    codes = [code_of_day(day) for day in days]
    assert codes == sorted(set(codes))
