"""The rules of the shapes on any text and any spans, without a model; what they find is tested in
test_shapes.py."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.detect.furniture import furniture
from claims.detect.postprocess import postprocess, topic_labels
from claims.detect.postprocess.layout import Page
from claims.detect.quotations import SpokenAsAsked, quotations, spoken_positions
from claims.model import Attribution, Span

NLP = spacy.blank("en")
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "«",
        "»",
        "„",
        "‘",
        "’",
        "'",
        "— ",
        "- ",
        ": ",
        "Q: ",
        "A: ",
        "> ",
        "• ",
        "\n",
        "\n\n",
        " ",
        ". ",
        "Ana Lindqvist",
        "BRANDT:",
        "said",
        "it emerged that ",
        "To the editor:",
        "10:42 a.m. ",
        "a charge ",
        "no evidence that ",
        "Read more",
        "the quay is safe",
        "the board says:\n\n",
        ", the mayor ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


def inside(text: str) -> str:
    return "".join(
        c for c, q in zip(text, spoken_positions(text), strict=True) if q and c.isalnum()
    )


@given(TEXTS)
def test_what_is_spoken_is_known_line_by_line(text: str) -> None:
    """As of the whole text."""
    asked = SpokenAsAsked(text)
    assert bytearray(asked[at] for at in reversed(range(len(text))))[::-1] == spoken_positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "a “bc de” f",
        'a "bc de" f',
        "a ''bc de'' f",
        "a „bc de“ f",
        "a „bc de” f",
        "a «bc de» f",
        "a »bc de« f",
        "a ‘bc de,’ f",
        "a 'bc de,' f",
        "a ‘bc de’",
        "a ‹bc de,› f",
    ],
)
def test_every_style_of_mark_quotes(text: str) -> None:
    """Straight, curly, low, guillemets, two apostrophes, single."""
    assert inside(text) == "bcde"


@pytest.mark.parametrize(
    "text",
    [
        "the dogs' tails and the cats' ears",
        "in the '90s they didn't",
        "rock 'n' roll",
        "6' 2\" tall",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    """A mark within or behind a word opens nothing."""
    assert inside(text) == ""


def test_single_marks_hold_double_ones_and_the_other_way_round() -> None:
    """The outermost marks count."""
    assert [(q.start, q.end) for q in quotations("‘He said “no” twice,’ she said")] == [(0, 21)]
    assert [(q.start, q.end) for q in quotations("“He said ‘no’ twice,” she said")] == [(0, 21)]


def test_an_unclosed_quotation_ends_with_its_line() -> None:
    """And says that it was not closed."""
    assert [(q.start, q.end, q.closed) for q in quotations("“ab cd\nef")] == [(0, 6, False)]


def test_a_dash_without_the_name_behind_it_is_read_as_the_signature_it_is() -> None:
    """Whatever a detector makes of the dash, the name is the source."""
    text = "“Everything I know I learned from bees.” — Oskar Imre, beekeeper in Tarnholm"
    dash, quoted = text.index("—"), Span(1, text.index("”"))
    (one,) = postprocess(
        NLP(text), [Attribution((Span(dash, dash + 1),), (), (quoted,), 0.5)], furniture(text)
    )
    assert [text[s:e] for s, e in one.source] == ["Oskar Imre, beekeeper in Tarnholm"]


@settings(max_examples=150, deadline=None)
@example("\n", [(0, 1), (0, 1), (0, 1)])
@given(TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), min_size=3, max_size=12))
def test_whatever_the_text_spans_lie_in_it_sorted_and_disjoint(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    """Any spans that a detector might hand over."""
    spans = [Span(min(a, len(text)), min(a + n, len(text))) for a, n in cuts]
    kept = [span for span in spans if span.start < span.end]
    found = [
        Attribution((a,), (b,), (c,), 1.0)
        for a, b, c in zip(kept[::3], kept[1::3], kept[2::3], strict=False)
    ]
    for one in postprocess(NLP(text), found, furniture(text)):
        assert one.content
        for part in (one.cue, one.source, one.content):
            assert all(0 <= s < e <= len(text) for s, e in part)
            assert all(a.end <= b.start for a, b in pairwise(part))


@example("‹a „›")
@given(TEXTS)
def test_quotations_lie_within_their_lines_and_apart(text: str) -> None:
    """None crosses a line or another."""
    found = quotations(text)
    assert all("\n" not in text[q.start : q.end] for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "line",
    [
        "Read more: the quay",
        "RELATED: Mayor denies it",
        "Share this article",
        "Tweet",
        "Editor’s note: This was corrected.",
        "Photo: Ilse Brandt",
        "The quay on Friday. (AP Photo/Ilse Brandt)",
        "By Ilse Brandt",
        "© 2026 Harbour Gazette",
        "By Ilse Brandt and Tomas Feld, Harbour Gazette staff writers",
        "Comments (12)",
        "Updated: March 3, 2026",
    ],
)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    """They never become claims."""
    assert furniture(f"The bank opened.\n\n{line}\n") == (Span(18, 18 + len(line)),)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the quay was dry.",
        "Share prices fell on Monday, the bank said.",
        "The photo shows the quay, he said.",
        "Related claims were made by the board.",
        "“Read more books,” she said.",
        "Comments by the mayor drew anger.",
    ],
)
def test_sentences_that_begin_alike_are_none(line: str) -> None:
    """An article may speak of photos and shares."""
    assert furniture(line) == ()


def test_a_scream_behind_a_quotation_is_read_in_one_way_only() -> None:
    """A long run of capitals took the fourth power of its length, which is to say for ever."""
    doc = NLP("“We won it, we really won it all!” " + "A" * 5_000 + "!!")
    assert postprocess(doc, []) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said that “the bridge is safe”.", "that “the bridge is safe”"),
        ("The mayor said “the bridge is safe,” again.", "the bridge is safe,"),
        ("The mayor said that “the bridge” is safe.", "that “the bridge” is safe"),
        ("The mayor said that the bridge is “safe.", "that the bridge is “safe"),
    ],
)
def test_a_mark_that_opens_in_a_content_closes_in_it(text: str, content: str) -> None:
    bare = content.rstrip("”")
    start = text.index(bare)
    found = Attribution((Span(10, 14),), (Span(0, 9),), (Span(start, start + len(bare)),), 0.9)
    (one,) = postprocess(NLP(text), [found])
    assert [text[s:e] for s, e in one.content] == [content]


def test_a_closing_mark_without_punctuation_closes_where_the_next_quotation_opens() -> None:
    """ "years’ and" is no possessive there; where nothing opens behind it, it may be one."""
    text = "She called it ‘a matter of years’ and said that it was ‘no joke at all’."
    found = [text[q.start : q.end] for q in quotations(text)]
    assert found == ["‘a matter of years’", "‘no joke at all’"]


def test_a_closing_mark_before_a_dash_closes() -> None:
    """ "It quotes Orr – ‘the pier moved’ – on the storm"."""
    text = "It quotes Orr – ‘the pier moved’ – on the storm."
    assert [text[q.start : q.end] for q in quotations(text)] == ["‘the pier moved’"]


def test_a_closing_mark_without_punctuation_closes_before_what_goes_on() -> None:
    """Also where no other quotation of the line tells."""
    text = "The firm had ‘kept every rule’ and would help."
    assert [text[q.start : q.end] for q in quotations(text)] == ["‘kept every rule’"]


def test_a_list_items_label_is_its_topic_where_its_sentence_names_who_speaks() -> None:
    """ "Fleet" says nothing there; whose own words follow the colon speaks."""
    text = "- Fleet: Orr said that boats would sink.\n- Orr: I said that boats would sink."
    ends = text.index("\n")
    named = Attribution((Span(7, 8),), (Span(2, 7),), (Span(9, ends),), 0.9)
    inner = Attribution((Span(13, 17),), (Span(9, 12),), (Span(18, ends - 1),), 0.9)
    last = Attribution(
        (Span(ends + 6, ends + 7),), (Span(ends + 3, ends + 6),), (Span(ends + 8, len(text)),), 0.9
    )
    kept = topic_labels.dropped(Page(text, NLP(text)), [named, inner, last])
    assert kept == [inner, last]


def test_a_possessive_closes_no_quotation() -> None:
    """Nor does a mark that stands for a century or a letter open one."""
    for text in (
        "‘The players’ strike of the ‘80s was worse than this one,’ Orr said.",
        "‘We took the ministers’ word for it, and the ‘liars’ among them laughed,’ Orr said.",
        "‘The workers’ rights are at stake and ‘tis a shame,’ Orr said.",
    ):
        assert [(q.start, text[q.end - 2 : q.end]) for q in quotations(text)] == [(0, ",’")]
