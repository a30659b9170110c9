"""The fixtures of tests/data/shapes.txt: marked texts to articles with the claims that must come
out."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from claims.model import Claim, Reading, Span, Spans

FILE = Path(__file__).resolve().parents[2] / "data" / "shapes.txt"
PARTS = {"<": "source", "[": "cue", "{": "content"}
CLOSES = {"<": ">", "[": "]", "{": "}"}
ALIKE = 0.85
"""Share of letters that a found content and the marked one must have in common."""


@dataclass
class Wanted:
    """One claim that must be found, and what more is asked of it."""

    cue: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


@dataclass
class Case:
    """A text of one shape with its claims."""

    shape: str
    text: str
    claims: dict[int, Wanted]


def load() -> list[Case]:
    """Every fixture in order."""
    lines = [
        line for line in FILE.read_text(encoding="utf-8").split("\n") if not line.startswith("# ")
    ]
    out = []
    for block in re.split(r"^== ", "\n".join(lines), flags=re.MULTILINE)[1:]:
        shape, _, body = block.partition("\n")
        out += [
            _case(shape, part.strip("\n")) for part in re.split(r"^--$", body, flags=re.MULTILINE)
        ]
    return out


def _case(shape: str, body: str) -> Case:
    facts = re.findall(r"^(\d): (.+)$", body, flags=re.MULTILINE)
    body = re.sub(r"\n\d: .+$", "", body, flags=re.MULTILINE)
    text, claims = unmark(body)
    for number, words in facts:
        claims[int(number)].facts = dict(
            w.split("=") if "=" in w else (w, "") for w in re.split(r" (?=[a-z])", words)
        )
    return Case(shape, text, claims)


def unmark(body: str) -> tuple[str, dict[int, Wanted]]:
    """The plain text and the marked claims; marks may stand inside one another."""
    text, stack, claims = "", list[tuple[str, int, int]](), dict[int, Wanted]()
    at = 0
    while at < len(body):
        opened = re.compile(r"([<\[{])(\d):").match(body, at)
        if opened:
            stack.append((opened[1], int(opened[2]), len(text)))
            at = opened.end()
        elif stack and body[at] == CLOSES[stack[-1][0]]:
            mark, number, start = stack.pop()
            getattr(claims.setdefault(number, Wanted()), PARTS[mark]).append(Span(start, len(text)))
            at += 1
        else:
            text += body[at]
            at += 1
    for claim in claims.values():
        if not claim.source and claim.cue and len(claims) > 1:
            claim.source = next((c.source for c in claims.values() if c.source), [])
    return text, claims


def letters(spans: Spans | list[Span], text: str) -> set[int]:
    """Positions of letters and digits; "that" or "to" at the beginning of a content may stand or
    not."""
    if spans and (lead := re.match(r"(?:that|to) ", text[spans[0][0] : spans[0][1]])):
        spans = [Span(spans[0][0] + lead.end(), spans[0][1]), *spans[1:]]
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def problems(case: Case, reading: Reading) -> list[str]:
    """What the reading misses or finds too much; claims inside another's content may come
    besides."""
    out, used = list[str](), set[int]()
    for number, wanted in case.claims.items():
        best = _best(wanted, reading, used, case.text)
        if best is None:
            out.append(f"{number}: not found")
            continue
        used.add(best)
        out += [
            f"{number}: {what}" for what in _differences(wanted, reading.claims[best], case.text)
        ]
    left = [c for i, c in enumerate(reading.claims) if i not in used and not c.nested]
    return out + [f"too much: {case.text[c.content[0].start : c.content[0].end]!r}" for c in left]


def _best(wanted: Wanted, reading: Reading, used: set[int], text: str) -> int | None:
    goal = letters(wanted.content, text)

    def likeness(claim: Claim) -> float:
        got = letters(claim.content, text)
        return len(goal & got) / len(goal | got) if goal | got else 0.0

    free = [
        i
        for i in range(len(reading.claims))
        if i not in used and likeness(reading.claims[i]) >= ALIKE
    ]
    return max(free, key=lambda i: likeness(reading.claims[i]), default=None)


def _differences(wanted: Wanted, claim: Claim, text: str) -> list[str]:
    out = []
    for part in ("cue", "source"):
        goal, got = getattr(wanted, part), getattr(claim, part)
        if bool(goal) != bool(got) or (
            goal and not any(a.start < b.end and b.start < a.end for a in goal for b in got)
        ):
            out.append(f"{part} is {[text[s:e] for s, e in got]}")
    facts = wanted.facts
    stance = claim.stance
    got = {"kind": claim.kind, "stance": stance.stance, "speaker": claim.speaker.name}
    out += [f"{key} is {got[key]}" for key in got if key in facts and facts[key] != got[key]]
    out += (
        ["nested" if claim.nested else "not nested"] if claim.nested != ("nested" in facts) else []
    )
    out += ["not hedged"] if "hedged" in facts and not stance.hedged else []
    out += ["not negative"] if "negative" in facts and stance.polarity != "negative" else []
    out += ["not inferred"] if "inferred" in facts and not claim.speaker.inferred else []
    if facts.get("stance", "assert") == "assert" and stance.stance in ("deny", "ask", "decline"):
        out.append(f"stance is {stance.stance}")
    return out


def table(cases: list[Case]) -> str:
    """docs/shapes.md: for each shape its first example and what comes out of it."""
    rows = ["| shape | example | what comes out |", "|---|---|---|"]
    seen: dict[str, int] = {}
    for case in cases:
        seen[case.shape] = seen.get(case.shape, 0) + 1
        if seen[case.shape] == 1:
            rows.append(f"| {case.shape} | {_cell(case.text)} | {_comes_out(case)} |")
    return HEAD.format(texts=len(cases), shapes=len(seen)) + "\n".join(rows) + "\n"


def _comes_out(case: Case) -> str:
    return "<br>".join(_said(claim, case.text) for claim in case.claims.values()) or "no claim"


def _said(claim: Wanted, text: str) -> str:
    spans = (claim.source, claim.cue, claim.content)
    parts = [" … ".join(_cell(text[start:end]) for start, end in part) for part in spans]
    inferred = claim.facts.get("speaker", "") + " (inferred)" * ("inferred" in claim.facts)
    who = parts[0] or inferred or "nobody named"
    facts = [claim.facts[k] for k in ("stance", "kind") if k in claim.facts]
    facts += [k for k in ("negative", "hedged", "nested") if k in claim.facts]
    return f"**{who}** · {parts[1] or 'no cue'} · {parts[2]}" + (
        f" ({', '.join(facts)})" if facts else ""
    )


def _cell(text: str) -> str:
    """Text in one cell of a table."""
    for written, shown in (("\n\n", "\n"), ("|", "\\|"), (">", "&gt;"), ("*", "\\*")):
        text = text.replace(written, shown)
    return re.sub(r"\s*\n\s*", " ¶ ", text)


HEAD = """# Shapes of quotation and attribution

Claims come in more shapes than “X said Y”. The table shows one example of each shape that onrecord reads, and what
comes out: speaker · cue · content (stance and kind where the example asks for them). Places and people are made up;
¶ is a line break.

The table is made from tests/data/shapes.txt ({texts} texts of {shapes} shapes), and a test holds the real detector to
every one of them. To make it anew: `python -m tests.claims.detect.shapes > docs/shapes.md`.

What a rule added or changed says so in the claim's reasons (`onrecord show ID`), as does the stance, with the words
that decided it. Quotation marks of every style count towards a claim's kind.

"""

if __name__ == "__main__":
    sys.stdout.write(table(load()))
