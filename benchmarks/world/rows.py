"""Passages as the rows that scorers and `onrecord extract` take; no figure is computed here."""

from __future__ import annotations

from typing import Any

from .markup import Attribution, Passage

_PRONOUNS = frozenset(
    (
        *(
            "i",
            "me",
            "my",
            "we",
            "us",
            "our",
            "you",
            "your",
            "he",
            "him",
            "his",
            "she",
            "her",
            "it",
            "its",
        ),
        *(
            "they",
            "them",
            "their",
            "who",
            "whom",
            "whose",
            "which",
            "that",
            "this",
            "these",
            "those",
            "one",
        ),
        *(
            "everyone",
            "everybody",
            "someone",
            "somebody",
            "anyone",
            "nobody",
            "each",
            "both",
            "all",
            "others",
        ),
    )
)


def gold_row(passage: Passage) -> dict[str, Any]:
    """One line for a scorer of spans: doc, topic, region, style, text, attributions."""
    return {
        "doc": passage.name,
        "topic": passage.topic,
        "region": passage.region,
        "style": passage.style,
        "text": passage.text,
        "attributions": [
            {
                "cue": one.cue,
                "source": one.source,
                "content": one.content,
                "speaker": one.who.speaker,
                "speaker_kind": one.who.kind,
                "via": one.who.via,
                "nested": one.who.nested,
            }
            for one in passage.attributions
        ],
    }


def speaker_rows(passage: Passage) -> list[dict[str, Any]]:
    """One line a source for a scorer of speakers; nested claims and those without a source are left
    out."""
    return [
        _speaker_row(passage, one)
        for one in passage.attributions
        if one.source and not one.who.nested
    ]


def _speaker_row(passage: Passage, one: Attribution) -> dict[str, Any]:
    who = one.who
    return {
        "doc": passage.name,
        "cue": one.cue,
        "source": one.source,
        "content": one.content,
        "source_text": " ".join(passage.text[s:e] for s, e in one.source),
        "kind": mention_kind(passage, one),
        "source_type": who.kind,
        "speaker": who.speaker,
        "speaker_alt": who.alt,
        "members": who.members,
        "via": who.via,
        "via_optional": who.via_optional,
    }


def mention_kind(passage: Passage, one: Attribution) -> str:
    """The form of the mention: pronoun, full (the whole name), surname (a part of it) or
    nominal."""
    words = _words(" ".join(passage.text[s:e] for s, e in one.source))
    if words and words[0].lower() in _PRONOUNS and len(words) == 1:
        return "pronoun"
    names = [one.who.speaker] if one.who.speaker else list(one.who.members)
    if not names:
        return "nominal"
    shares = [[word in words for word in _words(name)] for name in names]
    if all(all(share) for share in shares):
        return "full"
    capitals = {word for name in names for word in _words(name) if word[:1].isupper()}
    return "surname" if capitals & set(words) else "nominal"


def _words(text: str) -> list[str]:
    return [
        word.removesuffix("'s").removesuffix("’s").strip("“”‘’'\".,;:()") for word in text.split()
    ]
