"""`onrecord watch`: lists of feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.options import formats
from cli.views.cells import counted

if TYPE_CHECKING:
    from store import Store

Name = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="Of the list.", show_default=False)
]
Feeds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FEED]...", help="Addresses, or files that list them (OPML).", show_default=False
    ),
]
Remove = Annotated[
    bool, typer.Option("--remove", help="Take these feeds off the list, or the whole list.")
]


@formats
def watch(
    where: str | None,
    fmt: output.Format,
    watch_list: Name = None,
    feeds: Feeds = None,
    remove: Remove = False,
) -> None:
    """\b
    Examples:
      onrecord watch harbour https://gazette.example/feed.xml https://courier.example/rss
      onrecord watch harbour feeds.opml
      onrecord watch
      onrecord watch harbour --remove https://courier.example/rss

    Keep a list of feeds for `onrecord pull`, or show the lists. Nothing is asked.
    """
    from cli.jobs.open_store import open_for_reading, open_for_writing
    from cli.jobs.watching import feeds_of

    if remove and watch_list is None:
        raise UsageError("--remove: name the list; `onrecord watch` names them")
    if not feeds and not remove:
        with open_for_reading(where) as store:
            _show(store, watch_list, fmt)
        return
    addresses = feeds_of(feeds or [])
    with open_for_writing(where) as store:
        _change(store, watch_list or "", addresses, remove=remove)


def _change(store: Store, name: str, addresses: list[str], *, remove: bool) -> None:
    """Puts feeds on a list or takes them off, and says how many."""
    if remove:
        count = store.watching.remove(name, addresses)
        diagnostics.note(f"{counted(count, 'feed')} taken off {name}")
    else:
        count = store.watching.add(name, addresses)
        diagnostics.note(
            f"{counted(count, 'feed')} new on {name}; `onrecord pull {name}` reads them"
        )


def _show(store: Store, name: str | None, fmt: output.Format) -> None:
    """The feeds of one list, or of all."""
    from claims.fetch.addresses import shown_address

    records = store.watching.feeds(name)
    if name is not None and not records:
        raise UsageError(f"no list {name!r} is watched; `onrecord watch` names them")
    rows = [{"list": r.name, "feed": shown_address(r.address), "added": r.added} for r in records]
    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "feeds", rows)
        return
    for row in rows:
        output.line(f"{row['list']}  {row['feed']}")
    if not rows:
        diagnostics.note("nothing is watched yet; `onrecord watch NAME FEED` begins a list")
