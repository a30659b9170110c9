"""Which words can stand where the cursor is: commands, options, values; how a shell is told stands
in answer.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from cli.command_table import COMMANDS
from cli.completion.values import ARGUMENTS, OPTIONS, OPTIONS_OF, Asked, Candidate, beginning


def candidates(group: TyperGroup, words: Sequence[str], current: str) -> Iterable[Candidate]:
    """What the current word can become after the words before it; none where files may be meant,
    or anything."""
    at = next((i for i, word in enumerate(words) if not word.startswith("-")), None)
    if at is None:
        offered = _options(group.params, ()) if current.startswith("-") else _commands()
        return beginning(current, offered)
    name, rest = words[at], words[at + 1 :]
    command = group.commands.get(name)
    if name == "help" and not rest:
        topics = list(ARGUMENTS["topic"](Asked(current)))
        others = {topic.value for topic in topics}
        commands = (one for one in _commands() if one.value not in others)
        return [*topics, *beginning(current, commands)]
    return _of_command(command, name, rest, current) if isinstance(command, TyperCommand) else ()


def _commands() -> Iterator[Candidate]:
    return (Candidate(name, summary) for name, summary in COMMANDS.items())


def _of_command(
    command: TyperCommand, name: str, words: Sequence[str], current: str
) -> Iterable[Candidate]:
    options = [p for p in command.params if isinstance(p, TyperOption)]
    awaited, store, positional = _read(options, words)
    if awaited is not None:
        return _values(name, awaited, Asked(current, store))
    if current.startswith("--") and "=" in current:
        flag, _, typed = current.partition("=")
        found = _values(name, _by_flag(options, flag), Asked(typed, store))
        return [Candidate(f"{flag}={one.value}", one.help) for one in found]
    if current.startswith("-") and "--" not in words:
        return beginning(current, _options(command.params, words))
    asked = _argument(command, positional)
    values = ARGUMENTS.get(asked.name or "") if asked is not None else None
    return values(Asked(current, store)) if values is not None else ()


def _read(
    options: Sequence[TyperOption], words: Sequence[str]
) -> tuple[TyperOption | None, str | None, int]:
    """The option that waits for its value, the store that is named, and how many arguments there
    are."""
    awaited, store, positional, ended = None, None, 0, False
    for word in words:
        if awaited is not None:
            store = word if "--store" in awaited.opts else store
            awaited = None
        elif word == "--":
            ended = True
        elif word.startswith("-") and len(word) > 1 and not ended:
            flag, equals, value = word.partition("=")
            option = _by_flag(options, flag)
            if equals:
                store = value if flag == "--store" else store
            elif option is not None and not option.is_flag:
                awaited = option
        else:
            positional += 1
    return awaited, store, positional


def _by_flag(options: Sequence[TyperOption], flag: str) -> TyperOption | None:
    return next((option for option in options if flag in option.opts), None)


def _values(name: str, option: TyperOption | None, asked: Asked) -> Iterable[Candidate]:
    for flag in option.opts if option is not None else ():
        values = OPTIONS_OF.get(name, {}).get(flag) or OPTIONS.get(flag)
        if values is not None:
            return values(asked)
    return ()


def _options(params: Sequence[object], words: Sequence[str]) -> Iterator[Candidate]:
    """Every option that may still be given."""
    for option in (p for p in params if isinstance(p, TyperOption)):
        if option.multiple or not set(option.opts) & set(words):
            yield Candidate(option.opts[-1], option.help or "")
    yield Candidate("--help", "Show help and leave.")


def _argument(command: TyperCommand, before: int) -> TyperArgument | None:
    """The argument that follows so many others; the last one where it takes several."""
    arguments = [p for p in command.params if isinstance(p, TyperArgument)]
    if before < len(arguments):
        return arguments[before]
    return arguments[-1] if arguments and arguments[-1].nargs < 0 else None
