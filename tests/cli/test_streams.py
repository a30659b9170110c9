"""Closed streams and such as write ASCII alone end no command."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claims.model import Article, Claim, Evidence, Header, Link, Reading, Span, Speaker, Stance
from store.store import open_store

RUN = "from cli.main import run; run()"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def named_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("streams") / "s.db"
    text = "„Die Brücke“ öffnet, sagte Žofie Ångström."
    speaker = Speaker("person", "Žofie Ångström", mention="Žofie Ångström")
    chain = (Link("Harbour Post", Evidence(Span(0, 3), text[:3])),)
    claim = Claim(
        (Span(21, 26),), (Span(27, 41),), (Span(0, 19),), "direct", Stance(), speaker, chain
    )
    with open_store(path) as store:
        store.articles.save(Reading(Article("ü.txt", text), Header(), (claim,)))
    return path


def _run(command: str, closed: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    line = f'"{sys.executable}" -c "{RUN}" {command} {closed}'
    return subprocess.run(
        ["sh", "-c", line], capture_output=True, cwd=ROOT, check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", **env},
    )  # fmt: skip


CLOSED = ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"]


@pytest.mark.parametrize(
    "command,closed",
    [*itertools.product(["list"], CLOSED), ("list --json", "<&-"), ("check", ">&-"),
     ("where", "<&- >&- 2>&-"), ("--version", ">&-"), ("--help", ">&- 2>&-"),
     *(pytest.param(*each, marks=pytest.mark.slow)
       for each in itertools.product(["list --json", "check"], CLOSED)
       if each not in (("list --json", "<&-"), ("check", ">&-")))],
)  # fmt: skip
def test_closed_streams_end_no_command(command: str, closed: str, named_store: Path) -> None:
    done = _run(command, closed, ONRECORD_STORE=str(named_store))
    assert done.returncode == 0, done.stderr
    assert b"unexpected" not in done.stderr
    assert b"Traceback" not in done.stderr
    if command == "list --json" and ">&-" not in closed.replace("2>&-", ""):
        assert json.loads(done.stdout)["claims"]


@pytest.mark.parametrize(
    "command,closed", [("add -", "<&-"), ("review abc", "<&-"), ("nothing", "2>&-")]
)
def test_an_error_keeps_its_code(command: str, closed: str, named_store: Path) -> None:
    done = _run(command, closed, ONRECORD_STORE=str(named_store))
    assert done.returncode in (2, 3), done.stderr
    assert b"unexpected" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        *("list", "speaker Žofie", "list --json"),
        *(pytest.param(c, marks=pytest.mark.slow) for c in ("check", "speakers", "runs")),
    ],
)
def test_a_stream_that_writes_ascii_alone_ends_no_command(command: str, named_store: Path) -> None:
    done = _run(command, ONRECORD_STORE=str(named_store), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert b"unexpected" not in done.stderr
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["list", "list --json", "check --jsonl", "--help"])
def test_a_pipe_that_nobody_reads_on_is_no_error(command: str, named_store: Path) -> None:
    """As in `| head`: 1 would say that `check --exit-code` listed something."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-c", RUN, *command.split()],
            stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False,
            env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "ONRECORD_STORE": str(named_store)},
        )  # fmt: skip
    finally:
        os.close(writing)
    assert (done.returncode, b"Error" in done.stderr) == (0, False), done.stderr
