"""What viewers of SARIF ask for: their lines, their links, their references."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.jobs.proof_sarif import line_starts, plain, uri


def test_lines_end_where_viewers_end_them() -> None:
    """A form feed or a Unicode separator ends none."""
    assert line_starts("a\nb\r\nc\rd\x0ce\u2028f\x85g") == [0, 2, 5, 7]


def test_brackets_begin_no_link() -> None:
    """A draft's words are shown as they are."""
    assert plain(r"we [the board](1) \ left") == r"we \[the board\](1) \\ left"


@pytest.mark.parametrize(
    ("doc", "expected"),
    [("-", "stdin:"), ("h #1.txt", "h%20%231.txt"), ("/other/a b.txt", "file:///other/a%20b.txt")],
)
def test_a_draft_is_referred_to_as_a_uri(
    doc: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also standard input, and a file above the run's folder."""
    monkeypatch.chdir(tmp_path)
    assert uri(doc) == expected
