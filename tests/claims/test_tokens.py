"""Tokens by position, found without a walk through the doc."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from claims.tokens import MAX_BESIDE, children, covering, ends_of, text_of, tokens_among

BLANK = spacy.blank("en")


@given(st.text(alphabet="ab.'\" \n’é", min_size=1, max_size=40), st.data())
def test_tokens_that_hold_a_character_are_covered(text: str, data: st.DataObject) -> None:
    doc = BLANK(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = [t.i for t in doc if t.idx < end and t.idx + len(t) > start]
    found = covering(doc, start, end)
    assert [t.i for t in found or ()] == (wanted if start < end else [])


@given(
    st.lists(st.sampled_from(["don't", "Mr.", "said", "“No,”", "3.5m", "x"]), min_size=1), st.data()
)
def test_it_is_char_span_for_words(words: list[str], data: st.DataObject) -> None:
    doc = BLANK(" ".join(words))
    token = data.draw(st.sampled_from(list(doc)))
    start = token.idx + data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.sampled_from(list(doc[token.i :])))
    end = other.idx + len(other)
    found = covering(doc, start, end)
    expected = doc.char_span(start, end, alignment_mode="expand")
    assert found is not None and expected is not None
    assert (found.start, found.end) == (expected.start, expected.end)


@given(st.lists(st.sampled_from(["Said", "said", "“No”", "told", "SAID."]), min_size=1), st.data())
def test_listed_words_are_found_in_a_stretch(words: list[str], data: st.DataObject) -> None:
    doc = BLANK(" ".join(words))
    start = data.draw(st.integers(0, len(doc.text)))
    end = data.draw(st.integers(start, len(doc.text)))
    wanted = [t.i for t in doc if t.lower_ == "said" and t.idx < end and t.idx + len(t) > start]
    assert [t.i for t in tokens_among(doc, {"said"}, start, end)] == (wanted if start < end else [])


def test_an_empty_doc_has_no_text_and_no_tokens() -> None:
    doc = BLANK("")
    assert (text_of(doc), ends_of(doc), covering(doc, 0, 5)) == ("", ([], []), None)


def test_children_are_those_of_the_parse_and_of_very_many_the_nearest() -> None:
    """So that a run of words that all hang on the first is read in time that grows with its length."""
    import spacy
    from spacy.tokens import Doc

    vocab = spacy.blank("en").vocab
    doc = Doc(vocab, words=list("abcdef"), heads=[1, 2, 2, 2, 3, 2], deps=["dep"] * 6)
    for token in doc:
        assert [c.i for c in children(token)] == [c.i for c in token.children]
    many = Doc(vocab, words=["a"] * 1000, heads=[500] * 1000, deps=["dep"] * 1000)
    found = [c.i for c in children(many[500])]
    assert found == [*range(500 - MAX_BESIDE, 500), *range(501, 501 + MAX_BESIDE)]
