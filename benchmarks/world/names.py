"""Speakers and intermediaries counted against gold: the definitions of the project's evaluation.

A gold source is found when a predicted attribution shares a character of its source and of its
content; of several, the one that shares most of the content is compared. Names are equal without
case, punctuation, titles, middle initials and a leading "the". Unnamed speakers have to be
predicted as none. End to end: right / all; given found: right / found.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any

_TITLES = "|".join(
    (
        *(
            "the",
            "former",
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "rev",
            "sir",
            "lady",
        ),
        *(
            "vice president",
            "president",
            "prime minister",
            "chancellor",
            "secretary of state",
            "secretary",
        ),
        *(
            "senator",
            "sens?",
            "representative",
            "reps?",
            "congress(?:wo)?man",
            "del",
            "governor",
            "gov",
            "mayor",
        ),
        *(
            "chief justice",
            "justice",
            "judge",
            "attorney general",
            "gen",
            "lt",
            "col",
            "capt",
            "sgt",
            "officer",
        ),
        *(
            "house speaker",
            "speaker",
            "(?:senate )?(?:majority|minority) leader",
            "chair(?:wo)?man",
            "chair",
        ),
        *("commissioner", "king", "queen", "pope"),
    )
)
_TITLE = re.compile(rf"(?:{_TITLES}) (?=\S)")


def plain(name: str | None) -> str | None:
    """A name as it is compared; None for no name."""
    text = unicodedata.normalize("NFKC", name or "").casefold().replace("&", " and ")
    text = re.sub(r"[\W_]+", " ", re.sub(r"[.'’‘`]", "", text)).strip()
    while found := _TITLE.match(text):
        text = text[found.end() :]
    text = re.sub(r" (?:jr|sr|ii|iii|iv)$", "", text)
    return re.sub(r"(?<=\w) [a-z](?= \w)", "", text) or None


def right(gold: dict[str, Any], name: str | None) -> bool:
    """Whether a predicted name is the gold's speaker, one of its other right answers, or all its
    members."""
    if plain(name) in {plain(one) for one in (gold["speaker"], *gold["speaker_alt"])}:
        return True
    members = {plain(one) for one in gold["members"]}
    said = {plain(one) for one in re.split(r"[,;&]|\band\b", name or "") if plain(one)}
    return bool(members) and said == members


def right_via(gold: dict[str, Any], name: str | None) -> bool:
    """Whether a predicted intermediary is the gold's, or is left out where it is none or may be
    left out."""
    if not name:
        return not gold["via"] or bool(gold["via_optional"])
    return bool(gold["via"]) and plain(name) in {
        plain(one) for one in (gold["via"], *gold.get("via_alt", ()))
    }


def _positions(spans: Iterable[tuple[int, int]] | None) -> set[int]:
    return {i for s, e in spans or () for i in range(s, e)}


def compared_with(gold: dict[str, Any], attributions: Iterable[Any]) -> Any:
    """The predicted attribution that a gold source is compared with, or None."""
    source, content = _positions(gold["source"]), _positions(gold["content"])
    best, most = None, (0, 0)
    for one in attributions:
        share = (
            len(content & _positions(one.get("content"))),
            len(source & _positions(one.get("source"))),
        )
        if all(share) and share > most:
            best, most = one, share
    return best


def speaker_counts(golds: Iterable[dict[str, Any]], attributions: list[Any]) -> Counter[str]:
    """One document's counts of speakers (all, each form of mention) and of intermediaries."""
    n: Counter[str] = Counter()
    for gold in golds:
        found = compared_with(gold, attributions)
        hit = found is not None and right(gold, found.get("speaker"))
        for group in ("speakers", f"speakers, {gold['kind']}"):
            n.update(
                {f"{group}:R": 1, f"{group}:found": int(found is not None), f"{group}:r": int(hit)}
            )
        said = (found or {}).get("via")
        if said or not gold["via_optional"]:
            same = bool(said) and right_via(gold, said)
            n.update({"via:R": int(bool(gold["via"])), "via:P": int(bool(said))})
            n.update({"via:p": int(same), "via:r": int(same)})
    return n
