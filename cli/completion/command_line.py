"""A command line that is being typed, as bash hands it over: its words, the one in hand, and how
much of that one bash replaces. Knows no command."""

from __future__ import annotations

import re
from dataclasses import dataclass

BASH_WORD_BREAKS = ":="
"""Signs at which bash begins a new word, of those that our words hold."""


@dataclass(frozen=True)
class CommandLine:
    """The words before the one in hand, that one without its quoting, and its quoting."""

    words: tuple[str, ...]
    current: str
    quotation_mark: str = ""
    """The one that is open at the end, else ""."""
    quoted_from: int = 0
    """Where in the current word that one stands."""


def split(line: str) -> CommandLine:
    """The words of a line up to the cursor; an open quotation mark is no error."""
    words: list[str] = []
    word, mark, opened, begun = "", "", 0, False
    signs = iter(line)
    for sign in signs:
        if sign == "\\" and mark != "'":
            word, begun = word + next(signs, ""), True
        elif mark:
            mark, word = ("", word) if sign == mark else (mark, word + sign)
        elif sign in "'\"":
            mark, opened, begun = sign, len(word), True
        elif not sign.isspace():
            word, begun = word + sign, True
        elif begun:
            words.append(word)
            word, begun = "", False
    return CommandLine(tuple(words), word, mark, opened)


def insertion(line: CommandLine, value: str, word_breaks: str = BASH_WORD_BREAKS) -> str | None:
    """What bash puts in place of the current word, from its last break on, so that it becomes the
    value; None where it cannot."""
    if line.quotation_mark:
        if line.quoted_from:
            return None
        special = r"([$`\"\\])" if line.quotation_mark == '"' else r"(')"
        return re.sub(special, r"\\\1" if line.quotation_mark == '"' else r"'\\''", value)
    breaks = [sign for sign in BASH_WORD_BREAKS if sign in word_breaks]
    start = max((line.current.rfind(sign) for sign in breaks), default=-1) + 1
    if value[:start].casefold() != line.current[:start].casefold():
        return None
    return re.sub(r"([^\w@%+=:,./~-])", r"\\\1", value[start:])
