"""A command pays for its own code alone, and the list of all for none of it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from cli.command_code import code_of
from cli.command_table import CODES, COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_code_says(name: str) -> None:
    """The first sentence below a command's examples."""
    told = " ".join((code_of(name).__doc__ or "").split("\n\n")[-1].split())
    assert COMMANDS[name] == re.split(r"\.(?:\s|$)", told)[0]


def test_no_code_without_a_name() -> None:
    """A name that is none is wrong use, and endings are those of commands that there are."""
    with pytest.raises(KeyError):
        code_of("nothing")
    assert set(CODES) <= set(COMMANDS)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_the_list_of_commands_loads_no_command(arguments: list[str]) -> None:
    """Nor what draws tables, nor a database, nor the shape of any row."""
    loaded = _loaded(arguments)
    heavy = ("rich", "sqlalchemy", "sqlmodel", "pydantic", "numpy", "store.records", "cli.rows")
    assert not [m for m in loaded if m.startswith(("cli.commands.", "cli.jobs.", *heavy))
                and m != "cli.jobs.written"]  # fmt: skip


def _loaded(arguments: list[str]) -> list[str]:
    """The modules of a process that ran the command."""
    code = f"import sys; from cli.main import main; main({arguments!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.split()
