"""A text that came damaged or set in columns is read as it was meant; every span is one of the text as
it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Evidence, Span
from claims.view import View, reads_as, restored, view_of
from claims.view.elements import elements
from claims.view.lost_marks import lost_marks
from claims.view.marks import pointing_in
from claims.view.open_quotations import forgotten
from claims.view.view import Edit
from claims.view.wrapping import wraps
from tests.work import MAX_GROWTH, growth

READ = [
    # as it stands, as it is read
    ("â€œWe found rust,â€\x9d said MourÃ£o. It canâ€™t be.", "“We found rust,” said Mourão. It can’t be."),
    ("Fran\u00c3\u0192\u00c2\u00a7ois", "François"),
    ("Franc\u0327ois and A\u0303o", "François and Ão"),
    ("&#8220;It leaks,&#x201D; said Ida &amp; Per.", "“It leaks,” said Ida & Per."),
    ("\x93It leaks,\x94 said Moe\x92s tenant.", "“It leaks,” said Moe’s tenant."),
    ("?We were never paid,? said Bento. The company?s boat left.",
     "“We were never paid,” said Bento. The company’s boat left."),
    ("The reser\u00advoir, Kata\u00adrzyna\u00a0Blom\u200e said", "The reservoir, Katarzyna Blom said"),
    ("「The line was told 『stop』,」 he said.", "“The line was told ‘stop’,” he said."),
    ("”The lake is ours,” said Aino. ”Ours.”", "“The lake is ours,” said Aino. “Ours.”"),
    ("“We are full,”said the matron,Greta Sund.“Nobody,”said Elin.",
     "“We are full,” said the matron, Greta Sund. “Nobody,” said Elin."),
    ("\ufffdIt\ufffds shut, Andr\ufffd,\ufffd said Bo O\ufffdDea. "
     "\ufffdAgain.\ufffd The \ufffdold\ufffd pier \ufffd all of it.",
     "“It’s shut, Andr\ufffd,” said Bo O\ufffdDea. “Again.” The “old” pier — all of it."),
    ("<p>&ldquo;It&rsquo;s shut,&rdquo; said <b>Ida Moe</b>.&nbsp;</p><p>Nobody&amp;#8217;s there.<br/>Ever.</p>",
     "“It’s shut,” said Ida Moe. \n\nNobody’s there.\n\nEver."),
    ("“The pumps work, said Ida Moe. She showed a book. “It is here,” she said.",
     "“The pumps work,” said Ida Moe. She showed a book. “It is here,” she said."),
    ('Ida Moe has had enough. We paid twice," she said on Monday. "Nobody came."',
     'Ida Moe has had enough. "We paid twice," she said on Monday. "Nobody came."'),
    ("<p>The pier <b>is shut.</b></p><p class=\"lead\">Orr said so.</p>", "The pier is shut.\n\nOrr said so."),
    ("<b>Lund</b><br>She stayed.", "Lund\n\nShe stayed."),
    ("<q>Nobody calls it <q class='x'>safe</q> here</q>, said Orr", "“Nobody calls it ‘safe’ here”, said Orr"),
    ("<p hidden>It is shut.</p><a href = \"x\" download>Orr</a><i class=> said.</i>", "It is shut.\n\nOrr said."),
    ("<a href=\"" + 900 * "x" + "\">Orr</a> said so.", "Orr said so."),
    ("<q>One is open.\n\nOrr said <q>two</q> and <q>three</q>.", "“One is open.\n\nOrr said “two” and “three”."),
    ("“<q>It is <q>shut</q></q>” Orr said. <q>\"So\"</q>", "“It is ‘shut’” Orr said. \"So\""),
    ("He said “Orr wants <q>x</q>”, said Bo", "He said “Orr wants “x””, said Bo"),
    ("»It says ›shut‹,« said Bo. »Why?«", "“It says ‘shut’,” said Bo. “Why?”"),
    ("»It is shut,» said Åke. »Why?»", "“It is shut,” said Åke. “Why?”"),
    ('The pier shut in 2019.Nobody came."It is old,"said Bodil.She left.Bo said:"Why?"',
     'The pier shut in 2019. Nobody came. "It is old," said Bodil. She left. Bo said: "Why?"'),
    (
        "    The council of Ellery will close three of its nine\nlibraries in autumn, its leader, Mr. Roy\n"
        "Amsel, told reporters on Friday.\n    \"Nobody reads,\" he said at the hall of the old town\n"
        "of Ellery, where few people were on that Friday night,\nhe said.\n",
        "    The council of Ellery will close three of its nine libraries in autumn, its leader, Mr. Roy "
        "Amsel, told reporters on Friday.\n    \"Nobody reads,\" he said at the hall of the old town "
        "of Ellery, where few people were on that Friday night, he said.\n",
    ),
    (
        "From: Roy Amsel\nSubject: books\n\nThe council will close three of its nine libraries in\nautumn and put the "
        "books of a fourth on a bus, Ada\nHolm says.\n\nRoy Amsel\nClerk",
        "From: Roy Amsel\nSubject: books\n\nThe council will close three of its nine libraries in autumn and put the "
        "books of a fourth on a bus, Ada Holm says.\n\nRoy Amsel\nClerk",
    ),
    (
        "The council will close three of its nine libraries in autumn and\nput the books of a fourth on a "
        "bus, its leader, Roy Amsel,\ntold reporters on Friday in the town hall of Ellery.\n",
        "The council will close three of its nine libraries in autumn and put the books of a fourth on a "
        "bus, its leader, Roy Amsel, told reporters on Friday in the town hall of Ellery.\n",
    ),
    (
        "The harbour of Port Ellery was closed by the storm on Sun-\nday, and the harbour master, Mrs. Ada Holm-\n"
        "Brandt, told the council of the town that no boat, how-\never small, was missing.",
        "The harbour of Port Ellery was closed by the storm on Sunday, and the harbour master, Mrs. Ada Holm-Brandt, "
        "told the council of the town that no boat, however small, was missing.",
    ),
]  # fmt: skip

LEFT = [
    "“It leaks,” said Ida Moe. “Does it?” asked Per Lie. It was 3.5 metres, at 15.4″ a side.",
    "Who paid? Nobody knows. Was it the bank? Pell would not say.",
    "Roses\nTulips\nA very long line that lists every flower of the garden in Ellery\nOaks\nElms",
    "Harbour shut\n\nThe harbour is shut, the mayor said.\n\nNobody knows why, he said.",
    "See www.ellery.test/News,Today or write to Ada.Holm@ellery.test for more.",
    "Élodie Müller's café in Åre: «Non», dit-elle.",
    "„The lamp was »out« by five,“ said Ida.",
    "Chief\ufffd Okello and \ufffdlodie Roy met; 3 < 4 <b",
    "Council shuts libraries\nThe council will shut three of its nine libraries in autumn and put\nall on a bus.",
    "R&D cost 5&6 crowns; AT&T; did not pay.",
    "Write to Pat Orr <p.orr@tarn.example> or <b.lund@tarn.example>, <i.e. today> or <s-o-s>.",
    "Where p<a and b>c, the boat <a and its crew> is late.",
    "A <p open> and a <b hidden and shut> stay.",
    "»Read more about the pier.\n\n»Share this\n\n»Tarn »Ellery",
]


@pytest.mark.parametrize(("stands", "read"), READ)
def test_what_came_damaged_is_read_as_it_was_meant(stands: str, read: str) -> None:
    assert view_of(stands).text == read


@pytest.mark.parametrize("text", LEFT)
def test_a_sound_text_is_read_as_it_stands(text: str) -> None:
    assert view_of(text).text == text
    assert view_of(text).same


WRAPPED = (
    "The council will close three of its nine libraries in autumn and\nput the books of a fourth on a bus, its "
    "leader, Roy Amsel, told\nreporters on Friday in the town hall of Ellery, where few people\nwere.\n\n"
)
LINES = [
    "apples from the store\npears\nplums",
    "Tarn 3\nvan Dyk 2\nde Wit 1",
    "Ada Holm\nharbour chief\nada@tarn.example\nwww.tarn.example",
    "the tide goes out beyond the wall of stone\nand takes the little boats of Tarn along\n"
    "and no one on the quay is left alone\nwho has not heard the ferryman at his song",
]


@pytest.mark.parametrize("lines", LINES)
def test_a_list_and_a_verse_between_wrapped_paragraphs_stay_lines(lines: str) -> None:
    assert f"\n\n{lines}\n\n" in view_of(f"{WRAPPED}{lines}\n\n{WRAPPED}").text


def test_a_list_right_below_a_wrapped_paragraph_stays_lines() -> None:
    lines = "\nbooks for the schools\ntables\nchairs\n"
    assert lines in view_of(f"{WRAPPED.rstrip()} It will sell:{lines}\n{WRAPPED}").text


def test_two_lines_of_one_sentence_between_wrapped_paragraphs_run_on() -> None:
    text = f"{WRAPPED}The books go to the old school in Tarn, he\nsaid on Friday.\n\n{WRAPPED}"
    assert "in Tarn, he said on Friday." in view_of(text).text


def test_paragraphs_of_one_quotation_that_points_inwards_are_all_read_as_it() -> None:
    read = view_of("»It is shut.\n\n»It will stay so,« said Bo.").text
    assert read == "“It is shut.\n\n“It will stay so,” said Bo."


@pytest.mark.parametrize(
    ("edits", "unit"),
    [
        (elements, "<b>x"),
        (elements, "<p>x</p>"),
        (elements, "<q>x"),
        (elements, "<a b= c=d e"),
        (forgotten, "”a "),
        (forgotten, "“a,” said Orr. b,” she said. "),
        (pointing_in, "»a« "),
        (lost_marks, "\ufffda "),
        (lost_marks, "\ufffda b.\ufffd "),
        (wraps, WRAPPED),
    ],
)
def test_twice_as_long_a_text_is_twice_the_work(
    edits: Callable[[str], Iterator[Edit]], unit: str
) -> None:
    assert growth(edits, unit) < MAX_GROWTH


def test_a_span_of_the_view_is_the_words_that_stand_there() -> None:
    text = "Kata\u00adrzyna\u00a0Blom said &#8220;no&#8221; on Monday."
    view = view_of(text)
    at = view.text.index("Katarzyna Blom")
    span = view.back(Span(at, at + len("Katarzyna Blom")))
    assert text[span.start : span.end] == "Kata\u00adrzyna\u00a0Blom"
    at = view.text.index("“no”")
    span = view.back(Span(at, at + 4))
    assert text[span.start : span.end] == "&#8220;no&#8221;"


def test_evidence_holds_the_words_as_they_stand() -> None:
    text = "In MourÃ£o on Monday"
    view = view_of(text)
    found = restored((Evidence(Span(3, 9), view.text[3:9]), "a", None), view, text)
    assert found == (Evidence(Span(3, 10), "MourÃ£o"), "a", None)


@st.composite
def _edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(min_size=1, max_size=40))
    marks = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return text, [Edit(s, e, draw(st.text(max_size=3))) for s, e in pairs]


@given(_edits(), st.data())
def test_spans_come_back_in_order_and_within_the_text(
    made: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = made
    view = View(text).edited(edits)
    size = len(view.text)
    start = data.draw(st.integers(0, max(0, size - 1)))
    end = data.draw(st.integers(start, size))
    if not size:
        return
    first, last = view.back(Span(start, end)), view.back(Span(end, size))
    assert 0 <= first.start <= first.end <= len(text)
    assert first.start <= last.end


@given(st.text(max_size=120))
def test_any_text_has_a_view_and_a_way_back(text: str) -> None:
    view = view_of(text)
    if view.text:
        span = view.back(Span(0, len(view.text)))
        assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("MourÃ£o", "Mourão"),
        ("Kata\u00adrzyna\u00a0Blom", "Katarzyna Blom"),
        ("Ida Holm", "Ida Holm"),
    ],
)
def test_words_that_came_damaged_are_known_by_what_they_are_read_as(
    written: str, read: str
) -> None:
    """At their own place alone, and no other words."""
    text = f"“We found rust,” said {written}. Ida Holm laughed."
    start = text.index(written)
    assert reads_as(text, Span(start, start + len(written)), read)
    assert not reads_as(text, Span(start + 1, start + len(written)), read)
    assert not reads_as(text, Span(start, start + len(written)), "Per Lund")
    assert not reads_as(text, Span(start, start + len(written)), "")
