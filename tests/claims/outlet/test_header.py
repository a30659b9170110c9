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
        (
            f"Ferry to sail\n\nPerumbala: {BODY.replace('said.', 'said here.')}",
            "Perumbala",
            None,
            None,
        ),
        (f"Ferry to sail\n\nPerumbala: {BODY}", None, None, None),
        (f"Sir – {BODY}\nJonas Feld", None, None, None),
        (f"MARGIT SY, ANCHOR: You heard it. {BODY}\n\nRAI: Did you? We did.", None, None, None),
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


@pytest.mark.parametrize(
    ("line", "writers", "outlet", "wire"),
    [
        ("By Sam Orr, Ellery Gazette", ["Sam Orr"], "Ellery Gazette", None),
        ("By Sam Orr | Ellery Gazette | May 4, 2026", ["Sam Orr"], "Ellery Gazette", None),
        ("BY SAM ORR AND ANN BELL", ["SAM ORR", "ANN BELL"], None, None),
        ("By Sam Orr and Ann Bell in Port Ellery", ["Sam Orr", "Ann Bell"], None, None),
        ("By Ilse van der Berg, Harbour Correspondent", ["Ilse van der Berg"], None, None),
        ("By Our Special Correspondent", [], None, None),
        ("By Sam Orr Staff Writer", ["Sam Orr"], None, None),
        ("Sam Orr, Staff Writer", ["Sam Orr"], None, None),
        ("SAM ORR, Associated Press", ["SAM ORR"], "AP", "AP"),
        ("By Sam Orr, The Associated Press", ["Sam Orr"], "AP", "AP"),
        ("By Reuters Staff", [], "Reuters", "Reuters"),
        ("Words: Sam Orr", ["Sam Orr"], None, None),
        ("Sam Orr reports from Port Ellery.", ["Sam Orr"], None, None),
        ("The Gazette’s Sam Orr reports.", ["Sam Orr"], None, None),
        ("From Sam Orr in Port Ellery", ["Sam Orr"], None, None),
        ("FROM SAM ORR IN PORT ELLERY", ["SAM ORR"], None, None),
        ("From Sam Orr and Ann Bell in Port Ellery", ["Sam Orr", "Ann Bell"], None, None),
        ("From Monday in Port Ellery the bridge is shut", [], None, None),
        ("From Our Correspondent in Port Ellery", [], None, None),
        ("By Friday the bridge will open.", [], None, None),
        ("Sam Orr, Ann Bell", [], None, None),
        ("The Harbour Post reports:", [], None, None),
        ("Ilse Brandt, the mayor’s chief of staff, is now the editor.", [], None, None),
        ("Velmora Campaign Manager Laughs, Evades Reporter’s Question", [], None, None),
        ("Jon Drake / Reuters.", [], None, None),
        ("Harbour Master, Mayor", [], None, None),
    ],
)
def test_by_lines_of_everyday_shapes_name_people_and_for_whom_they_write(
    line: str, writers: list[str], outlet: str | None, wire: str | None
) -> None:
    """Posts, places and days are nobody's name, and a headline is no by-line."""
    header = read_header(f"Harbour shut after storm\n\n{line}\n\n{BODY}")
    assert [b.value for b in header.byline] == writers
    assert (header.outlet and header.outlet.value) == outlet
    assert (header.wire and header.wire.value) == wire


@pytest.mark.parametrize(
    ("foot", "writers", "contributors", "editors"),
    [
        (
            "(Reporting by Sam Orr in Port Ellery and Ann Bell; Writing by Rolf Dane; Editing by Ilse Kern "
            "and Tom Hale)",
            ["Sam Orr", "Ann Bell", "Rolf Dane"], [], ["Ilse Kern", "Tom Hale"],
        ),
        ("Reporting by Sam Orr Editing by Ann Bell", ["Sam Orr"], [], ["Ann Bell"]),
        (
            "(Reporting by Sam Orr; Additional reporting by Ann Bell in Merriden; Editing by Tom Hale)",
            ["Sam Orr"], ["Ann Bell"], ["Tom Hale"],
        ),
        (
            "Associated Press writers Ann Bell and Rolf Dane contributed to this report.",
            [], ["Ann Bell", "Rolf Dane"], [],
        ),
        ("Ann Bell in Merriden contributed reporting.", [], ["Ann Bell"], []),
        ("Sam Orr reports.", ["Sam Orr"], [], []),
    ],
)  # fmt: skip
def test_a_foot_tells_writers_from_helpers_and_editors(
    foot: str, writers: list[str], contributors: list[str], editors: list[str]
) -> None:
    """Whoever reported for a text that others signed helped with it."""
    header = read_header(f"Harbour shut\n\n{BODY}\n\n{foot}")
    found = (header.byline, header.contributors, header.editors)
    assert [[item.value for item in part] for part in found] == [writers, contributors, editors]
    signed = read_header(f"Harbour shut\n\nBy Ada Lindt\n\n{BODY}\n\n{foot}")
    assert [item.value for item in signed.byline] == ["Ada Lindt"]
    assert [item.value for item in signed.editors] == editors


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("SURABAYA, Indonesia/JAKARTA (Reuters) - ", "SURABAYA, Indonesia/JAKARTA"),
        ("ÖREBRO, Sweden/OSLO/BERLIN, May 4 (Reuters) - ", "ÖREBRO, Sweden/OSLO/BERLIN"),
        ("GREEN BAY, Wis. -- ", "GREEN BAY, Wis."),
        ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C."),
        ("ST. PAUL, Minn. (AP) _ ", "ST. PAUL, Minn."),
        ("PORT VELLA / MERRIDEN, 4 May — ", "PORT VELLA / MERRIDEN"),
        ("PORT VELLA, Velmora, and MERRIDEN, Ontara — ", "PORT VELLA, Velmora, and MERRIDEN, Ontara"),
        ("PORT VELLA, Monday — ", "PORT VELLA"),
        ("PORT VELLA (AFP, Reuters) - ", "PORT VELLA"),
    ],
)  # fmt: skip
def test_place_lines_of_several_places_and_states_cut_short_are_read_whole(
    line: str, place: str
) -> None:
    """To their last mark."""
    dateline = read_header(line + BODY).dateline
    assert dateline is not None and (dateline.place, dateline.evidence.text) == (place, line)


@pytest.mark.parametrize(
    ("day", "published", "date", "bare"),
    [
        ("May 4", "2026-05-04T09:20:00Z", "2026-05-04", "--05-04"),
        ("4 May", "2026-05-20", "2026-05-04", "--05-04"),
        ("Dec 31", "2027-01-01", "2026-12-31", "--12-31"),
        ("May 4", "2026-05-03", "2026-05-04", "--05-04"),
        ("May 4", "2027-01-01", None, "--05-04"),
        ("May 4", None, None, "--05-04"),
        ("Feb 30", "2026-03-01", None, None),
        ("May 4, 2025", "2026-05-04", "2025-05-04", None),
    ],
)
def test_a_place_line_has_its_day_and_takes_the_year_from_the_article(
    day: str, published: str | None, date: str | None, bare: str | None
) -> None:
    """None is invented where the day lies far from the one on which the article appeared."""
    line = read_header(f"PORT VELLA, {day} (Reuters) - {BODY}", None, published).dateline
    assert line is not None and (line.date, line.day) == (date, bare)


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
