"""Keys: both sets from the first day, bound anew, listed in help and footer, none leading
nowhere."""

from __future__ import annotations

from typing import Any

import pytest

from store.records import Filters
from store.store import Store


def test_vim_keys_and_arrows_move(desk: Store, drive: Any, press: Any) -> None:
    """Both sets from the first day."""

    async def steps(app: Any, pilot: Any) -> None:
        for keys, row in (
            (("j", "j", "k"), 1),
            (("G",), 9),
            (("g",), 0),
            (("down", "down", "up"), 1),
            (("end", "home"), 0),
        ):
            await press(app, pilot, *keys)
            assert app.focused.cursor == row

    drive(desk, steps)


def test_help_tells_the_keys_of_what_is_focused(desk: Store, drive: Any, press: Any) -> None:
    """In a list, in an article; the user's own keys are told as they are."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "question_mark")
        assert "In a list" in screen
        await press(app, pilot, "escape", "enter")
        assert "In an article" in await press(app, pilot, "question_mark")

    drive(desk, steps)


def test_keys_can_be_bound_anew(desk: Store, drive: Any, press: Any) -> None:
    """By id of the action; the old key is free."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "x")
        assert desk.claims.coverage(Filters()).reviewed == 0
        await press(app, pilot, "b")
        assert desk.claims.coverage(Filters()).counts["wrong"] == 1

    drive(desk, steps, keys={"claim.wrong": "b"})


def test_an_unknown_action_in_the_settings_is_said() -> None:
    """With the nearest one there is."""
    from claims.errors import UsageError
    from cli.browse.bindings import keymap

    with pytest.raises(UsageError, match=r"list\.wrong.*claim\.wrong"):
        keymap({"list.wrong": "b"})


def test_every_action_of_the_registry_exists() -> None:
    """No key of the registry leads nowhere."""
    from cli.browse.app import BrowseApp
    from cli.browse.article import ArticleText
    from cli.browse.choice_dialog import Choose
    from cli.browse.draft_text import DraftText
    from cli.browse.filter_line import FilterLine
    from cli.browse.help import Page
    from cli.browse.keys import ACTIONS
    from cli.browse.reading_tab import Side
    from cli.browse.rows import Rows
    from cli.browse.span_picker import Words

    owners: dict[str, type] = {
        "app": BrowseApp, "claim": BrowseApp, "list": Rows, "article": ArticleText, "filter": FilterLine, "help": Page,
        "side": Side, "pick": Words, "choose": Choose, "draft": DraftText,
    }  # fmt: skip
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        name = action.action.partition("(")[0]
        owner = BrowseApp if name.startswith("app.") else owners[action.place]
        assert hasattr(owner, "action_" + name.removeprefix("app.")), action


def test_the_footer_is_short() -> None:
    """Six keys at most in any place."""
    from cli.browse.keys import ACTIONS

    of_claims = sum(a.footer for a in ACTIONS if a.place in ("app", "claim"))
    # A draft's footer shows no keys of claims.
    others = {"draft": sum(a.footer for a in ACTIONS if a.place == "app")}
    for place in ("list", "article", "draft", "side"):
        everywhere = others.get(place, of_claims)
        assert everywhere + sum(a.footer for a in ACTIONS if a.place == place) <= 6
