"""The calculation of a year of news follows its parameters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.year_of_news import Year, needed

YEAR = Year(
    articles=86_400, english=0.5, copies=0.5, days=2, tokens=100, tokens_a_second=50, used=0.5,
    claims=10, claim_bytes=100, article_bytes=1_000, writer_seconds=0.4, page_seconds=1, core_gigabytes=2,
)  # fmt: skip


def test_each_need_is_what_its_parameters_say() -> None:
    need = needed(YEAR)
    assert need.read == 21_600
    assert need.core_days == pytest.approx(1)  # 2 seconds an article, half of the time
    assert need.cores == pytest.approx(0.5) and need.gigabytes == pytest.approx(1)
    assert need.page_days == pytest.approx(1)
    assert need.writer_days == pytest.approx(1) and need.writers == pytest.approx(0.5)
    assert need.store_terabytes == pytest.approx(21_600 * 2_000 / 1e12)


def test_twice_the_cores_halve_the_days_and_leave_the_writer_as_he_is() -> None:
    faster = needed(replace(YEAR, tokens_a_second=100))
    assert faster.core_days == pytest.approx(0.5)
    assert faster.writer_days == needed(YEAR).writer_days
