"""What stands on the screen, letter by letter, beside golden files; ONRECORD_GOLDEN=1 writes them
anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from store.store import Store
from tests.cli.browse.screens import screen, still

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {
    "claims": (),
    "reading, the second claim": ("j", "enter"),
    "the window to put a speaker right": ("s",),
    "a speaker's record": ("escape", "2"),
    "single source": ("3",),
    "claims, one of them reviewed": ("1", "a"),
}


@pytest.mark.parametrize(
    ("name", "size", "options", "environment"),
    [
        ("dark-80x24", (80, 24), {}, {}),
        pytest.param("dark-160x40", (160, 40), {}, {}, marks=pytest.mark.slow),
        pytest.param(
            "light-80x24", (80, 24), {"theme": "textual-light"}, {}, marks=pytest.mark.slow
        ),
        ("no-colour-80x24", (80, 24), {}, {"NO_COLOR": "1"}),
    ],
)
def test_screens_are_the_golden_ones(
    desk: Store, drive: Any, press: Any, monkeypatch: pytest.MonkeyPatch,
    name: str, size: tuple[int, int], options: dict[str, str], environment: dict[str, str],
) -> None:  # fmt: skip
    """Claims, reading view, review, a speaker's record and single source, in each light and
    width."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    seen: list[str] = []

    async def steps(app: Any, pilot: Any) -> None:
        for title, keys in SCREENS.items():
            still(app)
            await press(app, pilot, *keys)
            still(app)
            await press(app, pilot)
            seen.append(f"== {title}\n{screen(app)}\n")

    drive(desk, steps, size, **options)
    found = "\n".join(seen)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("ONRECORD_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


def test_without_colour_no_colour_is_asked_for() -> None:
    """Cursor, tabs and the claim in hand are told by reverse, bold and signs alone."""
    found = (GOLDEN / "no-colour-80x24.txt").read_text(encoding="utf-8")
    assert {line for line in found.splitlines() if line.startswith("colours")} == {"colours: none"}
    assert "r" in {sign for line in found.splitlines() if line.startswith(":") for sign in line}
