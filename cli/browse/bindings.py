"""What the registry of keys becomes: Textual's bindings, the user's own keys, and lines of help."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from claims.errors import UsageError
from cli.browse.keys import ACTIONS, KEY_SIGNS, Place


def bindings(*places: Place) -> list[BindingType]:
    """The bindings of places, as Textual wants them; the footer shows those of a claim where claims
    are, alone."""
    return [
        Binding(
            a.keys,
            a.action,
            a.label,
            show=a.footer and a.place != "claim",
            priority=a.first,
            tooltip=a.help,
            id=a.id,
        )
        for place in places
        for a in ACTIONS
        if a.place == place
    ]


def claim_bindings(*places: Place) -> list[BindingType]:
    """The bindings of places and the keys of a claim that the footer shows, for what holds
    claims."""
    shown = [a for a in ACTIONS if a.place == "claim" and a.footer]
    of_claims = (
        Binding(a.keys, f"app.{a.action}", a.label, tooltip=a.help, id=a.id) for a in shown
    )
    return [*bindings(*places), *of_claims]


def enter_binding(label: str) -> list[BindingType]:
    """The key that opens a row, where it does something else with it."""
    return [
        Binding(a.keys, a.action, label, tooltip=label, id=a.id)
        for a in ACTIONS
        if a.id == "list.open"
    ]


def keymap(settings: Mapping[str, str]) -> dict[str, str]:
    """The user's keys by id of action; raises UsageError on an id that there is not."""
    ids = {action.id for action in ACTIONS}
    for id in settings:
        if id not in ids:
            near = [name for name in sorted(ids) if name.partition(".")[2] == id.partition(".")[2]]
            hint = f"; perhaps {near[0]}" if near else "; docs/review.md lists them"
            raise UsageError(f"settings: [keys] has no action {id!r}{hint}")
    named = {sign: name for name, sign in KEY_SIGNS.items()}
    return {
        id: ",".join(named.get(key.strip(), key.strip()) for key in keys.split(","))
        for id, keys in settings.items()
    }


def help_lines(place: Place, changed: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Keys and sentences of a place, for people."""
    keys = {a.id: (changed or {}).get(a.id, a.keys).split(",") for a in ACTIONS}
    return [
        (" ".join(KEY_SIGNS.get(k, k) for k in keys[a.id]), a.help)
        for a in ACTIONS
        if a.place == place
    ]
