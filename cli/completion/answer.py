"""Answers a shell's script: candidates, one a line, or nothing; never an error, for a person is
typing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from typer.core import TyperGroup

from cli import output
from cli.completion.candidates import candidates
from cli.completion.command_line import CommandLine, insertion, split
from cli.sanitise import one_line


def answer(group: TyperGroup, shell: str, words: Sequence[str]) -> None:
    """Bash hands over its line up to the cursor and the signs that break words; zsh and fish their
    words with the current one last, which fish leaves as it is typed."""
    if shell == "bash":
        line, word_breaks = words
        for text in _for_bash(group, split(line), word_breaks):
            output.line(text)
        return
    *before, current = words or [""]
    current = split(current).current if shell == "fish" else current
    for one in candidates(group, before, current):
        output.line(f"{one_line(one.value)}\t{one_line(one.help)}")


def _for_bash(group: TyperGroup, line: CommandLine, word_breaks: str) -> Iterator[str]:
    for one in candidates(group, line.words[1:], line.current):
        text = insertion(line, one_line(one.value), word_breaks)
        if text is not None:
            yield text
