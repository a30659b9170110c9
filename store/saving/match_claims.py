"""Pairs the claims of an edition or a re-run with stored ones, so that these keep their ids; no
database calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz

from claims.folding import name_key

Row = Mapping[str, Any]
MIN_LIKENESS_PERCENT = 50.0
MIN_SHARED_SHARE = 0.5


def pair(old: Sequence[Row], new: Sequence[Row], *, same_text: bool) -> dict[str, str]:
    """Ids of new claims, each to the id of the stored claim that it continues; the likest pairs
    first."""
    scored = sorted(
        (
            (likeness, i, j)
            for i, former in enumerate(old)
            for j, fresh in enumerate(new)
            if (likeness := _likeness(former, fresh, same_text)) > 0
        ),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _, i, j in scored:
        if old[i]["id"] not in taken and new[j]["id"] not in pairs:
            pairs[new[j]["id"]] = old[i]["id"]
            taken.add(old[i]["id"])
    return pairs


def _likeness(old: Row, new: Row, same_text: bool) -> float:
    if same_text:
        shared = _share(old["content"], new["content"])
        return shared if shared >= MIN_SHARED_SHARE and _same_source(old, new, same_text) else 0.0
    left, right = name_key(old["quote"]), name_key(new["quote"])
    if not _same_source(old, new, same_text):
        return 0.0
    ratio = 100.0 if left == right else fuzz.ratio(left, right, score_cutoff=MIN_LIKENESS_PERCENT)
    return ratio / 100


def _same_source(old: Row, new: Row, same_text: bool) -> bool:
    if old["speaker_id"] and old["speaker_id"] == new["speaker_id"]:
        return True
    if same_text and old["source"] and new["source"]:
        return _share(old["source"], new["source"]) > 0
    return name_key(old["mention"]) == name_key(new["mention"])


def _share(left: Sequence[Sequence[int]], right: Sequence[Sequence[int]]) -> float:
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)
    total = sum(end - start for start, end in [*left, *right]) - both
    return both / total if total else 0.0
