"""`onrecord review`: judge, put right, enter what is missing, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.jobs.review_request import Orders, Request
from cli.option_groups import Function, Group, with_options
from cli.options import Reviewer, formats

if TYPE_CHECKING:
    from store import Store

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID|QUERY]...", help="A claim's id, or a query for --next."),
]
Part = typer.Option(
    help="Words of the article, or START:END; several times for parts.", metavar="WORDS"
)
_REQUEST: Group = {
    "next_one": (
        Annotated[
            bool,
            typer.Option("--next", help="The next unreviewed claim; on a terminal, one by one."),
        ],
        False,
    ),
    "status": (
        Annotated[
            str | None, typer.Option(metavar="STATUS", help="correct, wrong, unsure or unreviewed.")
        ],
        None,
    ),
    "speaker": (
        Annotated[str | None, typer.Option(help="Who speaks; - for nobody.", metavar="NAME")],
        None,
    ),
    "stance": (
        Annotated[str | None, typer.Option(metavar="STANCE", help="As deny, or deny/negative.")],
        None,
    ),
    "via": (
        Annotated[
            list[str] | None,
            typer.Option(help="Who passed it on, nearest the speaker first.", metavar="NAME"),
        ],
        None,
    ),
    "no_via": (Annotated[bool, typer.Option("--no-via", help="Nobody passed it on.")], False),
    "content": (Annotated[list[str] | None, Part], None),
    "source": (Annotated[list[str] | None, Part], None),
    "cue": (Annotated[list[str] | None, Part], None),
    "same_as": (
        Annotated[
            str | None,
            typer.Option("--same-as", help="One proposition with this claim.", metavar="ID"),
        ],
        None,
    ),
    "not_same": (
        Annotated[
            str | None, typer.Option("--not-same-as", help="Another proposition.", metavar="ID")
        ],
        None,
    ),
    "same_origin": (
        Annotated[
            str | None, typer.Option("--same-origin", help="One origin with it.", metavar="ID")
        ],
        None,
    ),
    "other_origin": (
        Annotated[str | None, typer.Option("--other-origin", help="Another origin.", metavar="ID")],
        None,
    ),
    "add": (
        Annotated[bool, typer.Option("--add", help="A claim that is missing in the article ID.")],
        False,
    ),
    "outlet": (
        Annotated[str | None, typer.Option(help="Publisher of the article ID.", metavar="NAME")],
        None,
    ),
    "wire": (
        Annotated[
            str | None, typer.Option(help="Agency of the article ID; - for none.", metavar="NAME")
        ],
        None,
    ),
    "read": (
        Annotated[
            bool | None, typer.Option("--read/--not-read", help="The article ID is read wholly.")
        ],
        None,
    ),
    "undo": (
        Annotated[bool, typer.Option("--undo", help="Take back your latest decision.")],
        False,
    ),
    "redo": (Annotated[bool, typer.Option("--redo", help="Bring back what you took back.")], False),
    "note": (Annotated[str, typer.Option(metavar="TEXT", help="A note to keep with it.")], ""),
    "reviewer": (Reviewer, None),
}


def _requests(function: Function) -> Function:
    """Adds all that can be decided; the function gets `request`."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        via, no_via = values.pop("via"), values.pop("no_via")
        asked = {
            name: values.pop(name) for name in ("next_one", "undo", "redo", "note", "reviewer")
        }
        orders = Orders(chain=() if no_via else tuple(via) if via else None, **values)
        return {"request": Request(orders=orders, **asked)}

    return with_options(function, _REQUEST, apply)


@formats
@_requests
def review(where: str | None, fmt: output.Format, request: Request, words: Words = None) -> None:
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
    from cli.reviewer import reviewer as name_of

    if not request.is_one_thing:
        raise UsageError(
            "say one thing: --next, --undo, --redo, or an ID with what to decide; see `onrecord review --help`"
        )
    reviewer = name_of(request.reviewer)
    with open_for_reading(where) as store:
        if request.next_one:
            _next(store, words or [], fmt, reviewer)
        else:
            _decide(store, words or [], request, fmt, reviewer)


def _next(store: Store, words: list[str], fmt: output.Format, reviewer: str) -> None:
    from cli.jobs.review_prompt import ask, print_next
    from cli.jobs.speakers import say_unknown
    from cli.query import check_words, parse_query

    filters = parse_query(words)
    check_words(filters)
    say_unknown(store, filters)
    if fmt is output.Format.HUMAN and output.on_terminal() and diagnostics.may_ask():
        ask(store, filters, reviewer)
    else:
        print_next(store, filters, fmt)


def _decide(
    store: Store, words: list[str], request: Request, fmt: output.Format, reviewer: str
) -> None:
    from cli.jobs.review_options import carry_out, reverse

    if request.undo or request.redo:
        reverse(store, reviewer, redo=request.redo)
        return
    if len(words) != 1:
        raise UsageError(
            "review needs the id of one claim or article; ids are listed by `onrecord list`"
        )
    carry_out(store, words[0], request.orders, reviewer=reviewer, note=request.note, fmt=fmt)
