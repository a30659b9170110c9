"""Every regular expression of the project with the ways in which it is used: those that stand in
modules, in their containers, and those that are written where they are used."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("claims", "store", "cli")
METHODS = {"search", "finditer", "match", "fullmatch", "findall", "sub", "subn", "split"}
WHOLE_TEXT = {"search", "finditer", "findall", "sub", "subn", "split"}
ANYWHERE = ("finditer",)
"""Finds what each of WHOLE_TEXT finds, and goes on to the end."""
WORD = "bridge"
"""Stands for what is set into a pattern only when it is used."""
MAX_OWN_WORDS = 30
"""Of a pattern, about so many of which are tried as runs."""
_SHAPE = re.compile(r"\\.|\(\?P<\w+>|\[[^\]]*\]|\{[^}]*\}|\(\?[a-z-]*:|\(\?<?[=!]")
"""What of a pattern is no word."""
UNIMPORTABLE = {"store.migrations.env"}
"""Run by Alembic alone."""
Loop = tuple[ast.expr, set[str]]
"""What a loop goes over, and the methods that are called on its items."""


@dataclass
class Found:
    """A pattern, where it stands, and how it is used."""

    pattern: re.Pattern[Any]
    where: str
    methods: set[str] = field(default_factory=set)

    @property
    def words(self) -> list[str]:
        """Words and marks that it looks for, the first of them and from there on at equal steps."""
        written = self.pattern.pattern
        written = written if isinstance(written, str) else written.decode("latin-1")
        plain = _SHAPE.sub("|", re.sub(r"\\([ '’-])", r"\1", written))
        words = dict.fromkeys(filter(None, map(str.strip, re.split(r"[|()?*+^$.\\]+", plain))))
        return list(words)[:: max(1, len(words) // MAX_OWN_WORDS)]

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways to try: at a fixed place where it is used only so, else anywhere."""
        anywhere = self.methods & WHOLE_TEXT or not self.methods
        return ANYWHERE if anywhere else tuple(sorted(self.methods))


def collect() -> list[Found]:
    """Every pattern once."""
    found: dict[tuple[Any, int], Found] = {}
    modules = list(_modules())
    trees = {
        module: ast.parse(Path(module.__file__ or "").read_text("utf-8")) for module in modules
    }
    through_module: dict[str, set[str]] = {}
    used: dict[ModuleType, dict[str, set[str]]] = {}
    for module, tree in trees.items():
        nodes = list(ast.walk(tree))
        called = _called_on(nodes)
        loops = list(_loops(nodes, called))
        _note_uses_through_module(nodes, loops, through_module)
        used[module] = _uses(called, loops)
    for module, tree in trees.items():
        uses = used[module]
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                one = _entry(found, pattern, f"{module.__name__}.{name}")
                one.methods |= uses.get(name, set()) | through_module.get(name, set())
        for method, pattern, line in _written_in_place(tree, module):
            one = _entry(found, pattern, f"{module.__name__}:{line}")
            one.methods |= {method} & METHODS
    return list(found.values())


def _entry(found: dict[tuple[Any, int], Found], pattern: re.Pattern[Any], where: str) -> Found:
    return found.setdefault((pattern.pattern, pattern.flags), Found(pattern, where))


def _modules() -> Iterator[ModuleType]:
    for room in ROOMS:
        package = importlib.import_module(room)
        yield package
        for info in pkgutil.walk_packages(package.__path__, f"{room}."):
            if info.name not in UNIMPORTABLE:
                yield importlib.import_module(info.name)


def _patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for item in value.values():
            yield from _patterns_in(item, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset) and depth < 3:
        for item in value:
            yield from _patterns_in(item, depth + 1)


def _uses(uses: dict[str, set[str]], loops: Sequence[Loop]) -> dict[str, set[str]]:
    """Methods by the name on which a module calls them; those of an item count for what holds it."""
    for loop_over, methods in loops:
        for place in ast.walk(loop_over):
            if isinstance(place, ast.Name):
                uses.setdefault(place.id, set()).update(methods)
    return uses


def _note_uses_through_module(
    nodes: Iterable[ast.AST], loops: Sequence[Loop], uses: dict[str, set[str]]
) -> None:
    """Methods by the name of a pattern that is reached as MODULE.NAME, also through a loop."""
    for node in nodes:
        owner = node.value if isinstance(node, ast.Attribute) and node.attr in METHODS else None
        if isinstance(owner, ast.Attribute):
            uses.setdefault(owner.attr, set()).add(node.attr)
    for loop_over, methods in loops:
        for place in ast.walk(loop_over):
            if isinstance(place, ast.Attribute):
                uses.setdefault(place.attr, set()).update(methods)


def _called_on(nodes: Iterable[ast.AST]) -> dict[str, set[str]]:
    """Methods by the name on which they are called."""
    uses: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            uses.setdefault(_name(node.value), set()).add(node.attr)
    return uses


def _loops(nodes: Iterable[ast.AST], uses: dict[str, set[str]]) -> Iterator[Loop]:
    """What each loop goes over, with the methods called on its items: within the loop, or anywhere
    where none is called in it."""
    for node in nodes:
        loops: list[Any] = [node] if isinstance(node, ast.For) else getattr(node, "generators", [])
        within = _called_on(ast.walk(node)) if loops else {}
        for loop in loops:
            items = [one.id for one in ast.walk(loop.target) if isinstance(one, ast.Name)]
            called = {method for item in items for method in within.get(item, ())}
            yield loop.iter, called or {m for item in items for m in uses.get(item, ())}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return str(getattr(node, "id", None) or getattr(node, "attr", None))


class _Filled(dict[str, Any]):
    """Names of a function, whose values are not known: a word each."""

    def __missing__(self, name: str) -> str:
        if name in ("re", "alternation", "openings"):
            raise KeyError(name)
        return WORD


def _written_in_place(
    tree: ast.AST, module: ModuleType
) -> Iterator[tuple[str, re.Pattern[Any], int]]:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    # What is compiled outside them is found as a value.
    for node in (node for function in functions for node in ast.walk(function)):
        called = node.func if isinstance(node, ast.Call) else None
        if (
            not isinstance(called, ast.Attribute)
            or getattr(called.value, "id", "") != "re"
            or called.attr not in METHODS | {"compile"}
        ):
            continue
        assert isinstance(node, ast.Call)
        flags = re.IGNORECASE if "IGNORECASE" in ast.unparse(node) else 0
        pattern = _evaluated(node.args[0], module)
        if isinstance(pattern, str):
            yield called.attr, re.compile(pattern, flags), node.lineno


def _evaluated(node: ast.expr, module: ModuleType) -> Any:
    """The pattern as it is written, with a word for what is known only when it is used."""
    names = _Filled(vars(module))
    try:
        return eval(compile(ast.Expression(node), "<pattern>", "eval"), {}, names)
    except Exception:  # made of more than words and patterns: seen where it is compiled instead
        return None
