"""A claim as one line to cite: who, what, through whom, where, when, link; nothing put into
anybody's mouth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.model import Span
from cli.views.citation import citation, csl_item, link_of, markdown_citation
from store.records import ClaimRecord, LinkRecord

CLAIM = ClaimRecord(
    id="a1b2c3d4" * 4, article_id="b2" * 16, doc="bridge.txt", title="Bridge to close", outlet="Lake Gazette",
    wire="LNA", published="2026-03-01T08:00:00Z", cue=(Span(0, 4),), source=(Span(5, 6),), content=(Span(7, 9),),
    quote="“The bridge will close.”", cue_text="told", mention="the mayor", kind="direct", stance="assert",
    polarity="positive", hedged=False, nested=False, speaker_id="c3", speaker="Mira Oduya", speaker_kind="person",
    members=(), principal=None, affiliation=None, declared_count=None, speaker_inferred=False,
    chain=(LinkRecord("Tarne Herald", None, False),), confidence=0.9, reasons=(), url="https://lake.example/1",
)  # fmt: skip


def test_a_direct_quotation_is_quoted_once() -> None:
    """Its own marks give way to ours; agency, date and id stand behind."""
    assert citation(CLAIM) == (
        "Mira Oduya: “The bridge will close.” — through Tarne Herald, in Lake Gazette (agency: LNA), 2026-03-01, "
        "https://lake.example/1 [onrecord a1b2c3d4, unreviewed, confidence 0.90]"
    )


@pytest.mark.parametrize("kind", ["mixed", "indirect"])
def test_a_paraphrase_never_stands_in_quotation_marks(kind: str) -> None:
    """Its words are the article's."""
    line = citation(replace(CLAIM, kind=kind, quote="the bridge would close", chain=(), wire=None))
    assert line.startswith(
        "Mira Oduya (in the article's words): the bridge would close — Lake Gazette, 2026-03-01"
    )


def test_a_denial_is_no_assertion() -> None:
    """Stance, polarity and hedge are said."""
    assert citation(replace(CLAIM, stance="deny", hedged=True)).startswith(
        "Mira Oduya (denying, hedged): “"
    )
    assert "(negated)" in citation(replace(CLAIM, polarity="negative"))
    assert "negated" not in citation(replace(CLAIM, stance="decline", polarity="negative"))


def test_who_is_not_named_is_not_made_up() -> None:
    """Unnamed, joint and absent sources; unknown outlet, date and link."""
    bare = replace(
        CLAIM,
        speaker=None,
        speaker_kind="unnamed",
        outlet=None,
        wire=None,
        published=None,
        url=None,
    )
    assert citation(bare).startswith("the mayor (unnamed): “")
    assert "outlet unknown (bridge.txt), no date [onrecord" in citation(bare)
    assert citation(replace(bare, mention="", speaker_kind="none")).startswith("Nobody named: “")
    assert citation(replace(bare, members=("Ada", "Jon"), speaker_kind="joint")).startswith(
        "Ada and Jon: “"
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//x", "http://", "http://[", "", None]
)
def test_only_links_of_the_web_are_links(url: str | None) -> None:
    """Anything else is left out."""
    assert link_of(replace(CLAIM, url=url)) is None


def test_markdown_links_the_outlet() -> None:
    """No bracket of an article's breaks out."""
    line = markdown_citation(
        replace(CLAIM, outlet="Lake](http://evil.example) Gazette", chain=(), wire=None)
    )
    assert "[Lake\\](http://evil.example) Gazette, 2026-03-01](<https://lake.example/1>)" in line


def test_reference_managers_get_the_article_with_the_claim_in_its_note() -> None:
    """Dates as CSL wants them, as far as they are known."""
    item = csl_item(CLAIM)
    assert (item["type"], item["container-title"], item["issued"]) == (
        "article-newspaper", "Lake Gazette", {"date-parts": [[2026, 3, 1]]},
    )  # fmt: skip
    assert item["note"] == (
        "Mira Oduya: “The bridge will close.” [a1b2c3d4, unreviewed, confidence 0.90]"
    )
    assert csl_item(replace(CLAIM, published="2026-03"))["issued"] == {"date-parts": [[2026, 3]]}
    assert "issued" not in csl_item(replace(CLAIM, published="yesterday"))


def test_what_nobody_reviewed_says_so() -> None:
    """With the machine's confidence, in every form; a person's judgement ends it."""
    reviewed = replace(CLAIM, status="correct")
    for form in (citation, markdown_citation, lambda claim: csl_item(claim)["note"]):
        assert "a1b2c3d4, unreviewed, confidence 0.90" in form(CLAIM)
        assert "unreviewed" not in form(reviewed) and "confidence" not in form(reviewed)


def test_what_a_reviewer_put_right_is_the_reviewer_s_beside_the_article_s_words() -> None:
    """Speaker, stance and chain."""
    put_right = replace(
        CLAIM, status="corrected", machine={"speaker": "Ana Reyes", "stance": "assert", "chain": []}
    )
    line = citation(replace(put_right, stance="deny"))
    assert line.startswith(
        "the mayor (by a reviewer: Mira Oduya) (denying, stance by a reviewer): "
    )
    assert "through Tarne Herald (by a reviewer), in Lake Gazette" in line
    custom = csl_item(put_right)["custom"]
    assert (custom["speaker"], custom["speaker_by_reviewer"]) == ("the mayor", "Mira Oduya")
