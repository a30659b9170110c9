"""What the cue does with its content, and the words that decided it; nothing about who speaks, no
parser.

The words and the reason of each group stand in claims/rules/en/stance.json.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, cast

from claims.detect.scope import Scope, read_scope
from claims.detect.words import lexicon
from claims.model import Attribution, Stance
from claims.rules.lists import load
from claims.rules.vocabulary import StanceName

GROUPS = ("decline", "deny", "unproven", "accuse", "promise", "ask", "plan", "believe", "assert")
"""The order in which a word that stands in two groups is read."""
HOLDS = ("deny", "accuse", "promise", "ask", "plan", "believe", "decline")
QUESTION_WORDS = ("whether", "if")


@dataclass(frozen=True)
class NamedGroup:
    """A group that words of the cue named: where, as which base form, as written."""

    group: str
    at: int
    base: str
    written: str


@lru_cache(maxsize=1)
def rules() -> dict[str, Any]:
    """The groups of stance.json."""
    return load("stance")


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Every form of every word of the rules, to its base; words that only phrases hold are bases of
    their own."""
    groups = [group for group in rules().values() if isinstance(group, dict)]
    lines = [
        w for group in groups for key in ("words", "phrases", "not") for w in group.get(key, ())
    ]
    irregular = rules()["irregular"]["forms"]
    table = lexicon([*(w for w in lines if " " not in w), *irregular], irregular)
    return lexicon([w for line in lines for w in line.split() if w not in table], {}) | table


def _bases(words: str | Sequence[str]) -> tuple[str, ...]:
    forms = _forms()
    return tuple(
        forms.get(word, word) for word in (words.split() if isinstance(words, str) else words)
    )


@cache
def _weak() -> frozenset[str]:
    """The bases of the words that give way to a later one."""
    return frozenset(" ".join(_bases(words)) for words in rules()["weak"]["words"])


