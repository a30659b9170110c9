"""One article that cannot be read or saved is a line on stderr and code 3; the others are kept, and
again when the command is run again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from claims.model import Article, Header, Reading
from cli.jobs.choice import Choice
from cli.main import main
from store.store import open_store

TEXT = 'The bridge opens in May, Ana Reyes told the Harbour Post on Monday. "No," he said.'
LINE: dict[str, Any] = {
    "schema": 1, "doc": "bad", "text": TEXT, "title": "Bridge", "url": "https://post.example/bridge",
    "outlet": "Harbour Post", "published": "2026-03-01", "wire": None, "byline": ["Kim Sand"],
    "outlet_facts": {"kind": "newspaper", "domain": "post.example", "owner": "", "source": "file"},
    "dateline": {"place": "Tarne", "date": "2026-03-01", "evidence": [0, 3, "The"]},
    "credits": ["Harbour Post"],
    "attributions": [{
        "cue": [[36, 40]], "source": [[25, 34]], "content": [[0, 23]], "speaker": "Ana Reyes",
        "speaker_kind": "person", "members": [], "via": None, "kind": "indirect", "stance": "assert",
        "chain": [{"who": "Harbour Post", "evidence": [45, 57, ""], "inferred": False}],
        "polarity": "positive", "hedged": False, "nested": False, "confidence": 0.9, "mention": "Ana Reyes",
        "affiliation": "Harbour Board", "principal": None, "declared_count": 2, "inferred": False,
        "speaker_confidence": 1.0, "runner_up": None, "reasons": ["told"],
        "said_on": {"date": "2026-03-01", "precision": "day", "evidence": [61, 67, "Monday"]},
        "channel": {"value": "interview", "evidence": [36, 40, "told"]}, "venue": None, "audience": None,
    }],
}  # fmt: skip
HOSTILE = (
    10**30, -(10**30), 10**400, 1e308, float("inf"), float("nan"), -1, 2**31, 2**63, True, "", "x" * 5_000, "\x00",
    "\ud800", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "0001-01-01", "-1", "1e999", "http://[::1",
    [], {}, [[]], [{}], [None], [[10**30, 10**31]], {"date": 10**30}, [-1, 10**30, "x"], ["x"] * 100, "2026-02-31",
)  # fmt: skip
"""Values that a field may be given, by a slip or on purpose."""


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in the line that can hold another value."""
    if path and path != ("schema",):  # without which the line is an article to be read
        yield path
    for key, inner in (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    ):
        yield from _places(inner, (*path, key))


def _with(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    line = deepcopy(LINE)
    at: Any = line
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    return line


def _lines(good: int) -> list[dict[str, Any]]:
    def text(number: int, line: dict[str, Any]) -> dict[str, Any]:
        if isinstance(line.get("text"), str) and line["text"] == TEXT:
            line["text"] += f" {number}."
        return line

    bad = [
        _with(path, HOSTILE[(place + step) % len(HOSTILE)])
        for place, path in enumerate(_places(LINE))
        for step in (0, len(HOSTILE) // 2)
    ] + [_with(("published",), value) for value in HOSTILE[8:14]]
    lines = [text(n, line) for n, line in enumerate(bad)]
    for number, line in enumerate(lines):
        if line.get("doc") == "bad":
            line["doc"] = f"bad{number}"
        if line.get("url") == LINE["url"]:
            line["url"] += f"/{number}"
    for number in range(good):
        line = text(-number - 1, deepcopy(LINE))
        line |= {"doc": f"good{number}", "url": f"https://post.example/good/{number}"}
        lines.insert(number * len(lines) // good, line)
    return lines


def test_whatever_a_line_holds_the_others_are_saved_and_weighed(
    location: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in _lines(20)), encoding="utf-8")
    for _ in range(2):
        assert main(["add", str(file), "--store", location]) == 3
        said = capsys.readouterr().err
        assert "unexpected" not in said
        assert "Traceback" not in said
    with open_store(location, create=False) as store:
        docs = {article.doc for article in store.articles.select()}
        assert not store.corroboration.is_stale()
    assert {f"good{number}" for number in range(20)} <= docs
    for command in ("check", "list", "speakers", "copies", "export"):
        assert main([command, "--store", location, "--json"]) == 0, capsys.readouterr().err
        capsys.readouterr()


class Stumbling:
    """A reader that fails on articles of one name, and on all that it reads together with them."""

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        for article in articles:
            if article.doc.endswith("bad.txt"):
                raise AssertionError("a rule came to nothing")
            yield Reading(article, Header(), ())


@pytest.mark.parametrize("command", ["add", "extract"])
def test_an_article_that_no_rule_can_read_is_told_and_the_rest_goes_on(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stumbling(_: Choice) -> nullcontext[Stumbling]:
        return nullcontext(Stumbling())

    monkeypatch.setattr("cli.jobs.add.reader", stumbling)
    monkeypatch.setattr("cli.jobs.extract.reader", stumbling)
    for name in ("a.txt", "bad.txt", "c.txt"):
        (tmp_path / name).write_text(f"A text of its own: {name}.", encoding="utf-8")
    store = ["--store", str(tmp_path / "s.db")] if command == "add" else []
    assert main([command, str(tmp_path), *store]) == 3
    out, err = capsys.readouterr()
    assert "bad.txt: cannot be read (AssertionError: a rule came to nothing)" in err
    assert "a.txt" in out
    assert "c.txt" in out


@pytest.mark.parametrize(
    "date", ["04/05/2026", "2203-01-01", "9999-12-31T23:59:59-23:59", "May", "0001-01-01", "0"]
)
def test_a_date_on_which_nothing_appeared_is_refused(
    date: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    store = tmp_path / "s.db"
    assert main(["add", str(tmp_path / "a.txt"), "--store", str(store), "--published", date]) == 2
    assert f"--published: {date!r}" in capsys.readouterr().err
    assert not store.exists()
