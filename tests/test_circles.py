"""No two modules of the product need each other, openly or by a name looked up at run time."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("claims", "store", "cli")
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """Which modules each module of the product imports, those for types alone included."""
    graph = grimp.build_graph("claims", "store", "cli", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def test_no_modules_import_each_other_in_a_circle(imports: dict[str, set[str]]) -> None:
    """Modules that need nothing that is left are taken away, again and again, until none is
    left."""
    left = dict(imports)
    while ready := {module for module, needed in left.items() if not needed & left.keys()}:
        left = {module: needed for module, needed in left.items() if module not in ready}
    assert not sorted(left)


def test_no_module_of_the_product_imports_another_by_a_string() -> None:
    """A circle could hide in such an import, from mypy and import-linter alike."""
    hidden = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if "import_module(" in path.read_text(encoding="utf-8")
    ]
    assert not hidden
