"""The progress line knows its total where the files tell it, and how many failed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.read import count_articles
from cli.progress import Meter, progress_words


@pytest.mark.parametrize(
    ("done", "failed", "total", "words"),
    [
        (0, 0, 40, "0 of 40"),
        (12, 3, 40, "15 of 40, 3 failed"),
        (1200, 0, None, "1,200 of ?"),
        (1, 1, 20_000, "2 of 20,000, 1 failed"),
    ],
)
def test_the_line_says_how_many_of_how_many(
    done: int, failed: int, total: int | None, words: str
) -> None:
    """And how many could not be read."""
    assert progress_words(done, failed, total) == words


def test_files_and_lines_are_counted_first(tmp_path: Path) -> None:
    """Pages and texts are one each, lines are counted; a picture and the parts of a page are none."""
    (tmp_path / "x_files").mkdir()
    for name in ("a.html", "b.txt", "c.png", "x_files/frame.html"):
        (tmp_path / name).write_text("x")
    rows = "\n".join(json.dumps({"text": "x"}) for _ in range(3))
    (tmp_path / "d.jsonl").write_text(rows)
    assert count_articles([str(tmp_path)]) == 5
    (tmp_path / "e.csv").write_text("text\nx\n")
    assert count_articles([str(tmp_path)]) is None
    assert count_articles(["-"]) is None and count_articles(["https://gazette.example/1"]) is None


def test_off_a_terminal_nothing_is_counted_or_shown() -> None:
    """The total is asked for only by a line that is shown."""
    asked: list[int] = []
    meter = Meter(lambda: asked.append(1) or 1)
    meter.step()
    meter.fail()
    assert (meter.done, meter.failed, asked) == (1, 1, [])
