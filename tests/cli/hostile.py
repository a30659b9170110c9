"""A store whose every field is hostile: what exports, lists, citations and reports are tested
on."""

from __future__ import annotations

from pathlib import Path

from claims.model import (
    Article,
    Claim,
    Dateline,
    Evidence,
    Header,
    Inferred,
    Link,
    Reading,
    Span,
    Speaker,
    Stance,
)
from cli.jobs.corroborate import bring_up_to_date
from store import open_store

ATTACK = (
    "=cmd()|' /C calc'!A0\x1b]0;owned\x07\x1b[31m[/red][bold]\u202etxt.exe\u2066\x9b2J"
    '</script><script>parent.owned=1</script><img src=x onerror="parent.owned=1">{{ 7*7 }}|\r\n\ttab\ufffd\u2028end'
)
"""Escape sequences, Rich markup, bidi controls, a formula, HTML, a template, bars, line ends; NUL
is U+FFFD by then."""
LONG = "Aa" * 5_000


def reading(doc: str, name: str) -> Reading:
    """An article in which every part is the attack, twice: a direct claim with everything, and a
    bare one."""
    text = f"{ATTACK} told {name} that {ATTACK}.\n{LONG} said so."
    start = text.index(" that ") + 6
    here = Evidence(Span(0, len(ATTACK)), ATTACK)
    content = (Span(start, start + len(ATTACK)),)
    speaker = Speaker(
        "person",
        name,
        mention=ATTACK,
        affiliation=ATTACK,
        principal=ATTACK,
        reasons=(ATTACK,),
        inferred=True,
    )
    first = Claim(
        (Span(len(ATTACK) + 1, len(ATTACK) + 5),), (Span(0, len(ATTACK)),), content, "direct", Stance("deny"), speaker,
        (Link(ATTACK, here), Link(LONG, None, True)), reasons=(ATTACK,), confidence=0.5,
    )  # fmt: skip
    at = text.index(LONG)
    second = Claim(
        (), (Span(at, at + len(LONG)),), (Span(at + len(LONG) + 6, at + len(LONG) + 8),), "indirect", Stance("ask"),
        Speaker("joint", None, (ATTACK, LONG), LONG),
    )  # fmt: skip
    inferred = Inferred(ATTACK, here)
    header = Header(None, inferred, (inferred,), Dateline(ATTACK, "2026-03-01", here))
    url = f"https://example.org/{len(name)}\"onmouseover='x'><b>" + "\u202e"
    return Reading(Article(doc, text, ATTACK, url, ATTACK, "2026-03-02"), header, (first, second))


def hostile_store(path: Path) -> Path:
    """A store file that holds it, weighed."""
    with open_store(path) as store:
        store.articles.save(reading(ATTACK, f"Mira {ATTACK}"))
        store.articles.save(reading("second " + ATTACK, LONG))
        bring_up_to_date(store)
    return path
