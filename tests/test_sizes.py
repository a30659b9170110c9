"""Modules and functions stay small enough to be read at once."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAX_MODULE_LINES = 250
MAX_FUNCTION_LINES = 30
FROZEN = ROOT / "store" / "migrations" / "versions"
"""What a migration did is never changed again."""
MODULES = sorted(
    path
    for room in ("claims", "store", "cli")
    for path in (ROOT / room).rglob("*.py")
    if FROZEN not in path.parents
)


def test_no_module_is_longer_than_a_reader_holds() -> None:
    """A longer one holds two ideas."""
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert not [_named(path) for path, count in lines.items() if count > MAX_MODULE_LINES]


def test_no_function_is_longer_than_a_screen() -> None:
    """A longer one has parts that deserve a name."""
    long = [
        f"{_named(path)}:{node.lineno} {node.name}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    ]
    assert not long


def test_what_is_measured_is_there() -> None:
    """A moved folder would otherwise measure nothing."""
    assert len(MODULES) > 300 and FROZEN.is_dir()


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
