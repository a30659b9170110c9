"""What the browser's tests share: a driven screen of 80x24 and its text."""

from __future__ import annotations

import asyncio
import importlib.util
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from textual.pilot import Pilot

from cli.browse.app import BrowseApp

Steps = Callable[[BrowseApp, Pilot[Any]], Awaitable[None]]


@pytest.fixture(scope="session")
def made_up() -> ModuleType:
    """The made-up library; loaded by path, since tests are no packages."""
    spec = importlib.util.spec_from_file_location("browse_made_up", Path(__file__).with_name("made_up.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["browse_made_up"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def drive() -> Callable[..., None]:
    """Runs steps against the app on a library."""

    def run(library: Any, steps: Steps, query: str = "") -> None:
        async def session() -> None:
            app = BrowseApp(library, query=query)
            async with app.run_test(size=(80, 24), notifications=True) as pilot:
                await settle(app, pilot)
                await steps(app, pilot)

        asyncio.run(session())

    return run


async def settle(app: BrowseApp, pilot: Pilot[Any]) -> None:
    """Waits for workers and for what they bring."""
    for _ in range(2):
        await app.workers.wait_for_complete()
        await pilot.pause(0.02)


@pytest.fixture
def press() -> Callable[..., Awaitable[str]]:
    """Presses keys, lets workers finish and returns what the screen shows."""

    async def keys(app: BrowseApp, pilot: Pilot[Any], *names: str, wait: float = 0) -> str:
        await pilot.press(*names)
        await pilot.pause(wait or None)
        await settle(app, pilot)
        return shown(app)

    return keys


def shown(app: BrowseApp) -> str:
    """The letters of the whole screen, as the terminal gets them."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
