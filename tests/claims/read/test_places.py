"""What a place is, before it is opened; what an article is called that came without a name."""

from __future__ import annotations

import io
import json
import os
import socket
from pathlib import Path

import pytest

from claims.model import Article, Failure
from claims.read import read_paths
from claims.read.options import Item


def _read(*paths: Path | str, stdin: bytes = b"") -> list[Item]:
    return list(read_paths([str(path) for path in paths], stdin=io.BytesIO(stdin)))


@pytest.mark.parametrize("suffix", [".txt", ".jsonl", ".jsonl.gz", ".json", ".json.gz", ""])
def test_a_pipe_is_never_waited_for(tmp_path: Path, suffix: str) -> None:
    os.mkfifo(tmp_path / f"pipe{suffix}")
    (tmp_path / "good.txt").write_text("A text.")
    (named,) = _read(tmp_path / f"pipe{suffix}")
    assert isinstance(named, Failure)
    assert "a pipe (FIFO), no file" in str(named)
    docs = {item.doc for item in _read(tmp_path) if isinstance(item, Article)}
    assert docs == {str(tmp_path / "good.txt")}


def test_a_socket_and_a_device_are_no_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # for the names of sockets are short
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("door.txt")
        (tmp_path / "linked.txt").symlink_to("/dev/zero")
        (tmp_path / "lost.txt").symlink_to("nowhere")
        said = [str(item) for item in _read("door.txt", "/dev/zero", "linked.txt", "lost.txt")]
    assert [line.split("; ")[0] for line in said] == [
        "door.txt: a socket, no file", "/dev/zero: a device, no file",
        "linked.txt: a device, no file", "lost.txt: no such file or folder",
    ]  # fmt: skip


def test_two_texts_under_one_name_are_refused_with_both_places(tmp_path: Path) -> None:
    file, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    rows = [
        {"doc": "x", "text": "One."},
        {"doc": "x", "text": "Two."},
        {"doc": "x", "text": "One."},
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    other.write_text(json.dumps({"doc": "x", "text": "Three."}))
    first, refused, same, elsewhere = _read(file, other)
    assert isinstance(first, Article)
    assert isinstance(same, Article)
    assert str(refused).startswith(
        f"{file}:2: another text is called 'x' in this run, at {file}:1;"
    )
    assert str(elsewhere).startswith(f"{other}:1: another text")
    assert all(isinstance(item, Article) for item in _read(other)), "the next run is another one"
