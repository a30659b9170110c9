"""What the browser's tests share: one store with hostile text in every field, and a driven
screen."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from textual.pilot import Pilot

from claims.model import Article, Claim, Header, Link, Reading, Span, Speaker, Stance, Versions
from cli.browse.app import BrowseApp
from store.store import Store, open_store

Steps = Callable[[BrowseApp, Pilot[Any]], Awaitable[None]]
HOSTILE = "\x1b]52;c;aGk=\x07\x1b[31m[/red] [link=file:///etc/passwd]x\u202e"
FIRST = f'Mayor Ilse Varga said "the bridge {HOSTILE} is shut" on Monday. Varga said the ferry runs.\n\n'
BODY = (
    FIRST + "Filler line.\n\n" * 40 + "Officials said tolls rise. Tam Oduya said the quay is safe."
)
LOOK_SECONDS = 0.005
# Longer than any look-up takes on a busy machine; a timer that is longer than SHORT belongs to a notice.
PATIENCE_SECONDS, SHORT_SECONDS = 60, 1
MADE = Versions("1", "sm", "net", "aaaa")


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand first."""
    return (Span(text.index(words), text.index(words) + len(words)),)


def claim(
    text: str, content: str, who: str, name: str | None, chain: tuple[str, ...] = ()
) -> Claim:
    """A claim of the text with the cue nearest before its content."""
    at = text.index(content)
    cue = text.rindex("said", 0, at)
    source = text.rindex(who, 0, at)
    speaker = Speaker(
        "person" if name else "group", name, mention=who, reasons=("a reason " + HOSTILE,)
    )
    links = tuple(Link(link, None) for link in chain)
    place = (Span(cue, cue + 4),), (Span(source, source + len(who)),), spans(text, content)
    return Claim(
        *place,
        "indirect",
        Stance(),
        speaker,
        links,
        confidence=0.9,
        reasons=("a reason " + HOSTILE,),
    )


def readings() -> Iterator[Reading]:
    """An article, a copy of it elsewhere, another article, and one whose every field is hostile and
    long."""
    claims = (
        claim(
            BODY,
            FIRST[FIRST.index("the bridge") : FIRST.index('" on')],
            "Mayor Ilse Varga",
            "Ilse Varga",
            ("Port Radio",),
        ),
        claim(BODY, "the ferry runs", "Varga", "Ilse Varga"),
        claim(BODY, "tolls rise", "Officials", None),
        claim(BODY, "the quay is safe", "Tam Oduya", "Tam Oduya"),
    )
    for doc, outlet in (("ledger-1", "Harrow Ledger"), ("post-1", "Coast Post")):
        given = {
            "title": f"Bridge shut {HOSTILE}",
            "outlet": outlet,
            "published": "2031-04-02",
            "wire": "Tidewater Agency",
        }
        yield Reading(Article(doc, BODY, **given), Header(), claims, MADE)  # type: ignore[arg-type]
    text = "Zoë Krämer said the lock is open."
    given = {"outlet": "Coast Post", "published": "2031-05-01", "title": "Lock"}
    yield Reading(
        Article("post-2", text, **given),
        Header(),
        (claim(text, "the lock is open", "Zoë Krämer", "Zoë Krämer"),),
        MADE,
    )  # type: ignore[arg-type]
    name = "Zed " + HOSTILE + " " + "x" * 10_000
    text = f"{name} said {HOSTILE} the dam holds."
    given = dict.fromkeys(("title", "outlet", "wire", "author"), name)
    held = claim(text, f"{HOSTILE} the dam holds", name, name, (name,))
    yield Reading(
        Article("doc " + HOSTILE, text, published="2031-06-01", **given), Header(), (held,), MADE
    )


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store's file, weighed."""
    from cli.jobs.corroborate import bring_up_to_date

    path = tmp_path_factory.mktemp("browse") / "made.db"
    with open_store(path) as store:
        for reading in readings():
            store.articles.save(reading)
        bring_up_to_date(store)
    return path


@pytest.fixture
def desk(made_store: Path, tmp_path: Path) -> Iterator[Store]:
    """The store, free to be decided on."""
    copy = tmp_path / "desk.db"
    shutil.copy(made_store, copy)
    with open_store(copy) as store:
        yield store


@pytest.fixture(autouse=True)
def brief_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual looks for a fiftieth of a second, several times a key, whether anything still works; what works
    here is waited for by itself (settle), so a shorter look is enough."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", LOOK_SECONDS)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", LOOK_SECONDS / 20)


@pytest.fixture
def drive() -> Callable[..., None]:
    """Runs steps against the app on a store."""

    def run(library: Any, steps: Steps, size: tuple[int, int] = (80, 24), **options: Any) -> None:
        async def session() -> None:
            app = BrowseApp(library, reviewer="Kim", **options)
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(app, pilot)
                await steps(app, pilot)

        asyncio.run(session())

    return run


async def settle(app: BrowseApp, pilot: Pilot[Any]) -> None:
    """Waits until nothing works, nothing is on its way and the screen stays as it is, however slow the
    machine."""
    deadline, before = monotonic() + PATIENCE_SECONDS, ""
    while monotonic() < deadline:
        await pilot.pause(0.01)
        if at_work(app) or undrawn(app):
            before = ""
        elif before == (before := shown(app)):
            return
    raise AssertionError(f"still at work after {PATIENCE_SECONDS} s:\n{before}")


def undrawn(app: BrowseApp) -> bool:
    """Whether anything has messages to read, to lay out, to paint or to do after that."""
    screen = app.screen
    if screen._callbacks or screen._dirty_widgets or screen._scroll_required:
        return True
    return any(
        node._next_callbacks
        or not node._message_queue.empty()
        or getattr(node, "_layout_required", False)
        or getattr(node, "_repaint_required", False)
        or getattr(node, "_recompose_required", False)
        for node in (app, *screen.walk_children(with_self=True))
    )


def at_work(app: BrowseApp) -> bool:
    """Whether a worker or a short timer runs; windows that wait for a person, and notices, do not
    count."""
    waits = len(app.screen_stack) > 1
    if any(w.is_running and not (w.group == "offer" and waits) for w in app.workers):
        return True
    timers = (timer for node in (app, *app.screen.walk_children()) for timer in node._timers)
    return any(
        timer._repeat == 0
        and timer._interval < SHORT_SECONDS
        and timer._task is not None
        and not timer._task.done()
        for timer in timers
    )


@pytest.fixture
def press() -> Callable[..., Awaitable[str]]:
    """Presses keys on a screen that is drawn, lets what they began finish and returns the words of the
    screen, however it wraps them."""

    async def keys(app: BrowseApp, pilot: Pilot[Any], *names: str) -> str:
        if not names or at_work(app) or undrawn(app):
            await settle(app, pilot)
        for name in names:
            await pilot.press(name)
            await settle(app, pilot)
        return " ".join(shown(app).split())

    return keys


def shown(app: BrowseApp) -> str:
    """The letters of the whole screen, as the terminal gets them."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
