"""`onrecord demo`: a made-up newsroom as a first lesson."""

from __future__ import annotations

from itertools import islice
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from cli import diagnostics, output


def demo(
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="FILE", help="Keep the demo's store in this file.")
    ] = None,
    browse: Annotated[bool, typer.Option("--browse", help="Open it on a full screen.")] = False,
) -> None:
    """\b
    Examples:
      onrecord demo
      onrecord demo --keep demo.db --browse

    Read a made-up newsroom and answer the two questions: who said what, and what rests on a single source.
    """
    with TemporaryDirectory() as folder:
        _lesson(keep or f"{folder}/demo.db", kept=bool(keep), browse=browse)


def _lesson(location: str, *, kept: bool, browse: bool) -> None:
    from cli.jobs.add import add_paths
    from cli.jobs.opening import open_for_writing
    from cli.jobs.sample import newsroom
    from cli.jobs.verdicts import asked_for
    from cli.jobs.weigh import bring_up_to_date
    from cli.views.claims import claims_table, speakers_table
    from cli.views.verdicts import check_table
    from store.records import Filters

    diagnostics.note("reading the sample newsroom ...")
    with newsroom() as path, open_for_writing(location) as store:
        add_paths(store, [path])
        bring_up_to_date(store)
        if browse:
            from cli.browse.app import run_browser

            run_browser(store)
            return
        output.line("1. Who speaks?   onrecord speakers\n")
        people = list(store.speakers(Filters(), 8))
        output.show(speakers_table(people))
        if people:
            output.line(f'\n2. What does one of them say?   onrecord list --speaker "{people[0].name}"\n')
            output.show(claims_table(list(store.claims(Filters(speaker=(people[0].name,)), limit=5))))
        output.line("\n3. What rests on a single source?   onrecord check\n")
        output.show(check_table(list(islice(store.verdicts(asked_for(Filters(), False, None)), 10))))
    output.line(
        f"\nTry it: onrecord check --store {location}"
        if kept
        else "\nKeep it to look around: onrecord demo --keep demo.db"
    )
