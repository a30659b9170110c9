"""`onrecord browse`: the store as a screen."""

from __future__ import annotations

import sys

from claims.errors import UsageError


def browse(where: str | None) -> None:
    """\b
    Examples:
      onrecord browse
      onrecord browse --store project.db

    Look through claims on a full screen; ? shows the keys.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("browse needs a terminal; use `onrecord list` or `onrecord check` in a pipe")
    from cli.browse.app import run_browser
    from cli.jobs.opening import open_for_reading
    from cli.jobs.weigh import bring_up_to_date

    with open_for_reading(where) as store:
        bring_up_to_date(store)
        run_browser(store)
