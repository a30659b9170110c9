"""A detector by name or by folder, and what is said of one that is not whole."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from claims.detect.detector import Detector
from claims.detect.manifest import FILES, NAMES, SHIPPED, digest_of, folder, manifest
from claims.engine import load, unused
from claims.errors import ModelError


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the fast model, as a detector of one's own."""
    with as_file(files("claims.weights") / "fast") as place:
        return Path(shutil.copytree(place, tmp_path / "own"))


@pytest.mark.parametrize("model", SHIPPED)
def test_a_shipped_manifest_names_the_weights_beside_it(model: str) -> None:
    assert digest_of(folder(model)) == manifest(model).digest


def test_the_shipped_models_differ() -> None:
    assert len({manifest(model).digest for model in SHIPPED}) == len(SHIPPED)


def test_a_folder_of_ones_own_is_a_model(own: Path) -> None:
    assert manifest(str(own)) == manifest("fast")


def test_a_name_that_is_no_model_is_told_what_there_is() -> None:
    with pytest.raises(ModelError, match=r"no detector at 'nowhere'.*fast or accurate"):
        folder("nowhere")


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(own: Path, name: str) -> None:
    (own / name).unlink()
    with pytest.raises(ModelError, match=f"lacks {name}"):
        manifest(str(own))


def test_weights_that_the_manifest_does_not_describe_are_refused(own: Path) -> None:
    (own / "linker.npz").write_bytes(b"other")
    with pytest.raises(ModelError, match="not those its manifest describes"):
        manifest(str(own))


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"name": "x"})])
def test_a_manifest_that_is_none_is_refused(own: Path, text: str) -> None:
    (own / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="is no manifest"):
        manifest(str(own))


def test_entities_may_be_another_model_s(own: Path) -> None:
    """A network that guesses at none asks the model that its manifest names."""
    noted = json.loads((own / "manifest.json").read_text(encoding="utf-8"))
    noted |= {"entities": False, "names": False, "names_of": "fast"}
    (own / NAMES).unlink()
    (own / "manifest.json").write_text(json.dumps(noted | {"digest": digest_of(own)}), "utf-8")
    doc = load()("Ilse Brandt of Harbour Post met Anton Reyer in Paris on Monday.")
    asked, fast = (Detector(model).find([doc], [[]])[0].entities for model in (str(own), "fast"))
    assert asked and asked == fast
    assert "ner" in unused(str(own))
