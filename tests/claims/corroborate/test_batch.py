"""Every label and rule of weighing, over a made-up town."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

spec = importlib.util.spec_from_file_location(
    "corroborate_newsroom", Path(__file__).with_name("newsroom.py")
)
assert spec and spec.loader
newsroom = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = newsroom
spec.loader.exec_module(newsroom)
SAID, article, claim, verdict_on, weigh = (
    newsroom.SAID, newsroom.article, newsroom.claim, newsroom.verdict_on, newsroom.weigh,
)  # fmt: skip


def test_one_speaker_in_many_outlets_is_single() -> None:
    """Rules 1 and 2: outlets add nothing."""
    verdict = verdict_on(*[claim("Ilva Dorn")] * 4)
    assert (verdict.label, verdict.named, verdict.origins_min, verdict.origins_max) == (
        "SINGLE",
        True,
        1,
        1,
    )


def test_two_named_people_corroborate() -> None:
    """Two persons of different names and no shared body are two origins."""
    verdict = verdict_on(claim("Ilva Dorn"), claim("Petar Quill"))
    assert (verdict.label, verdict.origins_min, verdict.origins_max) == ("CORROBORATED", 2, 2)


def test_said_counts_channels_and_not_origins() -> None:
    """Rule 6: three outlets report one speaker's words."""
    verdict = verdict_on(*[claim("Ilva Dorn")] * 3)
    assert (verdict.origins_max, verdict.channels_min, verdict.channels_max) == (1, 3, 3)


@pytest.mark.parametrize("field", ["principal", "affiliation"])
def test_one_principal_is_one_origin(field: str) -> None:
    """Rule 7: two people of one body speak for one origin."""
    verdict = verdict_on(
        claim("Ilva Dorn", **{field: "Velmora Port"}),
        claim("Petar Quill", **{field: "Velmora Port"}),
    )
    assert verdict.label == "SINGLE"


def test_unnamed_spokesman_and_his_body_are_one() -> None:
    """Rule 7: a spokesman's origin is the body that he speaks for."""
    spokesman = claim(None, "unnamed", mention="a spokesman", principal="Velmora Port")
    assert verdict_on(spokesman, claim("Velmora Port", "organisation")).label == "SINGLE"


def test_unnamed_sources_are_undetermined() -> None:
    """Rule 8: two unnamed sources are one or two."""
    verdict = verdict_on(
        claim(kind="unnamed", mention="an official"), claim(kind="unnamed", mention="a banker")
    )
    assert (verdict.label, verdict.named, verdict.origins_min, verdict.origins_max) == (
        "POSSIBLY SINGLE",
        False,
        1,
        2,
    )


def test_declared_count_raises_only_the_maximum() -> None:
    """Rule 8: three people are at least one and at most three."""
    verdict = verdict_on(claim(None, "unnamed", mention="three people", declared_count=3))
    assert (verdict.label, verdict.origins_min, verdict.origins_max) == ("POSSIBLY SINGLE", 1, 3)


@pytest.mark.parametrize(
    ("mention", "most"),
    [
        ("port officials and insurance experts", 2),
        ("Dorn and other councillors", 2),
        ("a group of writers and scientists", 1),
        ("current and former officials", 1),
    ],
)
def test_two_collectives_side_by_side_are_at_most_two(mention: str, most: int) -> None:
    """Rule 9 for each: at least one origin, at most two."""
    verdict = verdict_on(claim(None, "group", mention=mention))
    assert (verdict.origins_min, verdict.origins_max) == (1, most)


def test_answers_in_a_poll_are_no_number_of_sources() -> None:
    """Rule 10: six in ten people asked are one poll."""
    verdict = verdict_on(
        claim(None, "unnamed", mention="about six in ten voters", declared_count=6)
    )
    assert (verdict.label, verdict.origins_max) == ("SINGLE", 1)


def test_collective_is_one_unnamed_origin() -> None:
    """Rule 9: critics are one."""
    verdict = verdict_on(claim(None, "group", mention="critics"))
    assert (verdict.label, verdict.named) == ("SINGLE", False)


