"""Headers and feet in the manner of the world's press, in articles of our own: forty, all right."""

from __future__ import annotations

import pytest

from claims.outlet import read_header

BODY = "The harbour was closed on Monday, the mayor said. Boats stayed in."
HEADS = [
    ("Port Vella, Mar 17 (PTI) ", "PTI", "Port Vella", None),
    ("PORT VELLA: ", None, "PORT VELLA", None),
    ("Port Vella [Norland], March 17 (ANI): ", "ANI", "Port Vella", None),
    ("Port Vella, March 17 (IANS) ", "IANS", "Port Vella", None),
    ("Port Vella, March 17, 2026 (AFP) - ", "AFP", "Port Vella", "2026-03-17"),
    ("PORT VELLA (AFP) — ", "AFP", "PORT VELLA", None),
    ("PORT VELLA, March 17 (Xinhua) -- ", "Xinhua", "PORT VELLA", None),
    ("Port Vella (dpa) - ", "dpa", "Port Vella", None),
    ("Port Vella (dpa/tmn) - ", "dpa", "Port Vella", None),
    ("Puerto Vela, 17 mar (EFE).- ", "EFE", "Puerto Vela", None),
    ("PORT VELLA, March 17. /TASS/. ", "TASS", "PORT VELLA", None),
    ("PORT VELLA. March 17 (Interfax) - ", "Interfax", "PORT VELLA", None),
    ("PORT VELLA, March 17 (Sputnik) – ", "RIA Novosti", "PORT VELLA", None),
    ("PORT VELLA, March 17 (Kyodo) - ", "Kyodo", "PORT VELLA", None),
    ("Port Vella, March 17, 2026 (NAN) ", "NAN", "Port Vella", "2026-03-17"),
    ("PORT VELLA, March 17 (Bernama) -- ", "Bernama", "PORT VELLA", None),
    ("Port Vella (ANTARA) - ", "Antara", "Port Vella", None),
    ("PORT VELLA, March 17 (Yonhap) -- ", "Yonhap", "PORT VELLA", None),
    ("(ANSA) - PORT VELLA, MAR 17 - ", "ANSA", "PORT VELLA", None),
    ("PORT VELLA (AA) - ", "Anadolu Agency", "PORT VELLA", None),
    ("PORT VELLA, Mar. 17 (IRNA) – ", "IRNA", "PORT VELLA", None),
    ("PORT VELLA, 17th March, 2026 (WAM) -- ", "WAM", "PORT VELLA", "2026-03-17"),
    ("Port Vella, SANA- ", "SANA", "Port Vella", None),
    ("PORT VELLA, Mar 17 (APP): ", "APP", "PORT VELLA", None),
    ("PORT VELLA, March 17, 2026 (BSS) - ", "BSS", "PORT VELLA", "2026-03-17"),
    ("Port Vella, March 17, GNA – ", "GNA", "Port Vella", None),
    ("PORT VELLA, March 17 /Agerpres/ - ", "Agerpres", "PORT VELLA", None),
    ("Mar 17 (Reuters) - ", "Reuters", None, None),
    ("PORT VELLA, Estmark, March 17 (UPI) — ", "UPI", "PORT VELLA, Estmark", None),
    ("17 March 2026 PORT VELLA: ", None, "PORT VELLA", "2026-03-17"),
]
FEET = [
    ("(Reporting by Ada Lindt in Port Vella; Editing by Jon Marsh)", "Reuters"),
    ("- Reuters", "Reuters"),
    ("© 2026 AFP", "AFP"),
    ("Copyright 2026 The Associated Press. All rights reserved.", "AP"),
    ("This report by The Canadian Press was first published March 17, 2026.", "CP"),
    (
        "(This story has not been edited by our staff and is published from a syndicated feed: PTI)",
        "PTI",
    ),
    ("Source: Xinhua | Editor: huaxia", "Xinhua"),
    ("Credit: ANI", "ANI"),
    ("AFP/abc/de", "AFP"),
    ("(IANS)", "IANS"),
]


@pytest.mark.parametrize("head,wire,place,date", HEADS, ids=[h[0].strip() for h in HEADS])
def test_a_head_gives_agency_place_and_date(
    head: str, wire: str | None, place: str | None, date: str | None
) -> None:
    """The head is furniture, and the sentence after it is not."""
    header = read_header(f"Harbour shut after storm\n\n{head}{BODY}")
    line = header.dateline
    assert line is not None
    assert (header.wire.value if header.wire else None, line.place, line.date) == (
        wire,
        place,
        date,
    )
    assert len(header.furniture) == 1
    start, end = header.furniture[0]
    assert f"Harbour shut after storm\n\n{head}{BODY}"[start:end].strip() == head.strip()


@pytest.mark.parametrize("foot,wire", FEET, ids=[f[0][:30] for f in FEET])
def test_a_foot_gives_the_agency(foot: str, wire: str) -> None:
    """The foot is furniture, and the body is not."""
    text = f"{BODY}\n\n{foot}"
    header = read_header(text)
    assert header.wire is not None and header.wire.value == wire
    assert all(start >= len(BODY) for start, _ in header.furniture)


@pytest.mark.parametrize(
    "line,writers,wire",
    [
        ("By ADA LINDT, Associated Press", ["ADA LINDT"], "AP"),
        ("By Ada Lindt and Jon Marsh | Reuters", ["Ada Lindt", "Jon Marsh"], "Reuters"),
        ("Ada Lindt | AP", ["Ada Lindt"], "AP"),
        ("By Ada Lindt, Staff Writer", ["Ada Lindt"], None),
        ("By Ada Lindt", ["Ada Lindt"], None),
    ],
)
def test_a_by_line_gives_its_writers_and_their_agency(
    line: str, writers: list[str], wire: str | None
) -> None:
    """A desk or a post behind the names is no writer."""
    header = read_header(f"Harbour shut\n\n{line}\n\n{BODY}")
    assert [w.value for w in header.byline] == writers
    assert (header.wire.value if header.wire else None) == wire


@pytest.mark.parametrize(
    "text",
    [
        "Oil (and gas) prices rose on Monday.",
        "Storms - the worst in years - closed the port.",
        "March 17 was a quiet day. The port was open.",
        "Dr. Holm (Norland) said no.",
        "The chief told us: it is over.",
        "Reuters said on Monday that the port was closed.",
    ],
)
def test_sentences_that_only_look_like_heads_are_none(text: str) -> None:
    """No place, date or agency is made up."""
    assert read_header(text).dateline is None and read_header(text).wire is None
