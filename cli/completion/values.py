"""What an option or an argument can be: closed lists, the store's names, or a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from claims.rules.vocabulary import CHOICES, GIVEN_STATUSES, STANCES
from cli.completion.shells import SHELLS
from cli.help.topics import TOPICS
from cli.paths import store_location
from cli.query import WORDS
from store.name_lookup import Subject, names_beginning, names_with_word
from store.records import SORT_KEYS

SUBJECTS: tuple[Subject, ...] = ("speaker", "outlet")


@dataclass(frozen=True)
class Candidate:
    """A word that the current one can become."""

    value: str
    """Where it ends in a colon, more follows in the same word."""
    help: str = ""


@dataclass(frozen=True)
class Asked:
    """What is typed of a value, and in which store its names are looked up."""

    typed: str
    store: str | None = None


Values = Callable[[Asked], Iterable[Candidate]]


def beginning(typed: str, values: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those that begin as typed, in any case."""
    start = typed.casefold()
    return (one for one in values if one.value.casefold().startswith(start))


def choices(*values: str) -> Values:
    """A closed list."""
    return lambda asked: beginning(asked.typed, (Candidate(v, _meaning(v)) for v in values))


def _meaning(value: str) -> str:
    return next((stance.meaning for name, stance in STANCES.items() if name == value), "")


def formats(asked: Asked) -> Iterator[Candidate]:
    """Names of the types of file that are read."""
    from claims.read import FORMATS

    return beginning(asked.typed, map(Candidate, FORMATS))


def whole_names(subject: Subject) -> Values:
    """The store's names that begin so."""

    def values(asked: Asked) -> Iterator[Candidate]:
        location, _ = store_location(asked.store)
        return map(Candidate, names_beginning(location, subject, asked.typed))

    return values


def any_names(subject: Subject) -> Values:
    """Those, and where there are none, names from a later word on, for a surname finds its
    bearer."""

    def values(asked: Asked) -> Iterator[Candidate]:
        location, _ = store_location(asked.store)
        yield from (begun := list(whole_names(subject)(asked)))
        typed = asked.typed.lower()
        for name in names_with_word(location, subject, typed) if typed and not begun else ():
            yield Candidate(name[name.lower().index(f" {typed}") + 1 :], name)

    return values


def query(asked: Asked) -> Iterator[Candidate]:
    """The last token of a query: a filter word, or the value behind one."""
    former, space, token = asked.typed.rpartition(" ")
    word, colon, value = token.partition(":")
    if not colon:
        words = (Candidate(f"{former}{space}{name}:") for name in WORDS)
        yield from beginning(asked.typed, words)
    elif (values := FILTERS.get(word)) is not None:
        for found in values(Asked(value.lstrip('"'), asked.store)):
            yield Candidate(f"{former}{space}{word}:{_token(word, found.value)}", found.help)


def _token(word: str, value: str) -> str:
    """A value as a query takes it back."""
    if word in CHOICES:
        return value.replace(" ", "-").lower() if " " in value else value
    return f'"{value}"' if " " in value else value


FILTERS: dict[str, Values] = {
    "speaker": any_names("speaker"),
    "outlet": any_names("outlet"),
    **{word: choices(*values) for word, values in CHOICES.items()},
}
"""The values of each filter word that can be completed."""
OPTIONS: dict[str, Values] = {
    **{f"--{word}": values for word, values in FILTERS.items()},
    "--color": choices("auto", "always", "never"),
    "--model": choices("fast", "accurate"),
    "--as": formats,
    "--sort": choices(*SORT_KEYS),
    "--via": whole_names("speaker"),
    "--wire": whole_names("outlet"),
}
OPTIONS_OF: dict[str, dict[str, Values]] = {
    "review": {
        "--speaker": whole_names("speaker"),
        "--outlet": whole_names("outlet"),
        "--status": choices(*GIVEN_STATUSES),
    },
    "add": {"--outlet": whole_names("outlet")},
    "export": {"--as": choices("annotations", "jsonld")},
}
"""Where an option means another thing: a name that is put right is given whole."""


def forgettable(asked: Asked) -> Iterator[Candidate]:
    """Names of speakers and of outlets, these with their kind where it is typed."""
    for subject in SUBJECTS:
        kind, colon, typed = asked.typed.partition(":")
        if colon and kind == subject:
            for one in whole_names(subject)(Asked(typed, asked.store)):
                yield Candidate(f"{subject}:{one.value}", one.help)
        elif not colon:
            yield from whole_names(subject)(asked)


ARGUMENTS: dict[str, Values] = {
    "tokens": query,
    "query": query,
    "words": query,
    "name": any_names("speaker"),
    "watch_list": whole_names("watch"),
    "watch_lists": whole_names("watch"),
    "a": any_names("speaker"),
    "b": any_names("speaker"),
    "forms": whole_names("speaker"),
    "things": forgettable,
    "shell": choices(*SHELLS),
    "topic": lambda asked: beginning(
        asked.typed, (Candidate(topic.name, topic.summary) for topic in TOPICS.values())
    ),
}
