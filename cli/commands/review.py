"""`onrecord review`: judge, put right, enter what is missing, take back."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.options import formats

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID|QUERY]...", help="A claim's id, or a query for --next."),
]
Part = typer.Option(
    help="Words of the article, or START:END; several times for parts.", metavar="WORDS"
)


@formats
def review(
    where: str | None,
    fmt: output.Format,
    words: Words = None,
    next_one: Annotated[
        bool, typer.Option("--next", help="The next unreviewed claim; on a terminal, one by one.")
    ] = False,
    status: Annotated[
        str | None, typer.Option(help="correct, wrong, unsure or unreviewed.")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Who speaks; - for nobody.", metavar="NAME")
    ] = None,
    stance: Annotated[str | None, typer.Option(help="As deny, or deny/negative.")] = None,
    via: Annotated[
        list[str] | None,
        typer.Option(help="Who passed it on, nearest the speaker first.", metavar="NAME"),
    ] = None,
    no_via: Annotated[bool, typer.Option("--no-via", help="Nobody passed it on.")] = False,
    content: Annotated[list[str] | None, Part] = None,
    source: Annotated[list[str] | None, Part] = None,
    cue: Annotated[list[str] | None, Part] = None,
    same_as: Annotated[
        str | None, typer.Option("--same-as", help="One proposition with this claim.", metavar="ID")
    ] = None,
    not_same: Annotated[
        str | None, typer.Option("--not-same-as", help="Another proposition.", metavar="ID")
    ] = None,
    same_origin: Annotated[
        str | None, typer.Option("--same-origin", help="One origin with it.", metavar="ID")
    ] = None,
    other_origin: Annotated[
        str | None, typer.Option("--other-origin", help="Another origin.", metavar="ID")
    ] = None,
    add: Annotated[
        bool, typer.Option("--add", help="A claim that is missing in the article ID.")
    ] = False,
    outlet: Annotated[
        str | None, typer.Option(help="Publisher of the article ID.", metavar="NAME")
    ] = None,
    wire: Annotated[
        str | None, typer.Option(help="Agency of the article ID; - for none.", metavar="NAME")
    ] = None,
    read: Annotated[
        bool | None, typer.Option("--read/--not-read", help="The article ID is read wholly.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take back your latest decision.")] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Bring back what you took back.")] = False,
    note: Annotated[str, typer.Option(help="A note to keep with it.")] = "",
    reviewer: Annotated[
        str | None, typer.Option(help="Your name. Default: $ONRECORD_REVIEWER, settings, login.")
    ] = None,
) -> None:
    """\b
    Examples:
      onrecord review --next speaker:Song
      onrecord review 3fa9c1 --status wrong --note "a headline, no claim"
      onrecord review 3fa9c1 --speaker "Song Zhongping"
      onrecord review article.txt --add --content "the corridor is safe" --source "officials"

    Judge the extraction of a claim, never its truth; put right what is wrong. Every decision is
    kept and can be undone.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.review_options import Orders, carry_out, reverse
    from cli.query import parse_query
    from cli.reviewer import reviewer as name_of

    orders = Orders(
        status, speaker, stance, () if no_via else tuple(via) if via else None, content, source, cue, same_as, not_same,
        same_origin, other_origin, outlet, wire, read, add,
    )  # fmt: skip
    modes = sum((next_one, undo, redo, orders.any))
    if modes != 1:
        raise UsageError(
            "say one thing: --next, --undo, --redo, or an ID with what to decide; see `onrecord review --help`"
        )
    who = name_of(reviewer)
    with open_for_reading(where) as store:
        if next_one:
            _next(store, parse_query(words or []), fmt, who)
        elif undo or redo:
            reverse(store, who, redo=redo)
        else:
            if not words or len(words) != 1:
                raise UsageError(
                    "review needs the id of one claim or article; ids are listed by `onrecord list`"
                )
            carry_out(store, words[0], orders, who=who, note=note, fmt=fmt)


def _next(store: object, filters: object, fmt: output.Format, who: str) -> None:
    from cli.jobs.review_prompt import ask, print_next
    from store import Store
    from store.records import Filters

    assert isinstance(store, Store) and isinstance(filters, Filters)
    if fmt is output.Format.HUMAN and output.on_terminal() and diagnostics.may_ask():
        ask(store, filters, who)
    else:
        print_next(store, filters, fmt)
