"""What is typed behind the slash and ticked among the facets: it narrows the list, and letters are
no commands."""

from __future__ import annotations

from typing import Any

import pytest

from store.records import Filters
from store.store import Store


def test_search_follows_what_is_typed(desk: Store, drive: Any, press: Any) -> None:
    """Beginnings, accents and aliases are found, and no sign is syntax."""
    wanted = {"toll": 2, "krame": 1, "speaker:varg": 4, '"': 10, "lock*": 1, "AND (": 0, "'": 10}

    async def steps(app: Any, pilot: Any) -> None:
        app.query_one("#filter").focus()
        for typed, count in wanted.items():
            app.query_one("#filter").value = typed
            await press(app, pilot)
            assert (typed, app.query_one("#claim-rows").count) == (typed, count)

    drive(desk, steps)


def test_facets_vanish_with_what_they_counted(desk: Store, drive: Any, press: Any) -> None:
    """A filter that leaves nothing leaves no facet of the lists before."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "F")
        await press(app, pilot, "slash", *"zzz", "enter")
        rows = app.query_one("#facets")
        assert app.query_one("#claim-rows").count == 0
        assert not [rows.item(i) for i in range(rows.count) if rows.item(i).count]

    drive(desk, steps)


def test_letters_in_the_filter_are_no_commands(desk: Store, drive: Any, press: Any) -> None:
    """q, a and x are typed; escape leaves the filter and the list as they were."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "slash", *"qax1")
        assert app.focused.value == "qax1"
        await press(app, pilot, "escape")
        assert app.focused.id == "claim-rows" and app.focused.count == 10
        assert desk.claims.coverage(Filters()).reviewed == 0

    drive(desk, steps)


def test_letters_typed_fast_behind_the_slash_are_kept(desk: Store, drive: Any, press: Any) -> None:
    """What is in the keyboard's buffer behind / goes to the filter, not to the tabs."""

    async def steps(app: Any, pilot: Any) -> None:
        from textual.events import Key

        for letter in "/j1":
            app.post_message(Key("slash" if letter == "/" else letter, letter))
        await press(app, pilot)
        assert app.query_one("#filter").value == "j1"

    drive(desk, steps)


def test_facets_follow_the_filter_and_enter_toggles_them(
    desk: Store, drive: Any, press: Any
) -> None:
    """A value goes into the filter line and out again; counts of the others follow."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "F")
        assert "status" in screen and "unreviewed" in screen and "10" in screen
        rows = app.query_one("#facets")
        at = next(i for i in range(rows.count) if rows.item(i).token == 'speaker:"Ilse Varga"')
        rows.action_move(at)
        await press(app, pilot, "enter")
        assert app.query_one("#filter").value == 'speaker:"Ilse Varga"'
        assert app.query_one("#claim-rows").count == 4
        found = {rows.item(i).token: rows.item(i) for i in range(rows.count)}
        assert found["status:unreviewed"].count == 4 and found['speaker:"Ilse Varga"'].chosen
        assert found['speaker:"Tam Oduya"'].count == 2

    drive(desk, steps)


def test_a_wrong_filter_is_said_and_kept_for_mending(desk: Store, drive: Any, press: Any) -> None:
    """A date that is none brings a message, not a crash, and the list stays."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "slash", *"since:x", "enter")
        assert "no date" in screen and app.focused.id == "filter"

    drive(desk, steps)


def test_what_is_no_filter_is_refused_with_what_may_be_meant(
    desk: Store, drive: Any, press: Any
) -> None:
    """As on the command line, once it is typed whole."""
    refused = {
        "since:2031-02-31": ["is no date"],
        "foo:bar": ["foo is no filter word", "speaker, outlet, since, until"],
        "spaeker:Varga": ["did you mean speaker?"],
        "outlet:Harow": ["did you mean Harrow Ledger?"],
        "speaker:Vagra": ["did you mean Ilse Varga?"],
        "stance:denies": ["is none of assert, deny"],
    }

    async def steps(app: Any, pilot: Any) -> None:
        for typed, told in refused.items():
            app.clear_notifications()
            await press(app, pilot, "slash")
            app.query_one("#filter").value = typed
            screen = (await press(app, pilot, "enter")).replace("▌ ", "")
            assert all(said in screen for said in told), typed

    drive(desk, steps, (160, 40))


def test_a_query_at_the_start_is_in_force(desk: Store, drive: Any, press: Any) -> None:
    """The query given on the command line is in the line and narrows the list."""

    async def steps(app: Any, pilot: Any) -> None:
        assert app.query_one("#filter").value == "speaker:Oduya"
        assert app.query_one("#claim-rows").count == 2

    drive(desk, steps, query="speaker:Oduya")


@pytest.mark.parametrize("typed", ["toll", "varga", "the varga", "speaker:varg", '"', "said"])
def test_few_finds_and_many_stand_in_the_same_order(
    desk: Store, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """Whether the claims found are sorted or met on a walk, the list is the same, and that of the
    commands."""
    from cli.query import parse_unfinished

    filters = parse_unfinished(typed)
    orders = []
    for limit in (5_000, 0):
        monkeypatch.setattr("store.queries.few._FEW_CLAIMS", limit)
        orders.append([number for part in desk.claims.numbers(filters) for number in part])
    listed = [claim.id for claim in desk.claims.select(filters)]
    assert orders[0] == orders[1]
    assert [claim.id for claim in desk.claims.by_number(orders[0])] == listed
