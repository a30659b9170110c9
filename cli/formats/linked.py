"""JSON-LD as pieces of text, one node at a time; which nodes stands in rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cli.formats.cells import json_text
from cli.formats.flat import Row


@dataclass(frozen=True)
class Envelope:
    """What stands around the nodes: their context, the keys of a document and where in it they go."""

    context: str
    head: Mapping[str, str]
    nodes: str


def linked_document(envelope: Envelope, nodes: Iterable[Row]) -> Iterator[str]:
    """One document that holds the nodes."""
    head = {"@context": envelope.context, **envelope.head}
    yield "{\n" + "".join(f"  {json_text(k)}: {json_text(v)},\n" for k, v in head.items())
    yield f"  {json_text(envelope.nodes)}: ["
    separator = "\n    "
    for node in nodes:
        yield separator + json_text(dict(node), 2).replace("\n", "\n    ")
        separator = ",\n    "
    yield "\n  ]\n}\n"


def linked_lines(envelope: Envelope, nodes: Iterable[Row]) -> Iterator[str]:
    """One document a line and node, each with the context."""
    return (json_text({"@context": envelope.context, **node}) + "\n" for node in nodes)


class Counted:
    """Nodes, counted as they go by."""

    def __init__(self, nodes: Iterable[Row]) -> None:
        self._nodes = nodes
        self.seen = 0

    def __iter__(self) -> Iterator[Row]:
        """Each of them, once."""
        for node in self._nodes:
            self.seen += 1
            yield node
