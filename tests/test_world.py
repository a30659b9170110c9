"""The second test set: its file is sane, its figures are the evaluation's own, and they have a
floor."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.world import __main__ as world
from benchmarks.world import forms, markup, measure, names, report, rows, spans
from benchmarks.world.markup import Attribution, MarkupError, Passage, Who

PASSAGES = markup.load(world.FOLDER / "passages.txt")
PASSES = [markup.load(world.FOLDER / "passes" / name) for name in ("one.txt", "two.txt")]
SMALL = """=== tide | weather | nowhere | brief
{t1 High water {c2 is expected} {t2 at six}}, {s1+3 Ada Rook} {c1 told} Harbour FM, {c3 adding}: {t3 “Stay in.”}
---
1 3 | person | Ada Rook | alt Rook / - | via? Harbour FM
2 | none | - | nested
"""


@pytest.fixture(scope="module")
def small() -> Passage:
    (passage,) = markup.parse(SMALL)
    return passage


def _texts(passage: Passage, spans_: markup.Spans) -> list[str]:
    return [passage.text[s:e] for s, e in spans_]


def test_marks_become_spans_of_the_bare_text(small: Passage) -> None:
    """Braces vanish, offsets are those of what is left, and a shared mark belongs to every number
    in it."""
    assert (
        small.text == "High water is expected at six, Ada Rook told Harbour FM, adding: “Stay in.”"
    )
    first, nested, last = small.attributions
    assert _texts(small, first.content) == ["High water is expected at six"]
    assert _texts(small, nested.content) == ["at six"]
    assert first.source == last.source and _texts(small, last.source) == ["Ada Rook"]


def test_the_lines_below_say_who_speaks(small: Passage) -> None:
    """Kind, name, other right names, intermediary and nesting are read from their line."""
    assert small.attributions[0].who == Who(
        "person", "Ada Rook", ("Rook", None), via="Harbour FM", via_optional=True
    )
    assert small.attributions[1].who == Who("none", None, nested=True)


@pytest.mark.parametrize(
    "old,new,said",
    [
        ("{c1 told}", "{c1 told", "never closed"),
        ("Harbour FM,", "Harbour} FM,", "marks nothing"),
        ("2 | none | - | nested\n", "", "differ"),
        ("| none |", "| nobody |", "a speaker line is"),
        ("| nested", "| nestled", "no such field"),
        ("---\n", "", "a block is"),
        ("{t2 at six}", "at six", "has no content"),
    ],
)
def test_a_slip_in_the_file_is_named(old: str, new: str, said: str) -> None:
    """The error says which passage and what is wrong."""
    with pytest.raises(MarkupError, match=f"^tide: .*{said}"):
        list(markup.parse(SMALL.replace(old, new)))


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="{}\r"), min_size=1, max_size=40),
    st.data(),
)
def test_whatever_is_written_is_read_back(text: str, data: st.DataObject) -> None:
    """Any text without braces and any spans that do not cross survive the way to the file and
    back."""
    text = text.strip("\n").replace("\n", " ") or "x"
    cuts = sorted(
        data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True))
        if len(text) > 3
        else [0] * 4
    )
    a, b, c, d = cuts
    if a == d:
        return
    one = Attribution(1, ((b, c),), (), ((a, b), (c, d)), Who("none", None))
    passage = Passage("p", "t", "r", "s", text, (one,))
    assert list(markup.parse(markup.write(passage))) == [passage]


def test_spans_that_cross_cannot_be_written() -> None:
    """Braces nest; two spans that overlap otherwise are refused."""
    one = Attribution(1, ((0, 3),), (), ((2, 5),), Who("none", None))
    with pytest.raises(MarkupError, match="crosses"):
        markup.write(Passage("p", "t", "r", "s", "abcdef", (one,)))


def test_there_are_sixty_short_passages_of_many_kinds() -> None:
    """Sixty passages of 60 to 180 words; at least five hold no claim; no topic or region is the
    whole set."""
    assert len({p.name for p in PASSAGES}) == 60
    assert all(60 <= len(p.text.split()) <= 180 for p in PASSAGES)
    assert sum(not p.attributions for p in PASSAGES) >= 5
    assert len({p.topic for p in PASSAGES}) >= 10 and len({p.region for p in PASSAGES}) >= 8


@pytest.mark.parametrize("passages", [PASSAGES, *PASSES], ids=["settled", "pass one", "pass two"])
def test_every_label_is_sane(passages: list[Passage]) -> None:
    """Spans are sorted, disjoint, without blank edges; who speaks is there exactly where a source
    is."""
    for passage in passages:
        for one in passage.attributions:
            assert one.cue and one.content, (passage.name, one.number)
            assert bool(one.source) == (one.who.kind != "none"), (passage.name, one.number)
            for part in (one.cue, one.source, one.content):
                assert list(part) == sorted(part) and all(
                    a[1] <= b[0] for a, b in itertools.pairwise(part)
                )
                assert all(t == t.strip() and t for t in _texts(passage, part)), (
                    passage.name,
                    one.number,
                )


def test_both_passes_label_the_same_texts() -> None:
    """The passes and the settled file differ in labels alone, and the file is what `write` makes of
    it."""
    texts = [[p.text for p in passages] for passages in (PASSAGES, *PASSES)]
    assert texts[0] == texts[1] == texts[2]
    assert [p for w in map(markup.write, PASSAGES) for p in markup.parse(w)] == PASSAGES


def test_a_person_agrees_with_themselves() -> None:
    """Gold against gold is 1 for every figure that has anything to count."""
    found = {p.name: rows.gold_row(p)["attributions"] for p in PASSAGES}
    figures = measure.figures(world.counted(PASSAGES, found))
    assert {f.value for f in figures.values()} == {1.0}


def test_nothing_found_is_nothing_right() -> None:
    """An empty prediction scores 0 and does not fail."""
    figures = measure.figures(world.counted(PASSAGES, {}))
    assert figures["attribution"].value == 0 and figures["speakers given found"].value == 0


def test_intervals_hold_the_figure_and_need_passages() -> None:
    """The figure lies in its interval; under five passages there is none."""
    found = {p.name: rows.gold_row(p)["attributions"][::2] for p in PASSAGES}
    counts = world.counted(PASSAGES, found)
    whole, few = (
        measure.figures(counts)["attribution recall"],
        measure.figures(counts[:4])["attribution recall"],
    )
    assert whole.low is not None and whole.high is not None and whole.value is not None
    assert whole.low < whole.value < whole.high
    assert few.low is None and few.value is not None


@pytest.mark.parametrize(
    "cue,source,kind,form",
    [
        (":", True, "indirect", "colon"),
        ("As per", True, "indirect", "preposition"),
        ("Rumours", False, "indirect", "noun"),
        ("is believed", False, "indirect", "no source"),
        ("won’t be drawn on", True, "indirect", "refusal"),
        ("has just told", True, "direct", "said and told"),
        ("fumed", True, "direct", "other verb, quoted"),
        ("fears", True, "indirect", "other verb, indirect"),
    ],
)
def test_cues_have_a_form(cue: str, source: bool, kind: str, form: str) -> None:
    """Recall is given by these forms."""
    assert forms.form_of(cue, source, kind) == form


def test_errors_are_listed_by_what_went_wrong(small: Passage) -> None:
    """A claim that is missed, one that is invented and a wrong name each have their line."""
    told = rows.gold_row(small)["attributions"]
    wrong = [
        {**told[0], "speaker": "Harbour"},
        {"cue": [(11, 22)], "source": [], "content": [(0, 10)]},
    ]
    listed = report.errors([small], {"tide": wrong})
    assert "tide\tmissed: not found\tadding | Ada Rook | “Stay in.”" in listed
    assert "tide\tinvented, beside a claim\tis expected | - | High water" in listed
    assert "tide\tspeaker\tAda Rook is Ada Rook, not Harbour" in listed


@pytest.mark.parametrize(
    "one,other", [("Dr. Ada J. Rook", "ada rook"), ("The Harbour & Sons", "Harbour and Sons")]
)
def test_names_are_compared_plainly(one: str, other: str) -> None:
    """Case, titles, initials and marks do not matter."""
    assert names.plain(one) == names.plain(other)


def _scored(script: Path, *files: Path) -> Any:
    done = subprocess.run(
        [sys.executable, script, *files, "--json"], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_the_figures_are_those_of_the_evaluation(shared: Path, tmp_path: Path) -> None:
    """Spans, kinds, speakers and intermediaries are counted as the evaluation's own scorers count
    them."""
    golds, preds = PASSES
    found = {p.name: rows.gold_row(p)["attributions"][: 1 + i % 9] for i, p in enumerate(preds)}
    pred = tmp_path / "pred.jsonl"
    pred.write_text(
        "".join(json.dumps({"doc": d, "attributions": a}) + "\n" for d, a in found.items()), "utf-8"
    )
    world.export(golds, tmp_path)
    ours = {name: f.value for name, f in measure.figures(world.counted(golds, found)).items()}
    theirs = _scored(shared / "eval" / "score.py", tmp_path / "world.jsonl", pred)
    speakers = _scored(
        shared / "eval" / "score_speakers.py", tmp_path / "world-speakers.jsonl", pred
    )
    pairs = {
        "attribution": "attribution",
        "strict": "attribution-strict",
        "content only": "content-only",
    }
    pairs |= {kind: f"kind {kind}" for kind in spans.KINDS}
    assert {k: ours[k] for k in pairs} == pytest.approx(
        {k: theirs[v]["F1"] for k, v in pairs.items()}
    )
    for group in ("all", "full", "surname", "nominal", "pronoun"):
        name = "speakers" if group == "all" else f"speakers, {group}"
        assert ours[f"{name} end to end"] == pytest.approx(speakers[group]["end_to_end"], abs=1e-4)
        assert ours[f"{name} given found"] == pytest.approx(
            speakers[group]["given_found"], abs=1e-4
        )
    assert ours["via"] == pytest.approx(speakers["via"]["F1"], abs=1e-4)


def test_the_command_prints_figures_beside_dev(capsys: pytest.CaptureFixture[str]) -> None:
    """`--agreement` needs no model: totals, then groups by topic, region and style."""
    assert world.main(["--agreement"]) == 0
    out = capsys.readouterr().out
    assert "attribution recall" in out and "by topic" in out and "  caribbean" in out


def test_a_missing_prediction_file_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and what to do."""
    with pytest.raises(SystemExit) as stopped:
        world.main(["--pred", "nowhere.jsonl"])
    assert stopped.value.code == 2 and "leave --pred out" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.model
def test_no_figure_on_other_news_falls_below_its_floor() -> None:
    """The installed command reaches every floor of benchmarks/floors.json on the passages."""
    floors = json.loads((world.FOLDER.parent / "floors.json").read_text(encoding="utf-8"))["world"]
    figures = measure.figures(world.counted(PASSAGES, world.predictions(PASSAGES)))
    low = {
        k: (figures[k].value, floor)
        for k, floor in floors.items()
        if (figures[k].value or 0) < floor
    }
    assert not low
