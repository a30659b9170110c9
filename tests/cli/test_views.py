"""Views over hand-made records: readable at 80 columns, no escape sequence, markup shown as
letters."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

from rich.console import Console, RenderableType

from claims.model import Span
from cli.jobs.quality import Rate
from cli.views.cells import counted
from cli.views.claims import chain_line, claim_context, claims_table
from cli.views.evidence import evidence_tree
from cli.views.review import rate
from cli.views.verdicts import check_table, copies_table
from cli.views.why import why_view
from store.records import (
    ArticleRecord,
    ClaimRecord,
    CopyRecord,
    LinkRecord,
    VerdictClaim,
    VerdictRecord,
)

GOLDEN = Path(__file__).parent / "golden"
TEXT = 'TARNE — "The [red]bridge[/nope]\x1b[31m will close," Mira Oduya told the Tarne Herald.'


def at(words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


QUOTE = "The [red]bridge[/nope]\x1b[31m will close"
CLAIM = ClaimRecord(
    id="a1" * 16, article_id="b2" * 16, doc="bridge.txt", title="Bridge", outlet="Lake Gazette", wire="LNA",
    published="2026-03-01", cue=at("told"), source=at("Mira Oduya"), content=at(QUOTE), quote=QUOTE, cue_text="told",
    mention="Mira Oduya", kind="direct", stance="assert", polarity="positive", hedged=False, nested=False,
    speaker_id="c3",
    speaker="Mira Oduya", speaker_kind="person", members=(), principal=None, affiliation=None, declared_count=None,
    speaker_inferred=False, chain=(LinkRecord("Tarne Herald", None, False),), confidence=0.9,
    reasons=("named in the text",),
)  # fmt: skip
ARTICLE = ArticleRecord(
    "b2" * 16, "bridge.txt", TEXT, "Bridge", None, "Lake Gazette", False, "LNA", (), None, None, None,
    "2026-03-01", None, True,
)  # fmt: skip
VERDICT = VerdictRecord(
    "d4" * 16, "SINGLE", False, True, ("e5" * 16,), 1, 1, 1, 2,
    (VerdictClaim(CLAIM, "supports", "Mira Oduya", "post.txt"),), (), ("one speaker: Mira Oduya",),
)  # fmt: skip


def drawn(renderable: RenderableType) -> str:
    """As a pipe of 80 columns sees it."""
    out = io.StringIO()
    Console(file=out, width=80, markup=False, highlight=False, color_system=None).print(renderable)
    return out.getvalue()


def test_views_are_the_golden_ones() -> None:
    """ONRECORD_GOLDEN=1 writes the file."""
    views = (claims_table([CLAIM]), claim_context(CLAIM, ARTICLE), check_table([VERDICT]), evidence_tree(VERDICT),
             copies_table([CopyRecord("a.txt", "b.txt", 0.91, "a credit")]))  # fmt: skip
    found = "\n".join(map(drawn, views))
    file = GOLDEN / "views.txt"
    if os.environ.get("ONRECORD_GOLDEN"):
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")
    assert "\x1b" not in found and max(map(len, found.splitlines())) <= 80


def test_the_chain_leads_from_the_claim_to_the_outlet() -> None:
    """Speaker, intermediary, wire, outlet."""
    assert chain_line(CLAIM).plain.endswith("← Mira Oduya ← Tarne Herald ← LNA ← Lake Gazette")


def test_reasons_of_the_machine_are_overruled_where_a_person_put_right_what_they_are_for() -> None:
    """The reason for a speaker holds no more; the one for the stance still does."""
    reasons = ("Surname of the mayor.", "Stance assert: “told”.")
    put_right = replace(
        CLAIM, status="corrected", machine={"speaker": "Ilva Dorn"}, reasons=reasons
    )
    for view in (drawn(claim_context(put_right, ARTICLE)), drawn(why_view(put_right))):
        lines = [line for line in view.splitlines() if "Surname" in line or "Stance" in line]
        assert ["overruled" in line for line in lines] == [True, False]


def test_a_tree_names_the_outlet_and_day_of_a_copied_text() -> None:
    """An id of an article cannot be read aloud."""
    original = VerdictClaim(
        replace(CLAIM, id="f6" * 16, doc="post.txt", outlet="Tarne Post"),
        "supports",
        "Ilva Dorn",
        None,
    )
    copied = VerdictClaim(CLAIM, "supports", "Mira Oduya", "post.txt")
    tree = " ".join(
        drawn(evidence_tree(replace(VERDICT, claims=(original, copied)))).replace("│", " ").split()
    )
    assert "a copy of Tarne Post, 2026-03-01" in tree
    assert "post.txt" not in tree


def test_one_of_a_thing_is_counted_in_the_singular() -> None:
    """Not "1 outlets"."""
    assert [counted(1, "outlet"), counted(2000, "copy"), counted(0, "claim")] == [
        "1 outlet",
        "2,000 copies",
        "0 claims",
    ]


def test_a_rate_of_one_fits_a_narrow_column() -> None:
    """An interval that ends at one is never cut."""
    assert rate(Rate(2, 2)) == "1 (.34-1)"
    assert rate(Rate(1, 2)) == ".50 (.09-.91)"
    assert rate(Rate(0, 0)) == "-"


def test_why_a_source_is_unnamed_stands_in_both_views_of_a_claim() -> None:
    """The class in words; `why` adds the article's own."""
    said = replace(
        CLAIM,
        speaker=None,
        anonymity="fear",
        setting_evidence={"anonymity": (5, 27, "for fear of [b]reprisal")},
    )
    shown = " ".join(drawn(claim_context(said, ARTICLE)).split())
    assert "unnamed: fear for safety or standing" in shown
    assert "“for fear of [b]reprisal” at 5" in drawn(why_view(said))
