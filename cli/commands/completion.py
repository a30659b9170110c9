"""`onrecord completion`: the script that lets a shell complete."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import to_file


@to_file
def completion(
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> None:
    """\b
    Examples:
      onrecord completion bash > ~/.local/share/bash-completion/completions/onrecord
      onrecord completion zsh > ~/.zfunc/_onrecord      # a folder of $fpath, before compinit
      onrecord completion fish > ~/.config/fish/completions/onrecord.fish

    Print the script that completes commands, options, values and names in a shell.
    Names of speakers and outlets come from the store of --store or $ONRECORD_STORE; a new shell has
    it.
    """
    from cli.completion.shells import script

    output.pieces([script(shell)])
