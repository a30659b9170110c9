"""Real shells, as far as they are installed, with the scripts that ship."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.completion.shells import SHELLS, script
from cli.main import main

INTERACTIVE = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
BEFORE = {"bash": "", "zsh": "autoload -Uz compinit; compinit -u; ", "fish": ""}
TYPED = {
    "onrecord li": ["onrecord", "list"],
    "onrecord list --speaker Ils": ["onrecord", "list", "--speaker", "Ilse Marrant"],
    'onrecord list --speaker "Ils': ["onrecord", "list", "--speaker", "Ilse Marrant"],
    "onrecord list --speaker Ilse\\ Ma": ["onrecord", "list", "--speaker", "Ilse Marrant"],
    "onrecord list --speaker marr": ["onrecord", "list", "--speaker", "Marrant"],
    "onrecord list --speaker=Ils": ["onrecord", "list", "--speaker=Ilse Marrant"],
    "onrecord speaker Tam": ["onrecord", "speaker", "Tam O'Dowd"],
    "onrecord list speaker:Ils": ["onrecord", "list", 'speaker:"Ilse Marrant"'],
    "onrecord list 'stance:deny speaker:Ils": [
        "onrecord", "list", 'stance:deny speaker:"Ilse Marrant"',
    ],
    "onrecord check --label po": ["onrecord", "check", "--label", "POSSIBLY SINGLE"],
    "onrecord list spe": ["onrecord", "list", "speaker:"],
    "onrecord add only-": ["onrecord", "add", "only-file.txt"],
}  # fmt: skip


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Holds `onrecord`, as it would be installed, one file, and the scripts."""
    folder = tmp_path_factory.mktemp("shell")
    root = Path(__file__).resolve().parents[3]
    program = folder / "onrecord"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(root)!r})\nfrom cli.main import run\nrun()\n"
    )
    program.chmod(0o755)
    (folder / "only-file.txt").write_text("x")
    for shell in SHELLS:
        (folder / shell).write_text(script(shell))
    return folder


class Terminal:
    """An interactive shell to type in."""

    def __init__(self, shell: str, folder: Path, store: Path) -> None:
        pid, self.file = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.environ |= {"PATH": f"{folder}:{os.environ['PATH']}", "ONRECORD_STORE": str(store)}
            os.environ |= {"TERM": "xterm", "PS1": "$ ", "HOME": str(folder)}
            os.execvp(INTERACTIVE[shell][0], INTERACTIVE[shell])
        self.pid = pid
        self.read(1)
        self.type(f"{BEFORE[shell]}source {folder / shell}; printf 'rea%s' dy\n", until="ready")

    def type(self, keys: str, *, until: str = "", seconds: float = 10) -> str:
        """What is shown after the keys, up to a sign."""
        os.write(self.file, keys.encode())
        return self.read(seconds, until)

    def read(self, seconds: float, until: str = "") -> str:
        """What is shown within so many seconds, or up to a sign."""
        shown, end = "", time.monotonic() + seconds
        while time.monotonic() < end and not (until and until in shown):
            if select.select([self.file], [], [], 0.1)[0]:
                try:
                    shown += os.read(self.file, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        return shown

    def completed(self, typed: str) -> list[str]:
        """The words that the shell makes of what is typed and completed."""
        self.type(f"{typed}\t", seconds=2)
        self.type("\x01printf '<%s>' \x05", seconds=0.3)
        shown = self.type(" ''\n", until="<>")
        _, begin, words = shown.rpartition("<onrecord>")
        return re.findall(r"<([^<>]*)>", begin + words)[:-1]

    def close(self) -> None:
        """Ends the shell."""
        os.close(self.file)
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)


@pytest.mark.slow
@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("shell", SHELLS)
def test_a_tab_completes_the_word(shell: str, typed: str, folder: Path, named_store: Path) -> None:
    """In a terminal, key by key."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    terminal = Terminal(shell, folder, named_store)
    try:
        assert terminal.completed(typed) == TYPED[typed]
    finally:
        terminal.close()


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("onrecord li", ["list"]),
        ("onrecord list --speaker Ils", ["Ilse\\ Marrant"]),
        ("onrecord list --speaker 'Tam", ["Tam O'\\''Dowd"]),
        ("onrecord list --stance=den", ["deny"]),
        ("onrecord list speaker:Ils", ['\\"Ilse\\ Marrant\\"']),
        ("onrecord check --label po", ["POSSIBLY\\ SINGLE"]),
        ("onrecord add ", []),
    ],
)
def test_bash_gets_its_reply(line: str, reply: list[str], folder: Path, named_store: Path) -> None:
    """By the function itself, called as bash calls it."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    program = 'source bash; COMP_LINE=$1 COMP_POINT=${#1}; _onrecord onrecord; printf "%s\\n" "${COMPREPLY[@]}"'
    said = _said(["bash", "-c", program, "-", line], folder, named_store)
    assert [word for word in said if word] == reply


def test_bash_may_break_words_elsewhere(folder: Path, named_store: Path) -> None:
    """Where a person took the colon out of the signs that break words."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    program = (
        "COMP_WORDBREAKS=' '; source bash; COMP_LINE='onrecord list stance:den'; COMP_POINT=24;"
        ' _onrecord onrecord; echo "${COMPREPLY[@]}"'
    )
    assert _said(["bash", "-c", program], folder, named_store) == ["stance:deny"]


def test_fish_gets_its_reply(folder: Path, named_store: Path) -> None:
    """With what a value means beside it."""
    if not shutil.which("fish"):
        pytest.skip("fish is not installed")
    asked = "source fish; complete -C 'onrecord list --stance den'"
    assert _said(["fish", "--no-config", "-c", asked], folder, named_store) == [
        "deny\tsays that it is not so"
    ]


def _said(command: list[str], folder: Path, store: Path) -> list[str]:
    environment = os.environ | {
        "PATH": f"{folder}:{os.environ['PATH']}", "ONRECORD_STORE": str(store), "HOME": str(folder),
    }  # fmt: skip
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    assert not done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("store", ["none.db", "only-file.txt", "/", "no://thing"])
def test_nothing_is_made_and_nothing_said_where_there_is_no_store(
    store: str, folder: Path, tmp_path: Path
) -> None:
    """A person is typing."""
    before = sorted(folder.iterdir())
    for line in ("onrecord list --speaker I", "onrecord list speaker:I", "onrecord speaker '", ""):
        done = subprocess.run(
            [folder / "onrecord", line, ":="],
            cwd=folder,
            env=os.environ | {"_ONRECORD_COMPLETE": "bash", "ONRECORD_STORE": store},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == "" and "Traceback" not in done.stdout
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Letter for letter, for packagers too."""
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == script(shell)


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    assert main(["completion", "tcsh"]) == 2
    assert "'tcsh' is none of bash, zsh, fish" in capsys.readouterr().err
