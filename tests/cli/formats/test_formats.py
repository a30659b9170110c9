"""Rows in each machine format, read back by another reader than ours."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cli.formats.cells import cell, json_text, spreadsheet_cell, visible, whole
from cli.formats.flat import flat
from cli.formats.tables import BOM, document, lines, markdown, separated

TEXTS = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=30)
FORMULAS = ["=cmd()", " =1+1", "\t=1", "\r=1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\ufeff=1",
            "\u200b=1", "\x00=1", "\n=1", "\u00a0=1", "−1"]  # fmt: skip
STARTS = "=+-@＝＋－＠﹢﹣﹦−"


@given(st.lists(TEXTS, min_size=2, max_size=4))
@example(["a\rb", 'x"y', ",", "\u2028"])
def test_csv_gives_back_every_cell(cells: list[str]) -> None:
    """Control characters are U+FFFD by then; commas, quotes and line ends survive."""
    names = [f"c{i}" for i in range(len(cells))]
    text = "".join(separated([dict(zip(names, cells, strict=True))], names, ",", safe=False))
    assert list(csv.reader(io.StringIO(text, newline=""))) == [names, [visible(c) for c in cells]]


@given(TEXTS, TEXTS)
def test_tsv_is_one_line_a_row(first: str, second: str) -> None:
    """Tab and line ends within a cell are one space each, so that `cut` and `wc -l` are right."""
    text = "".join(separated([{"a": first, "b": second}], ["a", "b"], "\t", safe=False))
    assert text.count("\n") == 2 and text.count("\r") == 0
    assert all(line.count("\t") == 1 for line in text.split("\n")[:2])


@pytest.mark.parametrize("raw", FORMULAS)
def test_no_spreadsheet_cell_is_a_formula(raw: str) -> None:
    """Whatever stands before the sign that a spreadsheet would drop."""
    assert spreadsheet_cell(raw).startswith("'")


@given(TEXTS)
def test_a_spreadsheet_cell_never_begins_like_a_formula(raw: str) -> None:
    """Not even behind space or characters without width."""
    bare = spreadsheet_cell(raw).lstrip(" \u00a0\u200b\ufeff\ufffd\t\r\n\u2060\u00ad")
    assert not bare or bare[0] not in STARTS


def test_numbers_stay_numbers_in_a_spreadsheet() -> None:
    """A count below zero is no formula."""
    assert [spreadsheet_cell(n) for n in (-1, 0.5, [3, 4], True)] == ["-1", "0.5", "3; 4", "true"]


def test_a_spreadsheet_gets_a_byte_order_mark() -> None:
    """Else it takes UTF-8 for something else."""
    assert "".join(separated([], ["a"], ",", safe=True)) == BOM + "a\n"


@given(TEXTS)
def test_json_loses_nothing_and_shows_no_control_character(raw: str) -> None:
    """Escapes instead: a terminal never sees an escape sequence or a bidi override."""
    text = json_text({"a": raw})
    assert json.loads(text) == {"a": whole(raw)}
    assert visible(text) == text


@given(
    st.lists(
        st.dictionaries(st.sampled_from("abc"), st.none() | st.text() | st.lists(st.integers())),
        max_size=3,
    )
)
def test_a_json_document_is_whole_though_it_is_streamed(rows: list[dict[str, object]]) -> None:
    """The same as if it had been written in one go."""
    assert json.loads("".join(document(rows, "rows"))) == {"schema": 1, "rows": rows}
    assert [json.loads(one) for one in lines(rows)] == [{"schema": 1, **row} for row in rows]


@given(st.text(alphabet=st.sampled_from("ab |\\`*_[]()<>&~#!$\n-:=")))
def test_markdown_shows_the_letters_of_a_cell(raw: str) -> None:
    """No markup of an article comes to life, and no bar parts a cell."""
    text = "".join(markdown([{"a": raw, "b": "x"}], ["a", "b"]))
    tokens = MarkdownIt().enable("table").parse(text)
    inline = [t for t in tokens if t.type == "inline"]
    words = ["".join(c.content for c in t.children or []) for t in inline]
    assert words == ["a", "b", " ".join(raw.split()), "x"]
    assert all(c.type in ("text", "text_special") for t in inline for c in t.children or [])


def test_parts_become_text_start_and_end() -> None:
    """A content of two parts has two starts in one cell."""
    spans = [
        {"part": "content", "start": 1, "end": 2, "text": "a"},
        {"part": "content", "start": 5, "end": 6, "text": "b"},
    ]
    row = flat({"id": "x", "quote": "a … b", "mention": "", "cue_text": "", "content": [[1, 2], [5, 6]], "spans": spans,
                "unit": "codepoint"})  # fmt: skip
    assert (
        row["content_text"] == "a … b"
        and cell(row["content_start"]) == "1; 5"
        and cell(row["content_end"]) == "2; 6"
    )
    assert "quote" not in row and row["unit"] == "codepoint"