def test_joint_statement_and_its_party_are_one() -> None:
    """Rule 9: a party to a joint statement adds nothing to it."""
    joint = claim(None, "joint", members=("Ilva Dorn", "Petar Quill"))
    assert verdict_on(joint, claim("Ilva Dorn")).label == "SINGLE"


def test_person_leaning_on_a_document_is_not_told_apart() -> None:
    """Rule 10: a person may have read the report out."""
    assert (
        verdict_on(claim("Ilva Dorn"), claim("Pillar Report", "document")).label
        == "POSSIBLY SINGLE"
    )


def test_relay_is_a_link_where_the_speaker_is_named() -> None:
    """Rule 5: the speaker told another outlet."""
    assert (
        verdict_on(claim("Ilva Dorn", chain=("Radio Keld",)), claim("Ilva Dorn")).label == "SINGLE"
    )


def test_relayed_outlet_is_the_origin_of_an_unnamed_speaker() -> None:
    """Rule 5: the relayed outlet stands for a speaker that it does not name."""
    relayed = claim(None, "unnamed", mention="officials", chain=("Radio Keld",))
    assert verdict_on(relayed).origins[0].name == "Radio Keld"


def test_no_source_is_unsourced() -> None:
    """Rule 11: an unattributed fact is no source."""
    assert verdict_on(claim(None, "none", mention="")).label == "UNSOURCED"


def test_loop_is_one_unknown_origin() -> None:
    """Rule 13: two outlets that cite each other know nothing."""
    one = article("a", claim(None, "none", chain=("Keld Mail",)), outlet="Dorn Mail")
    other = article("b", claim(None, "none", chain=("Dorn Mail",)), outlet="Keld Mail")
    (verdict,) = weigh([one, other]).verdicts
    assert (verdict.label, verdict.named) == ("SINGLE", False)
    assert any("loop" in reason for reason in verdict.reasons)


def test_denial_is_its_own_contested_proposition() -> None:
    """A denial stands apart, tied by a conflict to what it denies."""
    found = weigh(
        [article("a", claim("Ilva Dorn")), article("b", claim("Petar Quill", stance="deny"))]
    )
    one, other = found.verdicts
    assert one.contested and other.contested
    assert one.conflicts_with == (other.id,)


def test_another_number_is_another_proposition() -> None:
    """Nine and eleven ferries cannot both have sunk."""
    quotes = [
        f"{n} ferries sank in the Velmora harbour basin last night" for n in ("nine", "eleven")
    ]
    found = weigh(article(q[:4], claim("Ilva Dorn", quote=q)) for q in quotes)
    assert len(found.verdicts) == 2 and len(found.conflicts) == 1


def test_nested_claims_are_left_out() -> None:
    """Un-nested claims alone stand in propositions."""
    assert weigh([article("a", claim("Ilva Dorn", nested=True))]).verdicts == ()


def test_every_pair_has_a_reason() -> None:
    """Rule 14: splits say why."""
    verdict = verdict_on(claim("Ilva Dorn"), claim("Petar Quill"))
    assert verdict.pairs[0].reason and verdict.reasons


def test_surname_alone_never_joins_nor_splits() -> None:
    """A bare surname may be the full name's."""
    assert verdict_on(claim("Dorn"), claim("Ilva Dorn")).label == "POSSIBLY SINGLE"


def test_an_unnamed_source_in_a_copy_is_one_origin_and_listed_once() -> None:
    """The copy prints the article's source; it has none of its own."""
    filling = " ".join(f"word{n} of{n} the{n} long{n} text{n}" for n in range(60))
    official = claim(None, "unnamed", mention="an official")
    copies = [
        article(doc, official, text=f"{filling} {SAID}", published=f"2026-01-0{day}")
        for day, doc in enumerate(("first", "second"), 1)
    ]
    weighed = weigh(copies)
    assert [link.article_id for link in weighed.copies] == ["second"]
    (verdict,) = weighed.verdicts
    assert (verdict.label, len(verdict.origins)) == ("SINGLE", 1)
