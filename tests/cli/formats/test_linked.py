"""Linked data against schemas of the published vocabularies, from a store of hostile texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from tests.json_schema import faults

SCHEMAS = Path(__file__).parents[2] / "data" / "schemas"


def schema(name: str) -> dict[str, Any]:
    """The schema of a vocabulary."""
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize(("name", "nodes"), [("annotations", "items"), ("jsonld", "@graph")])
def test_a_document_is_valid_and_holds_what_its_lines_hold(
    name: str, nodes: str, hostile_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever articles hold; a line is a node with its context."""
    assert main(["export", "--as", name, "--store", str(hostile_file)]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(faults(document, schema(name), schema(name))) == []
    assert main(["export", "--as", name, "--jsonl", "--store", str(hostile_file)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"@context": document["@context"], **node} for node in document[nodes]]
    assert lines


def test_a_quotation_is_found_by_its_words_and_by_its_place(
    hostile_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both selectors give the same words; prefix and suffix stand beside them."""
    from store import open_store

    assert main(["export", "--as", "annotations", "--jsonl", "--store", str(hostile_file)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    with open_store(hostile_file) as store:
        claims = {f"urn:onrecord:claim:{claim.id}": claim for claim in store.claims.select()}
        for line in lines:
            text = store.articles.get(claims[line["id"]].article_id).text
            targets = line["target"] if isinstance(line["target"], list) else [line["target"]]
            for target in targets:
                quote, place = target["selector"]
                start, end = place["start"], place["end"]
                assert text[start:end] == quote["exact"]
                assert text[:start].endswith(quote["prefix"])
                assert text[end:].startswith(quote["suffix"])


def test_only_what_the_filters_leave_is_written(
    hostile_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Articles without such a claim are left out too; a document may be empty."""
    command = ["export", "--as", "jsonld", "--since", "2999", "--store", str(hostile_file)]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out) == {"@context": "https://schema.org", "@graph": []}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "rdf"], "'rdf' is none of annotations, jsonld"),
        (["--as", "jsonld", "--csv"], "leave out --csv"),
    ],
)
def test_another_vocabulary_or_format_is_refused(
    arguments: list[str], said: str, hostile_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong use is one line."""
    assert main(["export", *arguments, "--store", str(hostile_file)]) == 2
    assert said in capsys.readouterr().err


def test_the_validator_finds_what_is_wrong() -> None:
    """A missing key, an unknown one, another type."""
    rules = schema("annotations")
    bad = {
        "@context": "x",
        "type": "AnnotationPage",
        "items": [{"id": "no iri", "type": "Annotation"}],
        "more": 1,
    }
    found = list(faults(bad, rules, rules))
    assert len(found) == 4
