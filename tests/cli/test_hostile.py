"""Hostile text in every field of every export, list, citation and report: shown as letters, never
obeyed."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from cli.formats.cells import visible
from cli.main import main

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LISTS = [["list"], ["speakers"], ["check"], ["copies"], ["export"]]


Out = Callable[..., str]


@pytest.fixture
def out(hostile_file: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Out:
    """What a command prints."""

    def run(*arguments: str) -> str:
        assert main([*arguments, "--store", str(hostile_file)]) == 0
        return capsysbinary.readouterr().out.decode("utf-8")

    return run


@pytest.mark.parametrize("command", [c for c in LISTS if c != ["export"]])
def test_tables_hold_no_control_character(command: list[str], out: Out) -> None:
    """Not even in colour off and piped."""
    assert not CONTROLS.search(out(*command))


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize("fmt", ["--json", "--jsonl", "--csv", "--tsv", "--markdown"])
def test_machine_formats_hold_no_raw_control_character(
    command: list[str], fmt: str, out: Out
) -> None:
    """They may be printed on a terminal."""
    assert not CONTROLS.search(out(*command, fmt))


@pytest.mark.parametrize("command", LISTS)
def test_every_json_line_is_one_line_and_exact(
    command: list[str], hostile: ModuleType, out: Out
) -> None:
    """Escapes lose nothing, so that spans still fit the words."""
    rows = [json.loads(line) for line in out(*command, "--jsonl").splitlines()]
    assert all(row["schema"] == 1 for row in rows)
    if command == ["list"]:
        words = [span["text"] for row in rows for span in row["spans"]]
        assert hostile.ATTACK in words and hostile.LONG in words
        assert all(
            len(span["text"]) == span["end"] - span["start"]
            for row in rows
            for span in row["spans"]
        )


@pytest.mark.parametrize("command", LISTS)
def test_no_cell_of_a_spreadsheet_is_a_formula(command: list[str], out: Out) -> None:
    """In CSV and TSV, whichever column."""
    for fmt, separator in (("--csv", ","), ("--tsv", "\t")):
        rows = list(
            csv.reader(
                io.StringIO(out(*command, fmt, "--excel-safe"), newline=""), delimiter=separator
            )
        )
        assert len({len(row) for row in rows}) == 1
        cells = [cell.lstrip("\ufeff\ufffd \t\r\n\u200b") for row in rows for cell in row]
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@＝＋－＠")]


def test_plain_csv_gives_the_words_back(hostile: ModuleType, out: Out) -> None:
    """Without --excel-safe nothing is added; control characters are U+FFFD, one for one."""
    rows = list(csv.DictReader(io.StringIO(out("export", "--csv"), newline="")))
    assert visible(hostile.ATTACK) in {row["content_text"] for row in rows}
    assert all(row["unit"] == "codepoint" for row in rows)


def test_markdown_is_one_line_a_row(out: Out) -> None:
    """Bars and line ends of articles do not part cells."""
    lines = out("list", "--markdown").splitlines()
    assert len(lines) == 2 + 4
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {
        len(re.findall(r"\|", lines[1]))
    }


def test_parquet_is_exact(hostile: ModuleType, hostile_file: Path, tmp_path: Path) -> None:
    """A binary format keeps every character."""
    pq = pytest.importorskip(
        "pyarrow.parquet", reason="the extra onrecord[parquet] is not installed"
    )
    file = tmp_path / "hostile.parquet"
    assert main(["export", "--store", str(hostile_file), "-o", str(file)]) == 0
    assert hostile.ATTACK in pq.read_table(file).column("content_text").to_pylist()


@pytest.mark.parametrize("fmt", [[], ["--markdown"]])
def test_a_citation_is_one_line_without_control_characters(fmt: list[str], out: Out) -> None:
    """Whatever the article holds."""
    ids = [json.loads(line)["id"] for line in out("list", "--jsonl").splitlines()]
    lines = out("cite", *ids, *fmt).splitlines()
    assert len(lines) == len(ids) and not any(map(CONTROLS.search, lines))


def test_a_citation_for_reference_managers_is_json(out: Out) -> None:
    """And its link is one of the web with no quote or bracket in it."""
    (first, *_) = [json.loads(line)["id"] for line in out("list", "--jsonl").splitlines()]
    (item,) = json.loads(out("cite", first, "--csl-json"))
    assert item["URL"].startswith("https://example.org/") and not set("\"'<>") & set(item["URL"])


@pytest.mark.parametrize("query", [[], ["--speaker", "Mira"], ["claim"]])
def test_a_report_holds_the_words_escaped_and_nothing_that_runs(query: list[str], out: Out) -> None:
    """No script, no handler, no markup of the article's, no template evaluated."""
    if query == ["claim"]:
        query = [json.loads(out("list", "--jsonl").splitlines()[0])["id"]]
    page = out("report", *query)
    assert not CONTROLS.search(page)
    assert "<script" not in page and "<img" not in page and "{{ 7*7 }}" in page
    assert not re.search(r"<[a-z][^>]*\son\w+=", page)
    assert html.escape("</script><script>", quote=False) in page
    assert "default-src 'none'" in html.unescape(page)
