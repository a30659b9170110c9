"""`onrecord demo`: a made-up newsroom as a first lesson."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.paths import is_url
from store.database.location import shown

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord, VerdictRecord

ASKED = "NAME"
"""Stands for a name that only the reader can give."""
FURTHER = (
    ("onrecord browse", "all of it on one screen; ? for the keys"),
    ("onrecord audit", "whom each outlet quotes, how often unnamed, in bars"),
    ("onrecord browse --draft DRAFT", "the same draft, passage by passage; enter opens the record"),
    (
        "onrecord report --speaker Marrant -o marrant.html",
        "a page to hand on; opens in any browser",
    ),
    ("onrecord serve --open", "all of it in a browser, for colleagues; Ctrl+C stops it"),
)
"""What else to try, and what it is."""
TELLING = ("differs", "other speaker")
"""Verdicts of which the lesson shows one each."""
_NAME = re.compile(r"\b[A-Z][\w'-]{1,60} [A-Z][\w'-]{1,60}$")

KeptIn = Annotated[
    str | None,
    typer.Option("--keep", metavar="FILE", help="Keep the demo's store in this file instead."),
]


def demo(
    keep: KeptIn = None,
    browse: Annotated[bool, typer.Option("--browse", help="Open it on a full screen.")] = False,
) -> None:
    """\b
    Examples:
      onrecord demo
      onrecord demo --browse

    Read a made-up newsroom and answer the two questions: who said what, and what rests on a single
    source.
    """
    from cli.jobs.add import add_paths
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_writing
    from cli.jobs.sample import fresh, newsroom

    location = keep or fresh()
    diagnostics.note("reading fifteen made-up articles (a minute at the most, the first time) ...")
    with newsroom() as editions, open_for_writing(location) as store:
        for path in editions:
            add_paths(store, [path])
        bring_up_to_date(store)
        if browse:
            _browse(store)
        else:
            _lesson(store)
            _proof(store)
            _your_turn(store, location)


def _browse(store: Store) -> None:
    from cli.browse.run import run_browser
    from cli.reviewer import reviewer

    run_browser(store, reviewer=reviewer())


def _lesson(store: Store) -> None:
    from cli.jobs.verdicts import selected
    from cli.views.claims import claims_table
    from cli.views.evidence import evidence_tree
    from cli.views.speakers import speakers_table
    from cli.views.verdicts import check_table
    from store.records import Filters

    people = list(store.speakers.select(Filters(), 5))
    _step(1, "Who is on record?", "onrecord speakers")
    output.show(speakers_table(people))
    name = people[0].name.split()[-1]
    _step(2, f"What has {people[0].name} claimed?", f"onrecord list --speaker {name}")
    output.show(claims_table(list(store.claims.select(Filters(speaker=(name,)), limit=4))))
    verdicts = selected(store, Filters(), False, None)
    copied = next((v for v in verdicts if any(m.copy_of for m in v.claims)), verdicts[0])
    _step(3, "Which claims rest on a single source?", "onrecord check")
    output.show(check_table(_some(verdicts, copied)))
    _step(4, "Why? Open the evidence of one.", f"onrecord check {copied.id[:8]}")
    output.show(evidence_tree(copied))


def _proof(store: Store) -> None:
    """Of a made-up draft what is altered and what another person said, and the count of the rest."""
    from cli.jobs.choice import Choice
    from cli.jobs.extract import readings
    from cli.jobs.proof import prove_reading
    from cli.jobs.proof_lines import lines_of
    from cli.jobs.proof_record import StoreRecord
    from cli.jobs.sample import draft
    from cli.views.proof import proof_page, tally
    from store.records import Filters

    _step(5, "What does a draft get wrong?", f"onrecord proof {shlex.quote(draft())}")
    articles = store.articles.count_current()
    for reading in readings([draft()], Choice()):
        lines = [*lines_of(prove_reading(store, StoreRecord(store, Filters()), reading, articles))]
        telling = {line.verdict: line for line in lines if line.verdict in TELLING}
        output.show(proof_page(telling.values()))
        output.line(f"... of {tally(lines, articles)}")


def _some(verdicts: list[VerdictRecord], copied: VerdictRecord) -> list[VerdictRecord]:
    """A few of the list, the one that is opened next among them."""
    return [copied, *(v for v in verdicts if v.id != copied.id and (v.contested or not v.named))][
        :4
    ]


def misread(store: Store) -> tuple[ClaimRecord, str] | None:
    """A claim of which the machine found no speaker, rather one whose words name a person, and the
    name to give."""
    from store.records import Filters

    unfound = [
        claim
        for claim in store.claims.select(Filters())
        if claim.speaker is None and claim.mention and not claim.members
    ]
    named = ((claim, match[0]) for claim in unfound if (match := _NAME.search(claim.mention)))
    return next(named, (unfound[0], ASKED) if unfound else None)


def _step(number: int, question: str, command: str) -> None:
    output.line(f"\n{number}. {question}\n   $ {command}\n")


def _your_turn(store: Store, location: str) -> None:
    from cli.jobs.sample import draft
    from cli.paths import program

    name = program()
    output.line(
        "\nYour turn: nothing below has been run. The demo stays where it is; type these lines here.\n"
    )
    output.line(f"   export ONRECORD_STORE={shlex.quote(_kept_in(location))}")
    if name != "onrecord":
        output.line(f"   alias onrecord={shlex.quote(name)}")
    _correction(store)
    for command, what in FURTHER:
        output.line(f"   {command.replace('DRAFT', shlex.quote(draft())):<49} # {what}")
    output.line("\nWith articles of your own: onrecord add FOLDER --store my.db")


def _correction(store: Store) -> None:
    """How to put right what the machine found of one claim."""
    if (wrong := misread(store)) is None:
        return
    claim, name_to_give = wrong
    is_known = name_to_give != ASKED
    output.line(
        f"\n   # The machine errs: it found nobody's name in “{claim.mention}”. Put that right,"
        if is_known
        else f"\n   # The article does not name “{claim.mention}”. Say that you know who it is,"
        "\n   # which stays on your screen and out of all that you hand on;"
    )
    output.line("   # see your decision beside what the machine found, and take it back:")
    output.line(f"   onrecord review {claim.id[:8]} --speaker {shlex.quote(name_to_give)}")
    output.line(f"   onrecord history {claim.id[:8]}")
    output.line("   onrecord review --undo\n")


def _kept_in(location: str) -> str:
    """The demo's store as another folder's shell names it, without a password."""
    return shown(location if is_url(location) else str(Path(location).resolve()))
