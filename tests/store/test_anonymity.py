"""Why a source is unnamed, kept with its words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claims.model import Evidence, Inferred, Setting, Span, Speaker
from cli.jobs.export import claim as exported
from store.store import Store


def test_why_a_source_is_unnamed_is_stored_with_the_words_that_say_so(
    store: Store, make_reading: Any, make_claim: Any
) -> None:
    """It comes back as it was read, and goes out again so."""
    text = "A clerk, who asked not to be named, said the bridge is shut."
    words = "asked not to be named"
    at = text.index(words)
    why = Inferred("condition", Evidence(Span(at, at + len(words)), words))
    unnamed = Speaker("unnamed", mention="A clerk")
    claim = make_claim(text, "the bridge is shut", "said", "A clerk", unnamed)
    store.articles.save(
        make_reading(text, claims=(replace(claim, setting=Setting(anonymity=why)),))
    )
    (stored,) = store.claims.select()
    assert stored.anonymity == "condition"
    assert stored.setting_evidence["anonymity"] == (at, at + len(words), words)
    assert exported(stored).setting.anonymity == why
