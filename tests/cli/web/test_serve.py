"""`onrecord serve` as it is typed: where it listens, what it asks for, what it refuses, and that it
changes nothing."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

from cli.commands import serve as command
from cli.main import main
from cli.web import run
from store.migrations import KNOWN
from store.store import open_store

TOKEN = "a-made-up-token-of-some-length"


def _said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """How the command ends, and what it says."""
    capsys.readouterr()
    code = main(["serve", *words])
    captured = capsys.readouterr()
    assert captured.out == ""
    return code, captured.err


@pytest.fixture
def unserved(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Calls of the server, which is not started."""
    calls: list[dict[str, Any]] = []
    monkeypatch.setattr(run, "run", lambda app, listening, **given: calls.append(given))
    monkeypatch.delenv(command.TOKEN, raising=False)
    return calls


@contextmanager
def _started(
    path: Path, *words: str, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real command in a process of its own, and the address that it says."""
    code = "from cli.main import run; run()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", "0", "--store", str(path), *words],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )  # fmt: skip
    assert process.stderr
    line = process.stderr.readline()
    try:
        yield process, line.split(" at ")[1].split(",")[0].split(";")[0].strip()
    finally:
        process.kill()
        process.wait()


def _digests(path: Path) -> dict[str, str]:
    """The store's files, but for what SQLite keeps of who reads."""
    files = (file for file in path.parent.glob(f"{path.name}*") if not file.name.endswith("-shm"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped_and_changes_nothing(town_file: Path, how: int) -> None:
    """Ctrl+C is the ordinary end; nothing stands on standard output, and no request is told."""
    before = _digests(town_file)
    with _started(town_file) as (process, address):
        assert b"Mira Oduya" in urlopen(f"{address}claims?q=speaker:Oduya", timeout=30).read()
        process.send_signal(how)
        out, err = process.communicate(timeout=20)
    assert out == "" and "Oduya" not in err and "Traceback" not in err
    assert process.returncode == 0 if how == signal.SIGINT else process.returncode in (0, -how)
    assert {name: before[name] for name in before} == {
        n: d for n, d in _digests(town_file).items() if n in before
    }


def test_the_token_is_asked_for_and_stands_in_no_log(town_file: Path) -> None:
    """Given by the environment, where no list of processes shows it."""
    with _started(town_file, ONRECORD_TOKEN=TOKEN) as (process, address):
        with pytest.raises(OSError, match="401"):
            urlopen(f"{address}claims.json", timeout=30)
        given = Request(f"{address}claims.json", headers={"Authorization": f"Bearer {TOKEN}"})
        assert b'"total"' in urlopen(given, timeout=30).read()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert TOKEN not in err and "stopped" in err


def test_it_listens_on_this_machine_alone_unless_told(
    town_file: Path, unserved: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """And says where."""
    code, said = _said(capsys, "--store", str(town_file), "--port", "0")
    assert code == 0 and "http://127.0.0.1:" in said and "token" not in said
    assert unserved == [{"open_browser": False}]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "claims.paper.example"])
def test_elsewhere_a_token_is_demanded(
    town_file: Path, host: str, unserved: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything listens; the line offers one and names the page on proxies."""
    code, said = _said(capsys, "--store", str(town_file), "--host", host)
    assert code == 2 and "ONRECORD_TOKEN=" in said and "docs/web.md" in said and not unserved


@pytest.mark.parametrize("token", ["short", "x" * 15, "with blanks in the middle of it"])
def test_a_token_that_is_soon_guessed_is_refused(
    town_file: Path, token: str, unserved: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """And not repeated."""
    code, said = _said(capsys, "--store", str(town_file), "--token", token)
    assert code == 2 and token not in said and not unserved


def test_with_a_token_it_serves_elsewhere(
    town_file: Path, unserved: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Saying that it asks for it, and not what it is."""
    code, said = _said(
        capsys, "--store", str(town_file), "--host", "0.0.0.0", "--port", "0", "--token", TOKEN
    )
    assert code == 0 and "asking for the token" in said and TOKEN not in said and unserved


def test_a_port_that_is_taken_is_named(town_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the way out."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = _said(capsys, "--store", str(town_file), "--port", str(port))
    assert code == 2 and f"port {port} on 127.0.0.1 is taken" in said and "--port 0" in said


def test_a_host_that_is_none_is_named(town_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a token is given for it."""
    words = ("--store", str(town_file), "--token", TOKEN, "--host")
    code, said = _said(capsys, *words, "192.0.2.1", "--port", "0")
    assert code == 2 and "192.0.2.1" in said
    code, said = _said(capsys, *words, "no such host", "--port", "0")
    assert code == 2 and "is no address of this machine" in said


def test_without_the_extra_one_line_names_it(
    town_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else of onrecord needs it."""
    for name in [n for n in sys.modules if n.startswith("cli.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette", None)
    for name in [n for n in sys.modules if n.startswith("starlette.")]:
        monkeypatch.setitem(sys.modules, name, None)
    code, said = _said(capsys, "--store", str(town_file))
    assert code == 2 and "pip install 'onrecord[web]'" in said and said.count("\n") == 1


def test_no_store_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A store problem."""
    code, said = _said(capsys, "--store", str(tmp_path / "none.db"), "--port", "0")
    assert code == 4 and "no store here yet" in said and not list(tmp_path.iterdir())


def test_an_older_store_is_not_upgraded(
    tmp_path: Path, unserved: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """The line says what does."""
    import sqlite3

    path = tmp_path / "old.db"
    open_store(path).close()
    with sqlite3.connect(path) as old:
        old.execute("UPDATE alembic_version SET version_num = ?", (KNOWN[-2],))
    old.close()
    code, said = _said(capsys, "--store", str(path), "--port", "0")
    assert code == 4 and "made by an older onrecord" in said and "onrecord check" in said
    assert not unserved and not list(tmp_path.glob("*backup*"))


def test_what_waits_to_be_weighed_is_said(
    tmp_path: Path, unserved: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """For the page weighs nothing."""
    from claims.model import Article, Header, Reading

    path = tmp_path / "new.db"
    with open_store(path) as store:
        store.articles.save(Reading(Article("a.txt", "The quay is shut."), Header(), ()))
    code, said = _said(capsys, "--store", str(path), "--port", "0")
    assert code == 0 and "`onrecord check` weighs them" in said and unserved


def test_open_opens_the_page_once_it_is_there(
    town_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the reader's browser, at the address that is served."""
    opened: list[str] = []
    monkeypatch.setattr(run.webbrowser, "open", lambda where: bool(opened.append(where)) or True)

    class Started:
        started, should_exit = False, False

    running = Started()
    thread = threading.Thread(target=run._open, args=(running, "http://127.0.0.1:1/"))
    thread.start()
    assert opened == []
    running.started = True
    thread.join(10)
    assert opened == ["http://127.0.0.1:1/"]
