"""The digests of what each rules' version speaks for; `python -m tests.rules_version` records them.

Comments, docstrings and the order of a list's words do not count: they change no verdict.
"""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from claims.corroborate.model import RULES as CORROBORATION
from claims.rules.lists import place
from store.speakers.rules import RULES as IDENTITY

ROOT = Path(__file__).resolve().parent.parent
BESIDE = tuple(ROOT / "claims" / name for name in ("folding.py", "ids.py", "rules/vocabulary.py"))
"""How names are folded, and what each stance says of its content."""
RECORD = ROOT / "tests" / "data" / "rules_version.json"
SPEAKS_FOR = {
    "corroboration": (
        CORROBORATION,
        "claims/corroborate",
        (
            *("agreement.json", "appraisals.json", "common.json", "content.json", "origins.json"),
            "pair_reading.json",
        ),
    ),
    "identity": (
        IDENTITY,
        "claims/identity",
        (
            *("acronyms.tsv", "nicknames.tsv", "sounds.tsv", "spellings.tsv"),
            *("bodies.json", "people.json", "record.json"),
        ),
    ),
}
"""The version in force, the folder whose modules and the lists whose words decide."""


def digest(folder: str, lists: tuple[str, ...]) -> str:
    """One digest of a folder's code and of some lists."""
    total = hashlib.blake2b(digest_size=16)
    for part in (*_code(ROOT / folder), *(_words(name) for name in lists)):
        total.update(hashlib.blake2b(part.encode()).digest())
    return total.hexdigest()


def current() -> dict[str, dict[str, int | str]]:
    """Version and digest of each, as the files are now."""
    return {
        name: {"rules": version, "digest": digest(folder, lists)}
        for name, (version, folder, lists) in SPEAKS_FOR.items()
    }


def recorded() -> dict[str, dict[str, int | str]]:
    """Version and digest of each, as they were recorded last."""
    loaded: dict[str, dict[str, int | str]] = json.loads(RECORD.read_text(encoding="utf-8"))
    return loaded


def _code(folder: Path) -> Iterator[str]:
    for path in (*sorted(folder.rglob("*.py")), *BESIDE):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for start, end in _for_people(text):
            lines[start - 1 : end] = [""] * (end - start + 1)
        # Indentation decides and so do blanks in strings, so lines stay; a dumped tree would differ
        # from one Python to another.
        yield "\n".join(line for line in lines if line.strip())


def _for_people(text: str) -> Iterator[tuple[int, int]]:
    """First and last line of each docstring and of each comment that has a line to itself."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.lineno, node.end_lineno or node.lineno
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#"):
            yield number, number


def _words(name: str) -> str:
    text = place(name).read_text(encoding="utf-8")
    return json.dumps(_sorted(json.loads(text)), sort_keys=True) if ".json" in name else text


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(part) for key, part in value.items() if key != "reason"}
    plain = isinstance(value, list) and all(isinstance(word, str) for word in value)
    return sorted(value) if isinstance(value, list) and plain else value


if __name__ == "__main__":
    RECORD.write_text(json.dumps(current(), indent=1) + "\n", encoding="utf-8")
