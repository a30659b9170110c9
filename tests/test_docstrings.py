"""Who calls a function of the store or the terminal reads in its docstring which error to expect, and a comment stands
by what it is about."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.pages import ROOT

ERRORS = {"OnrecordError", "UsageError", "SeveralError", "InputError", "StoreError", "ModelError"}
HELP = ROOT / "cli" / "commands"
"""Where a docstring is the help that a user reads, with the exit codes below it."""
BEHIND_A_BRACKET = re.compile(r"^ *[])}]+,? +# (?!fmt: |type: |noqa|pragma)", re.M)
"""A comment that ended a line until the line was broken; what programs read stays where they look for it."""


def _raised(function: ast.FunctionDef) -> set[str]:
    """The project's errors that a function raises itself, not one defined in it."""
    todo: list[ast.AST] = list(function.body)
    names: set[str] = set()
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef):
            continue
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            names.add(getattr(node.exc.func, "id", ""))
        todo += ast.iter_child_nodes(node)
    return names & ERRORS


def _silent(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    owners = [n for n in ast.walk(tree) if isinstance(n, ast.Module | ast.ClassDef)]
    for function in (n for owner in owners for n in owner.body if isinstance(n, ast.FunctionDef)):
        said = ast.get_docstring(function) or ""
        for error in sorted(_raised(function)):
            if error not in said:
                yield f"{path.relative_to(ROOT)}: {function.name} raises {error}"


def test_a_function_that_raises_says_which_error() -> None:
    """Private ones too: the reader of the module is a caller."""
    modules = (path for room in ("store", "cli") for path in (ROOT / room).rglob("*.py"))
    assert not [line for path in modules if HELP not in path.parents for line in _silent(path)]


def test_a_comment_stands_before_what_it_is_about_and_behind_no_bracket() -> None:
    """Where a line is broken, its comment goes to the last of its lines."""
    rooms = (ROOT / room for room in ("benchmarks", "claims", "cli", "docs", "store", "tests"))
    files = [path for room in rooms for path in sorted(room.rglob("*.py"))]
    assert files and BEHIND_A_BRACKET.search("x = (\n    1\n)  # one\n")
    assert not [path for path in files if BEHIND_A_BRACKET.search(path.read_text("utf-8"))]
