"""What a row of a list says of a record."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

from cli.browse.columns import CLAIM, fitted, verdict_cells


def test_a_denial_is_never_listed_as_an_assertion(made_up: ModuleType) -> None:
    """The check's row names the stance of a wording that is denied."""
    denied = replace(made_up.claim(1), stance="deny", quote="the bridge is shut")
    cells = verdict_cells(made_up.verdict(1, "SINGLE", True, denied))
    assert cells[2].plain == "[deny] the bridge is shut"


def test_a_line_is_as_wide_as_the_screen(made_up: ModuleType) -> None:
    """Wide letters are counted by the cells they take."""
    from cli.browse.columns import claim_cells

    wide = replace(made_up.claim(1), quote="橋は閉鎖されている" * 9)
    assert fitted(CLAIM, claim_cells(wide), 80, marker="›").cell_len == 80