@cache
def _in_line(group: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """A group's exceptions, and its phrases and words, as they look in a line of bases; the latter
    as written too."""
    words_of_group = rules()[group]
    exceptions = tuple(f" {' '.join(_bases(words))} " for words in words_of_group.get("not", ()))
    listed = (*words_of_group.get("phrases", ()), *words_of_group["words"])
    return exceptions, tuple((f" {' '.join(_bases(words))} ", words) for words in listed)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Every word and phrase with its group by its first word, the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in GROUPS:
        for words in (*rules()[name].get("words", ()), *rules()[name].get("phrases", ())):
            out.setdefault(_bases(words)[0], []).append((_bases(words), name))
    return {first: sorted(lines, key=lambda line: -len(line[0])) for first, lines in out.items()}


def stance_of(text: str, attribution: Attribution) -> Stance:
    """The stance of an attribution in its text, with the reason; a cue that no group knows
    asserts."""
    return stance_in(read_scope(text, attribution))


def stance_in(scope: Scope) -> Stance:
    """The stance that the words of a claim show."""
    decided = _decided(scope)
    negation = _negation(scope, decided)
    hedge = _first(
        [*scope.before, *scope.cue, *(w for w in scope.content[:1] if w == "to")], "hedge"
    )
    name, polarity, why = _settled(scope, decided, negation)
    hedged = (
        bool(hedge) or scope.opener != "" or (decided is not None and decided.group == "unproven")
    )
    if hedge:
        why += f"; hedged by “{hedge}”"
    if scope.opener:
        why += f"; after “{scope.opener}”"
    return Stance(name, polarity, hedged, f"Stance {name}: {why}.")


def _named(words: Sequence[str]) -> list[NamedGroup]:
    """The groups that words of a cue name, from the left, the longest words first."""
    bases, at = _bases(words), 0
    out: list[NamedGroup] = []
    while at < len(bases):
        near = _patterns().get(bases[at], ())
        hit, group = next(((w, g) for w, g in near if bases[at : at + len(w)] == w), ((), ""))
        if hit:
            out.append(NamedGroup(group, at, " ".join(hit), " ".join(words[at : at + len(hit)])))
        at += len(hit) or 1
    return out


def _decided(scope: Scope) -> NamedGroup | None:
    """The leftmost group that the cue names; a weak one gives way to a later one."""
    named = _named(scope.cue)
    strong = [f for f in named if f.base not in _weak()]
    unproven = [f for f in strong if f.group == "unproven" and strong[0].group == "assert"]
    best = next(iter((*unproven, *strong, *named)), None)
    return _by_content(scope, best) if best else None


def _by_content(scope: Scope, named: NamedGroup) -> NamedGroup:
    for rule in rules()["contents"]["rules"]:
        if rule["cue"] == named.base and _fits(scope, named, rule):
            negative = "/negative" if rule.get("polarity") == "negative" else ""
            return replace(named, group=rule["stance"] + negative)
    return named


def _fits(scope: Scope, named: NamedGroup, rule: dict[str, Any]) -> bool:
    head = " ".join(scope.content[:2])
    after = scope.cue[named.at + len(named.base.split()) :]

    def starts(words: Sequence[str]) -> bool:
        return any(f"{head} ".startswith(w + " ") for w in words)

    return (
        (
            "starts" not in rule
            or starts(rule["starts"])
            or after[:1] in [[w] for w in rule["starts"]]
        )
        and ("not_starts" not in rule or not starts(rule["not_starts"]))
        and ("not_ends" not in rule or not set(after) & set(rule["not_ends"]))
        and ("forms" not in rule or named.written in rule["forms"])
        and ("ends" not in rule or scope.last in rule["ends"])
        and ("gerund" not in rule or head.split(" ")[0].endswith("ing"))
        and (
            "about" not in rule
            or bool({_singular(w) for w in (*after, *scope.content[:4])} & set(rule["about"]))
        )
    )


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _first(words: Sequence[str], group: str) -> str:
    """The first word or phrase of a group among the words, "" where there is none or an exception
    covers it."""
    line = f" {' '.join(_bases(words))} "
    exceptions, listed = _in_line(group)
    for exception in exceptions:
        line = line.replace(exception, " ")
    return next((written for bases, written in listed if bases in line), "")


def _negation(scope: Scope, decided: NamedGroup | None) -> str:
    """The word that negates the attributing act: before it in the cue or the clause, or in the
    source."""
    until = decided.at if decided else len(scope.cue)
    own = decided.base.split() if decided and decided.group in ("unproven", "decline") else []
    head = [w for w in scope.before + scope.cue[:until] if w not in own]
    if not decided:
        head += scope.cue
    return _first(head, "negation") or scope.nobody


def _settled(
    scope: Scope, decided: NamedGroup | None, negation: str
) -> tuple[StanceName, Any, str]:
    group = decided.group if decided else ""
    why = f"“{decided.written}”" if decided else "no word of the cue says otherwise"
    if scope.refusal:
        return "decline", "positive", f"the words are “{scope.refusal}”"
    if group == "unproven":
        return "deny", "positive", why
    if group in HOLDS or "/" in group:
        negative = bool(negation) != (group.endswith("negative") or _held_against(decided))
        polarity = "negative" if negative else "positive"
        why += f", negated by “{negation}”" if negation else ""
        return cast("StanceName", group.split("/")[0]), polarity, why
    if negation:
        return (
            "decline",
            "negative",
            f"{why}, negated by “{negation}”" if decided else f"“{negation}”",
        )
    return _stated(scope, decided, why)


def _held_against(decided: NamedGroup | None) -> bool:
    return decided is not None and decided.base in rules()["negative"]["words"]


def _stated(scope: Scope, decided: NamedGroup | None, why: str) -> tuple[StanceName, Any, str]:
    """What is left asserts, unless it is a question, a condition or something still to come."""
    if scope.question:
        return "ask", "positive", scope.question
    if not scope.conditional and scope.content[:1] and scope.content[0] in QUESTION_WORDS:
        return "ask", "positive", f"the content is an open question (“{scope.content[0]}”)"
    if scope.opener:
        return "decline", "negative", why
    if decided is None and re.match(r"(?:will|'ll)$", (scope.cue or [""])[0]):
        return "plan", "positive", f"“{scope.cue[0]}” is still to come"
    return "assert", "positive", why
