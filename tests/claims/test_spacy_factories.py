"""`nlp.add_pipe("onrecord_claims")` on a pipeline of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import claims

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "“The bridge is safe,” Aldo Ferrand told the Gazette. Officials denied that the toll would rise.\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The whole small model with the component behind it."""
    import spacy

    import claims.engine
    import claims.spacy_factories

    nlp = spacy.load(claims.engine.find_model())
    nlp.add_pipe("onrecord_claims")
    return nlp


@pytest.mark.model
def test_its_reading_is_the_one_of_read_text(nlp: Language) -> None:
    """Though the pipeline has its own lemmas and entities."""
    assert nlp(TEXT)._.onrecord_reading == claims.read_text(TEXT)
    assert [doc._.onrecord_reading for doc in nlp.pipe([TEXT, "Rain fell."])] == list(
        claims.read_texts([TEXT, "Rain fell."])
    )


@pytest.mark.model
def test_entities_stay_those_of_the_pipeline(nlp: Language) -> None:
    """The detector's own are for resolving alone."""
    with nlp.select_pipes(disable=["onrecord_claims"]):
        before = [(ent.text, ent.label_) for ent in nlp(TEXT).ents]
    assert before and [(ent.text, ent.label_) for ent in nlp(TEXT).ents] == before


@pytest.mark.model
def test_spans_are_there_for_spacy(nlp: Language) -> None:
    """A group for each part, and the claims with their speakers."""
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["onrecord_source"]] == ["Aldo Ferrand", "Officials"]
    assert [claim.stance.stance for claim in doc._.onrecord_claims] == ["assert", "deny"]
    assert not nlp.analyze_pipes()["problems"]["onrecord_claims"]


@pytest.mark.model
def test_an_article_can_be_given(nlp: Language) -> None:
    """Its outlet and day take part in resolving; its text must be the doc's."""
    doc = nlp.make_doc(TEXT)
    doc._.onrecord_article = claims.Article("a", TEXT, outlet="Harlen Courier")
    assert nlp(doc)._.onrecord_reading.outlet == "Harlen Courier"
    other = nlp.make_doc("Rain fell.")
    other._.onrecord_article = claims.Article("a", TEXT)
    with pytest.raises(claims.UsageError, match="another text"):
        nlp(other)


@pytest.mark.model
def test_a_pipeline_without_a_parser_is_refused() -> None:
    """With what to do instead."""
    import spacy

    import claims.spacy_factories

    blank = spacy.blank("en")
    blank.add_pipe("onrecord_claims")
    with pytest.raises(claims.UsageError, match="behind the tagger and parser"):
        blank(TEXT)


@pytest.mark.model
def test_a_doc_keeps_its_claims_as_bytes(nlp: Language) -> None:
    """Alone, in a DocBin, and from processes of its own."""
    from spacy.tokens import Doc, DocBin

    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.onrecord_reading == doc._.onrecord_reading
    assert again._.onrecord_attributions == doc._.onrecord_attributions
    assert again._.onrecord_claims[0].content[0].start == 1
    assert nlp(again)._.onrecord_reading == doc._.onrecord_reading
    binned = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (third,) = DocBin(store_user_data=True).from_bytes(binned).get_docs(nlp.vocab)
    assert third._.onrecord_claims == doc._.onrecord_claims
    apart = list(nlp.pipe([TEXT, "Rain fell."], n_process=2, batch_size=1))
    assert [len(one._.onrecord_claims) for one in apart] == [2, 0]


def test_dicts_of_others_stay_as_they_are() -> None:
    """With our key too, where its value is none of our names."""
    import srsly

    for thing in ({"onrecord_type": "nobody", "a": 1}, {"onrecord_type": 1}, {"a": [1, 2]}):
        assert srsly.msgpack_loads(srsly.msgpack_dumps(thing)) == thing
