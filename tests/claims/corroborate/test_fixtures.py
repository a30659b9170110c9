"""The cases that decide whether "single source" is right: a few short made-up articles each, read
beforehand."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claims.corroborate.independence.interval import interval
from claims.corroborate.model import StatedArticle, Verdict, Weighing

spec = importlib.util.spec_from_file_location(
    "corroborate_newsroom", Path(__file__).with_name("newsroom.py")
)
assert spec and spec.loader
newsroom = importlib.util.module_from_spec(spec)
sys.modules[spec.name] = newsroom
spec.loader.exec_module(newsroom)
article, claim, weigh = newsroom.article, newsroom.claim, newsroom.weigh

CLOSED = "the Sable Bridge will stay closed until the end of June"
DEAD = "twelve people died in the Lower Tarn flood"
LEAD = "VELMORA (Coastline News Agency) — The engineers came to the bridge at dawn and left it shut by noon. "
BODY = (
    "Lorries were sent round by Kestrel Pass, where snow had fallen in the night and two drivers slept in their cabs. "
    "The bakery on the east bank sold its last loaf at nine and hung a paper in the window. A school bus turned back "
    "at the barrier with eleven children, who walked home along the weir. The mayor watched from the quay. "
    "By evening the lamps on the piers were lit and a boat went round them slowly with a man who tapped at the stone. "
)


def weighed(*articles: StatedArticle) -> tuple[Verdict, Weighing]:
    """The verdict of the largest proposition, and everything."""
    found = weigh(articles)
    return max(found.verdicts, key=lambda verdict: len(verdict.members)), found


def bounds(verdict: Verdict) -> tuple[str, int, int]:
    """Label and interval."""
    return verdict.label, verdict.origins_min, verdict.origins_max


def why(verdict: Verdict) -> str:
    """All reasons, of members and of pairs too."""
    parts = [
        *verdict.reasons,
        *(pair.reason for pair in verdict.pairs),
        *(m.reason for m in verdict.members),
    ]
    return " | ".join(parts)


def told(
    doc: str, speaker: str | None, quote: str = CLOSED, at: str = "2026-04-02", **other: Any
) -> StatedArticle:
    """An article of its own words with one claim."""
    kind = other.pop("kind", "person" if speaker else "unnamed")
    text = other.pop("text", f"{doc}: {quote}, {speaker or other.get('mention')} said in {doc}.")
    outlet = other.pop("outlet", f"{doc} Post")
    return article(
        doc, claim(speaker, kind, quote, **other), text=text, outlet=outlet, published=at
    )


def test_01_ten_copies_of_one_wire_story_are_one_text_and_one_origin() -> None:
    """Cut, with another lead, without the credit: the speaker is still one, and every copy names
    its original."""
    texts = [LEAD + BODY] * 6 + [LEAD + BODY[:300]] * 2 + ["Shut again. " + BODY, BODY]
    verdict, found = weighed(
        *[told(f"d{n}", "Aldo Ferrand", text=text) for n, text in enumerate(texts)]
    )
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert len(found.copies) >= 8
    assert "add nothing" in why(verdict)


def test_02_one_wire_story_with_two_independent_speakers_has_two_origins() -> None:
    """Copying merges articles and not speakers."""
    pair = (claim("Henrike Sollas", quote=DEAD), claim("Anton Reyer", quote=DEAD))
    verdict, _ = weighed(
        article("a", *pair, text=LEAD + BODY), article("b", *pair, text=LEAD + BODY)
    )
    assert bounds(verdict) == ("CORROBORATED", 2, 2)


def test_03_three_outlets_at_one_press_conference_show_only_that_it_was_said() -> None:
    """Was it said: three channels; is it so: one origin."""
    verdict, _ = weighed(*[told(f"d{n}", "Viktor Hale") for n in range(3)])
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert (verdict.channels_min, verdict.channels_max) == (3, 3)


def test_04_one_speaker_on_three_dates_in_other_words_is_one_origin() -> None:
    """Repetition adds nothing."""
    verdict, _ = weighed(
        told(
            "a",
            "Viktor Hale",
            "the Sable Bridge will stay closed until the end of June",
            "2026-04-02",
        ),
        told(
            "b",
            "Viktor Hale",
            "the Sable Bridge would remain closed until the end of June",
            "2026-04-09",
        ),
        told(
            "c",
            "Viktor Hale",
            "the Sable Bridge stays closed until the last days of June",
            "2026-04-16",
        ),
    )
    assert len(verdict.members) == 3 and bounds(verdict) == ("SINGLE", 1, 1)


def test_05_what_a_speaker_told_one_outlet_and_four_repeat_is_one_origin() -> None:
    """A relay is a link of the chain."""
    verdict, _ = weighed(*[told(f"d{n}", "Ilse Marrant", chain=("Radio Keld",)) for n in range(4)])
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert (verdict.channels_min, verdict.channels_max) == (1, 1)


def test_06_a_senior_official_in_two_outlets_is_one_or_two() -> None:
    """Unnamed sources are undetermined against each other."""
    verdict, _ = weighed(
        told("a", None, mention="a senior official"), told("b", None, mention="a senior official")
    )
    assert bounds(verdict) == ("POSSIBLY SINGLE", 1, 2)
    assert not verdict.named and "without a name" in why(verdict)


def test_07_three_people_familiar_are_one_to_three() -> None:
    """A declared number cannot be checked from the text."""
    verdict, _ = weighed(
        told("a", None, mention="three people familiar with the matter", declared_count=3)
    )
    assert bounds(verdict) == ("POSSIBLY SINGLE", 1, 3)


def test_08_spokesman_and_minister_of_one_ministry_are_one() -> None:
    """They speak for the same principal."""
    verdict, _ = weighed(
        told("a", "Aldo Ferrand", principal="Transport Ministry"),
        told("b", "Viktor Hale", affiliation="Transport Ministry"),
    )
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert "transport ministry" in why(verdict)


def test_09_a_joint_statement_is_one_document_and_separate_ones_are_two() -> None:
    """Its parties are listed, and add nothing to it."""
    parties = ("Orla Finch", "Teo Brandt")
    joint, _ = weighed(
        told("a", None, kind="joint", members=parties, mention="the unions"),
        told("b", "Orla Finch"),
    )
    apart, _ = weighed(told("a", "Orla Finch"), told("b", "Teo Brandt"))
    assert bounds(joint) == ("SINGLE", 1, 1)
    assert "joint statement of Orla Finch, Teo Brandt" in why(joint)
    assert bounds(apart) == ("CORROBORATED", 2, 2)


def test_10_a_report_that_three_politicians_quote_is_one_origin() -> None:
    """Whoever cites a document leans on it."""
    quote = "the audit report shows that 310 schools in Velmora have no library"
    verdict, _ = weighed(
        *[told(n[:1], n, quote) for n in ("Casper Brand", "Rosalind Emmer", "Gunnar Pell")]
    )
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert "lean on audit report" in why(verdict)


def test_11_who_confirms_supports_and_who_denies_or_declines_does_not() -> None:
    """A denial contests; a refusal is listed and counts for nothing."""
    verdict, found = weighed(
        told("a", "Ilse Marrant"),
        told("b", "Anton Reyer"),
        told("c", "Petra Lindqvist", stance="deny"),
        told("d", "Oskar Thorne", stance="decline"),
    )
    assert bounds(verdict) == ("CORROBORATED", 2, 2) and verdict.contested
    roles = {member.claim_id[0]: member.role for v in found.verdicts for member in v.members}
    assert roles["d"] == "neutral"
    assert any("denies" in conflict.reason for conflict in found.conflicts)


def test_12_another_number_is_a_conflict_and_no_support() -> None:
    """Twelve dead and fourteen dead, side by side."""
    _, found = weighed(
        told("a", "Henrike Sollas", DEAD),
        told("b", "Anton Reyer", DEAD.replace("twelve", "fourteen")),
    )
    assert [bounds(v) for v in found.verdicts] == [("SINGLE", 1, 1)] * 2
    assert all(v.contested for v in found.verdicts)
    assert "another number: 12 and 14" in found.conflicts[0].reason


def test_13_two_outlets_that_cite_each_other_are_one_unknown_origin() -> None:
    """A loop is named as a loop."""
    verdict, _ = weighed(
        told("a", None, kind="none", mention="", chain=("Keld Mail",), outlet="Dorn Mail"),
        told("b", None, kind="none", mention="", chain=("Dorn Mail",), outlet="Keld Mail"),
    )
    assert (bounds(verdict), verdict.named) == (("SINGLE", 1, 1), False)
    assert "Dorn Mail and Keld Mail give each other as their source" in why(verdict)


def test_14_sister_outlets_of_one_publisher_are_one_origin() -> None:
    """Two titles of one house that say so on their own authority."""
    verdict, _ = weighed(
        told("a", "Keld Mail", kind="outlet", principal="Keld Media"),
        told("b", "Keld Evening News", kind="outlet", principal="Keld Media"),
    )
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert "keld media" in why(verdict)


def test_15_a_copy_without_attribution_adds_no_origin() -> None:
    """The copy dropped both the credit and the speaker."""
    verdict, found = weighed(
        told("a", "Aldo Ferrand", text=LEAD + BODY),
        told("b", None, kind="none", mention="", text=BODY, at="2026-04-03"),
    )
    assert len(found.copies) == 1
    assert bounds(verdict) == ("SINGLE", 1, 1)


@pytest.mark.parametrize(
    "copied, expected", [(True, ("SINGLE", 1, 1)), (False, ("POSSIBLY SINGLE", 1, 2))]
)
def test_a_source_named_in_one_copy_alone_is_one_origin(
    copied: bool, expected: tuple[str, int, int]
) -> None:
    """A person put the speaker right in one article; the copy of it still has nobody, another text
    may have anybody."""
    mention = "the schoolteacher Bram Oster"
    other = BODY if copied else "Another paper sent its own reporter, who found the bridge shut."
    verdict, found = weighed(
        told("a", "Bram Oster", mention=mention, text=LEAD + BODY),
        told("b", None, mention=mention, text=other, at="2026-04-03"),
    )
    assert len(found.copies) == copied
    assert bounds(verdict) == expected
    assert ("one sentence of one text" in why(verdict)) == copied


def test_16_one_speaker_at_length_in_two_different_texts_is_no_copy_and_one_origin() -> None:
    """Shared words in quotation marks show a common speaker."""
    quote = BODY.strip()
    found = weigh(
        [
            told(
                "a",
                "Aldo Ferrand",
                quote,
                kind="person",
                text=f"“{quote}” he said. " + "One town slept. " * 30,
            ),
            told(
                "b",
                "Aldo Ferrand",
                quote,
                kind="person",
                text=f"“{quote}” she heard. " + "Rain fell on us. " * 30,
            ),
        ]
    )
    assert found.copies == ()
    assert [bounds(v) for v in found.verdicts] == [("SINGLE", 1, 1)]


def test_17_one_speech_translated_twice_is_one_origin() -> None:
    """Translators choose other words; the speaker is one."""
    verdict, _ = weighed(
        told(
            "a",
            "Sefa Orun",
            "the dam above Keld is safe and nobody in the valley has to leave the village",
        ),
        told(
            "b",
            "Sefa Orun",
            "the dam above Keld is secure, and nobody in the valley needs to leave the village",
        ),
    )
    assert len(verdict.members) == 2 and bounds(verdict) == ("SINGLE", 1, 1)


def test_18_a_correction_contests_what_it_corrects() -> None:
    """The same speaker gives another number later; neither supports the other."""
    _, found = weighed(
        told("a", "Anton Reyer", DEAD, "2026-04-18"),
        told("b", "Anton Reyer", DEAD.replace("twelve", "fourteen"), "2026-04-20"),
    )
    assert len(found.verdicts) == 2 and len(found.conflicts) == 1
    assert "one speaker" in found.conflicts[0].reason


def test_two_different_origins_and_an_unnamed_one_are_two_or_three() -> None:
    """A and B differ; U is undetermined to both, and lowers nothing."""
    verdict, _ = weighed(
        told("a", "Henrike Sollas", DEAD),
        told("b", "Anton Reyer", DEAD),
        told("c", None, DEAD, mention="an official"),
    )
    assert bounds(verdict) == ("CORROBORATED", 2, 3)
    assert interval([1, 1, 1], {(0, 1): "different"}) == (2, 3)


def test_the_newsroom_is_an_origin_where_it_saw_for_itself() -> None:
    """A reporter who saw, and a named man: two origins at most, not surely two."""
    saw = told("a", "Keld Mail", kind="outlet", mention="a Keld Mail reporter")
    verdict, _ = weighed(saw, told("b", "Anton Reyer"))
    assert bounds(verdict) == ("POSSIBLY SINGLE", 1, 2)


def test_the_same_words_in_quotation_marks_are_one_statement() -> None:
    """A named aide and an unnamed official with the very same sentence are one."""
    quote = "we never had a particular ferry in mind when we wrote those harbour rules"
    rows = (told("a", "Jana Palme", quote), told("b", None, quote, mention="an official"))
    verdict, _ = weighed(*rows)
    assert verdict.origins_max == 2
    direct = [
        replace(row, claims=tuple(replace(c, kind="direct") for c in row.claims)) for row in rows
    ]
    verdict, _ = weighed(*direct)
    assert bounds(verdict) == ("SINGLE", 1, 1)
    assert "one statement" in why(verdict)


@pytest.mark.parametrize("quote", [CLOSED.replace("Sable", "Tarn"), CLOSED.replace("June", "May")])
def test_another_place_or_time_is_another_proposition(quote: str) -> None:
    """Vetoes hold whatever the likeness."""
    found = weigh([told("a", "Viktor Hale"), told("b", "Anton Reyer", quote)])
    assert len(found.verdicts) == 2


def test_who_cites_the_other_does_not_add_to_it() -> None:
    """The mayor has it from the brigade; of another mayor, who cites nobody, nothing is doubted."""
    brigade = told("a", "Keld Fire Brigade", kind="organisation")
    text = f"a: {CLOSED}, Jana Palme said in b, citing the fire brigade."
    citing, _ = weighed(brigade, told("b", "Jana Palme", affiliation="Keld Council", text=text))
    assert bounds(citing) == ("SINGLE", 1, 1)
    assert "one goes by the other's word or paper" in why(citing)
    alone, _ = weighed(brigade, told("b", "Jana Palme", affiliation="Keld Council"))
    assert bounds(alone) == ("CORROBORATED", 2, 2)
