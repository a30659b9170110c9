"""Exports of Nexis, Factiva and ProQuest as PDF: each document by itself, whose lines were broken to a width."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from claims.model import Article
from tests.claims.read.makers import pdf
from tests.claims.read.reading import read_file

MILL = (
    "The mill will close in March and 340 people will lose their work, its owner said on Thursday in Sandvale.",
    "“We have looked at every way of keeping it open,” the director of Orre Paper, Helge Brandvold, told workers.",
    "The union will ask the county to buy the site, its secretary said.",
)
TRAM = (
    "Trams will run all night on Fridays and Saturdays from June, the transport office in Kessling said on Tuesday.",
    "A tram will come every half hour, according to a plan that the council approved.",
)
TITLES = "Paper mill to close in March", "Trams to run all night"
COVER = [
    "Date and Time: Monday, February 2, 2026 10:11 AM GMT",
    "Documents (2)",
    *(f"{number}. {title}" for number, title in enumerate(TITLES, 1)),
]
Told = tuple[str, str, str, str, tuple[str, ...]]
DOCUMENTS: tuple[Told, Told] = (
    (TITLES[0], "Sandvale Observer", "January 16, 2026", "Nora Finch", MILL),
    (TITLES[1], "Kessling Line", "April 7, 2026", "Freya Moss", TRAM),
)


def _wrapped(paragraphs: tuple[str, ...], label: str = "") -> list[str]:
    return [line for p in (label + paragraphs[0], *paragraphs[1:]) for line in textwrap.wrap(p, 80)]


def _nexis(told: Told) -> list[str]:
    title, outlet, day, writer, text = told
    rights = "Copyright 2026 Tidewater Media Group All Rights Reserved"
    return [
        title, outlet, f"{day} Friday", rights, "Section: NEWS; Pg. 3", "Length: 240 words", f"Byline: {writer}",
        "Body", *_wrapped(text), "Load-Date: May 17, 2026", "End of Document",
    ]  # fmt: skip


def _factiva(told: Told) -> list[str]:
    title, outlet, day, writer, text = told
    month, number, year = day.replace(",", "").split()
    return [
        title, f"By {writer}", "240 words", f"{number} {month} {year}", outlet, "SANOBS", "English",
        "(c) 2026 Tidewater Media Group", *_wrapped(text), "Document SANOBS0020260116em1g0000a",
    ]  # fmt: skip


def _coded(told: Told) -> list[str]:
    title, outlet, day, writer, text = told
    month, number, year = day.replace(",", "").split()
    return [
        f"HD {title}", f"BY By {writer}", "WC 240 words", f"PD {number} {month} {year}", f"SN {outlet}", "LA English",
        *_wrapped(text[:1], "LP "), *_wrapped(text[1:], "TD "), "CO orrepp : Orre Paper", "IN i471 : Paper",
        "AN Document SANOBS0020260116em1g0000a",
    ]  # fmt: skip


def _proquest(told: Told) -> list[str]:
    title, outlet, day, writer, text = told
    return [
        title,
        f"Author: {writer}",
        "ProQuest document link",
        "Abstract: Short.",
        *_wrapped(text, "Full text: "),
        f"Title: {title}",
        f"Publication title: {outlet}",
        f"Publication date: {day}",
        "Language of publication: English",
        "ProQuest document ID: 31337",
        "_" * 60,
    ]


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([COVER, *map(_nexis, DOCUMENTS)], id="nexis"),
        pytest.param([*map(_factiva, DOCUMENTS)], id="factiva"),
        pytest.param([*map(_coded, DOCUMENTS)], id="factiva, with codes"),
        pytest.param([*map(_proquest, DOCUMENTS)], id="proquest"),
    ],
)
def test_each_document_is_an_article(tmp_path: Path, pages: list[list[str]]) -> None:
    """With title, outlet, day, writer and the whole of its text."""
    items = [i for i in read_file(tmp_path / "a.pdf", pdf(pages)) if isinstance(i, Article)]
    told = [(i.title, i.outlet, i.published, i.author, i.text) for i in items]
    days = "2026-01-16", "2026-04-07"
    assert told == [
        (title, outlet, day, writer, "\n\n".join(text))
        for (title, outlet, _, writer, text), day in zip(DOCUMENTS, days, strict=True)
    ]
