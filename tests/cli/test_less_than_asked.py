"""An answer that is less than was asked for says so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance
from claims.read import read_paths
from cli.main import main
from store.store import open_store


@pytest.mark.parametrize("typed,meant", [("lst", "list"), ("chek", "check"), ("reveiw", "review")])
def test_a_wrong_command_brings_a_command(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([typed]) == 2
    said = capsys.readouterr().err
    assert re.search(rf"Did you mean .*'{meant}'", said)
    assert "for example" not in said


@pytest.mark.parametrize("name", ["news.txt", "folder/a.jsonl", "there"])
def test_a_file_that_is_not_in_the_store_is_no_word(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").write_text("A text.")
    open_store(tmp_path / "s.db").close()
    assert main(["check", name, "--store", "s.db"]) == 2
    assert f"{name}: no article of this name is in the store" in capsys.readouterr().err
    assert main(["check", "bridge", "--store", "s.db"]) == 0


def test_no_key_of_ours_stands_in_an_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "Will the bridge open in the coming spring, officials asked. They wondered about the tolls."
    )
    stances = ("ask", "believe", "assert", "deny", "plan", "decline")
    speakers = [
        Speaker("group", mention="officials"), Speaker("unnamed", mention="a person"),
        Speaker("person", "Ana Reyes", mention="Reyes"), Speaker("document", mention="a report"),
        Speaker("joint", mention="they", members=("Ana Reyes", "Otto Brask")),
    ]  # fmt: skip
    store = str(tmp_path / "s.db")
    with open_store(store) as opened:
        for number, speaker in enumerate(speakers):
            claims = tuple(
                Claim((Span(53, 58),), (Span(43, 52),), (Span(at, 41),), "indirect", Stance(stance), speaker)  # type: ignore[arg-type]
                for at, stance in enumerate(stances)
            )  # fmt: skip
            opened.articles.save(
                Reading(Article(f"{number}", f"{text} {number}"), Header(), claims)
            )
    assert main(["check", "--all", "--jsonl", "--store", store]) == 0
    origins = re.findall(r'"(?:origin|a|b)": ("[^"]*")', capsys.readouterr().out)
    assert origins
    assert not [o for o in origins if re.search(r"[0-9a-f]{8}|^\"\w+:", o)], origins


def _warnings(tmp_path: Path, *rows: dict[str, object]) -> list[str]:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return [
        w for item in read_paths([str(file)]) if isinstance(item, Article) for w in item.warnings
    ]


def test_keys_that_nothing_reads_are_named_once_a_run(tmp_path: Path) -> None:
    row: dict[str, object] = {
        "date": "2026-03-01",
        "hostname": "post.example",
        "headline": "B",
        "tilte": "C",
        "zz": 1,
    }
    said = _warnings(tmp_path, {"text": "One."} | row, {"text": "Two."} | row)
    assert said == [
        "the key `date` is not read; rename it to `published` if it holds that",
        "the key `hostname` is not read; rename it to `outlet` if it holds that",
        "the key `headline` is not read; rename it to `title` if it holds that",
        "the key `tilte` is not read; rename it to `title` if it holds that",
        "the key `zz` is not read",
    ]
    known = {"text": "One.", "title": "T", "url": "https://a.example", "published": "2026-03-01"}
    assert _warnings(tmp_path, known) == []
