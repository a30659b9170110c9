"""Who multiplies spaCy's matrices."""

from __future__ import annotations

import pytest
import spacy
from thinc.api import NumpyOps

from claims.blas import by_numpy, one_thread
from claims.engine import UNUSED, find_model

TEXT = "The harbour board will meet again on Friday, Mira Oduya told the Gazette.\n\nBoran Tesk denied it."


@pytest.mark.model
def test_numpy_multiplies_for_every_model_of_a_pipeline() -> None:
    nlp = spacy.load(find_model(), exclude=UNUSED)
    by_numpy(nlp)
    nodes = [node for _, pipe in nlp.pipeline for node in pipe.model.walk()]
    assert nodes and all(isinstance(node.ops, NumpyOps) and not node.ops.use_blis for node in nodes)


@pytest.mark.model
def test_numpy_finds_the_same_tags_arcs_and_names() -> None:
    nlp = spacy.load(find_model(), exclude=UNUSED)
    before = nlp(TEXT)
    by_numpy(nlp)
    with one_thread():
        after = nlp(TEXT)
    wanted = [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in before]
    assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in after] == wanted


def test_a_pipeline_without_models_is_left_alone() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    by_numpy(nlp)
    assert len(nlp("One. Two.")) == 4
