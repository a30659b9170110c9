"""The day of saying that a draft gives beside the record's, in words that hold what each of them gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Article, Evidence, Header, Reading, SaidOn, Span
from claims.proof.model import Finding, RecordedArticle
from claims.proof.passages import passages_of
from claims.proof.proof import prove
from tests.claims.proof import made


class _Record:
    """A record whose boats sank on a day that it gives, or none."""

    def __init__(self, said_on: str | None) -> None:
        self._said_on = said_on

    def near(self, _: object) -> list[RecordedArticle]:
        article = made.article()
        day = {"said_on": self._said_on, "said_on_precision": "day" if self._said_on else None}
        return [replace(article, claims=tuple(replace(c, **day) for c in article.claims))]


def _said(day: str, day_of: str, said_on: str | None) -> Finding:
    text = f"“Twelve boats sank,” Ana Reyes said {day}."
    start = text.index(day)
    found = made.claim(text, "Twelve boats sank", "Ana Reyes")
    said = SaidOn(day_of, "day", Evidence(Span(start, start + len(day)), day))
    found = replace(found, setting=replace(found.setting, said_on=said))
    reading = Reading(Article("draft.txt", text, published="2026-05-10"), Header(), (found,))
    (passage,) = passages_of(reading)
    return prove(reading, passage, _Record(said_on))


@pytest.mark.parametrize(
    ("day", "day_of", "said_on", "reasons"),
    [
        ("on Friday", "2026-05-08", "2026-05-04",
         ("the draft says Friday, the record Monday 2026-05-04",)),
        ("on Friday", "2026-05-08", None,
         ("the draft says Friday, but it was printed on Monday 2026-05-04",)),
        ("on Monday", "2026-05-04", None, ()),
        ("on Saturday", "2026-05-09", None, ()),
        ("on Monday", "2026-05-11", "2026-05-04", ()),
    ],
)  # fmt: skip
def test_a_weekday_that_does_not_fit(
    day: str, day_of: str, said_on: str | None, reasons: tuple[str, ...]
) -> None:
    """The record's day where it gives one, else the day of print; no day that neither of them gives."""
    finding = _said(day, day_of, said_on)
    assert finding.reasons == reasons
    assert finding.verdict == ("other time" if reasons else "verbatim")


@pytest.mark.parametrize(
    ("time", "said", "precision", "verdict"),
    [
        ("in April", "2026-04", "month", "other time"),
        ("in May", "2026-05", "month", "verbatim"),
        ("last week", "2026-05-04", "week", "verbatim"),
        ("last week", "2026-06-08", "week", "other time"),
        ("last year", "2025", "year", "verbatim"),
    ],
)
def test_a_week_or_a_month_that_does_not_fit(
    time: str, said: str, precision: str, verdict: str
) -> None:
    """What was printed on the fourth of May was said a day or two before; a year may be anything."""
    text = f"“Twelve boats sank,” Ana Reyes said {time}."
    start = text.index(time)
    found = made.claim(text, "Twelve boats sank", "Ana Reyes")
    when = SaidOn(said, precision, Evidence(Span(start, start + len(time)), time))  # type: ignore[arg-type]
    found = replace(found, setting=replace(found.setting, said_on=when))
    reading = Reading(Article("draft.txt", text, published="2026-06-20"), Header(), (found,))
    (passage,) = passages_of(reading)
    assert prove(reading, passage, _Record(None)).verdict == verdict


OFFICES = [
    ("wrote Ana Reyes, the director at the time", "Ana Reyes, then the director, wrote it.", "verbatim"),
    ("said Ana Reyes, the town's director", "Mira Oduya succeeded Reyes. The former town director was sad.",
     "other time"),
    ("said Ana Reyes, the town's director", "Mira Oduya wrote to Reyes. The director was sad.", "verbatim"),
    ("said chief executive Ana Reyes", "Ana Reyes, the former chief executive, wrote it.", "other time"),
    ("Ana Reyes said after stepping down", "Ana Reyes is the director of the port.", "other time"),
    ("Ana Reyes said after stepping down", "Ana Reyes has resigned as director.", "verbatim"),
    ("said Ana Reyes, then still deputy director", "The acting director, Ana Reyes, was sad.", "verbatim"),
    ("Ana Reyes, then still deputy director, said", "The acting director Ana Reyes was sad.", "other time"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "record", "verdict"), OFFICES)
def test_an_office_of_another_time(said: str, record: str, verdict: str) -> None:
    """Held no more, or still held, when the words were said."""
    words = "Twelve boats sank in one night"
    text = f"{record} “{words},” Ana Reyes said."
    held = made.recorded(text, words, "Ana Reyes")
    behind = said.startswith(("wrote", "said"))
    draft = f"“{words},” {said}." if behind else f"{said}: “{words}.”"
    claim = made.claim(draft, words, "Ana Reyes", "wrote" if "wrote" in said else "said")
    (finding,) = made.findings(made.draft(draft, claim), made.article(text, [held]))
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("behind", "verdict"),
    [
        ("said in April", "other time"),
        ("said, and she would have a plan in April", "verbatim"),
        ("said, who had warned the town in April", "verbatim"),
    ],
)
def test_the_month_of_another_clause_is_not_that_of_the_words(behind: str, verdict: str) -> None:
    text = f"“Twelve boats sank,” Ana Reyes {behind}."
    start = text.index("in April")
    found = made.claim(text, "Twelve boats sank", "Ana Reyes")
    when = SaidOn("2026-04", "month", Evidence(Span(start, start + 8), "in April"))
    found = replace(found, setting=replace(found.setting, said_on=when))
    reading = Reading(Article("draft.txt", text, published="2026-06-20"), Header(), (found,))
    (passage,) = passages_of(reading)
    assert prove(reading, passage, _Record(None)).verdict == verdict
