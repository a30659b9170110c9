"""`onrecord forget`: what is taken out of the store for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.options import formats

if TYPE_CHECKING:
    from store import Store
    from store.records import Forgettable, ForgettingRecord

Things = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ARTICLE|SPEAKER|OUTLET|DECISION]...",
        help="An article's name, URL or id; a speaker's or outlet's whole name; a decision's number.",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask; needed off a terminal.")]
Backups = Annotated[
    bool, typer.Option("--backups", help="Also delete the backups that onrecord made of the store.")
]
Lift = Annotated[
    bool, typer.Option("--lift", help="Instead, let a forgotten name or URL come back.")
]
Listed = Annotated[
    bool, typer.Option("--list", help="Instead, count what may not come back; no names are kept.")
]


@formats
def forget(
    where: str | None,
    fmt: output.Format,
    things: Things = None,
    yes: Yes = False,
    backups: Backups = False,
    lift: Lift = False,
    listed: Listed = False,
) -> None:
    """\b
    Examples:
      onrecord forget news/bridge.txt
      onrecord forget "Mira Oduya" "outlet:Lake Gazette" --yes
      onrecord forget 12
      onrecord forget --lift "Mira Oduya"

    Take something out of the store for good. An ARTICLE goes with every edition, its claims and what
    was decided on them; a SPEAKER with their claims, names, offices and the decisions and notes that
    name them, while articles keep their words; an OUTLET with its articles; a DECISION with its act,
    undone first. `onrecord help forgetting` says more.
    """
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        if listed:
            _list(store, fmt)
        elif lift:
            _lift(store, things or [])
        else:
            forget_things(store, things or [], fmt, yes=yes, backups=backups)


def forget_things(
    store: Store, words: list[str], fmt: output.Format, *, yes: bool, backups: bool
) -> None:
    """Forgets what the words name, as far as they may go; first what an earlier run left is finished.
    Raises UsageError."""
    from cli.jobs import forgetting

    resumed = forgetting.resume(store)
    if not words and backups:
        forgetting.delete_backups(store)
    elif not words and not resumed:
        raise UsageError("nothing to forget; name an article, a speaker, an outlet or a decision")
    things = _found(store, words, resumed=resumed)
    records = [store.forgetting.preview(thing) for thing in things]
    if not records:
        return
    forgetting.tell(store, records, backups=backups)
    if forgetting.may_go(yes=yes):
        forgetting.forget(store, things, backups=backups)
        _show(records, fmt)


def _show(records: list[ForgettingRecord], fmt: output.Format) -> None:
    from cli.jobs.forgetting import said
    from cli.rows.forgetting import forgetting_row

    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "forgotten", map(forgetting_row, records))
        return
    for record in records:
        output.line(f"forgotten: {said(record)}")


def _found(store: Store, words: list[str], *, resumed: bool) -> list[Forgettable]:
    """What the words name, each once; raises UsageError, unless a run that was cut off may have
    forgotten it."""
    found: dict[tuple[str, str, str], Forgettable] = {}
    for word in words:
        try:
            thing = store.forgetting.find(word)
        except UsageError as error:
            if not resumed:
                raise
            diagnostics.note(f"{error}; it may be what the earlier run forgot")
        else:
            found[thing.kind, thing.id, thing.id or thing.name] = thing
    return list(found.values())


def _lift(store: Store, words: list[str]) -> None:
    if not words:
        raise UsageError("nothing to lift; name a forgotten speaker or outlet, or give a URL")
    for word in words:
        if not store.forgetting.lift(word):
            raise UsageError(
                f"{word}: nothing that was forgotten has this name or URL; a forgotten article comes back "
                "with `onrecord add --again`"
            )
        output.line(f"may come back: {word}")


def _list(store: Store, fmt: output.Format) -> None:
    from cli.rows.forgetting import tombstone_row

    counts = list(store.forgetting.counted().items())
    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "tombstones", map(tombstone_row, counts))
    elif not counts:
        diagnostics.note("nothing that was forgotten is kept from coming back")
    else:
        for kind, (count, latest) in counts:
            output.line(f"{count:>9,} {kind}, the latest on {latest[:10]}")
