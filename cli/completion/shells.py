"""The scripts of the shells that can complete, as they ship."""

from __future__ import annotations

from importlib.resources import files

from claims.errors import UsageError

SHELLS = ("bash", "zsh", "fish")


def script(shell: str) -> str:
    """The script of a shell; raises UsageError where there is none."""
    if shell not in SHELLS:
        raise UsageError(f"completion: {shell!r} is none of {', '.join(SHELLS)}")
    return files("cli.completion").joinpath("scripts", shell).read_text(encoding="utf-8")
