"""Weights of four bits come back as the integers that they stand for, and no model is run without them."""

from __future__ import annotations

import json
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest

from claims.detect.four_bits import WEIGHTS, widened
from claims.detect.manifest import digest_of, manifest
from claims.errors import ModelError


def test_a_weight_is_as_many_steps_as_its_block_has_for_it() -> None:
    weights = np.array([[0, 15, 7, 8], [1, 2, 3, 4], [5, 6, 9, 10], [15, 0, 8, 7]], np.uint8)
    zeros = np.array([[8, 7, 0, 15], [1, 15, 8, 8]], np.uint8)
    steps = np.array([[1.0, 2.0, 0.5, 8.0], [3.0, 8.4, 1.0, 0.0]], np.float32)
    arrays = {
        "one.four": weights[:, 0::2] | weights[:, 1::2] << 4,
        "one.zeros": zeros[:, 0::2] | zeros[:, 1::2] << 4,
        "one.steps": steps,
    }
    assert widened(arrays)["one"].tolist() == [
        [-8, 16, 4, -56],
        [-7, -10, 2, -88],
        [12, -76, 1, 0],
        [42, -126, 0, 0],
    ]


def test_a_model_without_the_weights_that_its_manifest_tells_of_is_refused(tmp_path: Path) -> None:
    with as_file(files("claims.weights") / "fast") as place:
        own = Path(shutil.copytree(place, tmp_path / "own"))
    noted = json.loads((own / "manifest.json").read_text(encoding="utf-8"))
    noted |= {"four_bits": True, "digest": digest_of(own)}
    (own / "manifest.json").write_text(json.dumps(noted), encoding="utf-8")
    with pytest.raises(ModelError, match=f"lacks {WEIGHTS}"):
        manifest(str(own))
