"""On which day something was said, where a weekday stands beside a date; 15 May 2026 is a Friday."""

from __future__ import annotations

from datetime import date

import pytest

from claims.model import Span
from claims.resolve.provenance.dates import said_on

PRINTED = date(2026, 5, 15)


def read(words: str, printed: date | None = PRINTED) -> tuple[str, str] | None:
    """The date and the words that show it, in what Mary Tollan said."""
    text = f"Mary Tollan said {words}"
    said = said_on(text, Span(0, len(text)), text.index("said"), printed)
    return (said.date, said.evidence.text) if said else None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on {Thursday, 14 May} that it rained", "2026-05-14"),
        ("on {Monday 11 May} that it rained", "2026-05-11"),
        ("{Friday, May 8}, that it rained", "2026-05-08"),
        ("on {Monday the 4th of May}", "2026-05-04"),
        ("on {last Tuesday, May 5th}", "2026-05-05"),
        ("on {Friday evening, 8 May}", "2026-05-08"),
        ("on {Friday (8 May)} in Sandvale", "2026-05-08"),
        ("on {Friday (May 8}, at noon) in Sandvale", "2026-05-08"),
        ("(on {Friday, May 8}) that it rained", "2026-05-08"),
        ("on {Thursday, 14 May 2020}", "2020-05-14"),
        ("on {Thursday, May 14, 2020}", "2020-05-14"),
        ("on {Thursday, 24 December}", "2025-12-24"),
        ("on {May 8, a Friday}, that it rained", "2026-05-08"),
        ("on {8 May (Friday)}", "2026-05-08"),
    ],
)
def test_a_date_beside_a_weekday_is_the_day(words: str, day: str) -> None:
    """Both are shown, for both were read."""
    shown = words[words.index("{") + 1 : words.index("}")]
    assert read(words.replace("{", "").replace("}", "")) == (day, shown)


@pytest.mark.parametrize("words", ["on Tuesday, 14 May", "on 14 May, a Tuesday"])
def test_where_weekday_and_date_disagree_the_date_is_as_printed(words: str) -> None:
    """14 May 2026 is a Thursday; no other day is guessed."""
    assert read(words) == ("2026-05-14", words.removeprefix("on "))


@pytest.mark.parametrize(
    "words",
    [
        "on Thursday, 31 April",
        "it would shut until Thursday, 14 May",
        "it would shut by next Thursday, 14 May",
        "it would shut next Thursday",
    ],
)
def test_a_date_that_is_none_or_ahead_leaves_no_weekday_behind(words: str) -> None:
    """The weekday before publication would be a guess."""
    assert read(words) is None


def test_without_the_articles_date_only_a_whole_date_is_known() -> None:
    """A weekday tells no year."""
    assert read("on Thursday, 14 May", None) is None
    assert read("on Thursday, 14 May 2020", None) == ("2020-05-14", "Thursday, 14 May 2020")


@pytest.mark.parametrize(
    ("words", "day", "shown"),
    [
        ("on Thursday, 14 people drowned", "2026-05-14", "Thursday"),
        ("on Wednesday that the bridge would open", "2026-05-13", "Wednesday"),
        ("last Friday, May Orla wrote", "2026-05-08", "last Friday"),
        ("Friday morning (local time)", "2026-05-15", "Friday"),
    ],
)
def test_a_weekday_by_itself_is_counted_from_publication(words: str, day: str, shown: str) -> None:
    """What looks like the beginning of a date is none."""
    assert read(words) == (day, shown)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Christmas Eve", "2025-12-24"),
        ("St Stephen’s Day", "2025-12-26"),
        ("New Year's Day", "2026-01-01"),
        ("Good Friday", "2026-04-03"),
        ("Easter Monday", "2026-04-06"),
        ("Whit Monday", "2025-06-09"),
        ("Halloween", "2025-10-31"),
    ],
)
def test_a_day_that_goes_by_a_name_is_the_latest_of_that_name(words: str, day: str) -> None:
    """No weekday of its name is counted by itself."""
    assert read(f"on {words}") == (day, words)


@pytest.mark.parametrize("printed", [PRINTED, None])
@pytest.mark.parametrize(
    ("words", "day"),
    [("Christmas Eve 2019", "2019-12-24"), ("Good Friday, 2024", "2024-03-29")],
)
def test_a_year_behind_a_day_that_goes_by_a_name_is_its_year(
    words: str, day: str, printed: date | None
) -> None:
    """Nothing is counted from the article's date."""
    assert read(f"on {words} that it rained", printed) == (day, words)


def test_a_number_behind_a_day_that_goes_by_a_name_is_no_year() -> None:
    """Only four digits of this century or the last are one."""
    assert read("on Christmas Eve 3000 people came") == ("2025-12-24", "Christmas Eve")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("two days later that it rained", "2026-05-05"),
        ("a week earlier that it rained", "2026-04-26"),
        ("the next day that it rained", "2026-05-04"),
        ("the previous day that it rained", "2026-05-02"),
    ],
)
def test_days_are_counted_from_that_of_what_was_said_before(words: str, day: str) -> None:
    """Without such a day nobody can count."""
    text = f"Mary Tollan said {words}"
    said = said_on(text, Span(0, len(text)), text.index("said"), PRINTED, date(2026, 5, 3))
    assert said is not None
    assert said.date == day
    assert read(words) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Monday of last week", "2026-05-04"),
        ("on Friday last week", "2026-05-08"),
        ("the day before yesterday", "2026-05-13"),
        ("a fortnight ago", "2026-04-27"),
        ("twelve days ago", "2026-05-03"),
        ("on the 20th", "2026-04-20"),
        ("on the 3rd floor", None),
        ("on Tues.", "2026-05-12"),
        ("at Wednesday's meeting", "2026-05-13"),
        ("after Wednesday's match", None),
        ("in early May", "2026-05"),
        ("at the end of April", "2026-04"),
    ],
)
def test_days_in_the_words_of_news(words: str, day: str | None) -> None:
    """A week by its Monday."""
    said = read(words)
    assert (said and said[0]) == day
