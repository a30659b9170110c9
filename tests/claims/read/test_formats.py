"""Formats of archives and agencies (tests/data/formats), a file for each trap: what is read of each is
the golden list beside it."""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from claims.model import Article, Failure
from claims.read import read_paths
from tests.claims.read.makers import docx
from tests.claims.read.reading import one_article, problem_of, read_file

FOLDER = Path(__file__).parents[2] / "data" / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".golden.json"))


def _rows(path: Path) -> list[dict[str, object]]:
    """What is read of a file: every value of each article, and what could not be read."""
    rows = []
    for item in read_paths([str(path)]):
        row = {key: value for key, value in asdict(item).items() if value}
        for name in ("doc", "where"):
            if name in row:
                row[name] = row[name].replace(str(path), path.name)
        if isinstance(item, Article):
            row["told"] = [f"{told.key}: {told.value} ({told.source})" for told in item.told]
        row = {key: row[key] for key in row if key not in ("next_step", "path")}
        rows.append(row)
    return rows


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_gives_its_articles_and_names_what_it_lacks(path: Path) -> None:
    """Golden: header fields with where they stand, text without the archive's lines."""
    golden = path.with_name(path.name + ".golden.json")
    found = json.dumps(_rows(path), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("ONRECORD_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


def test_the_same_export_is_read_from_word_rtf_and_text(tmp_path: Path) -> None:
    """Also where RTF is called .DOCX, as the archive once did."""
    lines = (FOLDER / "nexis-uni.txt").read_text("utf-8").split("\n")
    filled = [line.replace("Length: ", "Length:\xa0") for line in lines if line.strip()]
    rtf = "{\\rtf1\\ansi " + "\\par ".join(_escaped(line) for line in filled) + "}"
    wanted = [row.get("text") for row in _rows(FOLDER / "nexis-uni.txt")]
    for name, raw in (("a.docx", docx(filled)), ("a.rtf", rtf), ("b.DOCX", rtf)):
        items = read_file(tmp_path / name, raw)
        assert [getattr(item, "text", None) for item in items] == wanted, name


def _escaped(line: str) -> str:
    return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line)


def test_an_ordinary_rtf_file_is_one_article(tmp_path: Path) -> None:
    """With its letters beyond ASCII; pictures and the table of fonts are none of its text."""
    raw = (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\pict\pngblip 89504e47}"
        r"The quay is shut, Ilse Br\'e4ndt said.\par \par Nobody was hurt.\par}"
    )
    read = one_article(read_file(tmp_path / "a.rtf", raw))
    assert read.text == "The quay is shut, Ilse Brändt said.\n\nNobody was hurt."


@pytest.mark.parametrize(
    "raw", ["@article{orr2026,\n title={Bridge},\n url={https://gazette.example/1}\n}\n",
            "TY  - NEWS\nUR  - https://gazette.example/1\nER  - \n"],
)  # fmt: skip
def test_a_list_of_references_says_that_it_holds_addresses_alone(tmp_path: Path, raw: str) -> None:
    """RIS and BibTeX, whatever the file is called."""
    problem = problem_of(read_file(tmp_path / "a.txt", raw))
    assert problem == "a list of 1 address, which holds no text"


def test_a_list_of_addresses_without_a_head_is_named(tmp_path: Path) -> None:
    """GDELT's: parted by tabs, called .csv, an address in a column without a name."""
    row = "20260504091500-1\t20260504091500\t1\tgazette.example\thttps://gazette.example/1\n"
    assert (
        problem_of(read_file(tmp_path / "a.csv", row)) == "a list of 1 address, which holds no text"
    )


def test_a_text_that_speaks_of_documents_is_no_export(tmp_path: Path) -> None:
    """Nor is a line of JSON that mentions ninjs."""
    text = "The end of the document is missing.\n\nBody\n\nDocument 12 was shut, she said.\n"
    assert one_article(read_file(tmp_path / "a.txt", text)).text == text
    line = json.dumps({"doc": "x", "text": "The ninjs standard has bodies, she said."})
    assert one_article(read_file(tmp_path / "a.jsonl", line)).doc == "x"


def test_a_format_that_is_told_is_taken_for_granted(tmp_path: Path) -> None:
    """--as nexis of a file that is none says so."""
    items = read_file(tmp_path / "a.txt", "The quay is shut, she said.", format="nexis")
    assert [item.what for item in items if isinstance(item, Failure)] == [
        "no article was found in this nexis export"
    ]


HOSTILE = {
    "deep.rtf": b"{\\rtf1 " + b"{" * 1_000_000 + b"x",
    "bomb.xml": b'<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><nitf><body><body.content><p>The quay &c; is shut.</p>'
    b"</body.content></body></nitf>",
    "file.xml": b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.content>'
    b"<p>The quay &x; is shut.</p></body.content></body></nitf>",
    "deep.xml": b"<nitf>" + b"<block>" * 300_000,
    "deep.json": b'{"headlines": [], "versioncreated": "x", "bodies": [' + b"[" * 400_000,
    "labels.txt": b"1 of 2 DOCUMENTS\nLENGTH: 3 words\n" + b"BYLINE: x\n" * 200_000,
    "codes.txt": b"HD x\nBY y\nWC 3 words\nPD 4 May 2026\nTD " + b"AA " * 500_000
    + b"\nDocument ABCDEF00020260504em54000xx\n",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_of_these_formats_is_read_or_named_in_time(
    name: str, tmp_path: Path
) -> None:
    """Entities are neither multiplied nor fetched; the next file is read."""
    began = time.monotonic()
    items = read_file(tmp_path / name, HOSTILE[name])
    assert items and time.monotonic() - began < 60
    for item in items:
        if name.endswith(".xml") and isinstance(item, Article):
            assert item.text == "The quay is shut."
    assert one_article(read_file(tmp_path / "next.txt", "It is shut, she said.")).text
