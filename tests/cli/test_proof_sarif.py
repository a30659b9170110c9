"""What viewers of SARIF ask for: their lines, their links, their references."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.jobs.proof import Proof
from cli.jobs.proof_sarif import line_starts, plain, sarif, uri
from tests.claims.proof import made
from tests.json_schema import faults


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


_TEXT: dict[str, Any] = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}},
}
_AT = {"type": "integer", "minimum": 1}
REQUIRED: dict[str, Any] = {
    "type": "object", "required": ["version", "runs"],
    "properties": {
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "minItems": 1, "items": {
            "type": "object", "required": ["tool"],
            "properties": {
                "tool": {"type": "object", "required": ["driver"], "properties": {"driver": {
                    "type": "object", "required": ["name"],
                    "properties": {"name": {"type": "string"}, "rules": {"type": "array", "items": {
                        "type": "object", "required": ["id"],
                        "properties": {"id": {"type": "string"}, "shortDescription": _TEXT},
                    }}},
                }}},
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "results": {"type": "array", "minItems": 1, "items": {
                    "type": "object", "required": ["message"],
                    "properties": {
                        "message": _TEXT, "ruleId": {"type": "string"},
                        "ruleIndex": {"type": "integer", "minimum": 0},
                        "level": {"enum": ["none", "note", "warning", "error"]},
                        "locations": {"type": "array", "items": {
                            "type": "object",
                            "properties": {"physicalLocation": {"type": "object", "properties": {
                                "artifactLocation": {"type": "object", "properties": {"uri": {"type": "string"}}},
                                "region": {"type": "object", "properties": {
                                    "startLine": _AT, "startColumn": _AT, "endLine": _AT, "endColumn": _AT}},
                            }}},
                        }},
                    },
                }},
            },
        }},
    },
}  # fmt: skip
"""What the published schema of SARIF 2.1.0 requires of the parts that are written, and their types."""


def test_what_the_schema_requires_is_there() -> None:
    """Of an altered quotation and of one that is nowhere."""
    text = (
        "“Thirteen boats sank,” Ana Reyes said. “My grandmother kept bees there,” Ana Reyes said."
    )
    claims = [
        made.claim(text, words, "Ana Reyes")
        for words in ("Thirteen boats sank", "My grandmother kept bees there")
    ]
    reading = made.draft(text, *claims)
    log = json.loads(json.dumps(sarif([Proof(reading, tuple(made.findings(reading)), 1)], "1.0")))
    assert not [*faults(log, REQUIRED, REQUIRED)]
    assert [*faults({"version": "2.1.0"}, REQUIRED, REQUIRED)]
