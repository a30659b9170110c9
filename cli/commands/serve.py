"""`onrecord serve`: the store as a page for colleagues."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.errors import UsageError
from cli import diagnostics

if TYPE_CHECKING:
    from store import Store

TOKEN = "ONRECORD_TOKEN"
MIN_TOKEN_CHARS = 16
Host = Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")]
Port = Annotated[
    int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 for any that is free.")
]
Token = Annotated[
    str | None,
    typer.Option("--token", metavar="TOKEN", help=f"Asked of every reader. Default: ${TOKEN}."),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="Another name it is reached under, as by a proxy."),
]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def serve(
    where: str | None,
    host: Host = "127.0.0.1",
    port: Port = 8765,
    token: Token = None,
    name: Names = None,
    open_browser: Open = False,
) -> None:
    """\b
    Examples:
      onrecord serve --open
      onrecord serve --port 9000 --store my.db
      ONRECORD_TOKEN=$(openssl rand -hex 16) onrecord serve --host 0.0.0.0

    Show the store as a page in the browser, to be read alone; nothing is changed and nothing leaves this
    machine. Other machines reach it with --host, and then a token is asked for.
    """
    from cli.jobs.open_store import open_read_only

    run, application, gate = _room()
    given = _token(token or os.environ.get(TOKEN) or None, needed=not run.is_local(host), host=host)
    listening = run.bound(host, port)
    with listening, open_read_only(where) as store:
        asks = ", asking for the token" if given else ""
        diagnostics.note(f"the page is at {run.address(listening)}{asks}; Ctrl+C stops it")
        _say_what_waits(store)
        app = application(store, gate((host, *(name or ())), given))
        run.run(app, listening, open_browser=open_browser)


def _room() -> tuple[Any, Any, Any]:
    """What serves, where it is installed; raises UsageError where it is not."""
    try:
        from cli.web import run
        from cli.web.app import application
        from cli.web.guard import Gate
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "anyio"):
            raise
        raise UsageError(
            "the page needs Starlette and uvicorn, an extra; run `pip install 'onrecord[web]'`"
        ) from None
    return run, application, Gate


def _token(given: str | None, *, needed: bool, host: str) -> str | None:
    """The token to ask for; raises UsageError where one is needed and none is given, and where it is
    soon guessed."""
    if given is None:
        if needed:
            raise UsageError(
                f"--host {host} lets other machines read this store: set a token, such as "
                f"{TOKEN}={secrets.token_hex(16)}, and put it behind a proxy with TLS (docs/web.md)"
            )
        return None
    if len(given) < MIN_TOKEN_CHARS or not given.isprintable() or " " in given:
        raise UsageError(
            f"the token is soon guessed: give {MIN_TOKEN_CHARS} characters or more without blanks, "
            f"such as {secrets.token_hex(16)}"
        )
    return given


def _say_what_waits(store: Store) -> None:
    if store.corroboration.is_stale():
        diagnostics.note(
            "some articles are not weighed yet, so that labels are those of before; "
            "`onrecord check` weighs them, also while the page is up"
        )
