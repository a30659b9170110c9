"""Headers and feet in the manner of the world's press, in articles of our own."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.outlet import read_header

BODY = "The harbour was closed on Monday, the mayor said. Boats stayed in."


@pytest.mark.parametrize(
    "text,place,date,wire",
    [
        (f"date 2026-03-17 PORT VELLA: {BODY} -PTI", "PORT VELLA", "2026-03-17", "PTI"),
        (f"PORT VELLA (AP) — {BODY}", "PORT VELLA", None, "AP"),
        (f"PORT VELLA, March 17 (Xinhua) -- {BODY}", "PORT VELLA", None, "Xinhua"),
        (f"PORT VELLA, March 17, 2026 (Reuters) - {BODY}", "PORT VELLA", "2026-03-17", "Reuters"),
        (f"A headline\n\nPORT VELLA — {BODY}", "PORT VELLA", None, None),
        (f"{BODY}\n\n(AFP)", None, None, "AFP"),
        (f"{BODY}\n\nANI", None, None, "ANI"),
        (f"{BODY}\n\nSource: Xinhua", None, None, "Xinhua"),
    ],
)
def test_place_date_and_agency_are_read(
    text: str, place: str | None, date: str | None, wire: str | None
) -> None:
    """From the first line and the last."""
    header = read_header(text)
    line = header.dateline
    assert (
        line.place if line else None,
        line.date if line else None,
        header.wire.value if header.wire else None,
    ) == (
        place,
        date,
        wire,
    )


@pytest.mark.parametrize(
    "line",
    [
        "17 March 2026",
        "March 17, 2026",
        "2026-03-17",
        "Tuesday, March 17, 2026",
        "Published: 17 March 2026",
        "Posted on March 17, 2026 at 10:15 a.m. GMT",
        "17 March 2026 | 10:15",
    ],
)
def test_a_date_in_a_line_of_its_own_is_the_articles(line: str) -> None:
    """Below the title and the by-line, as papers on the web print it; the line is furniture."""
    text = f"Harbour shut\n\nBy Ada Lindt\n{line}\n\n{BODY}"
    header = read_header(text)
    assert header.dateline is not None and header.dateline.date == "2026-03-17"
    assert header.dateline.evidence.text == line
    assert any(text[slice(*span)] == line for span in header.furniture)


def test_a_place_line_takes_the_date_of_the_line_above_it() -> None:
    """And shows both."""
    header = read_header(f"17 March 2026\n\nPORT VELLA (AP) — {BODY}")
    assert header.dateline is not None and header.wire is not None
    assert (header.dateline.place, header.dateline.date, header.wire.value) == (
        "PORT VELLA",
        "2026-03-17",
        "AP",
    )
    assert header.dateline.evidence.text == "17 March 2026\n\nPORT VELLA (AP) — "


@pytest.mark.parametrize(
    "line", ["March 17", "May 32, 2026", "March 17, 2026 was a Tuesday.", "17 March 2026 (Reuters)"]
)
def test_what_is_no_whole_date_dates_nothing(line: str) -> None:
    """No year, no such day, or a sentence."""
    header = read_header(f"Harbour shut\n{line}\n{BODY}")
    assert header.dateline is None or header.dateline.date is None


@pytest.mark.parametrize(
    "line",
    [" " * 5000 + "HARBOUR SHUT", "2026-03-17" + " " * 5000 + "x", "By Ada" + " " * 5000 + "x"],
)
def test_a_line_of_blanks_is_read_at_once(line: str) -> None:
    """A title set in the middle, or a text that means harm: what tries every way to part blanks
    never ends."""
    assert read_header(f"{line}\n\nPORT VELLA (AP) — {BODY}").wire is not None


def test_every_inferred_value_shows_its_words() -> None:
    """The evidence is the text at its span."""
    text = f"PORT VELLA (AP) — {BODY}"
    wire = read_header(text).wire
    assert wire is not None and text[slice(*wire.evidence.span)] == wire.evidence.text == "AP"


def test_writers_of_a_by_line_are_read() -> None:
    """One name each."""
    header = read_header(f"By Ada Lindt and Jon Marsh\n\n{BODY}")
    assert [b.value for b in header.byline] == ["Ada Lindt", "Jon Marsh"]


def test_an_agency_that_helped_is_no_wire() -> None:
    """It is credited, the text is not its own."""
    header = read_header(f"{BODY}\n\nThe Associated Press contributed to this report.")
    assert header.wire is None and [c.value for c in header.credits] == ["AP"]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "He said: “I will.” She left.",
        "The mayor: a life\n\nShe was born in May.",
        "ODUYA: PORT SHUTS\n\nShe left.",
    ],
)
def test_sentences_of_the_body_are_no_furniture(text: str) -> None:
    """Nothing is hidden from the detector without a reason."""
    assert read_header(text).furniture == ()


@given(st.text(alphabet="AB ab:-—()\n.,1") | st.text())
def test_furniture_lies_in_any_text(text: str) -> None:
    """Sorted, disjoint, inside."""
    spans = read_header(text).furniture
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(spans))
