"""A stand-in store that hands out hand-made records: the command line is tested without models or
databases."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from claims.errors import UsageError
from claims.model import Span
from store.records import (
    ArticleRecord,
    AuditFigure,
    ClaimRecord,
    CopyRecord,
    LinkRecord,
    RunRecord,
    SpeakerRecord,
    VerdictClaim,
    VerdictRecord,
)

QUOTE = "The [red]bridge[/nope]\x1b]0;owned\x07 will close"
TEXT = f'TARNE — "{QUOTE}," Mira Oduya told the Tarne Herald.'


def at(words: str) -> tuple[Span, ...]:
    """Where the words stand."""
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


CLAIM = ClaimRecord(
    id="a1" * 16, article_id="b2" * 16, doc="bridge.txt", title="Bridge", outlet="Lake Gazette", wire="LNA",
    published="2026-03-01", cue=at("told"), source=at("Mira Oduya"), content=at(QUOTE), quote=QUOTE, cue_text="told",
    mention="Mira Oduya", kind="direct", stance="assert", polarity="positive", hedged=False, nested=False,
    speaker_id="c3" * 16, speaker="Mira Oduya", speaker_kind="person", members=(), principal=None, affiliation=None,
    declared_count=None, speaker_inferred=False, chain=(LinkRecord("Tarne Herald", None, False),), confidence=0.9,
    reasons=("named in the text",), named="Mira Oduya", named_kind="person",
)  # fmt: skip
ARTICLE = ArticleRecord("b2" * 16, "bridge.txt", TEXT, "Bridge", None, "Lake Gazette", False, "LNA", (), None, None,
                        None, "2026-03-01", None, True)  # fmt: skip
SPEAKERS = [
    SpeakerRecord("c3" * 16, "Mira Oduya", "person", (), None, 1, 1, 1, "2026-03-01", "2026-03-01"),
    SpeakerRecord("c4" * 16, "Tam Oduya", "person", (), None, 0, 0, 0, None, None),
]
VERDICT = VerdictRecord("d4" * 16, "SINGLE", True, False, (), 1, 1, 1, 2,
                        (VerdictClaim(CLAIM, "supports", "Mira Oduya", None),), (),
                        ("one speaker: Mira Oduya",))  # fmt: skip


RUNS = [
    RunRecord("e5" * 16, "add", "2026-03-01T10:00:00+00:00", "2026-03-01T10:00:09+00:00",
              {"detector": "made-up 1", "detector_digest": "abcdef0123"}, {"claims": 3}),
    RunRecord("e6" * 16, "add", "2026-03-01T09:00:00+00:00", None, {}, {}, ("a.txt: unreadable",)),
]  # fmt: skip


OUTLET = "[b]Post[/b]\x1b[31m <svg onload=x>"
AUDIT = [
    *(AuditFigure("time", what, n, 9, period=day) for day, what, n in (
        ("2026-03", "original", 4), ("2026-03", "copy", 2), ("2026-04", "original", 0), ("2026-04", "copy", 0),
        ("", "original", 3), ("", "copy", 0))),
    *(AuditFigure(table, what, n, of, name, over_all)
      for name, over_all in ((None, True), (OUTLET, False), (None, False))
      for table, what, n, of in (
          ("sources", "person", 5, 9), ("sources", "organisation", 1, 9), ("sources", "unnamed", 3, 9),
          ("labels", "SINGLE", 4, 5), ("labels", "CORROBORATED", 1, 5), ("decided", "reviewer", 1, 5),
          ("reasons", "fear", 1, 3),
          ("reasons", "none", 2, 3), ("concentration", "top ten", 6, 6))),
    AuditFigure("speakers", "Mira [b]Oduya", 4, 6), AuditFigure("speakers", "Tam Oduya", 2, 6),
]  # fmt: skip


class StandInArticles:
    """One article and one copy."""

    def get(self, _: str) -> ArticleRecord:
        return ARTICLE

    def select(self) -> Iterator[ArticleRecord]:
        return iter([ARTICLE])

    def outlet_facts(self) -> dict[str, Any]:
        return {}

    def near_outlets(self, _: str) -> list[str] | None:
        return None

    def count_copies(self) -> int:
        return 1

    def copies(self, *_: Any) -> list[CopyRecord]:
        return [CopyRecord("a.txt", "b.txt", 0.91, "a credit")]


class StandInClaims:
    """One claim."""

    def select(self, *_: Any, **__: Any) -> Iterator[ClaimRecord]:
        return iter([CLAIM])

    def sorted(self, *_: Any, **__: Any) -> Iterator[ClaimRecord]:
        return iter([CLAIM])

    def count(self, *_: Any) -> int:
        return 1

    def get(self, prefix: str) -> ClaimRecord:
        if not CLAIM.id.startswith(prefix):
            raise UsageError(f"{prefix}: no claim has this id; see `onrecord list`")
        return CLAIM

    def of_article(self, _: str) -> list[ClaimRecord]:
        return [CLAIM]

    def audit(self, *_: Any) -> list[AuditFigure]:
        return AUDIT


class StandInSpeakers:
    """Two speakers of one surname."""

    def select(self, *_: Any) -> Iterator[SpeakerRecord]:
        return iter(SPEAKERS)

    def count(self, *_: Any) -> int:
        return len(SPEAKERS)

    def matching_names(self, words: str) -> list[str]:
        return [speaker.name for speaker in self.matching(words)]

    def matching(self, words: str) -> list[SpeakerRecord]:
        asked = set(words.casefold().split())
        return [s for s in SPEAKERS if asked <= set(s.name.casefold().split())]

    def by_id(self, _: str) -> list[SpeakerRecord]:
        return []

    def forms(self, _: str) -> list[Any]:
        return []

    def roles(self, _: str) -> list[Any]:
        return []

    def joint_claims(self, _: str) -> list[ClaimRecord]:
        return []

    def near_names(self, _: str) -> list[str]:
        return []


class StandInPropositions:
    """One verdict."""

    def select(self, *_: Any, **__: Any) -> Iterator[VerdictRecord]:
        return iter([VERDICT])

    def count(self, *_: Any, **__: Any) -> int:
        return 1

    def conflicts(self, _: str) -> list[Any]:
        return []

    def of_claims(self, _: Any) -> list[Any]:
        return []

    def get(self, _: str) -> VerdictRecord:
        return VERDICT


class StandIn:
    """As much of a store as the commands use."""

    location = "made.db"
    articles, claims = StandInArticles(), StandInClaims()
    speakers, propositions = StandInSpeakers(), StandInPropositions()
    decisions = SimpleNamespace(in_force=list)
    corroboration = SimpleNamespace(is_stale=lambda: False)
    runs = SimpleNamespace(select=lambda: RUNS)
    forgetting = SimpleNamespace(remember_file=lambda *_: None)

    def __enter__(self) -> StandIn:
        return self

    def __exit__(self, *_: object) -> None: ...


@pytest.fixture
def store_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose store is the stand-in, and a terminal of 80 columns."""
    import store

    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(store, "open_store", lambda *_, **__: StandIn(), raising=False)
    path = tmp_path / "made.db"
    path.touch()
    return path


@pytest.fixture(scope="session")
def hostile() -> ModuleType:
    """What the hostile store is made of; loaded by path, since tests are no packages."""
    spec = importlib.util.spec_from_file_location("hostile", Path(__file__).with_name("hostile.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["hostile"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def hostile_file(hostile: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose every field is hostile."""
    file: Path = hostile.hostile_store(tmp_path_factory.mktemp("hostile") / "store.db")
    return file
